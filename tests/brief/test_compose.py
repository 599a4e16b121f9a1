from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.brief.lines import forge, said, section, sections, with_values
from tests.brief.newsroom import ALL, COPY, FERRY, filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import Brief, BriefRequest, check, compose
from verbale.brief.wording import words
from verbale.errors import UsageError
from verbale.lexicon import Lexicon
from verbale.record import Record


def test_each_side_has_what_it_said_last_and_before(brief: Brief) -> None:
    assert said(brief, "last", "XVE") == [
        "As reported on 10 March 2024, Iro Salm “recalled the words of Lena Brask that the pier"
        " was painted” (Velt Herald, from Velt Wire)."
    ]
    assert said(brief, "before", "XVE") == [
        "On 9 March 2024 Iro Salm, ambassador, said: “A painted pier is a wet pier […] We shall"
        " wait for summer.” (Velt Herald, from Velt Wire).",
        "On 8 March 2024 Iro Salm, ambassador, told the Velt Wire, in the report's words: “The"
        " Velt Islands want their ferry and no talks” (Velt Herald, from Velt Wire; outlet not"
        " stated). It rests on 2 reports, 1 to 2 origins: Velt Herald, interview;"
        " outlet not stated.",
    ]


def test_words_without_a_year_are_never_said_last(brief: Brief) -> None:
    assert said(brief, "undated", "XOR") == [
        "As reported on 20 May (year not known), Lena Brask said at the harbour: “Paint is dear”"
        " (The Orda Courier)."
    ]
    assert not any("Paint" in line for line in said(brief, "last", "XOR"))
    assert not any("Paint" in line for line in said(brief, "timeline"))


def test_recaps_stand_apart(brief: Brief) -> None:
    assert said(brief, "recap", "XVE") == [
        "As reported on 4 March 2024, Pilot House “has repeatedly stated that the ferry is"
        " Veltish” (The Orda Courier)."
    ]
    assert not any("Veltish" in line for line in said(brief, "timeline"))


def test_what_another_tells_of_a_side_is_marked(brief: Brief) -> None:
    assert said(brief, "told", "XOR") == [
        "As reported on 10 March 2024, according to Iro Salm of the Velt Islands, Lena Brask said,"
        " in the report's words: “the pier was painted” (Velt Herald, from Velt Wire)."
    ]


def test_third_parties_stand_apart_with_their_party(brief: Brief) -> None:
    assert said(brief, "others") == [
        "On 1 April 2024 Olt Grim of Tarn, harbour master, said, in the report's words: “Tarn has"
        " a pier to spare” (The Orda Courier)."
    ]


def test_positions_where_the_record_has_them(brief: Brief) -> None:
    (line,) = said(brief, "stands")
    assert line == (
        "On 4 March 2024 Ordania set a condition for talks, “sail again”, through Lena Brask,"
        " Minister of Ferries: “We are ready to sail again” (The Orda Courier)."
    )


def test_the_same_words_in_two_reports_are_one_sentence_with_two_citations(brief: Brief) -> None:
    shared = section(brief, "before", "XVE").sentences[1]
    assert [c.report.partition("-")[0] for c in shared.citations] == ["answer.txt", "copy.txt"]


def test_a_speaker_without_a_state_counts_for_the_party_all_other_reports_give(
    record: Record, lexicon: Lexicon
) -> None:
    """Only answer.txt says whose ambassador Iro Salm is."""
    brief = compose(record, BriefRequest(since="2024-03-11"), lexicon=lexicon)
    assert any("Iro Salm" in line for line in said(brief, "last", "XVE"))


