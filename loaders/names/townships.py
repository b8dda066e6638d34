"""Townships: the county that the townships of a text give away, where the text names none (渣津镇、马坳镇: 修水县)."""

from collections import Counter
from collections.abc import Iterable

from graph.divisions import Division, register
from loaders.names.areas import Area, known

_LEAST = 2  # townships of one county leave no doubt
_ORGANS = ("委", "长", "政府", "人民政府", "人大", "政协", "领导")


def county(text: str, names: Iterable[str], date: str = "") -> Area | None:
    """Give the one county in which townships of these names lie.

    Two townships show it, or one that no other county has, where the text speaks of organs of
    such an area (区委, 县长).

    Args:
        text: A healed text.
        names: Full names of divisions that stand in it.
        date: Day of publication.
    """
    support: Counter[str] = Counter()
    alone: set[str] = set()
    for name in names:
        codes = {one.parent for one in _townships(name, date)}
        support.update(codes)
        alone |= codes if len(codes) == 1 else set()
    ranked = support.most_common(_LEAST)
    if not ranked or (len(ranked) == _LEAST and ranked[0][1] == ranked[1][1]):
        return None
    code, count = ranked[0]
    area = known(register().get(code))
    spoken = code in alone and any(area.kind + one in text for one in _ORGANS)
    return area if count >= _LEAST or spoken else None


def _townships(name: str, date: str) -> list[Division]:
    return [
        one
        for one in register().find(name, "", date)
        if one.level == "township" and one.name == name
    ]


def above(areas: Iterable[Area]) -> Area | None:
    """Give the county in which all townships of the register among some areas lie.

    >>> above([]) is None
    True
    """
    towns = [one.key for one in areas if one.level == "township" and one.key[:1] != "?"]
    codes = {register().get(one).parent for one in towns}
    return known(register().get(codes.pop())) if len(codes) == 1 else None
