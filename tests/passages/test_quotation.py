"""Quotations in every style of mark, over paragraphs, repaired; and marks that quote nothing."""

from __future__ import annotations

import pytest

from tests.passages.marked import bare, quoted, report_of
from verbale.passages import find_passages


def _case(marked: str, fails: str | None = None) -> object:
    marks = [pytest.mark.xfail(reason=fails, strict=False)] if fails else []
    return pytest.param(marked, marks=marks, id=" ".join(bare(marked).split())[:60])


STYLES = [
    _case("“{We wait,}” she said."),
    _case('"{We wait,}" she said.'),
    _case("‘{We wait,}’ she said."),
    _case("'{We wait,}' she said."),
    _case("«{We wait}», she said."),
    _case("« {We wait} », she said.", "French spacing inside the marks is left in the inner span"),
    _case("„{We wait}“, she said."),
    _case("„{We wait}”, she said."),
    _case("‚{We wait}‘, she said."),
    _case("‹{We wait}›, she said."),
    _case("「{待つ}」と言った。"),
    _case("『{待つ}』と言った。"),
    _case("»{We wait,}« she said. »{They do not.}«"),
    _case("The »{so-called}« treaty, »{a ‘{farce}’ to us}«, held."),
    _case("``{We wait,}'' she said."),
    _case("''{We wait,}'' she said. ''{They don't.}''"),
    _case("''{We '{rush}' nothing,}'' she said."),
    _case("“{We wait,}’’ she said. “{They do not.}”"),
    _case("“{We wait,}’’ she said. “{They do not.}’’"),
    _case("“{We ‘{rush}’ nothing,}’’ she said.", "a word marked within hides the doubled mark"),
    _case("the ''{so-called}'' treaty and the ships' logs"),
    _case("“{We wait,}” she said. “{They do not.}”"),
    _case('"{We wait,}" she said, "{and they do not.}"'),
    _case("the “{so-called}” treaty"),
    _case('the "{so-called}" treaty ("{the pact}")'),
    _case("He said:“{We wait.}”"),
    _case("—“{We wait,}” she said."),
    _case('"{We wait. They do not,}” she said, and then “{Nobody does}".'),
    _case('“{He said "{no}" to us,}" she said.'),
]

SINGLE = [
    _case("‘{We don’t wait,}’ she said."),
    _case("'{We don't wait, it's late,}' she said."),
    _case("‘{The ministers’ meeting was long,}’ she said."),
    _case("'{The ministers' meeting was long,}' she said."),
    _case(
        "‘{The minister’s letter}’ and ‘{the ships’ logs}’ were lost.",
        "a possessive and a closer that look alike",
    ),
    _case("The ministers’ meeting and the envoys’ lunch ran late."),
    _case("The ministers' meeting and the envoys' lunch ran late."),
    _case("‘{Rock ’n’ roll is banned,}’ he said.", "’n’ looks like a closer"),
    _case("It was the winter of ’97 and the ’80s were gone."),
    _case("It was the '90s, and 'tis long past."),
    _case("It was the ‘90s when the wall fell."),
    _case("He called it ‘{a farce}’ and the army’s ‘{best hour}’."),
    _case("O’Dowd’s men didn’t, couldn’t and wouldn’t."),
    _case("James’ and Charles’ boats sank."),
]

NESTED = [
    _case("“{He told us ‘{go home}’ and left,}” she said."),
    _case("“{He told us, ‘{Go home.}’}” So she said."),
    _case("‘{He told us “{go home}” and left,}’ she said."),
    _case("\"{He told us '{go home}' and left,}\" she said."),
    _case("«{He told us “{go home}”}», she said."),
    _case("„{He told us ‚{go home}‘ and left}“, she said."),
    _case("“{The ‘{deal’s}’ dead,}” she said."),
    _case("“{One ‘{two “{three}” four}’ five.}”", "one kind of mark opens once at a time"),
]

PARAGRAPHS = [
    _case("She said: “{We waited.}\n\n“{+Nobody came.}\n\n“{+So we left.}”"),
    _case('She said: "{We waited.}\n\n"{+Nobody came.}\n\n"{+So we left.}"'),
    _case("“{We waited.}\n“{+Nobody came,}” she said."),
    _case("‘{We waited.}\n\n‘{+Nobody came,}’ she said.", "single marks do not run on"),
    _case("“{We waited,}” she said.\n\n“{Nobody came.}”"),
    _case("“{We waited.}\n\n“{+Nobody came.}” He left. “{We stayed.}”"),
    _case("She said: “{?We waited.}\n\nNobody came.\n\n“{That was all.}”"),
]

UNBALANCED = [
    _case("She said: “{?We waited all day."),
    _case('She said: "{?We waited all day.'),
    _case("She said: “{?We waited.}\nThe ferry sailed."),
    _case("{?We waited all day,}” she said."),
    _case("Rain fell. {?We waited all day,}” she said."),
    _case("“{We waited,}” she said. {?They did not,}” he said."),
    _case("“{He told us ‘go home,}” she said."),
]

NO_QUOTATION = [
    _case('The gun had a 5" barrel and the deck was 40" wide.'),
    _case("It stood 6' 2\" tall."),
    _case("It lies at 35°41'22\" north."),
    _case("They're here, and the crew's gone."),
    _case("No marks at all."),
    _case("‘ alone and ’ alone"),
    _case("« alone and » alone"),
    _case("Home » World » Ferry"),
    _case('“” and "" hold nothing.'),
]


@pytest.mark.parametrize("marked", STYLES)
def test_style(marked: str) -> None:
    assert quoted(bare(marked)) == marked


@pytest.mark.parametrize("marked", SINGLE)
def test_an_apostrophe_is_no_mark(marked: str) -> None:
    assert quoted(bare(marked)) == marked


@pytest.mark.parametrize("marked", NESTED)
def test_nested(marked: str) -> None:
    assert quoted(bare(marked)) == marked


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_over_paragraphs(marked: str) -> None:
    assert quoted(bare(marked)) == marked


@pytest.mark.parametrize("marked", UNBALANCED)
def test_unbalanced_is_repaired(marked: str) -> None:
    text = bare(marked)
    whole = marked if marked.count("{") == marked.count("}") else marked + "}"
    assert quoted(text) == whole


@pytest.mark.parametrize("marked", NO_QUOTATION)
def test_these_marks_quote_nothing(marked: str) -> None:
    assert quoted(marked) == marked


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("“We wait,” she said.", None),
        ("She said: “We waited.", "closing mark missing: taken to the end of the paragraph"),
        ("We waited,” she said.", "opening mark missing: taken from the start of the sentence"),
    ],
)
def test_a_repair_says_what_was_taken(text: str, note: str | None) -> None:
    (quotation,) = find_passages(report_of(text)).quotations
    assert quotation.repaired == note


def test_outer_takes_in_the_marks() -> None:
    text = "She said: “We ‘wait’.\n\n“Come.”"
    long, short = find_passages(report_of(text)).quotations
    assert [span.of(text) for span in long.outer] == ["“We ‘wait’.", "“Come.”"]
    assert [span.of(text) for span in long.inner] == ["We ‘wait’.", "Come."]
    assert [span.of(text) for span in short.outer] == ["‘wait’"]
    assert (long.depth, short.depth) == (1, 2)
