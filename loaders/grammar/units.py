"""Units: the one hospital, school, bureau or firm of an article whose posts name no body: 院党委书记甲、副院长乙."""

import re
from collections.abc import Sequence

from loaders.grammar.items import Item
from loaders.grammar.owners import Owner
from loaders.grammar.reading import Reading
from loaders.grammar.titles import Title
from loaders.names.cast import Player
from loaders.names.mention import Mention

_SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "高中", "职校", "党校", "幼儿园")
_FIRMS = ("集团", "公司", "银行")
_ENDS = {
    "院长助理": ("医院", "学院", "研究院"), "校长助理": _SCHOOLS, "院务委员": ("医院", "学院", "研究院"), "校务委员": _SCHOOLS,
    "院长": ("医院", "学院", "研究院", "法院", "科学院", "设计院", "卫生院"), "校长": _SCHOOLS, "局长": ("局",), "厅长": ("厅",),
    "会长": ("协会", "商会", "学会", "联合会", "促进会", "研究会"), "董事长": _FIRMS, "总经理": _FIRMS, "检察长": ("检察院",),
}  # fmt: skip
"""What the name of the unit ends with that has such a head."""
_POINTED = {
    "院": _ENDS["院长"], "校": _SCHOOLS, "学校": _SCHOOLS, "局": ("局",), "学院": ("学院",), "集团": _FIRMS, "集团公司": ("集团", "集团公司"), "总公司": ("总公司",), "公司": _FIRMS, "医院": ("医院",),
    "厅": ("厅",), "委": ("建委", "改委", "健委", "资委", "教委", "科委", "商委", "农委", "设委", "委员会"), "行": ("银行", "支行", "分行"), "台": ("电视台", "广播电台", "台"), "馆": ("馆",), "社": ("社",),
    "协会": ("协会",), "商会": ("商会",), "学会": ("学会",), "法院": ("法院",), "检察院": ("检察院",),
}  # fmt: skip
_POINTER = re.compile(
    r"(?:^|[，。；：、\s]|由|与|和|、|[该本])(学校|学院|医院|集团公司|集团|总公司|公司|协会|商会|学会|法院|检察院|院|校|局|厅|委|行|台|馆|社)$"
)
_NO_POINTER = re.compile(r"(?:^|[，。；：、！？\s”）)由]|会上|随后|最后|其中)$")
_OF_STATES = ("总统", "首相", "国王", "女王", "防长", "财长", "外长", "国务卿")
_GROUPS = ("党委", "党组", "纪委", "分党组")
_TYPES = ("PublicBody", "Organization", "Enterprise")
_LEAD = re.compile(r"(?<=[，。；：、！？\s（）()“”])[\u4e00-\u9fff]{2,6}$|^[\u4e00-\u9fff]{2,6}$")
_LONGEST_LEAD = 6
_BY_FAR = 2  # times as often named as the next
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
        self._countries: list[Mention] | None = None

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
            return self._ending(first.start)
        ends = _POINTED[pointer.group(1)] if pointer else _ends(items)
        player = self._only(ends, first.start) if ends else self._of_group(first)
        self._last = player or self._last
        return Owner(player, -1, None) if player else None

    def pointed(self, items: Sequence[Item]) -> Owner | None:
        """Give the one group of firms that 集团公司 stands for before the first post."""
        body = items[0].body
        if body is None or body.text not in ("集团公司", "集团"):
            return None
        player = self._only(("集团", "集团公司", "集团有限公司"), len(self._reading.text))
        return Owner(player, body.start, body) if player else None

    def by_head(self, title: Title, at: int) -> Owner | None:
        """Give the body that a title after a name is of: 甲副校长, where only one school of the article fits.

        Args:
            title: The title.
            at: Where it stands.
        """
        ends = _ENDS.get(title.head)
        player = self._only(ends, at) if ends else None
        first = self._players()[id(player)][0] if player else at
        return Owner(player, -1, None) if player and first < at else None

    def of_country(self, title: Title, at: int) -> Owner | None:
        """Give the country of a 总统 or 首相 whose country is not named: the last of the sentence, else the one of the article.

        Args:
            title: The title.
            at: Where it stands.
        """
        if title.head not in _OF_STATES:
            return None
        reading = self._reading
        start, _ = reading.sentence(at)
        near = [one for one in reading.districts.within(start, at) if self._foreign(one)]
        if not near and self._countries is None:
            found = [one for one in reading.districts.mentions if self._foreign(one)]
            self._countries = list({one.area: one for one in found}.values())
        one = near[-1] if near else None
        if one is None and self._countries is not None and len(self._countries) == 1:
            one = self._countries[0]
        area = reading.districts.areas.get(one.area) if one else None
        return Owner(reading.cast.district(area), -1, None) if area else None

    def _foreign(self, one: Mention) -> bool:
        area = self._reading.districts.areas.get(one.area)
        return (
            area is not None
            and area.level == "country"
            and area.key not in ("CN", "")
            and not area.key.startswith("?")
        )

    def _ending(self, at: int) -> Owner | None:
        """Give the one body whose name ends with the words before a title: 住建委 for 建委 + 副主任."""
        lead = _LEAD.search(self._reading.text, max(0, at - _LONGEST_LEAD - 1), at)
        if lead is None:
            return None
        fitting = [one for _, one in self._players().values() if one.name.endswith(lead.group())]
        return Owner(fitting[0], -1, None) if len(fitting) == 1 else None

    def _of_group(self, item: Item) -> Player | None:
        """Give the unit found before, for who belongs to its party group: 党委委员乙."""
        return self._last if item.title.text.startswith(_GROUPS) else None

    def _only(self, ends: tuple[str, ...], at: int) -> Player | None:
        """Give the one body that ends so, or of several the one that the article is about by far."""
        fitting = [one for one in self._players().values() if one[1].name.endswith(ends)]
        fitting.sort(key=lambda one: (-len(one[1].spans), one[0]))
        if not fitting or fitting[0][0] >= self._reading.sentence(at)[1]:
            return None
        next_spans = len(fitting[1][1].spans) if len(fitting) > 1 else 0
        return fitting[0][1] if len(fitting[0][1].spans) >= _BY_FAR * next_spans else None

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
