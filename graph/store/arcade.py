"""ArcadeDB inside this process: its settings, its two users, its types. The engine's only home."""

import base64
import hashlib
import importlib
import json
import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Any

from graph.store.prepare import for_engine, mark, types

DATABASE = "govgraph"
"""Name of the one database in the engine."""

WRITER, READER = "root", "reader"
"""Its two users; the second may read records and nothing else."""

_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_MARGIN = 512  # MiB beside twice the heap: the direct buffers may be as large as the heap
# Below the range from which systems draw the ports of outgoing connections, so that a port found
# free is seldom taken before the engine listens on it.
_PORTS = range(20_000, 32_000)


# Warnings only, and two small files: at level INFO the log grows with use.
_LOGGING = """\
handlers = java.util.logging.FileHandler
.level = WARNING
java.util.logging.FileHandler.pattern = log/arcadedb.log
java.util.logging.FileHandler.formatter = com.arcadedb.log.LogFormatter
java.util.logging.FileHandler.limit = 1000000
java.util.logging.FileHandler.count = 2
"""


class EngineFault(Exception):  # noqa: N818 - stays in the engine's process; a sentence goes out
    """The engine did not start, in its own words."""


class PortTaken(EngineFault):
    """Somebody took the port between the asking for a free one and the listening on it."""


class Arcade:
    """The engine and its Bolt server over the files of one folder."""

    def __init__(self, folder: Path, memory: int) -> None:
        """Choose the folder and the limit of the heap in MiB; nothing starts yet."""
        self._folder = folder
        self._memory = memory
        self._server: Any = None

    def start(self, writer: str, reader: str) -> int:
        """Start with these passwords, prepare what is missing, and give the Bolt port.

        Raises:
            PortTaken: Another process would do better; this one has half a server.
            EngineFault: The engine refuses to start.
        """
        _write_users(self._folder / "data" / "config", writer, reader)
        arcadedb = self._load()
        port = _free_port()
        self._server = arcadedb.create_server(
            str(self._folder / "data"), config=self._settings(port)
        )
        try:
            self._server.start()
            self._prepare(self._server.create_database(DATABASE))
        except arcadedb.ArcadeDBError as fault:
            if "Unable to listen" in str(fault):
                raise PortTaken(str(fault)) from fault
            raise EngineFault(str(fault)) from fault
        return port

    def stop(self) -> None:
        """Stop in good order."""
        self._server.stop()

    def _load(self) -> Any:
        """Import the engine; it reads its limits and its log's place from the environment."""
        log = self._folder / "log"
        log.mkdir(parents=True, exist_ok=True)
        (log / "logging.properties").write_text(_LOGGING, "utf-8")
        for old in (self._folder / "data" / "log").glob("server-event-log-*"):
            old.unlink()  # each start leaves one
        os.chdir(self._folder)  # the arguments are split at spaces, so they name files from here
        os.environ["ARCADEDB_LOG_DIR"] = str(log)
        os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
        os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = (
            f"-Xmx{self._memory}m -Djava.util.logging.config.file=log/logging.properties"
        )
        if sys.platform == "linux":
            _limit_data((2 * self._memory + _MARGIN) * 1024 * 1024)
        return importlib.import_module("arcadedb")

    def _settings(self, port: int) -> dict[str, object]:
        return {
            "host": "127.0.0.1",
            "http_port": _free_port(),  # nobody uses it, and it cannot be turned off
            # "production" would hide the reason from every error message.
            "mode": "development",
            "server_plugins": _BOLT,
            "bolt_host": "127.0.0.1",
            "bolt_port": port,
            "server_logsDirectory": str(self._folder / "log"),
        }

    def _prepare(self, database: Any) -> None:
        done = self._folder / "prepared.json"
        known = {row.get("name") for row in database.query("sql", "SELECT name FROM schema:types")}
        if done.exists() and done.read_text("utf-8") == mark() and known.issuperset(types()):
            return
        for statement in for_engine():
            database.command("sql", statement)
        done.write_text(mark(), "utf-8")


def _limit_data(size: int) -> None:
    """Let the system hold the whole process to so many bytes of data, the heap and all else.

    The limit of the address space would not do: the engine reserves 32 GiB of it and uses little.
    """
    resource = importlib.import_module("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > size:
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _write_users(folder: Path, writer: str, reader: str) -> None:
    """Write the engine's users and groups anew, so that the passwords of this start hold."""
    folder.mkdir(parents=True, exist_ok=True)
    users = [
        {"name": WRITER, "databases": {"*": ["admin"]}, "password": _hashed(writer)},
        {"name": READER, "databases": {DATABASE: ["readers"]}, "password": _hashed(reader)},
    ]
    lines = "".join(f"{json.dumps(user)}\n" for user in users)
    _write_private(folder / "server-users.jsonl", lines)
    everything = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], everything),
        "readers": _group([], ["readRecord"]),
        "*": _group([], []),
    }
    _write_private(
        folder / "server-groups.json",
        json.dumps({"version": 2, "databases": {"*": {"groups": groups}}}),
    )


def _group(database: list[str], records: list[str]) -> dict[str, object]:
    types = {"*": {"access": records}}
    return {"resultSetLimit": -1, "readTimeout": -1, "access": database, "types": types}


def _hashed(password: str) -> str:
    """Hash a password in the engine's own form.

    One round is enough: stretching protects what people choose, not 192 random bits, and each
    log-in would wait for it.
    """
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 1, 32)
    return f"PBKDF2WithHmacSHA256$1${salt}${base64.b64encode(key).decode()}"


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def _free_port() -> int:
    while True:
        port = secrets.choice(_PORTS)
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
