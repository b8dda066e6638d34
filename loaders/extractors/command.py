"""Command: any program that reads articles as JSON Lines and writes records as JSON Lines."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from graph.evidence import Article, Issue, Record
from loaders.extractors.answers import record_of, refused
from loaders.extractors.errors import ExtractorError

_objects = msgspec.json.Decoder(dict[str, Any])


@dataclass(frozen=True, slots=True)
class Command:
    """A program that is started once and given every article.

    Attributes:
        words: The program and its arguments. What it writes to standard error is shown as it is.
    """

    words: tuple[str, ...]

    def __call__(self, articles: Iterable[Article]) -> Iterator[Record | Issue]:
        """Give the program the articles on standard input, and take its records in any order.

        Raises:
            ExtractorError: The program cannot be started, or ends with an exit code that is not 0.
        """
        waiting: dict[str, Article] = {}
        # A file, not a pipe: a program that writes before it has read all would wait for us for ever.
        with tempfile.TemporaryFile() as given:
            for article in articles:
                waiting[article.id] = article
                given.write(msgspec.json.encode(article) + b"\n")
            given.seek(0)
            with self._started(given.fileno()) as program:
                assert program.stdout is not None  # noqa: S101 -- a pipe was asked for
                for line in filter(bytes.strip, program.stdout):
                    yield self._answer(line, waiting)
        if program.returncode:
            raise ExtractorError(
                f"the extractor {self.words[0]} ended with exit code {program.returncode}; its own "
                "words stand above. Nothing was changed"
            )
        for article in waiting.values():
            yield refused(article, "the extractor gave no record of it")

    def _started(self, given: int) -> subprocess.Popen[bytes]:
        if not self.words:
            raise ExtractorError(
                "no program stands after 'command:'; write 'command:PROGRAM ARGUMENTS'"
            )
        try:
            return subprocess.Popen(self.words, stdin=given, stdout=subprocess.PIPE)
        except OSError as error:
            raise ExtractorError(
                f"the extractor {self.words[0]} cannot be started: {error.strerror}; check its path "
                "and its rights"
            ) from error

    def _answer(self, line: bytes, waiting: dict[str, Article]) -> Record | Issue:
        try:
            said = _objects.decode(line)
        except msgspec.DecodeError:
            return Issue(
                self.words[0], 0, "answer", f"it is no JSON object: {line[:80]!r}", whole=True
            )
        about = said.get("article")
        key = about.get("id") if isinstance(about, dict) else said.get("id")
        article = waiting.pop(str(key), None)
        if article is None:
            return Issue(
                self.words[0], 0, "answer",
                f"its article.id {key!r} is of no article that still waits for a record; give back "
                "the id that came with the article, once", whole=True,
            )  # fmt: skip
        return record_of(article, said)
