"""Cues: words straight after which a person's name stands: titles, 区领导, 记者, 任命."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import daachorse

from loaders import lexicons

NOTE = r"[（(](?:挂职|[正副](?:部|厅|局|处|县|科|团)(?:长)?级[^）)]{0,4}|主持[^）)]{2,8}|代|兼|试用期[^）)]{0,4}|女|外聘|不驻会|专职)[）)]"
"""A note in brackets that may stand between a title and a name: 副县长（挂职）甲."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word after which a name may stand.

    Attributes:
        stop: Code point after the word, where the name would begin.
        strong: A title or 区领导: the name is all but sure.
        byline: 记者, 通讯员: who is named wrote the article.
        needs: Words of which one must stand straight after the name; empty for no such need.
    """

    stop: int
    strong: bool
    byline: bool = False
    needs: tuple[str, ...] = ()


_LEARNED = frozenset(("研究员", "教授", "院士"))
"""Ranks that a name follows in a chain of posts: 副所长、研究员甲."""
_NOTED = re.compile(f"{NOTE}|提名人选|候选人|人选")

_SEATS = frozenset(("主席台", "主席团", "主席国", "主席令", "书记处", "主席府", "总统府", "总理府"))

_AFTER_VERB = {
    "由": (
        "主持",
        "担任",
        "任",
        "带队",
        "领誓",
        "率队",
        "作",
        "宣读",
        "授课",
        "主讲",
        "兼任",
        "同志",
    ),
    "以": ("为", "任", "同志"),
    "与": ("主持", "同志", "会见", "座谈"),
    "对": ("同志", "进行", "立案"),
    "任命": ("为", "（", "(", "同志", "、", "任", "，", "担任"),
    "免去": ("的", "（", "(", "同志", "、", "所", "，", "兼", "担"),
    "决定": ("任", "为", "同志", "担任"),
    "是": ("。", "，", "同志"),
    "同意": ("任", "辞去", "同志", "为"),
    "接受": ("辞去", "同志", "、"),
    "提名": ("为", "同志", "、", "任"),
    "将": ("同志",),
    "给予": ("开除", "同志", "党内", "撤销", "政务"),
    "宣布": ("任", "为", "同志"),
    "包括": ("、", "等"),
    "看望": ("、", "等", "。", "，"),
    "慰问": ("、", "等", "。", "，"),
}


def cues(text: str) -> Iterator[Cue]:
    """Yield the cues of a text, in reading order."""
    words, machine = _machine()
    longest: dict[int, tuple[int, int]] = {}
    for start, stop, which in machine.find_overlapping(text):
        if stop - start == 1 and words[which][1].byline and text[start - 1 : start].isalpha():
            continue  # 安全文明施工 has no 文, which stands before the name of who wrote
        if text[start : stop + 1] in _SEATS or text.startswith("国", stop):
            continue
        longest[start] = max(longest.get(start, (0, 0)), (stop, which))
    for start, (stop, which) in longest.items():
        word, make = words[which]
        note = _NOTED.match(text, stop)
        cue = make(note.end() if note else stop)
        yield replace(cue, strong=True) if word in _LEARNED and text[start - 1] == "、" else cue


@functools.cache
def _machine() -> tuple[list[tuple[str, "_Maker"]], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    makers: dict[str, _Maker] = {}
    for word in lexicons.words("before_persons"):
        makers[word] = _Maker(strong=False, byline=False, needs=_AFTER_VERB.get(word, _ANY))
    for row in lexicons.rows("titles"):
        makers[row[0]] = _Maker(strong=True, byline=False, needs=())
    for word in lexicons.words("title_ranks"):
        makers[word] = _Maker(strong=word[0] in "一二三四副主", byline=False, needs=())
    for word in lexicons.words("person_cues"):
        strong = word.endswith("领导") and word != "领导"
        makers.setdefault(word, _Maker(strong=strong, byline=False, needs=()))
    for word in lexicons.words("person_bylines"):
        makers[word] = _Maker(
            strong=len(word) > 1, byline=True, needs=() if len(word) > 1 else ("。", ")", "）")
        )
    listed = sorted(makers.items())
    return listed, daachorse.CharwiseDoubleArrayAhoCorasick([word for word, _ in listed])


@dataclass(frozen=True, slots=True)
class _Maker:
    strong: bool
    byline: bool
    needs: tuple[str, ...]

    def __call__(self, stop: int) -> Cue:
        return Cue(stop, self.strong, self.byline, self.needs)


_ANY = ("为", "的", "同志", "、", "，", "任", "担任", "等")
