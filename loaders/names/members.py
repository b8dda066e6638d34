"""Members: which party a piece of a list of signers names, and whether it is known otherwise."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.names import firm_forms
from loaders.names.agreements import COUNTED, REGIONS
from loaders.names.edges import Edges
from loaders.names.mention import Mention

_AFTER = re.compile(rf"(?:（[^（）]{{1,30}}）)?{COUNTED}(?:[^，。；、的]{{0,24}})")
_AREA = re.compile(
    rf"{COUNTED}(?:[\u4e00-\u9fff]{{0,4}}(?:[区县市镇省州]?长|书记|主任)[\u4e00-\u9fff]{{2,4}})?"
)
TITLE = re.compile(
    rf"(?:{REGIONS}|名誉|执行|联合|常务|党[委组]|副|主管|首席|中国区|大中华区|亚太区|亚洲区)*"
    r"(?:党委书记|书记|董事长|总裁|总经理|总监|经理|合伙人|首席[\u4e00-\u9fff]{2,4}官|创始人|总工程师|总会计师|总经济师|总裁助理|校长|院长|会长|理事长|秘书长|行长|所长|主任|(?:支队|大队|中队|队|局|处|部|科|站|室|班|组|区|县|市|省|州|厅|司|镇|乡|村)长|主席)"
)
_SHORTEST, _LONGEST = 2, 24
_PERSON = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list of parties.

    Attributes:
        start: Where it begins.
        stop: Where it ends.
        known: It is known otherwise.
        cut: The known name that it ends with, where that is only the end of its name.
    """

    start: int
    stop: int
    known: bool
    cut: Mention | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A text, where names may begin in it, and the names known in one of its clauses."""

    text: str
    edges: Edges
    inside: list[Mention]

    def within_name(self, at: int) -> bool:
        """Tell whether a position lies inside a known name."""
        return any(one.start <= at < one.stop for one in self.inside)


def read(clause: Clause, start: int, end: int) -> Member | None:
    """Give the party that a piece holds: where it stands, and whether it is known otherwise."""
    text = clause.text
    origin = _ORIGIN.match(text, start, end)
    start = origin.end() if origin else start
    held = [
        one
        for one in clause.inside
        if start <= one.start
        and one.stop <= end
        and text.count("（", start, one.start) == text.count("）", start, one.start)
    ]
    if held and held[0].start == start and kind(text[start:end]) == "District":
        return Member(start, end, known=False)
    after = _AREA if held and held[-1].type == "District" else _AFTER
    if held and after.fullmatch(text, held[-1].stop, end):
        return _known(clause, start, end, held)
    if any(one.type != "District" for one in held):
        return None
    if held and held[0].start == start and _is_foreign_body(text, held[0], end):
        return Member(start, end, known=False)
    if held and held[0].start != start and text[held[0].start - 1] == "的":
        start = held[0].start  # 随后登台的 + 澜州某某光电
    elif held and held[0].start != start:
        name = text[start:end]
        led = held[0].start - start <= _LEAD and is_branded(name) and not _NEVER.search(name)
        return Member(start, end, known=False) if led else None
    return _named(clause, start, end)


def _known(clause: Clause, start: int, end: int, held: Sequence[Mention]) -> Member:
    """Give the party that the last known name of a piece is, or is the end or the beginning of."""
    begin, last = held[-1].start, held[-1]
    for one in reversed(held):  # 澜州市 of 澜州市云湖区
        begin = one.start if one.stop == begin and one.type == "District" else begin
    whole = _whole(clause, start, held, begin)
    more = _GOES_ON.match(clause.text, last.stop, end)
    if more is not None and last.type in ("PublicBody", "Organization", "Enterprise"):
        sort = "Enterprise" if more.group().endswith("公司") else "Organization"
        return Member(whole, more.end(), known=True, cut=replace(last, type=sort))
    return Member(whole, last.stop, known=True, cut=last if whole < begin else None)


def _is_foreign_body(text: str, country: Mention, end: int) -> bool:
    """Tell whether a country's name goes on as that of a body of it: 荷兰基础设施部."""
    known = country.text in lexicons.words("countries_short")
    return known and _ABROAD_BODY.fullmatch(text, country.stop, end) is not None


def _named(clause: Clause, start: int, end: int) -> Member | None:
    """Give the party whose name is known in no part, where the words of a piece can be one."""
    text, edges = clause.text, clause.edges
    title = TITLE.search(text, start + _SHORTEST, end)
    counted = _STANDING.search(text, start + _SHORTEST, title.start() if title else end)
    end = counted.start() if counted else title.start() if title else end
    start = firm_forms.own_start(text, start, end)
    tail = _TRAILING.search(text, start, end)
    end = tail.start() if tail else end
    begin = edges.left(end, start, _LONGEST, set())
    if _POINTED.search(text, start, begin):
        return None  # 该中心 names nothing new
    if not _plausible(text[begin:end], edges, begin, end):
        return None
    return Member(begin, end, known=False)


def _whole(clause: Clause, start: int, held: Sequence[Mention], begin: int) -> int:
    """Give where a name begins of which only the two ends are known: 云湖|明泽|餐饮管理有限公司.

    Args:
        clause: The clause.
        start: Where the member of the list begins.
        held: The names known in it.
        begin: Where the last of them begins, with the areas before it.
    """
    first = max((one.stop for one in held if one.start == start), default=begin)
    if held[-1].type in ("District", "Place") or begin - first > _MISSING or start == begin:
        return begin
    cut = _NO_PART.search(clause.text, first, begin) or held[0].start != start
    return begin if cut else start


