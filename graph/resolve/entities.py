"""Entity nodes: each entity with its name to show and what is known of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.divisions import COUNTRY, short_form, shorter_form
from graph.evidence import first_day, last_day
from graph.resolve import organs, teams
from graph.resolve.areas import Area
from graph.resolve.bodies import Body, once, split
from graph.resolve.clusters import Cluster
from graph.resolve.edges import reports, stated
from graph.resolve.facts import Fact, PostOf
from graph.resolve.identity import Identity
from graph.resolve.names import Named
from graph.resolve.teams import Team
from graph.schema import Node, Value


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the graph: its node, and what it is called."""

    node: Node
    named: Named


def entities(identity: Identity, officials: frozenset[str]) -> Iterator[Entity]:
    """Yield every entity that an article names.

    Args:
        identity: Who is who.
        officials: Ids of the persons who hold or held a public post.
    """
    for key, members in identity.members.items():
        kind = members[0].type
        natural = identity.keys.get(members[0].id)
        what = natural.what if natural else None
        name = _name(what, members)
        found: dict[str, Value] = {
            "name": name,
            "aliases": _aliases(name, members),
            "all_ids": _all_ids(key, members, identity, keyed=natural is not None),
            "reasons": identity.reasons.get(key, []),
            **reports([one.origin for one in members]),
            **_details(what),
        }
        if kind == "Event":
            found |= _event(members)
        if key in officials:
            found["official"] = True
        forms = tuple(dict.fromkeys(once(form) for one in members for form in one.forms))
        yield Entity(Node(kind, key, stated(found)), Named(key, kind, what, name, forms))


def implied(areas: Iterable[Area], known: Mapping[str, Entity]) -> Iterator[Entity]:
    """Yield the districts that no article names but something lies in."""
    for area in areas:
        if area.id not in known:
            found: dict[str, Value] = {
                "name": area.name, "all_ids": [area.id], "n_articles": 0, **_details(area),
            }  # fmt: skip
            node = Node("District", area.id, stated(found))
            yield Entity(node, Named(area.id, "District", area, area.name, ()))


def held(
    posts: Mapping[str, PostOf], known: Mapping[str, Entity], facts: Iterable[Fact]
) -> Iterator[Entity]:
    """Yield every post that somebody is said to hold."""
    tenures: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.type == "HOLDS":
            tenures.setdefault(fact.target, []).append(fact)
    for key, post in posts.items():
        pieces = [piece.origin for fact in tenures.get(key, []) for piece in fact.pieces]
        name = known[post.owner].named.name + post.title
        found: dict[str, Value] = {
            "name": name, "title": post.title, "all_ids": [key], **reports(pieces),
        }  # fmt: skip
        yield Entity(Node("Post", key, stated(found)), Named(key, "Post", None, name, ()))


def _name(what: Area | Body | Team | None, members: Sequence[Cluster]) -> str:
    forms = list(dict.fromkeys(once(form) for one in members for form in one.forms))
    if isinstance(what, Area):
        return what.name
    if isinstance(what, Body):
        return _body_name(what, forms)
    if isinstance(what, Team):
        return teams.shown(what, forms, members[0].origin.asof)
    if members[0].type in ("Enterprise", "Organization"):
        return _own_name(members)
    return members[0].name


def _own_name(members: Sequence[Cluster]) -> str:
    """Give the first of the longest names; 县总工会 with its county's name, where that was worked out."""
    name = max(members, key=lambda one: len(one.name)).name
    if not name.startswith(_POINTERS):
        return name
    worked_out = [form for one in members for form in one.resolved if form.endswith(name[1:])]
    return max(worked_out, key=len, default=name)


_POINTERS = tuple("省市区县州盟旗镇乡")


def _body_name(body: Body, forms: Sequence[str]) -> str:
    """Give the fullest form in the texts that begins with its area's own name, else make one.

    海北州政府 also stands; a path (上海市徐汇区法院) and a bare short form (徐汇法院) give way.
    """
    area = body.area
    own = "" if area.code == COUNTRY else area.name
    heads = [own, shorter_form(area.name, area.level)]
    if organs.is_of_zone(body.organ):  # 澜州经济技术开发区管委会, as zones are called
        heads.insert(0, short_form(area.name, area.level))
    for head in heads:
        fitting = [one for one in forms if one.startswith(head) and _is_of(body, one)]
        fitting = [one for one in fitting if not organs.is_of_term(one)]
        if fitting and (head or not own):
            return max(fitting, key=lambda one: (len(one), one))
    return body.shown


def _is_of(body: Body, form: str) -> bool:
    parts = split(form, "")
    return bool(parts.head) and parts.organ == body.organ


def _aliases(name: str, members: Sequence[Cluster]) -> list[str]:
    return sorted({once(form) for one in members for form in one.forms} - {name})


def _all_ids(key: str, members: Sequence[Cluster], identity: Identity, *, keyed: bool) -> list[str]:
    """Give every id under which the entity can have been known; a natural key never changes."""
    others = identity.formers.get(key, []) if keyed else [one.id for one in members]
    return list(dict.fromkeys([key, *others]))


def _details(what: Area | Body | Team | None) -> dict[str, Value]:
    if isinstance(what, Area):
        return {"code": what.code, "full_name": what.full_name, "level": what.level}
    if isinstance(what, Body):
        return {"area": what.area.id, "organ": what.organ}
    if isinstance(what, Team):
        return {"founder": what.founder.id, "round": what.round}
    return {}


def _event(members: Sequence[Cluster]) -> dict[str, Value]:
    date = max((one.date for one in members), key=len)
    found: dict[str, Value] = {
        "date": date,
        "kind": next((one.kind for one in members if one.kind), ""),
    }
    if date:
        found |= {"date_min": first_day(date), "date_max": last_day(date)}
    return found
