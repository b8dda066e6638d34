"""Time expressions as they stand in a healed text: 11月13日至12月1日, 13日上午, 去年, 昨日, 近日.

Finds and takes apart; what a month, a day or a 昨日 means is settled in `times`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.numerals import whole

# Terminals. Digits or Chinese numerals; a unit may be left out before the end of a range.
_TO = r"(?:起|开始)?(?:至|到|[-－–—―─~～]{1,2})"
_ONE_TO_NINE = "[一二三四五六七八九]"
_YEAR_NUMBER = r"(?:(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_MONTH_NUMBER = rf"(?:1[0-2]|0?[1-9]|十[一二]?|元|{_ONE_TO_NINE})"
_DAY_NUMBER = (
    rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十{_ONE_TO_NINE}?|廿{_ONE_TO_NINE}?|{_ONE_TO_NINE})"
)
# 2023云湖产业大会: a year may lack its 年 before the name of an occasion, but not before a unit.
_OCCASION = (
    r"(?=[^\d年多余人名家个项件万亿元米公吨千百辆台套户亩次位所号，。；：、]"
    r"[^\d，。；：、！？\n]{1,24}?(?:会|仪式|活动|节|季|论坛|大赛|展|周))"
)
_YEAR = rf"(?P<year>{_YEAR_NUMBER})(?:年|(?={_TO}{_YEAR_NUMBER}年)|(?P<occasion>{_OCCASION}))"
_NEAR_YEAR = "(?P<near_year>今年|本年(?!度)|去年|上年(?!度)|前年|明年)"
_MONTH = rf"(?P<month>{_MONTH_NUMBER})(?:月(?!饼|球|亮|票|嫂|刊|期|息|薪|租|号)|(?={_TO}{_MONTH_NUMBER}月))"
_NEAR_MONTH = "(?P<near_month>本月|上个?月|下个?月)"
_THIRD = "(?:份)?(?:上中旬|中上旬|中下旬|上旬|中旬|下旬|初|底|末)?"
_DAY = (
    rf"(?P<day>{_DAY_NUMBER})(?:(?P<both>[两三])?[日号]|(?=(?:{_TO}|、){_DAY_NUMBER}[两三]?[日号]))"
)
_WEEKDAY = r"(?:[(（]?(?:星期|礼拜|周)[一二三四五六日天][)）]?)?"
_PART = (
    r"(?:(?:上午|下午|中午|正午|傍晚|凌晨|清晨|早上|早晨|晚上|晚间|夜间|深夜|零时"
    r"|晚(?!报|会|宴|霞|清|年|了)|早(?!报|在|已|就|日)|夜(?!市|校|景|以))"
    r"(?:\d{1,2}(?:时|点)(?:\d{1,2}分|半|许)?)?|\d{1,2}时(?:\d{1,2}分)?)?"
)
_NEAR_DAY = (
    "(?P<near_day>今天|今日(?!头条|说法|话题)|今晚|今晨|今早|昨天|昨日|昨晚|昨夜|昨晨|前天|前日"
    "|明天|明日|明晚|后天|次日|翌日|当日|当天|当晚|同日|同天)"
)
_VAGUE = "(?P<vague>近日|日前|近期|近来|不久前|前不久|连日来|近几日|近几天)"

_DATE = re.compile(
    rf"(?:{_YEAR}|{_NEAR_YEAR})?(?:(?:{_MONTH}|{_NEAR_MONTH}){_THIRD})?"
    rf"(?:{_DAY}{_WEEKDAY}{_PART})?"
)
_NUMERIC = re.compile(
    r"(?<![\d./A-Za-z])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sign)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[./]\d)"
)
_WORD = re.compile(rf"(?:{_NEAR_DAY}{_PART}|{_VAGUE})")
_SEEK = re.compile(r"[\d〇一二三四五六七八九十廿元今昨前去上下本明后次翌当同近日不连]")
_PART_OF_DAY = re.compile(_PART)
_CONNECT = re.compile(_TO)
_LIST = re.compile("、")

_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_MONTHS = {"本": 0, "上": -1, "下": 1}
_DAYS = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_FOLLOWS = {"次": 1, "翌": 1, "当": 0, "同": 0}  # counted from the day named last

# What the characters around an expression make of it.
_NO_DAY_BEFORE = re.compile(
    r"(?:[\d.．/:：·第约近逾超共满每首半百零个之达足]|为期|连续|农历|阴历|不少于)\Z"
)
_NO_DAY_AFTER = re.compile(
    r"[内元均游龄后历语常产光益志程间]|本(?!报|市|省|区|县|次|届|站|网|台|刊|镇|乡|村)|以[内上下]|左右|之[内后前]|报(?!道)|工作日|新增"
)
_NO_DATE_BEFORE = re.compile(r"(?:[\d.．/]|农历|阴历)\Z")
_NO_MONTH_BEFORE = re.compile(r"(?:[\d.．/:：第约近逾超共满每个]|农历|阴历|为期)\Z")
_NO_YEAR_BEFORE = re.compile(r"[\d.．/:：约近逾超距]\Z")
_NO_YEAR_AFTER = re.compile(r"[级版款届]|度|第?\d+号|来|历史|以上|前(?!后)|多?前")


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time as stated; 0 or None where nothing is said.

    Attributes:
        years: 今年 0, 去年 -1.
        months: 本月 0, 上月 -1.
        days: 今天 0, 昨日 -1, counted from the day of the report.
        follows: 当日 0, 次日 1, counted from the day that the text named last.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    years: int | None = None
    months: int | None = None
    days: int | None = None
    follows: int | None = None

    @property
    def named(self) -> bool:
        """Tell whether a year, a month or a day is stated at all; 近日 states none."""
        return self != Point()


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a healed text, `[start, stop)` in its code points, not yet resolved."""

    start: int
    stop: int
    first: Point
    last: Point | None = None


