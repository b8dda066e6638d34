"""Scopes: lines of a list that begin with an area, which their 区委 and 区长 are of (云湖区：区委书记甲、区长乙)."""

import re
from bisect import bisect_right

from loaders.names.areas import Area
from loaders.names.found import Found
from loaders.names.home import upward
from loaders.names.mention import Mention, Mentions
from loaders.names.pointers import POINTERS

_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,3}[、.．]?|[（(][一二三四五六七八九十\d]{1,3}[）)])? ?"
)
_ENTRY = re.compile("[ ：]")


class Scopes:
    """Which area the lines of a list are of.

    Args:
        text: A healed text.
        districts: Its districts.
    """

    def __init__(self, text: str, districts: Found) -> None:
        """Read the head of each line once."""
        starting = {one.start: one for one in districts.mentions}
        self._starts: list[int] = []
        self._areas: list[Area | None] = []
        above: Area | None = None
        for line in _LINE.finditer(text):
            lead = _LEAD.match(text, *line.span())
            head = starting.get(lead.end() if lead else line.start())
            while head is not None and (inner := starting.get(head.stop)) is not None:
                head = inner
            own = head is not None and text.startswith(("：", " ", "|"), head.stop)
            area = districts.area(head) if head is not None else None
            if head is not None and line.end() - head.stop <= text.startswith("：", head.stop):
                above = area  # a line of its own stands above those that follow
            elif _ENTRY.search(text, *line.span()) is None:
                above = None
            self._starts.append(line.start())
            self._areas.append(area if own else above)

    def at(self, position: int) -> Area | None:
        """Give the area that the line at a position is of; None in running text."""
        place = bisect_right(self._starts, position) - 1
        return self._areas[place] if place >= 0 else None

    def pointed(self, mentions: Mentions) -> dict[Mention, Area]:
        """Give the area of every 区委 and 县政府 that has it from the head of its line."""
        found = {}
        for one in mentions:
            area = self.meant(one.start, one.area) if one.area in POINTERS else None
            if area is not None:
                found[one] = area
        return found

    def meant(self, position: int, kind: str) -> Area | None:
        """Give the area of a kind (区, 县) that the line at a position is of."""
        return next((one for one in upward(self.at(position)) if one.kind == kind), None)
