"""Joins: names of one article that stand for one thing: in full and in short, in brackets, with and without an area."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders import lexicons
from loaders.names import firm_forms, pointers
from loaders.names.headed import ZONES
from loaders.names.mention import Mention, Mentions
from loaders.names.player import Key, Player
from loaders.names.pointers import POINTERS

if TYPE_CHECKING:
    from loaders.names.cast import Cast

_NUMBER = re.compile(r"第[一二三四五六七八九十\d]+")
_OWN_NAME = 3  # code points: shorter words name no one thing
_LOCAL_ORGAN = 8  # code points: longer names are no mere organ
_LOCAL_ZONES = ("经开区", "高新区")  # every city has one
_CENTRAL = ("中共中央", "中央", "国务院", "国家", "全国", "中国", "最高")


def join(cast: "Cast", mentions: Mentions) -> None:
    """Join the entities of an article that are one."""
    _placed(cast)
    _zoned(cast)
    _bracketed(cast, mentions)
    _without_areas(cast)
    _shortened(cast)
    _firms(cast)
    _founded(cast)
    _unnumbered(cast)
    _by_task(cast)


def _only(cast: "Cast", choice: Iterable[Mention], but: Player | None) -> Player | None:
    """Give the one entity of some mentions that is not a given one, if there is just one."""
    found = {player for one in choice if (player := cast.of(one)) is not None and player is not but}
    return found.pop() if len(found) == 1 else None


def _placed(cast: "Cast") -> None:
    """Join what is named without its area to the one thing of the text that has that name and an area."""
    twins: defaultdict[Key, list[Key]] = defaultdict(list)
    for kind, key in cast.players:
        place, bar, organ = key.partition("|")
        if bar and place:
            twins[kind, organ].append((kind, key))
    for kind, key in list(cast.players):
        place, bar, organ = key.partition("|")
        if not bar or (place and place not in POINTERS):
            continue
        player = cast.players.get((kind, key))
        if player is None:
            continue  # joined to another by now
        choice = [
            cast.players[one]
            for one in twins[kind, organ]
            if one != (kind, key) and one in cast.players
        ]
        choice = [one for one in choice if not place or (one.area and one.area.kind == place)]
        if kind == "PublicBody" and player.name in lexicons.words("shared_organs"):
            choice = choice or _ending_so(cast, player)
            if len(choice) != 1:
                continue  # 管委会: whose is not clear
        if len(choice) == 1:
            cast.join(choice[0], player)
        elif kind == "PublicBody" and not place and cast.home.area and _is_local(player.name):
            player.mean(_of_zone(cast, player.name) or cast.home.area.name + player.name)


def _of_zone(cast: "Cast", name: str) -> str:
    """Give the full name of 开发区管委会 where the text names one zone in full; else nothing."""
    word = _GENERIC_ZONE.match(name)
    if word is None:
        return ""
    zones = {
        one.name
        for one in cast.players.values()
        if one.type == "Place" and _ZONE_NAME.fullmatch(one.name)
    }
    return zones.pop() + name[word.end() :] if len(zones) == 1 else ""


_GENERIC_ZONE = re.compile(f"(?:{'|'.join(ZONES)}|工业园区?)(?=.)")
_ZONE_NAME = re.compile(f"[\u4e00-\u9fff]{{2,}}(?:{'|'.join(ZONES)}|工业园)")


def _ending_so(cast: "Cast", bare: Player) -> list[Player]:
    """Give the bodies whose names end with an organ that is named alone: 经开区管委会 of 管委会."""
    return [
        one
        for one in cast.players.values()
        if one is not bare and one.type == bare.type and one.name.endswith(bare.name)
    ]


def _zoned(cast: "Cast") -> None:
    """Let 管委会 and 办事处 alone be those of the one zone or street whose committees the text names."""
    zones: defaultdict[tuple[str, str], list[Player]] = defaultdict(list)
    for (kind, key), player in cast.players.items():
        place, _, organ = key.partition("|")
        tail = next((one for one in _OF_ZONES if organ.endswith(one)), "")
        tail = tail if place or organ != tail else ""
        if kind == "PublicBody" and tail:
            zones[place, organ.removesuffix(tail)].append(player)
    if len(zones) != 1:
        return
    (((place, zone), players),) = zones.items()
    name = _ZONE_BODY.sub("", players[0].name)
    for tail in _OF_ZONES:
        bare = cast.players.get(("PublicBody", f"|{tail}"))
        if bare is not None:
            full = cast.add(("PublicBody", f"{place}|{zone}{tail}"), Player("PublicBody"))
            full.area = full.area or players[0].area
            if not full.names:
                full.mean(name + bare.name)
            cast.join(full, bare)


_ZONE_BODY = re.compile(r"(?:党工委|办事处|管委会|管理委员会|管委)$")
_OF_ZONES = ("党工委", "管委", "办事处")


def _is_local(name: str) -> bool:
    """Tell whether a body named without its area can be of the article's own."""
    return (
        (len(name) < _LOCAL_ORGAN or name.startswith(_LOCAL_ZONES))
        and not pointers.at(name, 0)
        and not name.startswith(_CENTRAL)
        and name not in lexicons.words("national_bodies")
    )


