"""Event dates: on which day an event was held, by the times that stand around its name."""

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
    times = [one for one in reading.times if start <= one.start and one.stop <= stop]
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
        return ""  # 近日: the text leaves the day open
    if known:
        return known[-1].player.date
    return _told_before(reading, start) or next((one.date for one in times if one.date), "")


def _in_clause(reading: Reading, at: int, time: Time) -> bool:
    return time.stop <= reading.clause(at)[1]


def _told_before(reading: Reading, start: int) -> str:
    """Give the one day that the sentences before name, when they name no other."""
    days = {one.date for one in reading.times if one.stop <= start and len(one.date) == _WHOLE}
    return days.pop() if len(days) == 1 else ""


def long_past(reading: Reading, date: str, known: Sequence[Happening]) -> bool:
    """Tell whether a day lies so far back that the event is only background."""
    today = reading.article.date or known[0].player.date
    if len(date) == len("2023-11") and date[:4] != today[:4]:
        return True
    if not date or not today:
        return False
    return (day.fromisoformat(first_day(today)) - day.fromisoformat(last_day(date))).days > _PAST
