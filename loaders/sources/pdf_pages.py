"""A PDF file with a text layer → its articles: headlines are known by their size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from pathlib import Path

from graph.evidence import Article, Issue
from loaders.sources.errors import SourceError
from loaders.sources.given import Given
from loaders.sources.headers import Header, header
from loaders.sources.metadata import Metadata, article, of, sidecar
from loaders.sources.page import split
from loaders.sources.page_order import Stack, groups
from loaders.sources.pdf_reader import layer
from loaders.sources.text_layer import Printed


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of an article: whether it is set in, and whether it fills its column."""

    text: str
    set_in: bool
    full: bool


@dataclass(frozen=True, slots=True)
class _Story:
    """An article of the file: its headline, its lines, what its page says."""

    title: str
    rows: tuple[_Row, ...]
    known: Metadata

    def longer(self, rows: Sequence[_Row]) -> "_Story":
        return replace(self, rows=(*self.rows, *rows))

    def text(self) -> str:
        """Give its paragraphs, each on a line: a full row goes on unless the next is set in."""
        text = "".join(
            ("" if before.full and not row.set_in else "\n")
            + _gap(before.text, row.text)
            + row.text
            for before, row in pairwise((_Row("", set_in=False, full=False), *self.rows))
        )
        return text.strip()


def _gap(before: str, after: str) -> str:
    """Give the space that two rows need between Latin words."""
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() else ""


def read(path: Path, content: bytes, given: Given) -> Iterator[Article | Issue]:
    """Yield the articles of a file; offsets count in the lines as they were put in order.

    Raises:
        SourceError: It is no PDF file, damaged, locked, too long, or has no text layer at all.
    """
    if not content.startswith(b"%PDF-") and b"%PDF-" not in content[:1024]:
        raise SourceError("it is no PDF file, whatever its name says; give it its own suffix")
    stories, bare = _stories(content)
    if not stories:
        raise SourceError(
            "it has no text layer, only pictures of its pages; recognise its text first (OCR), or "
            "give the text as .txt"
        )
    beside, issues = sidecar(path)
    yield from issues
    for number in bare:
        yield Issue(
            path.name,
            0,
            f"page {number}",
            "it has no text layer and was left out; recognise its text",
        )
    stated = of(given).over(beside)
    start = 0
    for story in stories:
        text = story.text()
        alone = stated if len(stories) == 1 else Metadata()
        known = replace(stated.over(story.known), title=alone.title or story.title, url=alone.url)
        yield article(text, known, path, start)
        start += len(text) + 1


def _stories(content: bytes) -> tuple[list[_Story], list[int]]:
    """Give the articles of all pages, and the numbers of the pages without any text."""
    found: list[_Story] = []
    bare: list[int] = []
    known = Metadata()
    for number, lines in enumerate(layer(content), 1):
        kept, says = _without_header(lines)
        if not kept:
            bare.append(number)
            continue
        known = Metadata(says.date or known.date, says.source or known.source, page=says.page)
        articles = groups(kept)
        here = [_Story(_main(one.heads), tuple(_rows(one.columns)), known) for one in articles]
        first = here[0]
        if not first.title and not says.page and found:
            # A page without headline and header goes on with the one before it.
            found[-1] = found[-1].longer(first.rows)
            del here[0]
        elif not any(one.heads for one in articles):
            here = _by_words(first)
        found += here
    return [one for one in found if one.rows], bare


def _by_words(story: _Story) -> list[_Story]:
    """Part a page of one size by its words and widths, as a text of columns is."""
    text = "\n".join(row.text for row in story.rows)
    pieces = split(text)
    if len(pieces) == 1 and not pieces[0].title:
        return [story]
    return [
        _Story(
            one.title,
            tuple(
                _Row(line, set_in=True, full=False)
                for line in text[one.start : one.stop].split("\n")
            ),
            story.known.over(one.known),
        )
        for one in pieces
    ]


def _without_header(lines: Sequence[Printed]) -> tuple[list[Printed], Header]:
    """Take the lines of a page's header, and its bare number, out of its lines."""
    top = max((one.top for one in lines), default=0.0)
    bottom = min((one.bottom for one in lines), default=0.0)
    edge = _EDGE * (top - bottom)
    at_edge = [one for one in lines if top - one.top <= edge or one.bottom - bottom <= edge]
    said = {one: says for one in at_edge if (says := header(one.text))}
    sure = [one for one, says in said.items() if says.sure]
    said = {
        one: says
        for one, says in said.items()
        if any(abs(one.top - other.top) <= _LINES * other.size for other in sure)
    }
    numbers = {one for one in at_edge if one.text.strip(" -—·").isdigit()}
    kept = [one for one in lines if one not in said and one not in numbers]
    return kept, reduce(Header.with_next, said.values(), Header())


_LINES = 3  # of a header, one below the other
_EDGE = 0.06  # part of a page's height in which its header stands, at the top or the bottom


def _main(heads: Sequence[Stack]) -> str:
    """Give the largest headline; kickers and decks are smaller."""
    if not heads:
        return ""
    largest = max(one.size for one in heads)
    lines = [line.text for one in heads if one.size >= largest * _AS_LARGE for line in one.lines]
    return "".join("".join(lines).split())


_AS_LARGE = 0.95


def _rows(stacks: Sequence[Stack]) -> list[_Row]:
    """Give the lines of parts of a column, in reading order."""
    return [
        _Row(
            line.text,
            set_in=line.left - one.left >= _SET_IN * one.size,
            full=one.right - line.right <= _FULL * one.size and len(one.lines) > 1,
        )
        for one in stacks
        for line in one.lines
    ]


_SET_IN, _FULL = 1.4, 2.2  # characters: how far a first line is set in; what a full one may lack
