"""Divisions: offices of a body that a later post names without it: 某厅经济处处长、 + 综合处处长; 某法院副院长甲， + 执行局局长乙."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.names.mention import Mention

_RANK = r"(?:党[总支部组委]+)?(?:[副原]|第一|常务|执行|专职)*"
_STEM = r"(?:(?![的等将由在和与任兼原现曾某各该本一]|对(?!外|口)|向|其他|有关|相关|部门)[\u4e00-\u9fff]){0,10}?"
_ENDS = (
    ("处", "处长|调研员|书记"), ("科", "科长|书记"), ("股", "股长"), ("庭", "庭长"), ("执行局|反贪局|反渎局", "局长"),
    ("[支总大中]队", "(?:支|总|大|中)?队长|政委|政治委员|书记"), ("办公室|研究室|督查室|纪检室|监察室|审计室|法制室|保卫室|政治部|政治处", "主任"),
    ("纪检组|监察组|纪检监察组", "组长"), ("机关党委|机关纪委", "书记"),
)  # fmt: skip
"""How the name of a division ends, and who heads it."""
_HEADED = re.compile(
    r"(?<=[、，；。：\n])(?:时任|现任|历任|曾任|原任|任|兼)?("
    + "|".join(f"{_STEM}(?:{end})(?={_RANK}(?:{head}))" for end, head in _ENDS)
    + ")"
)
_ITEM = re.compile(
    r"[、和及与]((?:(?![的等将由在和与任、])[\u4e00-\u9fff]){1,6}?(?:[支总大中]队|[处科庭]))(?=[、和及与，。；）]|等|有关|相关|负责)"
)
_OWNER = re.compile(
    r"(?:[局厅部院署办]|公室|总队|支队|[^省市区县州旗盟地]委|管委会|委员会|海关|人大常委会|政协|公署)$"
)
_OF_COMMITTEES = frozenset((
    "组织部", "宣传部", "统战部", "政法委", "社会工作部", "武装部", "人武部", "政府办公室", "市委办公室", "区委办公室", "县委办公室",
    "省委办公室", "人大办公室", "政协办公室", "党委办公室", "党政办公室", "院长办公室", "校长办公室", "教务处", "学生处", "党政综合办公室",
))  # fmt: skip
"""What is named like a division and is of a committee, a town or a school."""
_POINTED = tuple("省市区县州旗镇乡院校我全各")
_BREAK = re.compile(r"[。！？\n]")
_DIVIDED = re.compile(r"[处科股庭室]$|[支总大中]队$|纪检组$|政治部$|机关党委$")
_WHOLE = re.compile(r".*(?:[局厅部院署办委]|公室)(?=.{2,10}$)")
_BRIEF = 2  # code points of a body without an area that may be any
_REACH = 160  # code points between a body and a division of it


def put(text: str, names: Sequence[Mention]) -> list[Mention]:
    """Add the divisions that a post names after another post of their body or of one of its divisions.

    Args:
        text: A healed text.
        names: Names found so far; all of them stay but those that end such a division.
    """
    ordered = sorted(names, key=lambda one: (one.start, -one.stop))
    made = list(_made(text, ordered))
    made += _listed(text, [*ordered, *made])
    covered = {at for one in made for at in range(one.start, one.stop)}
    return [*(one for one in names if one.start not in covered), *made]


def _made(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    outer = [one for at, one in enumerate(names) if not at or names[at - 1].start != one.start]
    starts = [one.start for one in outer]
    shorter = {one.start: one for one in names}  # the shortest that begins at a position
    last: tuple[int, Mention] | None = None  # where the division made last ends, and its body
    for match in _HEADED.finditer(text):
        words, (start, stop) = match.group(1), match.span(1)
        at = bisect_left(starts, start)
        before, own = outer[at - 1] if at else None, outer[at] if at < len(outer) else None
        if words in _OF_COMMITTEES or words.startswith(_POINTED) or before is None:
            continue
        named = own is not None and own.start < stop and (own.area or own.type != "PublicBody")
        if named or before.stop > start:
            continue
        owner = _owner(before, shorter[before.start])
        if last is not None and before.stop <= last[0]:
            owner = last[1]
        since = max(before.stop, last[0] if last else 0)
        if owner is None or start - since > _REACH or _BREAK.search(text, since, start):
            continue
        last = stop, owner
        yield _division(owner, words, start, stop)


def _listed(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the divisions that a list names after one of their body: 某局交警支队、 + 治安支队、刑侦支队."""
    taken = {one.start for one in names}
    shorter = {one.start: one for one in names}
    for one in names:
        end = _DIVIDED.search(one.text)
        if end is None or one.type != "PublicBody" or not (one.area or one.organ != one.text):
            continue
        owner, at = _owner(one, shorter[one.start]), one.stop
        while owner is not None:
            item = _ITEM.match(text, at)
            if item is None or item.start(1) in taken or item.group(1) in _OF_COMMITTEES:
                break
            if item.group(1).startswith(_POINTED):
                break
            taken.add(item.start(1))
            yield _division(owner, item.group(1), *item.span(1))
            at = item.end()


def _owner(one: Mention, shorter: Mention) -> Mention | None:
    """Give the body of which a post is: 某厅 of 某厅经济处.

    Args:
        one: The longest name before the post.
        shorter: The shortest that begins with it.
    """
    if one.type != "PublicBody" or one.generic:
        return None
    if _DIVIDED.search(one.text):
        if shorter.stop < one.stop and _OWNER.search(shorter.text):
            return shorter
        whole = _WHOLE.match(one.organ) if one.area else None
        if whole is None:
            return None
        cut = len(one.organ) - whole.end()
        stop = one.stop - cut
        return replace(one, stop=stop, text=one.text[:-cut], organ=whole.group())
    own = one.area or len(one.text) > _BRIEF
    return one if own and _OWNER.search(one.text) else None


def _division(owner: Mention, words: str, start: int, stop: int) -> Mention:
    organ = (owner.organ or owner.text) + words
    full = (owner.stands_for or owner.text) + words
    return Mention("PublicBody", start, stop, words, owner.area, organ, stands_for=full)
