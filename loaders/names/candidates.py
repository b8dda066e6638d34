"""Candidate: whether a person's name begins at a position, and where it would end."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.names.edges import HARD

_PUNCTUATED, _FOLLOWED, _OPEN = 1.0, 0.9, 0.6
_LONGEST_WORD = 5
_PAIR = 2
_THREE, _LATE = 3, "时日后前等"
_CLOSING = "，。、；：！？,;:）)\n"
_NOUNS = "区县镇乡村会局部处科室员长者人家户业界式节型性化制力量品"  # 高新区, 高质量: how words of three end
_FUNCTION = frozenset(
    "曾已最受不与也了以们但做再则又及因在将就并往或所把更是由的着而被让该过还这那都和对到向从于某"
)
_NO_GIVEN = ("家", "族")
_VERBS, _SAID = "为拟向", "说称讲问答摄等"
_LINKS = "和与从同及由向于有都能别全来上但次后经终"  # surnames, and far more often words between two names
_WEAK = 0.25  # taken off for a weak surname outside a list


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


def candidate(text: str, at: int, *, placed: bool = False, links: int = 3) -> Candidate | None:
    """Read a person's name at a position.

    Args:
        text: A healed text.
        at: Where the name would begin.
        placed: It stands straight after a title or in a list of persons, so that a surname that is
            more often a word is no objection, and before punctuation hardly any given name is.
        links: How many words that join may stand in a row, each of which could begin the name.
    """
    lexicon = _lexicon()
    first = text[at : at + 1]
    if not _is_han(text[at : at + 2]):
        return None
    word = text.startswith(lexicon.not_persons.get(first, ()), at)
    if word and not (placed and _goes_on(text, at)):
        return None
    compound = text[at : at + 2] in lexicon.surnames
    surname = 2 if compound else 1
    if not compound and text[at] not in lexicon.surnames:
        return None
    given = text[at + surname : at + surname + 1]
    if text.startswith(lexicon.titles.get(given, ()), at + surname) or _title_at(text, at):
        return None
    weak = text[at] in lexicon.weak and not compound
    best: Candidate | None = None
    for length in (surname + 2, surname + 1):
        found = _ending(text, at, at + length, at + surname, firm=placed and not weak)
        if found and (best is None or found.strength > best.strength):
            best = found
    if best is None or text[at : best.stop] in lexicon.after or _unclear(text, at, best, links):
        return None
    if weak and best.strength < _FOLLOWED and best.stop - at == _PAIR:
        return None  # 副市长操弄…
    strength = best.strength - (_WEAK if weak and not placed else 0)
    return Candidate(at, best.stop, strength, weak, best.speaks)


def _unclear(text: str, at: int, best: Candidate, links: int) -> bool:
    """Tell whether the surname is rather a word that joins: 甲董事长向刘立新, 副主席和秘书长."""
    if text[at] not in _LINKS or best.strength == _PUNCTUATED:
        return False
    return best.strength < _FOLLOWED or _better(text, at + 1, best, links)


def _better(text: str, at: int, best: Candidate, links: int) -> bool:
    """Tell whether a name begins one later, after a word that joins: 甲董事长向刘立新, not 向刘立."""
    if text.startswith(_lexicon().not_persons.get(text[at : at + 1], ()), at):
        return True
    after = candidate(text, at, links=links - 1) if links else None
    return after is not None and after.strength >= best.strength


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a name of three goes on after a word that is none: 丁香远 after a title, before punctuation."""
    lexicon = _lexicon()
    words = [one for one in lexicon.not_persons.get(text[at], ()) if text.startswith(one, at)]
    last = text[at + _PAIR : at + _THREE]
    ended = text[at + _THREE : at + _THREE + 1] in _CLOSING and last not in _CLOSING
    whole = any(len(one) != _PAIR for one in words) or last in lexicon.never or last in _NOUNS
    return text[at] in lexicon.surnames and ended and not whole


