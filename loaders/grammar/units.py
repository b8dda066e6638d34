"""Units: the one hospital, school, bureau or firm of an article whose posts name no body: 院党委书记甲、副院长乙."""

import re
from collections.abc import Sequence

from loaders.grammar.items import Item
from loaders.grammar.owners import Owner
from loaders.grammar.reading import Reading
from loaders.names.cast import Player

_SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "高中", "职校", "党校", "幼儿园")
_FIRMS = ("集团", "公司", "银行")
_ENDS = {
    "院长": ("医院", "学院", "研究院", "法院", "科学院", "设计院", "卫生院"), "校长": _SCHOOLS, "局长": ("局",), "厅长": ("厅",),
    "会长": ("协会", "商会", "学会", "联合会", "促进会", "研究会"), "董事长": _FIRMS, "总经理": _FIRMS, "检察长": ("检察院",),
}  # fmt: skip
"""What the name of the unit ends with that has such a head."""
_POINTED = {
    "院": _ENDS["院长"], "校": _SCHOOLS, "学校": _SCHOOLS, "局": ("局",), "集团": _FIRMS, "公司": _FIRMS, "医院": ("医院",),
    "协会": ("协会",), "商会": ("商会",), "学会": ("学会",), "法院": ("法院",), "检察院": ("检察院",),
}  # fmt: skip
_POINTER = re.compile(
    r"(?:^|[，。；：、\s]|由|与|和|、|[该本])(学校|医院|集团|公司|协会|商会|学会|法院|检察院|院|校|局)$"
)
_NO_POINTER = re.compile(r"(?:^|[，。；：、！？\s”）)由]|会上|随后|最后|其中)$")
_GROUPS = ("党委", "党组", "纪委", "分党组")
_TYPES = ("PublicBody", "Organization", "Enterprise")
_LONGEST = 4  # code points of a pointer and of what stands before it


class Units:
    """The bodies of one article that posts without a body may be of.

    Args:
        reading: The article.
    """

    def __init__(self, reading: Reading) -> None:
        """Keep an article; its bodies are gathered when the first post asks for one."""
        self._reading = reading
        self._known: dict[int, tuple[int, Player]] | None = None
        self._last: Player | None = None

    def of(self, items: Sequence[Item]) -> Owner | None:
        """Give the body of a chain of posts whose first names none, when only one body of the article fits.

        Args:
            items: The posts of one person, in reading order.
        """
        first = items[0]
        if first.organ or any(one.body for one in items) or first.title.kind in ("area", "team"):
            return None
        text = self._reading.text
        before = text[max(0, first.start - _LONGEST) : first.start]
        pointer = _POINTER.search(before)
        if pointer is None and not _NO_POINTER.search(before) and first.start:
            return None
        ends = _POINTED[pointer.group(1)] if pointer else _ends(items)
        player = self._only(ends, first.start) if ends else self._of_group(first)
        self._last = player or self._last
        return Owner(player, -1, None) if player else None

    def _of_group(self, item: Item) -> Player | None:
        """Give the unit found before, for who belongs to its party group: 党委委员乙."""
        return self._last if item.title.text.startswith(_GROUPS) else None

    def _only(self, ends: tuple[str, ...], at: int) -> Player | None:
        fitting = [one for one in self._players().values() if one[1].name.endswith(ends)]
        return fitting[0][1] if len(fitting) == 1 and fitting[0][0] < at else None

    def _players(self) -> dict[int, tuple[int, Player]]:
        """Give the bodies of the article, with where each is named first."""
        if self._known is None:
            self._known = {}
            for one in self._reading.names:
                player = self._reading.player(one) if one.type in _TYPES else None
                if player is not None:
                    self._known.setdefault(id(player), (one.start, player))
        return self._known


def _ends(items: Sequence[Item]) -> tuple[str, ...]:
    """Give how the name of the unit ends by the head of a chain: 党委书记、院长 + 甲."""
    heads = (one.title.head for one in items)
    return next((_ENDS[head] for head in heads if head in _ENDS), ())
