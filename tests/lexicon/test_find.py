"""What is found in a text, and what is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lexicon.marked import bare, marked
from verbale.lexicon import default_lexicon
from verbale.model import Span

LEXICON = default_lexicon()

CASES = {
    "metonyms": "[Tokyo=JPN] and [Moscow=RUS] met in Geneva.",
    "adjective and body": (
        "the [Japanese=JPN] [Foreign Ministry=Ministry of Foreign Affairs] replied"
    ),
    "body in genitive": "[Ministry of External Affairs=Ministry of Foreign Affairs] of [India=IND]",
    "office, place": "[Japanese=JPN] [Ambassador=ambassador] to [Moscow=RUS]",
    "seat": "[Kremlin=Kremlin (Presidential Administration of Russia)] [aide=adviser]",
    "outlet": "he told [TASS=TASS] and [Kyodo News=Kyodo News]",
    "possessive": "[Russia=RUS]'s reply to [Niger=NER]’s",
    "longest: Guinea": "[Papua New Guinea=PNG], [Equatorial Guinea=GNQ], [Guinea=GIN]",
    "longest: Sudan": "[South Sudan=SSD] and [Sudan=SDN]",
    "two Congos": "[Republic of the Congo=COG], [Democratic Republic of the Congo=COD]",
    "two Koreas": "[North Korea=PRK] and [South Korea=KOR]",
    "Northern Ireland": "[Northern Ireland=GB-NIR] and [Ireland=IRL]",
    "Niger, Nigeria": "[Niger=NER] and [Nigeria=NGA]",
    "blocked sea": "in the South China Sea and the Sea of Japan",
    "blocked peninsula": "on the Korean Peninsula",
    "blocked carrier": "a Turkish Airlines jet",
    "blocked bank": "Bank of America said",
    "blocked tin": "a Diet Coke tin",
    "the body": "a vote in the [Diet=Diet (Parliament of Japan)]",
    "capitals": "[MOSCOW=RUS], July 15",
    "capitals of two words": "[NORTH KOREA=PRK] FIRES MISSILE",
    "US": "[US=USA] told us to wait; let Us see",
    "dotted": "[U.S.=USA]-led talks, the [U.N.=UN] and the [E.U.=EU]",
    "dotted, last dot lost": "the [U.S=USA] and the rest",
    "hyphen": "[Russia=RUS]-[Japan=JPN] talks, a [Japanese=JPN]-led team",
    "combining form": "a [Franco=FRA]-[German=DEU] plan; Franco said so",
    "combining form, long hyphen": "[Sino=CHN]–[Russian=RUS] drills",
    "any case": "[Foreign minister=foreign minister], [foreign Minister=foreign minister]",
    "wrapped line": "[South\nKorea=KOR]",
    "wide space": "[South \u00a0 Korea=KOR]",
    "new paragraph": "they went South\n\n[Korea=KOR] followed",
    "straight apostrophe": "[Cote d'Ivoire=CIV]",
    "curly apostrophe": "[Côte d’Ivoire=CIV]",
    "no accents": "[Turkiye=TUR] and [Türkiye=TUR]",
    "rank": "[Lt. Gen.=lieutenant general] Toland and [Gen.=general (military)] Toland of Gen X",
    "plus": "[OPEC+=OPEC+] and [OPEC=OPEC]",
    "digits": "[G7=G7], [G-20=G20], [P5+1=P5]",
    "EU seat": "[Brussels=EU] and [Belgium=BEL]",
    "inside words": "a Japanophile, Usual, inUS, UST",
    "address": "see https://www.tass.com/Japan or mail x@Reuters.com or @US_Embassy",
    "article passed over": "the [Guardian Council=Guardian Council]; [the Guardian=The Guardian]",
    "acronym in a shouted line": "WHO SAID SO\nThe [WHO=WHO] said so",
    "halves of a country": "[North Korea=PRK] said the [South=KOR] had fired. The [North=PRK] "
    "answered; [South Korea=KOR] and the South Sea coast heard it",
    "half whose other half is named": "[South Korea=KOR] said the [North=PRK] had fired",
    "compass": "The South of [Italy=ITA] and the North voted",
    "de facto": "[Transnistria=PMR], [Northern Cyprus=TRNC] and [Somaliland=SML]",
    "movements": "[Hamas=HAMAS], the [Houthis=HOUTHIS] and the [Polisario Front=POLISARIO]",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_finds_exactly_what_is_marked(case: str) -> None:
    assert marked(LEXICON, bare(case)) == case


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tokyo", "metonym"),
        ("Yangon", "capital"),
        ("Japan", "name"),
        ("Japanese", "adjective"),
        ("Russians", "people"),
        ("Kremlin", "alias"),
        ("Reuters", "name"),
        ("AFP", "alias"),
        ("ambassador", "form"),
    ],
)
def test_role(text: str, role: str) -> None:
    (match,) = LEXICON.find(text)
    assert match.role == role


def test_span_limits_the_search_and_offsets_stay_those_of_the_text() -> None:
    text = "Tokyo and Moscow and Seoul"
    (match,) = LEXICON.find(text, Span(6, 20))
    assert match.span == Span(10, 16)
    assert match.span.of(text) == "Moscow"


def test_decomposed_accents_are_found_where_they_stand() -> None:
    text = unicodedata.normalize("NFD", "In Côte d'Ivoire.")
    (match,) = LEXICON.find(text)
    assert unicodedata.normalize("NFC", match.span.of(text)) == "Côte d'Ivoire"


WORDS = st.sampled_from(
    ["Papua", "New", "Guinea", "the", "The", "Guardian", "U.S.", "US", "Sea", "South", "China", " ",
     "\n", "\n\n", "-", "’s", "'", ".", "é", "e\u0301", "@", "http://", "\ud800", "中国", "OPEC+"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS | st.text(max_size=4), max_size=30).map("".join))
def test_matches_are_ordered_apart_and_inside(text: str) -> None:
    at = 0
    for match in LEXICON.find(text):
        assert at <= match.span.start < match.span.end <= len(text)
        at = match.span.end


def test_a_long_single_line_is_no_trouble() -> None:
    assert len(LEXICON.find("WHO the Guardian Council " * 20_000)) == 40_000