def _title_at(text: str, at: int) -> bool:
    """Tell whether a title begins at a position; 关长吉 and 司长明 before punctuation are names."""
    choice = _lexicon().titles.get(text[at], ())
    title = next((one for one in choice if text.startswith(one, at)), "")
    ended = _ended(text, at + _THREE) and text[at + _PAIR : at + _THREE] not in HARD
    return bool(title) and not (len(title) == _PAIR and text[at] in _lexicon().surnames and ended)


def shorter(text: str, found: Candidate) -> Candidate:
    """Leave off a third character that the name lacks elsewhere: 秦军 of 秦军搞, as 秦军 stands alone too.

    Args:
        text: A healed text.
        found: A name that nothing ends.
    """
    name = text[found.start : found.stop]
    two = name[:_PAIR]
    if found.strength >= _FOLLOWED or len(name) != _THREE or two in _lexicon().surnames:
        return found
    if text.count(two) == text.count(name):
        return found
    at = text.find(name)
    while at >= 0:
        other = _ending(text, at, at + _THREE, at + 1)
        if other is not None and other.strength >= _FOLLOWED:
            return found
        at = text.find(name, at + 1)
    return replace(found, stop=found.start + _PAIR)


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
        word = text[at:end] in _lexicon().not_persons.get(text[at], ())  # 企业负责人依次上台
        if (ends or _word_after(text, end) >= least) and not (word or _late(text, end)):
            return Candidate(at, end, _FOLLOWED, weak=True)
    return None


def again(text: str, at: int) -> Candidate | None:
    """Read a name of four or five whose surname is in no list, straight after a title (迭目江腾).

    It counts where half of it transliterates and it stands in the text once more, between the start of
    a clause and a verb of saying.
    """
    lexicon = _lexicon()
    for length in (_LONG + 1, _LONG):
        name = text[at : at + length]
        share = sum(one in _transliterated() for one in name)
        if not _is_han(name) or 2 * share < length:
            continue
        later = text.find(name, at + length)
        while later >= 0:
            verbs = lexicon.speech.get(text[later + length : later + length + 1], ())
            if text[later - 1] in HARD and text.startswith(verbs, later + length):
                return Candidate(at, at + length, _FOLLOWED, weak=True)
            later = text.find(name, later + 1)
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
    """Tell whether a name would end inside the word after it: 米勒日 of 米勒日前, 买提因 of 买提因天气原因."""
    if text[end - 1 : end] == "因" and end < len(text) and text[end] not in HARD:
        return not _word_after(text, end)
    return text[end - 1 : end + 1] in _ACROSS


_ACROSS = (
    "日前", "日后", "当日", "今日", "因故", "因公", "因病", "因此", "因为", "让人", "让大", "特别", "特地",
    "都是", "特意", "多次", "多年", "连日", "连夜", "连续", "曾任", "曾在", "曾经",
)  # fmt: skip


@functools.cache
def _transliterated() -> frozenset[str]:
    return frozenset(lexicons.words("transliteration"))


def dotted(text: str, start: int, stop: int) -> Candidate | None:
    """Cut a stretch with dots down to the name: 阿依古丽·买买提 of 县长阿依古丽·买买提讲话."""
    dots = [at for at in range(start, stop) if text[at] in _DOTS]
    begin = _begin(text, start, dots[0])
    titled = begin > 0 and text[begin - 1] not in HARD and ends_clause(text, begin)
    end = _end(text, dots[-1] + 1, stop, titled=titled)
    name = text[begin:end]
    foreign_share = sum(one in _transliterated() for one in name) * _SHARE
    if begin == dots[0] or end == dots[-1] + 1 or foreign_share < len(name) - len(dots):
        return None
    return None if text[begin - 1 : begin] == "“" else Candidate(begin, end, _PUNCTUATED)


def _begin(text: str, start: int, dot: int) -> int:
    """Give where the first part of a dotted name begins: after punctuation or a cue, or where it stops transliterating."""
    for at in range(dot - 1, max(dot - _LONGEST_PART, start) - 1, -1):
        if at == 0 or ends_clause(text, at):
            return at
    begin = dot
    while begin > start and text[begin - 1] in _transliterated():
        begin -= 1
    return begin


