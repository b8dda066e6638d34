"""From paths to articles and records: which files, which kind of each, and what is refused."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from graph.evidence import Article, Issue, Record
from loaders.sources import json_lines, pdf_pages, plain_text, web_page
from loaders.sources.errors import SourceError
from loaders.sources.given import Given
from loaders.sources.limits import within
from loaders.sources.metadata import SIDECAR

Found: TypeAlias = Article | Record | Issue
Reader: TypeAlias = Callable[[Path, bytes, Given], Iterator[Found]]

KINDS: dict[str, Reader] = {
    ".txt": plain_text.read,
    ".jsonl": json_lines.read,
    ".html": web_page.read,
    ".htm": web_page.read,
    ".pdf": pdf_pages.read,
}
"""Suffix of a file and what reads it."""
_LINES = (".jsonl",)  # read line by line, whatever their size


def expand(paths: Iterable[Path]) -> list[Path]:
    """Give the files that paths mean, sorted: a folder stands for all in it that can be read.

    Hidden files and folders are passed over, and so are sidecars, which belong to their texts. A
    file named as such is always given back, so that `read` can say what is wrong with it.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if file == path or (_supported(file) and not _hidden(file.relative_to(path))):
                found[file] = None
    return sorted(file for file in found if not file.is_dir())


def read(path: Path, given: Given) -> Iterator[Found]:
    """Yield the articles or records of one file, and an issue for each thing that was refused."""
    try:
        for found in _kind(path)(path, _content(path), given):
            yield from within(found) if isinstance(found, Article) else (found,)
    except SourceError as error:
        yield Issue(path.name, 0, "file", str(error), whole=True)


def _kind(path: Path) -> Reader:
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise SourceError(
            f"files of the kind {path.suffix or path.name!r} cannot be read; give a file that "
            f"ends in {' or '.join(KINDS)}"
        )
    return kind


LARGEST = 200_000_000
"""Bytes of a file. An issue of a paper as PDF, pictures included, has up to a hundred million."""


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST and path.suffix.lower() not in _LINES:
            raise SourceError(
                f"it has {size // 1_000_000:,} MB, more than any issue of a paper "
                f"({LARGEST // 1_000_000}); give its parts"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"there is no such file in {path.parent}; check the name") from error
    except IsADirectoryError as error:
        raise SourceError("it is a folder; give it without a suffix, or its files") from error
    except PermissionError as error:
        raise SourceError("you may not read it; change its rights (chmod u+r)") from error
    except OSError as error:
        raise SourceError(f"it cannot be read ({error.strerror}); check the disk") from error


def _supported(file: Path) -> bool:
    return file.is_file() and file.suffix.lower() in KINDS and not file.name.endswith(SIDECAR)


def _hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)
