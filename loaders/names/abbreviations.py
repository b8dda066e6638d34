"""Abbreviations: short names that a text declares: 云湖重工股份有限公司（以下简称“云湖重工”）."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.names.mention import Mention

_DECLARED = re.compile(
    r"[（(](?:以下|下)?(?:统称|简称)(?:为)?[：:]?[“\"‘《]?([^”\"’》）)，、]{2,12})[”\"’》]?[）)]"
)
_TYPES = ("Enterprise", "Organization", "PublicBody", "InspectionTeam", "Place")


def declared(text: str, names: Iterable[Mention]) -> Iterator[Mention]:
    """Yield every mention of a short name that the text declares, standing for the full one.

    A short name that is declared twice stands for what it was declared for first.
    """
    posts: _Posts | None = None
    told: set[str] = set()
    for one in names:
        if one.type not in _TYPES:
            continue
        match = _DECLARED.match(text, one.stop)
        if match is None and one.type == "Enterprise" and one.text not in told:
            told.add(one.text)
            posts = posts or _Posts(text)
            yield from _before_posts(posts, one)
        if match is None or match.group(1) in told:
            continue
        short = match.group(1)
        told.add(short)
        for found in re.finditer(re.escape(short), text):
            if not one.start <= found.start() < one.stop:
                yield replace(
                    one, start=found.start(), stop=found.end(), text=short, stands_for=one.text
                )


def widened(shorts: Iterable[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Put a longer name in the place of the short name that it begins with: 经开区管委会 for 经开区.

    Args:
        shorts: Mentions of declared short names.
        names: Names found by their tails.
    """
    at = {one.start: one for one in shorts}
    for one in names:
        short = at.get(one.start)
        if short is not None and one.text.startswith(short.stands_for):
            at[one.start] = one  # the full name itself, which begins with its short form
        elif short is not None and one.stop > short.stop:
            rest = one.text[len(short.text) :]
            organ, full = (short.organ or short.stands_for) + rest, short.stands_for + rest
            at[one.start] = replace(one, area=short.area, organ=organ, stands_for=full)
    return list(at.values())


class _Posts:
    """Where the posts of firms stand in a text, and what stands before them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stops = sorted(
            stop
            for title in _TITLE.finditer(text)
            for stop in range(max(0, title.start() - _SCOPE), title.start() + 1)
            if _POST.match(text, stop)
        )
        self._stops = list(dict.fromkeys(self._stops))
        self._of_size: dict[int, dict[str, list[int]]] = {}

    def after(self, short: str) -> list[int]:
        """Give where a name begins that a post follows."""
        size = len(short)
        if size not in self._of_size:
            found: defaultdict[str, list[int]] = defaultdict(list)
            for stop in self._stops:
                if stop >= size:
                    found[self._text[stop - size : stop]].append(stop - size)
            self._of_size[size] = found
        return self._of_size[size].get(short, [])


def _before_posts(posts: _Posts, one: Mention) -> Iterator[Mention]:
    """Yield how a firm's long name begins, where a post of firms follows: 甲乙精密 of 甲乙精密株式会社."""
    full = _COUNTRY.sub("", one.organ or one.text)
    stem = _FORM.sub("", full)
    if stem == full or full.endswith(("分公司", "支公司", "子公司")):
        return  # the firm itself is another than its branch
    for size in range(len(stem), _SHORTEST - 1, -1):
        short = stem[:size]
        found = [at for at in posts.after(short) if not one.start <= at < one.stop]
        for at in found:
            yield replace(one, start=at, stop=at + size, text=short, stands_for=one.text)
        if found:
            return


_SHORTEST = 3  # code points; two are too often the beginning of something else
_COUNTRY = re.compile("^(?:美国|德国|日本|法国|英国|韩国|瑞士|瑞典|荷兰|意大利|新加坡)")
_FORM = re.compile(r"(?:股份|有限|责任|控股|集团)*公司$|株式会社$|集团$")
_SCOPE = 9  # code points between a firm and the title: 中国区
_TITLES = r"(?:董事长|董事|总经理|总裁|总代表|总监|首席[\u4e00-\u9fff]{2,4}[官家]|创始人|合伙人|委员会委员)"
_TITLE = re.compile(f"(?={_TITLES})")
_POST = re.compile(rf"(?:(?!公司|集团|株式)[\u4e00-\u9fff]){{0,{_SCOPE}}}?{_TITLES}")
