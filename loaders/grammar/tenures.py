"""Tenures: what all that an article tells of one post says of it, and which steps of a career are over."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.grammar.appointments import APPOINTED, TAKEN
from loaders.grammar.careers import CAREER, YEARS
from loaders.grammar.reading import Fact, Reading
from loaders.text.times import Time

_STEPS = (TAKEN, CAREER)
_TURN = re.compile(
    r"(?:(?<![主兼并仍历曾先后责信])任(?![务期命职何免意性])|[升转调改继接新出]任|当选|选举|晋升|履新|任命|担任)"
)
_ENDED = re.compile(
    r"至此[番次]|至近[期日]|直至|退休|落马|[被受]查|接受审查|免职|被免|卸任|卸去|离任|去职|调离|不再|辞去|辞任|时期|期间"
)
_UNTIL = re.compile(r"[^，。；\n]{0,20}，直?至(?:此[番次]|近[期日]|今年|本次)")
_LASTING = re.compile(r"至今")
_SENTENCE_ENDS = re.compile("[。；\n]")
_NEAR = 600  # code points from a step to the next
_MOST = 200  # posts of one person that are compared with each of them
_NEW = 4  # months; what began earlier than that before an article is no news of it
_MONTH = len("2023-11")


def settled(reading: Reading, facts: Iterable[Fact]) -> list[Fact]:
    """Give each post one status.

    A step of a career (2015年任…, 升任…) is former where the text goes on to a later one, to an
    appointment that it reports, or to its end; else it is the person's present post: appointed
    where it is news, current where it is not. Of several things told of one post the most telling
    holds: that it was taken or is over, then that it was given, then that it is held.

    Args:
        reading: The article.
        facts: Facts of all types; only HOLDS are changed.
    """
    found = list(facts)
    lives: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if one.type == "HOLDS":
            lives[id(one.source)].append(place)
    tenures = Tenures(reading)
    for places in lives.values():
        told = [found[place] for place in places]
        steps = [tenures.status(one, told) for one in told]
        told = [replace(one, status=status) for one, status in zip(told, steps, strict=True)]
        for place, one in zip(places, _joined(told), strict=True):
            found[place] = one
    return found


def _joined(told: Sequence[Fact]) -> Iterable[Fact]:
    """Yield the facts of one person with one status for each post."""
    said: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in told:
        said[id(one.target), one.title].add(one.status or "current")
    for one in told:
        every = said[id(one.target), one.title]
        status = _telling(one.status or "current", every)
        yield replace(one, status="former" if status == _OVER else status)


_OVER = "over"  # former, but only by what follows in the text; that somebody is called by the post counts more
_ORDER = ("removed", "former", "appointed", "current", _OVER)


def _telling(status: str, every: set[str]) -> str:
    if status in ("appointed", "nominated") and "removed" in every:
        return status  # 任命 and 免去 in one article are two tenures
    if status == "nominated" and "appointed" not in every:
        return status
    return next(one for one in _ORDER if one in every)


class Tenures:
    """What one article says of when posts were held.

    Args:
        reading: The article.
    """

    def __init__(self, reading: Reading) -> None:
        """Note the day of the article; without one, the last day that it names."""
        self._reading = reading
        named = (one.date for one in reading.times)
        self._today = reading.article.date or max(named, default="")

    def status(self, one: Fact, told: Sequence[Fact]) -> str:
        """Give the status of one fact; that of a step depends on what else is told.

        Args:
            one: A post.
            told: All that the article says of posts of that person.
        """
        if one.status == "removed" and self._old(one):
            return "former"
        if one.status != "appointed" or one.rule not in (*_STEPS, APPOINTED):
            return one.status
        if any(self._follows(one, other) for other in told[:_MOST]):
            return _OVER
        if one.rule != APPOINTED:
            return self._last(one)
        over = _UNTIL.match(self._reading.text, one.stop)
        return "former" if over else one.status

    def _last(self, one: Fact) -> str:
        """Give the status of the last step of a career."""
        text = self._reading.text
        time = self._named(one)
        if time is not None and time.until:
            return "former"  # 2011年8月至2012年12月任…
        found = _SENTENCE_ENDS.search(text, one.stop)
        end = found.start() if found else len(text)
        others = self._reading.names.within(one.stop, end, "Person")
        rest = one.stop, others[0].start if others else end
        if _LASTING.search(text, *rest):
            return "current"
        if _ENDED.search(text, *rest):
            return "former"
        return "current" if self._old(one) else "appointed"

    def _follows(self, one: Fact, other: Fact) -> bool:
        """Tell whether another post follows upon one, so that this is over."""
        if (other.target, other.title) == (one.target, one.title):
            return False
        if other.rule not in (*_STEPS, APPOINTED, YEARS):
            return False
        background = other.status in ("current", "nominated") and self._old(one)
        if other.status != "appointed" and not background:
            return False
        first, second = self._time(one), self._time(other)
        size = min(len(first), len(second), _MONTH)
        if size and first[:size] != second[:size]:
            apart = _months(second) - _months(first)
            return apart > (_NEW if one.rule == APPOINTED else 0)
        if one.rule == APPOINTED:
            return False
        if other.rule == APPOINTED and self._old(one):
            return True
        text = self._reading.text
        after = 0 < other.stop - one.stop < _NEAR and "\n" not in text[one.stop : other.stop]
        return after and _TURN.search(text, one.stop, other.stop) is not None

    def _old(self, one: Fact) -> bool:
        """Tell whether a step was taken so long before the article that it is no news."""
        time = self._time(one)
        return bool(time and self._today) and _months(self._today) - _months(time) > _NEW

    def _time(self, one: Fact) -> str:
        """Give the time that a step is told under."""
        time = self._named(one)
        return time.date if time else one.date

    def _named(self, one: Fact) -> Time | None:
        """Give the last dated time that its sentence names before a post."""
        start, _ = self._reading.sentence(one.stop - 1)
        dated = [time for time in self._reading.time_span(start, one.stop) if time.date]
        return dated[-1] if dated else None


def _months(day: str) -> int:
    """Count months up to a day; a year alone counts up to its end."""
    year, _, rest = day.partition("-")
    return int(year) * 12 + int(rest[:2] or 12)
