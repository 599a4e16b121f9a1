"""The page scorer."""

from eval.records import ReportFacts
from eval.reports import score_report
from eval.statements import Counts
from verbale.model import Headline, Report, Span

TEXT = "The Quay Courier\nFerry sold\nThe ferry was sold. Nobody wept."
JUDGED = frozenset({"headline", "outlet", "authors", "updated", "body"})
GOLD = ReportFacts(
    judged=JUDGED,
    headline="Ferry sold",
    outlet="The Quay Courier",
    authors=("Mira Toland", "Jo Vell"),
    body=(Span(28, 60),),
)


def read(**keys) -> Report:
    return Report(text=TEXT, **keys)


def test_every_judged_field_is_compared():
    report = read(
        headline=Headline(text="Ferry  sold"),
        outlet="Quay Courier",
        authors=("Jo Vell", "Staff"),
        body=(Span(28, 60),),
        language="en",
    )
    found = score_report(GOLD, report)
    assert found.fields["headline"] == found.fields["outlet"] == Counts(1, 1, 1)
    assert found.fields["authors"] == Counts(1, 2, 2)
    assert found.fields["updated"] == Counts()
    assert "language" not in found.fields
    assert found.exact_bodies == 1


def test_the_body_is_compared_by_its_characters():
    found = score_report(GOLD, read(body=(Span(28, 47),)))
    ink = len("Theferrywassold.")
    assert found.body == Counts(ink, ink, ink + len("Nobodywept."))
    assert found.exact_bodies == 0


def test_white_space_at_the_rim_does_not_spoil_a_body():
    assert score_report(GOLD, read(body=(Span(27, 60),))).exact_bodies == 1


def test_scores_add_up():
    once = score_report(GOLD, read(body=(Span(28, 60),)))
    assert (once + once).fields["outlet"] == Counts(0, 0, 2)
    assert (once + once).bodies == 2
