"""Story: an article read, with what several rules ask for: who stands in which list, which events, which trips."""

from dataclasses import dataclass

from graph.evidence import Article
from loaders.grammar import (
    acts,
    announced,
    appositions,
    audiences,
    campaigns,
    happenings,
    headlines,
    milestones,
    outings,
    programmes,
    reading,
    rounds,
    signings,
    tours,
    trips,
)
from loaders.grammar.appositions import Apposition
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.signings import Signed
from loaders.grammar.trips import Trip
from loaders.names.mention import Mention


@dataclass(frozen=True, slots=True)
class Story:
    """What the rules are given.

    Attributes:
        reading: The article, its names and its events.
        appositions: What stands before each name of a person.
        signed: Statements that parties signed.
        trips: Visits and inspections by persons.
        stops: VISITS, one for each stop of a trip.
        titled: What only the title says of the event that it names.
    """

    reading: Reading
    appositions: dict[Mention, Apposition]
    signed: tuple[Signed, ...]
    trips: tuple[Trip, ...]
    stops: tuple[Fact, ...]
    titled: tuple[Fact, ...]


def tell(article: Article) -> Story:
    """Read an article; its events are found first, since the rules speak of them."""
    read = reading.read(article)
    named = appositions.read(read)
    read.happenings = happenings.find(read)
    read.happenings += programmes.find(read)
    read.happenings += milestones.find(read, read.happenings)
    read.happenings += acts.find(read, read.happenings)
    read.happenings += audiences.find(read, named, read.happenings)
    titled = headlines.read(read)
    signed = signings.signed(read, named)
    unnamed = signings.ceremony(read, signed)
    read.happenings += [unnamed] if unnamed else []
    travelled, stops = trips.trips(read, named)
    read.happenings += [one.happening for one in travelled]
    read.happenings += rounds.find(read)
    read.happenings += outings.find(read)
    read.happenings.sort(key=lambda one: one.start)
    for one in (*announced.find(read), *campaigns.find(read), *tours.find(read)):
        read.cast.add(("Event", one.name), one)
    return Story(read, named, tuple(signed), tuple(travelled), tuple(stops), tuple(titled))
