"""Ledgers: posts that stand beside names in the lines of a list or the cells of a table: 甲　云湖区副区长."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.grammar.appositions import Apposition
from loaders.grammar.items import BODIES, read_item
from loaders.grammar.owners import Owner, owner
from loaders.grammar.posts import Ground, Held, fact
from loaders.grammar.reading import Fact, Reading
from loaders.names import tables
from loaders.names.mention import Mention
from loaders.names.tables import Row

LEDGER = "posts.ledger"
_SURE = 0.9
_PARTS = re.compile("[、，；/ ]")
_BEGINS = re.compile(r"(?:^|[：:\n、；，| ]|^\d{1,3}[.、]?)$")
_OF_UNITS = ("unit", "any")
_NO_POST = re.compile(r"[（(].*$")
_HEAD_OF_UNIT = re.compile(r"单位|部门|地区|区县|县区|县市区|行政区|乡镇|镇街|机构|所属")


def ledgers(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield HOLDS for the posts in the cells of a table, and of names in the lines of a list."""
    yield from _of_units(reading, appositions)
    for row in tables.rows(reading.text):
        people = reading.names.within(row.start, row.stop, "Person")
        if not people:
            continue
        if row.heads and any(tables.of_names(row.head(reading.text, at)) for at in _cells(row)):
            yield from _by_heads(reading, row)
        else:
            yield from _by_place(reading, row, people)


