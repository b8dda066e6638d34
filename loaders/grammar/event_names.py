"""Event names: where the name of an event begins, what else it is called, and of what kind it is."""

import functools
import re
from collections.abc import Iterator

from loaders import lexicons
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_HELD_BY = re.compile(
    r"(?:由|在|从)[^，。“]{1,40}?(?:主办|举办|承办|举行|召开|组织|参加|出席|带来|上)的?"
)
_BYLINE = re.compile(
    r"[（(](?:[^（）()]{0,30}(?:记者|通讯员|文/图)[^（）()]{0,30}|\d{1,2}|[一二三四五六七八九十]{1,2})[）)]"
)
HOLDING = re.compile(r"(?:召开|举行|举办)(?:了)?$")
"""A verb of holding that ends right before a name."""

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_STRAY = frozenset(" 　）)】」、")
_YEAR_ALONE = re.compile(r"\d{4}年?")
_OF_YEAR = re.compile(r"\d{4}年(?:度)?")
_APPOINTING = re.compile(r"任命|决定任|免去|人事任免")
_JOINED = re.compile(r"·?暨")
_SPECIFIC = (
    ("signing", ("签约", "签字", "签署")),
    ("ceremony", ("仪式", "典礼", "揭牌", "开幕式", "开班式")),
    ("press", ("发布会", "通气会")),
    ("meeting", ("会",)),
)
"""Kinds from the most specific on, with the words that tell them in one part of a name with 暨."""


def trimmed(reading: Reading, begin: int, tail: int) -> int:
    """Drop times, places, bylines and other words before a name: 7月27日，在… ."""
    text, at = reading.text, begin
    moved = True
    while moved:
        moved = False
        for one in reading.times:
            if (
                one.start == at
                and one.stop <= tail
                and not _YEAR_ALONE.fullmatch(text[at : one.stop])
            ):
                at, moved = one.stop, True
        for word in _leads():
            if text.startswith(word, at) and at + len(word) <= tail:
                at, moved = at + len(word), True
        made = _HELD_BY.match(text, at, tail) or _BYLINE.match(text, at, tail)
        if made:
            at, moved = made.end(), True
        elif text[at : at + 1] in _STRAY and at < tail:
            at, moved = at + 1, True
    last = text.rfind("的", at, tail)
    if last >= 0 and "“" not in text[at:last] and "《" not in text[at:last]:
        at = last + 1
    return at


@functools.cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted(lexicons.words("event_leads"), key=len, reverse=True))


def session_of(reading: Reading, begin: int) -> str:
    """Give the body whose numbered session it is: 区人大常委会 + 第二十二次会议."""
    verb = HOLDING.search(reading.text, max(0, begin - len("组织召开了")), begin)
    if not reading.text.startswith("第", begin) or verb is None:
        return ""
    body = reading.names.ending(verb.start(), "PublicBody", "Organization")
    return body.text if body else ""


def kind(name: str, tail: str, text: str) -> str:
    """Give the most specific kind among the parts of a name.

    Args:
        name: The name, with the body before it.
        tail: The kind that its last word tells.
        text: The article, which tells whether a session appointed anybody.
    """
    if "签约" in name or "签字" in name:
        return "signing"
    if "人大常委会" in name or "人民代表大会常务委员会" in name:
        return "appointment" if _APPOINTING.search(text) else tail
    if tail == "other" and "启动仪式" in name:
        return "ceremony"
    if _JOINED.search(name):
        parts = _JOINED.split(name)
        for specific, words in _SPECIFIC:
            if any(part.endswith(words) for part in parts):
                return specific
    return tail


def called(reading: Reading, player: Player, span: tuple[int, int, int], host: str) -> None:
    """Add what else an event is called: without brackets, without its body, with its host.

    Args:
        reading: The article.
        player: The event, named once.
        span: Where its name begins, where its last word begins, where it ends.
        host: The body whose numbered session it is, or empty.
    """
    name = player.names[0]
    plain = _BRACKETS.sub("", name)
    if plain not in ("", name):
        player.call(plain)
        player.main = plain
    for alias in _aliases(reading, span):
        player.call(alias)
    if host:
        player.call(host + name)
        player.main = host + name


def same(name: str, one: Happening) -> bool:
    """Tell whether a name is a shorter or longer form of a known event's.

    Longer only of the form that introduced it: 甲论坛 and 乙论坛 share their last word, no more.
    """
    plain = _BRACKETS.sub("", name) or name
    return name.endswith(one.player.names[0]) or any(
        two.endswith((name, plain)) for two in one.player.names
    )


def _aliases(reading: Reading, span: tuple[int, int, int]) -> Iterator[str]:
    """Yield the name without what it is of (徐汇区…), its parts at 暨, and its last word alone."""
    text, (begin, tail, stop) = reading.text, span
    at = begin
    body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    while body is not None and body.stop < tail:
        at = body.stop
        yield text[at:stop]
        body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    year = _OF_YEAR.match(text, begin, tail)
    if year:
        yield text[year.end() : stop]
    parts = _JOINED.split(text[begin:stop])
    if len(parts) > 1:
        yield from (part for part in parts if len(part) > len("大会"))
    if tail > begin:
        yield text[tail:stop]
