"""Happenings: the events that an article reports, by the word that ends their name and a verb of holding."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as day

import daachorse

from graph.evidence import first_day, last_day
from loaders import lexicons
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_HELD_AFTER = re.compile(
    r"[”》」]?(?:(?:\d{1,2}月)?\d{1,2}日|今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|正式|顺利|隆重|成功|圆满|如期|同步|现场|同期|"
    r"在[^，。；！？\n]{1,36}?|于[^，。；\n]{1,24}?|通过[^，。；]{2,20}?|以[^，。；]{2,16}?形式|由[^，。；\n]{1,40}?){0,4}"
    r"(召开|举行|举办|开幕|闭幕|启幕|落幕|开班|开讲|主办|承办|结束)"
)
_NAME_ENDS = re.compile(r"[。；！？!?\n，：]")
_LONGEST = 60
_GENERIC_BEFORE = re.compile(
    r"(?:此次|本次|这次|该|本届|此|各类|各种|一系列|多场|\d+(?:余|多)?[场次个项]|系列|全部|有关|相关|集体)$"
)


@functools.cache
def _machine() -> tuple[tuple[tuple[str, str], ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    found = tuple((row[0], row[1]) for row in lexicons.rows("event_tails"))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return found, daachorse.CharwiseDoubleArrayAhoCorasick([one[0] for one in found], longest)


def find(reading: Reading) -> list[Happening]:
    """Give the events of an article in the order in which it introduces them."""
    found: list[Happening] = []
    for start, stop, kind in _tails(reading.text):
        named = _reported(reading, _Named(start, start, stop, kind))
        happening = _made(reading, named, found) if named else None
        if happening is not None:
            found.append(happening)
    return found


def _tails(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the ends of names of events; of two that touch, the later (签约仪式 + 举行)."""
    table, machine = _machine()
    found = machine.find(text)
    begins = {start for start, _, _ in found}
    for start, stop, which in found:
        if stop not in begins and text[stop : stop + 1] not in _NOT_AFTER:
            yield start, stop, table[which][1]


