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
            continue
        short = match.group(1)
        for found in re.finditer(re.escape(short), text):
            if not one.start <= found.start() < one.stop:
                yield replace(
                    one, start=found.start(), stop=found.end(), text=short, stands_for=one.text
                )
