"""Appositions: the posts and lists that stand straight before a person's name."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders import lexicons
from loaders.grammar import titles
from loaders.grammar.reading import Reading
from loaders.grammar.titles import Title
from loaders.names.cues import NOTE
from loaders.names.mention import Mention

_BREAK = re.compile(r"[，。；：、！？!?“”‘’《》（）()\n]")
_JOINT = re.compile(r"(?:、|，|和|与|及|以及|或)")
_LISTED = re.compile(
    r"(?:[省市区县州镇乡旗盟校院]|[\u4e00-\u9fff]{2,12}?)?(?:主要|分管|有关)?领导(?:班子)?(?:同志|成员)?$"
)
_BODIES = ("PublicBody", "District", "Enterprise", "Organization", "InspectionTeam", "Place")
_BRACKETS = re.compile(r"[（(][^）)]{2,30}[）)]")
_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,11}[处科室庭部会局办院社团]|[\u4e00-\u9fff]{2,8}中心")
_NOTE = re.compile(NOTE + "$")
_FAR = 400  # code points; no chain of posts is longer
_LONGEST_NOTE = 14
_LONGEST_SCOPE = 12  # 全球高级副总裁: a firm's titles have scopes of their own


@dataclass(frozen=True, slots=True)
class Item:
    """One post of a chain: 徐汇区委 + 书记.

    Attributes:
        start: Where it begins: its body, or its title when the body is not named.
        stop: Where its title ends.
        body: The body, or None when it is inherited.
        title: The title.
        organ: An organ named without its area, which the post before it has: 监委 of 省纪委书记、监委主任.
    """

    start: int
    stop: int
    body: Mention | None
    title: Title
    organ: str = ""


@dataclass(slots=True)
class Apposition:
    """What stands before one mention of a person.

    Attributes:
        person: The mention.
        start: Where the posts begin, or the name when there are none.
        items: The posts, in reading order.
        listed_as: 区领导 and the like, of the list the name stands in.
        joined: The mention just before it in a list, or None.
    """

    person: Mention
    start: int
    items: list[Item] = field(default_factory=list)
    listed_as: str = ""
    joined: Mention | None = None


def read(reading: Reading) -> dict[Mention, Apposition]:
    """Give the apposition of every mention of a person, in reading order."""
    found: dict[Mention, Apposition] = {}
    last: Mention | None = None
    for one in reading.names:
        if one.type != "Person" or one.byline:
            continue
        apposition = _before(reading, one)
        if last is not None:
            gap = reading.text[last.stop : apposition.start]
            if _JOINT.fullmatch(gap):
                apposition.joined = last
                if not apposition.items and not apposition.listed_as and gap != "，":
                    apposition.listed_as = found[last].listed_as
        found[one] = apposition
        last = one
    return found


def _before(reading: Reading, person: Mention) -> Apposition:
    text = reading.text
    apposition = Apposition(person, person.start)
    stop = person.start
    floor = max(
        (one.stop for one in reading.names.within(max(0, stop - _FAR), stop, "Person")[-1:]),
        default=max(0, stop - _FAR),
    )
    if text[floor : floor + 1] in ("和", "与", "及"):
        floor += 1
    while stop > floor:
        stop = _without_note(text, stop, floor)
        start = max(_item_start(reading, stop, floor), floor)
        item = read_item(reading, start, stop, closed=stop != person.start, led=True)
        if item is None:
            listed = _LISTED.search(text[start:stop]) if not apposition.items else None
            if listed:
                apposition.listed_as, apposition.start = listed.group(), start + listed.start()
            if listed or not _ranked(reading, start, stop):
                break
            apposition.start = start
            if text[start - 1 : start] not in ("、", "，") or start <= floor:
                break
            stop = start - 1
            continue
        apposition.items.insert(0, item)
        apposition.start = item.start
        if item.start != start and not _bare_lead(text[start : item.start]):
            break
        if text[start - 1 : start] not in ("、", "，", "兼") or start <= floor:
            break
        stop = start - 1
    return apposition


def _without_note(text: str, stop: int, floor: int) -> int:
    """Give where a title ends before its note in brackets: 副县长（挂职）, 副书记（正县级）."""
    if text[stop - 1 : stop] not in ("）", ")"):
        return stop
    note = _NOTE.search(text, max(floor, stop - _LONGEST_NOTE), stop)
    return note.start() if note else stop


def _ranked(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a stretch is only a rank or an honour: 市应急管理局一级巡视员, 教授."""
    body = reading.names.starting(start, *_BODIES)
    begin = body.stop if body is not None and body.stop < stop else start
    return titles.rank(reading.text[begin:stop])


