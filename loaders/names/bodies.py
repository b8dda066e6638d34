"""Bodies: which forms of a body's name are one: 区政府 and 徐汇区人民政府."""

import functools

from loaders import lexicons

_PARTY = ("中共", "中国共产党")


def organ(text: str) -> str:
    """Give the key of an organ's name without its area.

    >>> organ("人民政府"), organ("委员会"), organ("中共委"), organ("发展和改革委员会")
    ('政府', '委', '委', '发改委')
    """
    for prefix in _PARTY:
        text = text.removeprefix(prefix)
    for long, short in _forms():
        text = text.replace(long, short)
    return text


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Give the pairs of `organ_forms.tsv`, the longest first."""
    pairs = [(row[0], row[1]) for row in lexicons.rows("organ_forms")]
    return tuple(sorted(pairs, key=lambda one: (-len(one[0]), one[0])))
