"""Rosters: posts that stand after a name (甲（县委书记）), and lists under a title (组长：甲)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.grammar import groups, titles
from loaders.grammar.appositions import Apposition
from loaders.grammar.items import Item, read_item
from loaders.grammar.owners import Owner, owner
from loaders.grammar.posts import Ground, Held, fact
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.titles import Title
from loaders.grammar.units import Units
from loaders.names.mention import Mention

BRACKETS, ROSTER, FOLLOWED = "posts.brackets", "posts.roster", "posts.followed"
_FOLLOWS = re.compile(r"，?(此前|曾|原|现)?[是系]|，")
_POST_ENDS = re.compile(r"[，。；：！？\n（(]")
_INSIDE = re.compile(r"[（(]([^（）()\n]{2,60})[）)]")
_BEFORE = re.compile(r"[（(]([^（）()\n]{4,40})[）)]\Z")
_LONGEST_NOTE = 42  # code points of a note in brackets before a name
_COLON = re.compile(r"[：:是为由]")
_HEAD_BEGINS = re.compile(r"[，。；：:、！？\s]|的是|产生的?|选举")
_GROUPED = re.compile(r"(?:组长|主任|总指挥|指挥长|会长|秘书长|理事长|成员|委员|主席|书记|监事长)$")
_LONGEST = 40  # code points of a head with its body
_JOINT = re.compile(r"[、，\s]?")
_PARTING = re.compile("[、，]")
_LIKELY, _FAIR = 0.92, 0.85


def brackets(reading: Reading) -> Iterator[Fact]:
    """Yield HOLDS for the posts in brackets after a name."""
    for one in reading.names:
        if one.type != "Person" or one.byline:
            continue
        person = reading.player(one)
        after = _INSIDE.match(reading.text, one.stop)
        before = _BEFORE.search(reading.text, max(0, one.start - _LONGEST_NOTE), one.start)
        if before is not None and reading.names.ending(before.start(), "Person") is not None:
            before = None  # 甲（区长）、乙: the note is of 甲
        for match in filter(None, (after, before)):
            if person is None:
                continue
            start, stop = min(one.start, match.start(1)), max(one.stop, match.end(1))
            for held in _items(reading, *match.span(1)):
                yield fact(person, held, (start, stop), Ground(BRACKETS, _LIKELY))


def followed(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield HOLDS for posts that follow a name: 甲，云湖区委书记，…; 甲是澜州大学校长."""
    for one, apposition in appositions.items():
        after = _FOLLOWS.match(reading.text, one.stop)
        person = reading.player(one)
        if apposition.items or after is None or person is None:
            continue
        stop = _POST_ENDS.search(reading.text, after.end())
        end = stop.start() if stop else len(reading.text)
        held = list(_items(reading, after.end(), end))
        whole = reading.text[after.end() : end].count("、") + 1 == len(held)
        status = "former" if after.group(1) in ("此前", "曾", "原") else ""
        if whole and held and held[0].item.body is not None:
            for post in held:
                yield fact(person, post, (one.start, end), Ground(FOLLOWED, _FAIR, status))


def rosters(reading: Reading) -> Iterator[Fact]:
    """Yield posts of names listed under a title and a colon: 组长：甲; 副市长：乙、丙."""
    before: list[Owner] = []
    units = Units(reading)
    for match in _COLON.finditer(reading.text):
        grouped = match.group() in "：:"
        entry = _entry(reading, *match.span()) if grouped else []
        row = entry or list(_listed(reading, match.end()))
        held = _head(reading, match.start(), before, units if grouped else None) if row else None
        named = held is not None and (held.item.body is not None or held.item.title.kind == "area")
        if held is None or not (named or grouped):
            continue
        before.append(held.owner)
        for one in row:
            person = reading.player(one)
            if person is not None:
                span = held.item.start, one.stop
                yield fact(person, held, span, Ground(ROSTER, _FAIR))


