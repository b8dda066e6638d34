"""Strangers' statements: what must not run does not, on either store, and each boundary holds alone."""

import time
from contextlib import suppress

import neo4j.exceptions
import pytest

from graph.store import (
    QueryRefusedError,
    QueryStoppedError,
    QueryWrongError,
    Store,
    StoreError,
)
from graph.store.guard import checked
from tests.conftest import StorePlace
from tests.contract.attacks import HARMLESS, REFUSED
from tests.contract.graph import sample


@pytest.fixture
def filled(store: Store) -> Store:
    store.sync(sample(), "attacks")
    return store


def test_there_are_at_least_forty_attacks() -> None:
    assert len({text for text, _ in REFUSED}) >= 40


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_the_guard_refuses_in_a_sentence_that_says_why(text: str, reason: str) -> None:
    with pytest.raises(QueryRefusedError) as refused:
        checked(text)
    assert reason in str(refused.value)


def test_no_attack_reaches_or_changes_either_store(filled: Store) -> None:
    before = list(filled.dump())
    for text, _ in REFUSED:
        with pytest.raises(QueryRefusedError):
            filled.ask(text)
    assert list(filled.dump()) == before


def test_statements_that_only_look_dangerous_run_on_both_stores(filled: Store) -> None:
    for text in HARMLESS:
        filled.ask(text, {"create": 1})


ENDLESS = (
    "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*)",
    "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id + d.id = f.name RETURN count(e)",
    "MATCH p = ()-[*1..12]-() RETURN count(p) AS n",
)
WRITES = (
    "CREATE (n:Person {id: 'evil'})",
    "MATCH (n:Person) SET n.name = 'evil'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Person {id: 'evil'})",
    "CREATE (n:Evil {id: 'evil'})",
    "CREATE INDEX evil FOR (n:Person) ON (n.evil)",
)


@pytest.mark.parametrize("text", WRITES)
def test_without_the_guard_a_read_still_changes_nothing(filled: Store, text: str) -> None:
    before = list(filled.dump())
    with suppress(QueryRefusedError):  # the embedded engine refuses some of them at commit only
        filled.read(text)
    assert list(filled.dump()) == before


@pytest.mark.parametrize("text", [*WRITES, "LOAD CSV FROM 'file:///etc/hostname' AS l RETURN l"])
def test_the_embedded_reader_cannot_write_even_when_it_commits(
    filled: Store, store_place: StorePlace, text: str
) -> None:
    if store_place.address:
        return  # a Neo4j of the Community edition has no user who can only read
    before = list(filled.dump())
    with (
        store_place.driver(reading=True) as driver,
        driver.session(database="govgraph") as session,
        pytest.raises(neo4j.exceptions.Forbidden),
    ):
        session.run(text).consume()
    assert list(filled.dump()) == before


def test_a_misspelt_query_gets_the_servers_words(store: Store) -> None:
    with pytest.raises(QueryWrongError, match=r"not right.*nobody"):
        store.ask("MATCH (n) RETURN nobody")
    with pytest.raises(QueryWrongError, match="missing"):
        store.ask("RETURN $missing AS x")


def test_rows_are_cut_off_and_it_is_said(filled: Store) -> None:
    cut = filled.ask("MATCH (n:Person) RETURN n.id AS id ORDER BY id", rows=3)
    assert [row["id"] for row in cut.rows] == ["he", "lin-a", "lin-b"]
    assert cut.truncated
    whole = filled.ask("MATCH (n:Person) RETURN n.id AS id", rows=8)
    assert len(whole.rows) == 8
    assert not whole.truncated


def test_a_limit_of_ones_own_and_a_union_are_cut_off_too(filled: Store) -> None:
    cut = filled.ask("MATCH (n:Person) RETURN n.id AS id LIMIT 5", rows=2)
    assert len(cut.rows) == 2
    assert cut.truncated
    both = "MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:District) RETURN n.id AS id"
    assert filled.ask(both, rows=9).truncated


def test_bytes_are_cut_off(filled: Store) -> None:
    big = filled.ask(
        "UNWIND range(1, 400) AS i "
        "RETURN reduce(s = 'x', j IN range(1, 17) | s + s) AS text"
    )  # fmt: skip
    assert big.truncated
    assert 100 < len(big.rows) < 400


@pytest.mark.parametrize("text", ENDLESS)
def test_a_query_that_will_not_end_is_stopped_and_the_next_is_served(
    filled: Store, text: str
) -> None:
    start = time.monotonic()
    with pytest.raises(QueryStoppedError, match="stopped"):
        filled.ask(text, seconds=1)
    assert time.monotonic() - start < 8
    assert filled.ask("MATCH (n:Person) RETURN count(n) AS n").rows == [{"n": 8}]


def test_a_query_that_eats_memory_is_stopped_and_the_next_is_served(filled: Store) -> None:
    doubling = "RETURN reduce(s = 'xxxxxxxxxxxxxxxx', i IN range(1, 40) | s + s) AS s"
    with pytest.raises(StoreError):
        filled.ask(doubling, seconds=5)
    assert filled.ask("MATCH (n:Person) RETURN count(n) AS n").rows == [{"n": 8}]


def test_another_client_goes_on_after_the_engine_was_killed_for_a_query(
    store_place: StorePlace,
) -> None:
    with store_place.open() as one, store_place.open() as other:
        one.sync(sample(), "attacks")
        assert other.read("MATCH (n:Person) RETURN count(n) AS n").rows == [{"n": 8}]
        with pytest.raises(QueryStoppedError):
            one.ask(ENDLESS[0], seconds=0.5)
        assert other.read("MATCH (n:Person) RETURN count(n) AS n").rows == [{"n": 8}]
        assert not other.sync(sample(), "attacks").changed
