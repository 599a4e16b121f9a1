"""HTML to a page: our own linearisation of the whole document, with every piece tied to its node.

The extractor's output has no offsets and changes with its version; this text does not depend on
it. The extractor only votes, later, on which blocks are body (`votes`).
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
from lxml import etree

from verbale.model import JunkKind, Span
from verbale.reports.hints import hint_of, role_of
from verbale.reports.page import Block, Page
from verbale.reports.pagemeta import facts_of
from verbale.reports.wordlist import words

#: Goes up whenever the same bytes would give another text: stored offsets count in one version.
LINEARISATION = 3

_DROP = words(
    """
    script style noscript template svg math head iframe object embed canvas audio video map
    select option textarea input datalist
    """
)
_BREAKS = words(
    """
    address article aside blockquote body br button caption center dd details dialog dir div
    dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li
    main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
    """
)
_HOLDS_POPUPS = frozenset({"span", "div", "aside"})
_POPUP = re.compile(
    r"(?:^|[\s_-])(?:rollover|tooltip|popover|hover-?card|hover-?box)(?:[\w-]*[_-])?"
    r"(?:block|content|body|inner|panel|text)(?:$|\s)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\n\r\f\x0b]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
#: Containers that hold more of the page than this say nothing about the blocks in them.
_MOST = 0.45
#: Beyond these the extractor is not asked: it recurses, and copies the tree many times.
_VOTE_DEPTH, _VOTE_SIZE = 200, 4_000_000


class Piece(msgspec.Struct, frozen=True):
    """One run of text and the node it came from: ``node.text``, or ``node.tail`` if ``tail``."""

    span: Span
    node: Any
    tail: bool


class Linear(msgspec.Struct, frozen=True, kw_only=True):
    """The document as text: blocks, joined by line breaks, and the pieces they consist of."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    depth: int


class _Open(msgspec.Struct):
    """A container that is open during the walk."""

    first_block: int
    hint: JunkKind | None
    role: str | None


def page_from_html(html: str) -> Page:
    """The page that ``html`` describes; an empty one where there is no document in it."""
    root = parse(html)
    if root is None:
        return Page(text="", blocks=(), html=True)
    linear = linearise(root)
    facts = facts_of(root)
    blocks = linear.blocks
    if linear.depth <= _VOTE_DEPTH and len(html) <= _VOTE_SIZE and blocks:
        from verbale.reports.votes import day_by_htmldate, voted

        blocks = voted(html, blocks)
        if facts.published is None and facts.updated is None:
            facts = msgspec.structs.replace(facts, htmldate=day_by_htmldate(html))
    return Page(text=linear.text, blocks=blocks, facts=facts, html=True)


def parse(html: str) -> Any | None:
    """The root element, None for what has none. NULs and other controls become spaces."""
    clean = _CONTROL.sub(" ", html.removeprefix("\ufeff"))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return etree.fromstring(clean.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


class _Writer:
    """Collects the text: pieces into lines, lines into blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.start = 0
        self.linked = 0
        self.heading = 0

    def write(self, words: str, node: Any, *, tail: bool, link: bool) -> None:
        """Add a run of text to the line, white space as a browser shows it."""
        words = _SPACE.sub(" ", words)
        if self.length == self.start or (self.parts and self.parts[-1].endswith(" ")):
            words = words.removeprefix(" ")
        if not words:
            return
        self.pieces.append(Piece(Span(self.length, self.length + len(words)), node, tail))
        self.parts.append(words)
        self.length += len(words)
        if link:
            self.linked += len(words.strip())

    def end_line(self) -> None:
        """Close the line as a block, if anything stands on it."""
        if self.length == self.start:
            return
        if self.parts[-1].endswith(" "):
            self._drop_last_space()
        line = "".join(self.parts[self._first() :])
        if line.strip():
            span = Span(self.start, self.length).stripped("\0" * self.start + line)
            words = line[span.start - self.start : span.end - self.start]
            share = min(1.0, self.linked / max(len(words), 1))
            self.blocks.append(
                Block(
                    index=len(self.blocks), span=span, text=words, heading=self.heading, links=share
                )
            )
        self.parts.append("\n")
        self.length += 1
        self.start = self.length
        self.mark = len(self.parts)
        self.linked = 0

    mark = 0

    def _first(self) -> int:
        return self.mark

    def _drop_last_space(self) -> None:
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        last = self.pieces[-1]
        self.pieces[-1] = Piece(Span(last.span.start, last.span.end - 1), last.node, last.tail)


def linearise(root: Any) -> Linear:
    """Walk the whole document without recursion and write down its text."""
    writer = _Writer()
    opened: list[_Open] = []
    closed: list[tuple[int, int, JunkKind | None, str | None]] = []
    links = depth = 0
    skipping: Any = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
                _tail(writer, node, links)
            continue
        if event == "start":
            depth = max(depth, len(opened))
            if tag in _DROP or not tag or (tag in _HOLDS_POPUPS and _is_popup(node)):
                skipping = node
                continue
            _break(writer, tag, node)
            opened.append(_Open(len(writer.blocks), hint_of(tag, node), role_of(tag, node)))
            links += tag == "a"
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                writer.heading = int(tag[1])
            if node.text:
                writer.write(node.text, node, tail=False, link=links > 0)
            continue
        _break(writer, tag, node)
        box = opened.pop()
        if box.hint or box.role:
            closed.append((box.first_block, len(writer.blocks), box.hint, box.role))
        links -= tag == "a"
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            writer.heading = 0
        _tail(writer, node, links)
    writer.end_line()
    text = "".join(writer.parts)
    return Linear(
        text=text, blocks=_hinted(writer.blocks, closed), pieces=tuple(writer.pieces), depth=depth
    )


def _break(writer: _Writer, tag: str, node: Any) -> None:
    """End the line where an element begins or ends; in a post, only leave a space."""
    if tag == "br" and _is_in_post(node):
        writer.write(" ", node, tail=False, link=False)
    elif tag in _BREAKS:
        writer.end_line()


def _is_in_post(node: Any) -> bool:
    """Whether a line break stands in a paragraph of a post that the page embeds: all its lines are
    one utterance."""
    block = node.getparent()
    frame = block.getparent() if block is not None and block.tag == "p" else None
    return frame is not None and role_of("blockquote", frame) == "post"


def _is_popup(node: Any) -> bool:
    """Whether an element only shows when the pointer rests on a word: a card on a person with
    headlines about him, in the middle of a sentence."""
    return _POPUP.search(node.get("class") or "") is not None


def _tail(writer: _Writer, node: Any, links: int) -> None:
    if node.tail:
        writer.write(node.tail, node, tail=True, link=links > 0)


def _hinted(
    blocks: list[Block], boxes: list[tuple[int, int, JunkKind | None, str | None]]
) -> tuple[Block, ...]:
    """The blocks with what their containers say, the innermost first."""
    sizes = [0]
    for block in blocks:
        sizes.append(sizes[-1] + len(block.text))
    hints: dict[int, JunkKind] = {}
    roles: dict[int, str] = {}
    for first, last, hint, role in boxes:
        if sizes[last] - sizes[first] > _MOST * sizes[-1]:
            continue
        for at in range(first, last):
            if hint and at not in hints:
                hints[at] = hint
            if role and at not in roles:
                roles[at] = role
    return tuple(
        msgspec.structs.replace(block, hint=hints.get(block.index), role=roles.get(block.index))
        for block in blocks
    )
