"""Transliterated: names of persons in the characters that Chinese writes foreign, Tibetan and Uyghur names with."""

import functools

from loaders import lexicons
from loaders.names.candidates import FOLLOWED, PUNCTUATED, Candidate, ending
from loaders.names.edges import HARD
from loaders.names.name_words import ends_clause, is_han, late, name_words, word_after

_PAIR, _THREE = 2, 3
_LONG = 4  # code points of a transliterated name that is longer than most Chinese ones
_LONGEST_FOREIGN = 9
_LONGEST_PART = 6  # code points of one part of a dotted name
_SHARE = 3  # at least a third of a dotted name transliterates
_LOOSE_DOTS = frozenset(".-")  # 托马.林博, 萨赫-沃克, straight after a title only
_LONGEST_LOOSE = 6
_ENDS = ("，", "、", "。", "；", "）", "\n")
_IN_TIBETAN = "更第关让"  # 更智, 卡岚第
_COUNTRIES = frozenset("中美俄日韩朝英法德意印巴欧澳加柬泰老缅蒙")  # 美俄总统
_FOREIGN = frozenset(
    "尔斯克夫姆茨蒂娅埃厄奥卡赫穆什普瓦扎戈廷塔迪哈拉洛罗莱佩蓬维诺"
)  # hardly in Chinese names
_LOOKS = (
    "调查",
    "检查",
    "审查",
    "巡查",
    "侦查",
    "采访",
    "拜访",
)  # their second character transliterates
_JOINS = ("和", "与", "及", "同", "向", "让")
_DOTS = "·・•.-"
_UYGHUR = ("不都", "不拉", "不力")  # 阿不都热合曼
_OF_PLACES = "岛山河湖江海峡国省州市区县镇乡村街路网讯报社店园城馆"


def foreign(text: str, at: int, *, alone: bool = False) -> Candidate | None:
    """Read a name written in the characters of transliteration, straight after a title.

    Args:
        text: A healed text.
        at: Where the name would begin.
        alone: The title is one of other countries (总统), so that nothing need stand after the name.
    """
    family = japanese(text, at)
    if family is not None:
        return family
    if text[at : at + 1] in _JOINS:
        return None
    stop = at
    while stop < len(text) and text[stop] in _transliterated() and stop - at < _LONGEST_FOREIGN:
        if text[stop] in "和与曾" and stop - at >= _PAIR:
            break
        stop += 1
    for end in range(stop, at + 1, -1):
        ends = end == len(text) or text[end] in HARD or text[end].isdecimal()
        least = 1 if end - at >= _LONG else _PAIR
        word = text[at:end] in name_words().not_persons.get(text[at], ())  # 企业负责人依次上台
        if (ends or word_after(text, end) >= least) and not (word or late(text, end)):
            return Candidate(at, end, FOLLOWED, weak=True)
    if stop - at >= (_PAIR if alone else _LONG) and not _worded(text, at) and not late(text, stop):
        clear = alone or len(set(text[at:stop]) & _FOREIGN) > 1
        return Candidate(at, stop, FOLLOWED, weak=True) if clear else None
    return None


def before_style(text: str, stop: int) -> Candidate | None:
    """Read a transliterated name that ends before 总理, 首相, 亲王: 沙兰尼亲王, 和沙兰首相."""
    start = stop
    while start > max(0, stop - _LONGEST_FOREIGN - 1) and text[start - 1] in _transliterated():
        start -= 1
        if text[start] in _JOINS and stop - start > _PAIR:
            break
    while text[start : start + 1] in _JOINS:
        start += 1
    if not _PAIR <= stop - start <= _LONGEST_FOREIGN or _worded(text, start):
        return None
    if set(text[start:stop]) <= _COUNTRIES or text[start - 1 : start] == "驻":
        return None
    return Candidate(start, stop, FOLLOWED, weak=True)


def _worded(text: str, at: int) -> bool:
    """Tell whether a word that is no name begins at a position."""
    return text.startswith(name_words().not_persons.get(text[at : at + 1], ()), at)


def loosely(text: str, at: int, least: int) -> Candidate | None:
    """Read a name of up to six before punctuation, straight after a title, of which half transliterates.

    It is none where a word that follows names stands inside (院长特别强调，).
    """
    stop = next(
        (end for end in range(at, at + _LONGEST_LOOSE + 1) if text[end : end + 1] in _ENDS), 0
    )
    if stop - at < least or not is_han(text[at:stop]) or text[at] in _JOINS or _worded(text, at):
        return None
    stop -= text[stop - 1] in "称说"
    share = sum(one in _transliterated() for one in text[at:stop])
    inside = any(word_after(text, one) > 1 for one in range(at, stop))
    unusual = any(one in name_words().never and one not in _IN_TIBETAN for one in text[at:stop])
    if 2 * share < stop - at or inside or unusual:
        return None
    return Candidate(at, stop, FOLLOWED, weak=True)


