"""Words that rows have in common, as pairs of neighbouring characters: no word list is needed.

A headline takes its words from its article, and an article goes on speaking of what it began with.
"""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import sqrt

from loaders.sources.rows import Row, Span, text_of


def pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters of a text, marks and spaces left out.

    >>> sorted(pairs("区长，林"))
    ['区长', '长林']
    """
    bare = _bare(text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


class Words:
    """What the rows of one page say, and how much of it is said where."""

    def __init__(self, page: Sequence[Row]) -> None:
        """Note for each pair of characters the rows in which it begins."""
        self._page = page
        self._text = "".join(row.text for row in page)
        self._starts = [0, *accumulate(len(row.text) for row in page)]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[Span, frozenset[str]] = {}
        self._edges: dict[tuple[Span, bool], frozenset[str]] = {}
        last = ""
        for at, row in enumerate(page):
            bare = _bare(row.text)
            joined = last + bare
            for place in range(len(joined) - 1):
                self._places[joined[place : place + 2]].append(at if place or not last else at - 1)
            last = joined[-1:]

    def of(self, span: Span) -> frozenset[str]:
        """Give the pairs of some rows."""
        found = self._pairs.get(span)
        if found is None:
            found = self._pairs[span] = pairs(text_of(self._page, span))
        return found

    def echo(self, words: frozenset[str], heads: Span, body: Span) -> float:
        """Tell how much of a headline's words is a body's own, 0 to about 1.

        Args:
            words: The headline's pairs.
            heads: The rows of headlines among which it stands; what they say does not count.
            body: Rows of an article. A pair that other articles of the page have as well counts by
                the body's part of it; one of the body's first rows counts more.
        """
        known = 0.0
        for pair in words:
            places = self._places.get(pair, [])
            inside = _count(places, body)
            if inside:
                lead = _count(places, Span(body.first, min(body.first + _LEAD, body.stop)))
                known += inside / (len(places) - _count(places, heads)) * (_IN_LEAD if lead else 1)
        return known / len(words) if words else 0.0

    def count(self, pair: str, span: Span) -> int:
        """Tell how often two characters stand together in some rows."""
        return _count(self._places.get(pair, []), span)

    def beside(self, pair: str, span: Span) -> bool:
        """Tell whether two characters stand side by side in some rows, no mark between them."""
        return self._text.find(pair, self._starts[span.first], self._starts[span.stop]) >= 0

    def kinship(self, before: Span, after: Span) -> float:
        """Tell how much the first rows of one body have in common with the last of another.

        In hundredths of their pairs, digits left out: two parts of one article have 5 to 9 here,
        two articles about 1 (medians, of invented news and of real).
        """
        last = self._near(before, last=True)
        first = self._near(after, last=False)
        return 100 * len(last & first) / sqrt(max(1, len(last) * len(first)))

    def _near(self, body: Span, *, last: bool) -> frozenset[str]:
        """Give the pairs of a body's last or first rows, those with digits left out."""
        key = body, last
        found = self._edges.get(key)
        if found is None:
            text = text_of(self._page, body)
            some = text[-_EDGE:] if last else text[:_EDGE]
            found = self._edges[key] = frozenset(
                pair for pair in pairs(some) if not any(c.isdigit() for c in pair)
            )
        return found


_LEAD, _IN_LEAD = 3, 1.3  # rows with which news tells its news, and how much more they count
_EDGE = 130  # code points at the end of one body and at the start of the next that are compared


def _count(places: Sequence[int], span: Span) -> int:
    return bisect_left(places, span.stop) - bisect_left(places, span.first)
