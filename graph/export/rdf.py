"""A graph as RDF 1.1 triples: n-ary relations, so that dates and evidence survive."""

from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import quote

from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Identifier

from graph.export.errors import ExportError
from graph.export.terms import (
    CLASSES,
    DATA,
    DIRECT,
    IN_CHINESE,
    OA,
    PREDICATES,
    REFERENCES,
    TERMS,
)
from graph.schema import EDGES, NODES, Edge, EdgeType, Kind, Node, NodeType, Property, Value

Triple: TypeAlias = tuple[URIRef, URIRef, Identifier]

_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}  # length of an ISO prefix -> its type
_TYPES: tuple[NodeType | EdgeType, ...] = (*NODES.values(), *EDGES.values())
_KINDS = {kind.name: {one.name: one.kind for one in kind.properties} for kind in _TYPES}
# What of a piece of evidence belongs to its selectors, not to the annotation itself.
_SELECTED = ("quote", "start", "stop")


def triples(element: Node | Edge) -> Iterator[Triple]:
    """Give the triples of one node or edge, those of one subject together.

    An edge is a resource of its own, `gv:TYPE` with `gv:source`, `gv:target` and its properties,
    and also one direct triple from end to end, `gv:type` in small letters, for short queries.
    """
    subject = resource(element.id)
    yield subject, RDF.type, TERMS[element.type]
    for term in CLASSES.get(element.type, ()):
        yield subject, RDF.type, term
    if isinstance(element, Edge):
        yield subject, TERMS.source, resource(element.source)
        yield subject, TERMS.target, resource(element.target)
    apart = _SELECTED if element.type == "Evidence" else ()
    for name, value in element.properties.items():
        if name not in apart:
            yield from _property(subject, element.type, name, value)
    if isinstance(element, Edge):
        yield from _direct(element)
    elif element.type == "Evidence":
        yield from _selectors(element)


def resource(identifier: str) -> URIRef:
    """Give the IRI of a node or an edge.

    >>> resource("district-310104")
    rdflib.term.URIRef('urn:govgraph:id:district-310104')
    """
    return URIRef(DATA + quote(identifier, safe="-._~"))


def vocabulary() -> Iterator[Triple]:
    """Give the project's own terms, with their labels and meanings, as the schema declares them."""
    for kind in _TYPES:
        yield from _class(kind)
    for edge in EDGES.values():
        yield from _described(TERMS[edge.name.lower()], OWL.ObjectProperty, edge)
    seen: set[URIRef] = set()
    for kind in _TYPES:
        for one in kind.properties:
            term = predicate(kind.name, one.name)
            if term.startswith(TERMS) and term not in seen and one.name != "digest":
                seen.add(term)
                yield from _described(term, RDF.Property, one)


def predicate(kind: str, name: str) -> URIRef:
    """Give the predicate of a property of a type."""
    return PREDICATES.get(f"{kind}.{name}") or PREDICATES.get(name) or TERMS[name]


def _class(kind: NodeType | EdgeType) -> Iterator[Triple]:
    yield from _described(TERMS[kind.name], RDFS.Class, kind)
    for term in CLASSES.get(kind.name, ()):
        yield TERMS[kind.name], RDFS.subClassOf, term


def _described(
    term: URIRef, kind: Identifier, word: NodeType | EdgeType | Property
) -> Iterator[Triple]:
    yield term, RDF.type, kind
    yield term, RDFS.label, Literal(word.label.zh, lang="zh")
    yield term, RDFS.label, Literal(word.label.en, lang="en")
    yield term, RDFS.comment, Literal(word.meaning, lang="en")


def _property(subject: URIRef, kind: str, name: str, value: Value) -> Iterator[Triple]:
    term = predicate(kind, name)
    for one in value if isinstance(value, list) else [value]:
        yield subject, term, _object(kind, name, one)


def _object(kind: str, name: str, value: str | float) -> Identifier:
    if name in REFERENCES or f"{kind}.{name}" in REFERENCES:
        return resource(str(value))
    match _KINDS[kind][name]:
        case Kind.DATE | Kind.DAY:
            return _date(str(value), f"{kind}.{name}")
        case Kind.INTEGER:
            return Literal(value, datatype=XSD.integer)
        case Kind.NUMBER:
            return Literal(float(value), datatype=XSD.double)
        case Kind.FLAG:
            return Literal(value, datatype=XSD.boolean)
        case Kind.TEXT | Kind.TEXTS:
            return Literal(value, lang="zh" if name in IN_CHINESE else None)


def _date(stated: str, where: str) -> Literal:
    if len(stated) not in _DATES:
        raise ExportError(
            f"{where} is {stated!r}, no date such as 2024, 2024-03 or 2024-03-05; "
            "run `govgraph rebuild`, or correct it in the store"
        )
    return Literal(stated, datatype=_DATES[len(stated)])


def _direct(edge: Edge) -> Iterator[Triple]:
    source, target = resource(edge.source), resource(edge.target)
    yield source, TERMS[edge.type.lower()], target
    if edge.type in DIRECT:
        term, back = DIRECT[edge.type]
        yield (target, term, source) if back else (source, term, target)


def _selectors(evidence: Node) -> Iterator[Triple]:
    """Say where the quote stands: a Web Annotation target with two selectors.

    `oa:start` and `oa:end` count code points of the text or, where gv:in is title, of the title.
    """
    subject = resource(evidence.id)
    target, position, words = (URIRef(f"{subject}:{one}") for one in ("target", "span", "words"))
    yield subject, OA.hasTarget, target
    yield target, OA.hasSource, resource(str(evidence.properties["article"]))
    yield target, OA.hasSelector, position
    yield target, OA.hasSelector, words
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(evidence.properties["start"], datatype=XSD.integer)
    yield position, OA.end, Literal(evidence.properties["stop"], datatype=XSD.integer)
    yield words, RDF.type, OA.TextQuoteSelector
    yield words, OA.exact, Literal(evidence.properties["quote"], lang="zh")
