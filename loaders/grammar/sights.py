"""Sights: what a predicate of going to see something names, and what it only points at (这里, 两村)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from loaders import lexicons
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

STOPS = ("Place", "District", "PublicBody", "Enterprise", "Organization")
"""What may be visited or inspected."""

_CIRCUMSTANCE = (
    "下", "中", "上", "时", "方面", "后", "前", "里", "期间", "之际", "领域", "背景", "基础",
)  # fmt: skip
_HOME = ("家中", "家里", "村中", "村里", "厂里", "园里")

_INNER = {
    "District": STOPS,
    "Organization": ("Place", "Organization"),
    "Place": ("Place", "Organization", "Enterprise"),
}
_NO_STOP_AFTER = re.compile(
    r"(?!(?:工作|情况|意见)*(?:动员|汇报|反馈))(?:[\u4e00-\u9fff]{0,2}(?:定点|对口|结对)?(?:帮扶|包联|挂包|联建|共建|挂钩|联系)[的]?[村户社单点镇]|[^，。、]{0,6}?(?:周边|附近|精神|部署|要求|决策|安排|规定|陪同|会议|领导|负责人|主要|党组成员|汇报|反映|提出))"
)
_NO_STOP_BEFORE = re.compile(
    r"(?:率|带领|会同|关于|根据|按照|受|与|代表|听取了?|邀请|要求|召集|由|随)[^，。、到来赴]{0,12}$"
)
_NO_AREA_AFTER = re.compile(
    r"籍|方面|[至到-][\u4e00-\u9fff]{2,4}?(?:高速|铁路|公路|段|线)|[省市区县]?际"
)
_OURS = ("本", "我", "全", "该")
_COUNTED = re.compile(
    r"的?(?:部分|重点|各级?)|的?[\d一二三四五六七八九十几数两多]+余?[名位户个家支]"
)
_BREAK = re.compile(
    r"开展|进行|观看|听取|了解|询问|参加|出席|聆听|针对|围绕|聚焦|就|向|代表|致以|座谈|交流|举行|召开|宣讲"
)
"""What is named after such a verb is heard of, and not seen."""

_HELD = re.compile(r"(?:反馈|汇报|动员|座谈|推进|部署|见面|调度|工作)会议?[在于]")
"""督查反馈会在某处召开: where a meeting is held is no stop."""

_ASIDE = re.compile(
    r"《[^》]*》|(?:[^，。；、\n]{1,10}[委府]、)?[^，。；、\n]{2,20}?(?:实施|承建|援建|捐建|投建|运营|打造)的(?=[^，。；\n]{2})|(?:位于|地处|坐落于?|来自|设在|考上|考入|就读于?|毕业于|驰援|支援|增援|参与|出征|远赴)[^，。；、\n]{2,30}?的(?=[^，。；\n]{2})"
)


def is_place(phrase: str) -> bool:
    """Tell whether words after 在 can name a place: 在某村某人家中, but not 在改革中."""
    return phrase.endswith(_HOME) or not phrase.endswith(_CIRCUMSTANCE)


def listed(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield what a list names that may be visited, each in its most exact form."""
    found = reading.names.outermost(start, stop, *STOPS)
    for one, after in zip_longest(found, found[1:]):
        inner = reading.names.starting(one.stop, *_INNER.get(one.type, ()))
        if inner is not None and inner.stop <= stop:
            continue  # 澜州市 of 澜州市云湖区, 某大学 of 某大学某楼
        if after is None or not _within(reading.text, one, after):
            yield one


def _within(text: str, one: Mention, after: Mention) -> bool:
    """Tell whether an area is that of the next one, over a part that no register knows: 某市某区某镇."""
    gap = text[one.stop : after.start]
    return one.type == "District" and _PART.fullmatch(gap) is not None


_PART = re.compile(r"[\u4e00-\u9fff]{1,4}[区县旗]")


def ends(reading: Reading, at: int, stop: int) -> Iterator[int]:
    """Yield where a list may end: at a comma, a full stop or a quotation that is no part of a name."""
    for sign in _ENDS.finditer(reading.text, at, stop):
        here = sign.start()
        quoted = reading.text[here] == "“" and reading.names.within(at, stop, *STOPS)
        if not (quoted and any(one.start <= here < one.stop for one in quoted)):
            yield here


def list_end(reading: Reading, at: int, stop: int) -> int:
    """Give where a list of stops ends; it may go on over a comma: 甲公司、乙公司，丙公司、丁公司."""
    text = reading.text
    for end in ends(reading, at, stop):
        if text[end] != "，" or not _listed_on(reading, end + 1, stop):
            return end
    return stop


def _listed_on(reading: Reading, at: int, stop: int) -> bool:
    """Tell whether a list goes on after a comma, and no new one of who is there begins."""
    text = reading.text
    joint = _JOINT.match(text, at, stop)
    at = joint.end() if joint else at
    one = reading.names.starting(at, *STOPS)
    if one is None or not text.startswith(("、", "（", "，", "。", "等地"), one.stop):
        return False
    return _THERE_TOO.match(text, at, stop) is None