def _head(reading: Reading, stop: int, before: list[Owner], units: Units | None) -> Held | None:
    """Read the post that a list stands under; without a body it is of the group named last, or of the article's unit."""
    text = reading.text
    start = max((one.end() for one in _HEAD_BEGINS.finditer(text, max(0, stop - _LONGEST), stop)),
                default=max(0, stop - _LONGEST))  # fmt: skip
    last = reading.names.within(start, stop, "Person")
    start = last[-1].stop if last else start
    item = read_item(reading, start, stop, closed=True, led=True)
    title = titles.whole(text[start:stop]) or titles.last(text[start:stop])
    if title is None and units is not None and text[start:stop] in _MEMBERS:
        title = Title(0, text[start:stop], "any")
    if item is None and title is not None:
        item = Item(start + title.start, stop, None, title)
    if item is None:
        return None
    if item.body is None and item.title.kind != "area" and units is not None:
        group = groups.before(reading, item.start)
        if group is not None and _GROUPED.search(item.title.text):
            item = replace(item, body=group)
    rowed = units is not None and _ROW.search(text, max(0, item.start - 1), item.start)
    above = _above(reading, item) if rowed and item.body is None else None
    found = above or owner(reading, item, before)
    if found is None and units is not None and rowed:
        found = units.of([item])
    return Held(item, found) if found else None


def _above(reading: Reading, item: Item) -> Owner | None:
    """Give the body that a line of its own above the labels names: 澜州大学 over 校长：甲."""
    line = reading.last_match(_ALONE, max(0, item.start - _FAR), item.start)
    body = reading.names.starting(line.start("unit"), *_UNITS) if line is not None else None
    player = reading.player(body) if body is not None else None
    if body is None or player is None or line is None or body.stop != line.end("unit"):
        return None
    return owner(reading, item, [Owner(player, body.start, body)])


_ALONE = re.compile(
    r"(?:^|(?<=\n))(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?P<unit>[^\n：:，。]{3,30})[：:]?\n(?=[^\n]{1,14}[：: ])"
)
_UNITS = ("PublicBody", "Organization", "Enterprise")
_FAR = 300  # code points between such a line and the last label below it
_MEMBERS = ("成员", "组员")
_ROW = re.compile(r"^|[\n。；\s]$")


def _items(reading: Reading, start: int, stop: int) -> Iterator[Held]:
    """Yield the posts of a list that fills a span."""
    owners: list[Owner] = []
    at, status = start, "current"
    for part in _PARTING.split(reading.text[start:stop]):
        item = read_item(reading, at, at + len(part), closed=True) if part else None
        found = owner(reading, item, owners) if item else None
        if item is not None and found is not None:
            owners.append(found)
            if item.body is None and item.title.status == "current":
                item = replace(item, title=replace(item.title, status=status))
            status = item.title.status
            yield Held(item, found)
        at += len(part) + 1


def _entry(reading: Reading, label: int, at: int) -> list[Mention]:
    """Give the names of a label that begins its line, with those of the lines below that have no label."""
    text = reading.text
    begin = text.rfind("\n", max(0, label - _LONGEST), label) + 1
    if (begin == 0 and label > _LONGEST) or _NO_LABEL.search(text, begin, label):
        return []
    found: list[Mention] = []
    end = at
    for _ in range(_MOST):
        if at > len(text):
            break
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        end = _before_label(text, at, end)
        if found and (reading.names.starting(at, "Person") is None or _LABEL.match(text, at)):
            break
        found += [one for one in reading.names.within(at, end, "Person") if not one.byline]
        if not found:
            break
        at = end + 1
    return found if _RUNS_ON.search(text, label, end) is None else []


def _before_label(text: str, at: int, end: int) -> int:
    """Give where a list ends before another label of its line: 甲；副组长：乙."""
    other = max(text.find(sign, at, end) for sign in "：:")
    cut = max(text.rfind(sign, at, other) for sign in "；; 。") if other >= 0 else -1
    if other >= 0:
        return max(cut, at)
    return end


_LABEL = re.compile(r"[^\n：:（(]{1,14}[：:]")
_NO_LABEL = re.compile("[，（(“”]")
_MOST = 80  # lines below one label
_RUNS_ON = re.compile(r"。(?!\n|$)|[！？]")


def _listed(reading: Reading, at: int) -> Iterator[Mention]:
    """Yield the names of a list, with what stands in brackets after each left aside."""
    while (one := reading.names.starting(at, "Person")) is not None:
        yield one
        after = _INSIDE.match(reading.text, one.stop)
        joint = _JOINT.match(reading.text, after.end() if after else one.stop)
        at = joint.end() if joint else one.stop
