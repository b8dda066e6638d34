"""Pinyin for search: a name is found by its characters, its pinyin, or its initials."""

import itertools
import re
from collections.abc import Sequence

import pypinyin

# Surnames whose reading as a name is not the usual one of the character.
# Source: 现代汉语词典 (第7版), entries marked 姓.
_SURNAMES = {
    "缪": "miao", "单": "shan", "仇": "qiu", "区": "ou", "曾": "zeng", "翟": "zhai", "朴": "piao",
    "解": "xie", "查": "zha", "盖": "ge", "乐": "yue", "种": "chong", "覃": "qin", "谌": "chen",
    "冼": "xian", "召": "shao", "繁": "po", "折": "she", "黑": "he", "员": "yun", "祭": "zhai",
    "隗": "wei", "秘": "bi", "长孙": "zhang sun", "尉迟": "yu chi", "万俟": "mo qi",
    "澹台": "tan tai", "宰父": "zai fu",
}  # fmt: skip
_RUN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+|[A-Za-z0-9]+")
_READINGS = 2  # of one character; further ones are rare in names
_VARIANTS = 6  # of one name, so that long names do not explode
_LONGEST = 6  # code points of a name whose other readings are worth having


def search_text(text: str, *, person: bool = False) -> str:
    """Give what the full-text index reads: the text, then its pinyin joined, spaced, and initials.

    >>> search_text("徐汇区")
    '徐汇区 xuhuiqu xu hui qu xhq xuhuiou ou xho'
    >>> "miaojun" in search_text("缪钧", person=True)
    True
    """
    words: dict[str, None] = dict.fromkeys([text])
    for syllables in _variants(text, person=person):
        for word in ("".join(syllables), *syllables, "".join(one[0] for one in syllables)):
            words.setdefault(word)
    return " ".join(words)


def _variants(text: str, *, person: bool) -> list[tuple[str, ...]]:
    runs = _RUN.findall(text)
    main: list[str] = []
    for run in runs:
        main.extend(pypinyin.lazy_pinyin(run) if not run.isascii() else [run.lower()])
    if not main or "".join(runs).isascii():
        return []
    found = [tuple(main)]
    if person:
        found = [_with_surname(text, main), *found]
    if len("".join(runs)) <= _LONGEST:
        found.extend(itertools.islice(itertools.product(*_readings(runs)), _VARIANTS))
    return list(dict.fromkeys(found))


def _with_surname(text: str, syllables: Sequence[str]) -> tuple[str, ...]:
    for length in (2, 1):
        reading = _SURNAMES.get(text[:length])
        if reading:
            return (*reading.split(), *syllables[length:])
    return tuple(syllables)


def _readings(runs: Sequence[str]) -> list[list[str]]:
    options: list[list[str]] = []
    for run in runs:
        if run.isascii():
            options.append([run.lower()])
        else:
            every = pypinyin.pinyin(run, style=pypinyin.Style.NORMAL, heteronym=True)
            options.extend(one[:_READINGS] for one in every)
    return options
