"""Standing: the body that a person stands for who signs: 副县长甲 for the county, 校长乙 for the school."""

from collections.abc import Iterator, Mapping

from loaders.grammar.appositions import Apposition
from loaders.grammar.owners import Owner, owner
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

_BODIES = ("Enterprise", "Organization", "PublicBody", "District")


def bodies(
    reading: Reading, appositions: Mapping[Mention, Apposition]
) -> dict[Mention, tuple[int, Mention]]:
    """Give the body of each mention of a person, and where the posts before the name begin.

    A name without posts stands for the body that it has elsewhere in the article. Of a chain of
    posts the last counts: 县委副书记、县长 signs for the county.
    """
    first: dict[int, Mention] = {}
    for one in reading.names:
        player = reading.player(one)
        if player is not None:
            first.setdefault(id(player), one)
    owners: dict[Mention, list[Owner]] = {}
    known: dict[str, Mention] = {}
    found: dict[Mention, tuple[int, Mention]] = {}
    for person, apposition in appositions.items():
        before = owners.get(apposition.joined, []) if apposition.joined else []
        owners[person] = list(_owners(reading, apposition, before))
        named = (_named(reading, one, first) for one in reversed(owners[person]))
        body = next((one for one in named if one is not None), None)
        if body is not None:
            known.setdefault(person.organ, body)
            found[person] = apposition.start, body
    for person, apposition in appositions.items():
        if person not in found and not apposition.items and person.organ in known:
            found[person] = person.start, known[person.organ]
    return found


def _owners(reading: Reading, apposition: Apposition, before: list[Owner]) -> Iterator[Owner]:
    chain: list[Owner] = []
    for item in apposition.items:
        one = owner(reading, item, [*before, *chain])
        if one is not None:
            chain.append(one)
            yield one


def _named(reading: Reading, one: Owner, first: Mapping[int, Mention]) -> Mention | None:
    """Give a mention of the body of a post; the one in the post where it names that body."""
    if one.player.type not in _BODIES:
        return None
    if one.body is not None:
        own = reading.player(one.body) is one.player
        if own or one.body.text.endswith("政府"):  # 区政府副区长 signs for 区政府
            return one.body
    return first.get(id(one.player))
