"""Every way in which a store can fail says what, where, and what to do, and tells no password."""

import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.schema import Graph, Node
from graph.store import (
    AddressError,
    EngineFailedError,
    ForeignDatabaseError,
    NewerSchemaError,
    OtherWorkspaceError,
    Store,
    StoreError,
    StoreUnavailableError,
    WriteError,
    WrongPasswordError,
    discard,
    open_store,
)
from graph.store.connection import Connection
from graph.store.embedded import Engine
from tests.conftest import StorePlace
from tests.contract.graph import sample
from tests.contract.neo4j.server import Neo4jServer, free_port

ONE = Graph((Node("Person", "person-1", {"name": "林甲"}),), ())


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("localhost:7687", "no address of a store"),
        ("http://localhost:7474", "no address of a store"),
        ("bolt://", "no address of a store"),
        ("bolt://localhost:port", "no right port"),
        ("bolt://neo4j:canary-password@localhost:7687", "NEO4J_PASSWORD"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason) as refused:
        open_store(Path(), address)
    assert "canary-password" not in str(refused.value)


@pytest.mark.parametrize("said", ["much", "-1", "64", "nan"])
def test_a_memory_that_is_no_number_is_refused(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVGRAPH_MEMORY", said)
    with pytest.raises(AddressError, match="GOVGRAPH_MEMORY"):
        open_store(tmp_path)


def test_a_server_that_is_down_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
    address = f"bolt://127.0.0.1:{free_port()}"
    with (
        open_store(Path(), address) as store,
        pytest.raises(StoreUnavailableError, match="Nothing answers") as down,
    ):
        store.read("RETURN 1")
    assert address in str(down.value)
    assert "canary-password" not in str(down.value)


def test_a_port_that_speaks_no_bolt_is_no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)
        address = f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        listener.close()
        with open_store(Path(), address) as store, pytest.raises(StoreError):
            store.read("RETURN 1")


@pytest.mark.neo4j
def test_a_wrong_password_is_named_and_not_told(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
    with (
        open_store(Path(), neo4j_server.address) as store,
        pytest.raises(WrongPasswordError, match="NEO4J_PASSWORD") as refused,
    ):
        store.read("RETURN 1")
    assert "canary-password" not in str(refused.value)


@pytest.mark.neo4j
def test_no_password_at_all_is_named(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with open_store(Path(), neo4j_server.address) as store, pytest.raises(WrongPasswordError):
        store.read("RETURN 1")


@pytest.mark.neo4j
def test_a_database_that_does_not_exist_is_named(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with (
        open_store(Path(), neo4j_server.address) as store,
        pytest.raises(AddressError, match="NEO4J_DATABASE"),
    ):
        store.read("RETURN 1")


def test_a_database_with_somebody_elses_nodes_is_refused_untouched(
    store: Store, store_place: StorePlace
) -> None:
    with store_place.driver() as driver, driver.session(database=store_place.database) as session:
        session.run("CREATE (n:Film {title: '无关'})").consume()
    with pytest.raises(ForeignDatabaseError, match="Nothing was written"):
        store.sync(sample(), "one")
    assert store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 1}]
    assert not store.prepared


def test_another_workspaces_database_is_refused(store: Store) -> None:
    store.sync(ONE, "one")
    with pytest.raises(OtherWorkspaceError, match="belongs to the workspace one"):
        store.sync(sample(), "two")
    assert store.counts() == ({"Person": 1}, {})


def test_a_store_of_a_later_version_is_refused(store: Store, store_place: StorePlace) -> None:
    store.sync(ONE, "one")
    with store_place.driver() as driver, driver.session(database=store_place.database) as session:
        session.run(
            "MATCH (w:Workspace) SET w.schema_version = 99, w.software = 'govgraph 9.0'"
        ).consume()
    with pytest.raises(NewerSchemaError, match=r"govgraph 9\.0.*Install"):
        store.sync(ONE, "one")
    with pytest.raises(NewerSchemaError):
        store.describe()


def test_reading_prepares_nothing(store: Store) -> None:
    assert not store.prepared
    assert store.read("MATCH (n:Person) RETURN n").rows == []
    assert store.ask("MATCH (n:Person) RETURN n.name AS name").columns == ("name",)
    assert list(store.dump()) == []
    assert not store.prepared
    assert store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]


def test_a_row_that_breaks_a_constraint_is_refused_in_a_sentence(
    store: Store, store_place: StorePlace
) -> None:
    store.sync(ONE, "one")
    with store_place.driver() as driver, driver.session(database=store_place.database) as session:
        session.run("CREATE (n:Person:Entity {id: 'person-2', name: '外人'})").consume()
    with pytest.raises(WriteError, match="a database of its own"):
        store.sync(Graph((*ONE.nodes, Node("Person", "person-2", {"name": "林乙"})), ()), "one")


def test_a_store_says_what_it_is(store: Store, store_place: StorePlace) -> None:
    store.sync(ONE, "one")
    found = store.describe()
    assert found.workspace == "one"
    assert found.schema_version == 1
    assert found.warnings == ()
    if store_place.address:
        assert (found.product, found.version[:4], found.edition) == ("Neo4j", "5.26", "community")
        assert ("name_ft", "ONLINE") in found.indexes
    else:
        assert found.product == "ArcadeDB"
    assert found.address == store.address


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    with (
        open_store(tmp_path / "store") as store,
        pytest.raises(StoreError, match="store"),
    ):
        store.read("RETURN 1")


def test_damaged_files_of_the_engine_are_named(
    new_folder: Callable[..., Engine], tmp_path: Path
) -> None:
    engine = new_folder()
    engine.access()
    engine.stop()
    engine.close()
    for dictionary in (tmp_path / "store" / "data").rglob("dictionary.*"):
        dictionary.unlink()
    with (
        open_store(tmp_path / "store") as store,
        pytest.raises(EngineFailedError, match="govgraph rebuild"),
    ):
        store.read("RETURN 1")
    discard(tmp_path / "store")
    with open_store(tmp_path / "store", idle=0.5) as store:
        assert store.sync(sample(), "one").created["Person"] == 8


def test_a_store_whose_database_vanished_is_made_again(
    new_folder: Callable[..., Engine], tmp_path: Path
) -> None:
    engine = new_folder()
    engine.access()
    engine.stop()
    shutil.rmtree(tmp_path / "store" / "data" / "databases")
    with Store(Connection(new_folder())) as store:
        store.sync(sample(), "one")
        assert store.search("lja") == ["林静安"]


def test_discarding_a_store_ends_its_engine(
    new_folder: Callable[..., Engine], tmp_path: Path
) -> None:
    with Store(Connection(new_folder())) as store:
        store.sync(ONE, "one")
        discard(tmp_path / "store")
        assert not (tmp_path / "store").exists()
        assert not store.prepared  # a new, empty one was started for the question
