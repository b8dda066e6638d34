"""Happenings: the events that an article reports, by the word that ends their name and a verb of holding."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import daachorse

from loaders import lexicons
from loaders.grammar import event_dates, event_names
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_WHEN = (
    r"(?:(?:\d{1,2}月)?\d{1,2}日|今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|晚上?|"
    r"正式|顺利|隆重|成功|圆满|如期|同步|现场|同期|盛大)*"
)
_WHERE = (
    r"(?:在[^，。；！？\n]{1,36}?|于[^，。；\n]{1,24}?|通过[^，。；]{2,20}?|以[^，。；]{2,16}?形式|"
    r"采[取用][^，。；]{2,20}?(?:形式|方式)|由[^，。；\n]{1,40}?)?"
)
_HELD_AFTER = re.compile(
    rf"[”》」]?\s?{_WHEN}{_WHERE}{_WHEN}{_WHERE}{_WHEN}"
    r"(召开|举行|举办|开幕|闭幕|启幕|落幕|开班|开讲|开赛|揭幕|拉开[帷序]幕|收官|主办|承办|主持(?=[，。；并])|(?:开启|启动|进行|结束)(?=[，。；！\n]|$))(?!以来|前夕|之前|后，)"
)
_HELD_BEFORE = re.compile(r"(?:组织召开|主持召开|召开|举行|举办|开展)(?:了)?(?!的)")
_NAME_ENDS = re.compile(r"[。；！？!?\n，：<>]")
_LONGEST = 60
_GENERIC_BEFORE = re.compile(
    r"(?:此次|本次|这次|该|本届|此|各类|各种|一系列|多场|(?<![第\d])\d+(?:余|多)?[场次个项]|系列|全部|有关|相关|集体|每次|历次|上次|下次|下一?[场次届]|上一?[场次届]|往届|历届)$"
)
_PLANNED = re.compile(
    r"(?<!责任)将(?![军乐近领士帅会])|拟(?!任|定了)|计划(?!书|单列)|即将|定于|筹备|如果|预计|有望|准备(?=召|举|开)|打算"
)
_PAST_WORDS = re.compile(
    r"(?:[\d一二两三四五六七八九十几]+|多)年前|时任|曾经?(?=在|于|参|出|主|作|就|赴|召|举)|早在|去年|前年|此前曾"
)
_OWN_TIME = re.compile(
    r"上午|下午|晚上|当[天日晚]|同[日天]|次日|随后|会后|之后|另[据悉讯]|此外|\d日"
)
_INNER = re.compile(r"会上|期间|其间|会议还|活动中|仪式上|同时|并|现场|在召开|通过召开|会前")


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


def words() -> frozenset[str]:
    """Give the words that end names of events (会议, 座谈会)."""
    return frozenset(word for word, _ in _machine()[0])


def _tails(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the ends of names of events; of two that touch, the later (签约仪式 + 举行)."""
    table, machine = _machine()
    found = machine.find(text)
    begins = {start for start, _, _ in found}
    for start, end, which in found:
        stop = end + 1 if text[end - 1 : end + 1] == "会议" else end  # 党组会 of 党组会议
        if stop in begins or text[stop : stop + 1] in _NOT_AFTER:
            continue
        plain = stop - start == 1
        if not plain or (_ANY_MEETING.match(text, stop) and text[start - 1] not in _OTHER_WORDS):
            yield start, stop, table[which][1]


_ANY_MEETING = re.compile(
    rf"[”》]?(?:[，。；！上]|{_WHEN}{_WHERE}{_WHEN}(?:召开|举行|举办|开幕)(?=[，。；！]|$))"
)  # 会 alone ends too many names of bodies: 商会, 理事会
_OTHER_WORDS = frozenset("省社机都工商学协教不也才就将误体领约国议帮聚")  # 省会, 社会, 机会 …
_NOT_AFTER = frozenset("员厅堂馆场室所长费址客暨")  # of 甲大会暨乙仪式 the last word ends the name


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
    if after is not None and not _PLANNED.search(text, begin, after.start(1)):
        verb = after.start(1)
    inner = _verb_before(text, begin, start, meeting=named.kind != "other")
    if inner >= 0:
        name_start, verb = inner, inner if verb < 0 else verb
    if verb < 0:
        joined = _joined(text, begin, start, named.stop)
        name_start, verb = (joined, joined) if joined >= 0 else (name_start, -1)
    if named.stop - start == 1 and not _is_meeting(reading, named.stop, inner):
        return None
    name_start = _after_persons(reading, name_start, start)
    if verb < 0 or _is_unreal(reading, begin, name_start) or _quoted(text, name_start, named.stop):
        return None
    return replace(named, begin=event_names.trimmed(reading, name_start, start), verb=verb)


def _is_meeting(reading: Reading, stop: int, held: int) -> bool:
    """Tell whether a word in 会 alone is a meeting: 召开股东会 is one, 在工商联合会举行 is none."""
    if held >= 0 and "召开" in reading.text[held - len("召开了") : held]:
        return True
    bodies = ("PublicBody", "Organization", "Enterprise", "Place")
    return reading.names.ending(stop, *bodies) is None


