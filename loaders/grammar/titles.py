"""Titles: reading 常务副区长, 党组书记, 全球高级副总裁兼中国区总裁, and what they say of a post."""

import functools
import re
from dataclasses import dataclass

from loaders import lexicons

_FORMER = ("原", "前", "时任")
_LONGEST = 100  # code points; no chain of titles joined by 兼 is longer
_MOST = 6  # prefixes of one title: 市委原常务副
_GROUPS = ("党组", "党委", "党工委", "分党组", "党支部", "党总支", "机关党委")

_INNER = (*_GROUPS, "纪委", "纪检组", "纪检监察组")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at the end of a stretch of text.

    Attributes:
        start: Where it begins.
        text: The title, without 原 and the like.
        kind: area, party, unit, any or team: what it is held of.
        status: What the words say of it: former (原, 前, 时任), nominated (提名人选); else current.
    """

    start: int
    text: str
    kind: str
    status: str = "current"

    @property
    def head(self) -> str:
        """The title without 副 and the like: 区长 of 常务副区长."""
        return _head(self.text) or self.text

    @property
    def deputy(self) -> bool:
        """Whether it is a deputy's title."""
        return "副" in self.text


def whole(text: str) -> Title | None:
    """Read a stretch that is nothing but a title.

    >>> whole("全球高级副总裁兼中国区总裁").kind
    'any'
    >>> whole("党组书记、局长") is None
    True
    """
    match = _pattern().fullmatch(text)
    return _title(match.group(), 0) if match else None


def last(text: str) -> Title | None:
    """Read the longest title at the end of a stretch.

    >>> last("并指派局党委委员").text
    '党委委员'
    """
    begin = max(0, len(text) - _LONGEST)
    match = _at_end().search(text, begin)
    return _title(match.group(), match.start()) if match else None


def contracted(tail: str, text: str) -> Title | None:
    """Read a title whose first character is the last of its body: 宣传部 + 长, 徐汇区 + 长."""
    head = tail + text
    if text != "长" or head not in _kinds():
        return None
    return Title(0, head, _kinds()[head])


def rank(text: str) -> bool:
    """Tell whether a stretch is a rank or an honour, which is no post.

    >>> rank("二级巡视员"), rank("教授"), rank("局长")
    (True, True, False)
    """
    if text in lexicons.words("title_ranks"):
        return True
    match = _pattern().fullmatch(text)
    return match is not None and _title(text, 0) is None


def scoped(text: str) -> bool:
    """Tell whether a stretch begins with the region that a firm's title is for.

    >>> scoped("中国区总裁"), scoped("云湖区总裁")
    (True, False)
    """
    return any(text[:size] in _regions() for size in range(2, len(text) + 1))


@functools.cache
def _regions() -> frozenset[str]:
    words = lexicons.words("title_prefixes")
    return frozenset(one for one in words if one.endswith(("区", "区域")) or one == "全球")


def group(text: str) -> str:
    """Give the party group at the end of a body's name (市政协党组), or nothing."""
    return next((one for one in _GROUPS if text.endswith(one) and len(text) > len(one) + 1), "")


def _title(found: str, start: int) -> Title | None:
    former = next((one for one in _FORMER if found.startswith(one)), "")
    text = found[len(former) :].removeprefix("任" if former == "前" else "")
    inner = next((one for one in _INNER if text.startswith(one + "原")), "")
    if inner:  # 党组原书记
        former, text, start = "原", inner + text[len(inner) + 1 :], start - 1
    head = _head(text)
    kind = _kinds().get(head, "none")
    if kind == "none" or text in lexicons.words("title_ranks"):
        return None
    return Title(start + len(former), text, kind, "former" if former else "current")


@functools.cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.rows("titles")}


def _head(text: str) -> str:
    """Give the longest word of the lexicon that a title ends with, or nothing."""
    kinds = _kinds()
    return next((one for size in _sizes() if (one := text[-size:]) in kinds), "")


@functools.cache
def _sizes() -> tuple[int, ...]:
    """Give the lengths of the words for titles, the longest first."""
    return tuple(sorted(set(map(len, _kinds())), reverse=True))


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(_kinds(), key=len, reverse=True))


@functools.cache
def _prefix() -> str:
    words = sorted(lexicons.words("title_prefixes"), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + ")"


@functools.cache
def _chain() -> str:
    """Match a title; after 兼 the scope of a second one may stand (总裁兼中国区总裁).

    Each title is read in one way (an atomic group) and no scope holds 兼: a chain of many that
    turns out to be none would else be tried in every combination.
    """
    scope = r"(?:(?:(?!兼)[\u4e00-\u9fff]){1,6}?)?"
    return f"{_single()}(?>兼(?:任)?{scope}{_single()})*"


@functools.cache
def _single() -> str:
    heads = "|".join(map(re.escape, _heads()))
    return f"(?>{_prefix()}{{0,{_MOST}}}(?:{heads})(?=兼|$))"


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_chain())


@functools.cache
def _at_end() -> re.Pattern[str]:
    return re.compile(f"{_chain()}$")
