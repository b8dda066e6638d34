"""Offices: the posts that follow a verb: 任命甲为 + 区教育局局长、党组书记."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grammar import titles
from loaders.grammar.appositions import NOMINATED
from loaders.grammar.items import BODIES, Item, read_item
from loaders.grammar.owners import Owner, of_team, owner
from loaders.grammar.posts import Ground, Held
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention
from loaders.names.pointers import POINTERS

_SEPARATOR = re.compile(
    r"[、，,；;。：！？（）()\n\s]|职务|一职|等职|等(?=[，。；])|提名人选|候选人|人选|的|期间|时期|任内|时(?=，)"
    r"|及|和|兼(?!任|职)|并(?=兼|任|担|代)|直?至(?=今|此|\d|退休|案发)|(?=长达|[调转升改]任|调往)|(?=\d{4}\s?[.．年])"
)
_OTHER_NAME = re.compile(r"[（(][^）)]{2,30}[）)][\u4e00-\u9fff]")
_JOINTS = ("、", "，", ",", "和", "及", "并", "兼", *NOMINATED)
_STEPS = (*_JOINTS, "；", ";")
_WHILE = ("期间", "时期", "任内", "时")
_NO_POST = re.compile(
    r"(?:干部|科员|办事员|教师|教员|技术员|工程师|工人|职工|秘书|干事|学员|学生|实习|文书|会计|助教|讲师|教授|研究员|导师|院士|学者|专家"
    r"|调研员|巡视员|主任科员|组织员|战士|参谋|助理员|学习|工作|进修|锻炼)$"
)
_VERB = re.compile(r"(?<!主)[任免](?!务)|当选|担当")
_ASIDE = re.compile(r"[（(][^（）()]{1,60}[）)]")
_NEXT = re.compile(r"[、，]")


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a verb gives or takes.

    Attributes:
        held: The post and its body.
        stop: Code point after its words in the healed text.
        ground: Why it is believed.
    """

    held: Held
    stop: int
    ground: Ground


def offices(
    reading: Reading, start: int, ground: Ground, before: Sequence[Owner], *, career: bool = False
) -> Iterator[Office]:
    """Yield the posts of the list that begins at a position, up to the first thing that is none.

    Args:
        reading: The article.
        start: Where the first post begins.
        ground: Why they are believed.
        before: Owners of earlier posts, whose bodies later ones may share.
        career: The list may hold what is no post (县教育局干部、副局长); its body is passed on.
    """
    found: list[Office] = []
    owners = list(before)
    at = start
    separator = "、"
    lost = (
        False  # the post before is of a body that no grammar finds, so that the next can't share it
    )
    while separator in (_STEPS if career else _JOINTS) and at < len(reading.text):
        stop, separator = _stop(reading, at)
        item = _item(reading, at, stop) or (_inner(reading, at, stop, owners) if career else None)
        if item is not None and not (lost and item.body is None):
            lost = False
            held = owner(reading, item, owners) or of_team(reading, item)
            owners += [held] if held else []
            why = replace(ground, status="nominated") if separator in NOMINATED else ground
            found += [Office(Held(item, held), stop, why)] if held else []
        elif item is None:
            if not career or not _passed_on(reading, (at, stop), owners):
                break
            lost = titles.last(reading.text[at:stop]) is not None
        stop, separator = _after_aside(reading, stop, separator)
        at = stop + len(separator)
    if separator in _WHILE:
        ground = replace(ground, status="former")
        found = [replace(one, ground=ground) for one in found]
    yield from found


def _after_aside(reading: Reading, stop: int, separator: str) -> tuple[int, str]:
    """Give where a list goes on after a remark in brackets: 局长（正处级）、书记."""
    aside = _ASIDE.match(reading.text, stop) if separator in ("（", "(") else None
    if aside is None:
        return stop, separator
    after = _NEXT.match(reading.text, aside.end())
    return (after.start(), after.group()) if after else (stop, "")


