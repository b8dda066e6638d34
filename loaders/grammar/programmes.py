"""Programmes: what the labelled lines of a programme or a list of participants say of the event that heads it."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import lexicons
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

ATTENDS, ORGANIZES, HELD_IN = "programmes.attends", "programmes.organizes", "programmes.held_in"
_SURE = 0.88
_LABEL = re.compile(
    r"(?:^|(?<=\n))(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]{1,2})? ?(?:\d{1,2}[:：]\d{2}(?: ?[—–~～至到-]+ ?\d{1,2}[:：]\d{2})? ?)?"
    r"(?P<label>[\u4e00-\u9fff]{2,10})(?:[（(][^（）()\n]{1,10}[）)])?(?:[：:]|(?=\n))"
)
_OCCASION = r"(?:会议|活动|论坛|大会|仪式|培训|讲座|研讨|座谈|举办|召开|比赛|开幕式)?"
_TIME = re.compile(rf"{_OCCASION}(?:时间|日期)")
_PLACE = re.compile(rf"{_OCCASION}(?:地点|地址|会场|场地)|主会场")
_HOSTS = re.compile(r"(?:主办|承办|联合主办|联合承办|举办|召开)(?:单位|方|机构|部门)?")
_ROLES = (
    (re.compile(rf"{_OCCASION}主持(?:人|嘉宾|领导)?"), "主持"),
    (re.compile(r"(?:开幕|欢迎|领导|嘉宾|开场)?致[辞词](?:人|嘉宾|领导)?"), "致辞"),
    (re.compile(r"(?:主旨|主题|专题|嘉宾|特邀)?演讲(?:人|嘉宾|专家)?"), "演讲"),
    (re.compile(r"(?:主旨|主题|专题|大会|特邀|学术)?报告(?:人|嘉宾|专家)?"), "报告"),
    (re.compile(r"主讲(?:人|嘉宾|专家)?|授课(?:人|专家|教师)?"), "主讲"),
    (re.compile(r"(?:领导|总结|重要)?讲话(?:人|领导)?"), "讲话"),
    (re.compile(r"(?:交流|表态|大会|典型|代表)?发言(?:人|嘉宾|代表)?"), "发言"),
    (re.compile(r"点评(?:人|嘉宾|专家)?"), "点评"),
    (re.compile(r"(?:新闻)?发布(?:人|嘉宾)?"), "发布"),
    (re.compile(r"(?:拟)?(?:出席|莅临|到会)(?:会议|活动)?(?:的)?(?:[市区县省]?领导|嘉宾|人员|单位|专家)?"), "出席"),
    (re.compile(r"列席(?:会议)?(?:的)?(?:领导|嘉宾|人员|单位)?"), "列席"),
    (re.compile(r"(?:参会|参加|与会|参与)(?:会议|活动)?(?:的)?(?:领导|嘉宾|人员|单位|代表|企业|专家|部门|院校)?"), "参加"),
)  # fmt: skip
_PAPER = re.compile(
    r"(?:会议|活动|工作)?(?:议程|日程|流程|方案|安排|手册|指南)(?:安排|表)?$|(?:参会|与会|参加|出席|邀请|嘉宾|人员|领导|单位|代表)*名单$|座次表?$|(?:的)?(?:通知|公告|邀请函|预告)$"
)
_LEAD = re.compile(r"^(?:关于)?(?:举办|召开|举行|参加|印发|邀请参加)?[“《]?")
_BRACKETS = re.compile(r"[（(][^（）()]{1,12}[）)]$")
_LONGEST, _SHORTEST, _LEAST = 60, 4, 2
_BODIES = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District")
_VENUES = ("Place", "PublicBody", "Enterprise", "Organization", "District")


@dataclass(frozen=True, slots=True)
class _Line:
    """A labelled line: its label, and where what it says begins and ends."""

    label: str
    start: int
    begin: int
    stop: int


def find(reading: Reading) -> list[Happening]:
    """Give the event that heads the labelled lines of a programme, unless the text reports it in words."""
    lines = _lines(reading.text)
    told = [one for one in lines if _says(one.label)]
    below = _below(reading)
    enough = 1 if _AGENDA.search(reading.text, 0, _TOP) else _LEAST
    if reading.happenings or (len(told) < enough and below < 0):
        return []
    named = _headed(reading, told[0].start if told else below)
    if named is None:
        return []
    name, start, stop, kind = named
    player = Player("Event", kind=kind, date=_date(reading, lines))
    player.call(name, start, stop)
    return [Happening(player, max(start, 0), max(stop, 0), max(start, 0))]


def programme(reading: Reading) -> Iterator[Fact]:
    """Yield who takes part in the event of a programme and in which role, who holds it, and where."""
    if not reading.happenings:
        return
    event = reading.happenings[0].player
    lines = _lines(reading.text)
    below = _below(reading)
    enough = 1 if _AGENDA.search(reading.text, 0, _TOP) else _LEAST
    if sum(_says(one.label) for one in lines) < enough and below < 0:
        return
    if below >= 0 and not any(_role(one.label) for one in lines):
        yield from _all_below(reading, event, below)
    for place, one in enumerate(lines):
        end = lines[place + 1].start if place + 1 < len(lines) else len(reading.text)
        yield from _told(reading, event, one, end)


_TAKING_PART = re.compile(
    r"(?:\A|(?<=\n))[^\n。]{4,50}(?:参会|与会|参加|出席)(?:会议)?(?:的)?(?:人员|领导|嘉宾|代表|单位)?(?:名单|名册)(?=\n)"
)
_AGENDA = re.compile(r"(?:议程|日程|流程)(?:安排|表)?(?=\n)")
_TOP = 200  # code points in which the head of a list stands


def _below(reading: Reading) -> int:
    """Give where the list begins that its head says is of who takes part: 某座谈会参会人员名单; -1 where none is."""
    head = _TAKING_PART.search(reading.text, 0, _TOP)
    return head.end() if head else -1


def _all_below(reading: Reading, event: Player, at: int) -> Iterator[Fact]:
    """Yield everyone whom a list of participants names."""
    for order, one in enumerate(reading.names.within(at, len(reading.text), "Person"), 1):
        player = reading.player(one)
        if player is not None and not one.byline:
            yield Fact(
                "ATTENDS",
                player,
                event,
                one.start,
                one.stop,
                ATTENDS,
                _SURE,
                role="参加",
                order=order,
            )


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LABEL.finditer(text):
        stop = text.find("\n", match.end())
        found.append(
            _Line(
                match["label"], match.start("label"), match.end(), stop if stop >= 0 else len(text)
            )
        )
    return found


def _says(label: str) -> bool:
    """Tell whether a label is one of a programme."""
    plain = any(one.fullmatch(label) for one in (_TIME, _PLACE, _HOSTS))
    return plain or _role(label) != ""


def _role(label: str) -> str:
    return next((role for pattern, role in _ROLES if pattern.fullmatch(label)), "")


def _told(reading: Reading, event: Player, line: _Line, end: int) -> Iterator[Fact]:
    """Yield what one labelled line says."""
    span = line.start, line.stop
    if _HOSTS.fullmatch(line.label):
        for one in reading.names.outermost(line.begin, line.stop, *_BODIES):
            player = reading.player(one)
            if player is not None:
                yield Fact("ORGANIZES", player, event, *span, ORGANIZES, _SURE)
    elif _PLACE.fullmatch(line.label):
        venue = next(iter(reversed(reading.names.outermost(line.begin, line.stop, *_VENUES))), None)
        player = reading.player(venue) if venue else None
        if player is not None:
            yield Fact("HELD_IN", event, player, *span, HELD_IN, _SURE)
    elif role := _role(line.label):
        for order, one in enumerate(_listed(reading, line, end), 1):
            player = reading.player(one)
            if player is not None:
                where = line.start, max(one.stop, line.begin)
                yield Fact("ATTENDS", player, event, *where, ATTENDS, _SURE, role=role, order=order)


def _listed(reading: Reading, line: _Line, end: int) -> list[Mention]:
    """Give whom a line names, with the lines below it that name more; a line of bodies alone names bodies."""
    found: list[Mention] = []
    at, stop = line.begin, line.stop
    alone = stop <= at  # the label stands alone, above its list
    while at < end:
        if at > line.begin and not alone and reading.names.starting(at, "Person") is None:
            break
        people = [one for one in reading.names.within(at, stop, "Person") if not one.byline]
        bodies = reading.names.outermost(at, stop, *_BODIES)
        if _SENTENCE.search(reading.text, at, stop):
            break
        found += people or (bodies if not _STANDS.search(reading.text[at:stop]) else [])
        if stop > at and not (people or bodies):
            break
        at = stop + 1
        stop = reading.text.find("\n", at, end)
        stop = stop if stop >= 0 else end
    return found


_SENTENCE = re.compile("。(?!$)|[！？]")
_STANDS = re.compile("负责人|负责同志|主要领导|分管领导|代表\\d|有关")


def _headed(reading: Reading, stop: int) -> tuple[str, int, int, str] | None:
    """Give the name of the event that the lines before the first label, or the title, end with."""
    text, at = reading.text, 0
    for line in text[:stop].split("\n"):
        found = _named(line)
        if found is not None:
            name, kind = found
            begin = at + line.find(name)
            return name, begin, begin + len(name), kind
        at += len(line) + 1
    title = _named(reading.article.title)
    return (title[0], -1, -1, title[1]) if title is not None else None


def _named(line: str) -> tuple[str, str] | None:
    """Read the name of an event and its kind from a head: 第三届某论坛 + 会议议程."""
    words = _BRACKETS.sub("", line.strip())
    if not _SHORTEST <= len(words) <= _LONGEST or "。" in words:
        return None
    words = words[_LEAD.match(words).end() :]  # type: ignore[union-attr]
    paper = _PAPER.search(words)
    choice = [words[: paper.start()]] if paper else []
    if words.endswith(("会议程", "会议日程", "会日程")):
        choice.insert(0, words[: words.rindex("会") + 1])
    for name in (*choice, words):
        bare = name.strip("“”《》 ")
        kind = next((kind for tail, kind in _tails() if bare.endswith(tail)), "")
        if (
            kind
            and len(bare) >= _SHORTEST
            and not bare.endswith(("委员会", "协会", "商会", "学会"))
        ):
            return bare, kind
    return None


@functools.cache
def _tails() -> tuple[tuple[str, str], ...]:
    found = [(row[0], row[1]) for row in lexicons.rows("event_tails") if len(row[0]) > 1]
    return (*sorted(found, key=lambda one: -len(one[0])), ("会", "meeting"))


def _date(reading: Reading, lines: list[_Line]) -> str:
    """Give the day that the line for the time names, else the first of the head."""
    for one in lines:
        if _TIME.fullmatch(one.label):
            times = [time.date for time in reading.time_span(one.begin, one.stop) if time.date]
            return times[0] if times else ""
    return ""