_NOT_AFTER = frozenset("员厅堂馆场室所长费址客")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of an event: where it begins, where its last word begins, where it ends."""

    begin: int
    tail: int
    stop: int
    kind: str
    verb: int = -1


def _reported(reading: Reading, named: _Named) -> _Named | None:
    """Read the event whose name ends at `named.stop`, if a verb says that it was held."""
    text, start = reading.text, named.tail
    after = _HELD_AFTER.match(text, named.stop)
    begin = _begin(reading, start)
    name_start, verb = begin, -1
    if after is not None and not _planned(text, begin, after.start(1)):
        verb = after.start(1)
    inner = _verb_before(text, begin, start)
    if inner >= 0:
        name_start, verb = inner, inner if verb < 0 else verb
    if verb < 0:
        joined = _joined(text, begin, start, named.stop)
        name_start, verb = (joined, joined) if joined >= 0 else (name_start, -1)
    planned = _planned(text, max(begin - len("定于明天将"), 0), name_start)
    if verb < 0 or planned or _quoted(text, name_start, named.stop):
        return None
    return replace(named, begin=_trimmed(reading, name_start, start), verb=verb)


def _begin(reading: Reading, start: int) -> int:
    """Give the beginning of the clause that a name of an event stands in; a quote may hold commas."""
    text = reading.text
    at = start
    while at > 0 and start - at < _LONGEST:
        if text[at - 1] in "”》":
            opening = text.rfind("“" if text[at - 1] == "”" else "《", max(0, at - _LONGEST), at)
            if opening >= 0:
                at = opening
                continue
        if _NAME_ENDS.match(text, at - 1):
            break
        at -= 1
    return at


def _verb_before(text: str, begin: int, start: int) -> int:
    """Give where the name begins after the last 召开, 举行 or 举办 before it, or -1."""
    best = -1
    for match in re.finditer(
        r"(?:组织召开|主持召开|召开|举行|举办)(?:了)?(?!的)", text[begin:start]
    ):
        best = begin + match.end()
    return best


def _joined(text: str, begin: int, start: int, stop: int) -> int:
    """Give where the name begins of an event that someone attends (出席了…签约仪式), or -1."""
    found = -1
    for match in _JOINING.finditer(text, begin, start):
        found = match.end()
    if found >= 0 and start - found >= _MODIFIED and not _GENERIC_BEFORE.search(text[found:start]):
        return found
    staged = re.compile(r"[在从]([^，。；“”、]{0,40})$").search(text, begin, start)
    if staged and text[stop : stop + 1] == "上" and start - staged.start(1) >= _MODIFIED:
        return staged.start(1)
    return -1


_JOINING = re.compile(r"(?:出席|参加|主持|列席|见证)(?:了)?")
_MODIFIED = 2  # 新春座谈会 is an event of its own, 座谈会 alone is not


def _planned(text: str, start: int, stop: int) -> bool:
    return bool(
        re.search(
            r"将(?:于|在|举|召|同|与|共同|联合|继续)|拟|计划|即将|定于|筹备|如果", text[start:stop]
        )
    )


def _quoted(text: str, start: int, stop: int) -> bool:
    """Tell whether the name would take in half of a quotation."""
    inside = text[start:stop]
    return inside.count("“") < inside.count("”") or inside.count("《") != inside.count("》")


def _trimmed(reading: Reading, begin: int, tail: int) -> int:
    """Drop times, places and other words before a name: 7月27日，在… ."""
    text, at = reading.text, begin
    moved = True
    while moved:
        moved = False
        for one in reading.times:
            if (
                one.start == at
                and one.stop <= tail
                and not re.fullmatch(r"\d{4}年?", text[at : one.stop])
            ):
                at, moved = one.stop, True
        for word in _leads():
            if text.startswith(word, at) and at + len(word) <= tail:
                at, moved = at + len(word), True
        made = re.compile(
            r"(?:由|在|从)[^，。“]{1,40}?(?:主办|举办|承办|举行|召开|组织|参加|出席|带来|上)的?"
        ).match(text, at, tail)
        if made:
            at, moved = made.end(), True
    last = text.rfind("的", at, tail)
    if last >= 0 and "“" not in text[at:last] and "《" not in text[at:last]:
        at = last + 1
    return at


@functools.cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted(lexicons.words("event_leads"), key=len, reverse=True))


def _made(reading: Reading, named: _Named, known: list[Happening]) -> Happening | None:
    """Make the event of a name, unless it is one already known, or background."""
    text = reading.text
    name = text[named.begin : named.stop].strip("“”、 ")
    if not name or named.begin > named.tail:
        return None
    if _GENERIC_BEFORE.search(text[named.begin : named.tail]):
        return None
    host = _session_of(reading, named)
    kind = _kind(host + name, named.kind, text)
    twin = next((one for one in known if one.player.kind == kind and _same(name, one)), None)
    if twin is not None:
        twin.player.call(name, named.begin, named.stop)
        return None
    if named.begin == named.tail and any(one.player.kind == kind for one in known):
        return None  # 座谈会 alone stands for the meeting already named
    player = Player("Event", kind=kind, date=_date(reading, named.begin, known))
    if known and _long_past(reading, player.date, known):
        return None
    player.call(name, named.begin, named.stop)
    plain = _BRACKETS.sub("", name)
    if plain != name:
        player.call(plain)
        player.main = plain
    for alias in _aliases(reading, named):
        player.call(alias)
    if host:
        player.call(host + name)
        player.main = host + name
    clause = reading.clause(named.begin)[0]
    lead = text[max(0, clause - len("会上，") - 1) : named.begin]
    inner = bool(known) and _INNER.search(lead) is not None
    return Happening(player, named.begin, named.stop, named.verb, inner)


def _session_of(reading: Reading, named: _Named) -> str:
    """Give the body whose numbered session it is: 区人大常委会 + 第二十二次会议."""
    verb = _HOLDING.search(reading.text, max(0, named.begin - len("组织召开了")), named.begin)
    if not reading.text.startswith("第", named.begin) or verb is None:
        return ""
    body = reading.names.ending(verb.start(), "PublicBody", "Organization")
    return body.text if body else ""


_HOLDING = re.compile(r"(?:召开|举行|举办)(?:了)?$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


def _long_past(reading: Reading, date: str, known: list[Happening]) -> bool:
    """Tell whether a day lies so far back that the event is only background."""
    today = reading.article.date or known[0].player.date
    if len(date) == len("2023-11") and date[:4] != today[:4]:
        return True
    if not date or not today:
        return False
    return (day.fromisoformat(first_day(today)) - day.fromisoformat(last_day(date))).days > _PAST


_PAST = 45  # days
_INNER = re.compile(r"会上|期间|其间|会议还|活动中|同时|并|现场|在召开|通过召开")


def _kind(name: str, kind: str, text: str) -> str:
    """Give the most specific kind among the parts of a name."""
    if "签约" in name or "签字" in name:
        return "signing"
    if "人大常委会" in name or "人民代表大会常务委员会" in name:
        return "appointment" if re.search(r"任命|决定任|免去|人事任免", text) else kind
    if kind == "other" and "启动仪式" in name:
        return "ceremony"
    return kind


def _same(name: str, one: Happening) -> bool:
    return any(
        name == other or other.endswith(name) or name.endswith(other) for other in one.player.names
    )


def _aliases(reading: Reading, named: _Named) -> Iterator[str]:
    """Yield the name without what it is of (徐汇区…), and its last word alone (动员汇报会)."""
    text, at = reading.text, named.begin
    body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    while body is not None and body.stop < named.tail:
        at = body.stop
        yield text[at : named.stop]
        body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    year = re.match(r"\d{4}年(?:度)?", text[named.begin : named.tail])
    if year:
        yield text[named.begin + year.end() : named.stop]
    if named.tail > named.begin:
        yield text[named.tail : named.stop]


def _date(reading: Reading, begin: int, known: list[Happening]) -> str:
    """Give the day the event was held: named in its sentence, else that of the event before."""
    start, stop = reading.sentence(begin)
    time = reading.time_in(start, stop, begin)
    if time is not None:
        return time.date
    if any(start <= one.start < stop for one in reading.times):
        return ""  # 近日: the text leaves the day open
    return known[-1].player.date if known else ""
