"""Bodies: which forms of a body's name are one: 区政府 and 徐汇区人民政府."""

import functools
import re

from loaders import lexicons

_PARTY = re.compile(
    r"^(?:\d{4}年)?(?:中共|中国共产党)?(?:第?[一二三四五六七八九十]+届)?"
)  # a body counted by terms is one: 六届人大常委会


@functools.lru_cache(maxsize=4096)
def organ(text: str) -> str:
    """Give the key of an organ's name without its area.

    >>> organ("人民政府"), organ("委员会"), organ("中共委"), organ("发展和改革委员会")
    ('政府', '委', '委', '发改委')
    """
    text = _PARTY.sub("", text)
    for long, short in _forms():
        text = text.replace(long, short)
    return text


def under_committee(organ: str, area: str) -> str:
    """Give the name of an organ after its area: a department of the Party is its committee's.

    >>> under_committee("宣传部", "云湖区"), under_committee("政府", "云湖区")
    ('委宣传部', '政府')
    """
    if organ not in _OF_COMMITTEES:
        return organ
    return ("党委" if area.endswith("自治区") else "委") + organ


_OF_COMMITTEES = ("组织部", "宣传部", "统战部", "政法委", "社会工作部", "网信办", "巡察办", "编办")


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Give the pairs of `organ_forms.tsv`, the longest first."""
    pairs = [(row[0], row[1]) for row in lexicons.rows("organ_forms")]
    return tuple(sorted(pairs, key=lambda one: (-len(one[0]), one[0])))
