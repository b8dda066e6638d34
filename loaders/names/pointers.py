"""Pointers: 区 in 区委, 市 in 市发改委: the one word that stands for the area an article is about."""

POINTERS = (
    "自治区", "自治州", "自治县", "自治旗", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道",
)  # fmt: skip
"""Words that point at the area that an article is about; 区委 in an article of 徐汇区."""

_NONE = (
    "市场", "市容", "市政设", "市政工", "区域", "省级", "市级", "区级", "县级", "县域", "乡村", "镇海", "市民",
    "区块", "州际", "旗下", "旗舰", "市值", "市区", "县城", "市北", "市南", "市中", "乡镇", "镇街", "市县", "区县",
)  # fmt: skip
_YET = (
    "市政府",
    "市政协",
    "市中级",
    "市中医",
    "市中院",
    "市中心医院",
    "市民政",
    "市民族",
    "市民宗",
    "市民营",
    "县城管",
    "县城市",
)


def at(text: str, position: int) -> str:
    """Give the pointer that begins at a position, or nothing.

    >>> at("市委书记", 0), at("市场监管", 0), at("省长讲话", 0)
    ('市', '', '')
    """
    if text.startswith(_NONE, position) and not text.startswith(_YET, position):
        return ""
    pointer = next((one for one in POINTERS if text.startswith(one, position)), "")
    return "" if text.startswith("长", position + len(pointer)) else pointer  # 省长甲考察…
