"""Foreign: bodies of other countries and of the United Nations, which are organisations in the words of the schema."""

import re
from collections.abc import Sequence

from loaders import lexicons
from loaders.names.found import Found
from loaders.names.mention import Mention

_HOME = ("中国", "中华人民共和国")
_WORLD = ("联合国", "世界", "国际", "欧盟", "东盟", "非盟")
_AGENCY = re.compile(
    r"联合国[\u4e00-\u9fff]{2,10}?(?:组织|基金会|基金|总署|(?<![签部])署|委员会|理事会|协调厅|办事处|秘书处|大学|中心)(?![\u4e00-\u9fff]?组织)"
)
_WORLDWIDE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[与和及由])?((?:国际|世界|亚洲|欧洲|非洲|亚太|全球|泛美|阿拉伯|伊斯兰)"
    r"(?:(?![的与和及在了是])[\u4e00-\u9fff]){2,10}?(?:组织|联盟|联合会|委员会|基金会|理事会|协会))(?![\u4e00-\u9fff]?(?:工作|建设|会议))"
)
_JOINED = ("PublicBody", "Organization")
_ORGAN = re.compile(
    r"(?:(?:联邦|国家|最高|临时|过渡)?(?:众议院|参议院|国会|议会|国民议会|国民委员会|总统府|首相府|政府军|政府|内阁|央行|中央银行|武装部队(?:总参谋部)?|军方|国防军|自卫队|"
    r"海岸警卫队|革命卫队|空军|海军|陆军|最高法院)|外务省|防卫省|财务省|白宫|(?:国际)?开发署|环保署|联邦调查局|中央情报局|食品药品监督管理局|国际协力机构|贸易振兴机构|工商大会|商工会议所|宇航局|航天局|航空航天局"
    r"|驻[\u4e00-\u9fff]{1,8}?(?:大使馆|总领事馆|领事馆|使馆))(?![\u4e00-\u9fff]?(?:基地|学院|大学|医院|军官|一号))"
)
_PAPER = re.compile(
    r"《([\u4e00-\u9fff]{1,10}?(?:[早晚日时邮论周镜卫先]报|导报|公报|电讯报|新闻|周刊|邮报|论坛报|观察家|经济学人|福布斯|财富|新闻周刊))》(?=网站|杂志|周刊|记者|\d{1,2}日|[^，。》]{0,6}(?:报道|刊文|刊发|援引|发表|披露|评论|称|统计))"
)
_OF_CHINA = re.compile(
    r"中国(?:常)?驻(?:(?![的在与和])[\u4e00-\u9fff·]){1,12}?(?:大使馆|总领事馆|领事馆|使馆|使团|代表团)"
)
_ARMY = re.compile(
    r"([美俄乌韩]|以色列|乌克兰|俄罗斯|美国)军(?:方)?(?![事民工队警人令装营歌嫂旅校衔功])"
)
_NATIONS = {"美": "美国", "俄": "俄罗斯", "乌": "乌克兰", "韩": "韩国"}


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
    agencies += [
        _named(text, start, organ.end())
        for stop, start in abroad.items()
        if (organ := _ORGAN.match(text, stop)) is not None
    ]
    agencies += [_named(text, *one.span(1)) for one in _WORLDWIDE.finditer(text)]
    agencies += [_named(text, *one.span(1)) for one in _PAPER.finditer(text)]
    made = [_dotted(text, one) for one in made]
    agencies += [
        _named(text, *one.span())
        for one in _ARMY.finditer(text)
        if _NATIONS.get(one.group(1), one.group(1)) in text
    ]
    agencies += [
        Mention("PublicBody", *one.span(), one.group(), organ=one.group())
        for one in _OF_CHINA.finditer(text)
    ]
    covered = {at for one in agencies for at in range(one.start, one.stop)}
    kept = [one for one in made if id(one) not in gone and one.start not in covered]
    return [*agencies, *kept]


def _is_country(one: Mention, districts: Found) -> bool:
    area = districts.areas.get(one.area)
    return one.text in lexicons.words("countries_short") or (
        area is not None and area.level == "country"
    )


def _dotted(text: str, one: Mention) -> Mention:
    """Let a school begin before the dots inside the name of whom it is named after: 阿尔·本森 + 大学."""
    if one.type != "Organization" or text[one.start - 1 : one.start] != "·":
        return one
    start, kept = one.start, frozenset(lexicons.words("transliteration"))
    while start and (text[start - 1] == "·" or text[start - 1] in kept):
        start -= 1
    return _named(text, start, one.stop) if text[start] != "·" else one


def _named(text: str, start: int, stop: int) -> Mention:
    words = text[start:stop]
    return Mention("Organization", start, stop, words, organ=words)
