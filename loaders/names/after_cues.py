"""After cues: names that the word before them gives away (区长甲, 区领导甲、乙, 记者甲), and the lists they begin."""

import functools
import re
from dataclasses import replace

from loaders import lexicons
from loaders.names.candidates import LEAST, LIKELY, PUNCTUATED, Candidate, candidate, shorter
from loaders.names.cues import Cue, cues
from loaders.names.edges import HARD
from loaders.names.finds import Finds
from loaders.names.latin import latin
from loaders.names.transliterated import again, foreign, japanese, loosely

_NEXT = re.compile(r"(?:[（(][^（）()\n]{1,40}[）)])?(?:[、 ]|和|与|以及|及)")
_GAP = re.compile("")
_PAIR = 2  # code points of the shortest name
_LONGEST = 9  # code points of a transliterated name
_LONG = 4  # code points of a transliterated name that is longer than any Chinese one
_TAKES = ("兼任", "担任", "出任", "接任", "继任")
_SURE = 0.95
_JOINTS = frozenset("和与及")
_DOTS = frozenset("·•・")
_ABROAD = ("总统", "首相", "国王", "外相", "外长", "王储", "议长", "总理", "特使", "议员")
_WHERE_FROM = ("Organization", "Enterprise", "PublicBody", "Place")


def read(finds: Finds) -> None:
    """Read the names after all cues of a text."""
    for cue in cues(finds.text):
        _after(finds, cue)


def _after(finds: Finds, cue: Cue) -> None:
    text = finds.text
    at, least = _place(finds, cue)
    named = cue.strong and not cue.byline
    placed = cue.strong or bool(cue.needs) or _of_body(finds, cue)
    spelt = None if cue.needs else latin(text, at)
    found = spelt or candidate(text, at, placed=placed)
    if named:
        if found is None or found.strength < LEAST:
            alien = text[cue.stop - _PAIR : cue.stop] in _ABROAD
            whole = loosely(text, at, least=_PAIR if alien else _LONG)
            found = again(text, at) or whole or foreign(text, at, alone=alien)
        found = _longer(text, found, at)
    elif not cue.byline and not cue.needs:
        found = japanese(text, at) or found or _alien(text, at)
    found = _within(finds, found) if cue.byline else found
    if found is None or not _accepted(finds, cue, found, least):
        return
    found = shorter(text, found)
    if finds.add(found, byline=cue.byline):
        go_on(finds, found.stop, byline=cue.byline)


def _alien(text: str, at: int) -> Candidate | None:
    """Read a transliterated name of three and more after a word that is no title: 参议员卡列罗."""
    found = foreign(text, at)
    return found if found is not None and found.stop - at > _PAIR else None


def _within(finds: Finds, found: Candidate | None) -> Candidate | None:
    """End a name in a byline where the text as published has white space: 甲 编辑 乙."""
    if (
        found is None
        or found.start + _PAIR not in finds.gaps
        or found.stop - found.start != _PAIR + 1
    ):
        return found
    return replace(found, stop=found.start + _PAIR, strength=PUNCTUATED)


@functools.cache
def _callings() -> frozenset[str]:
    return frozenset(lexicons.words("person_cues"))


def _of_body(finds: Finds, cue: Cue) -> bool:
    """Tell whether the word before a name says what somebody is at a body or in a place: 某小学 + 教师.

    Of more than two characters it leaves no doubt: 退役军人.
    """
    return not cue.byline and any(
        finds.text[cue.stop - size : cue.stop] in _callings()
        and (size > _PAIR or finds.names.ending(cue.stop - size, *_WHERE_FROM) is not None)
        for size in (2, 3, 4)
    )


def _place(finds: Finds, cue: Cue) -> tuple[int, float]:
    """Give where the name after a cue begins, and how clear it has to be: 组长：甲; 现任市长为甲; （局长）甲."""
    text, at = finds.text, cue.stop
    if not cue.strong:
        labelled = not cue.byline and not cue.needs and text[at : at + 1] in ("：", ":")
        return at + labelled, LIKELY  # 主持人：甲
    at += text[at : at + 1] in ("：", ":", " ")
    if text[at : at + 1] in ("）", ")"):
        return at + 1, LIKELY
    if text[at : at + 1] in ("为", "是", "由") and candidate(text, at + 1) is not None:
        return at + 1, _SURE
    short = finds.names.ending(cue.stop - 1, "District") is not None
    return at, LIKELY if short else LEAST  # 邵阳县长阳铺镇 has no 县长


def _accepted(finds: Finds, cue: Cue, found: Candidate, least: float) -> bool:
    """Tell whether a candidate is clear enough, and what has to stand after it does."""
    text = finds.text
    if cue.needs and text[found.start] in _JOINTS:
        return False  # 查处和责任追究
    if cue.needs and finds.names.starting(found.stop):
        return found.strength >= LEAST
    if found.strength < least and not (least == _SURE and text.startswith(_TAKES, found.stop)):
        return False
    return not cue.needs or text.startswith(cue.needs, found.stop)


def _longer(text: str, found: Candidate | None, at: int) -> Candidate | None:
    """Prefer a name of four characters and more that transliterates: 扎西次仁, not 扎西次."""
    if found is None or text[found.stop : found.stop + 1] in HARD:
        return found
    longer = foreign(text, at)
    if longer is None or longer.stop - at < _LONG or longer.stop <= found.stop:
        return found
    return longer


def go_on(finds: Finds, stop: int, *, byline: bool = False) -> None:
    """Read the rest of a list of names: 甲、乙、丙和丁."""
    while True:
        joint = _NEXT.match(finds.text, stop)
        if byline and joint is None and stop in finds.gaps:
            joint = _GAP.match(finds.text, stop)
        if joint is None or (joint.group() == " " and not byline):
            return
        known = finds.at.get(joint.end())
        if known is not None:
            stop = known.stop
            continue
        found = latin(finds.text, joint.end()) or candidate(finds.text, joint.end(), placed=True)
        found = found or japanese(finds.text, joint.end())
        if found is None and _DOTS & set(finds.text[max(0, stop - _LONGEST) : stop]):
            found = _alien(finds.text, joint.end())  # 甲·乙和丙
        found = _longer(finds.text, found, joint.end())
        found = _within(finds, found) if byline else found
        if found is None or found.strength < LIKELY or not finds.add(found, byline=byline):
            return
        stop = found.stop