def _item_start(reading: Reading, stop: int, floor: int) -> int:
    """Give where the item that ends at `stop` begins: after the last break outside any name."""
    at = stop
    while at > floor:
        if at < stop and _holds_another(reading, at):
            return at
        if _BREAK.match(reading.text, at - 1):
            other = _other_name(reading, at, floor)
            if other < at:
                at = other
                continue
            inside = next(
                (
                    m
                    for m in reading.names.within(max(0, at - _FAR), stop)
                    if m.start < at - 1 < m.stop - 1
                ),
                None,
            )
            if inside is None:
                return at
            at = inside.start
            continue
        at -= 1
    return floor


def _other_name(reading: Reading, at: int, floor: int) -> int:
    """Give where brackets that end at a position open, when they hold another name of a body."""
    if reading.text[at - 1] not in "）)":
        return at
    opened = max(reading.text.rfind(one, floor, at) for one in "（(")
    if opened <= floor or reading.names.ending(opened, *_BODIES) is None:
        return at
    return opened if _BRACKETS.fullmatch(reading.text, opened, at) else at


def _holds_another(reading: Reading, at: int) -> bool:
    """Tell whether 兼 stands before a post of another body: 副组长兼办公室主任, 常委兼宣传部部长."""
    if reading.text[at - 1] != "兼":
        return False
    named = reading.names.starting(at, "PublicBody", "District", "Enterprise", "Organization")
    return named is not None or reading.text.startswith(organs(), at)


def _bare_lead(text: str) -> bool:
    return text in (
        "现任",
        "由",
        "经",
        "以",
        "任",
        "请",
        "对",
        "时任",
        "原",
        "向",
        "与",
        "和",
        "及",
    )


def read_item(
    reading: Reading, start: int, stop: int, *, closed: bool = False, led: bool = False
) -> Item | None:
    """Read one post that ends at `stop`.

    Args:
        reading: The article.
        start: Nothing left of this belongs to it.
        stop: Where its title ends.
        closed: It must fill the whole span, as the earlier items of a chain do.
        led: Other words may lead up to its body, where it names one (会议由区党工委委员、…).
    """
    text = reading.text
    for body in _bodies(reading, start, stop):
        title = _title_after(body, text[body.stop : stop])
        if title is not None:
            begin = body.start
            if text.endswith(_FORMERLY, start, begin):
                title = replace(title, former=True)
            item = Item(begin, stop, body, title)
            return None if closed and not led and not _filled(text[start:begin]) else item
    title = titles.last(text[start:stop])
    if title is None:
        return None
    begin = start + title.start
    lead = text[start:begin]
    if lead in organs():
        return Item(start, stop, None, title, lead)
    if text[start - 1 : start] == "、" and _DIVISION.fullmatch(lead):
        # 党组成员、理事会副主任: a division of the body before it
        return Item(start, stop, None, Title(start, lead + title.text, "any", title.former))
    if closed and not _filled(lead):
        return None
    return Item(begin, stop, None, title)


_FORMERLY = ("原", "时任", "前任")


@functools.cache
def organs() -> tuple[str, ...]:
    """Give the organs that are named without their area, where the post before them has one."""
    return lexicons.words("shared_organs")


def _filled(lead: str) -> bool:
    """Tell whether what stands before an item of a chain is no more than a way in."""
    return lead in (
        "",
        "中共",
        "任",
        "原",
        "由",
        "其中",
        "日前",
        "会上",
        "兼",
        "时任",
        "以及",
        "及",
        "和",
        "与",
        "请",
        "邀请",
        "据",
    )


def _bodies(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the bodies that an item may begin with, the last and longest first."""
    inside = reading.names.outermost(start, stop, *_BODIES)
    yield from reversed(inside)
    for one in reversed(reading.names.within(start, stop, "District")):
        if one not in inside:
            yield one


def _title_after(body: Mention, rest: str) -> Title | None:
    """Read the title that follows a body; the body's other name may stand between in brackets."""
    other = _BRACKETS.match(rest)
    rest = rest[other.end() :] if other else rest
    title = titles.whole(rest) or titles.contracted(body.text[-1], rest)
    if title is not None:
        return title
    found = titles.last(rest) if body.type in ("Enterprise", "Organization") else None
    if (
        found is not None
        and len(rest) <= _LONGEST_SCOPE + len(found.text)
        and not _BREAK.search(rest)
    ):
        return Title(0, rest, found.kind, found.former)
    return None
