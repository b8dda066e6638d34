"""Reading: an article with its line breaks healed, and where a span of the original went."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.evidence.heal import Healed, heal, sentences


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text that is fit for reading: `[start, stop)` in its code points."""

    start: int
    stop: int
    what: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or several, and the quote in it: `[start, stop)` in its code points."""

    text: str
    start: int
    stop: int


def healed_span(healed: Healed, start: int, stop: int) -> tuple[int, int]:
    r"""Find a span of the original, in code points, in the healed copy.

    >>> healed_span(heal("区委书记曹\n\n立强、 区长出\n\n席。"), 4, 9)
    (4, 7)
    """
    kept = healed.origin[:-1]
    return bisect_left(kept, start), bisect_left(kept, stop)


def passage(text: str, start: int, stop: int) -> Passage:
    r"""Cut the sentence around a quote out of a text as published, healed for reading.

    >>> passage("甲到会。乙讲\n话。丙离开。", 4, 9)
    Passage(text='乙讲话。', start=0, stop=4)
    """
    healed = heal(text)
    first, last = healed_span(healed, start, stop)
    spans = [(a, b) for a, b in sentences(healed.text) if a < last and b > first]
    if not spans:
        return Passage(healed.text[first:last], 0, last - first)
    begin, end = spans[0][0], spans[-1][1]
    while begin < first and healed.text[begin].isspace():
        begin += 1
    return Passage(healed.text[begin:end], first - begin, last - begin)


def marks(text: str, names: Mapping[str, str]) -> list[Mark]:
    """Find names in a text: the longest first, none inside another.

    Args:
        text: Where to look.
        names: Each name with what to call its mark, such as an entity's id.

    >>> marks("钟某到徐东区政府", {"徐东区": "d", "徐东区政府": "b", "钟某": "p"})
    [Mark(start=0, stop=2, what='p'), Mark(start=3, stop=8, what='b')]
    """
    taken = bytearray(len(text))
    found: list[Mark] = []
    for name in sorted((one for one in names if one), key=lambda one: (-len(one), one)):
        for at in _places(text, name):
            if not any(taken[at : at + len(name)]):
                taken[at : at + len(name)] = b"\x01" * len(name)
                found.append(Mark(at, at + len(name), names[name]))
    return sorted(found, key=lambda one: one.start)


def _places(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
