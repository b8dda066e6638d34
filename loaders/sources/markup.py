"""Markup: a web page's paragraphs, and in which of its blocks they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from loaders.sources.errors import SourceError

LARGEST = 8_000_000
"""Bytes of a page. Saved pages have up to one million; the parser drops texts beyond ten."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between two block elements.

    Attributes:
        text: Its words; white space of the source is one space, between Chinese characters none.
        linked: How many of its code points stand in links.
        tag: The innermost block around it, such as `p` or `h1`.
        beside: It stands in a block whose name tells of comments, menus and the like.
    """

    text: str
    linked: int
    tag: str
    beside: bool

    @property
    def heading(self) -> bool:
        """Tell whether it is marked as a heading."""
        return self.tag in _HEADINGS


@dataclass(frozen=True, slots=True)
class Block:
    """An element with the paragraphs `[first, stop)` in it, in the order in which elements end."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's source holds.

    Attributes:
        paragraphs: All that is shown, in order.
        blocks: Its elements, inner ones before outer ones.
        named: What `<meta>` and the like say, by lower-case name; the first of each.
        title: The text of `<title>`.
    """

    paragraphs: Sequence[Paragraph]
    blocks: Sequence[Block]
    named: Mapping[str, str]
    title: str


def parse(source: str) -> Markup:
    """Read a page's source; unclosed and misplaced elements are mended as browsers do.

    Raises:
        SourceError: It is larger than any page, or has no element at all.
    """
    content = source.encode("utf-8", "replace")
    if len(content) > LARGEST:
        raise SourceError(
            f"it has {len(content) // 1_000_000} MB, and no article's page has more than "
            f"{LARGEST // 1_000_000}; save the page of one article"
        )
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        etree.fromstring(content, parser)
    except etree.ParserError as error:
        raise SourceError("it has no elements of a web page; save the page again") from error
    except etree.XMLSyntaxError as error:
        raise SourceError("it is no web page that can be read; save the page again") from error
    return Markup(reader.paragraphs, reader.blocks, reader.named, _spaced(reader.title))


_HEADINGS = frozenset({"h1", "h2", "h3"})
_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "select",
    "option", "button", "textarea", "nav", "footer", "aside",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "input", "ruby", "rb", "rt", "rp",
    "st1", "ucaptitle",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
))  # fmt: skip
_BESIDE = re.compile(
    r"(?:comments?|relate[ds]?\w*|recommend\w*|foot(?:er)?|nav(?:bar|igation)?|menu|crumbs?|breadcrumbs?"
    r"|side(?:bar)?|copyright|share\w*|bdshare\w*|toolbar|tools?|friend-?links?|hot|rank\w*|search\w*|login)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = ("name", "property", "itemprop", "http-equiv")
# What digital editions of papers keep in a comment at the end of the source.
_OF_PAPER = re.compile(r"<(?:founder-)?(title|date|author)>([^<]{1,200})</", re.IGNORECASE)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has not ended.

    Attributes:
        first: The paragraph that comes first in it.
        block: The innermost block at its start: itself or one around it.
        hidden: Nothing in it is shown.
        beside: It or one around it is named as comments, menus and the like are.
        link: It is a link or stands in one.
    """

    first: int
    block: str
    hidden: bool = False
    beside: bool = False
    link: bool = False


@dataclass(slots=True)
class _Reader:
    """Takes the events of the parser; a paragraph ends where a block begins or ends."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    title: str = ""
    _open: list[_Open] = field(default_factory=lambda: [_Open(0, "body")])
    _text: list[str] = field(default_factory=list)
    _linked: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag not in _INLINE:
            self._flush()
        if tag == "meta":
            self._note(attributes)
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.named.setdefault("canonical", attributes.get("href") or "")
        above = self._open[-1]
        words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
        self._open.append(
            _Open(
                len(self.paragraphs),
                above.block if tag in _INLINE or tag in _VOID else tag,
                above.hidden or _hides(tag, attributes),
                above.beside or any(map(_BESIDE.fullmatch, words)),
                above.link or tag == "a",
            )
        )

    def end(self, tag: str) -> None:
        if tag not in _INLINE:
            self._flush()
        ended = self._open.pop() if len(self._open) > 1 else self._open[0]
        if tag not in _INLINE and ended.first < len(self.paragraphs):
            self.blocks.append(Block(ended.first, len(self.paragraphs)))

    def data(self, text: str) -> None:
        here = self._open[-1]
        if here.block == "title":
            self.title = self.title or text
        elif not here.hidden:
            for number, line in enumerate(text.splitlines() if here.block == "pre" else [text]):
                if number:
                    self._flush()
                self._text.append(line)
            self._linked += len("".join(text.split())) if here.link else 0

    def comment(self, text: str) -> None:
        if found := _SAVED.search(text):
            self.named.setdefault("canonical", found[1])
        if "enpproperty" in text:
            for name, stated in _OF_PAPER.findall(text):
                if stated.strip():
                    self.named.setdefault(f"founder-{name.lower()}", stated.strip())

    def close(self) -> None:
        self._flush()
        self.blocks.append(Block(0, len(self.paragraphs)))

    def _note(self, attributes: Mapping[str, str]) -> None:
        stated = (attributes.get("content") or "").strip()
        for key in _NAMES:
            name = (attributes.get(key) or "").strip().lower()
            if name and stated:
                self.named.setdefault(name, stated)

    def _flush(self) -> None:
        text = _spaced("".join(self._text))
        if text:
            here = self._open[-1]
            self.paragraphs.append(Paragraph(text, self._linked, here.block, here.beside))
        self._text.clear()
        self._linked = 0


def _hides(tag: str, attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style") or ""
    return tag in _HIDDEN or "hidden" in attributes or bool(_UNSEEN.search(style))


_NONE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\0"))
_GAP = re.compile(r"\s+")
_TORN = re.compile(r"(?<=[一-鿿，。、；：！？”》）])\s*\n\s*(?=[一-鿿“《（])")


def _spaced(text: str) -> str:
    return _GAP.sub(" ", _TORN.sub("", text.translate(_NONE))).strip()
