"""Posts: who holds what, from what stands before a name (徐汇区委书记曹立强、区长钟晓咏)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.grammar import titles
from loaders.grammar.appositions import Apposition
from loaders.grammar.items import Item
from loaders.grammar.owners import Owner, owner
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.units import Units
from loaders.names.cast import Player
from loaders.names.mention import Mention

APPOSITION, INHERITED, LISTED, AFTER = (
    "posts.apposition", "posts.inherited_body", "posts.shared_title", "posts.title_after",
)  # fmt: skip
_SURE, _LIKELY, _FAIR = 0.97, 0.9, 0.85


@dataclass(frozen=True, slots=True)
class Held:
    """A post with its owner found: what a following name in the list may share."""

    item: Item
    owner: Owner


def posts(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield HOLDS, LEADS and DEPUTY_LEADS for every name that posts stand before."""
    held: dict[Mention, list[Held]] = {}
    units = Units(reading)
    posted = {one.organ for one, apposition in appositions.items() if apposition.items}
    for mention, apposition in appositions.items():
        before = held.get(apposition.joined, []) if apposition.joined else []
        if not apposition.items:
            if apposition.listed_as or apposition.ranked:
                continue
            shares = apposition.joined and _close(reading, apposition, posted)
            held[mention] = before if shares else []
            yield from _facts(reading, mention, held[mention], LISTED, _LIKELY)
            continue
        before = before or _same_office(reading, mention, apposition.items, held)
        group = units.pointed(apposition.items)
        if group is not None:
            apposition.items[0] = replace(apposition.items[0], body=None)
            before = [Held(apposition.items[0], group)]
        found = list(_resolved(reading, apposition.items, before))
        unit = units.of(apposition.items) if not before and not found else None
        if unit is not None:
            found = list(_resolved(reading, apposition.items, [Held(apposition.items[0], unit)]))
        elif not found and (unit := units.of_country(*_headed(apposition))) is not None:
            found = [Held(apposition.items[0], unit)]
        held[mention] = found
        ground = (APPOSITION, _SURE) if unit is None else (INHERITED, _FAIR)
        yield from _facts(reading, mention, found, *ground)


def _headed(apposition: Apposition) -> tuple[titles.Title, int]:
    """Give the first title of a chain, and where it stands."""
    return apposition.items[0].title, apposition.items[0].start


def _same_office(
    reading: Reading, mention: Mention, items: list[Item], held: dict[Mention, list[Held]]
) -> list[Held]:
    """Give the posts that deputies share the body of: 区人大常委会主任甲主持，副主任乙出席."""
    start, _ = reading.sentence(mention.start)
    if items[0].body is not None or not items[0].title.deputy or _led(reading, items[0].start):
        return []
    earlier = [one for one in held if start <= one.start < mention.start]
    office = items[0].title.text.replace("副", "")
    heads = {items[0].title.head, office}
    same = [post for one in earlier for post in held[one] if post.item.title.head in heads]
    return same[-1:]


def _led(reading: Reading, at: int) -> bool:
    """Tell whether a word that is no way in stands before a title: 校办 before 校办副主任甲."""
    lead = _SINCE_BREAK.search(reading.text, max(0, at - _FARTHEST), at)
    return lead is not None and not lead.group().endswith(lexicons.words("before_names"))


_SINCE_BREAK = re.compile(r"[^，。；：、！？\s（）()“”]+$")
_FARTHEST = 30  # code points


def _close(reading: Reading, apposition: Apposition, posted: set[str]) -> bool:
    """Tell whether a name shares the title of the one before: 副县长甲、乙, not 书记甲，乙.

    Nor 书记甲与乙 where the article gives 乙 posts of his own.
    """
    joined = apposition.joined
    gap = reading.text[joined.stop : apposition.start] if joined else "，"
    return gap != "，" and (gap == "、" or apposition.person.organ not in posted)


def _resolved(reading: Reading, items: list[Item], before: list[Held]) -> Iterator[Held]:
    """Yield each post of a chain with the body that it is held of."""
    chain: list[Held] = []
    for one in items:
        item = one
        shares = item.body is None or not item.body.area
        if chain and shares and item.title.status == "current":
            # 区政协原党组书记、主席: both are over
            item = replace(item, title=replace(item.title, status=chain[-1].item.title.status))
        found = owner(reading, item, [post.owner for post in (*before, *chain)])
        if found is not None:
            chain.append(Held(item, found))
            yield chain[-1]


def _facts(
    reading: Reading, mention: Mention, held: list[Held], rule: str, confidence: float
) -> Iterator[Fact]:
    person = reading.player(mention)
    if person is None:
        return
    for one in held:
        start = min(one.owner.start, one.item.start) if one.owner.start >= 0 else one.item.start
        inherited = rule == APPOSITION and one.owner.start >= 0 and one.item.body is None
        ground = Ground(INHERITED, _LIKELY) if inherited else Ground(rule, confidence)
        yield fact(person, one, (start, mention.stop), ground)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a post is believed: the rule, how sure it is, and the status that it states."""

    rule: str
    confidence: float
    status: str = ""


def fact(person: Player, held: Held, span: tuple[int, int], ground: Ground) -> Fact:
    """Make the fact that a person holds a post, or leads a team."""
    title = held.item.title
    kind, status = "HOLDS", ground.status or title.status
    if held.owner.player.type == "InspectionTeam":
        kind, status = "DEPUTY_LEADS" if title.deputy else "LEADS", ""
    return Fact(
        kind, person, held.owner.player, *span, ground.rule, ground.confidence,
        title=held.owner.title or title.text, status=status,
    )  # fmt: skip


def titles_after(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield HOLDS for a title straight after a name, where the area or a body before it makes clear of what: 王明省长."""
    text, units = reading.text, Units(reading)
    last: tuple[int, Owner] | None = None
    for mention, apposition in appositions.items():
        if apposition.items or mention.text != mention.organ:
            continue
        rest = text[mention.stop : mention.stop + _REACH]
        title = next(
            (t for size in range(len(rest), 1, -1) if (t := titles.whole(rest[:size]))), None
        )
        if title is None or text.startswith(("：", ":"), mention.stop + len(title.text)):
            continue
        stop = mention.stop + len(title.text)
        body = reading.names.ending(mention.start, "PublicBody", "Enterprise", "Organization")
        item = Item(body.start if body else mention.stop, stop, body, title)
        shared = last[1] if last and text[last[0] : mention.start] in _LISTED_ON else None
        if body is None and title.kind != "area" and title.head not in _OF_STATE:
            found = owner(reading, item, [shared]) if shared else None
            found = (
                found
                or units.by_head(title, mention.start)
                or units.of_country(title, mention.start)
            )
        else:
            found = owner(reading, item, [])
        person = reading.player(mention)
        if found is not None and person is not None:
            last = stop, found
            span = item.start if body else mention.start, stop
            yield fact(person, Held(item, found), span, Ground(AFTER, _FAIR))


_REACH = 6
_LISTED_ON = ("、", "和", "与", "及", "以及")
_OF_STATE = ("国家主席", "委员长", "国务委员")
