"""Careers: the posts of a short biography: 现任, 历任, 拟任, 不再担任, and lines that begin with years."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.grammar.appointments import HELD, Row, each
from loaders.grammar.offices import offices
from loaders.grammar.owners import Owner
from loaders.grammar.posts import Ground
from loaders.grammar.reading import Fact, Reading
from loaders.names.mention import Mention

CAREER, YEARS = "appointments.career", "appointments.years"
_CURRENT = ("现任", "现为", "现担任", "现兼任", "目前担任", "目前任")
_NOMINATED = (
    "拟任",
    "拟提名为",
    "拟担任",
    "拟提名",
    "拟推荐为",
    "拟提任",
    "拟任命为",
    "拟聘任为",
    "拟选任",
    "拟推荐提名为",
    "拟提名推荐为",
    "提名为",
    "被提名为",
)
_LEAVING = (
    "不再担任",
    "不再兼任",
    "不再兼",
    "辞去了",
    "辞去",
    "卸任",
    "免去其",
    "免去",
    "被免去",
    "被撤销",
    "被罢免",
)
_PAST = (
    "曾任", "历任", "先后任", "先后担任", "先后出任", "曾先后任", "曾先后担任", "曾担任", "曾兼任", "曾历任", "时任", "原任",
    "此前任", "此前担任", "此前曾任", "此前他任", "此前他担任", "此前她任", "此前她担任", "长期担任", "利用担任", "利用其担任", "利用先后担任", "利用任", "在担任", "在任", "期间任",
)  # fmt: skip
_TAKEN = (
    "出任",
    "升任",
    "转任",
    "调任",
    "改任",
    "接任",
    "挂任",
    "兼任",
    "履新",
    "当选为",
    "当选",
    "任",
    "担任",
    "成为",
    "获任",
    "晋升",
    "晋升为",
    "被任命为",
    "被聘为",
    "被聘任为",
    "被选为",
    "被推选为",
    "被提拔为",
)
_MOVED = ("转任", "调任", "升任", "改任")
_WORDS = sorted((*_CURRENT, *_NOMINATED, *_LEAVING, *_PAST), key=len, reverse=True)
_CAREER = re.compile(
    "("
    + "|".join(_WORDS)
    + "|"
    + "|".join(_MOVED)
    + "|"
    + "|".join(sorted((one for one in _TAKEN if len(one) > 1), key=len, reverse=True))
    + "|(?<=[年月日起后，。；已他她其并又再还仍均即始续式次])任"
    + r")(?![务期命职何免意性])(过|了)?[：:]?"
)
_GOES_ON = re.compile(
    r"(?:早年|早期|其间，|此后，|随后，|同年，|之后，)?"
    r"(?:(?:他|她|其)(?!们|中|间|他|它|余|实)|\d{4}年|\d{1,2}月|同年|次年|曾|历任|先后|现任|拟任|此前|长期"
    r"|(?:其|之)?后来?(?=[于又再曾任调历担兼赴升转出]))"
)
_TELLS = re.compile(r"，[男女]，|出生|生于|[曾现历后先调升]任|担任|履历|简历")
_LEFT = re.compile(r"[从由](?=[\u4e00-\u9fff、]{4,60}?(?:[调转升改]任|调往|到))")
_SPAN = re.compile(
    r"(\d{4})\s?[.．年]\s?(?:(\d{1,2})\s?月?)?\s?(?:[—–\-－~～至]|--)+\s?(?:(\d{4})\s?[.．年]\s?(?:(\d{1,2})\s?月?)?|至?今)?(?:期间)?"
    r"[\s，,：:]*(?:先后|历)?(?:任|担任)?"
)
_TWO = 2
_LIKELY = 0.92


def careers(reading: Reading) -> Iterator[Fact]:
    """Yield HOLDS for every step of a career."""
    dated = {match.end() for match in _SPAN.finditer(reading.text)}
    for match in _CAREER.finditer(reading.text):
        named = reading.names.ending(match.start(), "Person") if match.group(1) in _TAKEN else None
        if match.end() not in dated and named is None:  # 甲升任… is read by appointments
            yield from _step(reading, match)
    for match in _LEFT.finditer(reading.text):
        yield from _left(reading, match)
    yield from _years(reading)


def _left(reading: Reading, match: re.Match[str]) -> Iterator[Fact]:
    """Yield the posts that somebody moves from: 从青溪县委常委、副县长调任…."""
    person = _subject(reading, match.start())
    held = list(offices(reading, match.end(), Ground(CAREER, _LIKELY, "former"), []))
    if person is None or not held or not _MOVES.match(reading.text, held[-1].stop):
        return
    for office in held:
        yield from each(reading, Row((person,)), office)


_MOVES = re.compile(r"[调转升改]任|调往|到")


def _step(reading: Reading, match: re.Match[str]) -> Iterator[Fact]:
    word = match.group(1)
    status = _said(reading, match)
    if not status:
        return
    ground = Ground(CAREER, _LIKELY, status)
    held = list(offices(reading, match.end(), ground, [], career=True))
    if not held or held[0].held.item.body is None or held[0].held.item.start > match.end() + _TWO:
        ahead = _ahead(reading, match)
        held = list(offices(reading, match.end(), ground, ahead, career=True)) or held
    if not held or _apposed(reading, held[-1].stop):
        return
    people = _whose(reading, match.start(), held[-1].stop)
    people = people or _subjects(reading, match.start(), word)
    for office in held if people else ():
        yield from each(reading, Row(people), office)


def _said(reading: Reading, match: re.Match[str]) -> str:
    """Give the status that a verb states with the words before it; nothing where they deny or doubt it."""
    word, text = match.group(1), reading.text
    if match.group(2) == "过":
        return "former"
    if word not in _TAKEN:
        return _status(word)
    if word == "任" and text[match.start() - 1] in "。\n":
        return "current"
    start = max(0, match.start() - _NEAR)
    if _DOUBTED.search(text, start, match.start()):
        return ""
    if text[match.start() - 1] == "将":
        return "nominated"
    return "current" if HELD.search(text, start, match.start()) else "appointed"


_DOUBTED = re.compile(
    r"(?:[不未]|没有|可能|有望|或将?|能否|是否|(?:如果|假如|一旦|倘若|竞选)[^，。；]{0,10})$"
)
_NEAR = 16  # code points before a verb


def _ahead(reading: Reading, match: re.Match[str]) -> list[Owner]:
    """Give the areas and bodies that a step without any may be of: 调任青溪县委副书记，次年当选县长; 赴柳浦镇，任副镇长."""
    text, start = reading.text, max(reading.sentence(match.start())[0], match.start() - _BACK)
    firm = _firm(reading, match, start)
    if firm is not None:
        return [firm]
    types = "PublicBody", "District", "Organization"
    near = list(reading.names.within(start, match.start(), *types))
    units = [one for one in near if one.type != "District"]
    several = units and "、" in (text[units[-1].start - 1], text[units[-1].stop])
    if several or match.group(1).startswith("当选"):
        near = [one for one in near if one.type == "District" or one.organ.endswith("委")]
    players = ((one, reading.player(one)) for one in near)
    return [Owner(player, one.start, one) for one, player in players if player is not None]


def _firm(reading: Reading, match: re.Match[str], start: int) -> Owner | None:
    """Give the firm of a step: the one that somebody joins (加入某银行，先后担任…), or that 公司 means (辞去公司董事长)."""
    text = reading.text
    meant = _MEANT.match(text, match.end()) is not None
    since = max(0, match.start() - _MEANT_NEAR) if meant else start
    near = reading.names.within(since, match.start(), "Enterprise")
    joined = [one for one in near if meant or text.endswith(_JOINING, start, one.start)]
    one = joined[-1] if joined else None
    player = reading.player(one) if one else None
    if (
        not meant
        and one is not None
        and reading.names.within(one.stop, match.start(), "PublicBody", "Organization")
    ):
        return None
    return Owner(player, one.start, one) if player and one else None


_MEANT = re.compile(r"[本该]?(?:公司|集团|银行)(?=[\u4e00-\u9fff]{0,3}[董总监行党副首财法独执])")
_MEANT_NEAR = 300
_JOINING = ("加入", "进入", "入职", "供职于", "就职于", "任职于", "执掌", "服务于")
_BACK = 120  # code points before a step in which its area may be named


def _apposed(reading: Reading, stop: int) -> bool:
    """Tell whether a list of posts runs up to a name, so that it is no step: 现任某局局长、某党组书记甲表示."""
    text = reading.text
    end = next((at for at in range(stop, len(text)) if text[at] in "，。；：\n"), len(text))
    people = _people(reading, stop, end)
    return bool(people) and "的" not in text[stop : people[0].start]


def _whose(reading: Reading, start: int, stop: int) -> tuple[Mention, ...]:
    """Give who stands after the posts: 此前担任青溪县委书记的甲, 出任县委副书记，并提名为县长的甲."""
    text = reading.text
    since = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    if text[stop : stop + 1] == "的" and (named := reading.names.starting(stop + 1, "Person")):
        return (named,)
    if _people(reading, since, start):
        return ()
    until = min(end for one in "。；\n" if (end := text.find(one, stop) % (len(text) + 1)) >= 0)
    after = _people(reading, stop, until)
    return (after[0],) if after and text[after[0].start - 1] == "的" else ()


def _subjects(reading: Reading, at: int, word: str) -> tuple[Mention, ...]:
    """Give whom a step is of; of several only what they leave together: 接受甲、乙辞去….."""
    person = _subject(reading, at)
    people = [person] if person else []
    while people and word in _LEAVING and people[-1].stop == at:
        before = reading.names.ending(people[0].start - 1, "Person")
        if before is None or reading.text[people[0].start - 1] not in "、和":
            break
        people.insert(0, before)
    return tuple(people)


def _status(word: str) -> str:
    if word in _CURRENT:
        return "current"
    if word in _NOMINATED:
        return "nominated"
    if word in _LEAVING:
        return "removed"
    return "appointed" if word in _TAKEN else "former"


def _subject(reading: Reading, at: int) -> Mention | None:
    """Give who a career is of: the person last named in its sentence, else who the text is about.

    A sentence that names nobody (现任…; 他历任…) speaks of the one person whom its paragraph, or the
    last sentence before it, names.
    """
    text = reading.text
    line = text.rfind("\n", 0, at) + 1
    start = max(text.rfind("。", 0, at) + 1, line)
    people = [
        one for one in _people(reading, start, at) if not text.endswith(_REPLACED, 0, one.start)
    ]
    if people and _OTHER.search(text, people[-1].stop + 1, at):
        return None  # 任命甲为…；某同志不再担任…
    if people:
        after = text[people[-1].stop : people[-1].stop + 1]
        return people[-1] if after not in ("、", "和") else None
    if _NAMELESS.search(text, start, at):
        return None
    clause = max(text.rfind("，", start, at), start - 1) + 1
    if clause != at and not (_GOES_ON.match(text, start) or _GOES_ON.match(text, clause)):
        return None
    earlier = _people(reading, line, start)
    if len({one.organ for one in earlier}) == 1:
        return earlier[0]
    return _gone_on(reading, start, line)


def _gone_on(reading: Reading, start: int, line: int) -> Mention | None:
    """Give whom the sentences before one speak of, when the last that names anybody tells of one person's life."""
    told = _people(reading, max(0, start - _WIDE), start + _WIDE)
    unknown = _UNKNOWN.search(reading.text, max(0, start - _WIDE), start)
    if len({one.organ for one in told}) == 1 and told[0].start >= start and not unknown:
        return told[0]  # a life told before its name: 1970年出生。历任…。甲先生…
    until = start
    for _ in range(_SENTENCES):
        since = _before(reading.text, until, line)
        people = _people(reading, since, until)
        if not people and _UNKNOWN.search(reading.text, since, until):
            return None
        born = [one for one in people if _BORN.match(reading.text, one.stop)]
        if born:
            return born[-1]
        if people:
            tells = until == start or _TELLS.search(reading.text, since, until)
            return people[0] if tells and len({one.organ for one in people}) == 1 else None
        until = since
    return None


