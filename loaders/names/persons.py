"""Persons: surname, place in the sentence, and what stands after; a name once sure labels its repeats."""

import re
from collections.abc import Iterator

from loaders.names import after_cues, at_clauses, before_words, tables, unaided
from loaders.names.candidates import LIKELY, Candidate, candidate
from loaders.names.columns import columns
from loaders.names.edges import Edges
from loaders.names.finds import Finds
from loaders.names.mention import Mention, Mentions
from loaders.names.name_words import ends_clause
from loaders.names.occurrences import occurrences
from loaders.names.transliterated import dotted

_PART = r"(?:(?![和与及][\u4e00-\u9fff]{1,6}[·・•])[\u4e00-\u9fff])"  # 甲·乙和丙·丁 are two
_DOTTED = re.compile(rf"[\u4e00-\u9fff]{{1,6}}(?:[·・•.-]{_PART}{{1,8}})+")
_DATELINE = re.compile(r"(?:电|讯|消息|日)\s?[（(]((?:[\u4e00-\u9fff]{2,4}[ 、]?){1,4})[)）]")
_SURNAME_TITLE = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])副?(?:省长|市长|区长|县长|镇长|厅长|局长|部长|书记|主任|主席|校长|院长|总经理|总裁|董事长)"
)
_PAIR = 2  # code points of the shortest name
_JOINED = "以及"
_DOTS = ("·", "・", "•")
_SURE = 0.95


def find(
    text: str, names: Mentions, edges: Edges, gaps: frozenset[int] = frozenset()
) -> list[Mention]:
    """Find the persons of a healed text.

    Args:
        text: A healed text.
        names: The other names, which no person's name lies across.
        edges: Where names may begin.
        gaps: Positions before which the text as published has white space.
    """
    finds = Finds(text, names, edges, gaps)
    _dotted(finds)
    for one in (*tables.persons(text), *tables.noted(text)):
        finds.add(one)
    after_cues.read(finds)
    _datelines(finds)
    at_clauses.read(finds)
    _repeats(finds)
    before_words.read(finds)
    for one in columns(text, gaps):
        finds.add(one)
    unaided.read(finds)
    _lists(finds)
    _repeats(finds)
    return _mentions(finds)


def _mentions(finds: Finds) -> list[Mention]:
    """Make mentions of all finds; who is named outside bylines too did more than write."""
    bylines = {finds.word(one) for one in finds.at.values() if one.byline}
    bylines -= {finds.word(one) for one in finds.at.values() if not one.byline}
    whole = _last_parts(finds)
    found = [
        Mention(
            "Person", one.start, one.stop, word, organ=whole.get(word, word), byline=word in bylines
        )
        for one in finds.at.values()
        for word in (finds.word(one),)
    ]
    return [*found, *_by_last_part(finds, whole), *_by_surname(finds, found)]


def _last_parts(finds: Finds) -> dict[str, str]:
    """Give for the last part of each dotted name, and a long first one, the name, where only one has it: 甲 of 乙·甲."""
    whole: dict[str, set[str]] = {}
    for word in {finds.word(one) for one in finds.at.values()}:
        first, *rest = re.split("[·・•.-]", word)
        short = {one for one in rest[-1:] if len(one) >= _PAIR}
        short |= {first} if rest and len(first) > _PAIR else set()
        for one in short:
            whole.setdefault(one, set()).add(word)
    return {part: min(full) for part, full in whole.items() if part.isalpha() and len(full) == 1}


def _by_last_part(finds: Finds, whole: dict[str, str]) -> Iterator[Mention]:
    """Read what is called by the last part of its name where nothing else stands: 诺兰 of 伊恩·诺兰."""
    for last, spans in occurrences(finds.text, whole).items():
        for start, stop in spans if len(last) > _PAIR else ():
            dots = finds.text[start - 1 : start] in _DOTS or finds.text[stop : stop + 1] in _DOTS
            if finds.free(start, stop) and not dots:
                yield Mention("Person", start, stop, last, organ=whole[last])


def _datelines(finds: Finds) -> None:
    """Read who wrote the article: 电（甲、乙）."""
    for match in _DATELINE.finditer(finds.text):
        for name in re.finditer(r"[\u4e00-\u9fff]{2,4}", match.group(1)):
            found = candidate(finds.text, name.start(), placed=True)
            if found and found.stop == name.end():
                finds.add(found, byline=True)


def _dotted(finds: Finds) -> None:
    """Read names with dots, and the lists that they begin."""
    found = [dotted(finds.text, *match.span()) for match in _DOTTED.finditer(finds.text)]
    for one in [one for one in found if one is not None and finds.add(one)]:
        after_cues.go_on(finds, one.stop)


def _lists(finds: Finds) -> None:
    """Read what stands before a sure name in a list, back to where the list begins."""
    for hit in finds.in_order():
        stop = hit.start
        while stop and finds.text[stop - 1] == "、":
            found = _before(finds, stop - 1)
            if found is None or not finds.add(found, byline=hit.byline):
                break
            stop = found.start


def _before(finds: Finds, stop: int) -> Candidate | None:
    """Give the name that ends at a position and begins after punctuation or a title."""
    for length in (3, 2, 4):
        start = stop - length
        joined = finds.text.startswith(_JOINED, start - _PAIR) if start >= _PAIR else False
        if start < 0 or not (start == 0 or joined or ends_clause(finds.text, start)):
            continue
        found = candidate(finds.text, start, placed=True)
        if found and found.stop == stop and found.strength >= LIKELY:
            return found
    return None


def _repeats(finds: Finds) -> None:
    """Label every other mention of a name that is sure."""
    bylines = {finds.word(hit) for hit in finds.at.values() if hit.byline}
    sure = {finds.word(hit) for hit in finds.at.values()}
    found = occurrences(finds.text, sure)
    for word in sorted(sure, key=lambda one: (-len(one), one)):
        for start, stop in found[word]:
            longer = candidate(finds.text, start) if len(word) == len("李明") else None
            if longer and longer.stop > stop and longer.strength >= _SURE:
                continue
            finds.add(Candidate(start, stop, LIKELY), byline=word in bylines)


def _by_surname(finds: Finds, found: list[Mention]) -> Iterator[Mention]:
    """Read 陆副市长 as the one person of the text whose surname that is."""
    surnames: dict[str, set[str]] = {}
    for one in found:
        if not one.byline:
            surnames.setdefault(one.text[0], set()).add(one.text)
    for match in _SURNAME_TITLE.finditer(finds.text):
        names = surnames.get(match.group(1), set())
        if len(names) == 1 and finds.free(*match.span()):
            yield Mention("Person", *match.span(), match.group(), organ=min(names))
