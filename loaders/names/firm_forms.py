"""Firm forms: what a firm is called beside its registered name, and which names are of one firm."""

import functools
import re
from collections.abc import Iterator

from loaders import lexicons

_LEGAL = re.compile(
    r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|总公司|集团公司|公司)$|集团$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_LEAST = 3  # code points of a short form that can be one firm's


def canonical(name: str) -> str:
    """Give the name by which a bank or a large enterprise is known whole.

    >>> canonical("省农发行")
    '省农业发展银行'
    """
    for short, full in _forms():
        if short in name and full not in name:
            name = name.replace(short, full)
    if name.startswith("中国") and name[len("中国") :].startswith(_known()):
        return name[len("中国") :]
    return name


def bare(name: str, area: str = "") -> str:
    """Give what is left of a registered name without its legal form and the area it begins with.

    >>> bare("云湖晨曦重工股份有限公司", "云湖")
    '晨曦重工'
    """
    left = _LEGAL.sub("", _BRACKETS.sub("", name))
    if area and left.startswith(area) and len(left) - len(area) >= _LEAST:
        left = left[len(area) :]
    return left if len(left) >= _LEAST else ""


def forms(name: str, area: str = "") -> set[str]:
    """Give what a firm with a registered name is called for short, with its 集团, 集团公司 or without, without 中国, or without its trade.

    >>> sorted(forms("中国云湖重工集团有限公司"))
    ['中国云湖', '中国云湖重工', '中国云湖重工集团', '中国云湖重工集团公司', '云湖重工', '云湖重工集团', '云湖重工集团公司']
    """
    found = {bare(name), bare(name, area), _LIMITED.sub("集团", name)}
    found |= {_LIMITED.sub("集团公司", name), *_shorter(bare(name))}
    found |= {one.removeprefix(_NATION) for one in found}
    return {one for one in found if len(one) >= _LEAST and one != name}


def _shorter(name: str) -> Iterator[str]:
    """Yield a firm's name without the trades at its end, one after the other: 明河石油 of 明河石油天然气."""
    while (trade := _trade().search(name)) is not None and trade.start() >= _BRAND:
        name = name[: trade.start()]
        yield name


_BRAND = 4  # code points of a firm's name with the first word of its trade
_LIMITED = re.compile(r"集团(?:股份有限公司|有限责任公司|有限公司|公司)$")
_NATION = "中国"


def own_start(text: str, start: int, stop: int) -> int:
    """Give where a firm's own name begins, after words that say of what rank or sort it is.

    >>> own_start("龙头企业晨曦重工", 0, 8), own_start("晨曦重工", 0, 4)
    (4, 0)
    """
    for lead in (_RANK, _WORDS):
        match = lead.match(text, start, stop)
        if match is not None and stop - match.end() >= _BARE:
            start = match.end()
    return start


_BARE = 2
_WORDS = re.compile(
    r".{0,14}(?:逃出|落入|责令|责成|聘请|开办|成立|组建|组成|设立|给予|由于|希望|恰逢|孕育出|联系|拨打|损害|防范|符合|公布|伪造|集聚|驶出|告知|出租|出售|拆散|建造|"
    r"指使|招聘|招募至|纳入|完善|近期|推动|推荐|优化|实现|提升|促进|加强|推进|保障|影响|扩展|改善|补充|规定|选举|认购|购买|勒令|判决|注销|提醒|搭建|确认|维护|追加|控制|捐赠|加速|持有|增强|秉承|鼓励|原因系|协助|帮助|关停|取缔|查处|收购|[一两这那某每几多][家辆张批个名]|上述|不少|任何|涉事)|[除予若某]"
)
_RANK = re.compile(
    r".{0,10}?(?:巨头|龙头|领军|独角兽|百强|[五0-9]百强|\d强|上市公司|[央国民外台车药房]企(?!业)|(?<!小)企业(?![家文集股管])|旗下的?|下属的?|所属的?|运营商|生产商|供应商|开发商|制造商|服务商)(?:企业|公司)?[——]*"
)


def is_generic(name: str) -> bool:
    """Tell whether a name only says what a firm does: 物业管理公司, 第三方公司, 诈骗集团."""
    if name.endswith(("本公司", "非公司", "我公司", "该公司")):
        return True
    match = _KIND.fullmatch(name)
    return match is not None and _sorts().fullmatch(match.group(1)) is not None


_KIND = re.compile(r"(.*?)(?:公司|集团|银行|工厂|发电厂|合作社|事务所|酒店|超市|营业部|商)")


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in lexicons.rows("firm_forms"))


@functools.cache
def _known() -> tuple[str, ...]:
    return tuple(one for one in lexicons.words("enterprises") if not one.startswith("中国"))


@functools.cache
def _trade() -> re.Pattern[str]:
    words = {
        *lexicons.words("brand_tails"),
        *lexicons.words("trade_words"),
        "通信",
        "天然气",
        "集团",
        "股份",
    }
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


@functools.cache
def _sorts() -> re.Pattern[str]:
    words = sorted(lexicons.words("firm_sorts"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})*")
