"""Attendance: who took part in an event, in which role, and where in the list."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grammar import bygone, focus, labels, lists, predicates, stages
from loaders.grammar.appositions import Apposition
from loaders.grammar.predicates import Said
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.mention import Mention

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
            part = _taken_part(reading, appositions, row, end, stop)
            yield from part or _on_stage(reading, appositions, row, start, stop)
            yield from _listed_after(reading, appositions, row)
        for row in body_rows(reading, titled, start, stop):
            yield from _represented(reading, row, start, stop)


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
            gap in ("", " ") or _joint().fullmatch(gap) or _goes_on(reading, row[-1], here)
        ):
            yield Row(tuple(row), begin, row[-1].stop)
            row = []
        if not row:
            begin = here.start
        row.append(one)
    if row:
        yield Row(tuple(row), begin, row[-1].stop)


@functools.cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"{lists.honored()}(?:、|和|与|及|以及|，|，以及|；)")


_KIN = re.compile("(?:同志)?(?:的?(?:亲属|家属|亲友|后人|遗属)|为核心)")


def _goes_on(reading: Reading, last: Mention, here: Apposition) -> bool:
    """Tell whether a list goes on over groups and titles that no grammar reads: …，各镇镇长，某公司首席顾问乙."""
    begin = max(reading.text.rfind(sign, last.stop, here.start) for sign in "，、；") + 1
    named = bool(here.items) or reading.names.starting(begin, *_BODIES) is not None
    return lists.goes_on(reading.text, last.stop, here.start, named=named)


def _titled(reading: Reading, appositions: dict[Mention, Apposition]) -> bytearray:
    """Mark the places of the text that the posts of persons, and their names, take up."""
    marks = bytearray(len(reading.text) + 2)
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
        before = reading.text[max(0, one.start - 2) : one.start]
        shares = titled[one.stop + 1] and reading.text[one.stop] == "、"  # 甲公司、乙公司总经理丙
        if titled[one.start] or shares or before.endswith(("各", "党派")):
            continue
        if row and not _BODY_JOINT.fullmatch(reading.text[row[-1].stop : one.start]):
            yield Row(tuple(row), row[0].start, row[-1].stop)
            row = []
        row.append(one)
    if row:
        yield Row(tuple(row), row[0].start, row[-1].stop)


def _taken_part(
    reading: Reading, appositions: dict[Mention, Apposition], row: Row, end: int, stop: int
) -> list[Fact]:
    if reading.text[row.start - 1 : row.start] in _OBJECTS:
        return []  # 向甲介绍情况
    said = predicates.of_people(reading, (row.start, row.stop), end, stop, count=len(row.names))
    if said is None or _elsewhere(reading, row, said):
        return []
    clause_end = reading.clause(said.stop)[1]
    happening = focus.staged(reading, row.start) or focus.happening(
        reading, said.start, clause_end, after=said.stop, role=said.role
    )
    if happening is None or (said.beneath and happening.player.kind in _STATIC):
        return []  # 在甲陪同下 is said of a visit
    begin, _ = reading.sentence(row.start)
    if begin > happening.start and bygone.back_then(reading, begin, row.start, row.stop):
        return []  # 三年前，时任县长甲在某会上…: it was another
    return list(_facts(reading, appositions, row, happening, said))


_OBJECTS = ("向", "给", "对")


def _elsewhere(reading: Reading, row: Row, said: Said) -> bool:
    """Tell whether the words tell of nothing that took place here: 签署命令, 将邀请甲参会."""
    text = reading.text
    if said.role == "签约" and _ORDER.match(text, said.stop):
        return True
    clause = reading.clause(row.start)[0]
    if _INVITED.search(text, clause, row.start) is None:
        return False
    return _TO_COME.search(text, clause, row.start) is not None or (
        _TO_COME.match(text, said.stop) is not None
    )


_ORDER = re.compile(r"[^，。；\n]{0,12}?(?:命令|法令|法案|行政令|总统令|决议|批示|宣言|声明)")
_INVITED = re.compile(r"(?:邀请|特邀|拟邀|邀)$")
_TO_COME = re.compile(r"，?(?:届时|还)?(?:将(?!军)|拟|计划|预计)")


def _facts(
    reading: Reading,
    appositions: dict[Mention, Apposition],
    row: Row,
    happening: Happening,
    said: Said,
) -> Iterator[Fact]:
    """Yield ATTENDS for each person of a list."""
    for order, one in enumerate(row.names, 1):
        player = reading.player(one)
        if player is not None:
            yield Fact(
                "ATTENDS", player, happening.player, one.start, max(said.stop, one.stop), ATTENDS,
                _SURE, role=said.each[order - 1] if said.each else said.role, order=order, listed_as=appositions[one].listed_as,
            )  # fmt: skip


def _on_stage(
    reading: Reading, appositions: dict[Mention, Apposition], row: Row, start: int, stop: int
) -> Iterator[Fact]:
    """Yield ATTENDS for who says something at an event: 会上，甲表示…; 乙在座谈会上分享了…."""
    lead = predicates.after(reading, row.stop, stop)
    stage = stages.within(reading.text, row.stop, lead) or stages.before(reading, start, row.start)
    act = stages.act(reading.text, lead, stop)
    if act is None:
        return
    if stage is not None:
        happening = focus.at_stage(reading, *stage)
    else:
        talk = stages.talks(reading.text, row.stop, act)
        happening = focus.talk(reading, row.start, together=act.role != "发言") if talk else None
    if happening is not None:
        said = Said(act.role, row.stop, act.stop)
        yield from _facts(reading, appositions, row, happening, said)


def _listed_after(
    reading: Reading, appositions: dict[Mention, Apposition], row: Row
) -> Iterator[Fact]:
    """Yield ATTENDS for 出席会议的有甲、乙, and 主持人：甲."""
    label = labels.before(reading, row.start)
    if label is None:
        return
    role, begin = label
    happening = focus.happening(reading, begin, row.start, after=begin, role=role)
    if happening is not None:
        said = Said(role, begin, row.start)
        yield from _facts(reading, appositions, row, happening, said)


def _represented(reading: Reading, row: Row, start: int, stop: int) -> Iterator[Fact]:
    """Yield the attendance of bodies: 区住建局、区城管局负责人参加; 莅临青溪参会 names only where."""
    said = _named_first(reading, row)
    if said is None:
        row, said = _bodies_said(reading, row, start, stop)
    if said is None:
        return
    clause_end = reading.clause(said.start)[1]
    happening = focus.happening(reading, said.start, clause_end, after=said.stop)
    if happening is None or (said.beneath and happening.player.kind in _STATIC):
        return
    for order, one in enumerate(row.names, 1):
        player = reading.player(one)
        if player is None or one.text in happening.player.names or _only_area(reading, one, row):
            continue
        yield Fact(
            "ATTENDS", player, happening.player, one.start, said.stop, ATTENDS, _LIKELY,
            role=said.role, order=order,
        )  # fmt: skip


def _named_first(reading: Reading, row: Row) -> Said | None:
    """Read 参加会议的还有甲公司、乙公司, and 活动吸引了来自甲大学、乙大学的师生."""
    label = labels.before(reading, row.start)
    if label is not None:
        return Said(label[0], label[1], row.start)
    drawn = len(row.names) > 1 and labels.drawn(reading, row.start, row.stop)
    return Said("参加", row.start, row.stop) if drawn else None


def _bodies_said(reading: Reading, row: Row, start: int, stop: int) -> tuple[Row, Said | None]:
    """Read what bodies did; the last of a list may be but the head of a name that was not found (甲局 + 东岭分局)."""
    row = _themselves(reading, row)
    said = _predicate(reading, row, start, stop) if row.names else None
    if said is None and len(row.names) > 1:
        *names, _ = row.names
        shorter = _themselves(reading, Row(tuple(names), row.start, names[-1].stop))
        said = _predicate(reading, shorter, start, stop) if shorter.names else None
        silent = said is not None and said.role in _SILENT
        return (shorter, said) if silent else (row, None)
    return row, said


_SILENT = ("出席", "参加", "列席")


def _predicate(reading: Reading, row: Row, start: int, stop: int) -> Said | None:
    """Read what stands after the bodies; on a stage any telling counts: 会上，甲市分享了经验."""
    said = predicates.of_bodies(reading, row.stop, stop)
    goal = _AS_GOAL.search(reading.text, max(0, row.start - _NEAR), row.start)
    if goal is not None:  # 在甲局负责人陪同下 is none
        return said if said is not None and said.beneath and goal.group() == "在" else None
    if said is not None:
        return said
    act = stages.act(reading.text, predicates.after(reading, row.stop, stop), stop)
    if act is None or act.role not in _TOLD:
        return None
    staged = stages.before(reading, start, row.start) or (
        len(row.names) > 1 and stages.together(reading.text, row.stop, act.start)
    )
    return Said(act.role, row.stop, act.stop) if staged else None


_TOLD = ("介绍", "通报", "汇报", "发布", "发言", "参加")
_AS_GOAL = re.compile(
    r"(?:来自|来|到|赴|抵|莅临|前往|走进|抵达|在|于|向|对|给|为|代表|欢迎|与|同)$"
)
_PARTS = re.compile(r"各|(?:全体)?成员单位|所属|下属|辖区|系统|委员|候补委员|原|前任|）")
_AREA_STANDS = re.compile(
    r"(?:等)?(?:[\d一二三四五六七八九十两]+个?)?(?:[省市区县镇乡街州旗村]|激励|奖励|先进|地区|设区市|市州|街道|园区|省份|省区市|地区?|单位|代表队|和|及|、|[\u4e00-\u9fff]{2,8}[部委局办厅](?=相关|有关|主要|负责))*(?:党政|主要|相关|有关|分管|部分|全体)*(?:负责人|负责同志|领导|代表团|代表|班子成员|出席|参加|参会|列席|在(?:大)?会上?|作|做|分别|先后|依次|交流|表态|发言|介绍|通报|汇报|发布|分享|推介|纷纷)"
)
_MORE_AREAS = re.compile(r"(?:(?:、|和|及|以及)[\u4e00-\u9fff]{2,5}?(?=[、和及等]))++")
"""Districts by short names that are not read: 、南靖、永春和邵武."""
_NEAR = 2


def _themselves(reading: Reading, row: Row) -> Row:
    """Give a list without what at its end only says where others are from: 甲局、乙局、青溪区 + 各镇负责人."""
    names = list(row.names)
    while names and _others(reading, Row(tuple(names), row.start, names[-1].stop)):
        names.pop()
    return Row(tuple(names), row.start, names[-1].stop if names else row.start)


def _others(reading: Reading, row: Row) -> bool:
    """Tell whether others than the bodies themselves are meant: 区安委会各成员单位, 各办事处, 市政协委员."""
    text = reading.text
    if _PARTS.match(text, row.stop) or text[row.start - 1 : row.start] == "（":
        return True
    if row.names[-1].text.endswith(("政协", "人大")) and text.startswith(
        ("委员", "代表"), row.stop
    ):
        return True
    if row.names[-1].type != "District":
        return False
    more = _MORE_AREAS.match(text, row.stop)
    return _AREA_STANDS.match(text, more.end() if more else row.stop) is None


def _only_area(reading: Reading, one: Mention, row: Row) -> bool:
    """Tell whether a district only says where others are from: 徐汇区有关部门, 云湖区青溪镇."""
    if one.type != "District":
        return False
    if reading.names.starting(one.stop) is not None:
        return True
    after = reading.text[row.stop : row.stop + len("有关部门")]
    return after.startswith(("有关部门", "相关部门", "各", "部门", "的", "群众", "企业"))
