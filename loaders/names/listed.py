"""Listed: short forms of divisions that only their list gives away: 闽侯、永泰、南靖等县; 柳浦、东渡等镇."""

import re
from collections.abc import Iterator, Sequence

from graph.divisions import Division, register

Span = tuple[int, int, bool]

_JOINTS = ("、", "和", "与", "及", "以及")
_LEAST, _LEAST_NAMED = 3, 2
_KINDS = re.compile(
    r"等?(?:[\d一二三四五六七八九十两]+个?)?(?:设区|省辖)?(?:县|市|区|旗|州|地)(?![委长])"
)
_LEVELS = ("prefecture", "county")
_TOWNS = re.compile(
    r"((?:[\u4e00-\u9fff]{2,3}、)+[\u4e00-\u9fff]{2,3})等(?:[\d一二三四五六七八九十]+个?)?(镇|乡|街道)(?![村镇区])"
)
_NONE = re.compile(r"[镇乡村县市区省的了在是有和与]|街道")


def counties(text: str, spans: Sequence[Span], date: str = "") -> dict[int, Division]:
    """Give what the names of a list of divisions of one province mean, by where each begins.

    A list has three names, or two and a word such as 等县 after them.

    Args:
        text: A healed text.
        spans: Spans of names of the register in order; whether the register has them.
        date: Day of publication.
    """
    found: dict[int, Division] = {}
    for run in _runs(text, spans):
        named = _KINDS.match(text, run[-1][1]) is not None
        if len(run) >= (_LEAST_NAMED if named else _LEAST):
            found |= _of_one_province(text, run, date)
    return found


def _runs(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for one in spans:
        if run and not (one[2] and text[run[-1][1] : one[0]] in _JOINTS):
            yield run
            run = []
        if one[2]:
            run.append(one)
    if run:
        yield run


def _of_one_province(text: str, run: list[Span], date: str) -> dict[int, Division]:
    """Give the meanings of a list, when one province has them all."""
    choices: dict[int, dict[str, Division]] = {}
    for start, stop, _ in run:
        inside: dict[str, Division] = {}
        for one in register().find(text[start:stop], "", date):
            if one.level in _LEVELS and not (date and not one.existed(date)):
                inside.setdefault(one.code[:2], one)
        choices[start] = inside
    shared = set.intersection(*(set(one) for one in choices.values()))
    if len(shared) != 1:
        return {}
    (province,) = shared
    return {start: one[province] for start, one in choices.items()}


def towns(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the townships of a list that names their kind once at its end, and the full name of each."""
    for match in _TOWNS.finditer(text):
        start = match.start()
        items = match.group(1).split("、")
        if any(_NONE.search(item) for item in items):
            continue
        for item in items:
            yield start, start + len(item), item + match.group(2)
            start += len(item) + 1
