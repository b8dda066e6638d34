"""The pairs of `tests/gold/identity`: which two names are asked about, and what a careful reader says."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graph.evidence import Article, article_id

FOLDER = Path(__file__).parents[1] / "gold" / "identity"
DIFFICULTIES = ("easy", "fair", "nasty")
SAME, DIFFERENT, OPEN = VERDICTS = ("same", "different", "open")
EVENTS = "events"  # the one file whose pairs are about events

_MARK = re.compile(r"<([^<>]+)>")
_FIELDS = {"id", "name", "verdict", "difficulty", "why", "articles"}
Type = Literal["Person", "Event"]


class CorpusError(ValueError):
    """A file of pairs is not as its README says."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One side of a pair: the words `text[start:stop]` of an article, in code points."""

    article: Article
    start: int
    stop: int

    @property
    def words(self) -> str:
        """The words asked about."""
        return self.article.text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks in one to three articles, and whether they mean one person or one event."""

    id: str
    type: Type
    file: str
    name: str
    verdict: str
    difficulty: str
    why: str
    articles: tuple[Article, ...]
    left: Mark
    right: Mark

    @property
    def kind(self) -> str:
        """The word before the first hyphen of the id."""
        return self.id.partition("-")[0]


def pairs(folder: Path = FOLDER) -> Iterator[Pair]:
    """Read every pair, file by file in the order of their names.

    Raises:
        CorpusError: A pair lacks a field, or has not exactly two marks.
    """
    for path in sorted(folder.glob("*.toml")):
        for given in tomllib.loads(path.read_text("utf-8"))["pair"]:
            yield _pair(path.stem, given)


def _pair(file: str, given: Mapping[str, Any]) -> Pair:
    name = given.get("id", "without id")
    if set(given) != _FIELDS:
        raise CorpusError(f"{file}.toml, {name}: give exactly the fields {sorted(_FIELDS)}")
    read = [_article(one) for one in given["articles"]]
    marks = [mark for _, found in read for mark in found]
    if len(marks) != 2:
        raise CorpusError(f"{file}.toml, {name}: {len(marks)} marks <…>, there must be two")
    left, right = marks
    return Pair(
        **{key: given[key] for key in _FIELDS - {"articles"}},
        type="Event" if file == EVENTS else "Person",
        file=file,
        articles=tuple(article for article, _ in read),
        left=left,
        right=right,
    )


def _article(given: Mapping[str, str]) -> tuple[Article, list[Mark]]:
    text = _MARK.sub(r"\1", given["text"])
    article = Article(
        id=article_id(text, "", given["date"], given["source"]),
        text=text,
        date=given["date"],
        source=given["source"],
        place=given["place"],
    )
    spans = [
        (found.start() - 2 * order, found.end() - 2 * order - 2)
        for order, found in enumerate(_MARK.finditer(given["text"]))
    ]
    return article, [Mark(article, start, stop) for start, stop in spans]
