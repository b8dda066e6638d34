"""Signers: parties to an agreement that only their place in its sentence gives away (甲铝业 in 某银行与甲铝业签订协议)."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.names import firm_forms
from loaders.names.agreements import ADVERBS, COUNTED, HELD, REGIONS, SIGN
from loaders.names.edges import Edges
from loaders.names.mention import Mention

_PARTIES = ("Enterprise", "Organization", "PublicBody", "District", "Place")
_CLAUSES = re.compile(
    r"[。；：！？!?\n<>]|[：，]“|[一二三四五六]是(?=[\u4e00-\u9fff])|(?<=[；。：，])[^，。；]{1,6}[上中]，"
)
_FACES = "与|同|和|携手|牵手|联合|联手|会同"
_JOINTS = re.compile(
    rf"，?(?:分别|先后|依次|则|也|还|再|又|将|并|成功|已)*(?P<face>{_FACES})(?:来自[^，、]{{1,8}}?的)?|以及|及|、(?:来自[^，、]{{1,8}}?的)?|，"
)
_MATTER = re.compile(
    rf"等(?!级)|就|围绕|通过|以[^，。、]{{2,30}}?(?:方式|形式|为主题)|[在于]|举行|[签进完]|[“《（，]|达成|战略|全面|框架|合作(?!社|总社|联社)|{ADVERBS}"
)
_AFTER = re.compile(rf"(?:（[^（）]{{1,30}}）)?{COUNTED}(?:[^，。；、的]{{0,24}})")
_AREA = re.compile(
    rf"{COUNTED}(?:[\u4e00-\u9fff]{{0,4}}(?:[区县市镇省州]?长|书记|主任)[\u4e00-\u9fff]{{2,4}})?"
)
_TITLE = re.compile(
    rf"(?:{REGIONS}|名誉|执行|联合|常务|党[委组]|副|主管|首席|中国区|大中华区|亚太区|亚洲区)*"
    r"(?:党委书记|书记|董事长|总裁|总经理|总监|经理|合伙人|首席[\u4e00-\u9fff]{2,4}官|创始人|总工程师|总会计师|总经济师|总裁助理|校长|院长|会长|理事长|秘书长|行长|所长|主任|(?:支队|大队|中队|队|局|处|部|科|站|室|班|组|区|县|市|镇|乡|村)长|主席)"
)
_PACT = re.compile(
    r"[^。；]{0,50}?(?:合作|战略|框架|备忘录|共建|投资|项目|入驻|入园|帮扶|协作|友好|结好|姊妹|招商)"
)
_PETTY = re.compile(
    r"[^，。；]{0,30}?(?:劳动|收购|购销|订单|责任|承诺|赔偿|补偿|服务协议|认养|租赁|缴存|委托书|流转)"
)
_REACH, _SHORTEST, _LONGEST = 160, 2, 24
_PERSON = 3
_ALL = re.compile(r"共同|三方|四方|五方|多方|各方")
_SHORT = 10  # code points before the verb, where 三方 may stand


@dataclass(frozen=True, slots=True)
class _Clause:
    """A text, where names may begin in it, and the names known in one of its clauses."""

    text: str
    edges: Edges
    inside: list[Mention]

    def within_name(self, at: int) -> bool:
        """Tell whether a position lies inside a known name."""
        return any(one.start <= at < one.stop for one in self.inside)


def spans(text: str, edges: Edges, known: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Yield where unknown parties stand in lists that face one another before a verb of signing.

    A name counts where a party that is known otherwise stands in the list and what is signed is
    an agreement such as bodies make, or where it ends as short names of firms do; so 双方, 村民
    and 职工 sign nothing.

    Args:
        text: A healed text.
        edges: Where names may begin.
        known: Names found otherwise.
    """
    names = sorted((one for one in known if one.type in _PARTIES), key=lambda one: one.start)
    starts = [one.start for one in names]
    for verb in (*SIGN.finditer(text), *HELD.finditer(text)):
        stop = verb.start("verb")
        begin = max(0, stop - _REACH)
        stops = [match.end() for match in _CLAUSES.finditer(text, begin, stop)]
        begin = stops[-1] if stops else begin
        near = names[bisect_left(starts, begin) : bisect_left(starts, stop)]
        clause = _Clause(text, edges, list(_outermost(near, stop)))
        weighty = _PACT.match(text, stop) is not None and _PETTY.match(text, stop) is None
        yield from _unknown(clause, begin, stop, weighty=weighty)