def test_a_speaker_whom_reports_place_differently_is_counted_for_nobody(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    wrong = report(
        "Ordania and Velt still at odds\nThe ferry is ours, ambassador Iro Salm said.\n",
        words_of(
            "The ferry",
            "ambassador Iro Salm",
            "said",
            "The ferry is ours",
            country="XOR",
            speaker="Iro Salm",
            office="ambassador",
        ),
        origin="wrong.txt",
        day="2024-03-20",
    )
    with filled(tmp_path / "wrong.vrb", (*ALL, wrong)) as record:
        checked = check(compose(record, lexicon=lexicon), record, lexicon=lexicon)
    assert checked.dropped == ()
    assert not any("is ours" in line for line in said(checked.brief, "last", "XOR"))
    assert any(
        "Iro Salm, ambassador, speak for Ordania, where other reports have the Velt" in line
        for line in said(checked.brief, "questions")
    )


def test_what_is_denied_or_left_unsaid_is_never_told_as_said(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    text = "Ordania silent on Velt\nThe pier had sunk, Lena Brask denied. The oars, she left out.\n"
    denial = words_of(
        "The pier",
        "Lena Brask",
        "denied",
        "The pier had sunk",
        speaker="Lena Brask",
        country="XOR",
        polarity="denies",
    )
    silence = words_of(
        "The oars",
        "she",
        "left out",
        "The oars",
        speaker="Lena Brask",
        country="XOR",
        polarity="omits",
    )
    with filled(tmp_path / "no.vrb", (report(text, denial, silence, origin="no.txt"),)) as record:
        checked = check(compose(record, lexicon=lexicon), record, lexicon=lexicon)
        turned = forge(checked.brief, "timeline", with_values(verb="said"))
        assert [d.reason for d in check(turned, record, lexicon=lexicon).dropped] == [
            "denial and assertion are confused"
        ]
    assert checked.dropped == ()
    assert said(checked.brief, "timeline") == [
        "4 March 2024, reported · Ordania · Lena Brask denied, in the report's words: “The pier"
        " had sunk”"
    ]


def test_the_timeline_is_in_the_order_of_days_said(brief: Brief) -> None:
    days = [line.partition(" ·")[0] for line in said(brief, "timeline")]
    assert days == [
        "4 March 2024",
        "4 March 2024, reported",
        "8 March 2024",
        "9 March 2024",
        "10 March 2024, reported",
        "12 March 2024, reported",
        "1 April 2024",
    ]


def test_open_questions(brief: Brief) -> None:
    lines = "\n".join(said(brief, "questions"))
    assert "gives its day as 20 May, without a year" in lines
    assert "its language, fr, is not served" in lines
    assert "who is meant by “Its head of pilots”" in lines


def test_inputs_that_were_not_read_are_open_questions(record: Record, lexicon: Lexicon) -> None:
    record.skip("lost.html", "behind a \x1b[31mred\x1b[0m door", kind="UnreadableSource")
    lines = said(compose(record, lexicon=lexicon), "questions")
    assert lines[-1].startswith("Not read: lost.html")


def test_sources_list_every_report(brief: Brief) -> None:
    lines = said(brief, "sources")
    assert len(lines) == len(ALL)
    assert lines[0] == (
        "“Ordania ready for ferry talks with Velt” (The Orda Courier), 4 March 2024 (stated:"
        " page): 3 statements. https://n.example/ferry.txt"
    )


def test_the_same_brief_in_any_order_of_reading(tmp_path: Path, brief: Brief) -> None:
    with filled(tmp_path / "other.vrb", ALL[::-1]) as other:
        assert msgspec.json.encode(compose(other)) == msgspec.json.encode(brief)


def test_the_record_brings_its_own_names(record: Record, brief: Brief) -> None:
    assert compose(record) == brief


def test_since_and_until_narrow_by_the_day_said(record: Record, lexicon: Lexicon) -> None:
    request = BriefRequest(since="2024-03-08", until="2024-03-09")
    brief = compose(record, request, lexicon=lexicon)
    lines = said(brief, "timeline")
    assert [line.partition(" ·")[0] for line in lines] == ["8 March 2024", "9 March 2024"]
    assert said(brief, "overview")[-2:] == ["Only from 2024-03-08 on.", "Only up to 2024-03-09."]


def test_a_period_that_is_none(record: Record, lexicon: Lexicon) -> None:
    with pytest.raises(UsageError):
        compose(record, BriefRequest(since="spring"), lexicon=lexicon)


def test_words_stand_in_the_content_or_the_headline(record: Record, lexicon: Lexicon) -> None:
    brief = compose(record, BriefRequest(about="pier"), lexicon=lexicon)
    lines = said(brief, "timeline")
    assert len(lines) == 4
    assert all("pier" in line for line in lines)
    assert words(brief.title) == "Brief on “pier”"
    headed = compose(record, BriefRequest(about='"ferry talks"'), lexicon=lexicon)
    assert any("denied that the ferry" in line for line in said(headed, "timeline"))


def test_parties_choose_the_dispute(record: Record, lexicon: Lexicon) -> None:
    both = compose(record, BriefRequest(parties=("XOR", "XVE")), lexicon=lexicon)
    assert section(both, "dispute")
    none = compose(record, BriefRequest(parties=("XOT",)), lexicon=lexicon)
    assert not [s for s in sections(none) if s.kind == "dispute"]
    assert said(none, "overview") == ["The record holds nothing that fits."]


def test_disputes_between_other_pairs_stand_apart(tmp_path: Path, lexicon: Lexicon) -> None:
    pier = report(
        "Tarn and Orda-born builder differ over pier in Tarn\n"
        "The pier is safe, harbour master Olt Grim of Tarn said. Tarn will keep it.\n",
        words_of(
            "The pier",
            "harbour master Olt Grim",
            "said",
            "The pier is safe",
            country="XTA",
            speaker="Olt Grim",
        ),
        origin="pier.txt",
    )
    with filled(tmp_path / "two.vrb", (FERRY, COPY, pier)) as two:
        brief = compose(two, lexicon=lexicon)
    headings = [words(s.heading) for s in sections(brief) if s.kind == "dispute"]
    assert headings[0] == "Ordania and Velt Islands"
    assert len(headings) == 2


def test_an_empty_record(tmp_path: Path, lexicon: Lexicon) -> None:
    with filled(tmp_path / "empty.vrb", ()) as empty:
        checked = check(compose(empty, lexicon=lexicon), empty, lexicon=lexicon)
    assert checked.dropped == ()
    assert said(checked.brief, "overview") == ["The record holds nothing that fits."]
