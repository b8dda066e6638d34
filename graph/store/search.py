"""Search the names: Chinese, pinyin, initials, as people type them."""

import re

from graph.store.prepare import FULL_TEXT

NAMES = (
    f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $search) YIELD node "
    "WITH node.text AS text "
    "RETURN text ORDER BY CASE WHEN text = $typed THEN 0 WHEN text STARTS WITH $typed THEN 1 "
    "WHEN text CONTAINS $typed THEN 2 ELSE 3 END, size(text), text LIMIT $rows"
)
"""Lists names for `$search` (see `full_text`), `$typed` (as typed) and `$rows`, best first."""

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def full_text(typed: str) -> str:
    """Turn what somebody types into a full-text query that is never an error.

    Signs mean nothing. Several characters of Chinese must stand in that order; a single one, and
    anything in Latin letters, is the beginning of a word. All parts must be found.

    >>> full_text("徐汇 xuh")
    '"徐汇" AND xuh*'
    >>> full_text("倪"), full_text("((("), full_text("3M公司")
    ('倪*', '', '3m* AND "公司"')
    """
    parts = [part for word in _WORD.findall(typed) for part in _HAN.findall(word)]
    return " AND ".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if _HAN.fullmatch(part) and part[0] > "\u33ff" and len(part) > 1:
        return f'"{part}"'
    return f"{part.lower()}*"
