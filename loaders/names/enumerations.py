"""Enumerations: firms that only their list gives away (甲远洋、乙科技等企业)."""

import functools
import re
from collections.abc import Iterable, Iterator

from loaders import lexicons
from loaders.names import antecedents, members, places, pointers, signers, stops
from loaders.names.agreements import REGIONS, SHOWN
from loaders.names.edges import HARD, Edges
from loaders.names.mention import Mention
from loaders.names.occurrences import occurrences

_HEADS = {
    "企业": "Enterprise", "公司": "Enterprise", "龙头企业": "Enterprise", "银行": "Enterprise",
    "金融机构": "Enterprise", "高校": "Organization", "院校": "Organization", "学校": "Organization",
    "医院": "Organization", "科研院所": "Organization", "协会": "Organization", "商会": "Organization",
    **dict.fromkeys(("投资者", "投资方", "投资机构", "股东", "车企", "药企", "险企", "券商", "房企", "国企", "央企", "民企", "外企"), "Enterprise"),
}  # fmt: skip
_LIST = re.compile(
    r"(?:(?:等|共(?=\d))(?:\d{1,3}|[一二三四五六七八九十两多数]{1,3})?(?:余|多)?(?:家|个|所)?|[两二三四五六七八九](?:家|所))"
    r"(?:知名|龙头|重点|优质|参展|签约|本土|国内外|国内|高新技术|上市|科技|央企|头部|创新|平台|外资|跨国|民营|国有|大型|骨干|链主|战略|机构|产业|社会|境外|境内|海外|行业|领军|先进|中外|世界|"
    r"[5五]00强|[5五]百强|德国|日本|美国|法国|韩国|英国|欧美|欧洲|港资|台资|日资|区内|市内|省内|本地|互联网|制造业?|医药|汽车|著名|入驻|落户|相关|优秀|代表性|标杆)*"
    r"(企业|公司|龙头企业|银行|金融机构|投资者|投资方|投资机构|股东|车企|药企|险企|券商|房企|国企|央企|民企|外企|高校|院校|学校|医院|科研院所|协会|商会)"
)
_OTHER_HEADS = (
    r"党委书记|监事长|总工程师|合伙人|首席[\u4e00-\u9fff]{2,6}[官家师]|(?:[\u4e00-\u9fff]{2})?总监"
)
_BEFORE_HEADS = f"(?:{REGIONS}|全球|亚太区?|大中华区|中国区?|华[东南北中]区?|高级|资深|执行|联席|轮值|常务|联合|创始|联合创始|名誉|集团|副)*"
_VISITED = re.compile(
    r"(?:(?:来到|走进|走访|考察|参观|前往|先后到|深入|察看|检查)了?|(?<=[，。；\n])在)([\u4e00-\u9fff、]{4,80})(?=[，。和等])"
)
_PLAIN = (
    "现代",
    "高端",
    "智能",
    "新型",
    "绿色",
    "数字",
    "重点",
    "本地",
    "当地",
    "相关",
    "有关",
    "全国",
    "全区",
    "全县",
)
_STOPS = re.compile(r"等(?:地|处|点位|现场|项目现场|地方|场所)(?=[，。；调检查看考进开实])")
_SHOWN = re.compile(
    r"(?:合作|参展|入驻|落户|参会)(?:的)?(?:企业|公司)(?:有|包括|分别为|分别是|为|：|是)：?"
)
_AMONG = re.compile(
    r"(?:(?<!\d)\d{1,7}(?:余|多)?家[\u4e00-\u9fff]{0,8}?(?:企业|公司|银行|参展商|展商|客商|供应商|投资机构|金融机构|车企|药企)"
    r"|(?:企业|公司|客商|供应商|参展商|金融机构)[\u4e00-\u9fff]{0,6}\d{1,5}(?:余|多)?家)[^。；：\n]{0,40}?，(?:其中)?(?:包括|包含|涵盖|有|分别是|分别为)了?"
)
_ITEM = re.compile(r"[A-Za-z0-9\u4e00-\u9fff（）()·&\-]{2,25}")
_SEEN = ("分别", "先后", "走访", "考察", "参观", "调研", "慰问", "看望", "检查", "实地")
_LONGEST, _SHORTEST = 14, 2
_LEADS = (
    "包括",
    "有",
    "与",
    "和",
    "来自",
    "邀请",
    "引进",
    "引入",
    "汇聚",
    "集聚",
    "培育",
    "涌现出",
    "其中",
    "吸引了",
    "吸引",
    "分别与",
    "以及",
    "及",
    "对",
    "向",
    "为",
    "由",
    "在",
    "赴",
    "到",
    "前往",
    "走进",
    "深入",
    "组织",
)


def _wholes(text: str, others: list[Mention], whole: dict[str, str]) -> Iterator[Mention]:
    """Yield every mention of names of which others found only an end, given with their types."""
    heads = {one.start: one.text for one in others if one.type == "District"}
    for name, found in occurrences(text, whole).items():
        for start, stop in found:
            area = heads.get(start, "")
            yield Mention(whole[name], start, stop, name, area, name.removeprefix(area))


