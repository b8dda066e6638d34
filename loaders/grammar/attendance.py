"""Attendance: who took part in an event, in which role, and where in the list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grammar import focus, lists, predicates
from loaders.grammar.appositions import Apposition
from loaders.grammar.reading import Fact, Reading
from loaders.names.mention import Mention

_JOINT = re.compile(rf"{lists.HONORED}(?:、|和|与|及|以及|，|，以及|；)")
_BODY_JOINT = re.compile(
    r"(?:等)?(?:主要|相关|有关|分管)?(?:负责人|负责同志|领导|代表|班子成员)?(?:、|和|与|及|以及|，|，以及|；)|"
)
_BODIES = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District")
_STATIC = ("meeting", "press", "appointment", "ceremony")
ATTENDS = "meetings.attends"
_SURE, _LIKELY = 0.93, 0.85


@dataclass(frozen=True, slots=True)
class Row:
    """Names in one list, in order, with where the list begins and ends."""

    names: tuple[Mention, ...]
    start: int
    stop: int


def attendance(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield ATTENDS for the persons and bodies that a sentence says took part."""
    titled = _titled(reading, appositions)
    for start, stop in periods(reading):
        people = list(people_rows(reading, appositions, start, stop))
        for number, row in enumerate(people):
            end = people[number + 1].start if number + 1 < len(people) else stop
            yield from _taken_part(reading, appositions, row, end, stop)
            yield from _listed_after(reading, appositions, row)
        for row in body_rows(reading, titled, start, stop):
            yield from _represented(reading, row, stop)


