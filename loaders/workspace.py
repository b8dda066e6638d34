"""Workspace: the folder that holds the record log, the withdrawals and the embedded store."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from loaders.errors import WorkspaceError

VERSION = 1
"""Version of the folder's layout; a later one is refused in a sentence."""

_LOCK_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that was opened, and where its parts lie.

    Attributes:
        folder: The folder itself, `.govgraph` unless the user says otherwise.
        id: 128 random bits in hexadecimal, made once; a database that carries it is ours.
    """

    folder: Path
    id: str

    @property
    def records(self) -> Path:
        """Folder of the record log's segments."""
        return self.folder / "records"

    @property
    def withdrawals(self) -> Path:
        """File of withdrawn articles, one line each."""
        return self.folder / "withdrawn.jsonl"

    @property
    def store(self) -> Path:
        """Folder of the embedded store."""
        return self.folder / "store"

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write; a second writer waits, then is told who is in the way.

        Raises:
            WorkspaceError: Another command has been writing for half a minute.
        """
        try:
            with FileLock(self.folder / "writing.lock", timeout=_LOCK_SECONDS):
                yield
        except Timeout as error:
            raise WorkspaceError(
                f"another command is writing to {self.folder}; wait until it is done, then try again"
            ) from error


def open_workspace(folder: Path, *, create: bool = False) -> Workspace:
    """Open a workspace, or make one.

    Raises:
        WorkspaceError: There is none (and `create` is false), its file cannot be read, or a newer
            program made it.
    """
    file = folder / "workspace.json"
    if not file.exists():
        if not create:
            raise WorkspaceError(
                f"there is no workspace in {folder}; make one with `govgraph build PATH…`, "
                "or name another with --workspace"
            )
        _make(file)
    return Workspace(folder, _identity(file))


def _make(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if any(file.parent.iterdir()):
            raise WorkspaceError(
                f"{file.parent} holds other files and no workspace.json; "
                "name an empty or new folder with --workspace"
            )
        content = {"govgraph_workspace": VERSION, "id": secrets.token_hex(16)}
        write_whole(file, json.dumps(content).encode() + b"\n")
    except OSError as error:
        raise WorkspaceError(
            f"cannot make the workspace {file.parent}: {error.strerror}; "
            "name a folder you may write to with --workspace"
        ) from error


def _identity(file: Path) -> str:
    try:
        content = json.loads(file.read_text("utf-8"))
        version, identity = content["govgraph_workspace"], content["id"]
    except OSError as error:
        raise WorkspaceError(
            f"cannot read {file}: {error.strerror}; check the folder's rights"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"{file} is damaged; restore it from a backup, or start a new workspace elsewhere"
        ) from error
    if not isinstance(version, int) or version > VERSION:
        raise WorkspaceError(
            f"the workspace {file.parent} was made by a newer govgraph (layout {version}, this "
            f"program knows {VERSION}); install a newer govgraph"
        )
    return str(identity)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all: other name, fsync, rename."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
