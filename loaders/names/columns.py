"""Columns: names of persons set in columns, parted by spaces that healing takes out (主席团名单)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from loaders.names.candidates import Candidate, candidate
from loaders.names.edges import HARD
from loaders.names.transliterated import foreign

_LEAST = 4  # names; fewer may be a line of words
_LONGEST = 8  # code points of one name
_SURE = 0.95


def columns(text: str, gaps: Iterable[int]) -> Iterator[Candidate]:
    """Yield the names of every run of at least four that spaces part.

    Args:
        text: A healed text.
        gaps: Positions before which the text as published has white space.
    """
    run: list[Candidate] = []
    before = -1
    for start, stop in _cells(text, sorted(gaps)):
        found = named(text, start, stop)
        if found is None or (before >= 0 and start != before):
            yield from run if len(run) >= _LEAST else ()
            run = []
        if found is not None:
            run.append(found)
        before = stop if text[stop : stop + 1] not in ("\n", " ") else stop + 1
    yield from run if len(run) >= _LEAST else ()


def _cells(text: str, gaps: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between gaps and punctuation; 李 明, set apart to fill its column, is one."""
    marks = [at for at, one in enumerate(text) if one in HARD]
    cuts = sorted({0, len(text), *gaps, *marks, *(at + 1 for at in marks)})
    single: tuple[int, int] | None = None
    for start, stop in pairwise(cuts):
        if text[start] in HARD:
            single = None
            continue
        if single is not None and stop - start == 1:
            yield single[0], stop
            single = None
            continue
        if single is not None:
            yield single
        single = (start, stop) if stop - start == 1 else None
        if single is None:
            yield start, stop


def named(text: str, start: int, stop: int) -> Candidate | None:
    """Give the name that fills a stretch.

    Args:
        text: A healed text.
        start: Where the stretch begins.
        stop: Where it ends.
    """
    if not 1 < stop - start <= _LONGEST:
        return None
    cell = text[start:stop]
    found = candidate(cell, 0, placed=True)
    if found is None or found.stop != len(cell):
        found = foreign(cell, 0)
    if found is None or found.stop != len(cell):
        return None
    return Candidate(start, stop, _SURE)
