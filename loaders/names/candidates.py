"""Candidate: whether a person's name begins at a position, and where it would end."""

import functools
from dataclasses import dataclass

from loaders import lexicons
from loaders.names.edges import HARD

_PUNCTUATED, _FOLLOWED, _OPEN = 1.0, 0.9, 0.6
_LONGEST_WORD = 5
_THREE, _LATE = 3, "时日后前等"
_STRANGE = 0.25  # taken off when the surname is not in the list


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a person's name.

    Attributes:
        start: First code point in the healed text.
        stop: Code point after it.
        strength: 1.0 before punctuation, 0.9 before a word that follows names, 0.6 before others.
        weak: Its surname is more often an ordinary word.
        speaks: A verb of saying or doing stands straight after it.
    """

    start: int
    stop: int
    strength: float
    weak: bool = False
    speaks: bool = False


def candidate(
    text: str, at: int, *, listed: bool = False, unlisted: bool = False
) -> Candidate | None:
    """Read a person's name at a position.

    Args:
        text: A healed text.
        at: Where the name would begin.
        listed: It stands in a list of persons, so a rare surname is no objection.
        unlisted: It stands straight after a title, so a surname outside the list is accepted
            where punctuation or a word that follows names ends it.
    """
    lexicon = _lexicon()
    if text.startswith(lexicon.not_persons, at) or not _is_han(text[at : at + 2]):
        return None
    compound = text[at : at + 2] in lexicon.surnames
    surname = 2 if compound else 1
    strange = not compound and text[at] not in lexicon.surnames
    if strange and not unlisted:
        return None
    if (strange and text[at] in lexicon.never) or text.startswith(lexicon.titles, at):
        return None
    best: Candidate | None = None
    for length in (surname + 2, surname + 1):
        found = _ending(text, at, at + length, at + surname)
        if found and (best is None or found.strength > best.strength):
            best = found
    if best is None:
        return None
    weak = text[at] in lexicon.weak and not compound
    strength = best.strength - (_STRANGE if strange else 0)
    if (weak and not (listed or unlisted)) or (strange and best.strength < _FOLLOWED):
        strength -= _STRANGE
    return Candidate(at, best.stop, strength, weak or strange, best.speaks)


def foreign(text: str, at: int) -> Candidate | None:
    """Read a name written in the characters of transliteration, straight after a title."""
    japanese = _japanese(text, at)
    if japanese is not None:
        return japanese
    stop = at
    while stop < len(text) and text[stop] in _transliterated() and stop - at < _LONGEST_FOREIGN:
        if text[stop] in "和与" and stop - at >= _PAIR:
            break
        stop += 1
    for end in range(stop, at + 1, -1):
        ends = end == len(text) or text[end] in HARD or text[end].isdecimal()
        least = 1 if end - at >= _LONG else _PAIR
        if (ends or _word_after(text, end) >= least) and not _late(text, end):
            return Candidate(at, end, _FOLLOWED, weak=True)
    return None


def _japanese(text: str, at: int) -> Candidate | None:
    """Read a Japanese name, whose family name has two characters or three: 佐伯诚一."""
    family = next((n for n in (3, 2) if text[at : at + n] in _lexicon().japanese), 0)
    if not family:
        return None
    ends = [_ending(text, at, at + family + given, at + family) for given in (2, 1, 3)]
    found = [one for one in ends if one is not None and one.strength >= _FOLLOWED]
    return max(found, key=lambda one: one.strength, default=None)


def _late(text: str, end: int) -> bool:
    """Tell whether a name would end inside the word after it: 米勒日 of 米勒日前."""
    return text[end - 1 : end + 1] in _ACROSS


_ACROSS = (
    "日前",
    "日后",
    "当日",
    "今日",
    "因故",
    "因公",
    "因病",
    "因此",
    "因为",
    "让人",
    "让大",
    "特别",
    "特地",
    "都是",
)


@functools.cache
def _transliterated() -> frozenset[str]:
    return frozenset(lexicons.words("transliteration"))


def dotted(text: str, start: int, stop: int) -> Candidate | None:
    """Cut a stretch with dots down to the name: 阿依古丽·买买提 of 县长阿依古丽·买买提讲话."""
    dots = [at for at in range(start, stop) if text[at] in _DOTS]
    begin, end = dots[0], dots[-1] + 1
    while begin > start and text[begin - 1] in _transliterated():
        begin -= 1
    while end < stop and text[end] in _transliterated():
        end += 1
    if end > dots[-1] + 1 and _late(text, end):
        end -= 1
    if begin == dots[0] or end == dots[-1] + 1 or not transliterated(text[begin:end]):
        return None
    return None if text[begin - 1 : begin] == "“" else Candidate(begin, end, _PUNCTUATED)


_DOTS = "·・•"


def transliterated(text: str) -> bool:
    """Tell whether a text is all characters of transliteration, but for one and for dots."""
    return sum(one not in _transliterated() and one not in _DOTS for one in text) <= 1


_LONGEST_FOREIGN = 9
_PAIR = 2
_LONG = 4  # code points of a transliterated name that is longer than most Chinese ones


def ends_clause(text: str, at: int) -> bool:
    """Tell whether punctuation or the end of a title stands before a position."""
    return text[at - 1] in HARD or any(
        text[at - size : at] in _lexicon().cues
        for size in range(2, _LONGEST_WORD + 1)
        if size <= at
    )


def _ending(text: str, start: int, stop: int, given: int) -> Candidate | None:
    lexicon = _lexicon()
    name = text[given:stop]
    if len(name) != stop - given or not _is_han(name) or _late(text, stop):
        return None
    if stop - start == _THREE and text[start : start + 2] == text[start + 2 : start + 4]:
        return None  # printed twice by mistake: 王明王明
    unusual = set(name) & lexicon.never
    if unusual and not (unusual <= lexicon.rare and _ended(text, stop)):
        return None
    rest = text[stop : stop + 1]
    if not rest or rest in HARD:
        # 陆航时， is 陆航 and 时: a name of three rarely ends so.
        late = stop - start == _THREE and name[-1] in _LATE
        return Candidate(start, stop, _OPEN - 0.05 if late else _PUNCTUATED)
    size = _word_after(text, stop)
    speaks = any(text.startswith(verb, stop) for verb in lexicon.speech)
    if size:
        return Candidate(start, stop, _FOLLOWED + min(size, 4) / 100, speaks=speaks)
    return Candidate(start, stop, _OPEN, speaks=speaks)


def _ended(text: str, stop: int) -> bool:
    """Tell whether punctuation, or a word of two characters that follows names, ends a name."""
    return text[stop : stop + 1] in HARD or not text[stop:] or _word_after(text, stop) > 1


def _word_after(text: str, at: int) -> int:
    """Give the length of the longest word that follows names and stands at a position, or 0."""
    after = _lexicon().after
    return next((size for size in range(_LONGEST_WORD, 0, -1) if text[at : at + size] in after), 0)


def _is_han(text: str) -> bool:
    return bool(text) and all("\u4e00" <= one <= "\u9fff" or one == "〇" for one in text)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    surnames: frozenset[str]
    weak: frozenset[str]
    never: frozenset[str]
    rare: frozenset[str]
    japanese: frozenset[str]
    after: frozenset[str]
    speech: tuple[str, ...]
    not_persons: tuple[str, ...]
    cues: frozenset[str]
    titles: tuple[str, ...]


@functools.cache
def _lexicon() -> _Lexicon:
    titles = {row[0] for row in lexicons.rows("titles")}
    return _Lexicon(
        frozenset(lexicons.words("surnames")),
        frozenset(lexicons.words("surnames_weak")),
        frozenset(lexicons.words("not_in_names")),
        frozenset(lexicons.words("rare_in_names")),
        frozenset(lexicons.words("surnames_japanese")),
        frozenset(lexicons.words("after_names")) | titles | {"副" + one for one in titles},
        lexicons.words("speech_verbs"),
        lexicons.words("not_persons"),
        frozenset(titles) | frozenset(lexicons.words("person_cues")),
        tuple(sorted(titles)),
    )
