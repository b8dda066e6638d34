"""Focus: which event 会议, 活动 or 签约仪式 stands for at a place in the text."""

import re
from collections.abc import Sequence

from loaders.grammar.reading import Happening, Reading

_VISITS = ("visit", "inspection")
_KINDS = (
    (re.compile(r"签约|签字|签署"), ("signing",)),
    (re.compile(r"仪式|典礼|揭牌|开工|奠基|揭幕|剪彩"), ("ceremony", "signing")),
    (re.compile(r"发布会|通气会"), ("press",)),
    (re.compile(r"调研|考察|检查|督导|督查|走访|慰问|视察|参观|巡查|看望|督察"), _VISITS),
    (re.compile(r"会议|大会|座谈|论坛|全会|例会|推进会|动员|部署会|汇报会|会谈|会见|会上|与会"), ("meeting", "appointment", "press", "signing")),
)  # fmt: skip
_NEAR = 45


_OF_ROLES = {
    "签约": ("signing",), "见证": ("signing", "ceremony"), "揭牌": ("ceremony", "signing"), "揭幕": ("ceremony", "signing"),
    "剪彩": ("ceremony", "signing"), "授牌": ("ceremony", "signing"), "颁奖": ("ceremony", "other"), "陪同": _VISITS, "发布": ("press",),
}  # fmt: skip


def happening(
    reading: Reading, at: int, stop: int, *, after: int = -1, role: str = ""
) -> Happening | None:
    """Give the event that a predicate is about.

    Args:
        reading: The article, with its happenings.
        at: Where the predicate begins.
        stop: Where its clause ends.
        after: Where its verb ends, when it has one: an event named right there is meant.
        role: The role that it states, which tells the kind where no word does (签约, 揭牌).
    """
    known = reading.happenings
    if not known:
        return None
    inside = [one for one in known if at <= one.start < min(stop, at + _NEAR)]
    if inside:
        return inside[0]
    named = _named(reading, at, stop, known)
    if named is not None:
        return named
    words = (
        reading.text[at:stop] if after < 0 else reading.text[after:stop] or reading.text[at:stop]
    )
    found = _of_kind(words, at, known)
    fitting = [one for one in known if one.player.kind in _OF_ROLES.get(role, ())]
    if found is None and fitting:
        return _latest_main(fitting, at)
    return found or _current(at, known, _VISITS)


def staged(reading: Reading, at: int) -> Happening | None:
    """Give the event of which a sentence says at its head that it tells: 15日的某发布会上，…."""
    start, _ = reading.sentence(at)
    stage = _STAGE.match(reading.text, start, at)
    if stage is None:
        return None
    return _named(reading, start, stage.end(), reading.happenings)


_STAGE = re.compile(r"[^，。；\n]{4,60}?(?:上|中|期间|现场)，")


def _named(reading: Reading, at: int, stop: int, known: Sequence[Happening]) -> Happening | None:
    """Give the event whose name or whose last word stands in the predicate (新春座谈会)."""
    words = reading.text[at:stop]
    best: tuple[int, bool, int] = (0, False, -1)
    for place, one in enumerate(known):
        for name in one.player.names:
            if len(name) > _SHORT and name in words:
                best = max(best, (len(name), one.start <= at, place))
    return known[best[2]] if best[2] >= 0 else None


def _of_kind(words: str, at: int, known: Sequence[Happening]) -> Happening | None:
    for pattern, kinds in _KINDS:
        if pattern.search(words):
            fitting = [one for one in known if one.player.kind in kinds]
            if fitting:
                return _latest_main(fitting, at)
    return None


def _latest_main(choice: Sequence[Happening], at: int) -> Happening:
    """Give the event introduced last with a day of its own, else the first of all."""
    before = [one for one in choice if one.start <= at]
    if not before:
        return choice[0]
    main = before[0]
    for one in before[1:]:
        own = one.timed and not one.inner and one.verb >= 0
        if own or one.player.date != main.player.date or (main.inner and not one.inner):
            main = one
    return main


def _current(at: int, known: Sequence[Happening], less: Sequence[str]) -> Happening | None:
    """Give the event introduced last, else the first that the text will introduce."""
    before = [one for one in known if one.start <= at]
    for choice in (before, list(known)):
        meetings = [one for one in choice if one.player.kind not in less]
        if meetings or choice:
            return _latest_main(meetings or choice, at)
    return None


_SHORT = 2  # 座谈会 tells which, 会议 does not
