"""Names near one that nothing bears: what to offer when somebody mistypes."""

import re
from difflib import SequenceMatcher

from graph.store.prepare import FULL_TEXT
from graph.store.store import Store

_NEAR = (
    f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $search) YIELD node, score "
    "RETURN node.text AS text ORDER BY score DESC, text LIMIT $rows"
)
_CANDIDATES = 200  # names that share something; the most alike of them are offered
_WORD = re.compile(r"[a-z0-9]+|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def near_names(store: Store, typed: str, limit: int = 5) -> list[str]:
    """List names that share two neighbouring characters, or a beginning in pinyin, with a text.

    Args:
        store: Where to look.
        typed: What somebody typed.
        limit: How many to give at most.

    Returns:
        The names, most alike first.
    """
    search = " OR ".join(_parts(typed))
    if not search:
        return []
    found = store.read(_NEAR, {"search": search, "rows": _CANDIDATES}).rows
    names = [str(row["text"]) for row in found]
    return sorted(names, key=lambda name: (-_likeness(name, typed), name))[:limit]


def _parts(typed: str) -> list[str]:
    """Give the pieces of a text to look for: pairs of characters, words of Latin letters.

    >>> _parts("青穗科技 qsk")
    ['"青穗"', '"穗科"', '"科技"', 'qsk*']
    """
    parts: list[str] = []
    for word in _WORD.findall(typed.lower()):
        if word.isascii() or len(word) == 1:
            parts.append(f"{word}*")
        else:
            parts += [f'"{word[at : at + 2]}"' for at in range(len(word) - 1)]
    return list(dict.fromkeys(parts))


def _likeness(name: str, typed: str) -> float:
    return SequenceMatcher(None, name.lower(), typed.lower(), autojunk=False).ratio()
