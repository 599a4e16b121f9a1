"""Generates reports: paragraphs of the sample reports in new order, their people renamed.

Paragraphs are kept whole, so quotations stay closed and surnames follow full names. The report of a
number is always the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import msgspec

from eval.bench.texts import SAMPLES

_PROSE = re.compile(r"""[A-Z"“'‘«].{60,}[.!?]["”'’»]?""")
_DATELINE = re.compile(r"^[A-Z]{4}[^.]{0,60}? [-–—] ")
_HEADLINE = re.compile(r"['‘]?[A-Z][^|©@]{30,110}[a-z'’]")
_PERSON = re.compile(
    r"\b(?:[Mm]inister|President|Ambassador|General|[Ss]poke(?:sman|swoman)|[Ee]nvoy)"
    r",? ([A-Z]\w+) ([A-Z]\w+)"
)
_ONSETS = ("b", "br", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_CODAS = ("l", "n", "r", "s", "t", "k", "nd", "rn", "lm", "ss")
_BRANDS = ("THE HARBOUR POST", "Evening Register", "Northgate Daily", "The Lamp", "Quay News")
_AGENCIES = ("Meridian Wire", "Halpress")
_PLACES = {"river": "TOLMERE", "islands": "CORVANE", "prisoners": "STAVNA"}
_FIRST_DAY = date(2024, 3, 1)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """What the sample reports of one dispute offer."""

    place: str
    headlines: tuple[str, ...]
    paragraphs: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


def stories() -> tuple[Story, ...]:
    """The disputes of the sample reports, by name. Only English text dumps are used."""
    return tuple(_story(name) for name in sorted(_PLACES))


def write(folder: Path, count: int) -> None:
    """Write ``count`` reports and the lexicon of their states into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(reports(count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    # a lexicon found in a folder counts for all that is read from it
    (folder / "lexicon.toml").write_bytes((SAMPLES / "lexicon.toml").read_bytes())


def reports(count: int) -> Iterator[str]:
    """The first ``count`` reports, each as a page saved as text."""
    known = stories()
    for number in range(count):
        yield report(known[number % len(known)], number)


def report(story: Story, number: int) -> str:
    """The report with this number."""
    random = Random(number)
    day = _FIRST_DAY + timedelta(days=number % 540)
    written = f"{day:%B} {day.day}, {day.year}"
    paragraphs = random.sample(story.paragraphs, random.randint(8, 12))
    first = next((p for p in paragraphs if p[0].isalpha()), paragraphs[0])  # no bare quotation
    rest = [paragraph for paragraph in paragraphs if paragraph is not first]
    page = [
        random.choice(_BRANDS),
        "Home | World | Politics | Business | Sport",
        "",
        random.choice(story.headlines),
        "",
        written,
        "",
        f"{story.place}, {day:%B} {day.day} ({random.choice(_AGENCIES)}) - {first}",
        *(line for paragraph in rest for line in ("", paragraph)),
        "",
        "Share this story",
        f"© {day.year} All rights reserved.",
    ]
    return _renamed("\n".join(page) + "\n", story, random)


def _story(name: str) -> Story:
    files = [file for file in sorted((SAMPLES / name).glob("*.txt")) if "-fr" not in file.name]
    lines = [line.strip() for file in files for line in file.read_text("utf-8").splitlines()]
    prose = (_DATELINE.sub("", line) for line in lines if _PROSE.fullmatch(line))
    paragraphs = tuple(dict.fromkeys(prose))
    people = sorted({found.groups() for line in paragraphs for found in _PERSON.finditer(line)})
    return Story(
        place=_PLACES[name],
        headlines=tuple(dict.fromkeys(line for line in lines if _HEADLINE.fullmatch(line))),
        paragraphs=paragraphs,
        people=tuple((first, last) for first, last in people),
    )


def _renamed(text: str, story: Story, random: Random) -> str:
    """``text`` with every person of the story under another name, the same one throughout."""
    names = {old: _name(random) for person in story.people for old in person}
    pattern = r"\b(?:" + "|".join(map(re.escape, names)) + r")\b"
    return re.sub(pattern, lambda found: names[found[0]], text)


def _name(random: Random) -> str:
    syllables = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(2)]
    return ("".join(syllables) + random.choice(_CODAS)).capitalize()