def periods(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the spans between full stops; a list may go on over a semicolon."""
    begin = -1
    for start, stop in reading.sentences:
        begin = start if begin < 0 else begin
        if reading.text[stop - 1] not in "；;":
            yield begin, stop
            begin = -1
    if begin >= 0:
        yield begin, reading.sentences[-1][1]


def people_rows(
    reading: Reading, appositions: dict[Mention, Apposition], start: int, stop: int
) -> Iterator[Row]:
    """Yield the lists of persons in a sentence; their posts belong to the list."""
    row: list[Mention] = []
    begin = 0
    for one in reading.names.within(start, stop, "Person"):
        here = appositions.get(one)
        if here is None or _KIN.match(reading.text, one.stop):
            continue
        gap = reading.text[row[-1].stop : here.start] if row else ""
        if row and not (
            gap in ("", " ") or _JOINT.fullmatch(gap) or _goes_on(reading, row[-1], here)
        ):
            yield Row(tuple(row), begin, row[-1].stop)
            row = []
        if not row:
            begin = here.start
        row.append(one)
    if row:
        yield Row(tuple(row), begin, row[-1].stop)


_KIN = re.compile("(?:同志)?(?:的?(?:亲属|家属|亲友|后人|遗属)|为核心)")


def _goes_on(reading: Reading, last: Mention, here: Apposition) -> bool:
    """Tell whether a list goes on over groups and titles that no grammar reads: …，各镇镇长，某公司首席顾问乙."""
    begin = max(reading.text.rfind(sign, last.stop, here.start) for sign in "，、；") + 1
    named = bool(here.items) or reading.names.starting(begin, *_BODIES) is not None
    return lists.goes_on(reading.text, last.stop, here.start, named=named)


def _titled(reading: Reading, appositions: dict[Mention, Apposition]) -> bytearray:
    """Mark the places of the text that the posts of persons, and their names, take up."""
    marks = bytearray(len(reading.text) + 1)
    for one in appositions.values():
        marks[one.start : one.person.stop] = b"\1" * (one.person.stop - one.start)
    return marks


def body_rows(reading: Reading, titled: bytearray, start: int, stop: int) -> Iterator[Row]:
    """Yield the lists of bodies in a sentence, those in titles of persons left out.

    Args:
        reading: The article.
        titled: Which places of its text the posts of persons take up.
        start: Where the sentence begins.
        stop: Where it ends.
    """
    row: list[Mention] = []
    for one in reading.names.outermost(start, stop, *_BODIES):
        if titled[one.start]:
            continue
        if row and not _BODY_JOINT.fullmatch(reading.text[row[-1].stop : one.start]):
            yield Row(tuple(row), row[0].start, row[-1].stop)
            row = []
        row.append(one)
    if row:
        yield Row(tuple(row), row[0].start, row[-1].stop)


def _taken_part(
    reading: Reading, appositions: dict[Mention, Apposition], row: Row, end: int, stop: int
) -> Iterator[Fact]:
    said = predicates.of_people(reading, (row.start, row.stop), end, stop, count=len(row.names))
    if said is None:
        return
    clause_end = reading.clause(said.stop)[1]
    happening = focus.staged(reading, row.start) or focus.happening(
        reading, said.start, clause_end, after=said.stop, role=said.role
    )
    if happening is None or (said.beneath and happening.player.kind in _STATIC):
        return  # 在甲陪同下 is said of a visit
    for order, one in enumerate(row.names, 1):
        player = reading.player(one)
        if player is not None:
            yield Fact(
                "ATTENDS", player, happening.player, one.start, max(said.stop, one.stop), ATTENDS,
                _SURE, role=said.each[order - 1] if said.each else said.role, order=order, listed_as=appositions[one].listed_as,
            )  # fmt: skip


def _listed_after(
    reading: Reading, appositions: dict[Mention, Apposition], row: Row
) -> Iterator[Fact]:
    """Yield ATTENDS for 出席会议的有甲、乙."""
    start, _ = reading.sentence(row.start)
    lead = _VERB_FIRST.search(reading.text, start, row.start)
    if lead is None:
        return
    happening = focus.happening(reading, lead.start(), lead.end(), after=lead.start())
    for order, one in enumerate(row.names, 1):
        player = reading.player(one)
        if player is not None and happening is not None:
            yield Fact(
                "ATTENDS", player, happening.player, lead.start(), one.stop, ATTENDS, _LIKELY,
                role=lead.group(1), order=order, listed_as=appositions[one].listed_as,
            )  # fmt: skip


_VERB_FIRST = re.compile(
    r"(出席|参加|列席|陪同)(?:了)?[^，。；]{0,16}?的?(?:还)?(?:[^，。；]{0,6}?领导)?(?:还)?有[：:]?$"
)


def _represented(reading: Reading, row: Row, stop: int) -> Iterator[Fact]:
    """Yield the attendance of bodies: 区住建局、区城管局负责人参加; 莅临青溪参会 names only where."""
    if _AS_GOAL.search(reading.text, max(0, row.start - _NEAR), row.start):
        return
    if _others(reading, row):
        return
    said = predicates.of_bodies(reading, row.stop, stop)
    if said is None:
        return
    clause_end = reading.clause(said.start)[1]
    happening = focus.happening(reading, said.start, clause_end, after=said.stop)
    if happening is None:
        return
    for order, one in enumerate(row.names, 1):
        player = reading.player(one)
        if player is None or player is happening.player or _only_area(reading, one, row):
            continue
        yield Fact(
            "ATTENDS", player, happening.player, one.start, said.stop, ATTENDS, _LIKELY,
            role=said.role, order=order,
        )  # fmt: skip


_AS_GOAL = re.compile(r"(?:来自|来|到|赴|抵|莅临|前往|走进|抵达|在|于|向|对|给|为|代表)$")
_PARTS = re.compile(r"各|(?:全体)?成员单位|所属|下属|辖区|系统|委员|候补委员|原|前任|）")
_AREA_STANDS = re.compile(
    r"(?:党政|主要|相关|有关|分管|部分|全体)*(?:负责人|负责同志|领导|代表团|代表|班子成员|出席|参加|参会|列席|作|做|分别|先后|依次|交流|表态|发言)"
)
_NEAR = 2


def _others(reading: Reading, row: Row) -> bool:
    """Tell whether others than the bodies themselves are meant: 区安委会各成员单位, 各办事处, 市政协委员."""
    text = reading.text
    if _PARTS.match(text, row.stop) or text[row.start - 1 : row.start] in ("各", "（"):
        return True
    if row.names[-1].text.endswith(("政协", "人大")) and text.startswith(
        ("委员", "代表"), row.stop
    ):
        return True
    area = row.names[-1].type == "District"
    return area and _AREA_STANDS.match(text, row.stop) is None


def _only_area(reading: Reading, one: Mention, row: Row) -> bool:
    """Tell whether a district only says where others are from: 徐汇区有关部门, 云湖区青溪镇."""
    if one.type != "District":
        return False
    if reading.names.starting(one.stop) is not None:
        return True
    after = reading.text[row.stop : row.stop + len("有关部门")]
    return after.startswith(("有关部门", "相关部门", "各", "部门", "的", "群众", "企业"))