def _end(text: str, start: int, stop: int, *, titled: bool) -> int:
    """Give where the last part of a dotted name ends: before punctuation or a word that follows names.

    Args:
        text: A healed text.
        start: Where the last part begins.
        stop: Where the stretch of Chinese characters ends.
        titled: A title stands before the name, so that it is none of a place (圣·安娜岛), and its last
            part may be of other characters than those of transliteration (副县长阿依努尔·对山).
    """
    end = start
    while end < stop and text[end] in _transliterated():
        end += 1
    clear = next(
        (at for at in range(start + 1, stop + 1)
         if text[at : at + 1] in HARD or not text[at:] or _word_after(text, at) > 1),
        end,
    )  # fmt: skip
    if end > start and _word_after(text, end):
        return end - 1 if _late(text, end) else end
    apart = clear == len(text) or text[clear] in HARD
    named = clear - start <= _LONGEST_PART and (titled or text[clear - 1] not in _OF_PLACES)
    if named and (apart or clear <= end + 1 or (titled and clear - start <= _THREE)):
        end = clear
    return end - 1 if end - 1 > start and _late(text, end) else end


_OF_PLACES = "岛山河湖江海峡国省州市区县镇乡村街路网讯报社店园城馆"
_LONGEST_PART = 6  # code points of one part of a dotted name
_SHARE = 3  # at least a third of a dotted name transliterates
_DOTS = "·・•"


def transliterated(text: str) -> bool:
    """Tell whether a text is all characters of transliteration, but for one and for dots."""
    return sum(one not in _transliterated() and one not in _DOTS for one in text) <= 1


_LONGEST_FOREIGN = 9
_LONG = 4  # code points of a transliterated name that is longer than most Chinese ones


def ends_clause(text: str, at: int) -> bool:
    """Tell whether punctuation or the end of a title stands before a position."""
    return text[at - 1] in HARD or any(
        text[at - size : at] in _lexicon().cues
        for size in range(2, _LONGEST_WORD + 1)
        if size <= at
    )


def _ending(
    text: str, start: int, stop: int, given: int, *, firm: bool = False
) -> Candidate | None:
    """Read a name between two positions, with how clearly what follows ends it.

    Args:
        text: A healed text.
        start: Where it begins.
        stop: Where it would end.
        given: Where the given name begins.
        firm: A title or a list stands before it, so that before punctuation any character is one of a given name.
    """
    lexicon = _lexicon()
    name = text[given:stop]
    if len(name) != stop - given or not _is_han(name) or _late(text, stop) or name in _NO_GIVEN:
        return None
    if stop - start == _THREE and text[start : start + 2] == text[start + 2 : start + 4]:
        return None  # printed twice by mistake: 王明王明
    rest = text[stop : stop + 1]
    closed = rest in _CLOSING or rest in "及等" or (rest == "的" and "以" in name)  # 免去王以诚的…
    unusual = set(name) & lexicon.never
    if not closed and unusual.isdisjoint(_FUNCTION):
        closed = len(unusual) == 1 and _word_after(text, stop) > 1  # 副主席唐汇诰出席
    sure = firm and stop - start == _THREE and closed and name[-1] not in _SAID
    if unusual and not sure and not (unusual <= lexicon.rare and _ended(text, stop)):
        return None
    if name[-1] in _VERBS and rest and rest not in _CLOSING:
        return None  # 选举李轩为副镇长, 任刚拟任
    if not rest or rest in HARD:
        # 陆航时， is 陆航 and 时: a name of three rarely ends so.
        late = stop - start == _THREE and name[-1] in _LATE
        return Candidate(start, stop, _OPEN - 0.05 if late else _PUNCTUATED)
    size = _word_after(text, stop)
    speaks = text.startswith(lexicon.speech.get(rest, ()), stop)
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
    return _HAN.fullmatch(text) is not None


_HAN = re.compile("[\u4e00-\u9fff〇]+")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    surnames: frozenset[str]
    weak: frozenset[str]
    never: frozenset[str]
    rare: frozenset[str]
    japanese: frozenset[str]
    after: frozenset[str]
    speech: dict[str, tuple[str, ...]]
    not_persons: dict[str, tuple[str, ...]]
    cues: frozenset[str]
    titles: dict[str, tuple[str, ...]]


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
