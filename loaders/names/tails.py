"""Tails: the words that names of bodies, teams, firms, organisations and places end with."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import daachorse

from loaders import lexicons


@dataclass(frozen=True, slots=True)
class Tail:
    """How a name ends.

    Attributes:
        type: Type of what the name stands for.
        flags: What the name may look like; `tails.tsv` explains them.
    """

    type: str
    flags: frozenset[str]


@functools.cache
def tails() -> dict[str, Tail]:
    """Give every tail; names known whole have the flag `whole`, tails of teams `team`."""
    found = {
        one[0]: Tail(one[1], frozenset("".join(one[2:]).split())) for one in lexicons.rows("tails")
    }
    for word, tail in list(found.items()):
        for short, rest in _ABBREVIATED:
            if word.endswith(short) and tail.type == "PublicBody" and len(word) > len(short) + 1:
                found.setdefault(word + rest, tail)
    whole = Tail("PublicBody", frozenset(("whole",)))
    found |= dict.fromkeys(_corps(), whole)
    found |= dict.fromkeys(_garrisons(), whole)
    team = Tail("InspectionTeam", frozenset(("part", "team")))
    found |= dict.fromkeys((*lexicons.words("team_tails"), *_numbered_teams()), team)
    for name, kind in (
        ("national_bodies", "PublicBody"),
        ("national_organizations", "Organization"),
        ("enterprises", "Enterprise"),
        ("known_places", "Place"),
    ):
        for word in lexicons.words(name):
            found.setdefault(word, Tail(kind, frozenset(("whole",))))
    for word in lexicons.words("national_bodies"):
        for form in _forms(word):
            found.setdefault(form, whole)
    return found


def _forms(word: str) -> Iterator[str]:
    """Yield other forms of the name of a central body: 国家某某委员会 of 国家某某委, 某某总局 of 国家某某总局."""
    if word.endswith("委") and word.startswith(("国家", "中央", "国务院", "全国")):
        yield word + "员会"
    if word.startswith("国家") and word.endswith("总局"):
        yield word.removeprefix("国家")


def _garrisons() -> Iterator[str]:
    """Yield 驻皖部队 and the like."""
    for brief, _ in lexicons.rows("areas_brief"):
        yield f"驻{brief}部队"


_ABBREVIATED = (("委", "员会"), ("办", "公室"))
"""How short names end, and what their full forms add: 财经委 of 财经委员会."""


def _numbered_teams() -> Iterator[str]:
    """Yield 巡察一组, 督导第二组 and the like."""
    for word in lexicons.words("team_tails"):
        if word.endswith("组") and len(word) == len("巡察组"):
            yield from (f"{word[:-1]}{count}组" for count in _COUNTS)
            yield from (f"{word[:-1]}第{count}组" for count in _COUNTS)


def _corps() -> Iterator[str]:
    """Yield the divisions of 新疆生产建设兵团: 兵团第八师."""
    for count in _COUNTS[:_DIVISIONS]:
        yield from (f"{head}第{count}师" for head in ("新疆生产建设兵团", "新疆兵团", "兵团"))


_DIVISIONS = 14
_COUNTS = (*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十")


@functools.cache
def machine() -> tuple[tuple[str, ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    """Give the tails, and the automaton that finds them; its values count the tails."""
    words = tuple(sorted(tails()))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return words, daachorse.CharwiseDoubleArrayAhoCorasick(list(words), longest)
