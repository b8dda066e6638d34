"""Public bodies: which organ of which area a text means by 区委 or 中共上海市徐汇区委员会."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.divisions import COUNTRY, short_form
from graph.resolve import organs
from graph.resolve.areas import Area, find, is_general, known, level_of, nearest, parse
from graph.resolve.districts import locate

_PARTY = re.compile("^(?:中国共产党|中共)(?=.)")
_CONFERENCE = re.compile("^(?:中国人民政治协商会议|政协)(?P<area>.{2,})委员会$")
_CENTRAL = re.compile(
    "^(?:中央|中共中央|全国(?!性)|国家|国务院|最高人民|中华人民共和国|中国人民解放军|中国(?:共产党|政府|.{0,12}(?:总?局|委员会|总署|人民银行)$)|党中央)"
)
# 国务院组成部门, 国务院机构设置的通知 (国发〔2023〕5号), and their forerunners in name.
_MINISTRY = re.compile(
    "(?:(?:外交|国防|教育|科学技术|科技|工业和信息化|工信|公安|国家安全|民政|司法|财政|人力资源和社会保障|人社|"
    "自然资源|国土资源|生态环境|环境保护|环保|住房和城乡建设|住建|交通运输|交通|水利|农业农村|农业|商务|"
    "文化和旅游|文化|退役军人事务|退役军人|应急管理|铁道|卫生)部|审计署|海关总署|中[宣组]部|中央统战部|"
    "(?:民航|环保|安监|质检|工商|税务|海洋)总?局(?<=总局)|民航局)(?:.{0,10}[司局厅处室])?"
)
_RELATIVE = re.compile(
    "(?:我|本|全|该)?(?P<word>自治区|自治州|自治县|街道|省|市|区|县|州|盟|旗|镇|乡)(?=.)"
)
# 市场监管局 is not the 场监管局 of a city.
_NO_WORD_FOR_AREA = re.compile(
    "市场|区块|镇江|乡宁|旗山|省级|市级|县级|区级|镇级|市政(?:工程|管理|园林|设施)|区域|县域|乡村|城乡|省际|州际|旗下|镇域"
)
_CENTRE = "中国"
_NO_AREA = re.compile(
    "(?:城市|社区|小区|厂区|街区|院区|地区|城区|景区|辖区|新区|城乡|乡镇|市县|学区|校区|库区|林区|[住和]房和城乡|国道|"
    "(?:开发|高新|经开|示范|工业|保税|自贸|度假|合作|园|片|试验|实验|管理|功能)区)$"
)
# A city's paper says 区委 of the one 区 that the article names.
_TOLD_BY_NAMES = ("区", "县", "旗", "镇", "乡", "街道")
_BELOW = re.compile("(?P<word>街道|镇|乡)(?=.)")  # 某区街道办事处 is of a street of the 区
_TWICE = re.compile(r"^(.{2,}[省市区县州盟旗镇乡道])\1")
_ZONE = re.compile("(?:国家级)?(?:新区|高新|经开|经济|开发区|自贸|保税|度假区|旅游|产业)")
_GARRISONS = ("军分区", "警备区", "海关")  # always named with the short form: 鄂州军分区
_LONGEST_AREA = 24  # code points of the longest path before an organ


@dataclass(frozen=True, slots=True)
class Split:
    """A body's name in its parts.

    Attributes:
        head: The area as the name writes it; empty when it states none.
        word: The word that points at an area instead: 市, 区.
        organ: The full form of the rest.
    """

    head: str
    word: str
    organ: str


@dataclass(frozen=True, slots=True)
class Body:
    """The organ of an area."""

    area: Area
    organ: str
    written: str = field(default="", compare=False)

    @property
    def shown(self) -> str:
        """Give the usual short name: 徐汇区委; of a zone the one written: 兰州新区管委会."""
        if self.written and _ZONE.match(self.organ):
            return self.written + organs.shown(self.organ, self.area.level)
        if self.area.code == COUNTRY:
            return organs.shown(self.organ, self.area.level)
        if self.organ in _GARRISONS:
            short = short_form(self.area.name, self.area.level)
            return (short or self.area.name) + self.organ
        return self.area.name + organs.shown(self.organ, self.area.level)


def body(forms: Sequence[str], day: str, place: Area | None, others: Sequence[Area]) -> Body | None:
    """Tell which body an article means.

    Args:
        forms: Every name of it, the fullest first.
        day: Day by which names of divisions are read.
        place: Where the article is about.
        others: Districts that the article names; they tell which 镇 is meant.

    Returns:
        The body, or None when the area stays open: then nothing is guessed.
    """
    splits = sorted((split(form, day) for form in forms), key=lambda one: one.head != _CENTRE)
    for one in splits:
        area = stated(one.head, day, place, others)
        if area:
            short = one.head if area.name.startswith(one.head) and area.name != one.head else ""
            return Body(area, one.organ, short)
    for one in splits:
        area = pointed(one.word, place, others) if one.word else None
        if area:
            return Body(area, one.organ)
    return None


def stated(head: str, day: str, place: Area | None, others: Sequence[Area]) -> Area | None:
    """Give the area that a name states: 中国 for central organs."""
    if head == _CENTRE:
        return known(COUNTRY)
    return locate(head, day, place, others) if head else None


def pointed(word: str, place: Area | None, others: Sequence[Area]) -> Area | None:
    """Give the area that a word points at: by the place, or the one named area of that kind."""
    area = nearest(word, place)
    if area is None and word in _TOLD_BY_NAMES:
        named = {one.id: one for one in others if one.name.endswith(word)}
        area = next(iter(named.values())) if len(named) == 1 else None
    return area


@functools.lru_cache(maxsize=65536)
def split(form: str, day: str) -> Split:
    """Part the name of a body from its area.

    >>> split("中共上海市徐汇区委员会", "")
    Split(head='上海市徐汇区', word='', organ='委员会')
    >>> split("市场监管局", "").word, split("市市场监管局", "").word
    ('', '市')
    """
    name = _PARTY.sub("", once(form))
    conference = _CONFERENCE.match(name)
    if conference:
        name = conference.group("area") + "政协"
    if _CENTRAL.match(form) or _MINISTRY.fullmatch(form):
        return Split(_CENTRE, "", organs.full(form))
    if organs.is_organ(name):
        return Split("", "", organs.full(name))
    options = list(_options(name, day))
    if not options:
        return Split("", "", organs.full(name))
    return min(options, key=lambda one: one[0])[1]


def once(form: str) -> str:
    """Take out an area that a form says twice.

    >>> once("云湖区云湖区教育局")
    '云湖区教育局'
    """
    return _TWICE.sub(r"\1", form)


def area_word(name: str) -> str:
    """Give the word at the head of a name that points at an area: 市 of 市第一中学.

    >>> area_word("区城投公司"), area_word("市场监管局"), area_word("上海市")
    ('区', '', '')
    """
    pointer = _RELATIVE.match(name)
    if pointer is None or _NO_WORD_FOR_AREA.match(name):
        return ""
    return pointer.group("word")


def _options(name: str, day: str) -> Iterator[tuple[tuple[int, int], Split]]:
    """Yield each way to part the name, with its rank: a known organ, then the register, then length."""
    word = area_word(name)
    if word:
        rest = name[name.index(word) + len(word) :]
        rank = 0 if organs.is_organ(rest) else 2
        yield (rank, 0), Split("", word, organs.full(rest))
    for cut in range(2, min(len(name), _LONGEST_AREA)):
        head = name[:cut]
        in_register = bool(find(head, day))
        if not in_register and not _is_written(head, day):
            continue
        rest = name[cut:]
        below = _BELOW.match(rest)
        if below and organs.is_organ(rest[below.end() :]):
            yield (0, cut), Split("", below.group("word"), organs.full(rest[below.end() :]))
            continue
        bare = _without_level(rest, find(head, day)[0].name if in_register else head)
        if organs.is_organ(bare):
            plain = bare == rest and bool(level_of(head))
            yield (0, cut if plain else cut + _LONGEST_AREA), Split(head, "", organs.full(bare))
        elif level_of(head):  # a short form needs an organ behind it: 徐汇法院
            rank, length = (1, -cut) if in_register else (3, cut)
            yield (rank, length), Split(head, "", organs.full(rest))


def _is_written(head: str, day: str) -> bool:
    if not level_of(head) or _NO_AREA.search(head) or is_general(head) or level_of(head[:-1]):
        return False
    return parse(head, day) is not None


def _without_level(rest: str, area: str) -> str:
    """Drop the level that is said twice: 和县 + 县委, 海北 + 州委."""
    if rest and area.endswith(rest[0]) and organs.is_organ(rest[1:]):
        return rest[1:]
    return rest