_GOES_ON = re.compile(
    r"(?![\u4e00-\u9fff]{0,8}(?:负责|代表|领导|签|书记|主任|[院所校会]长))[\u4e00-\u9fff]{0,8}?"
    r"(?:研究院|设计院|规划院|科学院|学院|分院|研究所|研究中心|分公司|子公司|有限公司|基金会|团委)(?![\u4e00-\u9fff]*(?:研究院|学院|公司|研究所))"
)
"""How the name of a body's own institute or firm goes on after the body's name: 省水利厅|规划设计院."""

_MISSING = 8  # code points between the known ends of a name
_NO_PART = re.compile(
    r"[^\u4e00-\u9fffA-Za-z0-9]|[的了是在将们这那为等其每各该此把被从到对由及以与和同]|[书记市县区镇乡州局部处司行校院会董理]长|书记|主任|总经理|旗下|属下|下属|所属|附近|"
    r"(?:企业|公司|单位|机构|高校|院校|央企|国企|民企|巨头|品牌|客商|代表|厂商|平台)$"
)
"""What is no part of a name."""

_LEAD = 3  # code points before an area inside a short name: 国网某省电力
_ABROAD_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:部|局|署|委员会|议会|总署|研究院|大学|协会|联合会|商会)"
)
_ORIGIN = re.compile(r"(?:来自|位于)[^，、]{1,8}?的")
_TRAILING = re.compile(r"(?:宣布|品牌|[便还也均已都又就则先再])+$")
_POINTED = re.compile(r"[该本各每某其此]$")
_STANDING = re.compile(
    r"（[^（）]{1,30}）|(?<!第)[\d一二两三四五六七八九十]{1,3}(?:家|个|所)(?=企|公|单|机|高|银)|[等共][\d一二两三四五六七八九十]|等(?=企|公|单|机|高|银)|代表$|负责人$"
)


def _plausible(name: str, edges: Edges, start: int, stop: int) -> bool:
    """Tell whether a stretch can be the name of a firm that no grammar knows."""
    if name in lexicons.words("brands"):
        return True
    if not _SHORTEST <= len(name) <= _LONGEST or _NEVER.search(name) or _COMMON.search(name):
        return False
    if edges.holds_word(start + 1, stop):
        return False
    if len(name) <= _PERSON and name[0] in lexicons.words("surnames"):
        return bool(_branded().search(name))
    return True


_NEVER = re.compile(
    r"[的了是在将，。；：们这那为们等其每各该此把被从到对]|^[我你他她两双三多某全]|^(?:球员|运动员|教练|歌手|演员|作家|主播|专家|教授|院士|博士|学者|医生|律师|设计师)|^[\d年月日]+|^第[一二三四五六七八九十]|[\d两三四五六七八九十几数][家所个名位]"
)
_COMMON = re.compile(
    r"(?:双方|三方|多方|各方|对方|企业|公司|单位|部门|机构|项目|协议|合同|代表|领导|团队|专家|院士|教授|老师|教师|学生|医生|护士|职工|员工|工人|农户|"
    r"居民|村民|农民|群众|市民|业主|商户|用户|客户|家庭|家长|党员|干部|人员|学校|医院|乡镇|街道|社区|村|部|方面|领域|产业|行业|工作|活动|会议|仪式|"
    r"国家|地区|城市|省份|农场主|大户|经营者|负责人|人|者|户|商|方|员|家|两地|两市|两校|政府|签约|合作社|老人|对象|店|伙伴|公众|青年|部队|同学|平台|高校|院校|"
    r"银行|协会|商会|集团|研发|推广|应用|发展|服务|管理|运营|合作|交流)$|^[\u4e00-\u9fff]{1,3}[组队会校院社所厂场馆团]$|^(?:中心|基地|总部|分会|学会|园区)$"
)


def is_branded(name: str) -> bool:
    """Tell whether a name ends as short names of firms do, or is a brand known whole."""
    return _branded().search(name) is not None or name in lexicons.words("brands")


@functools.cache
def _branded() -> re.Pattern[str]:
    """Match the end of a firm's short name, or of a zone's."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words"), *_ZONES}
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


def kind(name: str) -> str:
    """Guess by its last characters what a party is that no grammar of names knows.

    >>> kind("晨曦重工"), kind("市经济信息化委"), kind("园艺行业协会")
    ('Enterprise', 'PublicBody', 'Organization')
    """
    if name.startswith(lexicons.words("countries_short")) and name.endswith(_ABROAD):
        return "District"
    if name.startswith(lexicons.words("countries_short")) and not name.startswith("中国"):
        foreign = name.endswith(("部", "局", "署", "会", "院", "大学"))
        return "Organization" if foreign else "Enterprise"
    if name.endswith(_ZONES):
        return "Place"
    if len(name) < _OFFICE:
        return "Enterprise"
    if name.endswith(
        ("委", "局", "办", "厅", "署", "队", "总站", "管委会", "委员会", "政府", "工委", "法院")
    ):
        return "PublicBody"
    return "Organization" if name.endswith(_SOCIAL) else "Enterprise"


_ABROAD = ("市", "州", "省", "县", "郡", "大区", "道", "府", "区")
_OFFICE = 4
_SOCIAL = (
    "会",
    "院",
    "校",
    "中心",
    "联盟",
    "学会",
    "大学",
    "所",
    "服务社",
    "小学",
    "中学",
    "职院",
    "电视台",
)
_ZONES = ("园区", "发展区", "开发区", "集聚区", "工业区", "产业园", "工业园", "新区", "功能区")
