"""Headlines: the event that an article names in its title alone (市委召开教育工作会议), and who holds it."""

from collections.abc import Iterator
from dataclasses import replace

from graph.evidence import Article
from loaders.grammar import event_ends, happenings, holdings, reading
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player

_LONGEST = 80  # code points of a title that can be one
_OPENING = 120  # code points of the text that may tell the day
_DAY = len("2023-11-13")


def read(told: Reading) -> list[Fact]:
    """Add the event of the title to a reading whose text names none in full; give what else the title says.

    Where the text calls it 会议 and no more, the title gives it its name.

    Args:
        told: The article; its events, found in the text, are added to.

    Returns:
        ORGANIZES and HELD_IN as the title states them, with spans in the healed title.
    """
    title = told.article.title
    named = [one for one in told.happenings if one.player.kind != "other"]
    if not title or len(title) > _LONGEST or any(not _is_bare(one) for one in named):
        return []
    area = told.home.area
    place = told.article.place or (area.full_name if area else "")
    titled = reading.read(Article(id="", text=title, place=place, date=told.article.date))
    titled.happenings = happenings.find(titled)[:1]
    if not titled.happenings or titled.happenings[0].player.kind == "other":
        return []
    event = _put(told, titled.happenings[0], named)
    return list(_told(told, titled, event))


def _is_bare(one: Happening) -> bool:
    """Tell whether an event has no name but the word for its kind: 会议, 座谈会."""
    return one.stop - one.start <= len("座谈会") and one.player.name in event_ends.words()


def _put(told: Reading, one: Happening, named: list[Happening]) -> Player:
    """Give the title's names to the text's event, or put a new event before the text."""
    if named:
        player = named[0].player
        player.main = one.player.name
    else:
        player = Player("Event", kind=one.player.kind, date=one.player.date or _day(told))
        player.main = one.player.main
        told.happenings.insert(0, Happening(player, 0, 0, 0))
    for name in one.player.names:
        player.call(name)
    return player


def _day(told: Reading) -> str:
    """Give the day that the opening of the text names, when it is one."""
    days = {one.date for one in told.times if one.stop <= _OPENING and len(one.date) == _DAY}
    return days.pop() if len(days) == 1 else ""


def _told(told: Reading, titled: Reading, event: Player) -> Iterator[Fact]:
    """Yield the title's facts, with its names given to the entities of the text."""
    keys = {id(player): key for key, player in titled.cast.players.items()}
    for fact in holdings.holdings(titled):
        other = fact.source if fact.type == "ORGANIZES" else fact.target
        key = keys.get(id(other))
        if key is None:
            continue
        player = told.cast.add(key, replace(other, spans=[], names=list(other.names)))
        known = {*player.names, *player.resolved}
        player.resolved += [one for one in other.names if one not in known]
        ends = (player, event) if fact.type == "ORGANIZES" else (event, player)
        yield replace(fact, source=ends[0], target=ends[1], where="title")
