"""Appointments: 任命…为…, 免去…职务, 当选, 升任, and 免去其…职务 of who was named before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar.elections import elected
from loaders.grammar.offices import Office, offices
from loaders.grammar.owners import Owner
from loaders.grammar.posts import Ground, fact
from loaders.grammar.reading import Fact, Reading
from loaders.names.mention import Mention

APPOINTED, REMOVED = "appointments.appointed", "appointments.removed"
TAKEN = "appointments.taken"
"""The rule of a post that somebody is said to take, without a verb of those who decide: 甲升任…."""
_NOTE = r"(?:同志)?(?:[（(][^）)]{1,8}[）)])?"
_ETC = r"(?:等(?:[一二三四五六七八九十\d]{1,3}[人位名])?(?:同志)?)?"
_AS = re.compile(
    _NOTE + _ETC + r"(?:全票|高票|一致|已|将|正式|再次|同时|还|又|继续|开始){0,2}"
    r"(被提名为|为|任|担任|出任|升任|晋升为|晋升|转任|调任|改任|获任|就任|继任|连任|兼任|接任|接替任|当选为|当选|被选为|被推选为|被选举为|被补选为"
    r"|被(?:[^，。；\n被]{1,10}?)?任命为|被聘为|被聘任为|履新)(?![务期命职何免意性])(过|了)?"
)
_WITHOUT = re.compile(_NOTE + _ETC + r"(?:的|所任的?|所?[担兼]任的)?")
_TAKING = ("当选", "当选为", "被任命为", "升任", "转任", "调任")
"""Verbs that say themselves that a post is given, whatever was proposed before."""
HELD = re.compile(r"已(?:经|于)?[^，。；]{0,12}$")
"""Words before a verb that say how things are, not what happens: 已任, 已于今年1月当选."""
_ONCE = re.compile(
    r"(?:[此之早]前|(?:履新|上任|任职|调任|升任|当选|调整|转任)之?前)，?(?:[^，。；]{2,4}任[^，。；]{4,24}，)?$"
)
"""Words before a name that say that the post was held before another: 此前，甲任…; 此番履新前，甲任…，乙任…."""
_GOVERNING = re.compile(
    r"任命|决定|选举|推选|推举|补选|当选|聘任|聘请|任职(?!务)|表决|宣布|任免|增选|提请|提名|推荐|免去|免除|解除|罢免|撤销|撤去|通过"
)
_REMOVING = ("免去", "免除", "解除", "罢免", "撤销", "撤去")
_NOMINATING = re.compile(r"(?:拟)?提名(?!通过)|拟推荐|提请(?:审议)?任命")
_IN_BRACKETS = r"[（(](?:女|男|[\u4e00-\u9fff]{1,3}族|女，[\u4e00-\u9fff]{1,3}族)[）)]"
_UNREAD = rf"(?:[\u4e00-\u9fff]{{2,4}}(?:{_IN_BRACKETS})?、){{0,2}}"  # names that were not read
_JOINT = re.compile(rf"(?:{_IN_BRACKETS})?、{_UNREAD}|和|与|及|以及|同志、|{_IN_BRACKETS}")
_ENTRY = re.compile(
    r"(?:[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[）)])?[\s]*"
)
_SURE, _LIKELY = 0.97, 0.9
_NEAR = 50  # code points before a name
_LONGEST_LIST = 3000  # code points; how far a heading 任命 governs the lines below it


@dataclass(frozen=True, slots=True)
class Row:
    """Names in a list: 甲、乙."""

    people: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.people[0].start

    @property
    def stop(self) -> int:
        """Where the last name ends."""
        return self.people[-1].stop


def appointments(reading: Reading) -> Iterator[Fact]:
    """Yield HOLDS with a status for every appointment and removal."""
    before: list[Owner] = []
    since = -1
    for row in _rows(reading):
        if _since(reading.text, row.start) != since:
            before, since = [], _since(reading.text, row.start)
        for found in (_appointed(reading, row, before), _removed(reading, row, before)):
            for office in found:
                before.append(office.held.owner)
                yield from each(reading, row, office)


def _rows(reading: Reading) -> Iterator[Row]:
    people = [one for one in reading.names if one.type == "Person" and not one.byline]
    row: list[Mention] = []
    for one in people:
        if row and not _JOINT.fullmatch(reading.text[row[-1].stop : one.start]):
            yield Row(tuple(row))
            row = []
        row.append(one)
    if row:
        yield Row(tuple(row))


def _appointed(reading: Reading, row: Row, before: list[Owner]) -> Iterator[Office]:
    text = reading.text
    match = _AS.match(text, row.stop)
    if match is None or text[row.start - 1 : row.start] in ("以", "由"):
        return
    verb = _governing(reading, row.start)
    if match.group(1) == "为" and (verb is None or verb.group() in _REMOVING):
        return
    status = _given(reading, row, match, verb)
    official = verb or "同志" in text[row.stop : match.start(1)]
    ground = Ground(APPOINTED if official else TAKEN, _SURE, status)
    found = list(offices(reading, match.end(), ground, before))
    yield from found or offices(reading, *_put(reading, match.end(), ground))


def _given(reading: Reading, row: Row, match: re.Match[str], verb: re.Match[str] | None) -> str:
    """Give the status of a post that a verb gives: it may be proposed, long held, or over."""
    text, start = reading.text, _since(reading.text, row.start)
    if "将" in text[row.stop : match.start(1)] or "提名" in match.group(1):
        return "nominated"
    if match.group(2) == "过":
        return "former"
    proposed = reading.last_match(_NOMINATING, start, row.start)
    if proposed and verb and verb.end() <= proposed.end() and match.group(1) not in _TAKING:
        return "nominated"
    if _ONCE.search(text, max(start, row.start - _NEAR), row.start):
        return "former"
    held = verb is None and HELD.search(text, start, match.start(1))
    return "current" if held else "appointed"


def _put(reading: Reading, at: int, ground: Ground) -> tuple[int, Ground, list[Owner]]:
    """Give what a post is read with that names no body: where it begins, and the body that elects to it."""
    start, electing = elected(reading, at)
    return start, replace(ground, confidence=_LIKELY), electing


def _removed(reading: Reading, row: Row, before: list[Owner]) -> Iterator[Office]:
    match = _WITHOUT.match(reading.text, row.stop)
    verb = _governing(reading, row.start)
    if match is None or verb is None or verb.group() not in _REMOVING:
        return
    taken = _AS.match(reading.text, row.stop)
    if taken and reading.text[taken.end() : taken.end() + 1] != "的":
        return  # 免去甲的书记职务；乙任书记
    yield from offices(reading, match.end(), Ground(REMOVED, _SURE, "removed"), before)


def _governing(reading: Reading, at: int) -> re.Match[str] | None:
    """Give the last verb of appointing or removing before a name, in its sentence or over its list."""
    text = reading.text
    least = max(0, at - _LONGEST_LIST)
    found = reading.last_match(_GOVERNING, max(_since(text, at), least), at)
    line = text.rfind("\n", 0, at) + 1
    while not found and line > least and _is_entry(reading, line):
        above = text.rfind("\n", 0, line - 1) + 1
        found = reading.last_match(_GOVERNING, _since(text, line - 1), line)
        line = above
    return found


def _since(text: str, at: int) -> int:
    """Give where the sentence of a position begins; a semicolon parts the entries of one list."""
    return max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1


def _is_entry(reading: Reading, line: int) -> bool:
    """Tell whether a line begins with a name, as the lines of a list of appointments do."""
    number = _ENTRY.match(reading.text, line)
    return reading.names.starting(number.end() if number else line, "Person") is not None


def each(reading: Reading, row: Row, office: Office) -> Iterator[Fact]:
    """Yield one fact for each name of a row."""
    held, stop = office.held, office.stop
    for one in row.people:
        person = reading.player(one)
        if person is not None:
            start = min(one.start, held.owner.start) if held.owner.start >= 0 else one.start
            found = fact(person, held, (start, max(stop, one.stop)), office.ground)
            yield replace(found, date=_day(reading, one.start) if found.rule in _DECIDED else "")


_DECIDED = (APPOINTED, TAKEN, REMOVED)


def _day(reading: Reading, at: int) -> str:
    """Give the day of a decision: named in its sentence, else of the session that took it."""
    time = reading.time_in(*reading.sentence(at), at)
    if time is not None:
        return time.date
    sessions = [one for one in reading.happenings if one.start < at and one.verb >= 0]
    return sessions[-1].player.date if sessions else ""
