"""Roles: 主持, 讲话, 出席 …: the words that state them, and which is the most telling."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders import lexicons


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word that states a role: the role, and where the word stands."""

    role: str
    start: int
    stop: int


def telling(roles: Iterable[str]) -> str:
    """Give the most telling of some roles, in the order of the guide; a rare one wins over 出席.

    >>> telling(["出席", "讲话"]), telling(["参加", "宣誓"]), telling([])
    ('讲话', '宣誓', '')
    >>> telling([SAYING, "致辞"]), telling([SAYING, "出席"])
    ('致辞', '讲话')
    """
    given = [one for one in roles if one]
    found = min(given, key=_rank, default="")
    return "讲话" if found == SAYING else found


def find(text: str, start: int, stop: int) -> list[Spoken]:
    """Give the words of roles inside a span, in reading order, the longest at each place."""
    table = _words()
    return [
        Spoken(table[match.group()], match.start(), match.end())
        for match in _pattern().finditer(text, start, stop)
    ]


def _rank(role: str) -> float:
    return _order().get(role, _RARE if role not in _SPOKEN else _RARE - 1)


@functools.cache
def _order() -> dict[str, float]:
    """Number the roles; rare ones stand between what is said and what is only attended."""
    found = [row[0] for row in lexicons.rows("role_verbs")]
    silent = found.index("带队")
    order = {role: place if place < silent else place + _RARE for place, role in enumerate(found)}
    return {**order, SAYING: _RARE - 0.5}


@functools.cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in (*lexicons.rows("role_rare"), *lexicons.rows("role_verbs")):
        found.update(dict.fromkeys(row[1].split(), row[0]))
    return found


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


_RARE = 50
_SPOKEN = ("主讲", "推介", "点评", "报告", "述职", "授课", "宣讲", "传达", "解读", "领学", "评议")
SAYING = "表示"
"""What only words of saying tell (甲在会上表示): 讲话, unless the text says what sort of speech it was."""
