"""Assembly: from records to the graph, in canonical order."""

from collections.abc import Iterable, Iterator

from graph.evidence import Record
from graph.resolve import structure
from graph.resolve.clusters import readings
from graph.resolve.edges import Reader, evidence, fact_edge
from graph.resolve.entities import Entity, entities, held, implied
from graph.resolve.facts import Fact, facts, posts
from graph.resolve.identity import Identity, identify
from graph.resolve.names import names
from graph.schema import EDGES, NODES, Edge, Graph, Node

_NODE_ORDER = {name: place for place, name in enumerate(NODES)}
_EDGE_ORDER = {name: place for place, name in enumerate(EDGES)}
_PUBLIC = ("PublicBody", "District")
_NEVER_HELD = "nominated"


def resolve(records: Iterable[Record]) -> Graph:
    """Find out who is who in records that have been verified, and make the graph.

    Pure: the same records give the same graph in any order, with any repetition.
    """
    found = readings(records)
    identity = identify(found)
    offices = posts(found, identity)
    edges = sorted(facts(found, identity), key=lambda one: one.id)
    public = {key for key, post in offices.items() if _is_public(post.owner, identity)}
    named = {one.node.id: one for one in entities(identity, frozenset(_officials(edges, public)))}
    homes = structure.homes(identity, structure.venues(edges))
    areas = structure.areas(identity, homes)
    named |= {one.node.id: one for one in implied(areas.values(), named)}
    named |= {one.node.id: one for one in held(offices, named, edges)}
    nodes: dict[str, Node] = {one.node.id: one.node for one in named.values()}
    links: dict[str, Edge] = {}
    nodes.update((one.id, one) for one in structure.articles(found))
    for element in _elements(edges, named, identity):
        if isinstance(element, Node):
            nodes[element.id] = element
        else:
            links[element.id] = element
    for edge in structure.part_of(areas, homes):
        links[edge.id] = edge
    for edge in structure.posts_of(offices):
        links[edge.id] = edge
    return Graph(
        tuple(sorted(nodes.values(), key=lambda one: (_NODE_ORDER[one.type], one.id))),
        tuple(sorted(links.values(), key=lambda one: (_EDGE_ORDER[one.type], one.id))),
    )


def _elements(
    edges: Iterable[Fact], named: dict[str, Entity], identity: Identity
) -> Iterator[Node | Edge]:
    reader = Reader()
    for fact in edges:
        yield fact_edge(fact)
        for node, edge in evidence(fact, reader):
            yield node
            yield edge
    yield from names([one.named for one in named.values()])
    yield from structure.mentions(identity)


def _is_public(owner: str, identity: Identity) -> bool:
    members = identity.members.get(owner)
    return members is None or members[0].type in _PUBLIC  # an implied district has no members


def _officials(edges: Iterable[Fact], public: set[str]) -> Iterator[str]:
    for fact in edges:
        in_public = fact.type == "HOLDS" and fact.target in public
        if in_public and any(one.status != _NEVER_HELD for one in fact.pieces):
            yield fact.source
