"""Journal: the records of an extraction that is under way, so that a stopped one can go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

import msgspec

from graph.evidence import Article, Record
from loaders.errors import LoadError, OutputError
from loaders.records.jsonl import RecordError, decode, encode


@dataclass(slots=True)
class Journal:
    """Records as they come, in a file beside the output that they are for.

    A journal without a file remembers nothing. One of another extractor or another version is begun
    anew.

    Attributes:
        _earlier: Records of a run that was stopped, by the id of their article.
    """

    _earlier: dict[str, Record] = field(default_factory=dict)
    _stream: BinaryIO | None = None
    _noted: bool = False

    @classmethod
    @contextmanager
    def beside(cls, output: Path, manner: str) -> Iterator["Journal"]:
        """Open the journal of an output file, with what an earlier run left in it.

        It is removed at the end, and stays for the next run when the work ends in an error.

        Raises:
            OutputError: It cannot be written.
            LoadError: It is damaged.
        """
        path = output.with_name(f".{output.name}.part")
        head = f"govgraph {version('govgraph')}: {manner}\n".encode()
        earlier, whole = _whole_lines(path, head)
        journal, finished = cls({one.article.id: one for one in earlier}), False
        try:
            with path.open("wb") as journal._stream:
                journal._stream.write(whole)
                yield journal
            finished = True
        except OSError as error:
            raise OutputError(
                f"cannot write {path}: {error.strerror}; name another file with --output"
            ) from error
        finally:
            if finished or not (earlier or journal._noted):
                path.unlink(missing_ok=True)

    @property
    def resumed(self) -> int:
        """How many records an earlier run left."""
        return len(self._earlier)

    def earlier(self, article: Article) -> Record | None:
        """Give the record that an earlier run made of exactly this article."""
        record = self._earlier.get(article.id)
        if record is None:
            return None
        same = msgspec.structs.replace(record.article, place=article.place) == article
        return record if same or record.article == article else None

    def note(self, record: Record, *, whole: bool) -> None:
        """Write a record down; one of which a part was refused is read again, to say so again."""
        if self._stream is not None and whole:
            self._stream.write(encode(record) + b"\n")
            self._stream.flush()
            self._noted = True


def _whole_lines(path: Path, head: bytes) -> tuple[list[Record], bytes]:
    """Give the records of a journal that begins with `head`, and its bytes up to a cut line."""
    content = path.read_bytes() if path.exists() else b""
    if not content.startswith(head):
        return [], head
    whole = content[: content.rindex(b"\n") + 1]
    return [_decoded(line, path) for line in whole[len(head) :].splitlines()], whole


def _decoded(line: bytes, path: Path) -> Record:
    try:
        return decode(line)
    except RecordError as error:
        raise LoadError(f"{path} is damaged; remove it, and the extraction starts anew") from error
