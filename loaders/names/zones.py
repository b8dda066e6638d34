"""Zones: places of which a text names only the bodies: 云湖经开区 of 云湖经开区管委会."""

import re
from collections.abc import Iterable

from loaders.names.headed import ZONES
from loaders.names.mention import Mention

_BODY = re.compile(
    rf"(?:[省市区县州]委)?([\u4e00-\u9fff]{{2,}}?(?:{'|'.join(sorted((*ZONES, '新城', '景区', '试验区', '综保区'), key=len, reverse=True))}))"
    r"(?:党工委管委会|党工委|管理委员会|管委会|管委|纪工委|工委|管理局|管理办公室)"
)
_POINTED = re.compile(r"[省市区县州镇该本我]")


def put(districts: Iterable[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Add the zones whose committees are named, where no district is that zone.

    Args:
        districts: The districts of the text, 浦东新区 among them.
        names: Names found so far; all of them stay.
    """
    known = list(names)
    ends = {one.stop for one in known if one.type == "Place"} | {one.stop for one in districts}
    heads = {one.start: one for one in districts}
    made = []
    for one in known:
        match = _BODY.match(one.text) if one.type == "PublicBody" else None
        if match is None or _POINTED.match(match.group(1)):
            continue
        start, stop = one.start + match.start(1), one.start + match.end(1)
        head = heads.get(start)
        if stop in ends or (head is not None and head.stop > stop):
            continue
        area = head.area if head is not None else ""
        organ = match.group(1)[head.stop - start :] if head is not None else match.group(1)
        made.append(Mention("Place", start, stop, match.group(1), area, organ))
    return [*known, *made]
