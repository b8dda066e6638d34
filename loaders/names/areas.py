"""Area: what the name of a division stands for, known to the register or only to the text."""

import re
from dataclasses import dataclass

from graph.divisions import LEVELS, Division, register

_KINDS = {
    "省": "province", "自治区": "province", "特别行政区": "province",
    "市": "prefecture", "自治州": "prefecture", "州": "prefecture", "盟": "prefecture",
    "地区": "prefecture", "区": "county", "县": "county", "旗": "county", "自治县": "county",
    "镇": "township", "乡": "township", "街道": "township", "苏木": "township",
}  # fmt: skip
_LONGEST = sorted(_KINDS, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Area:
    """A division as an article means it.

    Attributes:
        key: The register's code, or the name after `?` when the register does not know it.
        name: Its own full name: 徐汇区.
        level: One of the register's levels.
        path: Names from the province down to its own, as far as known.
    """

    key: str
    name: str
    level: str
    path: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """The path in one word: 上海市徐汇区."""
        return "".join(self.path)

    @property
    def kind(self) -> str:
        """The word for its kind that pointers use: 区, 县, 市, 省, 镇, 乡, 街道.

        >>> unknown("云湖区").kind, unknown("东渡街道").kind
        ('区', '街道')
        """
        for kind in ("自治区", "特别行政区"):
            if self.name.endswith(kind):
                return kind
        return "街道" if self.name.endswith("街道") else self.name[-1:]


def known(division: Division) -> Area:
    """Make the area of a division of the register."""
    if division.level == LEVELS[0]:
        return Area(division.code, division.name, division.level, (division.name,))
    path = tuple(one.name for one in register().path(division.code)[:-1])
    return Area(division.code, division.name, division.level, (*path, division.name))


def unknown(name: str, within: Area | None = None) -> Area:
    """Make the area of a name that the register does not have, with what it is said to lie in.

    >>> unknown("云湖区", unknown("临川市")).full_name
    '临川市云湖区'
    """
    level = next((_KINDS[kind] for kind in _LONGEST if name.endswith(kind)), "county")
    path = (*within.path, name) if within else (name,)
    return Area("?" + "".join(path), name, level, path)


def unknown_path(path: str) -> Area | None:
    """Read a path that the register does not have: 临川市云湖区.

    >>> unknown_path("临川市云湖区").path
    ('临川市', '云湖区')
    """
    area: Area | None = None
    for part in _STEPS.findall(path):
        area = unknown(part, area)
    return area


_STEPS = re.compile(r".{2,}?(?:自治区|自治州|自治县|街道|[省市区县盟旗镇乡]|州(?![市区县]))")


def lies_in(inner: Area, outer: Area) -> bool:
    """Tell whether an area lies inside another, by what is known of both."""
    return len(outer.path) < len(inner.path) and inner.path[: len(outer.path)] == outer.path


def rank(area: Area) -> int:
    """Give the depth of its level: a country 0, a township 4."""
    return LEVELS.index(area.level)
