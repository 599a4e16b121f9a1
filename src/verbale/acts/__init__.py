"""Acts: what one side does to another, as PLOVER 2.0 events, read from the parse."""

from verbale.acts.deed import Deed
from verbale.acts.deeds import read_deeds
from verbale.acts.find import code_acts
from verbale.acts.ground import survey
from verbale.acts.magnitude import magnitude
from verbale.acts.sides import Sides

__all__ = ["Deed", "Sides", "code_acts", "magnitude", "read_deeds", "survey"]
