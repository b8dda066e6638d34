"""Write: from players and facts to the record, with every span counted in the text as published."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

import msgspec

from graph.evidence import Article, Entity, Evidence, Record, Relation
from graph.evidence.heal import heal
from loaders.grammar.quotes import quoted
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.roles import telling
from loaders.names.cast import Player

_HEADING, _LED = ("LEADS", "DEPUTY_LEADS"), "带队"


@functools.cache
def extractor() -> str:
    """Name what made a record: the command and its version."""
    return f"govgraph {version('govgraph')}"


def record(reading: Reading, facts: Iterable[Fact]) -> Record:
    """Make the record of one article.

    Args:
        reading: The article as read.
        facts: What the rules found, in the order of the rules.
    """
    players = _ordered(reading)
    ids = {id(player): f"e{number}" for number, player in enumerate(players, 1)}
    kept = [fact for fact in facts if id(fact.source) in ids and id(fact.target) in ids]
    headed = {
        (id(one.source), id(one.target))
        for one in kept
        if one.type in _HEADING and one.title != _LED
    }
    kept = [
        one for one in kept if one.title != _LED or (id(one.source), id(one.target)) not in headed
    ]  # 组长甲带队 is one fact
    relations = [one.relation(reading, ids) for one in _grouped(kept)]
    entities = [_entity(reading, player, ids[id(player)]) for player in players]
    return Record(_placed(reading), entities, relations, extractor())


def _ordered(reading: Reading) -> list[Player]:
    """Give the players in the order in which the text names them."""
    events = [one.player for one in reading.happenings]
    everyone = {id(one): one for one in (*reading.cast.players.values(), *events)}
    return sorted(
        everyone.values(),
        key=lambda one: (min(one.spans, default=(len(reading.text), 0)), one.type, one.name),
    )


def _placed(reading: Reading) -> Article:
    area = reading.home.area
    if reading.article.place or area is None:
        return reading.article
    return msgspec.structs.replace(reading.article, place=area.full_name)


def _entity(reading: Reading, player: Player, number: str) -> Entity:
    name = player.name
    spans = sorted({reading.healed.original(start, stop) for start, stop in player.spans})
    return Entity(
        number,
        player.type,
        name,
        [one for one in player.names if one != name],
        spans,
        kind=player.kind,
        date=player.date,
        resolved=[one for one in player.resolved if one not in player.names],
        byline=player.byline,
    )


@dataclass(slots=True)
class _Group:
    """The facts that are one relation, told several times."""

    facts: list[Fact] = field(default_factory=list)

    def relation(self, reading: Reading, ids: dict[int, str]) -> Relation:
        """Join what each telling adds."""
        first = self.facts[0]
        return Relation(
            first.type,
            ids[id(first.source)],
            ids[id(first.target)],
            _evidence(reading, self.facts),
            title=first.title,
            status=first.status,
            role=telling(fact.role for fact in self.facts),
            order=next((fact.order for fact in self.facts if fact.order), 0),
            listed_as=self._first("listed_as"),
            date=self._first("date"),
            valid_from=self._first("valid_from"),
            valid_to=self._first("valid_to"),
            event=next(
                (ids[id(f.event)] for f in self.facts if f.event and id(f.event) in ids), ""
            ),
        )

    def _first(self, name: str) -> str:
        return next((value for fact in self.facts if (value := str(getattr(fact, name)))), "")


def _grouped(facts: Sequence[Fact]) -> Iterator[_Group]:
    groups: dict[tuple[str, ...], _Group] = {}
    for fact in facts:
        ends = [str(id(fact.source)), str(id(fact.target))]
        if fact.type == "SIGNS_WITH":
            ends.sort()
        key = (fact.type, *ends, fact.title, _stint(fact))
        groups.setdefault(key, _Group()).facts.append(fact)
    yield from groups.values()


def _stint(fact: Fact) -> str:
    """Part the tenures of one post: 任命 and 免去 in one article are two."""
    return fact.status if fact.type == "HOLDS" and fact.status not in ("current", "") else ""


def _evidence(reading: Reading, facts: Sequence[Fact]) -> list[Evidence]:
    found: dict[tuple[str, int, int], Evidence] = {}
    for fact in facts:
        titled = fact.where == "title"
        healed = heal(reading.article.title) if titled else reading.healed
        span = (fact.start, fact.stop) if titled else quoted(reading, fact)
        start, stop = healed.original(*span)
        quote = (reading.article.title if titled else reading.article.text)[start:stop]
        piece = Evidence(start, stop, quote, fact.where, fact.rule, fact.confidence)
        found.setdefault((fact.where, start, stop), piece)
    return list(found.values())
