"""Word lists as data: surnames, titles, tails of names, verbs; each file opens with its source."""

import functools
from importlib import resources

from loaders.lexicons.errors import LexiconError

__all__ = ["LexiconError", "rows", "words"]

_COMMENT = "#"


@functools.cache
def words(name: str) -> tuple[str, ...]:
    """Give the words of `name.txt` in the order of the file, each once.

    >>> "欧阳" in words("surnames")
    True

    Raises:
        LexiconError: There is no such list.
    """
    lines = _lines(f"{name}.txt")
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


@functools.cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    r"""Give the rows of `name.tsv`, each split at its tabs.

    >>> ("区长", "area") in rows("titles")
    True

    Raises:
        LexiconError: There is no such table.
    """
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> list[str]:
    source = resources.files(__package__).joinpath(file)
    if not source.is_file():
        raise LexiconError(f"there is no lexicon {file}; the lists stand in loaders/lexicons")
    text = source.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith(_COMMENT)]