def again(text: str, at: int) -> Candidate | None:
    """Read a name of four or five whose surname is in no list, straight after a title (迭目江腾).

    It counts where half of it transliterates and it stands in the text once more, between the start of
    a clause and a verb of saying.
    """
    lexicon = name_words()
    for length in (_LONG + 1, _LONG):
        name = text[at : at + length]
        share = sum(one in _transliterated() for one in name)
        inside = any(word_after(text, one) > 1 for one in range(at + 1, at + length))
        if not is_han(name) or 2 * share < length or inside:
            continue
        later = text.find(name, at + length)
        while later >= 0:
            verbs = lexicon.speech.get(text[later + length : later + length + 1], ())
            if text[later - 1] in HARD and text.startswith(verbs, later + length):
                return Candidate(at, at + length, FOLLOWED, weak=True)
            later = text.find(name, later + 1)
    return None


def japanese(text: str, at: int) -> Candidate | None:
    """Read a Japanese name, whose family name has two characters or three: 佐伯诚一."""
    family = next((n for n in (3, 2) if text[at : at + n] in name_words().japanese), 0)
    if not family:
        return None
    ends = [ending(text, at, at + family + given, at + family) for given in (2, 1, 3)]
    found = [one for one in ends if one is not None and one.strength >= FOLLOWED]
    return max(found, key=lambda one: one.strength, default=None)


@functools.cache
def _transliterated() -> frozenset[str]:
    return frozenset(lexicons.words("transliteration"))


def dotted(text: str, start: int, stop: int) -> Candidate | None:
    """Cut a stretch with dots down to the name: 阿依古丽·买买提 of 县长阿依古丽·买买提讲话."""
    dots = [at for at in range(start, stop) if text[at] in _DOTS]
    begin = _begin(text, start, dots[0])
    begin += text[begin] in _JOINS and begin + 1 < dots[0]
    titled = begin > 0 and text[begin - 1] not in HARD and ends_clause(text, begin)
    end = _end(text, dots[-1] + 1, stop, titled=titled)
    name = text[begin:end]
    foreign_share = sum(one in _transliterated() for one in name) * _SHARE
    if begin == dots[0] or end == dots[-1] + 1 or foreign_share < len(name) - len(dots):
        return None
    if not _LOOSE_DOTS.isdisjoint(name) and not (titled and transliterated(name)):
        return None
    if name.startswith("中国"):
        return None  # 中国·云湖2023年火把节
    return None if text[begin - 1 : begin] == "“" else Candidate(begin, end, PUNCTUATED)


def _begin(text: str, start: int, dot: int) -> int:
    """Give where the first part of a dotted name begins: where it stops transliterating, or after punctuation or a cue."""
    run = dot
    while run > start and text[run - 1] in _transliterated():
        run -= 1
    run += text[run - 1 : run + 1] in _LOOKS and run + 1 < dot
    for at in range(dot - 1, max(dot - _LONGEST_PART, start) - 1, -1):
        if at == 0 or ends_clause(text, at):
            other = [one for one in text[at:run] if one not in _transliterated()]
            odd = any(one in name_words().never and one != "不" for one in other) or other == ["人"]
            return run if (len(other) > 1 or odd) and run < dot else at
    return run


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
    while end < stop and (text[end] in _transliterated() or text.startswith(_UYGHUR, end)):
        if text[end] in "和与" and end - start >= _PAIR:
            break
        end += 1
    if end - 1 > start and text[end - 1] in (*_JOINS, "曾") and text[end : end + 1] not in HARD:
        end -= 1
    clear = next(
        (at for at in range(start + 1, stop + 1)
         if text[at : at + 1] in HARD or not text[at:] or word_after(text, at) > 1),
        end,
    )  # fmt: skip
    if start + 1 < clear < end:
        return clear  # 依明巴海 + 强调, though 强 transliterates too
    if end > start and word_after(text, end):
        return end - 1 if late(text, end) else end
    apart = clear == len(text) or text[clear] in HARD
    named = clear - start <= _LONGEST_PART and (titled or text[clear - 1] not in _OF_PLACES)
    plain = titled or name_words().never.isdisjoint(text[end:clear])
    if named and plain and (clear <= end + 1 or (titled and (apart or clear - start <= _THREE))):
        end = clear
    return end - 1 if end - 1 > start and late(text, end) else end


def transliterated(text: str) -> bool:
    """Tell whether a text is all characters of transliteration, but for one and for dots."""
    return sum(one not in _transliterated() and one not in _DOTS for one in text) <= 1
