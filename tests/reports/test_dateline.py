"""Datelines as many outlets set them, and openings that are none."""

from __future__ import annotations

import pytest

from tests.reports.press import Press
from verbale.model import Span
from verbale.reports.dateline import read_dateline

LINES = [
    ("MOSCOW, July 15. /TASS/.| Japan is", "MOSCOW", "XXXX-07-15", ("TASS",)),
    ("Moscow, Oct 24| The Kremlin", "Moscow", "XXXX-10-24", ()),
    ("TOKYO (Reuters) -| The minister", "TOKYO", None, ("Reuters",)),
    ("SEOUL, 3 March (Yonhap) --| South", "SEOUL", "XXXX-03-03", ("Yonhap",)),
    ("BEIJING, Jan. 5 (Xinhua) --| China", "BEIJING", "XXXX-01-05", ("Xinhua",)),
    ("GENEVA/NEW YORK —| Talks", "GENEVA/NEW YORK", None, ()),
    ("Dhaka [Bangladesh], July 15 (ANI):| The", "Dhaka", "XXXX-07-15", ("ANI",)),
    ("KYIV, Ukraine (AP) —| The", "KYIV, Ukraine", None, ("AP",)),
    ("WASHINGTON, D.C. (AP) —| The", "WASHINGTON, D.C.", None, ("AP",)),
    ("DUBAI:| The", "DUBAI", None, ()),
    ("Dubai:| The", "Dubai", None, ()),
    ("Tokyo –| Prime", "Tokyo", None, ()),
    ("MANILA –| The", "MANILA", None, ()),
    ("MOSCOW. July 15 (Interfax) -| Russia", "MOSCOW", "XXXX-07-15", ("Interfax",)),
    ("Tehran, IRNA –| Iran", "Tehran", None, ("IRNA",)),
    ("Riyadh, July 15, 2025, SPA --| The", "Riyadh", "2025-07-15", ("SPA",)),
    ("ABU DHABI, 15th July, 2025 (WAM) --| The", "ABU DHABI", "2025-07-15", ("WAM",)),
    ("(ANSA) - ROME, JUL 15 -| Italy", "ROME", "XXXX-07-15", ("ANSA",)),
    ("July 15 (UPI) --| The", None, "XXXX-07-15", ("UPI",)),
    ("New Delhi, Jul 15 (PTI)| External", "New Delhi", "XXXX-07-15", ("PTI",)),
    ("BAKU, Azerbaijan, July 15.| The", "BAKU, Azerbaijan", "XXXX-07-15", ()),
    ("Havana, Jul 15 (Costa Azul)| The", "Havana", "XXXX-07-15", ("Costa Azul",)),
    ("ABOARD THE FRIGATE NORD (AP) —| The", "ABOARD THE FRIGATE NORD", None, ("AP",)),
    ("LONDON, May 1, 2025 (AFP) -| The", "LONDON", "2025-05-01", ("AFP",)),
    ("Berlin (dpa) -| Germany", "Berlin", None, ("dpa",)),
    ("St. Petersburg, June 5 (Xinhua) --| x", "St. Petersburg", "XXXX-06-05", ("Xinhua",)),
    (
        "VLADIVOSTOK, Russia, Sept 4 (Reuters) -| x",
        "VLADIVOSTOK, Russia",
        "XXXX-09-04",
        ("Reuters",),
    ),
    ("BRUSSELS, Tuesday, July 15 -| The", "BRUSSELS", "XXXX-07-15", ()),
    ("Madrid, Jul 15 (EFE).-| The", "Madrid", "XXXX-07-15", ("EFE",)),
    ("GENEVA (AFP/Reuters) -| The", "GENEVA", None, ("AFP", "Reuters")),
    ("VARL, May 2, 2025 (Opal News Agency) -| Osk", "VARL", "2025-05-02", ("Opal News Agency",)),
    ("VARL (Opal News Agency) May 2, 2025 -| Osk", "VARL", "2025-05-02", ("Opal News Agency",)),
    ("VARL, May 2 — Opal News Agency —| Osk", "VARL", "XXXX-05-02", ("Opal News Agency",)),
    ("VARL, 2 May 2025, Opal Newswire -| Osk", "VARL", "2025-05-02", ("Opal Newswire",)),
    ("VARL, Opal Newswire, May 2, 2025 -| Osk", "VARL", "2025-05-02", ("Opal Newswire",)),
    ("VARL - Opal News Agency -| Osk", "VARL", None, ("Opal News Agency",)),
    ("VARL, May 2 Opal News Agency:| Osk", "VARL", "XXXX-05-02", ("Opal News Agency",)),
    ("VARL, May 2 [Opal News Agency] -| Osk", "VARL", "XXXX-05-02", ("Opal News Agency",)),
    ("VARL, 2.5.2025 (Opal) -| Osk", "VARL", "2025-05-02", ("Opal",)),
    ("VARL, 2025-05-02 (Opal) -| Osk", "VARL", "2025-05-02", ("Opal",)),
    ("Opal News Agency - VARL, May 2 -| Osk", "VARL", "XXXX-05-02", ("Opal News Agency",)),
    ("(Opal) VARL, May 2 -| Osk", "VARL", "XXXX-05-02", ("Opal",)),
    ("Bern (Switzerland), May 2 (Opal) -| Osk", "Bern", "XXXX-05-02", ("Opal",)),
    ("Bern, May 2 (PNA) -| Osk", "Bern", "XXXX-05-02", ("PNA",)),
    ("May 2, 2025 (Opal) VARL -| Osk", "VARL", "2025-05-02", ("Opal",)),
    ("2 May 2025, Bern -| Osk", "Bern", "2025-05-02", ()),
]
NONE = [
    'Peskov: "No"',
    "NATO — the alliance — said",
    "In Moscow, July 15 was hot",
    "The Kremlin (Reuters) said",
    "Lavrov (right) said - and left",
    "On April 8, Moscow answered",
    "UPDATE 2 - Kremlin says",
    "BREAKING: Kremlin answers",
    "Japan and Russia, long at odds - said",
    "Tokyo, Moscow - and others",
    "Russia, Oct 24 was a day",
    "May 9 is a holiday",
    "(Reuters) Varnia said on Friday",
    "9 May, Paris: the ministers meet",
    "On 9 May 2025, Paris - and Bern - agreed",
    "Varnia, Opal News Agency said, is out",
    "",
    "(",
]


@pytest.mark.parametrize(("line", "place", "date", "agencies"), LINES)
def test_a_dateline_is_read(
    line: str, place: str | None, date: str | None, agencies: tuple[str, ...]
) -> None:
    own, rest = line.split("|")
    text = "before\n" + own + rest
    filed = read_dateline(text, Span(7, len(text)), Press())
    assert filed is not None
    assert (filed.place, filed.date, filed.agencies) == (place, date, agencies)
    assert filed.span.of(text) == own


@pytest.mark.parametrize("line", NONE)
def test_other_openings_are_none(line: str) -> None:
    assert read_dateline(line, Span(0, len(line)), Press()) is None
