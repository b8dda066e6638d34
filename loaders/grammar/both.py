"""Both: the two who are meant by 双方, 两校 and the like before a verb of signing."""

import re

from loaders.grammar import parties
from loaders.grammar.parties import Link
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

_BOTH = re.compile(
    r"(?:双方|两[地市省县区校院国]|校地|校企|政企|银企|村企|地企|政银)[^。；]{0,24}$|(?:双方|两[地市省县区校院国])[^。；]{0,20}(?=签)"
)
_MEETS = re.compile(r"会见|接见")
_TOWARDS = re.compile(r"[与和同向]|携手|牵手|联手|联合|对接|走进|到访|来到|会见|拜访")
_BACK = 3  # sentences before in which they may be named
_LINKS = ("与", "和", "同", "—", "——", "-", "·")
_TWO = 2


def meant(reading: Reading, start: int, verb: int) -> tuple[Mention, Mention] | None:
    """Give the two that are meant: of this sentence, or the last joined by 与 in the three before.

    Args:
        reading: The article.
        start: Where the sentence begins.
        verb: Where the verb of signing stands.
    """
    if not _BOTH.search(reading.text, start, verb + 1):
        return None
    return (
        _nations(reading, start, verb)
        or _joined(reading, start, verb)
        or _met(reading, start, verb)
        or _only_two(reading, start, verb)
    )


def _nations(reading: Reading, start: int, verb: int) -> tuple[Mention, Mention] | None:
    """Give the two nations of 中柬双方."""
    for one in reading.names.within(start, verb, "District"):
        other = reading.names.starting(one.stop, "District") if len(one.text) == 1 else None
        if other is not None and len(other.text) == 1:
            return one, other
    return None


def _joined(reading: Reading, start: int, verb: int) -> tuple[Mention, Mention] | None:
    """Give the last two parties joined by 与 in this sentence or the three before."""
    floor = start
    for _ in range(_BACK):
        floor = reading.sentence(max(0, floor - 1))[0]
    inside = parties.candidates(reading, floor, verb)
    for left, right in zip(reversed(inside[:-1]), reversed(inside[1:]), strict=True):
        if reading.text[left.stop : right.start] in _LINKS:
            return left.party, right.party
    return None


def _met(reading: Reading, start: int, verb: int) -> tuple[Mention, Mention] | None:
    """Read 澜州市委书记甲会见某银行行长乙，并见证双方签约: the area of the host, and the guest's firm."""
    meets = _MEETS.search(reading.text, start, verb)
    if meets is None:
        return None
    hosts = reading.names.within(start, meets.start(), "District")
    guests = reading.names.outermost(meets.end(), verb, "Enterprise", "Organization")
    if not hosts or len({id(reading.player(one)) for one in guests}) != 1:
        return None
    return hosts[-1], guests[0]


def _only_two(reading: Reading, start: int, verb: int) -> tuple[Mention, Mention] | None:
    """Read 甲银行向云湖区授信，双方签署协议: 双方 are the only two parties of the sentence."""
    named: dict[int, Link] = {}
    for one in parties.candidates(reading, start, verb):
        named.setdefault(id(reading.player(one.party)), one)
    if len(named) != _TWO or "双方" not in reading.text[start:verb]:
        return None
    left, right = named.values()
    if not _TOWARDS.search(reading.text, left.stop, right.start):
        return None
    return left.party, right.party
