"""A text file → its articles: one flat text, a page of a newspaper, or the source of a web page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.evidence import Article, Issue
from loaders.sources import web_page
from loaders.sources.decode import decode
from loaders.sources.given import Given
from loaders.sources.metadata import Metadata, article, of, sidecar
from loaders.sources.page import MOST_ROWS, split
from loaders.sources.pasted import pasted


def read(path: Path, content: bytes, given: Given) -> Iterator[Article | Issue]:
    """Yield the articles of a file.

    Raises:
        SourceError: It is no text, or the source of a page without an article.
    """
    text = decode(content)
    source = pasted(text)
    if source is not None:
        yield from web_page.read_source(path, source, given)
        return
    beside, issues = sidecar(path)
    yield from issues
    stated = of(given).over(beside)
    pieces = split(text)
    if any(piece.parted for piece in pieces):
        yield Issue(
            path.name, 0, "page",
            f"it has more than {MOST_ROWS:,} lines without the header of a page between them and was read "
            "in parts, so an article or its headline may be parted. Give each page a file of its own",
        )  # fmt: skip
    for piece in pieces:
        # A sidecar that names a title speaks of one article; a page of several has one for each.
        alone = stated if len(pieces) == 1 else Metadata()
        known = replace(stated.over(piece.known), title=alone.title or piece.title, url=alone.url)
        yield article(text[piece.start : piece.stop], known, path, piece.start)