_SENTENCES, _WIDE = 4, 2000
_BORN = re.compile(r"(?:同志)?[，,]?(?:[男女][，,]|(?:现年|生于|出生)|\d{4}年[^，。]{0,8}生)")
"""Words after a name that begin the story of a life: 甲，男，…; 甲出生于…."""
_UNKNOWN = re.compile(r"，[男女]，")


def _before(text: str, start: int, line: int) -> int:
    """Give where the sentence before the one that starts at a position begins."""
    return max(text.rfind("。", 0, max(start - 1, 0)) + 1, line)


_REPLACED = ("接替", "接棒", "取代", "代替")
_OTHER = re.compile(r"(?<=.)(?:同志|，[男女]，)")
_NAMELESS = re.compile(r"某|有关负责人|[一两二三四五六七八九十\d]人|(?<![他她])分别")


def _people(reading: Reading, start: int, stop: int) -> list[Mention]:
    return [one for one in reading.names.within(start, stop, "Person") if not one.byline]


def _month(match: re.Match[str], group: int) -> str:
    """Give the month, or the year alone, that begins or ends a line of a career; empty when none does."""
    year, month = match.group(group), match.group(group + 1)
    return f"{year}-{month.zfill(_TWO)}" if year and month else year or ""


def _years(reading: Reading) -> Iterator[Fact]:
    """Yield the posts of lines such as 2003.09—2006.11 青溪县水利局局长, of the person named last."""
    for match in _SPAN.finditer(reading.text):
        if reading.text[: match.start()].rstrip().endswith(("其间：", "其间:", "期间：")):
            continue
        people = _people(reading, 0, match.start())
        if not people:
            continue
        ended = match.group(3) is not None
        ground = Ground(YEARS, _LIKELY, "former" if ended else "current")
        since, until = _month(match, 1), _month(match, 3)
        for office in offices(reading, match.end(), ground, [], career=True):
            for one in each(reading, Row((people[-1],)), office):
                yield replace(one, valid_from=since, valid_to=until)
