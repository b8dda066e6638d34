"""The process that owns the embedded engine: `python -m graph.store.engine FOLDER …`.

It is started by `graph.store.embedded`, takes the folder's lock, serves Bolt on 127.0.0.1, and ends
a while after its last client left. It says in one line of JSON on its output whether it is ready,
then lets go of whatever its starter gave it, so that no pipe keeps the starter waiting.
"""

import argparse
import json
import os
import secrets
import signal
import sys
import time
from pathlib import Path

from filelock import FileLock, Timeout

from graph.store.arcade import Arcade, EngineFault, PortTaken
from graph.store.control import Clients, join
from graph.store.state import EngineState, read_state, remove_state

_PATIENCE = 15.0  # seconds an engine that is ending may take to let go of the folder


def main(arguments: list[str] | None = None) -> None:
    """Run the engine until nobody needs it."""
    parser = argparse.ArgumentParser(prog="python -m graph.store.engine")
    parser.add_argument("folder", type=Path, help="where the engine keeps its files")
    parser.add_argument("--memory", type=int, default=1024, help="limit of its heap in MiB")
    parser.add_argument("--idle", type=float, default=20.0, help="seconds it stays without clients")
    options = parser.parse_args(arguments)
    _leave_the_starter()
    lock = FileLock(options.folder / "engine.lock", mode=0o600)
    if not _take(lock, options.folder):
        return
    try:
        _serve(options.folder, options.memory, options.idle)
    except PortTaken as fault:
        _answer({"ready": False, "again": True, "reason": str(fault)})
    except (EngineFault, OSError) as fault:
        _answer({"ready": False, "reason": str(fault)})
    finally:
        lock.release()


def _take(lock: FileLock, folder: Path) -> bool:
    """Take the folder, or see that a quicker starter's engine serves it already."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            lock.acquire(timeout=0.1)
        except Timeout:
            state = read_state(folder)
            if state is not None and (other := join(state.control, state.token)) is not None:
                other.close()
                _answer({"ready": True})
                return False
        else:
            return True
    _answer({"ready": False, "reason": f"another process holds {folder}"})
    return False


def _serve(folder: Path, memory: int, idle: float) -> None:
    remove_state(folder)
    writer, reader = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    arcade = Arcade(folder, memory)
    port = arcade.start(writer, reader)
    token = secrets.token_urlsafe(24)
    clients = Clients(token, idle)
    # The byte is written in whichever thread the signal arrives; the library has many.
    signal.set_wakeup_fd(clients.waker)
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: None)
    EngineState(os.getpid(), port, clients.port, token, writer, reader).write(folder)
    _answer({"ready": True})
    clients.wait()
    remove_state(folder)
    arcade.stop()


def _leave_the_starter() -> None:
    """Become a process of its own: the starter's end, terminal and signals do not reach it."""
    if hasattr(os, "fork"):
        if os.fork():
            os._exit(0)
        os.setsid()


def _answer(answer: dict[str, object]) -> None:
    """Tell the starter, once, and close the pipe; from here on output goes nowhere."""
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    main()
    # All is closed and flushed; the library's own threads would hold the exit up for two seconds.
    os._exit(0)
