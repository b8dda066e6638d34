"""Fixtures for every test: an empty store, once embedded and once in a real Neo4j."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph.store import Store, open_store
from graph.store.embedded import Engine
from graph.store.state import read_state
from tests.contract.neo4j.server import Neo4jServer, missing


def pytest_configure() -> None:
    """Let no engine outlive the test that started it by long."""
    os.environ.setdefault("GOVGRAPH_IDLE", "2")


@dataclass(frozen=True, slots=True)
class StorePlace:
    """Where a store is, for tests that open it themselves or through the command.

    Attributes:
        folder: The embedded engine's folder; with an address it is not used.
        address: A Bolt address, or nothing. NEO4J_PASSWORD is set when it is one.
    """

    folder: Path
    address: str

    def open(self) -> Store:
        """Open the store once more."""
        return open_store(self.folder, self.address)

    def driver(self, *, reading: bool = False) -> AbstractContextManager[neo4j.Driver]:
        """Give a bare driver: the hand of a stranger, who may write anything.

        With `reading` it is the embedded engine's user who should only read.
        """
        if self.address:
            auth = ("neo4j", os.environ["NEO4J_PASSWORD"])
            return neo4j.GraphDatabase.driver(self.address, auth=auth)
        with self.open() as store:
            store.read("RETURN 1")  # the engine runs now, and a while longer
            state = read_state(self.folder)
        assert state is not None
        address = f"bolt://127.0.0.1:{state.bolt}"
        auth = ("reader", state.reader) if reading else ("root", state.writer)
        return neo4j.GraphDatabase.driver(address, auth=auth)

    @property
    def database(self) -> str | None:
        """The name of its database, for a bare driver."""
        return None if self.address else "govgraph"

    def wipe(self) -> None:
        """Delete every node, whoever made it."""
        with self.driver() as driver, driver.session(database=self.database) as session:
            session.run("MATCH (n) DETACH DELETE n").consume()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Give a real Neo4j, started once for the whole run."""
    tools = missing()
    if tools:
        reason = f"Neo4j cannot be started: {tools} not found"
        if os.environ.get("GOVGRAPH_REQUIRE_ALL"):
            pytest.fail(reason)
        pytest.skip(reason)
    with Neo4jServer(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture(scope="session")
def engine_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder whose embedded engine lives for the whole run."""
    folder = tmp_path_factory.mktemp("engine") / "store"
    engine = Engine(folder, memory=512, idle=10.0)
    engine.access()
    yield folder
    engine.access()  # a test may have killed the one we held
    engine.stop()
    engine.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> StorePlace:
    """Give the place of an empty store: no node of anybody, no marker."""
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        place = StorePlace(Path(), server.address)
    else:
        place = StorePlace(request.getfixturevalue("engine_folder"), "")
    place.wipe()
    return place


@pytest.fixture
def store(store_place: StorePlace) -> Iterator[Store]:
    """Give an empty store, once of each kind."""
    with store_place.open() as opened:
        yield opened


@pytest.fixture
def new_folder(tmp_path: Path) -> Iterator[Callable[..., Engine]]:
    """Give a maker of engines over fresh folders, each ended with the test."""
    made: list[Engine] = []

    def make(name: str = "store", *, memory: int = 512, idle: float = 5.0) -> Engine:
        engine = Engine(tmp_path / name, memory=memory, idle=idle)
        made.append(engine)
        return engine

    yield make
    for engine in made:
        engine.stop()
        engine.close()
