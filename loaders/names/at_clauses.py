"""At clauses: names that begin a clause, where what stands after them gives them away."""

import re
from collections.abc import Iterator

from loaders.names.candidates import (
    FOLLOWED,
    LEAST,
    LIKELY,
    PUNCTUATED,
    Candidate,
    candidate,
    usual,
)
from loaders.names.finds import Finds

_PAIR = 2  # code points of the shortest name
_CLAUSE = re.compile(r"(?:^|(?<=[，。；：！？“”\n》)）]))(?=[\u4e00-\u9fff]{2})")
_JOINT = re.compile(r"、|和|与|以及|及")
_CAREER_VERBS = ("曾任", "现任", "历任", "此前任", "此前担任", "当选", "不再", "被任命", "同志任")
_FIRM_VERBS = (
    "曾任", "此前", "现任", "历任", "当选", "出任", "担任", "兼任", "不再", "强调", "指出", "主持", "被任命", "辞去",
    "任", "同志任",
)  # fmt: skip
_LEADERS = re.compile(
    r"等(?:[省市区县镇乡州旗盟]|开发区|高新区|经开区|新区)?(?:级|的)?(?:主要)?领导"
)
_ATTENDS = re.compile(
    r"等?(?:出席|参加|主持|列席|参与|见证|到会)(?:(?:并|了|上述|相关|有关|以上)?(?:会议|会见|会谈|仪式|活动|大会|座谈|签约|调研|讲话|致辞)){0,3}(?=[，。；])|陪同(?:调研|检查|考察|活动|会见|参加)?(?=[，。；])|"
    r"(?:作|致|发表)[^，。；的]{0,8}(?:讲话|发言|汇报|致辞|辞|通报|部署)(?=[，。；])"
)
_TOGETHER = re.compile(r"等?(?:分别|一同|共同|一起)?(?:出席|参加|陪同|列席|见证|会见|到会)")
_TITLED = re.compile(
    r"[（(][^）)]{1,40}(?:书记|主任|主席|经理|总裁|委员|常委|[局处科院校会行部厅县区市镇乡省队组]长)[）)]"
)
_AFTER_NAME = (
    "，男，",
    "，女，",
    "（男",
    "（女",
    "(男",
    "(女",
    " 男，",
    " 女，",
    "男，",
    "女，",
    "，汉族",
    "（左",
    "(左",
    "（右",
    "(右",
    "（前排",
    "(前排",
    "（后排",
    "（中）",
    "简历",
    "同志简历",
)
_ENTRY = re.compile(r"任命|免去|免职|任免|当选|选举|任职")
_POST_TAKEN = re.compile(r"(?:同志)?的[^。；\n，]{2,40}职务")


def read(finds: Finds) -> None:
    """Read names at the start of a clause, straight before a verb of saying or doing."""
    entry = _ENTRY.search(finds.text)
    entries = entry.end() - 1 if entry else -1
    for match in _CLAUSE.finditer(finds.text):
        row = list(_row(finds, match.start()))
        last = row[-1] if row else None
        if last is None:
            continue
        described = _described(finds, last)
        long = last.stop - last.start > _PAIR
        firm = finds.text.startswith(_FIRM_VERBS if long else _CAREER_VERBS, last.stop)
        attends = long and _ATTENDS.match(finds.text, last.stop) is not None
        attends = attends or _LEADERS.match(finds.text, last.stop) is not None
        attends = attends or (len(row) > 1 and _TOGETHER.match(finds.text, last.stop) is not None)
        appointed = firm or attends or _entry(finds.text, entries, match.start(), last.stop)
        if (last.strength < LIKELY or row[0].weak) and not (described or appointed):
            continue
        does = usual(finds.text, last) and FOLLOWED + 0.01 < last.strength < PUNCTUATED
        if last.speaks or described or appointed or does:
            for found in row:
                finds.add(found)


def _entry(text: str, entries: int, start: int, stop: int) -> bool:
    """Tell whether a name begins an entry of a list of appointments: ；甲为…, ；甲的…职务.

    Args:
        text: A healed text.
        entries: Where lists of appointments may begin in it, -1 for nowhere.
        start: Where the name begins.
        stop: Where it ends.
    """
    before = text[start - 1] if start else "\n"
    if text.startswith("同志", stop):
        return True
    if before not in "；：\n":
        return False
    taken = _POST_TAKEN.match(text, stop) is not None
    if not taken and not text.startswith(("为", "同志为"), stop):
        return False
    return before in "；：" or 0 <= entries < start


def _described(finds: Finds, last: Candidate) -> bool:
    """Tell whether a description stands after a name: ，男，; （区长）; ，澜州大学校长."""
    if finds.text.startswith(_AFTER_NAME, last.stop) or _TITLED.match(finds.text, last.stop):
        return True
    apposed = not last.weak and finds.text[last.stop : last.stop + 1] in ("，", "是")
    bodies = ("PublicBody", "Enterprise", "Organization")
    return apposed and finds.names.starting(last.stop + 1, *bodies) is not None


def _row(finds: Finds, at: int) -> Iterator[Candidate]:
    """Yield the names of a list that would begin at a position: 甲、乙和丙."""
    found = candidate(finds.text, at)
    while found is not None and found.strength >= LEAST:
        yield found
        joint = _JOINT.match(finds.text, found.stop)
        if joint is None:
            return
        found = candidate(finds.text, joint.end(), placed=True)
