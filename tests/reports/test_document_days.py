"""The day that a document gives in its own title."""

import pytest

from verbale import annotate
from verbale.model import RawDocument

BODY = (
    "The Government of the Republic of Peru has learned of the closing of a crossing at Tambo.\n\n"
    "It asks the Government of Ecuador to open the crossing again without delay.\n"
)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Communique, Lima, 10 April 2025", "2025-04-10"),
        ("Press release, 3 May 2024", "2024-05-03"),
        ("Joint Statement, Port Louis, March 7, 2023", "2023-03-07"),
        ("Statement on the Treaty of 3 May 1995", None),
        ("Ministers meet in Lima, 10 April 2025", None),
    ],
)
def test_a_title_of_a_document_may_give_its_day(title: str, day: str | None) -> None:
    text = f"REPUBLIC OF PERU\nMinistry of Foreign Affairs\n{title}\n\n{BODY}"
    published = annotate(RawDocument(data=text.encode(), origin="a.txt")).report.published
    assert (published.date if published else None) == day
