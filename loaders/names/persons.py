"""Persons: surname, place in the sentence, and what stands after; a name once sure labels its repeats."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import lexicons
from loaders.names.candidates import (
    Candidate,
    again,
    candidate,
    dotted,
    ends_clause,
    foreign,
    shorter,
    transliterated,
)
from loaders.names.columns import columns
from loaders.names.covered import covered
from loaders.names.cues import Cue, cues
from loaders.names.edges import HARD, Edges
from loaders.names.mention import Mention, Mentions
from loaders.names.occurrences import occurrences

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
    r"等?(?:出席|参加|主持|列席)(?:(?:并)?(?:会议|仪式|活动|大会|座谈|签约|调研|并讲话|并致辞)){0,2}(?=[，。；])|陪同(?:调研|检查|考察|活动)?(?=[，。；])|"
    r"(?:作|致|发表)[^，。；的]{0,8}(?:讲话|发言|汇报|致辞|辞|通报|部署)(?=[，。；])"
)
_PAIR = 2  # code points of the shortest name
_TITLED = re.compile(
    r"[（(][^）)]{1,40}(?:书记|主任|主席|经理|总裁|委员|常委|[局处科院校会行部厅县区市镇乡省队组]长)[）)]"
)
_AFTER_NAME = (
    "，男，",
    "，女，",
    "（男",
    "（女",
    " 男，",
    " 女，",
    "男，",
    "女，",
    "，汉族",
    "简历",
    "同志简历",
)
_SEX = re.compile(r"，[男女]，|，汉族，")
_JOINED, _THREE = "和与及的", 3
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,3}")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·・•][\u4e00-\u9fff]{1,8})+")
_DATELINE = re.compile(r"(?:电|讯|消息|日)\s?[（(]((?:[\u4e00-\u9fff]{2,4}[ 、]?){1,4})[)）]")
_CLAUSE = re.compile(r"(?:^|(?<=[，。；：！？“”\n》)）]))(?=[\u4e00-\u9fff]{2})")
_NEXT = re.compile(r"(?:[（(][^（）()\n]{1,40}[）)])?(?:[、 ]|和|与|以及|及)")
_LONG = 4  # code points of a transliterated name that is longer than any Chinese one
_ENTRY = re.compile(r"任命|免去|免职|任免|当选|选举|任职")
_POST_TAKEN = re.compile(r"(?:同志)?的[^。；\n，]{2,40}职务")
_STEPS = re.compile(
    r"，?(?:曾任|历任|现任|拟任|升任|转任|调任|出任|当选|被免去|被任命|被提名|被查|不再担任|不再兼任|先后担任|先后任|出生于|生于|毕业于)"
)
_WHOSE = re.compile(r"(?:任职|任[^，。；：、\n的]{2,24}[长记任席员理裁])的(?=[\u4e00-\u9fff]{2,4})")
_TAKES = ("兼任", "担任", "出任", "接任", "继任")
_SURE, _LIKELY, _LEAST = 0.95, 0.85, 0.6


_WHERE_FROM = ("Organization", "Enterprise", "PublicBody", "Place")


@functools.cache
def _callings() -> frozenset[str]:
    return frozenset(lexicons.words("person_cues"))


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    stop: int
    confidence: float
    byline: bool = False


def find(
    text: str, names: Mentions, edges: Edges, gaps: frozenset[int] = frozenset()
) -> list[Mention]:
    """Find the persons of a healed text.

    Args:
        text: A healed text.
        names: The other names, which no person's name lies across.
        edges: Where names may begin.
        gaps: Positions before which the text as published has white space.
    """
    return _Reader(text, names, edges, gaps).read()


class _Reader:
    def __init__(self, text: str, names: Mentions, edges: Edges, gaps: frozenset[int]) -> None:
        self._text, self._edges, self._names, self._gaps = text, edges, names, gaps
        self._taken = covered(text, names)
        self._hits: dict[int, _Hit] = {}
        entry = _ENTRY.search(text)
        self._entries = entry.end() - 1 if entry else -1  # where lists of appointments may begin

    def read(self) -> list[Mention]:
        """Give every mention of a person, in order."""
        self._dotted()
        for cue in cues(self._text):
            self._after(cue)
        self._datelines()
        self._at_clauses()
        self._repeats()
        self._before_titles()
        self._before_sex()
        self._before_steps()
        self._whose()
        for one in columns(self._text, self._gaps):
            self._add(one)
        self._lists()
        self._repeats()
        bylines = {self._word(hit) for hit in self._hits.values() if hit.byline}
        bylines -= {self._word(hit) for hit in self._hits.values() if not hit.byline}
        found = [
            Mention("Person", hit.start, hit.stop, self._word(hit), organ=self._word(hit),
                    byline=self._word(hit) in bylines)
            for hit in self._hits.values()
        ]  # fmt: skip
        return [*found, *self._by_surname(found)]

    def _word(self, hit: _Hit) -> str:
        return self._text[hit.start : hit.stop]

    def _free(self, start: int, stop: int) -> bool:
        return not any(self._taken[start:stop])

    def _add(self, found: Candidate | None, byline: bool = False) -> bool:
        """Keep a candidate unless it lies across another name or another person."""
        if found is None or not self._free(found.start, found.stop):
            return False
        self._hits[found.start] = _Hit(found.start, found.stop, found.strength, byline)
        for at in range(found.start, found.stop):
            self._taken[at] = True
        return True

    def _after(self, cue: Cue) -> None:
        at, least = self._place(cue)
        named = cue.strong and not cue.byline
        placed = cue.strong or bool(cue.needs) or self._of_body(cue)
        found = candidate(self._text, at, placed=placed)
        if named:
            if found is None or found.strength < _LEAST:
                found = again(self._text, at) or foreign(self._text, at)
            found = self._longer(found, at)
        if found is None or not self._accepted(cue, found, least):
            return
        found = shorter(self._text, found)
        if self._add(found, cue.byline):
            self._forward(found.stop, cue.byline)

    def _of_body(self, cue: Cue) -> bool:
        """Tell whether the word before a name says what somebody is at a body or in a place: 某小学 + 教师."""
        return not cue.byline and any(
            self._text[cue.stop - size : cue.stop] in _callings()
            and self._names.ending(cue.stop - size, *_WHERE_FROM) is not None
            for size in (2, 3, 4)
        )

    def _place(self, cue: Cue) -> tuple[int, float]:
        """Give where the name after a cue begins, and how clear it has to be: 组长：甲; 现任市长为甲; （局长）甲."""
        text, at = self._text, cue.stop
        if not cue.strong:
            return at, _LIKELY
        at += text[at : at + 1] in ("：", ":", " ")
        if text[at : at + 1] in ("）", ")"):
            return at + 1, _LIKELY
        if text[at : at + 1] in ("为", "是", "由") and candidate(text, at + 1) is not None:
            return at + 1, _SURE
        short = self._names.ending(cue.stop - 1, "District") is not None
        return at, _LIKELY if short else _LEAST  # 邵阳县长阳铺镇 has no 县长

    def _accepted(self, cue: Cue, found: Candidate, least: float) -> bool:
        """Tell whether a candidate is clear enough, and what has to stand after it does."""
        text = self._text
        if cue.needs and self._names.starting(found.stop):
            return found.strength >= _LEAST
        if found.strength < least and not (least == _SURE and text.startswith(_TAKES, found.stop)):
            return False
        return not cue.needs or text.startswith(cue.needs, found.stop)

    def _longer(self, found: Candidate | None, at: int) -> Candidate | None:
        """Prefer a name of four characters and more that transliterates: 扎西次仁, not 扎西次."""
        if found is None or self._text[found.stop : found.stop + 1] in HARD:
            return found
        longer = foreign(self._text, at)
        if longer is None or longer.stop - at < _LONG or longer.stop <= found.stop:
            return found
        return longer

    def _forward(self, stop: int, byline: bool) -> None:
        """Read the rest of a list of names: 甲、乙、丙和丁."""
        while True:
            joint = _NEXT.match(self._text, stop)
            if joint is None or (joint.group() == " " and not byline):
                return
            known = self._hits.get(joint.end())
            if known is not None:
                stop = known.stop
                continue
            found = candidate(self._text, joint.end(), placed=True)
            found = self._longer(found, joint.end())
            if found is None or found.strength < _LIKELY or not self._add(found, byline):
                return
            stop = found.stop

    def _datelines(self) -> None:
        for match in _DATELINE.finditer(self._text):
            for name in re.finditer(r"[\u4e00-\u9fff]{2,4}", match.group(1)):
                found = candidate(self._text, name.start(), placed=True)
                if found and found.stop == name.end():
                    self._add(found, byline=True)

    def _dotted(self) -> None:
        found = [dotted(self._text, *match.span()) for match in _DOTTED.finditer(self._text)]
        for one in [one for one in found if one is not None and self._add(one)]:
            self._forward(one.stop, byline=False)

    def _at_clauses(self) -> None:
        """Read names at the start of a clause, straight before a verb of saying or doing."""
        for match in _CLAUSE.finditer(self._text):
            row = list(self._row(match.start()))
            last = row[-1] if row else None
            if last is None:
                continue
            described = self._described(last)
            long = last.stop - last.start > _PAIR
            firm = self._text.startswith(_FIRM_VERBS if long else _CAREER_VERBS, last.stop)
            attends = long and _ATTENDS.match(self._text, last.stop) is not None
            attends = attends or _LEADERS.match(self._text, last.stop) is not None
            appointed = firm or attends or self._entry(match.start(), last.stop)
            if (last.strength < _LIKELY or row[0].weak) and not (described or appointed):
                continue
            if last.speaks or described or appointed:
                for found in row:
                    self._add(found)

    def _entry(self, start: int, stop: int) -> bool:
        """Tell whether a name begins an entry of a list of appointments: ；甲为…, ；甲的…职务."""
        before = self._text[start - 1] if start else "\n"
        if self._text.startswith("同志", stop):
            return True
        if before not in "；：\n":
            return False
        taken = _POST_TAKEN.match(self._text, stop) is not None
        if not taken and not self._text.startswith(("为", "同志为"), stop):
            return False
        return before in "；：" or 0 <= self._entries < start

    def _described(self, last: Candidate) -> bool:
        """Tell whether a description stands after a name: ，男，; （区长）; ，澜州大学校长."""
        if self._text.startswith(_AFTER_NAME, last.stop) or _TITLED.match(self._text, last.stop):
            return True
        apposed = not last.weak and self._text[last.stop : last.stop + 1] in ("，", "是")
        bodies = ("PublicBody", "Enterprise", "Organization")
        return apposed and self._names.starting(last.stop + 1, *bodies) is not None

    def _row(self, at: int) -> Iterator[Candidate]:
        """Yield the names of a list that would begin at a position: 甲、乙和丙."""
        found = candidate(self._text, at)
        while found is not None and found.strength >= _LEAST:
            yield found
            joint = _JOINT.match(self._text, found.stop)
            if joint is None:
                return
            found = candidate(self._text, joint.end(), placed=True)

    def _before_sex(self) -> None:
        """Read names before ，男，: no surname is too rare there, and no edge need stand before."""
        for match in _SEX.finditer(self._text):
            for length in (5, 4, 3, 2):
                start = max(match.start() - length, 0)
                named = self._text[start : match.start()]
                if length > _THREE and transliterated(named) and named[0] not in _JOINED:
                    self._add(Candidate(start, match.start(), _SURE))
                    break
                found = candidate(self._text, start, placed=True)
                edge = start == 0 or self._text[start - 1] in HARD
                fills = found is not None and found.stop == match.start()
                if fills or (edge and _WORDS.fullmatch(named)):
                    self._add(Candidate(start, match.start(), _SURE))
                    break

    def _before_steps(self) -> None:
        """Read names straight before a step of a career, wherever a name may begin: 出生的甲，曾任."""
        for match in _STEPS.finditer(self._text):
            for length in (4, 3, 2):
                start = match.start() - length
                if start < 0 or not (self._edges.is_edge(start) or ends_clause(self._text, start)):
                    continue
                found = candidate(self._text, start)
                if found and found.stop == match.start() and not found.weak:
                    self._add(found)
                    break

    def _whose(self) -> None:
        """Read names after a clause that says what somebody was: 此前担任青溪县委书记的甲，…."""
        for match in _WHOSE.finditer(self._text):
            found = candidate(self._text, match.end())
            if found is not None and found.strength >= _LIKELY:
                self._add(found)

    def _before_titles(self) -> None:
        """Read names straight before a title: 习近平总书记, 陆维桢省长."""
        for match in _titles().finditer(self._text):
            for length in (3, 2):
                start = match.start() - length
                if start < 0 or not self._may_begin(start, match.group()):
                    continue
                found = candidate(self._text, start)
                if found and found.stop == match.start() and not found.weak:
                    if self._text[start - 1] != "的":  # 牺牲的舒兰副市长 has a short name of a city
                        self._add(found)
                    break

    def _may_begin(self, at: int, title: str) -> bool:
        """Tell whether a name may begin: at an edge, after punctuation or a title, or after a body or an area of the title's."""
        if self._edges.is_edge(at) or ends_clause(self._text, at):
            return True
        area = self._names.ending(at, "District")
        if area is not None and area.text[-1] + "长" == title.removeprefix("副"):
            return True
        return self._names.ending(at, "PublicBody", "Enterprise", "Organization") is not None

    def _lists(self) -> None:
        """Read what stands before a sure name in a list, back to where the list begins."""
        for hit in sorted(self._hits.values(), key=lambda one: one.start):
            stop = hit.start
            while stop and self._text[stop - 1] == "、":
                found = self._before(stop - 1)
                if found is None or not self._add(found, hit.byline):
                    break
                stop = found.start

    def _before(self, stop: int) -> Candidate | None:
        for length in (3, 2, 4):
            start = stop - length
            if start < 0 or not (start == 0 or ends_clause(self._text, start)):
                continue
            found = candidate(self._text, start, placed=True)
            if found and found.stop == stop and found.strength >= _LIKELY:
                return found
        return None

    def _repeats(self) -> None:
        """Label every other mention of a name that is sure."""
        bylines = {self._word(hit) for hit in self._hits.values() if hit.byline}
        sure = {self._word(hit) for hit in self._hits.values()}
        found = occurrences(self._text, sure)
        for word in sorted(sure, key=lambda one: (-len(one), one)):
            for start, stop in found[word]:
                longer = candidate(self._text, start) if len(word) == len("李明") else None
                if longer and longer.stop > stop and longer.strength >= _SURE:
                    continue
                self._add(Candidate(start, stop, _LIKELY), word in bylines)

    def _by_surname(self, found: list[Mention]) -> Iterator[Mention]:
        """Read 陆副市长 as the one person of the text whose surname that is."""
        surnames: dict[str, set[str]] = {}
        for one in found:
            if not one.byline:
                surnames.setdefault(one.text[0], set()).add(one.text)
        for match in _SURNAME_TITLE.finditer(self._text):
            names = surnames.get(match.group(1), set())
            if len(names) == 1 and self._free(*match.span()):
                yield Mention("Person", *match.span(), match.group(), organ=min(names))


_SURNAME_TITLE = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])副?(?:省长|市长|区长|县长|镇长|厅长|局长|部长|书记|主任|主席|校长|院长|总经理|总裁|董事长)"
)


@functools.cache
def _titles() -> re.Pattern[str]:
    """Match the titles that stand after a name, with 副 and 同志."""
    heads = [row[0] for row in lexicons.rows("titles") if row[1] != "none" and len(row[0]) > 1]
    found = sorted(
        (*heads, *("副" + one for one in heads), "同志", "主席", "教授"), key=len, reverse=True
    )
    return re.compile("|".join(map(re.escape, found)))
