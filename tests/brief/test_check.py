from __future__ import annotations

import msgspec
import pytest

from tests.brief.lines import Change, forge, section, with_values, without_values
from verbale.brief import Brief, Sentence, check
from verbale.lexicon import Lexicon
from verbale.model import Span
from verbale.record import Record


def faults(brief: Brief, record: Record, lexicon: Lexicon) -> list[str]:
    return [dropped.reason for dropped in check(brief, record, lexicon=lexicon).dropped]


def test_an_honest_brief_keeps_every_sentence(
    brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    checked = check(brief, record, lexicon=lexicon)
    assert checked.dropped == ()
    assert checked.brief == brief


def cite(**changes: object) -> Change:
    def changed(sentence: Sentence) -> Sentence:
        first, *rest = sentence.citations
        forged = msgspec.structs.replace(first, **changes)
        return msgspec.structs.replace(sentence, citations=(forged, *rest))

    return changed


def shift(by: int) -> Change:
    def changed(sentence: Sentence) -> Sentence:
        spans = sentence.citations[0].spans
        return cite(spans=tuple(Span(s.start + by, s.end + by) for s in spans))(sentence)

    return changed


FORGERIES: list[tuple[str, str | None, Change, str]] = [
    ("last", "XOR", with_values(speaker="Iro Salm"), "speaker"),
    ("last", "XOR", with_values(office="Minister of War"), "office"),
    ("last", "XOR", with_values(to="the Assembly"), "to"),
    ("last", "XOR", with_values(when="On 5 March 2024 "), "said on 2024-03-04"),
    ("last", "XOR", with_values(when="As reported on 4 March 2024, "), "said on 2024-03-04"),
    ("last", "XOR", with_values(when="Once upon a time "), "said on 2024-03-04"),
    ("last", "XOR", with_values(quote="We are ready to sail again. The pier is white"), "words"),
    ("last", "XOR", with_values(quote="We are ready to sail a […]"), "words"),
    ("last", "XOR", with_values(quote="The pier is painted […] We are ready"), "words"),
    ("last", "XOR", with_values(sources="The Velt Herald"), "sources"),
    ("last", "XOR", with_values(verb="admitted"), "verb"),
    ("last", "XOR", with_values(via="the Velt Wire"), "via"),
    ("last", "XOR", with_values(venue="at a fair"), "venue"),
    ("last", "XOR", with_values(party="the Velt Islands"), "party"),
    ("last", "XOR", with_values(mood="angrily"), "mood"),
    ("last", "XOR", without_values("quote"), "quote"),
    ("last", "XOR", shift(1), "place"),
    ("last", "XOR", shift(-40), "place"),
    ("last", "XOR", shift(10_000), "place"),
    ("last", "XOR", cite(statement=2), "place"),
    ("last", "XOR", cite(statement=77), "no statement"),
    ("last", "XOR", cite(report="nowhere"), "no statement"),
    ("last", "XOR", cite(around=(Span(0, 5),)), "passage"),
    ("before", "XVE", with_values(quote="We shall wait for summer."), "words"),
    ("undated", "XOR", with_values(when="On 20 May 2024 "), "XXXX-05-20"),
    ("told", "XOR", with_values(teller="Olt Grim"), "somebody else"),
    ("told", "XOR", with_values(teller_party="Tarn"), "party"),
    ("told", "XOR", with_values(teller_office="consul"), "office"),
    ("stands", None, with_values(stance="refused"), "stance"),
    ("stands", None, with_values(on="an agreement"), "on"),
    ("stands", None, with_values(speaker="Iro Salm"), "speaker"),
    ("stands", None, with_values(office="clerk"), "office"),
    ("stands", None, with_values(narrated="as the report tells it"), "confused"),
    ("stands", None, with_values(teller="Iro Salm"), "telling"),
    ("stands", None, shift(1), "place"),
    ("stands", None, with_values(condition="if paid"), "condition"),
    ("stands", None, with_values(party="Tarn"), "party"),
    ("stands", None, with_values(quote="We are ready to sink"), "words"),
    ("overview", None, with_values(reports="7 reports"), "counted again"),
    ("overview", None, with_values(undated="2"), "counted again"),
    ("overview", None, with_values(period="4 March 2023 to 3 April 2024"), "counted again"),
    ("timeline", None, with_values(day="5 March 2024"), "2024-03-04"),
    ("timeline", None, with_values(how="reported"), "confused"),
    ("timeline", None, with_values(party="Tarn"), "party"),
    ("questions", None, with_values(day="21 May"), "no such question"),
    ("sources", None, with_values(statements="4 statements"), "statements"),
    ("sources", None, with_values(url="https://elsewhere.example/"), "url"),
]


@pytest.mark.parametrize(("kind", "side", "change", "reason"), FORGERIES)
def test_a_forged_sentence_is_dropped(
    brief: Brief,
    record: Record,
    lexicon: Lexicon,
    kind: str,
    side: str | None,
    change: Change,
    reason: str,
) -> None:
    forged = forge(brief, kind, change, side)
    checked = check(forged, record, lexicon=lexicon)
    assert len(checked.dropped) == 1
    assert reason in checked.dropped[0].reason
    assert checked.dropped[0].section == kind


def as_template(name: str, *drop: str, **values: str) -> Change:
    def changed(sentence: Sentence) -> Sentence:
        kept = without_values(*drop)(with_values(**values)(sentence))
        return msgspec.structs.replace(kept, template=name)

    return changed


def test_a_denial_is_no_assertion(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    denial = section(brief, "timeline").sentences[1]
    forged = forge(
        brief, "timeline", lambda _: with_values(quote="the ferry had been sold")(denial)
    )
    assert "words" in faults(forged, record, lexicon)[0]


def test_reported_words_are_not_the_speakers_own(
    brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    forged = forge(brief, "others", as_template("said.direct"))
    assert "own words" in faults(forged, record, lexicon)[0]


def test_one_sides_words_under_the_other(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    ours = section(brief, "last", "XOR").sentences[0]
    forged = forge(brief, "last", lambda _: ours, "XVE")
    assert "party" in faults(forged, record, lexicon)[0]


def test_earlier_words_are_not_said_last(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    earlier = section(brief, "before", "XVE").sentences[0]
    forged = forge(brief, "last", lambda _: earlier, "XVE")
    assert "not the last" in faults(forged, record, lexicon)[0]


def test_a_recap_is_not_said_last(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    recap = section(brief, "recap", "XVE").sentences[0]
    forged = forge(brief, "last", lambda _: recap, "XVE")
    assert "recap" in faults(forged, record, lexicon)[0]


def test_a_template_that_does_not_exist(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    forged = forge(brief, "last", as_template("said.loudly"), "XOR")
    assert "no template" in faults(forged, record, lexicon)[0]


def test_a_false_heading_takes_all_below_it_down(
    brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    overview, dispute, *rest = brief.sections
    stands, first, *others = dispute.sections
    wrong = msgspec.structs.replace(first, heading=with_values(party="Tarn")(first.heading))
    sides = msgspec.structs.replace(dispute, sections=(stands, wrong, *others))
    forged = msgspec.structs.replace(brief, sections=(overview, sides, *rest))
    checked = check(forged, record, lexicon=lexicon)
    assert len(checked.dropped) > 3
    assert not any(s.side == "XOR" for s in checked.brief.sections[1].sections)


def test_a_false_title_is_replaced(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    forged = msgspec.structs.replace(brief, title=with_values(parties="Tarn")(brief.title))
    checked = check(forged, record, lexicon=lexicon)
    assert [dropped.section for dropped in checked.dropped] == ["title"]
    assert checked.brief.title.values == {}


def test_what_the_record_no_longer_holds_falls(
    brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    record.forget("tarn.txt")
    checked = check(brief, record, lexicon=lexicon)
    assert checked.dropped
    assert checked.brief.sections == ()
