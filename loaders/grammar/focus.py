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


_TOLD = ("介绍", "通报", "汇报", "发布", "解读", "部署")
_ABOUT = re.compile("|".join(_TOLD))
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
    told = _ABOUT.search(reading.text, at, stop) if role in _TOLD else None
    limit = told.end() if told else stop  # 介绍某论坛有关情况 is said at another event
    inside = [one for one in known if at <= one.start < min(limit, at + _NEAR)]
    if inside:
        return inside[0]
    named = _named(reading, at, limit, known)
    if named is not None:
        return named
    words = (
        reading.text[at:stop] if after < 0 else reading.text[after:stop] or reading.text[at:stop]
    )
    guests = [one for one in known if one.player.kind in _VISITS]
    if guests and _TO_GUESTS.search(words if after < 0 else reading.text[at:stop]):
        return _latest_main(guests, at)
    found = _of_kind(words, at, known)
    fitting = [one for one in known if one.player.kind in _OF_ROLES.get(role, ())]
    if found is None and fitting:
        return _latest_main(fitting, at)
    return found or _current(at, known, _VISITS)


_TO_GUESTS = re.compile(
    r"向[^，。；\n]{0,8}?(?:调研|考察|检查|督导|视察|访问|参观|评估|走访|慰问)[^，。；\n]{0,4}?(?:团|组|队|一行|人员|专家)"
)


def talk(reading: Reading, at: int, *, together: bool) -> Happening | None:
    """Give the event where somebody talks, or where several do something together, as the text goes on about it."""
    before = [one for one in reading.happenings if one.start <= at]
    last = _current(at, before, _VISITS) if before else None
    if last is None or last.player.kind in _VISITS:
        return None
    spoken = together or any(_FORUM.search(name) for name in last.player.names)
    return last if spoken else None


_FORUM = re.compile(
    "(?:论坛|研讨会?|讲座|培训班?|培训会|备课会|座谈会|交流会|分享会|年会|沙龙|讲堂|报告会|学术会议|宣讲)$"
)


def at_stage(reading: Reading, start: int, stop: int) -> Happening | None:
    """Give the event that words like 在签约仪式前的座谈会上 mean: the one whose name ends there, else one of its kind."""
    words = reading.text[start:stop].rstrip("，、")
    ended = [
        one
        for one in reading.happenings
        for name in one.player.names
        if len(name) > _SHORT
        and words[: words.rfind(name) + len(name)][-len(name) :] == name
        and len(words) - words.rfind(name) - len(name) <= _TAIL
    ]
    known = [one for one in ended if one.start <= start] or ended
    if known:
        return known[-1]
    found = _kin(words, reading.happenings) or _of_kind(words, start, reading.happenings)
    plain = _PLAIN.search(words) is not None
    return found or (_current(start, reading.happenings, _VISITS) if plain else None)


def _kin(words: str, known: Sequence[Happening]) -> Happening | None:
    """Give the event whose name says what the words do: 捐赠仪式上 of 公益捐赠活动."""
    stem = _STEM.search(words)
    if stem is None:
        return None
    named = [one for one in known if any(stem.group(1) in name for name in one.player.names)]
    return named[0] if named else None


_STEM = re.compile(
    r"([\u4e00-\u9fff]{2})(?:仪式|典礼|活动|大会|会)(?:的)?(?:现场|上|中|过程中|期间)+$"
)
_TAIL = 3  # 上, 现场, 过程中
_PLAIN = re.compile("^(?:在)?(?:[本此]次)?(?:会上|活动|现场|席间)")


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
            if fitting and fitting[0].start > at:  # 某捐赠活动…甲出席仪式。欢迎仪式上…
                told = [one for one in known if one.start <= at and one.player.kind == "other"]
                fitting = told or fitting
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
