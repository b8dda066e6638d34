"""Division: one administrative division under one name, and the words for its level."""

import re
from dataclasses import dataclass

LEVELS = ("country", "province", "prefecture", "county", "township")
"""Levels from the top down: 国家, 省级, 地级, 县级, 乡级."""

COUNTRY = "CN"
"""Code of 中国; foreign countries have their ISO 3166-1 alpha-2 code as well."""


class DivisionError(LookupError):
    """A code or a file that the register does not have."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division under one name; a division that was renamed stands in the register twice.

    Attributes:
        code: GB/T 2260, 6 digits; of a township GB/T 10114, 9 digits; of a country two letters.
        name: Its own name, without what it lies in: 徐汇区.
        level: One of `LEVELS`.
        parent: Code of what it lies in; empty for a country.
        since: First month in which it may have had this code and name; empty when unknown.
        until: First month in which it no longer had them; empty while it has.
    """

    code: str
    name: str
    level: str
    parent: str = ""
    since: str = ""
    until: str = ""

    def existed(self, date: str) -> bool:
        """Tell whether it may have existed on a stated date (an ISO prefix).

        >>> Division("1", "甲县", "county", since="2001-12", until="2010-12").existed("2010")
        True
        >>> Division("1", "甲县", "county", since="2001-12", until="2010-12").existed("2011-02-03")
        False
        """
        month = date[:7]
        begins = not self.since or month >= self.since[: len(month)]
        return begins and (not self.until or month <= self.until[: len(month)])


# 民族名称, GB/T 3304-1991, the 55 minorities as they stand in names of divisions.
_PEOPLES_WORDS = """
    蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水
    东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克
    俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各
"""
_PEOPLES = _PEOPLES_WORDS.split()
_PEOPLE = "|".join(sorted(_PEOPLES, key=len, reverse=True))
# A people's name of one character counts only with 族, so that 灵山 is not taken apart.
_PEOPLES_AT_END = re.compile(
    f"(?:(?:{_PEOPLE})族|(?:{'|'.join(one for one in _PEOPLES if len(one) > 1)}))+$"
)
_LEVEL_WORD = re.compile("自治([州县旗区])$|族(区)$")
_KINDS = {
    "province": re.compile("(?:特别行政区|自治区|省|市)$"),
    "prefecture": re.compile("(?:自治州|地区|盟|市)$"),
    # 浦东新区 is 浦东, but 清新区 is 清新; 神农架林区 is the one 林区, 碑林区 is 碑林.
    "county": re.compile("(?:自治县|自治旗|(?<=..)[新特矿]区|(?<=神农架)林区|县|区|市|旗)$"),
}
_WITH_PEOPLES = re.compile("自治[区州县旗]$|族区$")
_LEAST = 2  # a short form of one character (沙 for 沙县) would match anything


def short_form(name: str, level: str) -> str:
    """Give the name without its kind and peoples, or the empty text when none is in use.

    >>> short_form("徐汇区", "county"), short_form("沙县", "county")
    ('徐汇', '')
    >>> short_form("延边朝鲜族自治州", "prefecture"), short_form("新疆维吾尔自治区", "province")
    ('延边', '新疆')
    >>> short_form("斜土路街道", "township")
    ''
    """
    kind = _KINDS.get(level)
    if kind is None or kind.search(name) is None:
        return ""
    rest = kind.sub("", name)
    if _WITH_PEOPLES.search(name):
        bare = _PEOPLES_AT_END.sub("", rest)
        rest = bare if len(bare) >= _LEAST else rest.removesuffix("族")
    return rest if len(rest) >= _LEAST else ""


def shorter_form(name: str, level: str) -> str:
    """Give an autonomous area's name without its peoples, but with the word for its level.

    >>> shorter_form("恩施土家族苗族自治州", "prefecture"), shorter_form("徐汇区", "county")
    ('恩施州', '')
    """
    word = _LEVEL_WORD.search(name)
    short = short_form(name, level) if word else ""
    if not word or not short:
        return ""
    if level == "province":
        return short + "自治区"
    return short + (word.group(1) or word.group(2))


def autonomous_form(name: str, level: str) -> str:
    """Give an autonomous county's or prefecture's name without its peoples: 紫云自治县.

    >>> autonomous_form("都安瑶族自治县", "county"), autonomous_form("徐汇区", "county")
    ('都安自治县', '')
    """
    word = re.search("自治[州县旗]$", name)
    short = short_form(name, level) if word else ""
    return short + word.group() if word and short else ""
