"""What each store must be given before the first load: types, constraints, indexes. Pure.

Derived from the schema. Neo4j gets Cypher; the embedded engine gets SQL, which it needs before any
data, and only inside its own process.
"""

import json

from graph.schema import EDGES, NODES, VERSION
from graph.store.cypher import MARKER, word

FULL_TEXT = "name_ft"
"""Name of the full-text index over the names; the same on both stores."""

_CJK = "org.apache.lucene.analysis.cjk.CJKAnalyzer"


def for_server() -> tuple[str, ...]:
    """Give the statements for Neo4j, each of which may be repeated.

    A constraint on `id` for Entity and again for every label: without the latter a look-up by
    type and id scans. Existence constraints exist in the Enterprise edition only.
    """
    texts = [_unique("Entity", "id"), _unique(MARKER, "marker")]
    for node in NODES.values():
        texts += [_unique(word(node.name), word(key)) for key in node.unique]
        texts += [
            f"CREATE INDEX IF NOT EXISTS FOR (n:{word(node.name)}) ON (n.{word(key)})"
            for key in node.indexed
        ]
        if node.searched:
            texts.append(
                f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{word(node.name)}) "
                f"ON EACH [n.{word(node.searched)}] "
                "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
            )
    texts += [
        f"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[e:{word(edge)}]-() REQUIRE e.id IS UNIQUE"
        for edge in EDGES
    ]
    return (*texts, "CALL db.awaitIndexes(60)")


def for_engine() -> tuple[str, ...]:
    """Give the SQL for the embedded engine, each of which may be repeated.

    The unique index on Entity covers every type that extends it; one on such a type as well is
    refused.
    """
    texts = ["CREATE VERTEX TYPE Entity IF NOT EXISTS", *_indexed("Entity", "id", "UNIQUE")]
    texts.append(f"CREATE VERTEX TYPE {MARKER} IF NOT EXISTS")
    texts += _indexed(MARKER, "marker", "UNIQUE")
    for node in NODES.values():
        extends = " EXTENDS Entity" if node.entity else ""
        texts.append(f"CREATE VERTEX TYPE {word(node.name)} IF NOT EXISTS{extends}")
        for key in node.unique:
            if not (node.entity and key == "id"):
                texts += _indexed(node.name, key, "UNIQUE")
        for key in node.indexed:
            texts += _indexed(node.name, key, "NOTUNIQUE")
        if node.searched:
            texts += _searched(node.name, node.searched)
    for edge in EDGES:
        texts.append(f"CREATE EDGE TYPE {word(edge)} IF NOT EXISTS")
        texts += _indexed(edge, "id", "UNIQUE")
    return tuple(texts)


def types() -> frozenset[str]:
    """Name every type that the engine must know."""
    return frozenset({"Entity", MARKER, *NODES, *EDGES})


def mark() -> str:
    """Identify this state of the preparation, so that it is made once and not at each start."""
    return json.dumps([VERSION, for_engine()])


def _unique(label: str, key: str) -> str:
    return f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"


def _indexed(kind: str, key: str, how: str) -> list[str]:
    # A null in a NOTUNIQUE index is skipped: not every Event has a date.
    return [
        f"CREATE PROPERTY {word(kind)}.{word(key)} IF NOT EXISTS STRING",
        f"CREATE INDEX IF NOT EXISTS ON {word(kind)} ({word(key)}) {how} NULL_STRATEGY SKIP",
    ]


def _searched(kind: str, key: str) -> list[str]:
    analyzer = json.dumps({"analyzer": _CJK})
    index = f"CREATE INDEX {FULL_TEXT} IF NOT EXISTS ON {word(kind)} ({word(key)}) FULL_TEXT"
    return [
        f"CREATE PROPERTY {word(kind)}.{word(key)} IF NOT EXISTS STRING",
        f"{index} METADATA {analyzer}",
    ]
