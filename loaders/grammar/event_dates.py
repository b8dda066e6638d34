"""Event dates: on which day an event was held, by the times that stand around its name."""

import re
from collections.abc import Sequence
from datetime import date as day

from graph.evidence import first_day, last_day
from loaders.grammar.reading import Happening, Reading
from loaders.text.times import Time

_WHOLE = len("2023-11-13")
_PAST = 45  # days


def of(reading: Reading, span: tuple[int, int], known: Sequence[Happening]) -> str:
    """Give the day of an event: named in its sentence, else that of the event before.

    A year inside the name itself (2024年…推介会) tells the day only where nothing else does.

    Args:
        reading: The article.
        span: Where the name begins and ends.
        known: The events that the article introduced before it.
    """
    start, stop = reading.sentence(span[0])
    times = [one for one in reading.time_span(start, stop) if not _dateline(reading, one)]
    before = [one for one in times if one.stop <= span[0]]
    after = [one for one in times if one.start >= span[1] and _in_clause(reading, span[1], one)]
    whole = [one for one in before if len(one.date) == _WHOLE][-1:]
    whole += [one for one in after if len(one.date) == _WHOLE][:1]
    if whole:
        return whole[0].date
    dated = [one.date for one in (*reversed(before), *after) if one.date]
    if dated:
        return dated[0]
    if before or after:
        named = next((one.date for one in times if one.date), "")
        return _lately(reading) or named  # 近日: the text leaves the day open, but not the year
    earlier = [one for one in known if one.start < span[0]]
    if earlier:
        return earlier[-1].player.date
    reported = [one.date for one in reading.time_span(start, span[0]) if one.date]
    named = next((one.date for one in times if one.date), "")
    return _told_before(reading, start) or named or (reported or [_lately(reading)])[-1]


def _lately(reading: Reading) -> str:
    """Give the year of what happened shortly before publication; early in a year it may be the one before."""
    today = reading.article.date
    return today[: len("2023")] if today[len("2023-") :] > _NEW_YEAR else ""


_NEW_YEAR = "01-15"


def again(reading: Reading, one: Happening, span: tuple[int, int]) -> None:
    """Let a later naming of an event add the day that the first left out, as a title does.

    Args:
        reading: The article.
        one: The event.
        span: Where it is named again.
    """
    start, stop = reading.sentence(span[0])
    held = any(word in reading.text[start:stop] for word in _HELD)
    if len(one.player.date) == _WHOLE or not held:
        return
    day = of(reading, span, [])
    if len(day) == _WHOLE and day.startswith(one.player.date):
        one.player.date = day


_HELD = ("召开", "举行", "举办", "开幕", "闭幕", "开赛", "开班", "启幕", "揭幕", "拉开")
_OF_REPORT = re.compile(r"电|讯|消息|报道|[(（](?:见习|实习)?(?:记者|通讯员)")


def _dateline(reading: Reading, time: Time) -> bool:
    """Tell whether a time is that of the report: 某市8月10日电."""
    return _OF_REPORT.match(reading.text, time.stop) is not None


def _in_clause(reading: Reading, at: int, time: Time) -> bool:
    return time.stop <= reading.clause(at)[1]


def _told_before(reading: Reading, start: int) -> str:
    """Give the one day that the sentences before name, when they name no other."""
    days = {one.date for one in reading.times if one.stop <= start and len(one.date) == _WHOLE}
    return days.pop() if len(days) == 1 else ""


def ahead(reading: Reading, date: str) -> bool:
    """Tell whether a day lies after that of publication, so that the event is only announced."""
    today = reading.article.date
    return len(today) == len(date) == _WHOLE and date > today


def named_past(reading: Reading, name: str) -> bool:
    """Tell whether the name itself holds a year long before publication: 2013年首届某会."""
    year, today = _YEAR.match(name), reading.article.date
    return year is not None and len(today) >= len("2023") and int(today[:4]) - int(year[1]) > 1


_YEAR = re.compile(r"(20\d\d)年")


def long_past(reading: Reading, date: str, known: Sequence[Happening]) -> bool:
    """Tell whether a day lies so far back that the event is only background."""
    today = reading.article.date or (known[0].player.date if known else "")
    if not (known or today):
        return False
    if len(date) == len("2023-11") and date[:4] != today[:4]:
        return True
    if not date or not today:
        return False
    return (day.fromisoformat(first_day(today)) - day.fromisoformat(last_day(date))).days > _PAST
