"""Bylines: 本报讯（记者 甲乙 通讯员 丙丁）, 责任编辑：戊己. Facts about an article, not of its story."""

import re
from collections.abc import Iterator

_ROLES = (
    "记者", "通讯员", "实习生", "评论员", "责任编辑", "文字编辑", "责编", "美编", "编辑", "校对", "摄影", "撰文",
)  # fmt: skip
# A text layer may put a space inside any word.
_ROLE = re.compile(
    "(?:(?:本报|本台|本刊|特约|见习|实习|首席|驻地|全媒体|融媒体)\\s*)*(?:"
    + "|".join(r"\s*".join(role) for role in _ROLES)
    + r"|(?<![一-鿿])[文图摄](?![一-鿿]))(?:\s*[/／]\s*[文图摄]+)?[:：/／\s]*"
)
# In brackets after 讯, 电 or a picture's caption; or a line of its own.
_BRACKETED = re.compile(
    r"[（(【\[]\s*([^（）()【】\[\]。]{0,8}?(?:记者|通讯员|编辑|责编|摄影)[^（）()【】\[\]。]{1,80})[)）】\]]"
)
_ALONE = re.compile(
    r"^[■□●○◆▲\s]*((?:本报|本刊|本台|见习|全媒体|融媒体)*(?:记者|通讯员|责任编辑|责编|编辑|文字编辑)"
    r"[:：/／\s][^。，；！？]{1,40})$"
)
_NAME = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,8}(?:[·•][一-鿿]{1,8})+")
_PART = re.compile(r"[、，,/／|\s]+|(?<=[一-鿿])和(?=[一-鿿]{2})")
_BREAK = re.compile(r"[^\S\n\r]*[\n\r]+\s*")
_LONGEST = 46  # code points of a line that is a byline


def authors(text: str) -> tuple[str, ...]:
    r"""Give the names of who wrote a text, in order, each once.

    >>> authors("本报讯（记者 甲乙 通讯员 丙丁、戊己） 昨日，会议召开。")
    ('甲乙', '丙丁', '戊己')
    """
    found: dict[str, None] = {}
    for credit in _credits(text):
        for role in _ROLE.split(credit)[1:]:
            found.update(dict.fromkeys(_names(role)))
    return tuple(found)


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote, and nothing else.

    >>> is_byline("■ 本报记者 甲乙"), is_byline("（记者 甲乙）"), is_byline("记者从会上获悉")
    (True, True, False)
    """
    stripped = line.strip()
    if len(stripped) > _LONGEST:
        return False
    bracketed = _BRACKETED.fullmatch(stripped)
    return bool(bracketed or _ALONE.match(stripped)) and bool(authors(stripped))


def _credits(text: str) -> Iterator[str]:
    for line in text.splitlines():
        alone = _ALONE.match(line.strip()) if len(line) <= _LONGEST else None
        if alone:
            yield alone[1]
    yield from (found[1] for found in _BRACKETED.finditer(_BREAK.sub("", text)))


def _names(written: str) -> Iterator[str]:
    """Yield the names of a list; 甲　乙 with a space that spreads two characters is one."""
    parts = [part for part in _PART.split(written.strip()) if part]
    at = 0
    while at < len(parts):
        name = parts[at]
        while at + 1 < len(parts) and len(parts[at + 1]) == 1 and len(name) < _SPREAD:
            at += 1
            name += parts[at]
        at += 1
        if _NAME.fullmatch(name):
            yield name


_SPREAD = 3  # a single character joins a name that has fewer than this many