def firms(text: str, edges: Edges, known: Iterable[Mention]) -> Iterator[Mention]:
    """Find the members of lists that say of what kind their members are.

    Args:
        text: A healed text.
        edges: Where names may begin.
        known: Names found otherwise; they stay what they are.
    """
    others = list(known)
    taken = {at for one in others if one.type != "District" for at in range(one.start, one.stop)}
    areas = {(one.start, one.stop) for one in others if one.type == "District"}
    starts = {one.stop: one.start for one in others if one.type != "District"}
    spans: dict[str, str] = {}
    beside = (
        (*one, "Enterprise") for one in (*antecedents.find(text, others), *_beside(text, others))
    )
    for start, stop, kind in (*_listed(text, edges, starts), *beside):
        _keep(text[start:stop], kind, spans)
    signing = list(signers.spans(text, edges, others))
    for start, stop, cut in signing:
        if cut is None:
            spans.setdefault(text[start:stop], members.kind(text[start:stop]))
    for one in _wholes(text, others, {text[a:b]: cut.type for a, b, cut in signing if cut}):
        taken.update(range(one.start, one.stop))
        yield one
    for school in signers.schools(text, others):
        if taken.isdisjoint(range(school.start, school.stop)):
            taken.update(range(school.start, school.stop))
            yield school
    places = occurrences(text, spans)
    for name, kind in sorted(spans.items(), key=lambda one: (-len(one[0]), one[0])):
        for start, stop in places.get(name, ()):
            if (start, stop) not in areas and taken.isdisjoint(range(start, stop)):
                taken.update(range(start, stop))
                area = (
                    f"?{name}" if kind == "District" else ""
                )  # a foreign city; no register has it
                yield Mention(kind, start, stop, name, area, organ=name)


def _listed(text: str, edges: Edges, starts: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    """Yield what lists and titles show to be names, with the type that they show."""
    for match in _LIST.finditer(text):
        for start, stop in _leftward(text, match.start(), edges, starts):
            seen = text.startswith(_SEEN, start)
            yield stops.begin(text, start, stop) if seen else start, stop, _HEADS[match.group(1)]
    for shown in (_SHOWN, SHOWN, _AMONG):
        for match in shown.finditer(text):
            for start, stop in _rightward(text, match.end()):
                yield start, stop, "Enterprise"
    for match in _headed().finditer(text):
        begin = edges.left(match.start(1), 0, _LONGEST, set())
        joint = text.rfind("与", begin, match.start(1)) + 1
        yield joint if edges.is_edge(joint) and joint else begin, match.end(1), "Enterprise"
    yield from _led(text, edges)
    yield from _visited(text)
    for match in _STOPS.finditer(text):
        for start, stop in _leftward(text, match.start(), edges, starts):
            begin = stops.begin(text, start, stop)
            if places.own(text[begin:stop]):
                firm = _headed_so().search(text, begin, stop) is not None
                yield begin, stop, "Enterprise" if firm else "Place"


def _beside(text: str, known: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Yield names in lists beside a known firm that end as short names of firms do: 甲科技、乙生物、丙有限公司."""
    firms = [one for one in known if one.type == "Enterprise" and not one.generic]
    starts = {one.start for one in firms}  # each known firm walks up to the next
    for one in firms:
        at = one.stop
        while (
            text[at : at + 1] == "、"
            and at + 1 not in starts
            and (item := _member().match(text, at + 1)) is not None
        ):
            yield from _firm_like(text, *item.span())
            at = item.end()
        at = one.start
        while text[at - 1 : at] == "、":
            start = at - 1
            while start > max(0, at - _LONGEST) and text[start - 1] not in HARD:
                start -= 1
            if start in starts or _branded().fullmatch(text, start, at - 1) is None:
                break
            yield from _firm_like(text, start, at - 1)
            at = start


def _firm_like(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    name = text[start:stop]
    if places.own(name) and not name.startswith(_PLAIN) and not _trades().fullmatch(name):
        yield start, stop


@functools.cache
def _member() -> re.Pattern[str]:
    """Match a member of a list that is a firm's short name."""
    return re.compile(f"{_branded().pattern}(?=[、，。；）]|和|及|与|等|负责人|主要|相关|代表)")


@functools.cache
def _building() -> re.Pattern[str]:
    """Match a firm's short name as the doer of what firms do: 由明河资本投资建设."""
    return re.compile(
        f"由({_branded().pattern})(?:全额|独家|联合|负责)?(?:投资|承建|建设|运营|开发|打造|出资|控股|主办|承办|设计)"
    )


def _led(text: str, edges: Edges) -> Iterator[tuple[int, int, str]]:
    """Yield firms whose heads are named by no title: 明河资本主要负责人."""
    for match in _led_so().finditer(text):
        begin = edges.left(match.start(), 0, _LONGEST, set())
        name = text[begin : match.end()]
        trade = _trades().fullmatch(name) or not places.own(name)
        if len(name) >= _BRAND and not trade and not pointers.at(text, begin):
            yield begin, match.end(), "Enterprise"


_BRAND = 4  # code points of a short name with the word of its trade


@functools.cache
def _led_so() -> re.Pattern[str]:
    words = sorted(lexicons.words("brand_tails"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})(?=(?:主要|相关|有关)?(?:负责人|负责同志))")


def _visited(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield firms among the stops of a visit (来到某某精工、某某电子), and those that build (由某某资本投资)."""
    for match in _building().finditer(text):
        yield from ((*span, "Enterprise") for span in _firm_like(text, *match.span(1)))
    for match in _VISITED.finditer(text):
        for part in re.finditer(r"[^、的]+(?=、|$)", match.group(1)):
            if (
                _branded().fullmatch(part.group())
                and not part.group().startswith(_PLAIN)
                and places.own(part.group())
                and not _trades().fullmatch(part.group())
            ):
                yield match.start(1) + part.start(), match.start(1) + part.end(), "Enterprise"


@functools.cache
def _trades() -> re.Pattern[str]:
    """Match words of trades and nothing else: 生物医药, 智能装备."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words")}
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})+")


