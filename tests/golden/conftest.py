"""The invented graph of 青禾区 that the golden answers and exports are made from."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.evidence import first_day, last_day
from graph.evidence.heal import heal, sentence_around
from graph.schema import EDGES, ENTITIES, NODES, Edge, Graph, Node, Value, identifier
from graph.store import Store
from tests.conftest import StorePlace

HERE = Path(__file__).parent
Line = dict[str, object]


@pytest.fixture(scope="session")
def invented() -> Graph:
    """Read graph.jsonl; names, evidence and what fact edges recompute from it are derived here."""
    lines = [json.loads(line) for line in (HERE / "graph.jsonl").read_text("utf-8").splitlines()]
    articles = {line["id"]: line for line in lines if line["type"] == "Article"}
    nodes: list[Node] = []
    edges: list[Edge] = []
    for line in lines:
        if line["type"] in EDGES:
            edges.append(_fact(line, articles))
            for element in _evidence(line, articles):
                (nodes if isinstance(element, Node) else edges).append(element)
        else:
            nodes.append(_node(line))
            edges.extend(_structure(line))
    nodes += _names(lines)
    edges += _namings(lines)
    edges += _mentions(lines, articles)
    return Graph(
        tuple(sorted(nodes, key=lambda one: (list(NODES).index(one.type), one.id))),
        tuple(sorted(edges, key=lambda one: (list(EDGES).index(one.type), one.id))),
    )


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def asked(request: pytest.FixtureRequest, invented: Graph) -> Iterator[Store]:
    """Give each kind of store, with the invented graph in it; the tests here only read."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "neo4j":
            server = request.getfixturevalue("neo4j_server")
            patch.setenv("NEO4J_PASSWORD", server.password)
            place = StorePlace(Path(), server.address)
        else:
            place = StorePlace(request.getfixturevalue("engine_folder"), "")
        place.wipe()
        with place.open() as store:
            store.sync(invented, "invented")
            yield store


def _node(line: Line) -> Node:
    properties: dict[str, Value] = {
        name: value for name, value in line.items() if name not in ("type", "id", "in", "of")
    }
    kind = str(line["type"])
    if kind in ENTITIES:
        properties.setdefault("all_ids", [str(line["id"])])
    if kind == "Event":
        properties.update(_days(line))
    return Node(kind, str(line["id"]), properties)


def _days(line: Line) -> dict[str, Value]:
    stated = str(line.get("date", ""))
    start = str(line.get("valid_from", stated))
    stop = str(line.get("valid_to", stated))
    days: dict[str, Value] = {}
    if start:
        days["date_min"] = first_day(start)
    if stop:
        days["date_max"] = last_day(stop)
    return days


def _fact(line: Line, articles: dict[str, Line]) -> Edge:
    pieces = line["evidence"]
    first = min(pieces, key=lambda piece: articles[piece[0]]["date"])
    days = sorted(str(articles[article]["date"]) for article, _ in pieces)
    properties: dict[str, Value] = {
        name: value
        for name, value in line.items()
        if name not in ("type", "id", "source", "target", "evidence")
    }
    properties |= _days(line)
    properties |= {
        "quote": first[1],
        "article": first[0],
        "first_reported": days[0],
        "last_reported": days[-1],
        "n_articles": len({article for article, _ in pieces}),
        "confidence": 0.9,
    }
    return Edge(
        str(line["type"]), str(line["id"]), str(line["source"]), str(line["target"]), properties
    )


def _evidence(line: Line, articles: dict[str, Line]) -> Iterator[Node | Edge]:
    for place, (article, quote) in enumerate(line["evidence"], 1):
        text = str(articles[article]["text"])
        start = text.index(quote)
        piece = f"evidence-{line['id']}-{place}"
        yield Node("Evidence", piece, {
            "edge_id": line["id"], "edge_type": line["type"], "source": line["source"],
            "target": line["target"], "quote": quote, "article": article, "start": start,
            "stop": start + len(quote), "in": "text", "rule": "invented", "confidence": 0.9,
            "sentence": sentence_around(heal(text), start, start + len(quote)),
            "extractor": "invented 1",
        })  # fmt: skip
        yield Edge("FROM_ARTICLE", f"from-{piece}", piece, article)


def _structure(line: Line) -> Iterator[Edge]:
    here = str(line["id"])
    for whole in line.get("in", []):
        yield Edge("PART_OF", f"part_of-{here}-{whole}", here, whole, {"basis": "stated"})
    if "of" in line:
        yield Edge("OF", f"of-{here}", here, str(line["of"]))


def _surfaces(lines: list[Line]) -> Iterator[tuple[str, str, str]]:
    """Yield each name, its kind, and the id of the entity that it names."""
    for line in lines:
        if line["type"] in ENTITIES:
            yield str(line["name"]), "full", str(line["id"])
            for alias in line.get("aliases", []):
                yield alias, "alias", str(line["id"])


def _names(lines: list[Line]) -> Iterator[Node]:
    for text in sorted({text for text, _, _ in _surfaces(lines)}):
        yield Node("Name", identifier("name", text), {"text": text, "search": text})


def _namings(lines: list[Line]) -> Iterator[Edge]:
    for text, kind, entity in _surfaces(lines):
        name = identifier("name", text)
        yield Edge("NAMES", identifier("names", name, entity), name, entity, {"kind": kind})


def _mentions(lines: list[Line], articles: dict[str, Line]) -> Iterator[Edge]:
    for article, line in articles.items():
        text = "".join(str(line["text"]).split())
        for surface, kind, entity in _surfaces(lines):
            if kind == "full" and surface in text:
                where = identifier("mentions", article, entity)
                yield Edge("MENTIONS", where, article, entity, {"count": text.count(surface)})
