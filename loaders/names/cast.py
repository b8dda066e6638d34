"""Cast: the entities of one article, and which mention stands for which."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders import lexicons
from loaders.names import bodies, firm_forms
from loaders.names.areas import Area
from loaders.names.districts import Found, register_short
from loaders.names.home import Home
from loaders.names.mention import Mention, Mentions
from loaders.names.tailed import POINTERS

Key = tuple[str, str]

_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|公司|集团)$")
_YEAR = re.compile(r"^(?:\d{4}年)?(?:中共)?")
_NUMBER = re.compile(r"第[一二三四五六七八九十\d]+")
_BARE = 2  # code points: a firm's short form has at least this many


@dataclass(slots=True)
class Player:
    """An entity of one article in the making.

    Attributes:
        type: A word of the schema.
        names: Surface forms, each once, in order of first mention.
        spans: Where the healed text names it.
        kind: Events: one of the kinds of the guide.
        date: Events: an ISO prefix.
        resolved: Names worked out that do not stand in the text.
        byline: Persons: wrote the article.
        area: The area it belongs to, or is.
        main: The name to show; empty: the longest form.
    """

    type: str
    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    kind: str = ""
    date: str = ""
    resolved: list[str] = field(default_factory=list)
    byline: bool = False
    area: Area | None = None
    main: str = ""

    def call(self, name: str, start: int = -1, stop: int = -1) -> None:
        """Add a surface form and where it stands."""
        if name not in self.names:
            self.names.append(name)
        if start >= 0 and (start, stop) not in self.spans:
            self.spans.append((start, stop))

    @property
    def name(self) -> str:
        """The fullest form in the text."""
        return self.main or max(self.names, key=len)


class Cast:
    """The entities of one article; every mention, pointer and short form finds its own here."""

    def __init__(self, text: str, mentions: Mentions, districts: Found, home: Home) -> None:
        """Put the mentions of one thing together."""
        self._text, self._districts, self._home = text, districts, home
        self.players: dict[Key, Player] = {}
        self._of: dict[Mention, Player] = {}
        for one in mentions:
            if not one.generic:
                self._cast(one)
        self._areas_of_bodies()
        self._bracketed(mentions)
        self._without_areas()
        self._pointed_areas()
        self._short_forms()
        self._generics(mentions)
        self._own_names()

    def of(self, mention: Mention) -> Player | None:
        """Give the entity that a mention names; None for a short form that names none."""
        return self._of.get(mention)

    def district(self, area: Area) -> Player:
        """Give the district of an area, made if the text only implies it."""
        player = self.players.setdefault(("District", area.key), Player("District", area=area))
        if not player.names:
            player.main = area.name
            player.names.append(area.name)
        return player

    def add(self, key: Key, player: Player) -> Player:
        """Put in an entity found by other means; the same key gives the same entity."""
        return self.players.setdefault(key, player)

    def area_of(self, mention: Mention) -> Area | None:
        """Give the area that a body, team or district belongs to or is."""
        if mention.area in POINTERS:
            return self._home.get(mention.area)
        return self._districts.areas.get(mention.area)

    def _cast(self, one: Mention) -> None:
        key = self._key(one)
        player = self.players.setdefault(key, Player(one.type, byline=one.byline))
        player.call(one.text if one.type != "Person" else one.organ, one.start, one.stop)
        if one.text != one.organ and one.type == "Person":
            player.call(one.text)
        area = self.area_of(one)
        player.area = player.area or area
        if one.type in ("PublicBody", "InspectionTeam") and area and one.area in POINTERS:
            full = area.name + one.organ
            if full not in player.names and full not in player.resolved:
                player.resolved.append(full)
        if one.type == "District" and area:
            self._chain(one, player)
        self._of[one] = player

    def _key(self, one: Mention) -> Key:
        if one.type == "Person":
            return "Person", one.organ
        if one.type == "District":
            return "District", one.area
        if one.type in ("PublicBody", "InspectionTeam"):
            area = self.area_of(one)
            place = area.key if area else one.area
            return one.type, f"{place}|{bodies.organ(_YEAR.sub('', one.organ))}"
        name = one.stands_for or one.text
        return one.type, firm_forms.canonical(name) if one.type == "Enterprise" else name

    def _chain(self, one: Mention, player: Player) -> None:
        """Make the path that the text writes an alias of the district at its end."""
        head = one
        while (before := self._ending(head.start)) is not None:
            head = before
        if head is not one:
            player.call(self._text[head.start : one.stop])

    def _own_names(self) -> None:
        """Show a district by its own name where the text has it, else by what the text calls it."""
        for player in self.players.values():
            if player.type != "District" or player.area is None or player.main:
                continue
            name = player.area.name
            named = [one for one in player.names if not one.startswith(POINTING)]
            player.main = name if name in player.names or not named else named[0]
            if player.main != name and name not in player.resolved:
                player.resolved.append(name)
            if player.main not in player.names:
                player.resolved = [one for one in player.resolved if one != name]
                player.names.insert(0, name)

    def _ending(self, stop: int) -> Mention | None:
        return next((one for one in self._districts.mentions if one.stop == stop), None)

    def _areas_of_bodies(self) -> None:
        """Join a body named without its area to the one body of the text with that organ."""
        for (kind, key), player in list(self.players.items()):
            place, _, organ = key.partition("|")
            if kind not in ("PublicBody", "InspectionTeam") or place:
                continue
            twins = [
                k
                for k in self.players
                if k[0] == kind and k[1].partition("|")[2] == organ and k[1] != key
            ]
            if len(twins) == 1:
                self._merge(self.players[twins[0]], player)
                del self.players[kind, key]
            elif kind == "PublicBody" and self._home.area and self._is_local(player.names[0]):
                player.resolved.append(self._home.area.name + player.names[0])

    def _is_local(self, name: str) -> bool:
        """Tell whether a body named without its area can be of the article's own."""
        central = ("中央", "国务院", "国家", "全国", "中国", "最高")
        return (
            len(name) < _SHORT_ORGAN
            and not name.startswith(central)
            and name not in lexicons.words("national_bodies")
        )

    def _bracketed(self, mentions: Mentions) -> None:
        """Join a name to the one in brackets after it: 云湖学院（云湖干部学校）."""
        for one in mentions:
            if self._text[one.stop : one.stop + 1] not in ("（", "("):
                continue
            twin = mentions.starting(one.stop + 1, one.type)
            if twin and self._text[twin.stop : twin.stop + 1] in ("）", ")"):
                self._join(one, twin)

    def _join(self, one: Mention, twin: Mention) -> None:
        into, other = self._of.get(one), self._of.get(twin)
        if into is not None and other is not None and into is not other:
            self._merge(into, other)
            self.players = {key: p for key, p in self.players.items() if p is not other}

    def _without_areas(self) -> None:
        """Let 滨江新城 stand for 云湖区滨江新城, and the long form be known by the short one."""
        for one in list(self._of):
            if (
                one.type not in ("Place", "Enterprise", "Organization")
                or not one.area
                or one.organ == one.text
            ):
                continue
            if len(one.organ) < _OWN_NAME:
                continue
            twin = next((m for m in self._of if m.type == one.type and m.text == one.organ), None)
            if twin is not None:
                self._join(one, twin)
            self._of[one].call(one.organ)
        self._shortened()
        self._firms()
        self._unfounded()
        self._unnumbered()

    def _firms(self) -> None:
        """Let 晨曦重工 stand for the one 云湖晨曦重工股份有限公司 of the text."""
        firms = [one for one in self._of if one.type == "Enterprise"]
        heads = {one.start: one.text for one in self._districts.mentions}
        for one in firms:
            fuller = {
                id(self._of[two]): two
                for two in firms
                if len(two.text) > len(one.text) >= _OWN_NAME
                and one.text in two.text
                and one.text
                in (firm_forms.bare(two.text), firm_forms.bare(two.text, heads.get(two.start, "")))
            }
            fuller.pop(id(self._of[one]), None)
            if len(fuller) == 1:
                self._join(next(iter(fuller.values())), one)

    def _unfounded(self) -> None:
        """Let 第二巡察组 stand for the one 市委第二巡察组; in a list it shares the founder before it."""
        teams = [one for one in self._of if one.type == "InspectionTeam"]
        for one in teams:
            if not one.text.startswith("第"):
                continue
            fuller = {
                id(self._of[two]): two
                for two in teams
                if two.text.endswith(one.text) and two != one
            }
            fuller.pop(id(self._of[one]), None)
            if len(fuller) == 1:
                self._join(next(iter(fuller.values())), one)
            elif not fuller:
                self._founded(one, teams)

    def _founded(self, one: Mention, teams: Iterable[Mention]) -> None:
        """Give 第三巡察组 after 市委第二巡察组、 the founder of the team before it."""
        before = next((two for two in teams if two.stop in (one.start, one.start - 1)), None)
        found = _NUMBER.search(before.text) if before else None
        if before is None or found is None or not found.start():
            return
        player = self._of[one]
        for name in (before.text, *self._of[before].resolved):
            head = _NUMBER.search(name)
            full = name[: head.start()] + one.text if head else ""
            if full and full not in player.names and full not in player.resolved:
                player.resolved.append(full)
        player.area = player.area or self._of[before].area

    def _unnumbered(self) -> None:
        """Let 中央巡视组 stand for 中央第四巡视组, where the text has no other of that founder."""
        teams = [one for one in self._of if one.type == "InspectionTeam"]
        for one in teams:
            numbered = {
                id(self._of[two]): two
                for two in teams
                if _NUMBER.sub("", two.text) == one.text != two.text
            }
            if len(numbered) == 1:
                self._join(next(iter(numbered.values())), one)

    def _shortened(self) -> None:
        """Let 大数据产业园 stand for the one place of the text whose name ends so."""
        for one in list(self._of):
            if one.type not in ("Place", "Organization") or len(one.text) <= _OWN_NAME:
                continue
            longer = {
                id(player): mention
                for mention, player in self._of.items()
                if mention.type == one.type
                and mention.text != one.text
                and mention.text.endswith(one.text)
            }
            if len(longer) == 1:
                self._join(next(iter(longer.values())), one)

    def _merge(self, into: Player, other: Player) -> None:
        for name in other.names:
            into.call(name)
        into.spans += other.spans
        into.resolved += [name for name in other.resolved if name not in into.resolved]
        for mention, player in self._of.items():
            if player is other:
                self._of[mention] = into

    def _pointed_areas(self) -> None:
        """Give 我区, 全市, 该县 to the district that they mean."""
        for match in _POINTER.finditer(self._text):
            area = self._home.get(match.group(2))
            if area is None:
                continue
            player = self.district(area)
            player.call(match.group(), *match.span())

    def _short_forms(self) -> None:
        """Give K9 to K9公司, and 云湖 to 云湖区 of which the register knows nothing."""
        for player in list(self.players.values()):
            short = ""
            if player.type == "Enterprise" and len(player.names) == 1:
                short = _FIRM.sub("", player.names[0])
            elif player.type == "District" and player.area and player.area.key.startswith("?"):
                short = register_short(player.area)
            if len(short) < _BARE or short == player.name:
                continue
            taken = [span for other in self.players.values() for span in other.spans]
            for match in re.finditer(re.escape(short), self._text):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    player.call(short, *match.span())

    def _generics(self, mentions: Iterable[Mention]) -> None:
        """Give 督察组, 公司, 集团 to the last thing of that type, or make them the thing itself."""
        last: dict[str, Player] = {}
        first = {
            kind: next((p for (k, _), p in self.players.items() if k == kind), None)
            for kind in ("InspectionTeam", "Enterprise", "Organization", "Place")
        }
        for one in mentions:
            if not one.generic:
                if one in self._of:
                    last[one.type] = self._of[one]
                continue
            found = self._suited(one, last.get(one.type) or first.get(one.type))
            if found is not None and one.type == "Enterprise" and not self._near(one, found):
                continue
            if found is None and one.type == "InspectionTeam":
                found = self.players.setdefault((one.type, one.text), Player(one.type))
            if found is None and one.type == "Place":
                found = self.players.setdefault((one.type, one.text), Player(one.type))
            if found is not None:
                found.call(one.text, one.start, one.stop)
                self._of[one] = found
                last[one.type] = found

    def _near(self, one: Mention, player: Player) -> bool:
        """Tell whether a firm is named in the same sentence, or is the only one: 公司 must be clear."""
        firms = {id(two) for (kind, _), two in self.players.items() if kind == "Enterprise"}
        before = [start for start, _ in player.spans if start < one.start]
        same = bool(before) and "。" not in self._text[max(before) : one.start]
        return same or len(firms) == 1 or self._leads(one, max(before, default=0))

    def _leads(self, one: Mention, at: int) -> bool:
        """Tell whether 公司 begins the sentence after the one that the firm leads."""
        return self._text[at : one.start].count("。") == 1 and self._text[one.start - 1] == "。"

    def _suited(self, one: Mention, player: Player | None) -> Player | None:
        """Keep the thing that a short form may stand for: its name ends with the short form."""
        if player is None:
            return None
        if any(name.endswith(one.text) or one.text == "公司" for name in player.names):
            return player
        return player if one.type == "InspectionTeam" and one.text in _ANY_TEAM else None


_ANY_TEAM = ("督察组", "检查组", "督导组", "巡视组", "巡察组", "工作组")
_SHORT_ORGAN = 8
_OWN_NAME = 3
POINTING = ("我", "全", "本", "该")
"""What stands before 区, 市 and the like to point at an area."""

_POINTER = re.compile(r"([全])(自治区|省|市|区|县|州|盟|旗|镇|乡|街道)(?![场民容区域级村镇])")
