"""Owners: the body that a post is held of: the district of a 区长, the unit of a 党组书记."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grammar import siblings, titles
from loaders.grammar.appositions import Item
from loaders.grammar.reading import Reading
from loaders.names import bodies
from loaders.names.areas import Area
from loaders.names.cast import Player
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
        return _of_area(reading, item, before)
    sibling = _sibling(reading, item, before)
    if sibling is not None:
        return sibling
    if item.body is None:
        return _inherited(item, before)
    group = titles.group(item.body.text) if item.body.type == "PublicBody" else ""
    if group and not _is_area_group(item.body, group):
        whole = _without_group(reading, item.body, group)
        if whole is not None:
            return Owner(whole, item.body.start, item.body, group + item.title.text)
    player = reading.player(item.body)
    if player is None or player.type not in _HOLDERS:
        return None
    if item.title.kind == "team" and player.type not in ("InspectionTeam", "PublicBody"):
        return None
    if player.type == "District" and item.title.kind in ("party", "team"):
        return None
    _of_committee(item.body, player, before)
    return Owner(player, item.body.start, item.body)


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
    return None


def _of_committee(body: Mention, player: Player, before: Sequence[Owner]) -> None:
    """Name a department after the committee before it: 市委常委、宣传部部长 is of 市委宣传部."""
    if body.area or not body.organ.startswith(_DEPARTMENTS):
        return
    for one in reversed(before):
        if one.body is not None and one.player.name.endswith("委"):
            full = [*one.player.resolved, one.player.name]
            player.resolved = [name + body.organ for name in full]
            player.area = player.area or one.player.area
            return


_DEPARTMENTS = ("组织部", "宣传部", "统战部", "政法委", "社会工作部", "秘书长", "办公室", "办公厅")


def _is_area_group(body: Mention, group: str) -> bool:
    """Tell whether a party group is an area's own committee: 柳浦镇党委, not 市统计局党委."""
    if group not in _AREA_GROUPS:
        return False
    stem = body.organ.removesuffix(group)
    return not stem or stem.endswith(("开发区", "新区", "园区", "经开区", "高新区", "社区", "村"))


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


def _of_area(reading: Reading, item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find the district of a 区长: named, or of the body before it, or the article's own."""
    kind = item.title.head[0]
    if item.body is not None:
        area = reading.cast.area_of(item.body)
        if area is not None and (
            area.kind == kind or kind in area.kind or item.body.type == "District"
        ):
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
    return _pointed(reading, kind, item.body)


def _area_of(one: Owner) -> Area | None:
    return one.player.area


def _pointed(reading: Reading, kind: str, body: Mention | None) -> Owner | None:
    area = reading.home.get(kind)
    if area is None and kind == "省":
        area = reading.home.get("自治区")
    if area is None:
        return None
    return Owner(reading.cast.district(area), body.start if body else -1, body)


def _inherited(item: Item, before: Sequence[Owner]) -> Owner | None:
    """Find the body that a title without one shares with the posts before it."""
    fitting = [one for one in before if _fits(item, one)]
    if not fitting:
        return None
    last = fitting[-1]
    return Owner(last.player, last.start, last.body)


def _fits(item: Item, one: Owner) -> bool:
    """Tell whether a title can be held of a body by what they end with."""
    kind, player = item.title.kind, one.player
    name = player.name
    if kind == "team":
        return player.type == "InspectionTeam" or name.endswith(("组", "指挥部"))
    if player.type in ("InspectionTeam", "District"):
        return False
    if kind == "party":
        return name.endswith("委") or player.type == "Enterprise"
    if kind == "unit" and item.title.head.endswith("长") and len(item.title.head) == len("局长"):
        unit = item.title.head[0]
        return name.endswith((unit, "总" + unit)) or player.type in ("Enterprise", "Organization")
    if (
        player.type == "PublicBody"
        and name.endswith("委")
        and kind == "any"
        and len(name) <= _COMMITTEE
    ):
        # 市委副书记、主任 says nothing of the committee
        return item.title.head in ("秘书长", "委员", "办公室主任")
    return True


_COMMITTEE = 8