def expressions(text: str) -> Iterator[Expression]:
    """Yield the time expressions of a healed text in order.

    >>> [text[e.start : e.stop] for text in ["11月13日至12月1日督察"] for e in expressions(text)]
    ['11月13日至12月1日']
    """
    at = 0
    while found := _SEEK.search(text, at):
        expression = _read(text, found.start())
        if expression is None:
            at = _past_number(text, found.start())
        else:
            yield expression
            at = expression.stop


def _past_number(text: str, at: int) -> int:
    """Step over what is no time: a whole number at once, so that 12023年 holds no 2023年."""
    stop = at + 1
    while text[at].isdigit() and stop < len(text) and text[stop].isdigit():
        stop += 1
    return stop


def _read(text: str, start: int) -> Expression | None:
    first = _point(text, start)
    if first is None:
        return None
    point, stop, bare = first
    if point.days is not None and text[stop : stop + 1] in tuple("(（"):
        inner = _read(text, stop + 1)
        if inner and inner.first.day and text[inner.stop : inner.stop + 1] in tuple(")）"):
            return Expression(start, _after_part(text, inner.stop + 1), inner.first, inner.last)
    joint = _CONNECT.match(text, stop) or (_LIST.match(text, stop) if bare else None)
    last = _point(text, joint.end(), ending=True) if joint and point.named else None
    if last is not None and _same_unit(point, last[0]):
        expression = Expression(start, last[1], point, last[0])
    elif bare:
        return None
    else:
        expression = Expression(start, stop, point)
    return expression if _stands(text, expression) else None


def _same_unit(first: Point, last: Point) -> bool:
    """Tell whether two points can be the ends of one range."""
    if last.follows is not None or not last.named:
        return False
    return bool(first.day) == bool(last.day) and (bool(last.month or last.day) or bool(last.year))


def _point(text: str, start: int, *, ending: bool = False) -> tuple[Point, int, bool] | None:
    """Read one point at `start`; the last item tells that the unit of its last number is left out."""
    numeric = _NUMERIC.match(text, start)
    if numeric:
        year, month, day = (int(numeric[name]) for name in ("year", "month", "day"))
        return Point(year, month, day), numeric.end(), False
    word = None if ending else _WORD.match(text, start)
    if word:
        return _word(word), word.end(), False
    found = _DATE.match(text, start)
    if found is None or found.end() == start:
        return None
    near_year, near_month = found["near_year"], found["near_month"]
    point = Point(
        year=whole(found["year"]) if found["year"] else 0,
        month=whole(found["month"]) if found["month"] else 0,
        day=whole(found["day"]) if found["day"] else 0,
        years=_YEARS[near_year] if near_year else None,
        months=_MONTHS[near_month[0]] if near_month else None,
    )
    bare = found.end() in (found.end("year"), found.end("month"), found.end("day"))
    bare = bare and found["occasion"] is None
    return point, found.end(), bare


def _word(found: re.Match[str]) -> Point:
    word = found["near_day"]
    if not word:
        return Point()
    if word[0] in _FOLLOWS:
        return Point(follows=_FOLLOWS[word[0]])
    return Point(days=_DAYS[word[0]])


def _after_part(text: str, at: int) -> int:
    found = _PART_OF_DAY.match(text, at)
    return found.end() if found else at


def _stands(text: str, found: Expression) -> bool:
    """Tell whether the characters around it let it be a time: 13日 does, 为期3日 and 5月份 do not."""
    first = found.first
    if not first.named or first.days is not None or first.follows is not None:
        return True
    before, written = text[max(0, found.start - 3) : found.start], text[found.start : found.stop]
    after = text[found.stop : found.stop + 4]
    dated = first.year or first.years is not None
    month = first.month or first.months is not None
    if month and first.day:
        return not _NO_DATE_BEFORE.search(before) and not (
            "号" in written and after[:1] in tuple("楼令文")
        )
    if month:
        return bool(dated) or _month_stands(first, before, written)
    if first.day:
        return _day_stands(before, written, after)
    if first.years is not None:
        return True
    return not _NO_YEAR_BEFORE.search(before) and not _NO_YEAR_AFTER.match(after)


def _month_stands(point: Point, before: str, written: str) -> bool:
    if point.months is not None:
        return True
    return written[0].isdigit() and "份" not in written and not _NO_MONTH_BEFORE.search(before)


def _day_stands(before: str, written: str, after: str) -> bool:
    if "号" in written or _NO_DAY_BEFORE.search(before) or _NO_DAY_AFTER.match(after):
        return False
    numeral = written.partition("日")[0]
    return numeral[0].isdigit() or len(numeral) > 1 or not written.endswith("日")
