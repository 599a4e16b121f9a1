"""A checked brief as a row of blocks, the same for every renderer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from verbale.brief.days import HOW, spoken
from verbale.brief.footnotes import numbering, numbers
from verbale.brief.model import CheckedBrief, Footnote, Section, SectionKind, Sentence
from verbale.brief.names import source_label
from verbale.brief.wording import Run, runs
from verbale.model import Report

#: Sections whose sentences are prose and not a list.
_PROSE: set[SectionKind] = {"overview", "dispute"}


class Item(msgspec.Struct, frozen=True):
    """A sentence in pieces, with the numbers of its footnotes."""

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A section as it is set: its heading, its sentences, the blocks below it."""

    kind: SectionKind
    level: int
    heading: tuple[Run, ...]
    items: tuple[Item, ...]
    blocks: tuple[Block, ...]

    @property
    def listed(self) -> bool:
        """Whether the sentences are a list."""
        return self.kind not in _PROSE


class Page(msgspec.Struct, frozen=True):
    """The whole brief, ready to be set."""

    title: tuple[Run, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Footnote, ...]
    footer: tuple[Item, ...]


def lay_out(checked: CheckedBrief) -> Page:
    """The brief as blocks; headings count from level 2."""
    numbered = numbering(checked.footnotes)
    brief = checked.brief
    return Page(
        title=runs(brief.title),
        blocks=tuple(_block(section, 2, numbered) for section in brief.sections),
        notes=checked.footnotes,
        footer=tuple(_item(sentence, numbered) for sentence in brief.footer),
    )


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks in reading order, without their nesting."""
    for block in blocks:
        yield block
        yield from flat(block.blocks)


def note_origin(note: Footnote) -> str:
    """Where a footnote's passage stands: outlet, day and offsets, in words."""
    report = Report(text="", outlet=note.outlet, agencies=note.agencies)
    parts = (
        source_label(report),
        _day(note.published, note.published_how) or "no date",
        f"said {_day(note.said_on, note.said_how)}" if note.said_on else "",
        f"characters {note.span.start}–{note.span.end} of {note.report}",
    )
    return "; ".join(filter(None, parts))


def _day(edtf: str | None, how: str | None) -> str:
    return f"{spoken(edtf)} ({HOW.get(how or '', 'not told how')})" if edtf else ""


def _block(section: Section, level: int, numbered: Mapping[tuple[str, int, int], int]) -> Block:
    return Block(
        kind=section.kind,
        level=level,
        heading=runs(section.heading),
        items=tuple(_item(sentence, numbered) for sentence in section.sentences),
        blocks=tuple(_block(part, level + 1, numbered) for part in section.sections),
    )


def _item(sentence: Sentence, numbered: Mapping[tuple[str, int, int], int]) -> Item:
    return Item(runs(sentence), numbers(sentence, numbered))
