"""Careers: the posts of a short biography: 现任, 历任, 拟任, 不再担任, and lines that begin with years."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.grammar.appointments import Row, each
from loaders.grammar.offices import offices
from loaders.grammar.posts import Ground
from loaders.grammar.reading import Fact, Reading
from loaders.names.mention import Mention

CAREER, YEARS = "appointments.career", "appointments.years"
_CURRENT = ("现任", "现为", "现担任", "现兼任")
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
)
_LEAVING = (
    "不再担任",
    "不再兼任",
    "不再兼",
    "辞去了",
    "辞去",
    "卸任",
    "被免去",
    "被撤销",
    "被罢免",
)
_PAST = (
    "曾任", "历任", "先后任", "先后担任", "先后出任", "曾先后任", "曾先后担任", "曾担任", "曾兼任", "曾历任", "时任", "原任",
    "此前任", "此前担任", "此前曾任", "后任", "后担任", "长期担任", "利用担任", "利用其担任", "利用先后担任", "利用任", "在担任", "在任", "期间任",
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
)
_WORDS = sorted((*_CURRENT, *_NOMINATED, *_LEAVING, *_PAST), key=len, reverse=True)
_CAREER = re.compile(
    "("
    + "|".join(_WORDS)
    + "|"
    + "(?<=[年月日起后，])(?:"
    + "|".join(_TAKEN)
    + r"))(?![务期命职何免意性])(?:过|了)?"
)
_PRONOUN = re.compile(r"(?:其间，|此后，|随后，|同年，)?(?:他|她|其)(?!们|中|间|他|它|余|实)")
_SPAN = re.compile(
    r"(\d{4})\s?[.．年]\s?(\d{1,2})\s?月?\s?(?:[—–\-－~～至]|--)+\s?(?:(\d{4})\s?[.．年]\s?(\d{1,2})\s?月?|至?今)?"
    r"[\s，,：:]*(?:任|担任|历任)?"
)
_TWO = 2
_LIKELY = 0.92


def careers(reading: Reading) -> Iterator[Fact]:
    """Yield HOLDS for every step of a career."""
    dated = {match.end() for match in _SPAN.finditer(reading.text)}
    for match in _CAREER.finditer(reading.text):
        if match.end() not in dated:
            yield from _step(reading, match)
    yield from _years(reading)


def _step(reading: Reading, match: re.Match[str]) -> Iterator[Fact]:
    person = _subject(reading, match.start())
    if person is None:
        return
    ground = Ground(CAREER, _LIKELY, _status(match.group(1)))
    for office in offices(reading, match.end(), ground, [], career=True):
        yield from each(reading, Row((person,)), office)


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
    people = _people(reading, start, at)
    if people:
        after = text[people[-1].stop : people[-1].stop + 1]
        return people[-1] if after not in ("、", "和") else None
    if _NAMELESS.search(text, start, at):
        return None
    for since in (line, _before(text, start, line)):
        earlier = _people(reading, since, start)
        if len({one.organ for one in earlier}) == 1:
            return earlier[0]
        if not _PRONOUN.match(text, start):
            return None
    return None


def _before(text: str, start: int, line: int) -> int:
    """Give where the sentence before the one that starts at a position begins."""
    return max(text.rfind("。", 0, max(start - 1, 0)) + 1, line)


_NAMELESS = re.compile(r"某|有关负责人|[一两二三四五六七八九十\d]人|分别")


def _people(reading: Reading, start: int, stop: int) -> list[Mention]:
    return [one for one in reading.names.within(start, stop, "Person") if not one.byline]


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
        since = f"{match.group(1)}-{match.group(2).zfill(_TWO)}"
        until = f"{match.group(3)}-{match.group(4).zfill(_TWO)}" if ended else ""
        for office in offices(reading, match.end(), ground, [], career=True):
            for one in each(reading, Row((people[-1],)), office):
                yield replace(one, valid_from=since, valid_to=until)
