"""Lists: what else stands in a list of those who took part, beside the names that it gives."""

import functools
import re

from loaders import lexicons
from loaders.grammar import roles

_HONORS = "同志|先生|女士|副?教授|副?研究员|老师|主任医师|院士|博士|律师|医生|法官|检察官|将军|爵士|亲王|殿下|阁下|[少中上]将|[少中上大]校"


@functools.cache
def titles() -> str:
    """Give a pattern of the titles that may follow a name (甲校长, 乙常务副台长); what others than the holders share is none (代表)."""
    words = {row[0] for row in lexicons.rows("titles")} - {
        "代表",
        "委员",
        "成员",
        "发言人",
        "会员",
        "指挥",
    }
    longest = sorted(words, key=len, reverse=True)
    return f"(?:常务|第一)?副?(?:{'|'.join(map(re.escape, longest))})(?![医台席])"


@functools.cache
def honored() -> str:
    """Give a pattern of what may follow a name of a list before its joint: （挂职）, 同志, 教授, 副校长."""
    return rf"(?:[（(][^（）()\n]{{1,20}}[）)])?(?:{titles()})?(?:{_HONORS})?"


@functools.cache
def _honored() -> re.Pattern[str]:
    return re.compile(honored())


_JOINT = re.compile(
    r"，(?:以及|和|及|与)|、|，|；|以及|及其?|和|与|等(?:[省市区县镇乡州旗]?领导|同志|人)?(?:，?以及|及|和|、|，)|等(?![省市区县镇乡州旗]?领导|同志|人)"
)
_NO_NOUN = re.compile(
    r"(?<![、和及][\u4e00-\u9fff])(?:[了着过把被就]|将(?![乐军领])|向(?!阳)|对(?![外口台象])|为(?!民)|在(?![职任校岗建场京沪家]))|感谢|祝贺(?!团)|指出|强调|表示|要求|认为|随后|会上|仪式上|期间|"
    r"来到|前往|走进|深入|查看|带领|率|围绕|听取|担任|当选|同时|举行|召开|举办|开展|进行|开幕|(?:主办|承办|协办)(?!部门|单位|方|地|城市)|[。！？\n]"
)
_PARTING = re.compile("，以及|[，、；]|以及")
_LONGEST = 220  # code points of what stands between two names of a list
_UNREAD = re.compile(r"(?:[\u4e00-\u9fffA-Za-z0-9·+\- “”《》]|[（(][^（）()\n]{1,30}[）)]){2,40}")
_TITLED = re.compile(r"[长家师员者士授人手记席任理事表生裁工委督监]$")


@functools.cache
def _groups() -> re.Pattern[str]:
    words = sorted(lexicons.words("group_nouns"), key=len, reverse=True)
    counted = r"[”’]?(?:等)?(?:共计|总计|共|近|约|逾|等)?(?:[近约]?[\d一二两三四五六七八九十百]+[余多]?[人名位家个])?(?:参会)?"
    return re.compile(rf"(?<!分别)(?<!共同)(?:{'|'.join(words)}){counted}")


def past(text: str, at: int, stop: int, *, attached: bool = False) -> int:
    """Give the position after the rest of a list: , 各镇主要负责人及部分企业代表; `at` when there is none.

    Args:
        text: A healed text.
        at: Where the last name of the list ends.
        stop: Where the sentence ends.
        attached: The rest may follow the last name with no joint: 区住建局 + 负责人.
    """
    honored = _honored().match(text, at, stop)
    joint = _JOINT.match(text, honored.end() if honored and not attached else at, stop)
    if joint is None and not attached:
        return at
    begin = joint.end() if joint else at
    limit, quiet = _verb(text, begin, min(stop, begin + _LONGEST))
    groups = list(_groups().finditer(text, begin, limit))
    apart = _PART.search(text, begin, groups[0].start() if groups else limit)
    if joint is None and (apart or not groups or _far(text, at, groups[0].start())):
        return at
    if joint is not None and limit < stop and _NAMES.fullmatch(text, joint.start(), limit):
        return limit
    ended = joint is not None and (joint.group() != "，" or text[limit - 1] == "等")
    names = ended and not _PART.search(text, begin, limit)
    if quiet and (names or (groups and _trails(text, groups[-1].end(), limit, joint))):
        return limit
    return groups[-1].end() if groups else at


def only_nouns(text: str, start: int, stop: int) -> bool:
    """Tell whether a few nouns that no grammar reads stand before a name: 会上，民主党派 + 区工商联."""
    short = stop - start <= _ATTACHED and _UNREAD.fullmatch(text, start, stop) is not None
    return short and _verb(text, start, stop)[0] == stop


def grouped(text: str, at: int, stop: int) -> bool:
    """Tell whether a group of a body's own ends before a name further on in the list: 甲局 + 负责人、某公司董事长乙."""
    group = _groups().search(text, at, stop)
    if group is None or _far(text, at, group.start()) or _PART.search(text, at, group.start()):
        return False
    return _JOINT.match(text, group.end(), stop) is not None


def _far(text: str, at: int, stop: int) -> bool:
    """Tell whether a group is not the body's own: 省政协 + 主席会议成员."""
    return stop - at > _ATTACHED or "会议" in text[at:stop]


def _trails(text: str, at: int, stop: int, joint: re.Match[str] | None) -> bool:
    """Tell whether only more of the list, which no word here tells, stands before the verb."""
    if at == stop or (stop - at <= _TRAILING and _JOINT.match(text, at) is not None):
        return True
    return joint is not None and stop - at in _NAME  # …、办公室主任 + a name that was not found


_NAME = (2, 3, 4)
_ATTACHED = 14
_TRAILING = 30  # code points of nouns after the last group that is known for one
_QUIET = ("出席", "参加", "列席", "陪同", "见证")


def _verb(text: str, at: int, stop: int) -> tuple[int, bool]:
    """Give where the first word stands that no list of nouns holds, and whether it says 出席 or the like.

    宣讲 of 宣讲团成员 is no such word.
    """
    other = _NO_NOUN.search(text, at, stop)
    limit = other.start() if other else stop
    for word in roles.find(text, at, limit):
        if not _WITHIN.match(text, word.stop, limit):
            return word.start, word.role in _QUIET
    return limit, False


_NAMES = re.compile(r"(?:(?:、|和|以及|及|与)(?:(?![、和及与以])[\u4e00-\u9fff]){2,14}+)++")
"""More names of bodies or persons that were not found, up to the verb: 、经开区、某镇 + 作交流发言."""
_PART = re.compile("[，；]")
_WITHIN = re.compile(r"[^，。；、]{0,8}?(?:代表|成员|人员|团|负责人|嘉宾|企业|单位|同志)")


def goes_on(text: str, start: int, stop: int, *, named: bool) -> bool:
    """Tell whether a list goes on between two names, over groups, and over titles that no grammar reads.

    Args:
        text: A healed text.
        start: Where the name before ends.
        stop: Where what stands before the next name is no longer read: …，某公司首席顾问 + 乙.
        named: A body is named at the head of that last stretch, or a title follows it.
    """
    honored = _honored().match(text, start, stop)
    joint = _JOINT.match(text, honored.end() if honored else start, stop)
    if joint is None or stop - start > _LONGEST or _verb(text, joint.end(), stop)[0] < stop:
        return False
    parts = _PARTING.split(text[joint.end() : stop])
    *middle, last = parts
    if last and not (_UNREAD.fullmatch(last) and (named or _TITLED.search(last))):
        return False
    return all(not one or _groups().search(one) or _UNREAD.fullmatch(one) for one in middle)
