"""Entries: lines that are entries of a list or rows of a table, which no paragraph runs on over."""

import re
from collections.abc import Sequence

from graph.evidence.lines import Line

_HAN = r"[\u4e00-\u9fff]"
_NUMBER = (
    r"(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:、(?!\d)|[.．](?!\d)))"
)
_CLOCK = r"\d{1,2}[:：]\d{2}(?:\s*[—–~～至到-]+\s*\d{1,2}[:：]\d{2})?"
_ROLE = (
    r"(?:组|会|部|局|队|院|校|处|科|秘书|董事|理事|监事|指挥|河|湖|林|田|路|段|库|楼|省|市|区|县|镇|乡|州|盟|旗|家|党委|检察|小组|所|站|村|社|团)长"
    r"|主任|委员|成员|书记|主席|副主席|总指挥|顾问|召集人|负责人|责任人|联系人|组员|专员|评委"
    r"|单位|机构|时间|日期|地点|地址|议程|议题|内容|主题|人员|领导|嘉宾|专家|代表|名单|对象"
    r"|主持人?|致辞|致词|讲话|演讲|报告|发言|发布人?|主讲人?|点评|协助|任命|免去|出席|列席|参加|参会|主办|承办|协办|指导|支持"
)
_AREA = r"[\u4e00-\u9fff]{1,8}(?:[省市区县州盟旗镇乡]|街道|[委局厅院校部办会处所站]|大学|学院|[中小]学|幼儿园|公司|集团|银行|[分支]行)"
_LABEL = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,14}}(?:{_ROLE})|{_AREA})(?:[（(][^（）()\n]{{1,8}}[）)])?"
)
"""组长, 会议时间, 参会单位, 致辞, 云湖区, 副主任（4名), as they stand before a colon."""
_BEFORE = re.compile(rf"(?:{_NUMBER})?\s*(?:{_CLOCK})?\s*")
_COLON = re.compile("[：:]")
_LONGEST = 30  # code points of a label with its spaces
_AGAIN = re.compile(rf"[；;]\s*[\u4e00-\u9fff]{{0,6}}(?:{_ROLE})[：:]")
"""Another label in the same line: 组长：甲；副组长：乙."""
_TIMED = re.compile(rf"{_CLOCK}\s*{_HAN}")
_NUMBERED = re.compile(_NUMBER)
_NOTED = re.compile(
    rf"(?:{_NUMBER})?\s*{_HAN}[\u4e00-\u9fff·\s]{{1,5}}[（(][^（）()\n]{{3,60}}[）)][，、；。]?"
)
"""许明远（云湖区东渡镇党委书记）."""
_NAMED_TO = re.compile(rf"{_HAN}{{2,4}}(?:同志)?(?:为|任)[^，。！？\n]{{4,40}}[；。，]?")
"""许明远为云湖区教育局局长."""
_SPACED = re.compile(r"[^\S\n\r]+")
_MARKS = re.compile("[，。！？!?“”]")
_FIRST = re.compile(rf"\d{{1,3}}[.、]?|\d{{1,2}}月\d{{1,2}}日|{_HAN}{{1,8}}")
_SHORT = re.compile(rf"{_HAN}{{1,4}}")
_NEAR = 3  # lines between two entries of one list
_LEAST_CELLS = 2
_REST = 6  # code points


def entries(text: str, found: Sequence[Line]) -> list[str]:
    """Tell for each line what entry of a list it begins (label, number, row, noted, named); empty in running text.

    An entry counts only where another one of its list stands near it: in running text set in
    narrow columns a line may look like one by chance.

    Args:
        text: A text as published.
        found: Its lines.
    """
    kinds = [_kind(text[one.start : one.stop]) for one in found]
    answer = [""] * len(found)
    last: dict[str, int] = {}
    for place, kind in enumerate(kinds):
        if not kind:
            continue
        if kind == "label" and _AGAIN.search(text, found[place].start, found[place].stop):
            answer[place] = kind
        near = last.get(kind, -_NEAR - 1)
        rest = place > 1 and not kinds[place - 1] and found[place - 1].length <= _REST
        close = 1 + rest  # what a narrow column cut off the line above may stand between
        before = last.get("any", -_NEAR) if kind == "row" else -_NEAR
        if place - near <= (close if kind in _CLOSE else _NEAR):
            answer[place], answer[near] = kind, kinds[near]
        elif place - before <= close and kinds[before] == "label":
            answer[place], answer[before] = kind, kinds[before]
        above = kinds[place - 1] if place else ""
        if above and above != kind and "label" in (above, kind):
            answer[place], answer[place - 1] = kind, above
        last[kind] = last["any"] = place
    return answer


_CLOSE = ("row", "noted", "named")


def _kind(line: str) -> str:
    """Tell what a line looks like: label, number, row, noted or named; empty for running text."""
    if _labelled(line) or _TIMED.match(line):
        return "label"
    if _NUMBERED.match(line):
        return "number"
    if _NOTED.fullmatch(line):
        return "noted"
    if _NAMED_TO.fullmatch(line):
        return "named"
    cells = _SPACED.split(line)
    if len(cells) < _LEAST_CELLS or _MARKS.search(line) or not _FIRST.fullmatch(cells[0]):
        return ""
    return "" if _names_only(cells) else "row"


def _labelled(line: str) -> bool:
    """Tell whether a label and a colon begin a line; 组　长 is set wider than it is."""
    before = _BEFORE.match(line)
    at = before.end() if before else 0
    colon = _COLON.search(line, at, at + _LONGEST)
    return colon is not None and bool(_LABEL.fullmatch(_SPACED.sub("", line[at : colon.start()])))


def _names_only(cells: Sequence[str]) -> bool:
    """Tell whether a line holds nothing but names, set in columns, or single characters spread out."""
    return all(len(one) == 1 for one in cells) or (
        all(_SHORT.fullmatch(one) and not one.endswith(_HEADS) for one in cells)
    )


_HEADS = (
    "区",
    "县",
    "市",
    "名",
    "位",
    "务",
    "称",
    "长",
    "记",
    "期",
    "点",
    "导",
    "号",
    "注",
    "任",
    "席",
    "员",
)


def parts(before: str, after: str) -> bool:
    """Tell whether white space in an entry parts two cells, rather than the characters of 刘　鹏 or 主　席.

    Args:
        before: The line up to the white space.
        after: The line after it.
    """
    left, right = _TAIL.search(before), _HEAD.match(after)
    if left is None or right is None:
        return False
    one, two = left.group(), right.group()
    spread = len(one) == 1 and one in "副总" and len(two) <= _SPREAD
    return not spread and not (len(one) == 1 and len(two) == 1 and (one + two).isalpha())


_SPREAD = 3
_TAIL = re.compile(r"[^\s，。、：；:;,（(）)|]+$|[）)]$")
_HEAD = re.compile(r"[^\s，。、：；:;,（(）)|]+")