_JOINT = re.compile("以及|及|还有|和|与|并")
_THERE_TOO = re.compile(
    r"[^，。；\n]*?(?:负责|陪同|参加|参与|出席|领导|同志|干部|代表|介绍|汇报|有关)"
)
_ENDS = re.compile(r"[，。；！？：\n“]")


def targets(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the stops that a predicate names."""
    text = reading.text
    aside = [one.span() for one in _ASIDE.finditer(text, start, stop)]
    last = start
    for one in listed(reading, start, stop):
        broken = last > start and _BREAK.search(text, last, one.start)
        if broken or _HELD.search(text, last, one.start):
            return
        last = one.stop
        if any(a <= one.start and one.stop <= b for a, b in aside):
            continue  # 位于某大学的某某公司
        if _NO_STOP_AFTER.match(text, one.stop) or _NO_STOP_BEFORE.search(text[start : one.start]):
            continue
        if one.type != "District" or not _only_area(text, one):
            yield one


def _only_area(text: str, one: Mention) -> bool:
    """Tell whether a district only says where something else is: 某地至某地高速公路, 本县10户家庭."""
    if _NO_AREA_AFTER.match(text, one.stop) or _unread(text, one):
        return True
    return one.text.startswith(_OURS) and _COUNTED.match(text, one.stop) is not None


_PAIR = 2  # code points: 滨州 is short for 滨州市


def _unread(text: str, one: Mention) -> bool:
    """Tell whether a short form begins a name that no grammar reads: 武汉 of 武汉晨曦天地."""
    full = one.text.endswith("街道") or (
        one.text[-1] in "省市区县旗州盟镇乡国" and len(one.text) > _PAIR
    )
    abroad = one.text in lexicons.words("countries_short") and one.text != "中国"
    short = not (full or abroad) or one.text in ("中国", "全国")
    return short and _NAME_ON.match(text, one.stop) is not None


_NAME_ON = re.compile(
    r"(?!等|和|及|与|以及|并|就|对|开展|进行|围绕|实地|现场|调研|考察|检查|督导|督查|指导|走访|慰问|看望|参观|访问|视察|出席|参加|召开|主持|工作|期间|时|为|的|之行|两地|三地|各地|部分|农村|基层|城区|全境|境内|多地|一线|受灾|灾区|暗访|巡查|调度|察看|查看|了解|招商|学习|洽谈|推进|组织|举办|会见|拜会|拜访|交流|座谈|指挥|受到|接受|签署|处置|抢险|救援|支援|观摩|踏勘|下访|接访|蹲点|督战|对接|进行|作|送|向|来|到|赴)[\u4e00-\u9fff]{2}"
)

_THERE = re.compile(
    r"(?P<two>这?(?:两|二|几|三)[家个所处]?(?P<these>村|社区|企业|公司|学校|项目|地)|这几?[家个]企业)"
    r"|(?P<one>这里|此地|该(?P<that>村|公司|企业|校|院|项目|园区|社区|镇|街道|中心|单位|基地)|(?P<in>村|企业|公司|园区|社区|学校|厂区|车间)[里内中]?)"
    r"(?:现场|车间|一线)?(?:$|[，、]|实地|调研|察看|查看|看望|慰问|走访|检查|考察|参观)"
)
_KINDS = {
    "村": ("Place",), "社区": ("Place",), "园区": ("Place",), "项目": ("Place",), "基地": ("Place",),
    "公司": ("Enterprise",), "企业": ("Enterprise", "Organization"), "厂区": ("Enterprise",), "车间": ("Enterprise",),
    "学校": ("Organization",), "校": ("Organization",), "院": ("Organization",),
    "镇": ("District",), "街道": ("District",),
}  # fmt: skip
_NEAR = 24  # code points from the beginning of the sentence before


def meant(reading: Reading, start: int, stop: int, *, before: int) -> list[Mention]:
    """Give the places that 这里, 村里 or 两村 mean: what the sentence before is about.

    Args:
        reading: The article.
        start: Where the predicate begins.
        stop: Where it ends.
        before: Where its sentence begins.
    """
    there = _THERE.search(reading.text, start, stop)
    if there is None or before == 0:
        return []
    begin, end = reading.sentence(before - 1)
    word = there["these"] or there["that"] or there["in"] or ""
    kinds = _KINDS.get(word, ("Place", "Enterprise", "Organization"))
    about = [
        one
        for one in reading.names.outermost(begin, min(end, begin + 3 * _NEAR), *STOPS)
        if one.type in kinds and reading.player(one) is not None and not one.generic
        and (word not in ("村", "社区") or one.text.endswith(word))
    ]  # fmt: skip
    if there["two"]:
        return about[:2]
    return [one for one in about[:1] if one.start < begin + _NEAR]
