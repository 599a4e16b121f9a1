"""Watching: what is news, and what is not; stopping and going on."""

from __future__ import annotations

import pytest

from tests.desk.site import Site
from tests.desk.watching import AYES, LATER, NAYS, Watch
from verbale.errors import UsageError
from verbale.record import Record, near


def test_what_is_new_is_told_once(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    made = desk.round()
    assert (made.found, made.troubles) == ({"positions": 1}, ())
    assert desk.told.titles == ["talks: refuses"]
    assert desk.round().found == {}
    site.feed("/f", AYES, NAYS)
    assert desk.round().found == {"shifts": 1}
    assert desk.told.titles == ["talks: refuses", "talks: reversal"]
    before, after = desk.told.news[-1].news.passages
    assert ("will not" in before.words, "ready" in after.words) == (True, True)
    assert (before.day, after.day) == ("2025-04-08", "2025-06-12")


def test_a_second_report_of_the_same_is_no_news(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS), site.url("/g"))
    desk.round()
    site.feed("/g", ("Talks ruled out by Moscow", NAYS[1].replace("Tarn Post", "Velm Times")))
    desk.round()
    assert desk.told.kinds == ["positions"]


def test_what_the_record_held_before_is_no_news(site: Site, desk: Watch) -> None:
    folder = desk.folder / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("\n\n".join(NAYS))
    from verbale.desk import read

    with Record(desk.folder / "x.vrb") as record:
        read([str(folder)], record)
    desk.desk(folders=["in"])
    assert desk.round().found == {}
    (folder / "b.txt").write_text("\n\n".join(AYES))
    assert desk.round().found == {"shifts": 1}


def test_reports_read_by_other_commands_are_told_as_well(site: Site, desk: Watch) -> None:
    from verbale.desk import read

    desk.desk(site.feed("/f", NAYS))
    desk.round()
    (desk.folder / "b.txt").write_text("\n\n".join(AYES))
    with Record(desk.folder / "x.vrb") as record:
        read([str(desk.folder / "b.txt")], record)
    desk.round()
    assert desk.told.kinds == ["positions", "shifts"]


def test_silence_is_told_once_and_by_the_clock(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.round()
    desk.clock.pass_by(days=100)
    assert desk.round().found == {}
    desk.clock.pass_by(days=110)
    assert desk.round().found == {"silence": 1}
    assert desk.told.titles[-1] == "talks: last stated 9 months ago"
    desk.clock.pass_by(days=10)
    assert desk.round().found == {}


def test_a_round_cut_short_is_taken_up_again(
    site: Site, desk: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after reading: the news are found by the next watch."""
    from verbale.desk.watch import finding

    desk.desk(site.feed("/f", NAYS, ETag='"one"'))

    def killed(*arguments: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(finding, "stories", killed)
        with pytest.raises(SystemExit):
            desk.round()
    desk.round()
    assert desk.told.kinds == ["positions"]


def test_ctrl_c_while_waiting_ends_the_watch(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.clock.naps = 2
    with Record(desk.folder / "x.vrb") as record:
        rounds = desk.rounds(record)
        made = []
        with pytest.raises(KeyboardInterrupt):
            made.extend(rounds)
        assert desk.clock.slept == [900.0] * 3
        assert desk.told.kinds == ["positions"]
        assert record.check() == ()
    assert list(desk.folder.glob("*-watch")) == []


def test_a_second_watch_over_the_same_record_is_refused(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    with Record(desk.folder / "x.vrb") as record:
        first = desk.rounds(record)
        next(first)
        with pytest.raises(UsageError, match="another watch"):
            next(desk.rounds(record))
        first.close()
        next(desk.rounds(record))


def test_a_desk_spoilt_meanwhile_is_told_and_its_last_state_counts(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    with Record(desk.folder / "x.vrb") as record:
        rounds = desk.rounds(record)
        next(rounds)
        desk.path.write_text("[[follow")
        site.feed("/f", AYES, NAYS)
        made = next(rounds)
        assert [trouble.name for trouble in made.troubles] == [str(desk.path)]
        assert made.found == {"shifts": 1}


def test_what_is_followed_otherwise_begins_anew(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    text = desk.path.read_text()
    desk.path.write_text(text.replace('"peace treaty"', '"fisheries"'))
    assert desk.round().found == {}
    desk.path.write_text(text)
    assert desk.round().found == {}
    site.feed("/f", AYES, NAYS)
    assert desk.round().found == {"shifts": 1}


def test_each_statement_and_act_where_asked_for(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS, AYES))
    text = desk.path.read_text()
    desk.path.write_text(f'{text}tell = ["statements", "acts"]\n')
    desk.round()
    assert "statements" in desk.told.kinds
    assert "positions" not in desk.told.kinds


def test_in_a_large_record_the_followed_matters_alone_are_looked_at(
    site: Site, desk: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.desk(site.feed("/f", NAYS, AYES))
    desk.round()
    monkeypatch.setattr(near, "LARGE", 0)
    site.feed("/f", LATER, AYES, NAYS)
    assert desk.round().found["shifts"] == 1
    assert desk.told.titles[-1] == "talks: reversal"


def test_forgetting_a_report_takes_its_news_along(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.round()
    with Record(desk.folder / "x.vrb") as record:
        assert len(record.watching.latest(9)) == 1
        record.forget("r1")
        assert record.watching.latest(9) == ()
        assert record.check() == ()
