"""``python -m verbale.cli`` is ``verbale``."""

from verbale.cli.main import run

run()
