"""Limits: how much text is read as one article, and how a longer one is read in pieces."""

import re
from collections.abc import Iterator

import msgspec

from graph.evidence import Article, Issue
from graph.evidence.heal import LONGEST_SENTENCE, heal, overlong, parted

LONGEST = 50_000
"""Code points of an article. A report on the work of a government has 20,000; more is a collection."""

_SENTENCE_END = re.compile("[。！？!?；;]")
_SLACK = (
    5_000  # code points before the limit in which a paragraph or sentence is looked for that ends
)
_SHOWN = 12  # code points of a text that stand for its title


def within(article: Article) -> Iterator[Article | Issue]:
    """Yield an article, or its pieces; before them an issue for each limit that it is beyond.

    The pieces together are the text, white space between them aside; only the first has the title.
    """
    pieces = list(_pieces(article))
    if len(pieces) > 1:
        yield _issue(
            article,
            f"it has {len(article.text):,} characters, and no article has more than {LONGEST:,}; it was "
            f"read as {len(pieces)} articles. Give each article a file or a line of its own",
        )
    endless = sum(_endless(one.text) for one in pieces)
    if endless:
        yield _issue(
            article,
            f"{endless} of its sentences have more than {LONGEST_SENTENCE:,} characters and were read in "
            "parts, so what is said across two parts is not found. Give it its full stops or line breaks",
        )
    yield from pieces


def _issue(article: Article, reason: str) -> Issue:
    shown = article.title or " ".join(article.text[: _SHOWN * 2].split())[:_SHOWN] + "…"
    shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in shown)
    return Issue(article.file, 0, f"article {shown}", reason)


def _pieces(article: Article) -> Iterator[Article]:
    if len(article.text) <= LONGEST:
        yield article
        return
    start = number = 0
    while start < len(article.text):
        stop = _end(article.text, start)
        if not article.text[start:stop].isspace():
            number += 1
            yield msgspec.structs.replace(
                article,
                id=f"{article.id}-{number}",
                text=article.text[start:stop],
                title=article.title if number == 1 else "",
                file_start=article.file_start + start,
            )
        start = stop


def _end(text: str, start: int) -> int:
    """Give where a piece ends: with a paragraph, else with a sentence, else at a comma, else at the limit."""
    stop = start + LONGEST
    if stop >= len(text):
        return len(text)
    paragraph = text.rfind("\n", stop - _SLACK, stop)
    if paragraph >= 0:
        return paragraph + 1
    ends = [end.end() for end in _SENTENCE_END.finditer(text, stop - _SLACK, stop)]
    return ends[-1] if ends else parted(text, stop - 2 * _SLACK, stop)


def _endless(text: str) -> int:
    """Count the sentences that are too long; the text is healed only when it may have one."""
    longest = max(map(len, _SENTENCE_END.split(text)), default=0)
    return overlong(heal(text).text) if longest > LONGEST_SENTENCE else 0
