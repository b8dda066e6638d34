"""The embedded engine seen from a command: join the one that runs, or start one.

Several commands may do this at once: each starts a process, the folder's lock lets one of them
serve, and all join that one.
"""

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from filelock import FileLock, Timeout

from graph.store.arcade import DATABASE, READER, WRITER
from graph.store.control import Membership, join
from graph.store.errors import EngineFailedError, EngineMissingError, StoreBusyError
from graph.store.host import Access, Login
from graph.store.state import read_state

_START = 30.0  # seconds an engine may take to start, a recovery after a crash included
_WRITER = 60.0  # seconds to wait for another command that writes
_DYING = 5.0  # seconds


class Engine:
    """A client's hold on the engine of a folder; the engine lives while anybody holds it."""

    embedded = True

    def __init__(self, folder: Path, *, memory: int, idle: float) -> None:
        """Name the folder, the engine's memory in MiB, and how long it stays when left alone."""
        self._folder = folder = folder.absolute()  # the command may go elsewhere meanwhile
        self._memory = memory
        self._idle = idle
        self._member: Membership | None = None
        self._access: Access | None = None
        self._pid = 0
        self._guard = threading.Lock()
        self._write_lock = FileLock(folder / "write.lock", mode=0o600)

    @property
    def address(self) -> str:
        """The folder."""
        return str(self._folder)

    def access(self) -> Access:
        """Join the engine that runs, or start one; a dead one is replaced.

        Raises:
            EngineMissingError: The engine has no package on this platform.
            EngineFailedError: It did not start.
        """
        with self._guard:
            if self._access is not None and self._member is not None and self._member.alive():
                return self._access
            self._leave()
            try:
                return self._joined()
            except OSError as error:
                reason = f"{error.strerror or error} ({error.filename})"
                raise EngineFailedError(_failed(self._folder, reason)) from error

    def stop_runaway(self) -> None:
        """Kill the engine; the next query starts a new one over the same files."""
        self._end("kill")

    def stop(self) -> None:
        """End the engine in good order, for whoever moves or removes its folder."""
        self._end("stop")

    def lock(self) -> None:
        """Wait until no other command writes to this folder.

        Raises:
            StoreBusyError: One still does.
        """
        self.access()  # the engine makes the folder
        _take(self._write_lock, self._folder, _WRITER)

    def unlock(self) -> None:
        """Let other writers in again."""
        self._write_lock.release()

    def close(self) -> None:
        """Leave the engine; it ends by itself when nobody else holds it."""
        with self._guard:
            self._leave()

    def _end(self, word: str) -> None:
        member = self._member
        if member is None:
            return
        member.say(word)
        member.wait(_DYING)
        if member.alive() and self._pid:  # it holds our connection, so the number is still its own
            os.kill(self._pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            member.wait(_DYING)

    def _leave(self) -> None:
        if self._member is not None:
            self._member.close()
        self._member = self._access = None

    def _joined(self) -> Access:
        until = time.monotonic() + _START
        while True:
            state = read_state(self._folder)
            self._member = join(state.control, state.token) if state else None
            if state is not None and self._member is not None:
                self._pid = state.pid
                self._access = Access(
                    f"bolt://127.0.0.1:{state.bolt}",
                    DATABASE,
                    Login(WRITER, state.writer),
                    Login(READER, state.reader),
                )
                return self._access
            if time.monotonic() > until:
                raise EngineFailedError(_failed(self._folder, "it did not answer in time"))
            self._start()

    def _start(self) -> None:
        if importlib.util.find_spec("arcadedb") is None:
            raise EngineMissingError(
                "The embedded store has no build for this platform. Use a Neo4j server instead: "
                "--store bolt://HOST:7687 (docker/README.md shows how to start one)."
            )
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        command = [
            sys.executable, "-P", "-m", "graph.store.engine", str(self._folder.resolve()),
            "--memory", str(self._memory), "--idle", str(self._idle),
        ]  # fmt: skip
        answer = _first_line(command, self._folder)
        if not answer.get("ready") and not answer.get("again"):
            raise EngineFailedError(_failed(self._folder, str(answer.get("reason"))))


def discard(folder: Path) -> None:
    """End the engine of a folder, if one runs, and delete the folder: a store can be made again.

    Raises:
        StoreBusyError: Another command is writing to it.
    """
    if not folder.exists():
        return
    lock = FileLock(folder / "write.lock", mode=0o600)
    _take(lock, folder, 0)
    state = read_state(folder)
    member = join(state.control, state.token) if state else None
    if member is not None:
        member.say("stop")
        member.wait(_DYING)
        member.close()
    shutil.rmtree(folder)
    lock.release()


def _take(lock: FileLock, folder: Path, patience: float) -> None:
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise StoreBusyError(
            f"Another command is writing to {folder}. Wait until it is done, then run this one "
            "again."
        ) from error


def _first_line(command: list[str], folder: Path) -> dict[str, object]:
    """Start the engine and give its answer; its complaints go to a file beside its log."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
        subprocess, "CREATE_NEW_PROCESS_GROUP", 0
    )
    with (
        (folder / "engine.err").open("wb") as complaints,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=folder,
            creationflags=flags,
        ) as process,
    ):
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        line = process.stdout.readline()
        process.stdout.close()
        if sys.platform == "win32":
            process.returncode = 0  # it goes on; waiting for it would wait for its end
    with contextlib.suppress(ValueError):
        answer = json.loads(line)
        if isinstance(answer, dict):
            return answer
    said = (folder / "engine.err").read_text("utf-8", "replace").strip().splitlines()
    return {"ready": False, "reason": said[-1] if said else "it ended without a word"}


def _failed(folder: Path, reason: str) -> str:
    return (
        f"The embedded engine did not start on {folder}: {reason}. Its log is "
        f"{folder / 'log' / 'arcadedb.log.0'}; if the files are damaged, `govgraph rebuild "
        "--discard` makes them again from the record log."
    )
