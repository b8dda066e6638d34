"""One Cypher text, two stores, equal columns and rows."""

import json
from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase

from graph.store import Rows, Store, open_store
from tests.contract.graph import sample
from tests.contract.neo4j.server import Neo4jServer
from tests.contract.statements import CASES, Case

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def stores(
    tmp_path_factory: pytest.TempPathFactory, neo4j_server: Neo4jServer
) -> Iterator[tuple[Store, Store]]:
    """Both stores, each holding the sample."""
    folder = tmp_path_factory.mktemp("contract")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        with (
            open_store(folder, idle=2) as embedded,
            open_store(folder, neo4j_server.address) as neo4j,
        ):
            wipe(neo4j_server)
            embedded.sync(sample(), "contract")
            neo4j.sync(sample(), "contract")
            yield embedded, neo4j


def wipe(server: Neo4jServer) -> None:
    """Empty the server's database of whatever other tests left."""

    with (
        GraphDatabase.driver(server.address, auth=("neo4j", server.password)) as driver,
        driver.session() as session,
    ):
        session.run("MATCH (n) DETACH DELETE n").consume()


def test_there_are_at_least_sixty_statements() -> None:
    assert len({case.text for case in CASES}) >= 60


@pytest.mark.parametrize("case", CASES, ids=[f"{n:03}" for n in range(len(CASES))])
def test_a_statement_gives_equal_rows_on_both_stores(
    stores: tuple[Store, Store], case: Case
) -> None:
    embedded, neo4j = (one.ask(case.text, case.given) for one in stores)
    assert embedded.columns == neo4j.columns
    assert _comparable(embedded, case) == _comparable(neo4j, case)
    if case.answer is not None:
        assert [tuple(row.values()) for row in neo4j.rows] == list(case.answer)


def test_the_dumps_of_both_stores_are_equal(stores: tuple[Store, Store]) -> None:
    embedded, neo4j = (list(one.dump()) for one in stores)
    assert embedded == neo4j
    assert len(embedded) == len(sample().nodes) + len(sample().edges)


def test_a_trusted_read_gives_the_same_as_a_strangers_question(
    stores: tuple[Store, Store],
) -> None:
    for store in stores:
        assert store.read("MATCH (n:Person) RETURN count(n) AS n").rows == [{"n": 8}]


def _comparable(rows: Rows, case: Case) -> list[str]:
    """Give rows as text, sorted unless their order counts."""
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows.rows]
    return lines if case.ordered else sorted(lines)
