"""The engine's state file: how a command finds the running engine of its workspace."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

_NAME = "engine.json"


@dataclass(frozen=True, slots=True)
class EngineState:
    """Where a running engine answers, and the secrets that open it.

    The passwords are made anew at each start and stand in this file alone, which only its owner
    can read.

    Attributes:
        pid: Its process, for people who look for it.
        bolt: Port on 127.0.0.1 that speaks Bolt.
        control: Port on 127.0.0.1 on which the engine counts its clients.
        token: What a client says first on the control port.
        writer: Password of the user `root`.
        reader: Password of the user `reader`, who can only read.
    """

    pid: int
    bolt: int
    control: int
    token: str
    writer: str
    reader: str

    def write(self, folder: Path) -> None:
        """Write the file as a whole, readable by its owner alone."""
        scratch = folder / f"{_NAME}.new"
        scratch.unlink(missing_ok=True)
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
        scratch.replace(folder / _NAME)


def read_state(folder: Path) -> EngineState | None:
    """Give the state that the last engine wrote, or None; it may be stale after a crash."""
    try:
        return EngineState(**json.loads((folder / _NAME).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):  # a file of another version: as good as none
        return None


def remove_state(folder: Path) -> None:
    """Remove the state file; nobody joins an engine that is ending."""
    (folder / _NAME).unlink(missing_ok=True)
