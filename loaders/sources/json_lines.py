"""A .jsonl file → records as some extractor wrote them, or articles with their text."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from graph.evidence import Article, Issue, Record, article_id, verify
from loaders.records import RecordError, decode, explain
from loaders.sources.given import Given
from loaders.sources.metadata import dated


class _Line(msgspec.Struct):
    """An article as one line gives it; only its text is needed."""

    text: str
    id: str = ""
    title: str = ""
    date: str = ""
    source: str = ""
    page: str = ""
    place: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    file: str = ""
    file_start: int = 0


_articles = msgspec.json.Decoder(_Line)
_objects = msgspec.json.Decoder(dict[str, msgspec.Raw])
_OF_RECORDS = ("entities", "relations", "govgraph", "article")


def read(path: Path, content: bytes, given: Given) -> Iterator[Article | Record | Issue]:
    """Yield what each line holds; a line that cannot be used is an issue of its own."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            keys = _objects.decode(line)
            if any(key in keys for key in _OF_RECORDS):
                record, issues = verify(decode(line), path.name, number)
                yield from issues
                if record is not None:
                    yield record
            else:
                yield _article(line, path, given)
        except RecordError as error:
            yield Issue(path.name, number, "record", str(error), whole=True)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Issue(path.name, number, "line", explain(error), whole=True)


def _article(line: bytes, path: Path, given: Given) -> Article:
    """Make an article of a line.

    Raises:
        RecordError: Its text is empty, or its date is none.
    """
    read = _articles.decode(line)
    if not read.text.strip():
        raise RecordError("the article's text is empty; give it one, or leave the line out")
    date, source = given.date or read.date, given.source or read.source
    if date and not dated(date):
        raise RecordError(f"the article's date {date!r} is no date such as 2023-11-15")
    return Article(
        id=read.id or article_id(read.text, read.title, date, source),
        text=read.text,
        title=read.title,
        date=date,
        source=source,
        page=given.page or read.page,
        place=given.place or read.place,
        authors=read.authors,
        url=read.url,
        file=read.file or path.name,
        file_start=read.file_start,
    )
