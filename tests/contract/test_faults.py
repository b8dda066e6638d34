"""A server that dies in the middle of a load, and two loads at once: nothing is lost or doubled."""

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import neo4j
import pytest

from graph.schema import Edge, Graph
from graph.store import Store, SyncReport
from graph.store.connection import Connection
from graph.store.elements import line
from graph.store.embedded import Engine
from graph.store.server import Server
from tests.conftest import StorePlace
from tests.contract.graph import sample
from tests.contract.neo4j.server import Neo4jServer, missing

T = TypeVar("T")


def expected() -> list[str]:
    return [line(one) for one in (*sample().nodes, *sample().edges)]


class Dying(Connection):
    """A connection whose server is killed, and started again, in the middle of its n-th write."""

    def __init__(self, server: Neo4jServer, moment: int) -> None:
        super().__init__(Server(server.address))
        self.server = server
        self.moment = moment
        self.writes = 0

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        def and_kill(tx: neo4j.ManagedTransaction) -> T:
            done = work(tx)
            self.writes += 1
            if self.writes == self.moment:
                self.server.process.send_signal(signal.SIGKILL)
                self.server.process.wait(10)
                assert self.server.process.stdout is not None
                self.server.process.stdout.close()
                self.server.start()
            return done

        return super().write(and_kill)


@pytest.mark.neo4j
def test_a_neo4j_that_is_killed_in_the_middle_of_a_load_loses_nothing(
    neo4j_server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not missing()
    monkeypatch.setattr("graph.store.sync.BATCH", 20)
    with Neo4jServer(tmp_path) as server:
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        with Store(Dying(server, 8)) as store:
            store.sync(sample(), "crash")
            assert not store.sync(sample(), "crash").changed
            assert list(store.dump()) == expected()


class Repeating(Connection):
    """A connection on which every write is committed and then tried again.

    So it is for a load when the server commits and the answer is lost on the way.
    """

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        super().write(work)
        return super().write(work)


def test_a_commit_whose_answer_was_lost_is_looked_up_and_not_doubled(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.sync.BATCH", 10)
    host = Server(store_place.address) if store_place.address else Engine(
        store_place.folder, memory=512, idle=10.0
    )  # fmt: skip
    with Store(Repeating(host)) as store:
        store.sync(sample(), "one")
        assert list(store.dump()) == expected()
        changed = Graph(sample().nodes, tuple(
            Edge(one.type, one.id, one.source, one.target, {**one.properties, "quote": "改"})
            if one.type == "VISITS" else one for one in sample().edges
        ))  # fmt: skip
        store.sync(changed, "one")
        assert not store.sync(changed, "one").changed


def test_two_loads_of_one_graph_at_once_end_in_that_graph(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.sync.BATCH", 10)
    with store_place.open() as store:
        store.sync(sample(), "one")  # the constraints are there from now on
        store_place.wipe()
    reports: list[SyncReport] = []

    def load() -> None:
        with store_place.open() as store:
            reports.append(store.sync(sample(), "one"))

    threads = [threading.Thread(target=load) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 2
    with store_place.open() as store:
        assert list(store.dump()) == expected()
        assert not store.sync(sample(), "one").changed


def test_many_readers_share_a_store(store_place: StorePlace) -> None:
    answers: list[object] = []
    with store_place.open() as store:
        store.sync(sample(), "one")

        def read() -> None:
            answers.extend(
                store.ask("MATCH (n:Person) RETURN count(n) AS n").rows[0]["n"] for _ in range(20)
            )

        threads = [threading.Thread(target=read) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == [8] * 160
