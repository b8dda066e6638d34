"""Finds: the persons that were found in one text so far, and the places where no other may stand."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from loaders.names.candidates import Candidate
from loaders.names.covered import covered
from loaders.names.edges import Edges
from loaders.names.mention import Mentions


@dataclass(frozen=True, slots=True)
class Find:
    """A name that was found.

    Attributes:
        start: First code point in the healed text.
        stop: Code point after it.
        byline: The person wrote the article.
    """

    start: int
    stop: int
    byline: bool = False


class Finds:
    """The names found in one text; what reads them asks here what else is known of it.

    Attributes:
        text: A healed text.
        names: The other names, which no person's name lies across.
        edges: Where names may begin.
        gaps: Positions before which the text as published has white space.
        at: The names found, by where they begin.
    """

    def __init__(
        self, text: str, names: Mentions, edges: Edges, gaps: AbstractSet[int] = frozenset()
    ) -> None:
        """Begin with what the other names cover."""
        self.text, self.names, self.edges, self.gaps = text, names, edges, gaps
        self.at: dict[int, Find] = {}
        self._taken = covered(text, names)

    def word(self, find: Find) -> str:
        """Give the name itself."""
        return self.text[find.start : find.stop]

    def free(self, start: int, stop: int) -> bool:
        """Tell whether no name lies in a stretch."""
        return not any(self._taken[start:stop])

    def add(self, found: Candidate | None, *, byline: bool = False) -> bool:
        """Keep a candidate unless it lies across another name or another person."""
        if found is None or not self.free(found.start, found.stop):
            return False
        self.at[found.start] = Find(found.start, found.stop, byline)
        for at in range(found.start, found.stop):
            self._taken[at] = True
        return True

    def in_order(self) -> list[Find]:
        """Give the names found, in reading order."""
        return sorted(self.at.values(), key=lambda one: one.start)
