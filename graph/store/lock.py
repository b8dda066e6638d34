"""A lock on a file, held by a process and let go by the system when that process ends."""

import os
import sys
import time
from pathlib import Path

_PAUSE = 0.02  # seconds between two tries


class FileLock:
    """Held by at most one process; kill -9 lets go of it too.

    The file stays and says nothing; only the lock on it counts.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; its folder must exist."""
        self._path = path
        self._descriptor = -1

    def take(self, patience: float = 0.0) -> bool:
        """Take the lock, waiting up to `patience` seconds; say whether that was possible."""
        until = time.monotonic() + patience
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        while not _try(descriptor):
            if time.monotonic() >= until:
                os.close(descriptor)
                return False
            time.sleep(_PAUSE)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of the lock; without it, do nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
