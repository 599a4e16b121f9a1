"""The gates: how floors are compared and lifted, and that today's figures hold."""

import pytest

from eval import gates
from eval.corpora import digest
from eval.gates import Floors, breaches, raised, read_floors, write_floors
from eval.reusegold import HOME as REUSE
from eval.run import measure
from eval.storylines import STORYLINES

MEASURED = {"own-dev": {"all.content@.5": 0.7, "all.gold": 700, "quiet.per20": 0.9}}


def test_a_figure_below_its_floor_is_a_breach():
    floors = Floors("", {"own-dev": {"all.content@.5": 0.71}}, {"own-dev": {"quiet.per20": 0.5}})
    assert [b.figure for b in breaches(floors, MEASURED)] == ["all.content@.5", "quiet.per20"]


def test_a_figure_that_is_no_longer_measured_is_a_breach():
    (breach,) = breaches(Floors("", {"own-test": {"page.outlet": 0.1}}), MEASURED)
    assert str(breach) == "own-test page.outlet: not measured, bound 0.1000"


def test_floors_are_lifted_and_never_lowered_unasked():
    floors = Floors("d", {"own-dev": {"all.content@.5": 0.8}}, {"own-dev": {"quiet.per20": 2.0}})
    lifted = raised(floors, MEASURED, allow_lower=False)
    assert lifted.floors == {"own-dev": {"all.content@.5": 0.8}}
    assert lifted.ceilings == {"own-dev": {"quiet.per20": 0.95}}
    lowered = raised(floors, MEASURED, allow_lower=True)
    assert lowered.floors == {"own-dev": {"all.content@.5": 0.695}}
    assert lowered.digest == "d"


def test_floors_survive_being_written(tmp_path):
    floors = Floors("d", {"own-dev": {"form.q-and-a.found": 0.25}}, {"own-dev": {"quiet.per20": 1}})
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_other_gold_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(gates, "read_floors", lambda: Floors("of another gold"))
    assert gates.main([]) == 2
    assert "--accept-corpus" in capsys.readouterr().out


def test_the_digest_follows_names_and_bytes(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    first = digest(tmp_path)
    (tmp_path / "a.txt").write_text("two")
    second = digest(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, digest(tmp_path)}) == 3


def test_the_floors_belong_to_the_gold_that_ships():
    assert read_floors().digest == digest()
    assert read_floors().stories == digest(STORYLINES, without=())
    assert read_floors().reuse == digest(REUSE, without=())


@pytest.mark.parametrize("corpus", gates.GATED)
def test_no_figure_on_our_own_gold_has_fallen(corpus):
    every = read_floors()
    here = Floors(
        every.digest,
        {name: bounds for name, bounds in every.floors.items() if name == corpus},
        {name: bounds for name, bounds in every.ceilings.items() if name == corpus},
    )
    assert list(map(str, breaches(here, {corpus: measure(corpus)}))) == []
