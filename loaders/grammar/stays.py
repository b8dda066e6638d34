"""Stays: from when to when a team is where it inspects (进驻时间为…, 自…起…，…结束, 为期12天)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from loaders.grammar.reading import Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention
from loaders.text.numerals import whole
from loaders.text.times import Time

_NOUN = "督察|督导|督查|巡视|巡察|巡查|检查|核查|调查|考核|评估|验收|指导|暗访"
_ABOUT = re.compile(rf"进驻|入驻|驻点|蹲点|{_NOUN}|工作|时间")
_STAYING = re.compile(
    rf"进驻|入驻|驻点|巡视|巡察|(?:{_NOUN}|工作)(?:工作)?(?:时间|期限|期(?![间待望])|从|自)"
    rf"|[此本这]次(?:{_NOUN})(?:工作)?(?:将)?(?:为期|历时|持续)"
    rf"|对[^，。；\n]{{2,60}}?(?:开展|进行|实施)[^，。；\n]{{0,16}}?(?:{_NOUN})"
)
_RECEPTION = re.compile(r"受理|值班|来电|来信|来访|接听|接待|电话|信箱|举报|报名|每[天日]|工作日")
_SINCE = re.compile(r"(?:起|开始|以来)")
_FROM = ("自", "从", "于")
_UNTIL_BEFORE = re.compile(r"(?:至|到|截至|于|将于|并于|，)[^，。；]{0,2}$")
_UNTIL_AFTER = re.compile(
    r"(?:前|左右)?(?:全部|正式|圆满|顺利)?(?:结束|截止|止|撤离|离开|完成|离驻)"
)
_LASTS = re.compile(
    r"(?:为期|历时|利用|用|持续)(?P<about>约|近|大约)?(?P<size>\d{1,3}|两|半|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?P<unit>天|日|周|个?星期|个月)(?P<more>左右|多)?"
)
_DAY = len("2023-11-13")


@dataclass(frozen=True, slots=True)
class Stay:
    """What a sentence says of how long a team stays.

    Attributes:
        team: The team that stays, as an entity.
        begins: First day, an ISO prefix.
        ends: Last day, an ISO prefix; empty when the text leaves it open.
        start: Where the sentence begins in the healed text.
        stop: Where it ends.
    """

    team: Player
    begins: str
    ends: str
    start: int
    stop: int


def stays(reading: Reading, only: Mention | None) -> Iterator[Stay]:
    """Yield how long each team stays.

    Args:
        reading: The article.
        only: The one team of the article, for sentences that leave their subject out.
    """
    for start, stop in reading.sentences:
        if not _ABOUT.search(reading.text, start, stop):
            continue
        teams = reading.names.within(start, stop, "InspectionTeam")
        unsaid = only if _STAYING.search(reading.text, start, stop) else None
        team = teams[0] if teams else unsaid
        player = reading.player(team) if team else None
        period = _period(reading, start, stop) if player is not None else None
        if period is not None and player is not None:
            yield Stay(player, *period, start, stop)


def _period(reading: Reading, start: int, stop: int) -> tuple[str, str] | None:
    """Give the first and the last day of a stay that a sentence states."""
    times = [
        one
        for one in reading.times
        if start <= one.start < stop and one.date and not _received(reading, one)
    ]
    ranged = next((one for one in times if one.until and not _possessed(reading, one)), None)
    if ranged is not None:
        return ranged.date, ranged.until
    for number, one in enumerate(times):
        if not _begun(reading, one) or len(one.date) != _DAY:
            continue
        last = next((two for two in times[number + 1 :] if _ended(reading, two)), None)
        return one.date, last.date if last else _lasting(reading, one, start, stop)
    return _entered(reading, times, start, stop)


def _entered(reading: Reading, times: list[Time], start: int, stop: int) -> tuple[str, str] | None:
    """Give the stay that begins with a day of arrival (6月17日进驻…) where this sentence or the next says when it ends."""
    enters = _ENTERS.search(reading.text, start, stop)
    before = [one for one in times if enters and one.stop <= enters.start() and not one.until]
    if enters is None or not before or len(before[-1].date) != _DAY:
        return None
    after, end = reading.sentence(stop) if stop < len(reading.text) else (stop, stop)
    goes_on = after >= stop and _GOES_ON.match(reading.text, after, end) is not None
    end = end if goes_on else stop
    ended = (
        one.date
        for one in reading.times
        if enters.end() <= one.start < end and one.date and _ended(reading, one)
    )
    last = next(ended, "") or _lasting(reading, before[-1], enters.end(), end)
    return (before[-1].date, last) if last else None


_ENTERS = re.compile(r"进驻(?!期间|以来|前|后|时间)|入驻|开展|启动|开始")
_GOES_ON = re.compile(
    rf"(?:本次|此次|整个|这次|该|全部)?(?:年度|集中|现场|驻点)*(?:{_NOUN}|进驻|工作)+(?:组|专班)?(?:时间|工作|将)*(?:为期|历时|持续|至|到|于|预计|计划|从|，|\d)"
)


def _received(reading: Reading, one: Time) -> bool:
    """Tell whether a time is one of receiving calls and letters, not of the stay."""
    start, stop = reading.clause(one.start)
    return _RECEPTION.search(reading.text, start, stop) is not None


def _possessed(reading: Reading, one: Time) -> bool:
    """Tell whether a range only says of when something is: 1月1日至6月30日的台账."""
    return _OF_THE_TIME.match(reading.text, one.stop) is not None


_OF_THE_TIME = re.compile(rf"的(?!.{{0,12}}?(?:{_NOUN}|进驻|工作))")


def _begun(reading: Reading, one: Time) -> bool:
    """Tell whether a time says since when: 自…起, …起, 从…开始."""
    since = _SINCE.match(reading.text, one.stop)
    if since is None:
        from_then = reading.text[one.start - 1 : one.start] in _FROM[:2]
        return from_then and _ABOUT.match(reading.text, one.stop) is not None
    rest = reading.text[since.end() : since.end() + _NEAR]
    return reading.text[one.start - 1 : one.start] in _FROM or _ABOUT.search(rest) is not None


_NEAR = 40  # code points between a day and what began on it


def _ended(reading: Reading, one: Time) -> bool:
    """Tell whether a time says until when: …结束, 至…, 截至…."""
    text = reading.text
    if _UNTIL_AFTER.match(text, one.stop):
        return True
    before = _UNTIL_BEFORE.search(text, max(0, one.start - 4), one.start)
    return before is not None and before.group()[0] in "至到截"


def _lasting(reading: Reading, first: Time, start: int, stop: int) -> str:
    """Work out the last day of a stay from how long it is said to last; a month gives a month."""
    lasts = _LASTS.search(reading.text, start, stop)
    if lasts is None or lasts["about"] or lasts["more"] or lasts["size"] == "半":
        return ""
    size = _TWO if lasts["size"] == "两" else whole(lasts["size"])
    begins = date.fromisoformat(first.date)
    if lasts["unit"] == "个月":
        months = begins.month - 1 + size - (begins.day == 1)
        year = begins.year + months // 12
        return f"{year:04}-{months % 12 + 1:02}" if year <= MAXYEAR else ""
    days = size if lasts["unit"] in ("天", "日") else size * 7
    return (begins + timedelta(days=days - 1)).isoformat()


_TWO = 2
