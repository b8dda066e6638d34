"""Foreign: bodies of other countries and of the United Nations, which are organisations in the words of the schema."""

import re
from collections.abc import Sequence

from loaders import lexicons
from loaders.names.found import Found
from loaders.names.mention import Mention

_HOME = ("中国", "中华人民共和国")
_WORLD = ("联合国", "世界", "国际", "欧盟", "东盟", "非盟")
_AGENCY = re.compile(
    r"联合国[\u4e00-\u9fff]{2,10}?(?:组织|基金会|基金|总署|署|委员会|理事会|协调厅|办事处|秘书处|大学|中心)(?![\u4e00-\u9fff]?组织)"
)
_JOINED = ("PublicBody", "Organization")


def join(text: str, districts: Found, found: Sequence[Mention]) -> list[Mention]:
    """Put the country before its body, and 联合国 before its agency, and call both an organisation.

    Args:
        text: A healed text.
        districts: The districts of the text.
        found: Bodies, firms and organisations, in any order.

    Returns:
        The same names; 国防部 after 俄罗斯 has become 俄罗斯国防部, an Organization.
    """
    abroad = {
        one.stop: one.start
        for one in districts.mentions
        if one.text not in _HOME and _is_country(one, districts)
    }
    starts = {one.start: one for one in districts.mentions if one.stop in abroad}
    worlds = {one.stop: one for one in found if one.text in _WORLD}
    gone: set[int] = set()
    made: list[Mention] = []
    for one in found:
        if one.type not in _JOINED or one.generic:
            made.append(one)
        elif one.start in worlds:
            head = worlds[one.start]
            gone.add(id(head))
            made.append(_named(text, head.start, one.stop))
        elif one.start in abroad:
            made.append(_named(text, abroad[one.start], one.stop))
        elif one.type == "PublicBody" and one.start in starts and starts[one.start].stop < one.stop:
            made.append(_named(text, one.start, one.stop))
        else:
            made.append(one)
    agencies = [
        Mention("Organization", *one.span(), one.group(), organ=one.group())
        for one in _AGENCY.finditer(text)
    ]
    covered = {at for one in agencies for at in range(one.start, one.stop)}
    kept = [one for one in made if id(one) not in gone and one.start not in covered]
    return [*agencies, *kept]


def _is_country(one: Mention, districts: Found) -> bool:
    area = districts.areas.get(one.area)
    return one.text in lexicons.words("countries_short") or (
        area is not None and area.level == "country"
    )


def _named(text: str, start: int, stop: int) -> Mention:
    words = text[start:stop]
    return Mention("Organization", start, stop, words, organ=words)
