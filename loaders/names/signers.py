"""Signers: parties to an agreement that only their place in its sentence gives away (甲铝业 in 某银行与甲铝业签订协议)."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders import lexicons
from loaders.names.agreements import COUNTED, SIGN
from loaders.names.edges import Edges
from loaders.names.mention import Mention

_PARTIES = ("Enterprise", "Organization", "PublicBody", "District", "Place")
_CLAUSES = re.compile(
    r"[。；：！？!?\n“”<>]|[一二三四五六]是(?=[\u4e00-\u9fff])|(?<=[；。：，])[^，。；]{1,6}[上中]，"
)
_JOINTS = re.compile(
    r"，?(?:分别|先后|依次|则|也|还|再|又|将|并|成功)?(?:与|同|和|携手|牵手|联合|联手|会同|以及|及)|、|，"
)
_FACING = re.compile(r"与|同|和|携手|牵手|联手|联合|会同")
_ADVERBS = (
    "分别|正式|共同|现场|成功|顺利|双方|联合|集中|也|还|已|将|则|先后|依次|再次|当场|率先|首批|上台|登台|三方|各方|日前|近日|今[天日]|当[天日]|"
    r"\d{1,2}月\d{1,2}日|上午|下午"
)
_TAIL = re.compile(
    rf"(?:（[^（）]{{1,30}}）)?{COUNTED}(?:(?:{_ADVERBS})|，(?:并|双方|共同)?|就[^。；]{{1,50}}?|在[^。；]{{2,30}}?|围绕[^。；]{{1,40}}?|举行[^，。；]{{1,20}}?(?:并|，)){{0,5}}"
)
_REACH, _SHORTEST, _LONGEST = 160, 2, 16
_PERSON = 3


@dataclass(frozen=True, slots=True)
class _Clause:
    """A text, where names may begin in it, and the names known in one of its clauses."""

    text: str
    edges: Edges
    inside: list[Mention]


def spans(text: str, edges: Edges, known: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Yield where unknown parties stand in lists that end at a verb of signing.

    A list counts where a party that is known otherwise stands in it, or where every member ends
    as short names of firms do; so 双方, 村民 and 职工 sign nothing.

    Args:
        text: A healed text.
        edges: Where names may begin.
        known: Names found otherwise.
    """
    names = [one for one in known if one.type in _PARTIES]
    for verb in SIGN.finditer(text):
        begin = max(0, verb.start() - _REACH)
        stops = [match.end() for match in _CLAUSES.finditer(text, begin, verb.start())]
        begin = stops[-1] if stops else begin
        yield from _row(text, begin, verb.start(), edges, names)


def _row(
    text: str, begin: int, stop: int, edges: Edges, names: list[Mention]
) -> Iterator[tuple[int, int]]:
    """Yield the unknown members of the list of parties that ends before a verb."""
    inside = [one for one in names if begin <= one.start and one.stop <= stop]
    clause = _Clause(text, edges, inside)
    pieces = _pieces(clause, begin, stop)
    row: list[tuple[int, int, bool]] = []
    faced = comma = False
    for number in range(len(pieces) - 1, -1, -1):
        start, end, joint = pieces[number]
        member = _member(clause, start, end, last=not row)
        if member is None or (comma and not member[2]):
            if row:
                break
            continue
        comma = joint.startswith("，")
        row.append(member)
        if _FACING.search(joint):
            faced = True
        if joint == "，" or member[0] != start:
            break  # a comma, or words before the first name, end the list
    unknown = [(start, end) for start, end, sure in row if not sure]
    sure = any(is_known for _, _, is_known in row)
    branded = [one for one in unknown if _branded().search(text, *one)]
    if len(row) > 1 and faced and (sure or len(branded) == len(unknown)):
        yield from unknown if len(branded) * 2 >= len(unknown) else branded