@functools.cache
def _headed_so() -> re.Pattern[str]:
    """Match the end of a name that ends as short names of firms do."""
    words = {*lexicons.words("brand_tails"), "集团", "公司", "银行"}
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


@functools.cache
def _headed() -> re.Pattern[str]:
    """Match the end of a firm's short name before a title: 明河数据 + 总经理."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words")}
    tails = "|".join(sorted(words, key=len, reverse=True))
    heads = "|".join(sorted(lexicons.words("firm_heads"), key=len, reverse=True))
    return re.compile(f"({tails})(?=(?:集团)?{_BEFORE_HEADS}(?:{heads}|{_OTHER_HEADS}))")


@functools.cache
def _branded() -> re.Pattern[str]:
    """Match a firm's short name by what it ends with."""
    tails = "|".join(sorted(lexicons.words("brand_tails"), key=len, reverse=True))
    return re.compile(f"[\\u4e00-\\u9fff]{{2,4}}(?:{tails})")


def _keep(name: str, kind: str, spans: dict[str, str]) -> None:
    if _SHORTEST <= len(name) <= _LONGEST and not set(name) & _NEVER and not name.endswith(_COMMON):
        spans.setdefault(name, kind)


def _leftward(text: str, stop: int, edges: Edges, starts: dict[int, int]) -> list[tuple[int, int]]:
    """Read a list backwards from its 等; the first member begins at an edge or a lead word.

    Args:
        text: A healed text.
        stop: Where 等 begins.
        edges: Where names may begin.
        starts: Starts of names known otherwise, by their stops; brackets inside them end no list.
    """
    found: list[tuple[int, int]] = []
    at = stop
    while at > 0:
        start = starts.get(at, at)
        while start > 0 and text[start - 1] not in HARD:
            start -= 1
        first = start == 0 or text[start - 1] != "、"
        begin = _first(text, start, at, edges) if first else start
        lead = _FIRST.match(text, begin, at)
        begin = lead.end() if lead else begin
        found.extend(_parted(text, begin, at))
        if first:
            break
        at = start - 1
    return found if len(found) > 1 else []


_FIRST = re.compile(
    r"(?:首批|其中|包括|包含)(?:包括|包含|含|有|为|的)*|[^，。；、]{0,12}?(?:成功|正式|现场)签约了?"
)


def _parted(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Part the last two members of a list at their 和."""
    inner = text.find("和", start + _SHORTEST, stop - _SHORTEST + 1)
    if inner > 0:
        yield start, inner
        start = inner + 1
    if stop > start:
        yield start, stop


def _first(text: str, start: int, stop: int, edges: Edges) -> int:
    """Give where the first member of a list begins, after 来自, 包括, 与."""
    best = start
    for lead in _LEADS:
        at = text.rfind(lead, start, stop)
        if at >= 0 and at + len(lead) <= stop - _SHORTEST and edges.is_edge(at + len(lead)):
            best = max(best, at + len(lead))
    return best


def _rightward(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Read a list forwards: A、B（云湖）有限公司、C和D, 也有E."""
    at = start
    parts: list[tuple[int, int]] = []
    while (item := _ITEM.match(text, at)) is not None:
        cut = re.search(
            r"等|和(?!平|谐)|以及|（(?![\u4e00-\u9fff]{2,6}）[\u4e00-\u9fff])", item.group()
        )
        stop = item.start() + cut.start() if cut else item.end()
        parts.append((item.start(), stop))
        joint = _GOES_ON.match(text, stop)
        if joint is None:
            break
        at = joint.end()
    if len(parts) > 1:
        yield from parts


_GOES_ON = re.compile(
    r"(?:（[^（）]{1,30}）)?(?:、|和|以及|，(?:以及|还有|也有|又有|还包括|更有|又包括))"
)
_NEVER = frozenset("的了是在，。；：们这那将与及")
_COMMON = (
    "领域", "产业", "行业", "方面", "工作", "项目", "部门", "单位", "企业", "领导", "问题", "环节", "制造", "产品", "服务", "技术",
    "负责人", "代表", "专家", "学者", "人员", "群众", "干部", "师生", "商户", "农户", "国家", "地区", "省份", "城市", "国企", "央企", "民企",
)  # fmt: skip
