"""A text file → its articles: one flat text, or a page of a newspaper."""

from collections.abc import Iterator
from pathlib import Path

from graph.evidence import Article, Issue, article_id
from loaders.sources.bylines import authors
from loaders.sources.decode import decode
from loaders.sources.given import Given
from loaders.sources.metadata import Metadata, dateline, of, sidecar
from loaders.sources.page import MOST_ROWS, Piece, split


def read(path: Path, content: bytes, given: Given) -> Iterator[Article | Issue]:
    """Yield the articles of a file.

    Raises:
        SourceError: It is no text.
    """
    text = decode(content)
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
        yield _article(path, text, piece, stated.over(piece.known), alone)


def _article(path: Path, text: str, piece: Piece, known: Metadata, alone: Metadata) -> Article:
    body = text[piece.start : piece.stop]
    title = alone.title or piece.title
    date = known.date or dateline(body, title)
    return Article(
        id=article_id(body, title, date, known.source),
        text=body,
        title=title,
        date=date,
        source=known.source,
        page=known.page,
        place=known.place,
        authors=known.authors or authors(body),
        url=alone.url,
        file=path.name,
        file_start=piece.start,
    )
