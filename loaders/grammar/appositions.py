"""Appositions: the posts and lists that stand straight before a person's name."""

import re
from dataclasses import dataclass, field, replace

from loaders.grammar import titles
from loaders.grammar.items import BODIES, BRACKETS, FAR, Item, organs, read_item
from loaders.grammar.reading import Reading
from loaders.names.cues import NOTE
from loaders.names.mention import Mention

_BREAK = re.compile(r"[，。；：、！？!?“”‘’《》（）()\n]")
_JOINT = re.compile(r"(?:、|，|和|与|及|以及|或)")
_LISTED = re.compile(
    r"(?:[省市区县州镇乡旗盟校院]|[\u4e00-\u9fff]{2,12}?)?(?:主要|分管|有关)?领导(?:班子)?(?:同志|成员)?$"
)
_NOTE = re.compile(NOTE + "$")
_POSTS = re.compile(r"[（(](?:现|时|曾|原|兼)[^（）()]{3,40}[）)]$")
_LONGEST_NOTE = 14
_LONGEST_GROUP = 8  # 党委副书记
_LONGEST_SCOPE = 6  # 中国西南大区
_LEADS = frozenset(
    ["现任", "由", "经", "以", "任", "请", "对", "时任", "原", "向", "与", "和", "及"]
)


@dataclass(slots=True)
class Apposition:
    """What stands before one mention of a person.

    Attributes:
        person: The mention.
        start: Where the posts begin, or the name when there are none.
        items: The posts, in reading order.
        listed_as: 区领导 and the like, of the list the name stands in.
        joined: The mention just before it in a list, or None.
        ranked: A rank, an honour or a post that cannot be read stands before the name, which so shares
            no post of the names before it: 市长甲、一级巡视员乙.
    """

    person: Mention
    start: int
    items: list[Item] = field(default_factory=list)
    listed_as: str = ""
    joined: Mention | None = None
    ranked: bool = False


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
    apposition = Apposition(person, person.start)
    floor = _floor(reading, person)
    stop = person.start
    while stop > floor:
        start = _step(reading, apposition, stop, floor)
        if start > floor and titles.last(reading.text[max(floor, start - _LONGEST_GROUP) : start]):
            stop = start  # 党委书记局长甲, with no sign between
            continue
        if start <= floor or reading.text[start - 1] not in ("、", "，", "兼"):
            break
        stop = start - 1
    return apposition


def _floor(reading: Reading, person: Mention) -> int:
    """Give where the chain before a name begins at the earliest: after the name before it."""
    least = max(0, person.start - FAR)
    people = reading.names.within(least, person.start, "Person")
    floor = people[-1].stop if people else least
    return floor + (reading.text[floor : floor + 1] in ("和", "与", "及"))


def _step(reading: Reading, apposition: Apposition, until: int, floor: int) -> int:
    """Read the post that ends at a position; give where it begins, or -1 where the chain ends with it."""
    text = reading.text
    stop, status = _without_note(text, until, floor)
    start = max(_item_start(reading, stop, floor), floor)
    start = _doubled(text, start, stop)
    first = not apposition.items
    item = read_item(reading, start, stop, closed=not first or apposition.ranked, led=True)
    if item is None:
        return start if _unread(reading, apposition, start, stop) else -1
    lead = text[start : item.start]
    led = bool(lead) and lead not in _LEADS
    if led and not first and text[until] == "，":
        return -1  # 甲任省委副书记，市委书记乙…: the first is no post of 乙
    if led and item.body is None and text[start - 1 : start] == "、":
        _orphan(apposition, start)
        return start
    _put(apposition, item, status)
    return -1 if led else start


def _unread(reading: Reading, apposition: Apposition, start: int, stop: int) -> bool:
    """Note what stands in the place of a post; tell whether posts may stand before it."""
    text = reading.text
    listed = _LISTED.search(text[start:stop]) if not apposition.items else None
    if listed:
        apposition.listed_as, apposition.start = listed.group(), start + listed.start()
        return False
    if text[start - 1] == "、" and titles.last(text[start:stop]) is not None:
        _orphan(apposition, start)
        return True
    if _ranked(reading, start, stop):
        apposition.start, apposition.ranked = start, True
        return True
    return False


def _orphan(apposition: Apposition, start: int) -> None:
    """Leave out a post of a body that no grammar finds, and those that share it: 某园区党工委书记、管委会主任."""
    apposition.start, apposition.ranked = start, True
    while apposition.items:
        first = apposition.items[0]
        bare = first.body is None or (not first.body.area and first.body.type == "PublicBody")
        if first.title.kind == "area" or not bare:
            return
        del apposition.items[0]


def _put(apposition: Apposition, item: Item, status: str) -> None:
    """Put a post before those read already."""
    if status and item.title.status == "current":
        item = replace(item, title=replace(item.title, status=status))
    apposition.items.insert(0, item)
    apposition.start = item.start


def _without_note(text: str, stop: int, floor: int) -> tuple[int, str]:
    """Give where a title ends before a note (副县长（挂职）, 副市长提名人选), and the status that the note states."""
    if text[stop - 1 : stop] in ("）", ")"):
        note = _NOTE.search(text, max(floor, stop - _LONGEST_NOTE), stop)
        note = note or _POSTS.search(text, max(floor, stop - FAR), stop)
        return (note.start(), "") if note else (stop, "")
    word = next((one for one in NOMINATED if text.endswith(one, floor, stop)), "")
    return stop - len(word), "nominated" if word else ""


NOMINATED = ("提名人选", "候选人", "人选")
"""Words after a title that say that somebody is to have it."""


def _ranked(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a stretch is only a rank or an honour: 市应急管理局一级巡视员, 教授."""
    body = reading.names.starting(start, *BODIES)
    begin = body.stop if body is not None and body.stop < stop else start
    return titles.rank(reading.text[begin:stop])


def _doubled(text: str, start: int, stop: int) -> int:
    """Give where the second of two titles begins that stand together (党委书记 + 局长), or `start`."""
    title = titles.last(text[start:stop])
    if title is None or title.start < _SHORTEST:
        return start
    first = titles.last(text[start : start + title.start])
    return start + title.start if first is not None and first.text.startswith(_GROUPS) else start


_GROUPS = ("党委", "党组", "党工委", "党总支", "党支部", "分党组")
_SHORTEST = 4


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
                    for m in reading.names.within(max(0, at - FAR), stop)
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
    if opened <= floor or reading.names.ending(opened, *BODIES) is None:
        return at
    return opened if BRACKETS.fullmatch(reading.text, opened, at) else at


def _holds_another(reading: Reading, at: int) -> bool:
    """Tell whether 兼 stands before a post of another body: 副组长兼办公室主任, 常委兼宣传部部长."""
    if reading.text[at - 1] != "兼":
        return False
    if titles.scoped(reading.text[at : at + _LONGEST_SCOPE]):
        return False  # 总裁兼中国区总裁 is one title of one firm
    named = reading.names.starting(at, "PublicBody", "District", "Enterprise", "Organization")
    return named is not None or reading.text.startswith(organs(), at)
