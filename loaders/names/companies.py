"""Companies: registered names that hold brackets or a place: 明河新材料（云湖）有限公司, 远帆数控苏州有限公司."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loaders.names import firm_forms
from loaders.names.edges import HARD, Edges
from loaders.names.found import Found
from loaders.names.mention import Mention

_FORMS = "股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|分公司|公司|集团|律师事务所|事务所|研究院|分行|银行"
_BRACKETED = re.compile(
    rf"[（(](?P<inner>[\u4e00-\u9fff]{{2,8}})[）)](?P<rest>[\u4e00-\u9fff]{{0,12}}?(?:{_FORMS})(?:[\u4e00-\u9fff]{{2,6}}分公司)?)"
)
_TRAILING = re.compile(
    r"(?:大学|学院|研究院|公司|集团)(?P<end>[（(](?P<inner>[\u4e00-\u9fff]{2,4})[）)])"
)
_INNER = re.compile(
    r"集团|控股|股份|中国|亚太|大中华区|华[东南北中]|国际|有限合伙|特殊普通合伙|普通合伙"
)
_SCHOOL = re.compile("大学|学院|研究院")
_REACH, _STEM = 20, 2


def put(text: str, districts: Found, edges: Edges, names: Iterable[Mention]) -> list[Mention]:
    """Put companies over the names that are cut short inside them, and drop 物业管理公司.

    Args:
        text: A healed text.
        districts: The districts of the text.
        edges: Where names may begin.
        names: What tails gave away.
    """
    found = list(dict.fromkeys(find(text, districts, edges)))
    covered = {at for one in found for at in range(one.start, one.stop)}
    kept = [one for one in names if one.start not in covered and one.stop - 1 not in covered]
    areas = {one.stop: one.start for one in districts.mentions}
    return [*found, *(one for two in kept if (one := _own(text, areas, two)) is not None)]


def _own(text: str, areas: Mapping[int, int], one: Mention) -> Mention | None:
    """Cut a firm's name to its own words (龙头企业晨曦重工集团); None where none are left.

    A registered name goes back over a word that parts names elsewhere, to the area it begins with
    (都 in 云湖 + 梨都传媒有限公司).
    """
    if one.type != "Enterprise" or one.generic:
        return one
    if _says_sort(one):
        return None
    if one.area:
        return one
    if one.text.endswith("控股") and text[one.stop : one.stop + 1] in ("股", "子", "权", "孙"):
        return None  # 同一控股股东
    start = firm_forms.own_start(text, one.start, one.stop)
    if text[start - 1 : start] in _INSIDE and one.text.endswith("有限公司"):
        near = (at for at in range(start - 2, max(0, start - _NEAR), -1) if at in areas)
        start = next((areas[at] for at in near if text[at:start].isalpha()), start)
    if firm_forms.is_generic(text[start : one.stop]):
        return None
    if start == one.start:
        return one
    return replace(one, start=start, text=text[start : one.stop], organ=text[start : one.stop])


def find(text: str, districts: Found, edges: Edges) -> Iterator[Mention]:
    """Find companies and schools whose names go on over brackets or over the short form of a place.

    Args:
        text: A healed text.
        districts: The districts of the text.
        edges: Where names may begin.
    """
    areas = {text[one.start : one.stop] for one in districts.mentions}
    reach = -1
    for match in _BRACKETED.finditer(text):
        legal = _LEGAL.match(match.group("rest")) is not None  # （云湖）有限公司 needs no register
        if match.start() >= reach and (legal or _fits(match.group("inner"), areas)):
            begin = _begin(text, match.start(), districts, edges)
            if match.start() - begin >= _STEM:
                reach = match.end()
                yield _firm(text, begin, match.end())
    for match in _TRAILING.finditer(text):
        if _fits(match.group("inner"), areas) and match.group("inner") != "集团":
            begin = _begin(text, match.start(), districts, edges)
            if match.start() - begin >= _STEM:
                yield _firm(text, begin, match.end("end"))
    yield from _placed(text, districts, edges)
    yield from _branches(text, districts, edges)
    for match in _BUILDERS.finditer(text):
        yield _firm(text, *match.span())


def _branches(text: str, districts: Found, edges: Edges) -> Iterator[Mention]:
    """Yield branches named after the area that they serve: 明河银行 + 云湖新区 + 分行."""
    for match in _BRANCH.finditer(text):
        start, stop = match.span("where")
        campus = match.group().endswith(
            _CAMPUSES
        )  # 明河大学洛城分校: no register has cities abroad
        if not (campus or _AREAS.search(match.group("where")) or districts.within(start, stop)):
            continue
        begin = _begin(text, match.start(), districts, edges)
        if text[begin : match.end()].count("银行") <= 1:
            yield _firm(text, begin, match.end())


def _placed(text: str, districts: Found, edges: Edges) -> Iterator[Mention]:
    """Yield names in which a city stands straight before the legal form: 远帆数控 + 苏州 + 有限公司."""
    areas = {text[one.start : one.stop] for one in districts.mentions}
    for one in districts.mentions:
        school = _NUMBERED.match(text, one.stop)
        if school is not None:
            yield Mention(
                "Organization",
                one.start,
                school.end(),
                text[one.start : school.end()],
                one.area,
                school.group(),
            )
        form = _LEGAL.match(text, one.stop)
        if form is None or one.text.endswith(_WHOLE):
            continue
        begin = _begin(text, one.start, districts, edges)
        stem = text[begin : one.start]
        if len(stem) >= _STEM and stem not in areas:
            yield _firm(text, begin, form.end())


def _says_sort(one: Mention) -> bool:
    """Tell whether a firm after an area is one of a sort, or yet to be: 中国电池公司, 某州建设电池工厂."""
    abroad = next((two for two in _COUNTRIES if one.text.startswith(two)), "")
    if not abroad and not one.area:
        return False
    organ = one.organ.removeprefix(abroad)
    left = firm_forms.own_start(organ, 0, len(organ))
    sort = organ.endswith(("公司", "工厂")) and firm_forms.is_generic(organ[left:])
    return sort and (left > 0 or bool(abroad) or organ.startswith("建设"))


_COUNTRIES = ("中国", "美国", "日本", "外国")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,2}[中小](?![学医国心等之型院队])")  # 云湖一中
_INSIDE = tuple("都为使能以用有会到")
_NEAR = 5
_BRANCH = re.compile(
    r"(?:银行|农商行|[农工建中交]行|农发行|国开行|人寿|财险|保险|证券|移动|联通|电信|铁塔|石油|石化|烟草|电网|邮政|公司|集团|科学院|工程院|大学|学院|医院|新华社)(?:（简称[^（）]{2,8}）)?(?P<where>(?:(?![与和及、在的对向等])[\u4e00-\u9fff]){2,12}?)"
    r"(?:中心支行|分院|分校|分社|校区|院区|研究院|分行|支行|分公司|中心支公司|支公司|营业部)"
)
_BUILDERS = re.compile(
    r"中国[一二三五十]{1,3}冶|中(?:铁|建|交|冶|水|核|煤|电建|国铁建|国中铁|国建筑)第?[一二三四五六七八九十]{1,3}(?:工程局|航务局|航局|公局|局|院|冶)"
    r"(?:集团)?(?:第[一二三四五六七八九十]+(?:工程|建设)?)?(?:有限公司|公司)?"
)
_CAMPUSES = ("分校", "分院")
_AREAS = re.compile(r"[市县区州盟旗镇路]$")
_WHOLE = ("省", "市", "区", "县", "自治州", "旗")
_LEGAL = re.compile(r"股份有限公司|有限责任公司|有限公司|分公司")


def _fits(inner: str, areas: Iterable[str]) -> bool:
    return inner in areas or _INNER.fullmatch(inner) is not None


def _begin(text: str, stop: int, districts: Found, edges: Edges) -> int:
    """Give where the words before a bracket or a place begin; a district may begin them."""
    begin = edges.left(stop, 0, _REACH, set())  # across 与 too
    while begin < stop and text[begin] in HARD:
        begin += 1
    joints = [at for at in range(begin + 1, stop) if text[at - 1] in "与和" and edges.is_edge(at)]
    begin = joints[-1] if joints else begin
    inside = districts.within(begin, stop - _STEM)
    if inside and text.endswith("中国", begin, inside[0].start):
        return inside[0].start - len("中国")
    return inside[0].start if inside else begin


def _firm(text: str, begin: int, stop: int) -> Mention:
    words = text[begin:stop]
    school = _SCHOOL.search(words)
    kind = "Organization" if school and not words.endswith(("公司", "集团")) else "Enterprise"
    return Mention(kind, begin, stop, words, organ=words)