def _passed_on(reading: Reading, span: tuple[int, int], owners: list[Owner]) -> bool:
    """Keep the body of a step that is no post for the posts after it; tell whether it is a step.

    A post of a body that no grammar finds is a step too.
    """
    words = reading.text[slice(*span)]
    if _VERB.search(words):
        return False
    match = _NO_POST.search(words)
    if match is None:
        return titles.last(words) is not None and not reading.names.within(*span, "Person")
    bodies = ("PublicBody", "Enterprise", "Organization")
    body = next(iter(reading.names.outermost(*span, *bodies)), None)
    player = reading.player(body) if body else None
    if body is not None and player is not None:
        owners.append(Owner(player, body.start, body))
    return True


def _item(reading: Reading, start: int, stop: int) -> Item | None:
    item = read_item(reading, start, stop, closed=True)
    if item is None and reading.text.startswith("中共", start):
        item = read_item(reading, start + 2, stop, closed=True)
    return item


def _inner(reading: Reading, start: int, stop: int, owners: Sequence[Owner]) -> Item | None:
    """Read a step inside the body of the step before: 晨曦银行信贷部副处长，运营管理部处长; 县教育局干部、人事科科长."""
    words = reading.text[start:stop]
    if words.startswith(POINTERS) or reading.names.starting(start, *BODIES) is not None:
        return None
    last = next((one for one in reversed(owners) if one.body is not None), None)
    if last is not None and last.body is not None and last.body.type == "PublicBody":
        return _divided(start, words, last.body)
    houses = [one for one in owners if one.player.type in _HOUSES and one.body is not None]
    title = titles.last(words) if houses else None
    if title is None or not _INNER.fullmatch(words, 0, title.start):
        return None
    whole = [one for one in houses if not one.player.name.endswith(_BRANCHES)]
    title = replace(title, start=start, text=words, kind="any")
    return Item(start, stop, (whole or houses)[-1].body, title)


def _divided(start: int, words: str, body: Mention) -> Item | None:
    """Read a post of a division that is named alone after a post of its body: 秘书处副处长 after 省商务厅综合处科员."""
    title = titles.last(words)
    if title is None or not _DIVISION.fullmatch(words, 0, title.start):
        return None
    division = words[: title.start].removesuffix("原")
    return Item(start, start + len(words), body, replace(title, start=0), division=division)


_DIVISION = re.compile(
    r"(?![后又并曾先再历])(?:(?![任兼])[\u4e00-\u9fff]){1,10}"
    r"(?:[处科室庭队组办站]|中心|支部|机关党委|机关纪委)原?"
)
_HOUSES = ("Enterprise", "Organization")
_BRANCHES = ("分行", "支行", "分公司", "分校", "分院", "分局", "分部")
_INNER = re.compile(
    r"(?![后又并曾先再历])(?:(?![任兼])[\u4e00-\u9fff]){1,12}(?:[部处科室系]|办公室|中心|学院|事业群)"
)


def _stop(reading: Reading, at: int) -> tuple[int, str]:
    """Give where the post that begins at `at` ends, and what parts it from the next."""
    for match in _SEPARATOR.finditer(reading.text, at, at + _FARTHEST):
        here = match.start()
        near = reading.names.within(max(0, at), min(len(reading.text), here + _LONGEST))
        inside = next((m for m in near if m.start < here <= m.stop - 1), None)
        if match.group() in ("（", "(") and _OTHER_NAME.match(reading.text, here):
            inside = inside or reading.names.ending(here)
        if match.group() in ("）", ")") and at < reading.text.rfind("（", at, here) + 1:
            continue
        if match.group() == "的" and reading.names.ending(here, *BODIES):
            continue  # 澜州大学的党委书记
        if match.group() == "和" and reading.text.startswith("共和国", here - 1):
            continue  # 驻某某共和国大使
        if match.group() == "兼" and reading.names.starting(here + 1, *BODIES) is None:
            continue  # 董事长兼总经理 is one title
        if inside is None and here > at:
            return here, match.group()
        if here - at > _LONGEST:
            return here, match.group()
    return min(len(reading.text), at + _FARTHEST), ""


_LONGEST = 60  # code points of the longest post with its body
_FARTHEST = 300  # code points after a verb in which something must part the post from what follows
