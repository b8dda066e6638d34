"""Pronouns: what 全市, 督察组, 公司, 该局 and the short forms of a name stand for in one article."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import daachorse

from loaders.names import bodies
from loaders.names.districts import register_short
from loaders.names.mention import Mention, Mentions
from loaders.names.player import Player

if TYPE_CHECKING:
    from loaders.names.cast import Cast

POINTING = ("我", "全", "本", "该")
"""What stands before 区, 市 and the like to point at an area."""

_AREA = re.compile(r"全(自治[区州县旗]|省|市|区|县|州|盟|旗|镇|乡|街道)(?![场民容区域级村镇])")
_THAT = re.compile(
    r"(?:该|本)(局|厅|委|办|院|校|所|馆|中心|协会|医院|大学|学院|学校|公司|集团|银行|支队|小组)(?!长)"
)
_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|公司|集团)$")
_KINDS = ("InspectionTeam", "Enterprise", "Organization", "Place")
_CLAUSE = 12  # code points between a city and its 全市
_BARE = 2  # code points: a firm's short form has at least this many


def give(cast: "Cast", mentions: Mentions) -> None:
    """Give every pronoun and short form to what it stands for."""
    _areas(cast)
    _short_forms(cast)
    _generics(cast, mentions)
    _those(cast, mentions)


def _areas(cast: "Cast") -> None:
    """Give 全市 to the city that the clause before it names, else to the one that the article is about."""
    named = list(cast.districts.mentions)
    at = 0
    for match in _AREA.finditer(cast.text):
        while at < len(named) and named[at].stop <= match.start():
            at += 1
        before = named[at - 1] if at else None
        area = cast.districts.area(before) if before else None
        if (
            before is None
            or area is None
            or area.kind != match.group(1)
            or not _same_clause(cast.text, before, match)
        ):
            area = cast.home.get(match.group(1))
        if area is not None:
            cast.district(area).call(match.group(), *match.span())


def _same_clause(text: str, before: Mention, match: re.Match[str]) -> bool:
    """Tell whether 全市 follows what its city does: 澜州市召开全市大会."""
    between = text[before.stop : match.start()]
    return len(between) < _CLAUSE and not set(between) & set("。；，、！？\n")


def _short_forms(cast: "Cast") -> None:
    """Give K9 to K9公司, and 云湖 to 云湖区 of which the register knows nothing."""
    shorts: dict[str, Player] = {}
    for player in cast.players.values():
        short = _short(player)
        if len(short) >= _BARE and short != player.name:
            shorts.setdefault(short, player)
    if not shorts:
        return
    words = sorted(shorts)
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    machine = daachorse.CharwiseDoubleArrayAhoCorasick(words, longest)
    taken = {at for one in cast.players.values() for span in one.spans for at in range(*span)}
    for start, stop, which in machine.find(cast.text):
        if taken.isdisjoint(range(start, stop)):
            shorts[words[which]].call(words[which], start, stop)


def _short(player: Player) -> str:
    if player.type == "Enterprise" and len(player.names) == 1:
        return _FIRM.sub("", player.names[0])
    if player.type == "District" and player.area and player.area.key.startswith("?"):
        return register_short(player.area)
    return ""


def _generics(cast: "Cast", mentions: Iterable[Mention]) -> None:
    """Give 督察组, 公司, 集团 to the last thing of that type, or make them the thing itself."""
    last: dict[str, Player] = {}
    ending: dict[tuple[str, str], Player] = {}
    first: dict[str, Player] = {}
    for (kind, _), player in cast.players.items():
        first.setdefault(kind, player)
    single = sum(kind == "Enterprise" for kind, _ in cast.players) == 1
    for one in mentions:
        if not one.generic:
            named = cast.of(one)
            if named is not None:
                last[one.type] = named
                for form in (one.text, bodies.organ(one.text)):
                    ending |= {(one.type, form[-size:]): named for size in (2, 3)}
            continue
        found = None
        if one.type in _KINDS:
            found = _suited(one, last.get(one.type) or first.get(one.type))
            found = found or ending.get((one.type, one.text))
        if found and one.type == "Enterprise" and not (single or _near(cast.text, one, found)):
            continue
        if found is None and one.type in ("InspectionTeam", "Place"):
            found = cast.add((one.type, one.text), Player(one.type))
        if found is not None:
            found.call(one.text, one.start, one.stop)
            cast.cast(one, found)
            last[one.type] = found


def _near(text: str, one: Mention, player: Player) -> bool:
    """Tell whether a firm is named in the same sentence, or leads the one before: 公司 must be clear."""
    before = max((start for start, _ in player.spans if start < one.start), default=-1)
    told = _QUOTED.sub("", text[max(before, one.start - _FAR, 0) : one.start])
    ends = told.count("。") if one.start - before <= _FAR else _FAR
    return (before >= 0 and not ends) or (ends == 1 and told[-1:] == "。")


_QUOTED, _FAR = re.compile("(?<=[。！？”\n])“[^“”]*”"), 300


def _suited(one: Mention, player: Player | None) -> Player | None:
    """Keep the thing that a short form may stand for: its name ends with the short form."""
    if player is None:
        return None
    forms = [*player.names, *map(bodies.organ, player.names)]
    if one.text == "公司" or any(name.endswith(one.text) for name in forms):
        return player
    if one.type == "InspectionTeam" and any(one.text[:-1] in name for name in player.names):
        return player  # 督导组 of a 督导检查组
    return None


def _those(cast: "Cast", mentions: Mentions) -> None:
    """Give 该局 to the body named last whose name ends with 局."""
    named = [one for one in mentions if one.type != "District"]
    last: dict[str, Player] = {}
    at = 0
    for match in _THAT.finditer(cast.text):
        while at < len(named) and named[at].stop <= match.start():
            player = cast.of(named[at])
            if player is not None:
                last |= {player.name[-size:]: player for size in (1, 2)}
            at += 1
        meant = last.get(match.group(1))
        if meant is not None:
            meant.call(match.group(), *match.span())
