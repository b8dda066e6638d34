"""Occurrences: every place at which some words stand in a text, found in one walk over it."""

from collections.abc import Iterable

import daachorse

_FEW = 40  # words that are looked for one by one sooner than an automaton is built


def occurrences(text: str, words: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Give the spans of each word, from left to right; those of one word do not overlap.

    >>> occurrences("甲乙甲乙丙", ["甲乙", "乙丙", "丁"])
    {'甲乙': [(0, 2), (2, 4)], '乙丙': [(3, 5)], '丁': []}
    """
    found: dict[str, list[tuple[int, int]]] = {one: [] for one in words if one}
    if len(found) <= _FEW:
        for word, spans in found.items():
            at = text.find(word)
            while at >= 0:
                spans.append((at, at + len(word)))
                at = text.find(word, at + len(word))
        return found
    known = list(found)
    machine = daachorse.CharwiseDoubleArrayAhoCorasick(known)
    for start, stop, which in machine.find_overlapping(text):
        spans = found[known[which]]
        if not spans or spans[-1][1] <= start:
            spans.append((start, stop))
    return found
