"""Article: one news text with what is known about it."""

import msgspec

from graph.schema import identifier


class Article(msgspec.Struct, frozen=True, omit_defaults=True):
    """One news text, whole, as published.

    Attributes:
        text: Exactly as read, hard line breaks and stray spaces included; every offset counts its
            code points. It is `file_text[file_start : file_start + len(text)]`.
        title: The headline with line breaks healed; empty when the text has none.
        date: Day of publication, an ISO prefix; empty when unknown.
        source: Name of the paper.
        page: Page of the paper, as printed.
        place: Where it was published, as a path of divisions from the province down.
        authors: Bylines; they are facts about the article, not persons of the graph.
        file: Name of the file it was read from, without folders.
        file_start: Code point of that file at which the text begins.
        other: Keys of another extractor that the contract does not know; kept as they came.
    """

    id: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    page: str = ""
    place: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    file: str = ""
    file_start: int = 0
    other: dict[str, object] = {}


def article_id(text: str, title: str = "", date: str = "", source: str = "") -> str:
    r"""Make an article's id from what it says and who printed it when.

    White space does not count, so the same page read from another width keeps its ids; a reprint
    in another paper or on another day is another article.

    >>> article_id("今日\n开会") == article_id("今日开会")
    True
    >>> article_id("今日开会", source="甲报") == article_id("今日开会", source="乙报")
    False
    """
    return identifier("article", *("".join(part.split()) for part in (text, title, date, source)))
