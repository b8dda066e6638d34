"""The record log: every record that came in, append-only, one checksummed segment per build.

The log is the truth; a store is a view of it. A segment is a file of JSON Lines: a header (what
wrote it, from which files), the records, and a last line with their number and SHA-256.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import structs

from graph.evidence import Record
from loaders.errors import WorkspaceError
from loaders.workspace import write_whole

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Record).decode


class Header(msgspec.Struct, frozen=True):
    """The first line of a segment.

    Attributes:
        inputs: Names of the files that were read.
        issues: What was refused while reading them, one sentence each.
    """

    segment: int
    inputs: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


class _End(msgspec.Struct, frozen=True):
    records: int
    sha256: str


class Withdrawal(msgspec.Struct, frozen=True):
    """One article taken back, or (with `undone`) put back in; the last line about it holds."""

    article: str
    why: str = ""
    undone: bool = False


class RecordLog:
    """The segments in one folder, and the withdrawals beside it."""

    def __init__(self, folder: Path, withdrawals: Path) -> None:
        """Name the places; nothing is read before it is asked for."""
        self._folder = folder
        self._withdrawals = withdrawals

    def segments(self) -> list[Path]:
        """Give the segments' files, oldest first."""
        return sorted(self._folder.glob("*.jsonl"))

    def header(self, segment: Path) -> Header:
        """Read who wrote a segment, from what."""
        return _read(segment)[0]

    def latest(self) -> dict[str, Record]:
        """Give each article's latest record by article id, withdrawn ones included.

        Raises:
            WorkspaceError: A segment is damaged.
        """
        return {
            record.article.id: record
            for segment in self.segments()
            for record in _records(segment, _read(segment)[1])
        }

    def records(self) -> Iterator[Record]:
        """Yield the records that hold: each article's latest, without the withdrawn."""
        withdrawn = self.withdrawn()
        for article, record in self.latest().items():
            if article not in withdrawn:
                yield record

    def append(
        self, records: Iterable[Record], inputs: Sequence[str] = (), issues: Sequence[str] = ()
    ) -> int:
        """Keep the records that are new or read differently now; return how many those were."""
        known = self.latest()
        kept: dict[str, Record] = {}
        for record in records:
            before = kept.get(record.article.id) or known.get(record.article.id)
            if before is None or _replaces(record, before):
                kept[record.article.id] = record
        new = list(kept.values())
        if new:
            number = 1 + max((int(one.stem) for one in self.segments()), default=0)
            self._folder.mkdir(exist_ok=True)
            write_whole(
                self._folder / f"{number:08d}.jsonl",
                _segment(Header(number, tuple(inputs), tuple(issues)), new),
            )
        return len(new)

    def withdrawn(self) -> dict[str, str]:
        """Give the articles that are withdrawn, with the reasons."""
        if not self._withdrawals.exists():
            return {}
        lines = self._withdrawals.read_bytes().splitlines()
        try:
            entries = [msgspec.json.decode(line, type=Withdrawal) for line in lines]
        except msgspec.DecodeError as error:
            raise WorkspaceError(
                f"{self._withdrawals} is damaged ({error}); mend or restore it"
            ) from error
        last = {entry.article: entry for entry in entries}
        return {entry.article: entry.why for entry in last.values() if not entry.undone}

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """Write one line into the list of withdrawals."""
        before = self._withdrawals.read_bytes() if self._withdrawals.exists() else b""
        write_whole(self._withdrawals, before + _encode(withdrawal) + b"\n")


def _replaces(new: Record, old: Record) -> bool:
    """Tell whether a record takes the place of an earlier one of the same article.

    Of two copies of one article that say the same, the first by file name holds, so that the order
    of reading does not matter; else what was read last does.
    """
    copy = structs.replace(
        new,
        article=structs.replace(
            new.article, file=old.article.file, file_start=old.article.file_start
        ),
    )
    if copy == old:
        here, there = ((one.article.file, one.article.file_start) for one in (new, old))
        return here < there
    return True


def _segment(header: Header, records: list[Record]) -> bytes:
    lines = [_encode(record) for record in records]
    body = b"".join(line + b"\n" for line in lines)
    end = _End(len(lines), hashlib.sha256(body).hexdigest())
    return _encode(header) + b"\n" + body + _encode(end) + b"\n"


def _read(segment: Path) -> tuple[Header, list[bytes]]:
    """Read a segment and check it against its last line."""
    lines = segment.read_bytes().splitlines(keepends=True)
    try:
        header = msgspec.json.decode(lines[0], type=Header)
        end = msgspec.json.decode(lines[-1], type=_End)
    except (IndexError, msgspec.DecodeError) as error:
        raise _damaged(segment, "its first or last line cannot be read") from error
    body = lines[1:-1]
    if len(body) != end.records or hashlib.sha256(b"".join(body)).hexdigest() != end.sha256:
        raise _damaged(segment, "its records do not match its checksum")
    return header, body


def _records(segment: Path, lines: list[bytes]) -> Iterator[Record]:
    for number, line in enumerate(lines, 2):
        try:
            yield _decode(line)
        except msgspec.DecodeError as error:
            raise _damaged(segment, f"line {number}: {error}") from error


def _damaged(segment: Path, what: str) -> WorkspaceError:
    return WorkspaceError(
        f"{segment} is damaged: {what}; restore it from a backup, or move it away and build "
        "its files again"
    )
