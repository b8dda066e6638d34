"""Titles: reading 常务副区长, 党组书记, 全球高级副总裁兼中国区总裁, and what they say of a post."""

import functools
import re
from dataclasses import dataclass

from loaders import lexicons

_FORMER = ("原", "前", "时任")
_GROUPS = ("党组", "党委", "党工委", "分党组", "党支部", "党总支", "机关党委")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at the end of a stretch of text.

    Attributes:
        start: Where it begins.
        text: The title, without 原 and the like.
        kind: area, party, unit, any or team: what it is held of.
        former: It says 原, 前 or 时任.
    """

    start: int
    text: str
    kind: str
    former: bool = False

    @property
    def head(self) -> str:
        """The title without 副 and the like: 区长 of 常务副区长."""
        return next((one for one in _heads() if self.text.endswith(one)), self.text)

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
    match = _at_end().search(text)
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


def group(text: str) -> str:
    """Give the party group at the end of a body's name (市政协党组), or nothing."""
    return next((one for one in _GROUPS if text.endswith(one) and len(text) > len(one) + 1), "")


def _title(found: str, start: int) -> Title | None:
    former = next((one for one in _FORMER if found.startswith(one)), "")
    text = found[len(former) :].removeprefix("任" if former == "前" else "")
    head = next((one for one in _heads() if text.endswith(one)), "")
    kind = _kinds().get(head, "none")
    if kind == "none" or text in lexicons.words("title_ranks"):
        return None
    return Title(start + len(former), text, kind, bool(former))


@functools.cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.rows("titles")}


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(_kinds(), key=len, reverse=True))


@functools.cache
def _prefix() -> str:
    words = sorted(lexicons.words("title_prefixes"), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + ")"


@functools.cache
def _chain() -> str:
    """Match a title; after 兼 the scope of a second one may stand (总裁兼中国区总裁)."""
    scope = r"(?:[\u4e00-\u9fff]{1,6}?)?"
    return f"{_single()}(?:兼(?:任)?{scope}{_single()})*"


@functools.cache
def _single() -> str:
    heads = "|".join(map(re.escape, _heads()))
    return f"{_prefix()}*(?:{heads})"


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_chain())


@functools.cache
def _at_end() -> re.Pattern[str]:
    return re.compile(f"{_chain()}$")
