"""Covered: the places of a text where no person's name may stand, since another name stands there."""

import re

from loaders.names.candidates import candidate
from loaders.names.mention import Mention, Mentions

_TITLE_WORKS = re.compile(r"《[^》]{0,60}》")
_SHORT = 3  # code points; a shorter name of a district may begin a person's
_PAIR = 2


def covered(text: str, names: Mentions) -> list[bool]:
    """Mark what other names and titles of works cover.

    Args:
        text: A healed text.
        names: The other names; a short name of a district of the register covers nothing.

    Returns:
        For each code point, and one beyond the end, whether it is taken.
    """
    taken = [False] * (len(text) + 1)
    for one in names:
        short = one.type == "District" and one.stop - one.start < _SHORT
        if (short and one.area[:1].isdigit()) or _across(text, one):
            continue
        for at in range(one.start, one.stop):
            taken[at] = True
    for match in _TITLE_WORKS.finditer(text):
        for at in range(*match.span()):
            taken[at] = True
    return taken


def _across(text: str, one: Mention) -> bool:
    """Tell whether a person's name ends inside a short name: 任命贺伟华为局长 names no 华为."""
    if not one.text.endswith("为") or one.start < _PAIR:
        return False
    found = candidate(text, one.start - _PAIR, placed=True)
    return found is not None and found.stop == one.stop - 1