def _of_units(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Read lines that begin with the unit that their posts are of: 云湖区第一中学：党委书记甲、校长乙."""
    for line in _UNIT_FIRST.finditer(reading.text):
        unit = _unit(reading, line.span("unit"))
        if not unit or unit[0].player.type == "District":
            continue
        stop = reading.text.find("\n", line.end())
        stop = stop if stop >= 0 else len(reading.text)
        for one in reading.names.within(line.end(), stop, "Person"):
            person, posts = reading.player(one), appositions.get(one)
            for item in posts.items if person is not None and posts is not None else ():
                found = owner(reading, item, unit) if item.body is None else None
                if found is None or person is None:
                    continue
                yield fact(
                    person, Held(item, found), (line.start("unit"), one.stop), Ground(LEDGER, _SURE)
                )


_UNIT_FIRST = re.compile(
    r"(?:^|(?<=\n))(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])? ?(?P<unit>[^\n：:，。]{3,30})[：:](?=[^\n。]{4,})"
)


def _cells(row: Row) -> range:
    return range(len(row.cells))


def _by_heads(reading: Reading, row: Row) -> Iterator[Fact]:
    """Read a row by the heads of its columns: whose column is a post, or whose posts stand in another."""
    text = reading.text
    unit = next(
        (row.cells[at] for at in _cells(row) if _HEAD_OF_UNIT.search(row.head(text, at))), None
    )
    owners = _unit(reading, unit) if unit is not None else []
    for at, (start, stop) in enumerate(row.cells):
        for one in reading.names.within(start, stop, "Person"):
            if one.start > start:  # 局长甲 in one cell
                yield from _held(reading, one, [(start, one.start)], owners)
            elif tables.is_post(row.head(text, at)) and not row.head(text, at).endswith(_DUTIES):
                yield from _under(reading, row, at, one, owners)
            else:
                yield from _held(reading, one, _others(reading, row, at), owners)


_DUTIES = ("河长", "湖长", "田长", "林长", "路长", "组长", "段长", "库长")


def _others(reading: Reading, row: Row, name: int) -> list[tuple[int, int]]:
    """Give the cells that hold the posts of the name in a cell: to its right, up to the next name."""
    found = []
    for place in range(name + 1, len(row.cells)):
        start, stop = row.cells[place]
        if reading.names.within(start, stop, "Person"):
            break
        if tables.is_post(_NO_POST.sub("", reading.text[start:stop])):
            found.append((start, stop))
    before = row.cells[name - 1] if name and not found else None
    if before is not None and tables.is_post(reading.text[slice(*before)]):
        found.append(before)  # 云湖区 区长 甲
    return found


def _under(
    reading: Reading, row: Row, cell: int, one: Mention, owners: list[Owner]
) -> Iterator[Fact]:
    """Read a name whose column is headed by a post: 区长 over 甲, in the row of 云湖区."""
    person = reading.player(one)
    item = read_item(reading, *row.heads[cell], closed=True)
    if person is None or item is None:
        return
    area = reading.cast.scopes.at(row.start)
    if item.body is not None and area is not None and item.body.area == area.kind:
        found = _committee(reading, item.body, (row.start, area.kind))
    elif item.title.kind == "area" and area is not None and item.title.head[0] == area.kind:
        found = Owner(reading.cast.district(area), -1, None)
    else:
        found = owner(reading, item, owners)
    if found is not None:
        yield fact(person, Held(item, found), (row.start, one.stop), Ground(LEDGER, _SURE))


def _committee(reading: Reading, body: Mention, scope: tuple[int, str]) -> Owner | None:
    """Give the body of a line's own area that a pointer in the head of its column means: 区委 of 云湖区."""
    area = reading.cast.scopes.meant(*scope)
    if area is None:
        return None
    return Owner(reading.cast.of_area(area, body), -1, None)


def _by_place(reading: Reading, row: Row, people: list[Mention]) -> Iterator[Fact]:
    """Read names with their posts behind them, and a line's own unit before them."""
    text = reading.text
    first = next(
        (at for at, cell in enumerate(row.cells) if cell[0] <= people[0].start < cell[1]), 0
    )
    before = [_NO_POST.sub("", text[slice(*row.cells[at])]) for at in range(first)]
    colon = text.rfind("：", row.start, people[0].start) + 1
    led = [one for one, cell in zip(before, row.cells, strict=False) if cell[0] >= colon]
    owners = (_unit(reading, row.cells[0]) if first else []) or _above(reading, row.start)
    after = next((cell for cell in row.cells if cell[0] > people[0].stop), None)
    posted = len(people) == 1 and after is not None and tables.is_post(text[slice(*after)])
    if led and tables.is_post(led[-1]) and not posted:
        yield from _title_first(reading, row, people, owners)
        return
    for number, one in enumerate(people):
        near = max(row.start, one.start - _NUMBERED)
        if _BEGINS.search(text, near, one.start) is None and one.start != row.start:
            continue
        stop = people[number + 1].start if number + 1 < len(people) else row.stop
        end = min([at for sign in "；;。" if (at := text.find(sign, one.stop, stop)) >= 0] + [stop])
        if text[one.stop : one.stop + 1] in (" ", "|", "，"):
            yield from _held(reading, one, [(one.stop + 1, end)], owners)


def _title_first(
    reading: Reading, row: Row, people: list[Mention], owners: list[Owner]
) -> Iterator[Fact]:
    """Read a line in which the unit, the post and the name stand in this order: 云湖区教育局 局长 甲."""
    start = row.start
    for one in people:
        colon = reading.text.rfind("：", start, one.start) + 1
        yield from _held(reading, one, [(max(start, colon), one.start)], owners)
        start = one.stop


def _above(reading: Reading, at: int) -> list[Owner]:
    """Give the body that the line just above a row names as the unit of who follows: 参会单位：甲局."""
    line = reading.last_match(_UNIT, max(0, at - _FAR), at)
    return _unit(reading, line.span("unit")) if line is not None and line.end() == at else []


_UNIT = re.compile(
    r"(?:参会|与会|参加|所在|工作|推荐)?单位(?:名称)?[：:] ?(?P<unit>[^\n：:]{3,40})\n"
)
_FAR = 60
_NUMBERED = 5  # code points of a number before a name
_KEPT = 8  # posts of one name that later ones may share the body of


def _unit(reading: Reading, cell: tuple[int, int]) -> list[Owner]:
    """Give the body or area that fills a cell."""
    body = reading.names.starting(cell[0], *BODIES)
    player = reading.player(body) if body is not None and body.stop == cell[1] else None
    return [Owner(player, cell[0], body)] if player is not None else []


def _held(
    reading: Reading, one: Mention, spans: list[tuple[int, int]], owners: list[Owner]
) -> Iterator[Fact]:
    """Yield the posts that stand in some spans, of the unit that the line or the cell before names."""
    person = reading.player(one)
    known = list(owners)
    status = "current"
    for start, stop in spans if person is not None else ():
        at = start
        for part in _PARTS.split(reading.text[start:stop]):
            end = at + len(_NO_POST.sub("", part))
            item = read_item(reading, at, end, closed=True) if end > at else None
            if item is None and end > at:
                known = _unit(reading, (at, end)) or known
            found = owner(reading, item, known) if item is not None else None
            if (
                item is not None
                and found is None
                and item.body is None
                and item.title.kind in _OF_UNITS
            ):
                found = known[-1] if known and known[-1].player.type != "District" else None
            if item is not None and found is not None and person is not None:
                if item.body is None and item.title.status == "current":
                    item = replace(item, title=replace(item.title, status=status))
                known, status = [*known[-_KEPT:], found], item.title.status
                span = min(one.start, at), max(one.stop, end)
                yield fact(person, Held(item, found), span, Ground(LEDGER, _SURE))
            at += len(part) + 1
