"""Extract: read an article, ask every rule in order, write the record."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from graph.evidence import Article, Record
from loaders.grammar import (
    appointments,
    attendance,
    audiences,
    careers,
    holdings,
    inspections,
    ledgers,
    outings,
    posts,
    programmes,
    rosters,
    signings,
    story,
    teams,
    tenures,
    write,
)
from loaders.grammar.reading import Fact
from loaders.grammar.story import Story

Rule: TypeAlias = Callable[[Story], Iterable[Fact]]

RULES: tuple[Rule, ...] = (
    lambda one: posts.posts(one.reading, one.appositions),
    lambda one: posts.titles_after(one.reading, one.appositions),
    lambda one: rosters.brackets(one.reading),
    lambda one: rosters.followed(one.reading, one.appositions),
    lambda one: rosters.rosters(one.reading),
    lambda one: ledgers.ledgers(one.reading, one.appositions),
    lambda one: appointments.appointments(one.reading),
    lambda one: careers.careers(one.reading),
    lambda one: teams.led(one.reading, one.appositions, one.trips, one.stops),
    lambda one: teams.headed(one.reading, one.appositions),
    lambda one: holdings.holdings(one.reading),
    lambda one: holdings.visited(one.reading, one.stops),
    lambda one: outings.held(one.reading),
    lambda one: one.titled,
    lambda one: attendance.attendance(one.reading, one.appositions),
    lambda one: programmes.programme(one.reading),
    lambda one: audiences.attended(one.reading, one.appositions),
    lambda one: inspections.inspections(one.reading),
    lambda one: teams.leaders_stops(one.reading, one.appositions, one.trips),
    lambda one: one.stops,
    lambda one: signings.signings(one.reading, one.signed),
)
"""Every rule, in the order in which they are asked; of two that say the same, the first is quoted first."""


def extract(article: Article) -> Record:
    """Say what one article says.

    Args:
        article: An article; its text is never changed, and every offset counts its code points.

    Returns:
        Its record. Where the article's place was empty and the text makes it clear, it is filled.
    """
    told = story.tell(article)
    found = (fact for rule in RULES for fact in rule(told))
    return write.record(told.reading, tenures.settled(told.reading, found))
