"""Answers: what a foreign extractor says of an article → a record about the article as we read it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from graph.evidence import Article, Issue, Record
from loaders.records import RecordError, decode


def record_of(article: Article, said: Mapping[str, Any]) -> Record | Issue:
    """Make a record of what was said of an article.

    The article in it is ours, whatever the answer makes of it: a quote is held against the text as
    read, never against one that came back with the quote.
    """
    ours = msgspec.to_builtins(article)
    try:
        return decode(
            msgspec.json.encode({"entities": [], "relations": [], **said, "article": ours})
        )
    except RecordError as error:
        return refused(article, f"what the extractor says of it is no record: {error}")


def refused(article: Article, reason: str) -> Issue:
    """Say why an article gave no record."""
    return Issue(article.file, 0, f"article {article.title or article.id}", reason, whole=True)
