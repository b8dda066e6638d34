"""Acts: events that a verb reports where no noun of an event stands: 见证了多项文件的签署, 开展夜查行动, 共同会见记者."""

import re
from collections.abc import Iterator, Sequence

from loaders.grammar import event_dates
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_SIGNED = re.compile(
    r"见证(?:了)?(?P<name>[^。；\n]{2,60}?(?:文件|协议|协定|备忘录|合同|声明|条约)的?(?P<short>签署|签订|签字|交换)(?!仪式))"
)
_PRESS = re.compile(r"(?:共同|一起|联合)(?:会见|见)了?(?:中外)?(?P<name>记者)(?=[，。；\n]|$)")
_ACTION = re.compile(
    r"(?:开展|展开|启动|实施|进行)了?(?P<name>(?:(?![，。；的“”])[\u4e00-\u9fff\d]){2,24}?(?P<short>(?:夜查|统一|集中|清查|检查|巡查|执法|整治|搜救|救援|督查|专项|巡防)行动))(?=[，。；\n]|$)"
)
_NO_ACT = re.compile(r"将|拟|计划|持续|继续|深入|不断|多次|以来|要|应|陆续|常态|定期")
_DAY = len("2023-11-13")


def find(reading: Reading, known: Sequence[Happening]) -> Iterator[Happening]:
    """Yield signings that somebody witnesses, press meetings of hosts and guests, and actions of one day."""
    for pattern, kind in ((_SIGNED, "signing"), (_PRESS, "press"), (_ACTION, "inspection")):
        for match in pattern.finditer(reading.text):
            event = _event(reading, match, kind, known)
            if event is not None:
                yield event
                break


def _event(
    reading: Reading, match: re.Match[str], kind: str, known: Sequence[Happening]
) -> Happening | None:
    """Make the event of a match, unless it is one already known, only planned, or work that goes on."""
    text, (start, stop) = reading.text, match.span("name")
    begin, _ = reading.sentence(start)
    if kind != "inspection" and any(one.player.kind == kind for one in known):
        return None
    if _NO_ACT.search(text, max(begin, match.start() - _NEAR), match.start()):
        return None
    days = [
        one
        for one in reading.time_span(begin, match.start())
        if len(one.date) == _DAY or "日" in text[one.start : one.stop]
    ]
    if kind == "inspection" and not days:
        return None  # without a day an action is work that goes on
    player = Player("Event", kind=kind, date=event_dates.of(reading, (start, stop), known))
    if kind == "press":
        player.call("会见记者", *match.span())
        return Happening(player, *match.span(), match.start())
    player.call(text[start:stop], start, stop)
    player.call(text[start:stop].replace("的" + match["short"], match["short"]))
    player.call(match["short"])
    return Happening(player, start, stop, match.start())


_NEAR = 30  # code points before a verb in which a word makes it a plan
