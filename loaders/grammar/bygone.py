"""Bygone: whether a sentence tells of what was done long before the article, as its background."""

import re

from loaders.grammar.reading import Reading

_DAY = len("2023-11-13")
_MONTH = len("2023-11")
_FEBRUARY = "02"  # until then the last months of the year before are not long ago
_LONG = 2  # months; what is older than that is background


def told(reading: Reading, start: int, at: int) -> bool:
    """Tell whether the time before a verb is another year, or a month long before publication.

    Args:
        reading: The article; without a full day of publication nothing is bygone.
        start: Where the sentence begins.
        at: Where the verb stands, or who acts.
    """
    today = reading.article.date
    time = reading.time_in(start, at, at)
    if time is None or len(today) < _DAY:
        return False
    words = reading.text[time.start : time.stop]
    lately = int(today[:4]) - (today[5:7] <= _FEBRUARY)
    if "年" in words and int(time.date[:4]) < lately:  # a year that is told, and not worked out
        return True
    alone = len(time.date) == _MONTH and "月" in words  # 今年3月: a day would be that of the news
    return alone and _months(today) - _months(time.date) > _LONG


def back_then(reading: Reading, start: int, at: int, stop: int) -> bool:
    """Tell whether words before persons say that they did it at another time: 三年前，时任县长甲, 乙曾在….

    Args:
        reading: The article.
        start: Where the sentence begins.
        at: Where their posts begin.
        stop: Where their names end.
    """
    return _BACK_THEN.search(reading.text, max(start, at - _NEAR), stop) is not None


_NEAR = 40  # code points before the names of persons in which a word bears on them
_BACK_THEN = re.compile(r"时任|[\d一二三四五六七八九十几多]年前|曾(?:经|先后|多次|到|在|来)")


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])
