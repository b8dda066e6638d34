"""Name words: the lexicons of persons' names, and what they say of a place in a text."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders import lexicons
from loaders.names.edges import HARD

_LONGEST_WORD = 5


def ends_clause(text: str, at: int) -> bool:
    """Tell whether punctuation or the end of a title stands before a position."""
    return text[at - 1] in HARD or any(
        text[at - size : at] in name_words().cues
        for size in range(2, _LONGEST_WORD + 1)
        if size <= at
    )


def ended(text: str, stop: int) -> bool:
    """Tell whether punctuation, or a word of two characters that follows names, ends a name."""
    return text[stop : stop + 1] in HARD or not text[stop:] or word_after(text, stop) > 1


def word_after(text: str, at: int) -> int:
    """Give the length of the longest word that follows names and stands at a position, or 0."""
    after = name_words().after
    return next((size for size in range(_LONGEST_WORD, 0, -1) if text[at : at + size] in after), 0)


def is_han(text: str) -> bool:
    """Tell whether a text is Chinese characters only."""
    return _HAN.fullmatch(text) is not None


_HAN = re.compile("[\u4e00-\u9fff〇]+")


def late(text: str, end: int) -> bool:
    """Tell whether a name would end inside the word after it: 米勒日 of 米勒日前, 买提因 of 买提因天气原因."""
    if text[end - 1 : end] == "因" and end < len(text) and text[end] not in HARD:
        return not word_after(text, end)
    return text[end - 1 : end + 1] in _ACROSS


_ACROSS = (
    "日前", "日后", "当日", "今日", "因故", "因公", "因病", "因此", "因为", "让人", "让大", "特别", "特地",
    "都是", "特意", "多次", "多年", "连日", "连夜", "连续", "曾任", "曾在", "曾经",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lexicons of persons' names.

    Attributes:
        surnames: Of one character and of two.
        weak: Surnames that are more often ordinary words.
        never: Characters that given names all but lack.
        given: Characters that given names often have.
        rare: Those of `never` that a few given names have.
        japanese: Family names of Japan.
        after: Words that follow names, titles among them.
        speech: Verbs of saying and doing, by their first character.
        not_persons: Words that begin like names, by their first character.
        cues: Words that names follow.
        titles: By their first character.
    """

    surnames: frozenset[str]
    weak: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]
    rare: frozenset[str]
    japanese: frozenset[str]
    after: frozenset[str]
    speech: dict[str, tuple[str, ...]]
    not_persons: dict[str, tuple[str, ...]]
    cues: frozenset[str]
    titles: dict[str, tuple[str, ...]]


@functools.cache
def name_words() -> NameWords:
    """Give the lexicons, sorted once."""
    titles = {row[0] for row in lexicons.rows("titles")}
    return NameWords(
        frozenset(lexicons.words("surnames")),
        frozenset(lexicons.words("surnames_weak")),
        frozenset(lexicons.words("not_in_names")),
        frozenset(lexicons.words("given_names")),
        frozenset(lexicons.words("rare_in_names")),
        frozenset(lexicons.words("surnames_japanese")),
        frozenset(lexicons.words("after_names")) | titles | {"副" + one for one in titles},
        _by_first(lexicons.words("speech_verbs")),
        _by_first(lexicons.words("not_persons")),
        frozenset(titles) | frozenset(lexicons.words("person_cues")),
        _by_first(titles),
    )


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort words by their first character, so that a place in a text is compared with few of them."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(some) for first, some in found.items()}
