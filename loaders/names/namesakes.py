"""Namesakes: things that are called after an area and do not name it: 北京时间, 延安精神, 青岛啤酒, 波士顿咨询."""

import functools
import re

from loaders import lexicons

_CALLED = re.compile(
    r"时间(?!内|里|表)|(?:会议)?精神(?!病|卫生|文明)|[冬残]?残?奥运?会|冬残?奥|舰(?!队)|[东南西北]站(?![点长])|国际机场|机场"
    r"|啤酒|白酒|黄酒|白药|烤鸭|板鸭|龙井|大曲|火腿|榨菜|陈醋|米粉|拉面|凉皮|热干面|话剧?[，。、]|方言|菜系|刺绣|年画|瓷器"
    r"|行动计划|行动方案|宣言|共识|议定书|协定|公约|条约|声明|进程|模式[”、，。]"
)
_STOPS = r"(?=[、，。；）)”]|等|$)"


def called(text: str, start: int, stop: int, *, abroad: bool = False) -> bool:
    """Tell whether a short name of an area goes on to the name of a thing that is called after it.

    Args:
        text: A healed text.
        start: Where the short name begins.
        stop: Where it ends.
        abroad: It is that of a city of another country, before which trades name firms outside lists too.

    >>> called("北京时间8月", 0, 2), called("来到北京市", 2, 4), called("、山东黄金、", 1, 3)
    (True, False, True)
    """
    if _CALLED.match(text, stop):
        return True
    firm = _firm().match(text, stop)
    if firm is None:
        return False
    return abroad or text[start - 1 : start] == "、" or text[firm.end() : firm.end() + 1] == "、"


@functools.cache
def _firm() -> re.Pattern[str]:
    """Match what ends the short name of a firm after an area, with a word of its own before it at most."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words"), *_BRANDS} - _ORDINARY
    ends = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(f"[\u4e00-\u9fff]?(?:{ends}){_STOPS}")


_BRANDS = (
    "黄金",
    "长虹",
    "茅台",
    "白药",
    "科学",
    "再保险",
    "港口",
    "高速",
    "交投",
    "城投",
    "国投",
    "文投",
    "银泰",
    "百货",
    "现代",
    "金控",
    "能投",
    "水投",
    "燃气",
)
_ORDINARY = frozenset((
    "农业", "林业", "渔业", "牧业", "建设", "技术", "生态", "环境", "健康", "体育", "旅业", "养老", "康养", "水务", "贸易", "游戏", "影视",
    "动漫", "检测", "设计", "零售", "租赁", "医疗", "中药", "药材", "饮料", "数据", "信息", "网络", "设施",
))  # fmt: skip
"""Words of trades that stand after an area without naming a firm: 云湖农业、工业."""
