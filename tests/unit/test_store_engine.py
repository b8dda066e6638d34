"""The embedded engine: started once, shared, killed, found again, gone when nobody needs it."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import neo4j
import pytest
from filelock import FileLock

from graph.store import (
    EngineMissingError,
    QueryWrongError,
    Store,
    StoreBusyError,
    StoreUnavailableError,
    open_store,
)
from graph.store.connection import Connection
from graph.store.elements import line
from graph.store.embedded import Engine
from graph.store.state import EngineState, read_state
from tests.contract.graph import sample

Maker = Callable[..., Engine]
T = TypeVar("T")


def running(engine: Engine, folder: Path) -> EngineState:
    """Start or join the engine and give its state."""
    engine.access()
    state = read_state(folder)
    assert state is not None
    return state


def exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone_within(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not exists(pid):
            return True
        time.sleep(0.05)
    return False


def test_two_clients_share_one_engine(new_folder: Maker, tmp_path: Path) -> None:
    first = running(new_folder(), tmp_path / "store")
    second = running(new_folder(), tmp_path / "store")
    assert first == second


def test_many_clients_that_start_at_once_share_one_engine(
    new_folder: Maker, tmp_path: Path
) -> None:
    engines = [new_folder() for _ in range(4)]
    threads = [threading.Thread(target=engine.access) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({engine.access().uri for engine in engines}) == 1


def test_an_engine_ends_a_while_after_its_last_client_left(
    new_folder: Maker, tmp_path: Path
) -> None:
    engine, other = new_folder(idle=0.5), new_folder(idle=0.5)
    pid = running(engine, tmp_path / "store").pid
    other.access()
    engine.close()
    time.sleep(1.5)
    assert exists(pid)  # the other one still holds it
    other.close()
    assert gone_within(pid, 10)
    assert read_state(tmp_path / "store") is None


def test_a_client_that_is_killed_counts_as_one_that_left(tmp_path: Path, new_folder: Maker) -> None:
    program = (
        "import sys, time; from pathlib import Path; from graph.store import open_store\n"
        "store = open_store(Path(sys.argv[1]), idle=0.5); store.read('RETURN 1')\n"
        "print('here', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "store")], stdout=subprocess.PIPE
    ) as client:
        assert client.stdout is not None
        assert client.stdout.readline() == b"here\n"
        state = read_state(tmp_path / "store")
        client.kill()
    assert state is not None
    assert gone_within(state.pid, 10)


def test_a_command_that_started_an_engine_leaves_no_pipe_behind(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from graph.store import open_store\n"
        "with open_store(Path(sys.argv[1]), idle=60) as store: print(store.read('RETURN 7 AS x'))"
    )
    # The time limit is below the 60 s after which the engine itself would close a pipe it had.
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "store")],
        capture_output=True, timeout=30, check=True, text=True,
    )  # fmt: skip
    assert "7" in done.stdout
    assert done.stderr == ""
    state = read_state(tmp_path / "store")
    assert state is not None
    os.kill(state.pid, signal.SIGTERM)
    assert gone_within(state.pid, 10)


def test_a_signal_ends_the_engine_in_good_order(new_folder: Maker, tmp_path: Path) -> None:
    engine = new_folder()
    pid = running(engine, tmp_path / "store").pid
    os.kill(pid, signal.SIGTERM)
    assert gone_within(pid, 10)
    assert read_state(tmp_path / "store") is None


def test_a_stale_state_file_after_a_crash_is_no_hindrance(
    new_folder: Maker, tmp_path: Path
) -> None:
    engine = new_folder()
    before = running(engine, tmp_path / "store")
    os.kill(before.pid, signal.SIGKILL)
    assert gone_within(before.pid, 5)
    assert read_state(tmp_path / "store") == before
    after = running(engine, tmp_path / "store")
    assert after.pid != before.pid


def test_a_state_file_that_names_a_strangers_port_is_no_hindrance(
    new_folder: Maker, tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    other = running(new_folder("other"), tmp_path / "other")
    EngineState(1, other.bolt, other.control, "wrong token", "x", "y").write(folder)
    state = running(new_folder(), folder)
    assert state.bolt != other.bolt


class Killing(Connection):
    """A connection whose engine is killed in the middle of its n-th transactions that write."""

    def __init__(self, engine: Engine, folder: Path, moments: tuple[int, ...]) -> None:
        super().__init__(engine)
        self.folder = folder
        self.moments = moments
        self.writes = 0

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        def and_kill(tx: neo4j.ManagedTransaction) -> T:
            done = work(tx)
            self.writes += 1
            if self.writes in self.moments:
                state = read_state(self.folder)
                assert state is not None
                os.kill(state.pid, signal.SIGKILL)
                gone_within(state.pid, 5)
            return done

        return super().write(and_kill)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.sync.BATCH", 20)


@pytest.mark.parametrize("moment", [1, 2, 5, 9, 14])
def test_a_load_whose_engine_is_killed_once_finishes_by_itself(
    new_folder: Maker, tmp_path: Path, small_batches: None, moment: int
) -> None:
    killed = Killing(new_folder(), tmp_path / "store", (moment,))
    with Store(killed) as store:
        try:
            store.sync(sample(), "crash")
        except StoreUnavailableError:
            assert moment == 1  # the marker itself
            store.sync(sample(), "crash")
        assert killed.writes > moment
        assert not store.sync(sample(), "crash").changed
        assert list(store.dump()) == expected()


@pytest.mark.parametrize("moments", [(3, 5), (7, 8), (12, 16)])
def test_a_load_that_was_broken_off_is_finished_by_the_next(
    new_folder: Maker, tmp_path: Path, small_batches: None, moments: tuple[int, ...]
) -> None:
    with (
        Store(Killing(new_folder(), tmp_path / "store", moments)) as store,
        pytest.raises(StoreUnavailableError, match="Run the command again"),
    ):
        store.sync(sample(), "crash")
    with Store(Connection(new_folder())) as store:
        partly = list(store.dump())
        assert set(partly) < set(expected())
        report = store.sync(sample(), "crash")
        assert sum(report.created.values()) == len(expected()) - len(partly)
        assert list(store.dump()) == expected()


def expected() -> list[str]:
    return [line(one) for one in (*sample().nodes, *sample().edges)]


def test_a_second_writer_waits_and_then_says_so(
    new_folder: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = new_folder()
    engine.access()
    other = FileLock(tmp_path / "store" / "write.lock")
    other.acquire()
    monkeypatch.setattr("graph.store.embedded._WRITER", 0.1)
    with Store(Connection(engine)) as store, pytest.raises(StoreBusyError, match="Another command"):
        store.sync(sample(), "busy")
    other.release()
    with Store(Connection(engine)) as store:
        assert store.sync(sample(), "busy").changed


def test_the_engines_files_are_for_their_owner_alone(new_folder: Maker, tmp_path: Path) -> None:
    running(new_folder(), tmp_path / "store")
    config = tmp_path / "store" / "data" / "config"
    for path in (tmp_path / "store" / "engine.json", config / "server-users.jsonl"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o700


def test_the_engine_listens_on_the_loopback_alone(new_folder: Maker, tmp_path: Path) -> None:
    pid = running(new_folder(), tmp_path / "store").pid
    inodes = {
        str(link.readlink())[8:-1]
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if str(link.readlink()).startswith("socket:")
    }
    listening = [
        line.split()[1]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[9] in inodes
    ]
    loopback = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}
    assert len(listening) == 3  # Bolt, HTTP, control
    assert {address.split(":")[0] for address in listening} <= loopback


def test_nothing_is_written_outside_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    engine = Engine(tmp_path / "store", memory=512, idle=5)
    with Store(Connection(engine)) as store:
        store.sync(sample(), "here")
        engine.stop()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_may_have_spaces_and_chinese_in_its_name(
    new_folder: Maker, tmp_path: Path
) -> None:
    with Store(Connection(new_folder("我的 工作区/store"))) as store:
        store.sync(sample(), "here")
        assert store.search("林静") == ["林静安"]


def test_the_log_holds_no_names_and_no_queries(new_folder: Maker, tmp_path: Path) -> None:
    with Store(Connection(new_folder())) as store:
        store.sync(sample(), "here")
        store.ask("MATCH (n:Person {name: '林静安'}) RETURN n")
        with pytest.raises(QueryWrongError):
            store.ask("MATCH (n:Person {name: '林静安'}) RETURN m")
    logs = [one.read_text() for one in (tmp_path / "store" / "log").glob("arcadedb.log*")]
    assert not any("林静安" in one for one in logs)


def test_without_the_engines_package_the_sentence_names_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with (
        open_store(tmp_path / "store") as store,
        pytest.raises(EngineMissingError, match="--store"),
    ):
        store.read("RETURN 1")
