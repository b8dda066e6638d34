"""Writing files so that what stood there before stands until the new one is whole."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.export.errors import TargetError


def write_file(target: Path, write: Callable[[Path], None]) -> None:
    """Make a file: written beside its place under another name, flushed to disk, then renamed.

    Raises:
        TargetError: It cannot be written; nothing is left behind, an earlier file still stands.
    """
    with _cannot_write(target):
        if target.is_dir():
            raise TargetError(f"{target} is a folder; give the name of a file")
        with _scratch_folder(target) as scratch:
            new = scratch / target.name
            write(new)
            _flush(new)
            new.replace(target)


def write_folder(target: Path, write: Callable[[Path], None], ours: Collection[str]) -> None:
    """Make a folder of files in the same way; a folder that holds other files is left alone.

    Args:
        target: The folder.
        write: Fills the empty folder that it is given.
        ours: Names of the files that an earlier export may have left there.

    Raises:
        TargetError: It cannot be written, or something else stands there.
    """
    with _cannot_write(target):
        _refuse_strangers(target, ours)
        with _scratch_folder(target) as scratch:
            new, old = scratch / "new", scratch / "old"
            new.mkdir()
            write(new)
            for file in new.iterdir():
                _flush(file)
            if target.exists():
                target.rename(old)
            new.rename(target)


def sha256(file: Path) -> str:
    """Hash a file, as `sha256sum` does."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _refuse_strangers(target: Path, ours: Collection[str]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise TargetError(f"{target} is a file; this format writes a folder: give another name")
    strangers = sorted(one.name for one in target.iterdir() if one.name not in ours)
    if strangers:
        raise TargetError(
            f"{target} holds {strangers[0]}, which no export wrote; give a new or empty folder"
        )


@contextmanager
def _scratch_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder on the same disk as the target, and take it away again."""
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cannot_write(target: Path) -> Iterator[None]:
    """Turn what the system says into a sentence."""
    if not target.parent.is_dir():
        raise TargetError(f"there is no folder {target.parent}; make it first")
    try:
        yield
    except OSError as fault:
        raise TargetError(f"cannot write {target}: {fault.strerror or fault}") from fault


def _flush(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
