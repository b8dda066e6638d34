"""Owners: the body that a post is held of: the district of a 区长, the unit of a 党组书记."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.divisions import register
from loaders.grammar import siblings, titles
from loaders.grammar.items import Item
from loaders.grammar.reading import Reading
from loaders.names import bodies
from loaders.names.areas import Area, known
from loaders.names.cast import Player
from loaders.names.headed import ZONES
from loaders.names.mention import Mention

_HOLDERS = ("PublicBody", "District", "Enterprise", "Organization", "InspectionTeam")
_AREA_GROUPS = ("党委", "党工委", "工委")


@dataclass(frozen=True, slots=True)
class Owner:
    """The body of a post.

    Attributes:
        player: The body as an entity.
        start: Where its name begins in the healed text; -1 when it does not stand there.
        body: The mention that names it, or None.
        title: The title to give when it is not the item's own (党组书记 of 市政协党组 + 书记).
    """

    player: Player
    start: int
    body: Mention | None
    title: str = ""


def owner(reading: Reading, item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find the body of a post.

    Args:
        reading: The article.
        item: The post.
        before: Owners of the posts before it in the chain or list, in order.
    """
    if item.title.kind == "area":
        found = _of_area(reading, item, before)
        return replace(found, title=item.title.text.removeprefix(_REGION)) if found else None
    sibling = _sibling(reading, item, before) or _national(reading, item)
    if sibling is not None:
        return sibling
    if item.body is None:
        alone = reading.text[item.start - 1 : item.start] in _BEFORE_LEADERS
        return _inherited(reading, item, before) or (of_team(reading, item) if alone else None)
    return _of_body(reading, item, item.body, before)


def _national(reading: Reading, item: Item) -> Owner | None:
    """Give the body that only one post of the state can be of: 国家主席, 委员长."""
    if item.body is not None or item.organ:
        return None
    name = _NATIONAL.get(item.title.text.replace("副", ""))
    if name == _COUNTRY:
        area = reading.districts.areas.get(_CODE)
        division = register().get(_CODE) if area is None and _COUNTRY in reading.text else None
        area = area or (known(division) if division else None)
        return Owner(reading.cast.district(area), -1, None) if area else None
    player = reading.cast.players.get(("PublicBody", f"|{bodies.organ(name)}")) if name else None
    return Owner(player, -1, None) if player else None


_COUNTRY, _CODE = "中国", "CN"
_NATIONAL = {"国家主席": _COUNTRY, "委员长": "全国人大常委会", "国务委员": "国务院"}
"""Posts of which the state has one kind only, and the body that they are of."""
_BEFORE_LEADERS = (*"，。；、：\n", "")


def of_team(reading: Reading, item: Item) -> Owner | None:
    """Give the team named last, for a leader whose team is not named again: 督察组在某市开会，组长甲…."""
    if item.title.kind != "team" or item.body is not None or item.title.head[-2:] != "组长":
        return None
    near = reading.names.within(max(0, item.start - _NEAR), item.start, "InspectionTeam")
    player = reading.player(near[-1]) if near else None
    return Owner(player, near[-1].start, near[-1]) if player else None


_NEAR = 200  # code points between a team and who is said to lead it


def _of_body(reading: Reading, item: Item, body: Mention, before: Sequence[Owner]) -> Owner | None:
    """Find the body of a post that names one: the body itself, a division, or the unit of a party group."""
    if item.division:
        return Owner(_divided(reading, body, item), body.start, body)
    if body.text.startswith("机关党") and before:
        one = before[-1]
        return Owner(one.player, one.start, one.body, body.text + item.title.text)
    group = titles.group(body.text) if body.type == "PublicBody" else ""
    if group and not _is_area_group(body, group):
        whole = _without_group(reading, body, group)
        if whole is not None:
            return Owner(whole, body.start, body, group + item.title.text)
    player = reading.player(body)
    if player is None or player.type not in _HOLDERS:
        return None
    if item.title.kind == "team" and player.type not in ("InspectionTeam", "PublicBody"):
        return None
    if player.type == "District" and item.title.kind in ("party", "team"):
        return None
    player = _of_committee(reading, body, before) or player
    return Owner(player, body.start, body)