def _pieces(clause: _Clause, begin: int, stop: int) -> list[tuple[int, int, str]]:
    """Part a clause at the words that join parties: start, stop and the joint before each piece."""
    found: list[tuple[int, int, str]] = []
    at, joint = begin, ""
    for match in _JOINTS.finditer(clause.text, begin, stop):
        if any(one.start <= match.start() < one.stop for one in clause.inside):
            continue
        if match.group()[-1] in "与和及" and not clause.edges.is_edge(match.end()):
            continue  # 和 of 和平科技
        if match.group() == "同" and not any(one.start == match.end() for one in clause.inside):
            continue
        found.append((at, match.start(), joint))
        at, joint = match.end(), match.group()
    return [*found, (at, stop, joint)]


def _member(clause: _Clause, start: int, end: int, *, last: bool) -> tuple[int, int, bool] | None:
    """Give the party that a piece holds: where it stands, and whether it is known otherwise.

    Args:
        clause: The clause, with what is known in it.
        start: Where the piece begins.
        end: Where it ends.
        last: The verb follows the piece, after adverbs and the matter that was agreed on.
    """
    text, edges = clause.text, clause.edges
    held = [one for one in clause.inside if start <= one.start and one.stop <= end]
    if held and _TAIL.fullmatch(text, held[-1].stop, end):
        first = next(
            (two for two in held if text[two.stop : two.stop + 1] and two.stop == held[-1].start),
            held[-1],
        )
        return first.start, held[-1].stop, True
    if held and (len(held) > 1 or held[0].type != "District" or held[0].start != start):
        return None
    end = _cut(text, start, end) if last else _counted(text, start, end)
    begin = edges.left(end, start, _LONGEST, set())
    return (begin, end, False) if _plausible(text[begin:end], edges, begin, end) else None


def _cut(text: str, start: int, end: int) -> int:
    """Give where the last party ends, before 等企业, adverbs and the matter that was agreed on."""
    for at in range(start + _SHORTEST, end):
        if _TAIL.fullmatch(text, at, end):
            return at
    return end


def _counted(text: str, start: int, end: int) -> int:
    """Give where a party ends before 等6家企业 or words in brackets."""
    match = _STANDING.search(text, start + _SHORTEST, end)
    return match.start() if match and match.end() == end else end


_STANDING = re.compile(
    r"(?:（[^（）]{1,30}）|等[\d一二两三四五六七八九十]|等(?=企|公|单|机|高|银)).{0,12}"
)


def _plausible(name: str, edges: Edges, start: int, stop: int) -> bool:
    """Tell whether a stretch can be the name of a firm that no grammar knows."""
    if not _SHORTEST <= len(name) <= _LONGEST or _NEVER.search(name) or _COMMON.search(name):
        return False
    if edges.holds_word(start + 1, stop):
        return False
    if len(name) <= _PERSON and name[0] in lexicons.words("surnames"):
        return bool(_branded().search(name))
    return True


_NEVER = re.compile(
    r"[的了是在将，。；：们这那为们等其每各该此把被从到对]|^[我你他她两双三多某全]|^(?:球员|运动员|教练|歌手|演员|作家|主播|专家|教授|院士|博士|学者|医生|律师|设计师)|^[\d年月日]+"
)
_COMMON = re.compile(
    r"(?:双方|三方|多方|各方|对方|企业|公司|单位|部门|机构|项目|协议|合同|代表|领导|团队|专家|院士|教授|老师|教师|学生|医生|护士|职工|员工|工人|农户|"
    r"居民|村民|农民|群众|市民|业主|商户|用户|客户|家庭|家长|党员|干部|人员|学校|医院|乡镇|街道|社区|村|部|方面|领域|产业|行业|工作|活动|会议|仪式|"
    r"国家|地区|城市|省份|农场主|大户|经营者|负责人|人|者|户|商|方|员|家|两地|两市|两校|政府|签约)$"
)


@functools.cache
def _branded() -> re.Pattern[str]:
    """Match the end of a firm's short name, or of a zone's."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words"), *_ZONES}
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


_ZONES = ("园区", "发展区", "开发区", "集聚区", "工业区", "产业园", "工业园", "新区")