def _bracketed(cast: "Cast", mentions: Mentions) -> None:
    """Join a name to the one in brackets after it: 云湖学院（云湖干部学校）."""
    for one in mentions:
        if one.type == "District" or cast.text[one.stop : one.stop + 1] not in ("（", "("):
            continue
        twin = mentions.starting(one.stop + 1, one.type)
        if twin and cast.text[twin.stop : twin.stop + 1] in ("）", ")"):
            into, other = cast.of(one), cast.of(twin)
            if into is not None and other is not None:
                cast.join(into, other)


def _without_areas(cast: "Cast") -> None:
    """Let 滨江新城 stand for 云湖区滨江新城, and the long form be known by the short one."""
    named = cast.named("Place", "Enterprise")
    texts = {(one.type, one.text): one for one in named}
    for one in named:
        player = cast.of(one)
        if player is None or not one.area or one.organ == one.text or len(one.organ) < _OWN_NAME:
            continue
        twin = texts.get((one.type, one.organ))
        other = cast.of(twin) if twin else None
        if other is not None:
            cast.join(player, other)
        player.call(one.organ)


def _shortened(cast: "Cast") -> None:
    """Let 大数据产业园 stand for the one place of the text whose name ends so."""
    for kind in ("Place", "Organization", "Enterprise"):
        texts = {one.text: one for one in cast.named(kind)}
        longer: defaultdict[str, list[Mention]] = defaultdict(list)
        for text, one in texts.items():
            for at in range(1, len(text) - _OWN_NAME):
                if text[at:] in texts:
                    longer[text[at:]].append(one)
        counts = Counter(one.text for one in cast.named(kind))
        for short, choice in longer.items():
            if _let(cast, texts[short], choice) and not choice[0].area and counts[short] > 1:
                _call(cast, texts[short], choice)


def _call(cast: "Cast", short: Mention, longer: Iterable[Mention]) -> None:
    """Call a thing by the short name that the text repeats, and not by what stood before it once."""
    player = cast.of(short)
    names = {one.text for one in longer}
    if player is not None and not player.main:
        player.names = [name for name in player.names if name not in names]


def _let(cast: "Cast", short: Mention, choice: Iterable[Mention]) -> bool:
    """Let a short name stand for the one of several things that is another than it; tell whether one was."""
    player = cast.of(short)
    fuller = _only(cast, choice, player)
    if player is None or fuller is None:
        return False
    cast.join(fuller, player)
    return True


def _firms(cast: "Cast") -> None:
    """Let 晨曦重工 stand for the one 云湖晨曦重工股份有限公司 of the text."""
    texts = {firm_forms.canonical(one.text): one for one in cast.named("Enterprise")}
    heads = {one.start: one.text for one in cast.districts.mentions}
    fuller: defaultdict[str, list[Mention]] = defaultdict(list)
    for text, one in texts.items():
        for form in firm_forms.forms(text, heads.get(one.start, "")):
            if form in texts and len(text) > len(form) >= _OWN_NAME:
                fuller[form].append(one)
    for short, choice in sorted(fuller.items(), key=lambda one: -len(one[0])):
        _let(cast, texts[short], choice)


def _founded(cast: "Cast") -> None:
    """Let 第二巡察组 stand for the one 市委第二巡察组; in a list it shares the founder before it."""
    teams = cast.named("InspectionTeam")
    ends = {one.stop: one for one in teams}
    numbered: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in cast.different(teams):
        found = _NUMBER.search(one.text)
        if found:
            numbered[one.text[found.start() :]].append(one)
    for one in teams:
        if not one.text.startswith("第") or _let(cast, one, numbered[one.text]):
            continue
        before = ends.get(one.start) or ends.get(one.start - 1)
        if before is not None and all(cast.of(two) is cast.of(one) for two in numbered[one.text]):
            _share_founder(cast, one, before)


def _share_founder(cast: "Cast", one: Mention, before: Mention) -> None:
    """Give 第三巡察组 after 市委第二巡察组、 the founder of the team before it."""
    player, earlier = cast.of(one), cast.of(before)
    if player is None or earlier is None:
        return
    for name in (before.text, *earlier.resolved):
        head = _NUMBER.search(name)
        if head and (head.start() or name != before.text):
            player.mean(name[: head.start()] + one.text)
    player.area = player.area or earlier.area


def _unnumbered(cast: "Cast") -> None:
    """Let 中央巡视组 stand for 中央第四巡视组, where the text has no other of that founder."""
    teams = cast.named("InspectionTeam")
    numbered: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in cast.different(teams):
        plain = _NUMBER.sub("", one.text)
        if plain != one.text:
            numbered[plain].append(one)
    for one in teams:
        if one.text in numbered:
            _let(cast, one, numbered[one.text])


def _by_task(cast: "Cast") -> None:
    """Let 考核巡查组 stand for the one team of the text whose name ends so, its number aside: 第七考核巡查组."""
    teams = cast.named("InspectionTeam")
    different = cast.different(teams)
    for one in different:
        if one.area or _NUMBER.search(one.text):
            continue
        longer = [
            two
            for two in different
            if len(two.text) > len(one.text) and _NUMBER.sub("", two.text).endswith(one.text)
        ]
        _let(cast, one, longer)
