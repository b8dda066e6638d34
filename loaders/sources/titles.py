"""Titles: how well some rows fit as the headlines of one article."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.sources.headlines import joint, main, reads_as_headline, says, units
from loaders.sources.notices import alike, is_notice
from loaders.sources.rows import Row, Span, text_of
from loaders.sources.signatures import is_name
from loaders.sources.words import Words


@dataclass(frozen=True, slots=True)
class Title:
    """Rows that are the headlines of a body.

    Attributes:
        rows: The rows.
        heads: All rows between two bodies, among which they stand.
        body: The rows of the body.
        weight: What speaks for it.
    """

    rows: Span
    heads: Span
    body: Span
    weight: float


class Titles:
    """Weighs the headlines of one page; remembers what it weighed, as many layouts are tried."""

    def __init__(self, page: Sequence[Row], words: Words) -> None:
        """Begin with nothing weighed."""
        self._page, self._words = page, words
        self._weights: dict[tuple[Span, Span, Span], float] = {}
        self._units: dict[tuple[Span, Span], list[Span]] = {}

    def weigh(self, rows: Span, heads: Span, body: Span) -> float:
        """Weigh some rows as the headlines of a body.

        Args:
            rows: The rows.
            heads: All rows between two bodies, among which they stand.
            body: The rows of an article.
        """
        key = rows, heads, body
        weight = self._weights.get(key)
        if weight is None:
            weight = self._weights[key] = self._fit(rows, heads, body)
        return weight

    def text(self, title: Title) -> str:
        """Give the main headline of a body."""
        return main(
            self._page,
            self._parts(title.rows, title.body),
            lambda span: self._words.echo(self._words.of(span), title.heads, title.body),
        )

    def _fit(self, rows: Span, heads: Span, body: Span) -> float:
        parts = self._parts(rows, body)
        if len(parts) > _MOST_PARTS:
            return NO_TITLE
        echoes = [self._echo(part, heads, body) for part in parts]
        best = max(echoes)
        text = text_of(self._page, parts[echoes.index(best)])
        above, below = heads.stop == body.first, heads.first == body.stop
        beside = _BESIDE_ABOVE if above else _BESIDE
        weight = best + beside * (sum(echoes) - best)
        strangers = sum(one < _OWN for one in echoes)
        if not above:
            weight -= _STRANGER * strangers
        elif strangers == len(echoes):
            weight -= _STRANGERS
        weight -= self._strange(parts)
        notice = alike(text, text_of(self._page, body))
        weight += _KIND if notice else 0.0
        weight += _READS if reads_as_headline(text) else -_NAMES if is_name(text) else 0.0
        if rows.first > heads.first and self._broken(rows.first):
            weight -= _BROKEN
        amid = heads.first > 0 and heads.stop < len(self._page) and heads.height < _SEVERAL
        if amid and not notice:
            weight -= _TINY if len(text) < _TINY_LENGTH else 0.0
            weight -= _SHORT if len(text) < _SHORT_LENGTH else 0.0
        if above:
            weight += _ABOVE if rows.stop == heads.stop else _NEAR
            return weight - _PART * (len(parts) - 1)
        if below:
            weight += _BELOW if rows.first == heads.first else _NEAR
            return weight - _PART * (len(parts) - 1)
        if best < _FAR:
            return NO_TITLE if amid else _REMAINS
        return weight - _PART_FAR * (len(parts) - 1) - (_AMID if amid else 0.0)

    def _strange(self, parts: Sequence[Span]) -> float:
        """Weigh what speaks against headlines that stand together."""
        texts = [text_of(self._page, part) for part in parts]
        weight = _NOTICE if len(texts) > 1 and any(map(is_notice, texts)) else 0.0
        weight += _NAMES if len(texts) > 1 and any(map(is_name, texts)) else 0.0
        return weight + (_NEXT if any(map(says, texts[1:-1])) else 0.0)

    def _echo(self, part: Span, heads: Span, body: Span) -> float:
        words = self._words.of(part)
        much = len(words) / _ENOUGH
        enough = much if much <= 1 else much**0.5
        return min(_MOST_ECHO, _ECHO * self._words.echo(words, heads, body) * enough)

    def _broken(self, at: int) -> bool:
        """Tell whether a row goes on with the one above it, by words that the page has."""
        before, after = self._page[at - 1].text, self._page[at].text
        whole = Span(0, len(self._page))
        known = self._words.count(before[-1] + after[0], whole) > 1
        return joint(before, after, known=known) > _JOINED

    def _parts(self, rows: Span, body: Span) -> list[Span]:
        """Give the headlines that stand in some rows: the main one, one above, one below."""
        key = rows, body
        found = self._units.get(key)
        if found is None:
            found = self._units[key] = units(
                self._page, rows, lambda pair: self._words.beside(pair, body)
            )
        return found


NO_TITLE = -4.0  # the weight of rows that are no headline of a body
_ECHO, _ENOUGH = 8.0, 8  # what a headline of so many pairs counts when its body has them all
_MOST_ECHO = 10.94
_PART, _PART_FAR = 1.35, 1.5  # what a further headline costs
# How much of a further headline's words count: a deck says what later paragraphs say, and must not
# gain by parting them off as an article of its own.
_BESIDE, _BESIDE_ABOVE = 0.5, 0.4
_MOST_PARTS = 3  # one above the main headline, one below it
_READS, _NAMES = 0.7, 3.0  # it ends as headlines do; it is only the name of a body
_NOTICE = 6.0  # a notice has no headlines beside its own
_KIND = 2.0  # it names the kind of notice that its body is
_NEXT = 4.0  # 沈知远强调 between two lines begins the headlines of the next article
_OWN = 0.8  # less than this, and a line says nothing of its body
_STRANGER, _STRANGERS = 2.0, 4.0  # each such line elsewhere; when all lines above a body are such
_BROKEN, _JOINED = 0.97, 1.5  # what speaks against one that begins within another
_SEVERAL = 5  # rows of headlines that are those of several articles
_TINY, _TINY_LENGTH = 1.3, 6  # one among articles that is as short as headings inside one
_SHORT, _SHORT_LENGTH = 1.2, 9
_ABOVE, _BELOW, _NEAR = 1.5, 0.7, 0.5  # it stands directly above its body, below it, nearly so
_FAR = 0.97  # what a headline that stands elsewhere shares at least
_AMID = 2.0  # what speaks against one elsewhere that stands among other articles
_REMAINS = -1.5  # one that shares less, when it and its body are what remains
