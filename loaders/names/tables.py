"""Tables: rows of cells that white space parts, the heads of their columns, and the persons whom cells name."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import lexicons
from loaders.names.candidates import Candidate
from loaders.names.columns import named

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\s|：:]+")
_PART = re.compile(r"[^\s|：:，；;。（）()]+")
_PARTED = re.compile(r"[\u4e00-\u9fff）)\d] ?[ |] ?(?=[\u4e00-\u9fff\d])")
_GENERIC = re.compile(
    r"序号|编号|性别|民族|学历|工作单位|.{0,4}单位[及和、]?职务|姓名|名字|职务|职称|职位|单位|部门|地区|区县|县区|县市区|市州|乡镇|镇街|行政区划?|日期|时间|备注|分工|.{0,4}领导|.{0,6}名称|.{0,4}地点|.{0,4}姓名|.{0,4}责任人"
)
_OF_NAMES = re.compile(
    r"姓名|名字|领导|责任人|负责人|联系人|主持人|报告人|主讲人|发言人|演讲人|嘉宾|专家|评委|成员|人员|人选"
)
_TELLING = re.compile(r"姓名|名字|职务|职称")
_HEAD = re.compile(r"[\u4e00-\u9fff、（）]{2,12}")
_NOT_NAMES = ("区", "县", "市", "镇", "乡", "州", "盟", "旗", "局", "委", "办", "厅", "院", "校", "部", "会", "组", "处", "科", "室", "队", "河", "湖", "库", "村")  # fmt: skip
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells.

    Attributes:
        start: Where the line begins in the healed text.
        stop: Where it ends.
        cells: Where each cell begins and ends.
        heads: What the column of each cell is said to hold; empty where no head fits.
    """

    start: int
    stop: int
    cells: tuple[tuple[int, int], ...]
    heads: tuple[tuple[int, int], ...] = ()

    def head(self, text: str, cell: int) -> str:
        """Give the head of a cell's column."""
        return text[slice(*self.heads[cell])] if self.heads else ""


def rows(text: str) -> Iterator[Row]:
    """Yield the lines of a healed text that white space parts into cells, with the heads above them."""
    heads: tuple[tuple[int, int], ...] = ()
    for line in _LINE.finditer(text):
        if _PARTED.search(text, *line.span()) is None:
            continue
        cells = tuple(one.span() for one in _CELL.finditer(text, *line.span()))
        if is_head(text, cells):
            heads = cells
            continue
        fitting = heads if len(heads) == len(cells) else ()
        yield Row(*line.span(), cells, fitting)


def is_head(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether cells are the heads of columns: 序号 姓名 单位 职务, 行政区 区委书记 区长."""
    words = [text[slice(*one)] for one in cells]
    general = [one for one in words if _GENERIC.fullmatch(one)]
    if len(general) >= _LEAST and any(map(_TELLING.search, words)):
        return all(_HEAD.fullmatch(one) for one in words)
    return bool(general) and all(one in general or one.endswith(post_ends()) for one in words)


def of_names(head: str) -> bool:
    """Tell whether a column holds names: 姓名, 接访领导, 区委书记."""
    return _OF_NAMES.search(head) is not None or is_post(head)


def is_post(words: str) -> bool:
    """Tell whether words end as posts do: 云湖区教育局局长, 区委书记."""
    return words.endswith(post_ends()) and not words.endswith(("单位", "地点"))


@functools.cache
def post_ends() -> tuple[str, ...]:
    """Give the words that end posts."""
    kept = [row[0] for row in lexicons.rows("titles")]
    return (
        *kept,
        *lexicons.words("title_ranks"),
        "河长",
        "湖长",
        "教授",
        "研究员",
        "工程师",
        "院士",
        "主任医师",
    )


def persons(text: str) -> Iterator[Candidate]:
    """Yield the names that fill a cell under a head of names, or beside a cell that ends as a post does.

    Args:
        text: A healed text.
    """
    for row in rows(text):
        for place, (start, stop) in enumerate(row.cells):
            if of_names(row.head(text, place)) and not _of_body(text, start, stop):
                yield from _names(text, start, stop)
        parts = [one.span() for one in _PART.finditer(text, row.start, row.stop)]
        for place, (start, stop) in enumerate(parts):
            beside = [*parts[max(0, place - 1) : place], *parts[place + 1 : place + 2]]
            posts = any(is_post(text[slice(*one)]) for one in beside)
            if posts and not _of_body(text, start, stop):
                yield from _names(text, start, stop)


def _of_body(text: str, start: int, stop: int) -> bool:
    """Tell whether a cell ends as areas and bodies do."""
    return text.endswith(_NOT_NAMES, start, stop) and stop - start > _LEAST


_ENTRY = re.compile(
    r"(?:^|(?<=[\n：；、 ]))(?P<name>[\u4e00-\u9fff·]{2,6})(?=[（(](?P<post>[^（）()\n]{2,40})[）)])"
)


def noted(text: str) -> Iterator[Candidate]:
    """Yield the names at the head of an entry that have a post in brackets behind them: 主持：甲（市政府副秘书长）."""
    for one in _ENTRY.finditer(text):
        if is_post(one["post"]):
            yield from _names(text, *one.span("name"))


def _names(text: str, start: int, stop: int) -> Iterator[Candidate]:
    """Yield the names that fill a cell, one or several with 、 between."""
    at, found = start, []
    for part in text[start:stop].split("、"):
        one = named(text, at, at + len(part))
        if one is None or is_post(part):
            return
        found.append(one)
        at += len(part) + 1
    yield from found
