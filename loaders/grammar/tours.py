"""Tours: the visit to another country that an article is about while nobody is said to travel: 期待某总统到访, 此访."""

import re

from loaders.grammar.reading import Reading
from loaders.names.cast import Player

_OFFICES = "(?:主席|总理|总统|首相|国王|女王|外长|委员长|议长|财长|防长|部长|大臣|代表团|访问团)"
_NAMED = (
    re.compile(r"对[\u4e00-\u9fff、·]{2,30}?进行(?P<short>(?:国事|正式|友好|工作)+访问)"),
    re.compile(r"(?P<short>(?:国事|正式|友好|工作)+访问)"),
    re.compile(rf"{_OFFICES}(?:[\u4e00-\u9fff·]{{2,12}})?(?P<short>率团来访|来访|到访|访华)"),
    re.compile("(?P<short>访华)(?=行程|之旅|期间|，|。|受到)"),
)
_MEANT = re.compile(
    "此访|(?:此次|这次|本次)(?:参观)?访(?:问|[\u4e00-\u9fff](?=[，。、将对是有]))|此行"
)
_GOING = re.compile("访问")
_NO_TOUR = re.compile(r"[年月次]前|曾|此前|去年|前年|上次|多次|历次|每次")
_KINDS = ("visit", "inspection")
_OPENING = 250  # code points of the text in which an article says what it is about
_NEAR = 24


def find(reading: Reading) -> list[Player]:
    """Give the visit of state that an article is about, at most one; an entity of which nothing is said.

    It counts where the opening names it and the text speaks of it as known (此访, 这次访问). Where
    somebody is said to travel, that trip is the event already.
    """
    if any(one.player.kind in _KINDS for one in reading.happenings):
        return []
    if _MEANT.search(reading.text) is None:
        return []
    player = Player("Event", kind="visit")
    for pattern in _NAMED:
        for match in pattern.finditer(reading.text, 0, _OPENING):
            _call(reading, player, match.start("short"), match.span(), match["short"])
    for match in _GOING.finditer(reading.text, 0, _OPENING):
        area = reading.names.starting(match.end(), "District")
        if area is not None and reading.names.before(match.start(), "Person"):
            _call(reading, player, match.start(), (match.start(), area.stop), match.group())
    if not player.names:
        return []
    for match in _MEANT.finditer(reading.text):
        if match.group() not in player.names:
            player.call(match.group(), *match.span())
    return [player]


def _call(reading: Reading, player: Player, at: int, span: tuple[int, int], short: str) -> None:
    """Add a naming of the visit, and its last word, unless the words before it put it long ago."""
    start, _ = reading.sentence(at)
    if _NO_TOUR.search(reading.text, max(start, at - _NEAR), at):
        return
    for name in (reading.text[slice(*span)], short):
        if name not in player.names:
            player.call(name, *span)
