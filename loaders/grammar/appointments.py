"""Appointments: 任命…为…, 免去…职务, 不再担任, 当选, and the posts of a short biography (现任, 拟任)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar.appositions import Item, read_item
from loaders.grammar.owners import Owner, owner
from loaders.grammar.posts import Ground, Held, fact
from loaders.grammar.reading import Fact, Reading
from loaders.names.mention import Mention

_AS = re.compile(
    r"(?:同志)?(?:[（(][^）)]{1,8}[）)])?(?:等)?(为|任|担任|出任|兼任|接任|当选为|当选|被任命为|获任)(?![务期命职何免意性])"
)
_WITHOUT = re.compile(r"(?:同志)?(?:[（(][^）)]{1,8}[）)])?(?:的|所任的?|担任的|所担任的)?")
_APPOINTING = re.compile(r"任命|决定|选举|推选|补选|当选|聘任|任职|表决|宣布|任免|增选|提请|提名")
_NOMINATING = re.compile(r"提名(?!通过)")
_REMOVING = re.compile(r"免去|免除|罢免|撤销")
_CAREER = re.compile(
    r"(现任|现为|曾任|历任|先后任|先后担任|曾担任|时任|拟任|拟提名为|拟担任|拟提名|不再担任|不再兼任|辞去了?|卸任|被免去)"
)
_STATUS = {"现任": "current", "现为": "current", "拟任": "nominated", "拟提名为": "nominated",
           "拟担任": "nominated", "拟提名": "nominated"}  # fmt: skip
_LEAVING = ("不再担任", "不再兼任", "辞去", "辞去了", "卸任", "被免去")
_SEPARATOR = re.compile(r"[、，；。：！？（）()\n]|职务|一职|候选人|人选|及|和")

_OTHER_NAME = re.compile(r"[（(][^）)]{2,30}[）)][\u4e00-\u9fff]")
_JOINT = re.compile(r"、|和|与|及|以及|同志、")

APPOINTED, REMOVED, CAREER = "appointments.appointed", "appointments.removed", "appointments.career"
_SURE, _LIKELY = 0.97, 0.92


@dataclass(frozen=True, slots=True)
class _Row:
    """Names in a list: 甲、乙."""

    people: tuple[Mention, ...]

    @property
    def start(self) -> int:
        return self.people[0].start

    @property
    def stop(self) -> int:
        return self.people[-1].stop


def appointments(reading: Reading) -> Iterator[Fact]:
    """Yield HOLDS with a status for every appointment, removal and step of a career."""
    for row in _rows(reading):
        yield from _appointed(reading, row)
        yield from _removed(reading, row)
    for match in _CAREER.finditer(reading.text):
        yield from _career(reading, match)


def _rows(reading: Reading) -> Iterator[_Row]:
    people = [one for one in reading.names if one.type == "Person" and not one.byline]
    row: list[Mention] = []
    for one in people:
        if row and not _JOINT.fullmatch(reading.text[row[-1].stop : one.start]):
            yield _Row(tuple(row))
            row = []
        row.append(one)
    if row:
        yield _Row(tuple(row))


def _appointed(reading: Reading, row: _Row) -> Iterator[Fact]:
    text = reading.text
    match = _AS.match(text, row.stop)
    if match is None:
        return
    since = max(text.rfind("。", 0, row.start), text.rfind("\n", 0, row.start)) + 1
    if match.group(1) == "为" and not _APPOINTING.search(text, since, row.start):
        return
    if text[row.start - 1 : row.start] in ("以", "由"):
        return
    nominated = _NOMINATING.search(text, since, row.start)
    ground = Ground(APPOINTED, _SURE, "nominated" if nominated else "appointed")
    for held, stop in _posts(reading, match.end()):
        yield from _each(reading, row, held, stop, ground)


def _removed(reading: Reading, row: _Row) -> Iterator[Fact]:
    text = reading.text
    start, _ = reading.clause(row.start)
    match = _WITHOUT.match(text, row.stop)
    if match is None or not _REMOVING.search(text, start, row.start):
        return
    for held, stop in _posts(reading, match.end()):
        yield from _each(reading, row, held, stop, Ground(REMOVED, _SURE, "removed"))


def _each(reading: Reading, row: _Row, held: Held, stop: int, ground: Ground) -> Iterator[Fact]:
    for one in row.people:
        person = reading.player(one)
        if person is not None:
            start = min(one.start, held.owner.start) if held.owner.start >= 0 else one.start
            found = fact(person, held, (start, max(stop, one.stop)), ground)
            yield replace(found, date=_day(reading, one.start) if ground.rule in _DECIDED else "")


_DECIDED = (APPOINTED, REMOVED)


def _day(reading: Reading, at: int) -> str:
    """Give the day of a decision: named in its sentence, else of the session that took it."""
    time = reading.time_in(*reading.sentence(at), at)
    if time is not None:
        return time.date
    sessions = [one for one in reading.happenings if one.start < at and one.verb >= 0]
    return sessions[-1].player.date if sessions else ""


def _career(reading: Reading, match: re.Match[str]) -> Iterator[Fact]:
    start, _ = reading.sentence(match.start())
    people = [one for one in reading.names.within(start, match.start(), "Person") if not one.byline]
    if not people:
        return
    word = match.group(1)
    status = _STATUS.get(word, "removed" if word in _LEAVING else "former")
    if _AS.match(reading.text, people[-1].stop, match.end()):
        return
    for held, stop in _posts(reading, match.end()):
        ground = Ground(CAREER, _LIKELY, status)
        yield from _each(reading, _Row((people[-1],)), held, stop, ground)


def _posts(reading: Reading, start: int) -> Iterator[tuple[Held, int]]:
    """Yield the posts that follow a verb, each with where its words end."""
    owners: list[Owner] = []
    at = start
    while at < len(reading.text):
        stop, separator = _stop(reading, at)
        item = _item(reading, at, stop)
        if item is None:
            return
        found = owner(reading, item, owners)
        if found is not None:
            owners.append(found)
            yield Held(item, found), stop
        if separator not in ("、", "，", "和", "及"):
            return
        at = stop + 1


def _item(reading: Reading, start: int, stop: int) -> Item | None:
    item = read_item(reading, start, stop, closed=True)
    if item is None and reading.text.startswith("中共", start):
        item = read_item(reading, start + 2, stop, closed=True)
    return item


def _stop(reading: Reading, at: int) -> tuple[int, str]:
    """Give where the post that begins at `at` ends, and what parts it from the next."""
    for match in _SEPARATOR.finditer(reading.text, at):
        inside = next(
            (
                m
                for m in reading.names.within(at, len(reading.text))
                if m.start < match.start() < m.stop - 1 or m.start < match.start() == m.stop - 1
            ),
            None,
        )
        if match.group() in ("（", "(") and _OTHER_NAME.match(reading.text, match.start()):
            inside = inside or reading.names.ending(match.start())
        if match.group() in ("）", ")") and at < reading.text.rfind("（", at, match.start()) + 1:
            continue
        if inside is None and match.start() > at:
            return match.start(), match.group()
    return len(reading.text), ""