def _sibling(reading: Reading, item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find a body named by its organ alone, beside the body of the post before it."""
    bare = item.body is not None and not item.body.area and item.body.text in siblings.organs()
    organ = item.organ or (item.body.text if bare and item.body else "")
    title = ""
    if not organ and item.body is None:
        organ = siblings.organ_of(item.title.text)
        title = item.title.text.removeprefix(organ)
    if not organ:
        return None
    for one in reversed(before):
        player = siblings.beside(reading, one.player, one.body, (organ, item.start))
        if player is not None:
            return Owner(player, one.start, one.body, title)
    if organ == _OFFICE and before:
        return _own_office(reading, item, before[-1])
    return None


_OFFICE = "办公室"


def _own_office(reading: Reading, item: Item, last: Owner) -> Owner | None:
    """Give the office of the department before it: 县委组织部副部长、办公室主任."""
    body = last.body
    if body is None or body.type != "PublicBody" or _committee(last.player.name) or not body.organ:
        return None
    return Owner(_divided(reading, body, replace(item, division=_OFFICE)), body.start, body)


def _of_committee(reading: Reading, body: Mention, before: Sequence[Owner]) -> Player | None:
    """Give the department of the committee before it: 市委常委、宣传部部长 is of 市委宣传部."""
    if body.area or not body.organ.startswith(_DEPARTMENTS):
        return None
    one = next((one for one in reversed(before) if one.body is not None), None)
    if one is None or one.body is None:
        return None
    if one.player.type == "PublicBody" and not _committee(one.player.name):
        return None
    place = one.player.area.key if one.player.area else one.body.area
    stem = one.body.organ if one.player.type == "PublicBody" else one.player.name
    key = ("PublicBody", f"{place}|{bodies.organ(stem + body.organ)}")
    player = reading.cast.add(key, Player("PublicBody", area=one.player.area))
    player.call(body.text, body.start, body.stop)
    for name in (*one.player.resolved, one.player.name):
        player.mean(name + body.organ)
    return player


_DEPARTMENTS = ("组织部", "宣传部", "统战部", "政法委", "社会工作部", "秘书长", "办公室", "办公厅")


def _is_area_group(body: Mention, group: str) -> bool:
    """Tell whether a party group is an area's own committee: 柳浦镇党委, not 市统计局党委."""
    if group not in _AREA_GROUPS:
        return False
    stem = body.organ.removesuffix(group)
    return not stem or stem.endswith((*ZONES, "社区", "村", "工作", "机关"))


def _without_group(reading: Reading, body: Mention, group: str) -> Player | None:
    """Give the unit whose party group a body is."""
    organ = body.organ.removesuffix(group)
    name = body.text.removesuffix(group)
    area = reading.cast.area_of(body)
    place = area.key if area else body.area
    key = ("PublicBody", f"{place}|{bodies.organ(organ)}")
    player = reading.cast.add(key, Player("PublicBody", area=area))
    player.call(name, body.start, body.stop - len(group))
    if area and not name.startswith(area.name) and area.name + organ not in player.resolved:
        player.resolved.append(area.name + organ)
    return player


def _divided(reading: Reading, body: Mention, item: Item) -> Player:
    """Give the division of a body that a title names, after it (云湖区委 + 党员教育中心) or alone further on."""
    division = item.division
    area = reading.cast.area_of(body)
    organ = (body.organ or body.text) + division
    place = area.key if area else body.area
    key = ("PublicBody", f"{place}|{bodies.organ(organ)}")
    player = reading.cast.add(key, Player("PublicBody", area=area))
    if reading.text.startswith(division, body.stop):
        player.call(body.text + division, body.start, body.stop + len(division))
    else:
        player.call(division, item.start, item.start + len(division))
        player.mean(body.text + division)
    if area is not None:
        player.mean(area.name + organ)
    return player


def _of_area(reading: Reading, item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find the district of a 区长: named, or of the body before it, or the article's own."""
    head = item.title.head
    kind = _REGION if head.startswith(_REGION) else head[0]
    if item.body is not None:
        area = reading.cast.area_of(item.body)
        if area is not None and (area.kind == kind or kind in area.kind or _is_abroad(area)):
            return Owner(reading.cast.district(area), item.body.start, item.body)
        if item.body.type in ("PublicBody", "District") and area is None:
            return _pointed(reading, kind, item.body)
        if area is None:
            return None
    for one in reversed(before):
        area = _area_of(one)
        for step in (area,) if area else ():
            if step.kind.endswith(kind):
                start = one.body.start if one.body else -1
                return Owner(reading.cast.district(step), start, one.body)
    scope = reading.cast.scopes.meant(item.start, kind)
    if scope is not None:
        return Owner(reading.cast.district(scope), -1, None)
    return _pointed(reading, kind, item.body)


def _is_abroad(area: Area) -> bool:
    """Tell whether an area is a place of another country, which has mayors and governors under any name: 莫斯科市长."""
    return area.key.startswith("?")


def _area_of(one: Owner) -> Area | None:
    return one.player.area


def _pointed(reading: Reading, kind: str, body: Mention | None) -> Owner | None:
    area = reading.home.get(kind)
    if area is None and kind == "省":
        area = reading.home.get("自治区")
    if area is None:
        return None
    return Owner(reading.cast.district(area), body.start if body else -1, body)


def _governed(reading: Reading, one: Owner) -> Owner:
    """Give the government that a post of an area was named with: 省政府副省长、党组成员."""
    body = one.body
    if one.player.type != "District" or body is None or body.type != "PublicBody":
        return one
    player = reading.player(body)
    return replace(one, player=player) if player is not None else one


_REGION = "自治区"


def _inherited(reading: Reading, item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find the body that a title without one shares with the posts before it."""
    if item.title.text.startswith("党组"):
        before = [_governed(reading, one) for one in before]
    fitting = [one for one in before if _fits(item, one)]
    if not fitting:
        return None
    last = fitting[-1]
    if item.organ and last.player.type not in ("Enterprise", "Organization"):
        return None
    title = item.organ + item.title.text if item.organ else ""
    return Owner(last.player, last.start, last.body, title)


def _fits(item: Item, one: Owner) -> bool:
    """Tell whether a title can be held of a body by what they end with."""
    kind, player = item.title.kind, one.player
    name = player.name
    if item.title.head in _MINISTERS:
        return player.type == "District"
    if item.title.text.startswith("党组"):
        return player.type not in ("District", "InspectionTeam") and not _committee(name)
    if item.title.head == "主席" and player.type == "District":
        return name.endswith("自治区")  # 自治区副主席、代主席
    if kind == "team":
        return player.type == "InspectionTeam" or name.endswith(("组", "指挥部"))
    if player.type in ("InspectionTeam", "District"):
        return False
    if kind == "party":
        own = player.type == "Organization" or name.endswith(("院", "局", "厅"))
        of_unit = own and item.title.text.startswith(("党委", "纪委", "书记", "副书记"))
        return name.endswith("委") or player.type == "Enterprise" or of_unit
    if item.title.head.startswith("校长"):
        return name.endswith(("学", "校", "学院"))
    if kind == "unit" and item.title.head.endswith("长") and len(item.title.head) == len("局长"):
        unit = item.title.head[0]
        return name.endswith((unit, "总" + unit)) or player.type in ("Enterprise", "Organization")
    if player.type == "PublicBody" and _committee(name) and kind == "any":
        # 市委副书记、主任 says nothing of the committee
        return item.title.head in ("秘书长", "委员", "办公室主任")
    return True


_MINISTERS = ("防长", "财长", "外长")


def _committee(name: str) -> bool:
    """Tell whether a name is that of a committee of the party."""
    if "团" in name:
        return False
    return name.endswith(("党委", "党工委", "党组", *(one + "委" for one in "省市区县州盟旗镇")))
