"""Announced: editions of an event that an article is about and that are still to come: 第七届某博览会将于8月举办."""

import re

from loaders.grammar import event_dates, event_ends, event_names
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_EDITION = re.compile(r"第[\d一二三四五六七八九十百]+届|20\d\d年?(?=[\u4e00-\u9fff“])")
_TO_COME = re.compile(
    r"[”》]?(?:[（(][^（）()\n]{1,30}[）)])?(?:，)?[^，。；！？\n]{0,8}?(?:将[于在]|拟于|定于|即将)"
)
_OPENING = 240  # code points of the text in which an article says what it is about
_LONGEST = 40


def find(reading: Reading) -> list[Player]:
    """Give the editions that the opening of an article announces; they are entities, and nothing is said of them.

    What is planned gives no relation, so they are none of the article's happenings.
    """
    found: list[Player] = []
    for _, stop, kind in event_ends.ends(reading):
        if stop > _OPENING:
            break
        begin, _ = reading.clause(stop - 1)
        edition = next(_EDITION.finditer(reading.text, max(begin, stop - _LONGEST), stop), None)
        if edition is None or _TO_COME.match(reading.text, stop) is None:
            continue
        name = event_names.unquoted(reading.text[edition.start() : stop])
        if any(_known(name, one) for one in reading.happenings) or any(
            name in one.names for one in found
        ):
            continue
        player = Player("Event", kind=kind)
        to_come = [one.date for one in reading.time_span(stop, reading.sentence(stop)[1])]
        told = event_dates.of(reading, (edition.start(), stop), [])
        player.date = next((one for one in to_come if one), told)
        player.call(name, edition.start(), stop)
        declared = event_ends.DECLARED.match(reading.text, stop)
        if declared is not None:
            player.call(declared["short"])
        bare = reading.text[edition.end() : stop]
        if len(bare) > len("博览会"):
            player.call(bare)
        found.append(player)
    return found


def _known(name: str, one: Happening) -> bool:
    return any(name in two or two in name for two in one.player.names)