def schools(text: str, known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield 我校, 学院 in the place of a party, standing for the school that the text names first."""
    named = sorted(
        (one for one in known if one.type == "Organization" and one.text.endswith(_SCHOOLS)),
        key=lambda one: one.start,
    )
    starts = [one.start for one in named]
    for verb in (*SIGN.finditer(text), *HELD.finditer(text)) if named else ():
        for match in _OURS.finditer(text, max(0, verb.start() - _REACH), verb.start()):
            start, stop = match.span("who")
            place = bisect_left(starts, start)
            if place and not any(one.stop == stop for one in named[max(0, place - 2) : place]):
                full = named[place - 1 if match["who"].startswith("该") else 0]
                yield replace(full, start=start, stop=stop, text=match["who"], stands_for=full.text)


_OURS = re.compile(
    rf"(?:[，、。；与和同]|代表)(?P<who>[我该本][校院]|学院|学校)(?=[与和同、签]|(?:{ADVERBS}))"
)
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学")


def _outermost(names: Iterable[Mention], stop: int) -> Iterator[Mention]:
    reach = -1
    for one in names:
        if reach < one.stop <= stop:
            reach = one.stop
            yield one


def _unknown(clause: _Clause, begin: int, stop: int, *, weighty: bool) -> Iterator[tuple[int, int]]:
    """Yield the unknown members of the lists before a verb.

    Args:
        clause: The clause, with what is known in it.
        begin: Where it begins.
        stop: Where the verb stands.
        weighty: What is signed is what bodies sign, a framework or a project, no contract of work.
    """
    row: list[tuple[int, int, bool]] = []
    faced = _ALL.search(clause.text, max(begin, stop - _SHORT), stop) is not None
    alone = False  # 与甲 after a comma: the other side stands before
    for start, end, joint in reversed(_pieces(clause, begin, stop)):
        if _TITLE.match(clause.text, start, end):
            continue  # 董事长甲, a second post of who is named before
        member = _member(clause, start, end)
        if member is None:
            break
        row.append(member)
        faced = faced or joint in ("face", "，face")
        if joint == "，face":
            alone = True
        if joint.startswith("，") or member[0] != start:
            break  # a comma, or words before the first name, end the list
    unknown = [(start, end) for start, end, known in row if not known]
    branded = [one for one in unknown if _is_branded(clause.text[one[0] : one[1]])]
    sure = len(unknown) < len(row)
    if (len(row) > 1 or alone) and faced and (sure or (branded and weighty) or branded == unknown):
        trusted = len(branded) * 2 >= len(unknown) or weighty
        yield from unknown if trusted else branded


def _pieces(clause: _Clause, begin: int, stop: int) -> list[tuple[int, int, str]]:
    """Part the lists before a verb at the words that join parties.

    Returns:
        Start and stop of each piece, and the joint before it: 、, ，, face, or ，face.
    """
    joints = [
        (match.start(), match.end(), _kind(match))
        for match in _JOINTS.finditer(clause.text, begin, stop)
        if not clause.within_name(match.start("face") if match["face"] else match.start())
        and _parts(clause, match)
    ]
    faces = [end for _, end, kind in joints if kind.endswith("face")]
    together = _ALL.search(clause.text, max(begin, stop - _SHORT), stop)
    if not faces and (together is None or not joints):
        return []
    stop = _matter(clause, (faces or [joints[-1][1]])[-1], stop)
    found: list[tuple[int, int, str]] = []
    at, joint = begin, "，"
    for start, end, kind in joints:
        if start < stop:
            found.append((at, start, joint))
            at, joint = end, kind
    return [*found, (at, stop, joint)]


def _kind(match: re.Match[str]) -> str:
    comma = "，" if match.group().startswith("，") else ""
    return comma + ("face" if match["face"] else "" if comma else "、")


def _parts(clause: _Clause, match: re.Match[str]) -> bool:
    """Tell whether a joint parts two names: not 和 of 和平科技, nor 同 of 同济."""
    if match["face"] == "同":
        return any(one.start == match.end() for one in clause.inside)
    return match.group()[-1] not in "与和及" or clause.edges.is_edge(match.end())


def _matter(clause: _Clause, start: int, stop: int) -> int:
    """Give where the last list ends: before 等企业, adverbs and the matter that was agreed on."""
    for match in _MATTER.finditer(clause.text, start + _SHORTEST, stop):
        if not clause.within_name(match.start()):
            return match.start()
    return stop


def _member(clause: _Clause, start: int, end: int) -> tuple[int, int, bool] | None:
    """Give the party that a piece holds: where it stands, and whether it is known otherwise."""
    text, edges = clause.text, clause.edges
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
        return start, end, False
    after = _AREA if held and held[-1].type == "District" else _AFTER
    if held and after.fullmatch(text, held[-1].stop, end):
        begin = held[-1].start
        for one in reversed(held):  # 澜州市 of 澜州市云湖区
            begin = one.start if one.stop == begin else begin
        return begin, held[-1].stop, True
    if any(one.type != "District" for one in held):
        return None
    if held and held[0].start != start:
        if text[held[0].start - 1] != "的":
            return None
        start = held[0].start  # 随后登台的 + 澜州某某光电
    title = _TITLE.search(text, start + _SHORTEST, end)
    counted = _STANDING.search(text, start + _SHORTEST, title.start() if title else end)
    end = counted.start() if counted else title.start() if title else end
    start = firm_forms.own_start(text, start, end)
    tail = _TRAILING.search(text, start, end)
    end = tail.start() if tail else end
    begin = edges.left(end, start, _LONGEST, set())
    if _POINTED.search(text, start, begin):
        return None  # 该中心 names nothing new
    return (begin, end, False) if _plausible(text[begin:end], edges, begin, end) else None


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


def _is_branded(name: str) -> bool:
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