def _is_unreal(reading: Reading, begin: int, name_start: int) -> bool:
    """Tell whether the words before a name make the event a plan, or one long past."""
    text, sentence = reading.text, reading.sentence(begin)[0]
    planned = _PLANNED.search(text, max(begin - len("定于明天将"), 0), name_start)
    if planned is not None:
        return True
    return _PAST_WORDS.search(text, sentence, name_start) is not None


def _after_persons(reading: Reading, begin: int, tail: int) -> int:
    """Give where a name begins that a person cannot be a part of: 甲宣布 + 大会."""
    inside = [one for one in reading.names.within(begin, tail, "Person") if not one.byline]
    if not inside:
        return begin
    verb = _ANY_VERB.match(reading.text, inside[-1].stop, tail)
    return verb.end() if verb else inside[-1].stop


_ANY_VERB = re.compile(
    r"(?:等(?:领导|人)?)?(?:分别|共同|也|还|正式|代表[^，。]{1,16})?(?:宣布|出席|参加|主持|致辞|启动|见证|介绍|列席)?(?:了|并)?"
)


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


def _verb_before(text: str, begin: int, start: int, *, meeting: bool) -> int:
    """Give where the name begins after the last 召开, 举行 or 举办 before it, or -1.

    开展 holds meetings (开展对接会), but 开展活动 is work that goes on.
    """
    best = -1
    for match in _HELD_BEFORE.finditer(text, begin, start):
        best = match.end() if meeting or match.group() != "开展" else best
    return best


def _joined(text: str, begin: int, start: int, stop: int) -> int:
    """Give where the name begins of an event that someone attends (出席了…签约仪式), or -1."""
    found = -1
    for match in _JOINING.finditer(text, begin, start):
        found = match.end()
    words = text[found:start] if found >= 0 else ""
    generic = _GENERIC_BEFORE.search(words) or _PLAIN.fullmatch(words)
    if len(words) >= _MODIFIED and not generic:
        return found
    staged = _STAGED.search(text, begin, start)
    if staged and text[stop : stop + 1] == "上" and start - staged.start(1) >= _MODIFIED:
        return staged.start(1)
    return -1


_STAGED = re.compile(r"[在从]([^，。；“”、]{0,40})$")
_JOINING = re.compile(r"(?:出席|参加|主持|列席|见证|宣布)(?:了)?")
_PLAIN = re.compile(r"(?:会议|活动|大会|仪式|重要|重大|相关|有关|各项|本次|此次)+")
_MODIFIED = 2  # 新春座谈会 is an event of its own, 座谈会 alone is not


def _quoted(text: str, start: int, stop: int) -> bool:
    """Tell whether the name would take in half of a quotation."""
    inside = text[start:stop]
    return inside.count("“") < inside.count("”") or inside.count("《") != inside.count("》")


def _made(reading: Reading, named: _Named, known: list[Happening]) -> Happening | None:
    """Make the event of a name, unless it is one already known, or background."""
    text = reading.text
    name = text[named.begin : named.stop].strip("“”、 ")
    if not name or named.begin > named.tail:
        return None
    if _GENERIC_BEFORE.search(text[named.begin : named.tail]):
        return None
    host = event_names.session_of(reading, named.begin)
    kind = event_names.kind(host + name, named.kind, text)
    twin = _part_of(reading, named.begin, known) or _twin(
        name, kind, known, bare=named.begin == named.tail
    )
    if twin is not None:
        twin.player.call(name, named.begin, named.stop)
        return None
    if named.begin == named.tail and any(one.player.kind == kind for one in known):
        return None  # 座谈会 alone stands for the meeting already named
    player = Player("Event", kind=kind)
    player.date = event_dates.of(reading, (named.begin, named.stop), known)
    if known and event_dates.long_past(reading, player.date, known):
        return None
    player.call(name, named.begin, named.stop)
    event_names.called(reading, player, (named.begin, named.tail, named.stop), host)
    clause = reading.clause(named.begin)[0]
    lead = text[max(0, clause - len("会上，") - 1) : named.begin]
    inner = bool(known) and _INNER.search(lead) is not None
    timed = _OWN_TIME.search(text, reading.sentence(named.begin)[0], named.begin) is not None
    return Happening(player, named.begin, named.stop, named.verb, inner, timed)


def _part_of(reading: Reading, begin: int, known: list[Happening]) -> Happening | None:
    """Give the session that a numbered sitting is of: 第十九次会议举行第二次全体会议."""
    host = event_names.HOLDING.search(reading.text, max(0, begin - len("组织召开了")), begin)
    if host is None or not reading.text.startswith("第", begin):
        return None
    return next((one for one in known if (host.start() in _stops(one))), None)


def _stops(one: Happening) -> set[int]:
    return {stop for _, stop in one.player.spans}


def _twin(name: str, kind: str, known: list[Happening], *, bare: bool) -> Happening | None:
    """Give the known event that a name stands for again; 大会 alone is the one with 大会 in its name."""
    for one in known:
        if one.player.kind == kind and event_names.same(name, one):
            return one
    if not bare:
        return None
    return next((one for one in known if any(name in two for two in one.player.names)), None)
