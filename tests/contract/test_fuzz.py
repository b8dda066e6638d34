"""What the guard lets through, Neo4j's own planner calls a read: whatever the text is made of."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

from graph.store import QueryRefusedError
from graph.store.guard import checked
from tests.contract.neo4j.server import Neo4jServer

PIECES = (
    "MATCH (n)", "OPTIONAL MATCH (n)-[e]->(m)", "MATCH ((a)-->(b))+", "MATCH ((a)-->(b))*",
    "MATCH p = (a)-[*]->(b)", "MATCH (a)-->+(b)", "MATCH (a)--(b)", "WHERE n.x = 1", "WHERE true",
    "WITH *", "WITH n", "WITH 1 AS n", "UNWIND [1] AS x", "RETURN *", "RETURN n", "RETURN 1 AS one",
    "ORDER BY n", "SKIP 1", "LIMIT 1", "UNION", "UNION ALL", "CALL {", "CALL (*) {", "CALL (n) {",
    "WHERE EXISTS {", "}", "CREATE (m)", "MERGE (m)", "SET n.x = 1", "SET (n).x = 1", "DELETE n",
    "DETACH DELETE n", "REMOVE n.x", "FOREACH (i IN [1] | CREATE (m))", "INSERT (:X)", "FINISH",
    "LOAD CSV FROM 'file:///x' AS l", "CALL db.labels()", "YIELD label", "YIELD *", "USE neo4j",
    "IN TRANSACTIONS", "CREATE INDEX FOR (n:X) ON (n.y)", "DROP INDEX x IF EXISTS", "SHOW INDEXES",
    "AS", "`CREATE`", "'CREATE'", "$CREATE", "(", ")", "[", "]", "+", "*", ",", ".", ":", "|", "-",
    "CASE WHEN", "THEN", "ELSE", "END", "NOT", "IS NULL", "IN", "STARTS WITH", "DISTINCT",
)  # fmt: skip
GAPS = (" ", "\n", "/**/", "//\n", "// '\n", "/*'*/", "\t", "\u2003", " ; ", "")
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=7)


@pytest.mark.neo4j
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@example([("MATCH ((a)-->(b))+", " "), ("CREATE (m)", "")])
@example([("MATCH (n)", " "), ("WITH *", " "), ("SET (n).x = 1", "")])
@given(texts)
def test_whatever_passes_the_guard_is_a_read_for_neo4j(
    neo4j_server: Neo4jServer, parts: list[tuple[str, str]]
) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    try:
        statement = checked(text)
    except QueryRefusedError:
        return
    assert _kind(neo4j_server, statement.text) in ("r", "wrong"), text


def _kind(server: Neo4jServer, text: str) -> str:
    """Ask the server what it would do, as a user who may do everything."""
    with (
        GraphDatabase.driver(server.address, auth=("neo4j", server.password)) as driver,
        driver.session() as session,
    ):
        try:
            return str(session.run(f"EXPLAIN {text}", CREATE=1).consume().query_type)
        except Neo4jError:
            return "wrong"
