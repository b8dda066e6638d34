"""Reading: one article as the rules see it, and Fact: what a rule finds in it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from graph.evidence import Article
from graph.evidence.heal import Healed, heal, sentences
from loaders.grammar import implied
from loaders.names import (
    abroad,
    brief,
    companies,
    departments,
    districts,
    divisions,
    foreign,
    home,
    persons,
    premises,
    stops,
    tailed,
    zones,
)
from loaders.names.abbreviations import declared, widened
from loaders.names.cast import Cast, Player
from loaders.names.edges import Edges
from loaders.names.enumerations import firms
from loaders.names.found import Found
from loaders.names.home import Home
from loaders.names.mention import Mention, Mentions
from loaders.text.times import Time, times

_CLAUSE_ENDS = re.compile(r"[，。；：！？!?\n]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation in the making; spans count code points of the healed text.

    Attributes:
        type: Type of the relation, a word of the schema.
        source: Where it starts.
        target: Where it points; for HOLDS the body.
        start: First code point of the words that state it.
        stop: Code point after them.
        rule: The rule that read it.
        confidence: How sure the rule is, 0 to 1.
        where: `text`, or `title`: then the span counts code points of the healed title.
    """

    type: str
    source: Player
    target: Player
    start: int
    stop: int
    rule: str
    confidence: float = 0.9
    title: str = ""
    status: str = ""
    role: str = ""
    order: int = 0
    listed_as: str = ""
    date: str = ""
    valid_from: str = ""
    valid_to: str = ""
    event: Player | None = None
    where: str = "text"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that the article reports.

    Attributes:
        player: The event as an entity.
        start: First code point of the words that introduce it.
        stop: Code point after them.
        verb: Where the verb of holding it begins (召开); -1 when it has none.
        inner: It was a part of another event (会上举行了宣誓仪式).
        timed: Words of time introduce it (下午, 随后), so that it is not the event before.
    """

    player: Player
    start: int
    stop: int
    verb: int = -1
    inner: bool = False
    timed: bool = False


@dataclass(slots=True)
class Reading:
    """One article, read: the healed text, its names, times and events.

    Look-ups by position are by bisection; no rule should walk over the whole text, or over all
    names or times, for each name.
    """

    article: Article
    healed: Healed
    sentences: tuple[tuple[int, int], ...]
    times: tuple[Time, ...]
    districts: Found
    home: Home
    names: Mentions
    cast: Cast
    happenings: list[Happening] = field(default_factory=list)
    _starts: list[int] = field(init=False)
    _breaks: list[int] = field(init=False)
    _timed: dict[int, Time] = field(init=False)
    _matches: dict[re.Pattern[str], tuple[list[re.Match[str]], list[int]]] = field(init=False)

    def __post_init__(self) -> None:
        """Note where sentences begin and clauses end, which every rule asks for."""
        self._starts = [start for start, _ in self.sentences]
        self._breaks = [one.start() for one in _CLAUSE_ENDS.finditer(self.text)]
        self._timed = {one.start: one for one in self.times}
        self._matches = {}

    @property
    def text(self) -> str:
        """The healed text."""
        return self.healed.text

    def sentence(self, at: int) -> tuple[int, int]:
        """Give the sentence that holds a position."""
        place = bisect_right(self._starts, at) - 1
        return self.sentences[max(place, 0)] if self.sentences else (0, len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """Give the clause that holds a position: from one comma or full stop to the next."""
        place = bisect_left(self._breaks, at)
        start = self._breaks[place - 1] + 1 if place else 0
        return start, self._breaks[place] if place < len(self._breaks) else len(self.text)

    def last_match(self, pattern: re.Pattern[str], start: int, stop: int) -> re.Match[str] | None:
        """Give the last match of a pattern inside a span; the text is walked over once for each pattern."""
        if pattern not in self._matches:
            found = list(pattern.finditer(self.text))
            self._matches[pattern] = found, [one.start() for one in found]
        matches, starts = self._matches[pattern]
        for at in range(bisect_left(starts, stop) - 1, bisect_left(starts, start) - 1, -1):
            if matches[at].end() <= stop:
                return matches[at]
        return None

    def time_in(self, start: int, stop: int, near: int = -1) -> Time | None:
        """Give the dated time inside a span: the last that ends before `near`, else the first."""
        inside = [one for one in self.time_span(start, stop) if one.date]
        before = [one for one in inside if near < 0 or one.stop <= near]
        whole = [one for one in before if len(one.date) == len("2023-11-13")]
        if whole or before:
            return (whole or before)[-1]
        return inside[0] if inside else None

    def time_at(self, start: int) -> Time | None:
        """Give the time expression that begins at a position."""
        return self._timed.get(start)

    def time_span(self, start: int, stop: int) -> tuple[Time, ...]:
        """Give the time expressions inside a span, in order."""
        low = bisect_left(self.times, start, key=_start)
        high = bisect_left(self.times, stop, key=_start)
        return tuple(one for one in self.times[low:high] if one.stop <= stop)

    def player(self, mention: Mention) -> Player | None:
        """Give the entity that a mention names."""
        return self.cast.of(mention)


def read(article: Article) -> Reading:
    """Read an article: heal its text, find its names and times, and put the names together."""
    healed = heal(article.text)
    text = healed.text
    found = districts.find(text, place=article.place, date=article.date, title=article.title)
    edges = Edges(text, [(one.start, one.stop) for one in found.mentions])
    tailed_names = foreign.join(text, found, tailed.find(text, found, edges))
    tailed_names = companies.put(text, found, edges, tailed_names)
    tailed_names = departments.put(text, found, tailed_names)
    tailed_names = divisions.put(text, tailed_names)
    tailed_names = zones.put(found.mentions, tailed_names)
    tailed_names += premises.find(text, found.mentions, tailed_names)
    short = widened(list(declared(text, tailed_names)), tailed_names)
    taken = {at for one in short for at in range(one.start, one.stop)}
    tailed_names = [*short, *(one for one in tailed_names if one.start not in taken)]
    listed = list(firms(text, edges, [*found.mentions, *tailed_names]))
    tailed_names = _uncut(listed, tailed_names)
    seen = stops.find(text, found, [*tailed_names, *listed])
    names = _outer(_over(seen, [*tailed_names, *listed]), found.mentions)
    people = persons.find(text, Mentions(names), edges, _gaps(article.text, healed))
    covered = {at for one in people for at in range(one.start, one.stop)}
    where = home.infer(text, found, place=article.place, title=article.title)
    ours = [*home.pointed(text, where), *abroad.home(text, found, [*people, *tailed_names])]
    ours += brief.find(text, found, where)
    found.areas.update({one.area: area for one in ours if (area := where.area_of(one.area))})
    everyone = Mentions([*people, *ours, *(one for one in names if one.start not in covered)])
    everyone = implied.put(text, everyone, found, edges)
    return Reading(
        article,
        healed,
        tuple(sentences(text)),
        times(text, article_date=article.date, title=article.title),
        found,
        where,
        everyone,
        Cast(text, everyone, found, where),
    )


def _start(time: Time) -> int:
    return time.start


def _gaps(published: str, healed: Healed) -> frozenset[int]:
    """Give the positions of the healed text before which the text as published has white space."""
    origin = healed.origin
    return frozenset(
        at
        for at in range(1, len(healed.text))
        if origin[at] - origin[at - 1] > 1 and published[origin[at] - 1].isspace()
    )


def _over(seen: list[Mention], others: list[Mention]) -> list[Mention]:
    """Put longer names over those that are cut short inside them: 某村核桃科 of 某村核桃科管园."""
    covered = {at for one in seen for at in range(one.start, one.stop)}
    kept = [one for one in others if one.start not in covered and one.stop - 1 not in covered]
    return [*seen, *kept]


def _uncut(listed: list[Mention], others: list[Mention]) -> list[Mention]:
    """Drop names of which a list shows that they are only the end of another."""
    begins = {one.stop: one.start for one in listed}
    return [one for one in others if begins.get(one.stop, one.start) >= one.start]


def _outer(tailed_names: list[Mention], areas: tuple[Mention, ...]) -> list[Mention]:
    """Drop districts that only stand inside the name of a firm or school in a short form.

    Countries stay: 韩国央行 is of 韩国, while 湖南某研究所 is only called so.
    """
    inside = {
        at
        for one in tailed_names
        if one.type in ("Enterprise", "Organization") and not one.text.endswith(_DWELLINGS)
        for at in range(one.start, one.stop)
    }
    kept = [
        one
        for one in areas
        if one.start not in inside or one.text.endswith(_FULL) or abroad.is_nation(one.text)
    ]
    return [*tailed_names, *kept]


_DWELLINGS = ("村", "社区", "小区")  # 湖南湘西白石村 lies in Hunan
_FULL = ("省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道")
