"""Unaided: names that no word before them gives away: a surname and usual given names, where persons stand.

Before a verb of saying (搬迁户刘禾安说), straight after a body (某处史禾丰演讲), and in lists.
"""

import re
from collections.abc import Iterator

from loaders.names.candidates import FOLLOWED, LIKELY, Candidate, candidate, usual
from loaders.names.edges import HARD
from loaders.names.finds import Finds
from loaders.names.name_words import name_words

_PAIR, _THREE = 2, 3
_LEAST = 3  # names; fewer that 、 joins may be things
_SAYS = re.compile(
    r"(?:笑着|激动地|高兴地|动情地|自豪地|感慨地|坦诚地)?(?:说(?=[，：。“道])|说道|表示(?=[，：])|介绍(?=[，：说道])|告诉(?=记者|笔者|本报|澎湃|新华|中新)|坦言|认为(?=[，：])|指出(?=[，：])|强调(?=[，：])|透露(?=[，：])|感慨|回忆(?=[，：说道])|称(?=[，：]))"
)
_STYLED = re.compile(r"总书记|主席|总理|委员长|院士|博士|教授|先生|女士|同志")
_BODIES = ("PublicBody", "Enterprise", "Organization", "Place")
_ITEM = re.compile(r"(?<=、)[\u4e00-\u9fff]{2,4}(?=[、，。；）)\n]|和|等|$)")


def read(finds: Finds) -> None:
    """Read all such names of a text."""
    for match in _SAYS.finditer(finds.text):
        finds.add(_ending_at(finds.text, match.start(), least=_PAIR))
    for match in _STYLED.finditer(finds.text):
        finds.add(_ending_at(finds.text, match.start(), least=1))
    for body in finds.names:
        if body.type in _BODIES:
            finds.add(_after_body(finds.text, body.stop))
    for one in _recurring(finds):
        finds.add(one)
    for run in _lists(finds.text):
        for one in run:
            finds.add(one)


def _recurring(finds: Finds) -> Iterator[Candidate]:
    """Yield usual names that stand in several places with other words around them each time (对赖禾德, 赖禾德不)."""
    text, places = finds.text, dict[str, list[int]]()
    surnames, given = name_words().surnames, name_words().given
    for at in range(1, len(text) - _THREE):
        if text[at] in surnames and text[at + 1] in given and text[at + 2] in given:
            places.setdefault(text[at : at + _THREE], []).append(at)
    for spans in places.values():
        before = {text[at - 1] for at in spans}
        after = {text[at + _THREE] for at in spans}
        apart = len(before) > 1 and len(after) > 1 and not any(one.isdecimal() for one in before)
        if not apart or not any(finds.edges.is_edge(at) for at in spans):
            continue
        for at in spans:
            found = candidate(text, at)
            if found is not None and usual(text, found):
                yield found


def _ending_at(text: str, stop: int, least: int) -> Candidate | None:
    """Read a name that ends at a position, wherever it begins; one of two only after 的 or punctuation.

    Args:
        text: A healed text.
        stop: Where the name ends.
        least: How many characters of a given name of two have to be usual.
    """
    given = name_words().given
    for length in (_THREE, _PAIR):
        start = stop - length
        found = candidate(text, start) if start >= 0 else None
        if found is None or found.stop != stop or found.weak:
            continue
        after = start == 0 or text[start - 1] in HARD or text[start - 1] == "的"
        known = sum(one in given for one in text[start + 1 : stop])
        if (length == _THREE and known >= least) or (length == _PAIR and after and known):
            return found
    return None


def _after_body(text: str, at: int) -> Candidate | None:
    found = candidate(text, at)
    if found is None or found.strength < FOLLOWED or not usual(text, found):
        return None
    return found


def _lists(text: str) -> Iterator[list[Candidate]]:
    """Yield the names that follow one another in a list, at least three, of which most are usual ones."""
    run: list[Candidate] = []
    for match in _ITEM.finditer(text):
        found = candidate(text, match.start(), placed=True)
        if found is not None and (found.stop != match.end() or found.strength < LIKELY):
            found = None
        if run and (found is None or match.start() != run[-1].stop + 1):
            yield from _listed(text, run)
            run = []
        if found is not None:
            run.append(found)
    yield from _listed(text, run)


def _listed(text: str, run: list[Candidate]) -> Iterator[list[Candidate]]:
    """Yield a run of names if it is long enough, and most of them have a given name that many have."""
    given = name_words().given
    known = sum(
        not one.weak and not given.isdisjoint(text[one.start + 1 : one.stop]) for one in run
    )
    full = sum(one.stop - one.start == _THREE for one in run)
    if len(run) >= _LEAST - 1 and 2 * known > len(run) and min(known, full) >= _PAIR:
        yield run
