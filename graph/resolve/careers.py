"""Careers: which offices a person is reported to hold when, and whether two careers can be one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.resolve.posts import Office, clash

NEAR = timedelta(days=90)
"""Two full-time offices reported within this time are held at once, unless a text says otherwise."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One report that a person holds an office.

    Attributes:
        office: The office.
        day: Day of the report, None when unknown.
        began: The report is of an appointment: reports before it say nothing against it.
    """

    office: Office
    day: date | None
    began: bool


@dataclass(slots=True)
class Career:
    """What is reported of one person, or of several that may be one.

    Attributes:
        days: For each office the days on which it is reported, and those of appointments.
        together: Pairs of offices that one text gives to one person.
        sources: The records' people: (record, cluster), so that two of one record stay two.
    """

    offices: dict[str, Office] = field(default_factory=dict)
    days: dict[str, list[tuple[date | None, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    together: set[frozenset[str]] = field(default_factory=set)
    sources: set[tuple[str, str]] = field(default_factory=set)


def career(stands: Iterable[Stand], source: tuple[str, str]) -> Career:
    """Give the career that one record tells of one person."""
    found = Career(sources={source})
    for one in stands:
        found.offices[one.office.id] = one.office
        found.days[one.office.id].append((one.day, one.began))
    found.together = {frozenset((a, b)) for a in found.offices for b in found.offices if a < b}
    return found


def merged(careers: Iterable[Career]) -> Career:
    """Give all careers as if they were one person's."""
    whole = Career()
    for one in careers:
        whole.offices.update(one.offices)
        for office, days in one.days.items():
            whole.days[office].extend(days)
        whole.together |= one.together
        whole.sources |= one.sources
    return whole


def contradicts_itself(whole: Career) -> bool:
    """Tell whether one person can hardly have this career."""
    records = [record for record, _ in whole.sources]
    if len(records) != len(set(records)):
        return True
    offices = sorted(whole.offices)
    return any(
        _at_once(whole, a, b)
        for place, a in enumerate(offices)
        for b in offices[place + 1 :]
        if frozenset((a, b)) not in whole.together and clash(whole.offices[a], whole.offices[b])
    )


def contradict(one: Career, other: Career) -> bool:
    """Tell whether two careers can hardly be one person's."""
    if {record for record, _ in one.sources} & {record for record, _ in other.sources}:
        return True
    stated = one.together | other.together
    both = Career(days={**one.days})
    for a, office in one.offices.items():
        for b, another in other.offices.items():
            if frozenset((a, b)) in stated or not clash(office, another):
                continue
            both.days = {a: one.days[a], b: other.days[b]}
            if _at_once(both, a, b):
                return True
    return False


def _at_once(whole: Career, a: str, b: str) -> bool:
    """Tell whether two offices are reported near each other in time.

    An appointment to one of them parts what comes before it from what comes after: the person left
    the other office then.
    """
    firsts = sorted({day for day, _ in whole.days[a] if day})
    seconds = sorted({day for day, _ in whole.days[b] if day})
    if not firsts or not seconds:
        return True
    starts = {
        office: min((day for day, began in whole.days[office] if began and day), default=None)
        for office in (a, b)
    }
    for day in firsts:
        at = bisect_left(seconds, day - NEAR)
        while at < len(seconds) and seconds[at] <= day + NEAR:
            if not _left_before(day, seconds[at], starts[a], starts[b]):
                return True
            at += 1
    return False


def _left_before(day_a: date, day_b: date, start_a: date | None, start_b: date | None) -> bool:
    """Tell whether the later office was entered by an appointment after the last of the other."""
    if start_b and day_a <= start_b <= day_b:
        return True
    return bool(start_a and day_b <= start_a <= day_a)
