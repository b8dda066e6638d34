"""Before words: names straight before a word that only persons have: a title, ，男，, a step of a career."""

import functools
import re

from loaders import lexicons
from loaders.names.candidates import LIKELY, Candidate, candidate
from loaders.names.edges import HARD
from loaders.names.finds import Finds
from loaders.names.name_words import ends_clause
from loaders.names.transliterated import before_style, transliterated

_SURE = 0.95
_JOINED, _THREE = "和与及的", 3
_SEX = re.compile(
    r"，[男女]，|，汉族，|(?<![族男女人员裔])，(?:19|20)\d{2}年(?:\d{1,2}月)?(?:出生|生)(?=[，。于人])"
)
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,3}")
_STEPS = re.compile(
    r"，?(?:曾任|历任|现任|拟任|升任|转任|调任|出任|当选|被免去|被任命|被提名|被查|不再担任|不再兼任|先后担任|先后任|出生于|生于|毕业于)"
)
_WHOSE = re.compile(
    r"(?:来自|家住|毕业于|就读于|供职于|就职于|出生于|生于|在读于)[^，。；：、\n的]{2,20}的(?=[\u4e00-\u9fff]{2,4})|(?:任职|任[^，。；：、\n的]{2,24}[长记任席员理裁])的(?=[\u4e00-\u9fff]{2,4})"
)


def read(finds: Finds) -> None:
    """Read the names before all such words of a text."""
    _before_titles(finds)
    _before_sex(finds)
    _before_steps(finds)
    _whose(finds)


def _before_titles(finds: Finds) -> None:
    """Read names straight before a title: 甲总书记, 陆维桢省长."""
    for match in _titles().finditer(finds.text):
        for length in (3, 2):
            start = match.start() - length
            if start < 0 or not _may_begin(finds, start, match.group()):
                continue
            found = candidate(finds.text, start)
            if found and found.stop == match.start() and not found.weak:
                if finds.text[start - 1] != "的":  # 牺牲的舒兰副市长 has a short name of a city
                    finds.add(found)
                break
        else:
            if match.group() in _foreign_styles():
                finds.add(before_style(finds.text, match.start()))


def _may_begin(finds: Finds, at: int, title: str) -> bool:
    """Tell whether a name may begin: at an edge, after punctuation or a title, or after a body or an area of the title's."""
    if finds.edges.is_edge(at) or ends_clause(finds.text, at):
        return True
    area = finds.names.ending(at, "District")
    if area is not None and area.text[-1] + "长" == title.removeprefix("常务").removeprefix("副"):
        return True
    return finds.names.ending(at, "PublicBody", "Enterprise", "Organization") is not None


def _before_sex(finds: Finds) -> None:
    """Read names before ，男，: no surname is too rare there, and no edge need stand before."""
    for match in _SEX.finditer(finds.text):
        for length in (5, 4, 3, 2):
            start = max(match.start() - length, 0)
            named = finds.text[start : match.start()]
            if length > _THREE and transliterated(named) and named[0] not in _JOINED:
                finds.add(Candidate(start, match.start(), _SURE))
                break
            found = candidate(finds.text, start, placed=True)
            edge = start == 0 or finds.text[start - 1] in HARD
            fills = found is not None and found.stop == match.start()
            if fills or (edge and _WORDS.fullmatch(named)):
                finds.add(Candidate(start, match.start(), _SURE))
                break


def _before_steps(finds: Finds) -> None:
    """Read names straight before a step of a career, wherever a name may begin: 出生的甲，曾任."""
    for match in _STEPS.finditer(finds.text):
        for length in (4, 3, 2):
            start = match.start() - length
            if start < 0 or not (finds.edges.is_edge(start) or ends_clause(finds.text, start)):
                continue
            found = candidate(finds.text, start)
            if found and found.stop == match.start() and not found.weak:
                finds.add(found)
                break


def _whose(finds: Finds) -> None:
    """Read names after a clause that says what somebody was: 此前担任青溪县委书记的甲，…."""
    for match in _WHOSE.finditer(finds.text):
        found = candidate(finds.text, match.end())
        if found is not None and found.strength >= LIKELY:
            finds.add(found)


@functools.cache
def _titles() -> re.Pattern[str]:
    """Match the titles and styles that stand after a name, with 副."""
    heads = [row[0] for row in lexicons.rows("titles") if row[1] != "none" and len(row[0]) > 1]
    styles = [word for word, _ in lexicons.rows("honorifics")]
    found = sorted({*heads, *("副" + one for one in heads), *styles}, key=len, reverse=True)
    return re.compile(f"(?:常务|执行|第一)?(?:{'|'.join(map(re.escape, found))})")


@functools.cache
def _foreign_styles() -> frozenset[str]:
    return frozenset(word for word, kind in lexicons.rows("honorifics") if kind == "foreign")
