"""Cast: the entities of one article, and which mention stands for which."""

from collections import defaultdict
from collections.abc import Iterable

from graph.divisions import LEVELS
from loaders.names import bodies, chains, firm_forms, joins, pronouns
from loaders.names.areas import Area
from loaders.names.found import Found
from loaders.names.home import Home
from loaders.names.mention import Mention, Mentions
from loaders.names.player import Key, Player
from loaders.names.pointers import POINTERS
from loaders.names.scopes import Scopes

__all__ = ["Cast", "Key", "Player"]

_OF_AREAS = ("PublicBody", "InspectionTeam", "Organization", "Place")


class Cast:
    """The entities of one article; every mention, pointer and short form finds its own here."""

    def __init__(self, text: str, mentions: Mentions, districts: Found, home: Home) -> None:
        """Put the mentions of one thing together."""
        self.text, self.districts, self.home = text, districts, home
        self.players: dict[Key, Player] = {}
        self._of: dict[Mention, Player] = {}
        self._called: defaultdict[Player, list[Mention]] = defaultdict(list)
        self._keys: dict[Player, Key] = {}
        self._chained = chains.read(text, mentions, districts, home)
        self.scopes = Scopes(text, districts)
        self._chained |= self.scopes.pointed(mentions)
        self._heads = {one.stop: one for one in districts.mentions}
        for one in mentions:
            if not one.generic:
                self._cast(one)
        joins.join(self, mentions)
        pronouns.give(self, mentions)
        self._own_names()

    def of(self, mention: Mention) -> Player | None:
        """Give the entity that a mention names; None for a short form that names none."""
        return self._of.get(mention)

    def cast(self, mention: Mention, player: Player) -> None:
        """Let a mention stand for an entity."""
        self._of[mention] = player
        self._called[player].append(mention)

    def named(self, *types: str) -> list[Mention]:
        """Give the mentions of some types that stand for an entity, in the order of reading."""
        return [one for one in self._of if one.type in types]

    def different(self, choice: Iterable[Mention]) -> list[Mention]:
        """Give of some mentions the first with its words for each entity."""
        kept: dict[tuple[str, Player | None], Mention] = {}
        for one in choice:
            kept.setdefault((one.text, self.of(one)), one)
        return list(kept.values())

    def district(self, area: Area) -> Player:
        """Give the district of an area, made if the text only implies it."""
        player = self.add(("District", area.key), Player("District", area=area))
        if not player.names:
            player.main = area.name
            player.names.append(area.name)
        return player

    def of_area(self, area: Area, mention: Mention) -> Player:
        """Give the body of an area that is called as a mention of another's is: 云湖区委 for the 区委 of a column's head."""
        key = (mention.type, f"{area.key}|{bodies.organ(mention.organ or mention.text)}")
        player = self.add(key, Player(mention.type, area=area))
        if not player.names:
            player.call(mention.text, mention.start, mention.stop)
            player.mean(area.name + bodies.under_committee(mention.organ, area.name))
        return player

    def add(self, key: Key, player: Player) -> Player:
        """Put in an entity found by other means; the same key gives the same entity."""
        kept = self.players.setdefault(key, player)
        self._keys[kept] = key
        return kept

    def join(self, into: Player, other: Player) -> None:
        """Make one of two entities that are the same."""
        if into is other or other not in self._keys:
            return
        into.absorb(other)
        for mention in self._called.pop(other, []):
            self.cast(mention, into)
        del self.players[self._keys.pop(other)]

    def area_of(self, mention: Mention) -> Area | None:
        """Give the area that a body, team or district belongs to or is."""
        if mention in self._chained:
            return self._chained[mention]
        if mention.area in POINTERS:
            return self.home.get(mention.area)
        return self.districts.areas.get(mention.area)

    def _cast(self, one: Mention) -> None:
        area = self.area_of(one)
        player = self.add(self._key(one, area), Player(one.type, byline=one.byline))
        player.call(one.text if one.type != "Person" else one.organ, one.start, one.stop)
        if one.text != one.organ and one.type == "Person":
            player.call(one.text)
            player.main = one.organ  # 陆副市长 is longer than 陆明, and no name
        if one.type == "PublicBody" and one.text in _of_state(one.organ):
            player.call(one.organ)  # 中国商务部
        player.area = player.area or area
        worked_out = one.area in POINTERS or one in self._chained or one.organ == one.text
        if (
            area
            and one.type in _OF_AREAS
            and (worked_out or one.text.endswith(area.name + one.organ))
        ):
            player.mean(area.name + bodies.under_committee(one.organ, area.name))
        if one.stands_for and one.type in _OF_AREAS:
            player.mean(one.stands_for)
        if area and one.type == "District":
            self._path(one, player)
        self.cast(one, player)

    def _key(self, one: Mention, area: Area | None) -> Key:
        if one.type == "Person":
            return "Person", one.organ
        if one.type == "District":
            return "District", one.area
        if one.type in _OF_AREAS:
            place = area.key if area else one.area
            return one.type, f"{place}|{bodies.organ(one.organ or one.text)}"
        name = one.stands_for or one.text
        return one.type, firm_forms.canonical(name) if one.type == "Enterprise" else name

    def _path(self, one: Mention, player: Player) -> None:
        """Make the path that the text writes an alias of the district at its end."""
        head = one
        for _ in LEVELS:  # no path has more steps
            head = self._heads.get(head.start, head)
        if head is not one:
            player.call(self.text[head.start : one.stop])

    def _own_names(self) -> None:
        """Show a district by its own name where the text has it, else by what the text calls it."""
        for player in self.players.values():
            if player.type != "District" or player.area is None or player.main:
                continue
            name = player.area.name
            named = [
                one
                for one in player.names
                if len(one) > 1 and not one.startswith(pronouns.POINTING)
            ]
            player.main = name if name in player.names or not named else named[0]
            if player.main != name:
                player.mean(name)
            if player.main not in player.names:
                player.resolved = [one for one in player.resolved if one != name]
                player.names.insert(0, name)


def _of_state(organ: str) -> tuple[str, ...]:
    """Give the names of a central body with its country before it: 中国商务部."""
    return tuple(state + organ for state in ("中国", "国家", "中华人民共和国"))
