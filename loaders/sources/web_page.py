"""A saved web page → its article: body found, site left out, what it says of itself read."""

from collections.abc import Iterator
from pathlib import Path

from graph.evidence import Article, Issue
from loaders.sources.decode import decode_page
from loaders.sources.errors import SourceError
from loaders.sources.given import Given
from loaders.sources.markup import parse
from loaders.sources.metadata import article, of, sidecar
from loaders.sources.story import before_lead, story
from loaders.sources.web_metadata import is_title, web_metadata


def read(path: Path, content: bytes, given: Given) -> Iterator[Article | Issue]:
    """Yield the article of a page; its text has one line for each paragraph.

    Offsets count in that text, not in the page's source: `file_start` is 0.

    Raises:
        SourceError: It is no text, no web page, or has no article.
    """
    yield from read_source(path, decode_page(content), given)


def read_source(path: Path, source: str, given: Given) -> Iterator[Article | Issue]:
    """Yield the article of a page whose source is known, as `read` does."""
    page = parse(source)
    beside, issues = sidecar(path)
    yield from issues
    found = story(page)
    known = of(given).over(beside).over(web_metadata(page, found))
    above = before_lead(found.paragraphs)
    top = [at for at, one in enumerate(above) if is_title(one, known.title)]
    # With the title go the lines above it.
    text = "\n".join(one.text for one in found.paragraphs[top[-1] + 1 if top else 0 :])
    if not text:
        raise SourceError(
            "no article was found in it, only a headline; save the page of one article"
        )
    yield article(text, known, path)
