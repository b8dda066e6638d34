"""Abbreviations: short names that a text declares: 云湖重工股份有限公司（以下简称“云湖重工”）."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.names.mention import Mention

_DECLARED = re.compile(
    r"[（(](?:以下|下)?(?:统称|简称)(?:为)?[：:]?[“\"‘《]?([^”\"’》）)，、]{2,12})[”\"’》]?[）)]"
)
_TYPES = ("Enterprise", "Organization", "PublicBody", "InspectionTeam", "Place")


def declared(text: str, names: Iterable[Mention]) -> Iterator[Mention]:
    """Yield every mention of a short name that the text declares, standing for the full one."""
    for one in names:
        if one.type not in _TYPES:
            continue
        match = _DECLARED.match(text, one.stop)
        if match is None:
            yield from _before_posts(text, one) if one.type == "Enterprise" else ()
            continue
        short = match.group(1)
        for found in re.finditer(re.escape(short), text):
            if not one.start <= found.start() < one.stop:
                yield replace(
                    one, start=found.start(), stop=found.end(), text=short, stands_for=one.text
                )


def _before_posts(text: str, one: Mention) -> Iterator[Mention]:
    """Yield how a firm's long name begins, where a post of firms follows: 甲乙精密 of 甲乙精密株式会社."""
    full = _COUNTRY.sub("", one.organ or one.text)
    stem = _FORM.sub("", full)
    if stem == full or full.endswith(("分公司", "支公司", "子公司")):
        return  # the firm itself is another than its branch
    for size in range(len(stem), _SHORTEST - 1, -1):
        short = stem[:size]
        found = [
            match.start()
            for match in re.finditer(re.escape(short) + _POST, text)
            if not one.start <= match.start() < one.stop
        ]
        for at in found:
            yield replace(one, start=at, stop=at + size, text=short, stands_for=one.text)
        if found:
            return


_SHORTEST = 3  # code points; two are too often the beginning of something else
_COUNTRY = re.compile("^(?:美国|德国|日本|法国|英国|韩国|瑞士|瑞典|荷兰|意大利|新加坡)")
_FORM = re.compile(r"(?:股份|有限|责任|控股|集团)*公司$|株式会社$|集团$")
_POST = r"(?=(?:(?!公司|集团|株式)[\u4e00-\u9fff]){0,9}?(?:董事长|董事|总经理|总裁|总代表|总监|首席[\u4e00-\u9fff]{2,4}[官家]|创始人|合伙人|委员会委员))"
