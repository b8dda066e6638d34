"""The requests of the page: `METHOD /api/…`, each a function of the store and what was asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.store import Store
from graph.web import asked
from graph.web.article import article
from graph.web.elements import edges_among, nodes
from graph.web.entity import entity, facts
from graph.web.evidence import edge_with_evidence
from graph.web.legend import legend
from graph.web.neighbours import EXPAND, neighbours
from graph.web.overview import meta, start
from graph.web.path import LONGEST, paths
from graph.web.saved import catalogue, run
from graph.web.search import search


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the parts of the path, the query's parameters, the body."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


def _meta(store: Store, _: Question) -> object:
    return meta(store)


def _schema(_: Store, __: Question) -> object:
    return legend()


def _start(store: Store, _: Question) -> object:
    return start(store)


def _search(store: Store, question: Question) -> object:
    wanted = asked.text(question.query, "q")
    return search(store, wanted, asked.number(question.query, "limit", 10, 50))


def _entity(store: Store, question: Question) -> object:
    return entity(store, question.path["id"])


def _facts(store: Store, question: Question) -> object:
    kind = asked.text(question.query, "type")
    skip = asked.number(question.query, "cursor", 0, 10_000)
    return facts(store, question.path["id"], kind, skip)


def _neighbours(store: Store, question: Question) -> object:
    return neighbours(
        store,
        question.path["id"],
        types=asked.types(question.query),
        skip=asked.number(question.query, "cursor", 0, 1_000_000),
        limit=asked.number(question.query, "limit", EXPAND, asked.MOST_IDS),
    )


def _expand(store: Store, question: Question) -> object:
    wanted = asked.expansion(question.body)
    return neighbours(
        store,
        question.path["id"],
        types=wanted.types,
        without=wanted.without,
        limit=wanted.limit,
    )


def _subgraph(store: Store, question: Question) -> object:
    ids = asked.canvas(question.body).ids
    found = nodes(store, ids)
    known = {one["id"] for one in found}
    missing = sorted(one for one in set(ids) if one not in known)
    return {"nodes": found, "edges": edges_among(store, ids), "missing": missing}


def _edge(store: Store, question: Question) -> object:
    return edge_with_evidence(store, question.path["id"], question.query.get("type", ""))


def _article(store: Store, question: Question) -> object:
    return article(store, question.path["id"])


def _path(store: Store, question: Question) -> object:
    return paths(
        store,
        asked.text(question.query, "from"),
        asked.text(question.query, "to"),
        max(1, asked.number(question.query, "max", LONGEST, LONGEST)),
    )


def _queries(_: Store, __: Question) -> object:
    return catalogue()


def _run(store: Store, question: Question) -> object:
    return run(store, question.path["name"], question.query)


ROUTES: tuple[tuple[str, str, Callable[[Store, Question], object]], ...] = (
    ("GET", "/api/meta", _meta),
    ("GET", "/api/schema", _schema),
    ("GET", "/api/start", _start),
    ("GET", "/api/search", _search),
    ("GET", "/api/e/{id}", _entity),
    ("GET", "/api/e/{id}/facts", _facts),
    ("GET", "/api/e/{id}/neighbors", _neighbours),
    ("POST", "/api/e/{id}/neighbors", _expand),
    ("POST", "/api/subgraph", _subgraph),
    ("GET", "/api/edge/{id}", _edge),
    ("GET", "/api/a/{id}", _article),
    ("GET", "/api/path", _path),
    ("GET", "/api/queries", _queries),
    ("GET", "/api/queries/{name:path}", _run),
)
