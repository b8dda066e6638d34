"""Event signs: what says that a thing named was an event: a verb of holding, who attends it, what is said at it."""

import re

from loaders.grammar.reading import Reading

_HELD = (
    r"(?:召开|举行|举办(?!之年|地|权|城市|国|方)|开幕|闭幕|启幕|落幕|开班|开讲|开赛|开营|结业|结营|开跑|鸣枪|揭幕|拉开[帷序大]幕|收官|主办|承办|精彩上演|热力开启|"
    r"主持(?=[，。；并])|(?:开启|启动|启航|进行|结束|上演|打响)(?=[，。；！\n]|$))(?!以来|前夕|之前|后，)"
)
_VERB_HELD = re.compile(_HELD)
_HOW_HELD = re.compile(
    "[”》」]|《[^》\n]{1,24}》|[（(][^（）()\n]{1,30}[）)]|今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|晚上?|正式|顺利|隆重|成功|圆满|胜利|如期|如约|同步|现场|同期|盛大|"
    "继续|正在|火热|激情|热烈|精彩|欢乐|再次|先后|首次|集中|联合|共同|分别|也|又|还|已|亦|已经|重磅|温馨|热闹|璀璨|浪漫| "
)
_WHERE_HELD = re.compile(rf"(?:在|于|通过|以|采[取用]|由|从)[^，。；！？\n]{{1,48}}?(?={_HELD})")
_HELD_BEFORE = re.compile(
    r"(?:组织召开|主持召开|召开|举行|举办|承办|主办|开展)(?:了)?(?!的|单位|方|地|部门|机构|企业|学校|权|城市)"
)
_OFTEN = re.compile(r"(?:[\d一二两三四五六七八九十多数几]+[余多]?次)(?:组织|主持)?$")
GENERIC_BEFORE = re.compile(
    r"(?:此次|本次|这次|本期|本场|上述|该|本届|此|这[个场项]|那[个场项]|(?<![第十届])一[个场项次]|某|各类|各种|一系列|多场|(?<![第\d])\d+(?:余|多)?[场次个项]|^系列|全部|有关|相关|集体|每次|历次|上次|下次|下一?[场次届]|上一?[场次届]|往届|历届)$"
)
"""What stands before a word that names no event of its own: 此次, 各类, 三场."""


def held_after(reading: Reading, stop: int) -> int:
    """Give where the verb of holding begins that follows a name: 会议 + 7日上午在…隆重 + 举行; -1 for none."""
    apart = _APART.match(reading.text, stop)
    at = apart.end() if apart is not None else stop
    while True:
        if _VERB_HELD.match(reading.text, at):
            return at
        time = reading.time_at(at)
        step = _HOW_HELD.match(reading.text, at) or _WHERE_HELD.match(reading.text, at)
        if time is None and step is None:
            return -1
        at = time.stop if time is not None else step.end() if step is not None else at


_APART = re.compile(
    rf"——[^，。；！？\n在]{{2,30}}(?=在|{_HELD})|，(?=(?:在|于)[^，。；！？\n]{{1,48}}?{_HELD})"
)


def verb_before(text: str, begin: int, start: int, *, meeting: bool) -> int:
    """Give where the name begins after the last 召开, 举行 or 举办 before it, or -1.

    开展 holds meetings (开展对接会), but 开展活动 is work that goes on, unless it has a day
    and a name of its own.

    Args:
        text: The article.
        begin: Where the clause of the name begins.
        start: Where its last word begins.
        meeting: What is held is one, or it has a day.
    """
    best = -1
    for match in _HELD_BEFORE.finditer(text, begin, start):
        if _OFTEN.search(text, max(0, match.start() - len("10余次组织")), match.start()):
            continue
        best = match.end() if meeting or match.group() != "开展" else best
    return best


def joined(reading: Reading, begin: int, last: tuple[int, int], *, bare: bool, alone: bool) -> int:
    """Give where the name begins of an event that someone attends (出席了…签约仪式), or -1.

    Args:
        reading: The article.
        begin: Where the clause of the name begins.
        last: Where its last word begins and ends.
        bare: That word alone is enough of a name.
        alone: The article has no other event.
    """
    text, found = reading.text, -1
    start, stop = last
    if text.startswith("的", stop):
        return -1  # 出席某大会的客人: it says only who they are
    for match in _JOINING.finditer(text, begin, start):
        found = match.end()
    if bare and found == start and stop - start > len("活动"):
        return found
    if found >= 0 and _tells(text[found:start]):
        return found
    return _staged(reading, begin, last, bare=bare, alone=alone)


def _tells(words: str) -> bool:
    """Tell whether words before the last make a name of its own: 新春 + 座谈会."""
    generic = GENERIC_BEFORE.search(words) or _PLAIN.fullmatch(words) or _AGAIN.match(words)
    return len(words) >= _MODIFIED and not generic


def _staged(reading: Reading, begin: int, last: tuple[int, int], *, bare: bool, alone: bool) -> int:
    """Give where the name begins of an event at which something is said, or -1: 在…会上, 从…会获悉."""
    text, (start, stop) = reading.text, last
    if start == begin and text[start:stop] in _AT_HEAD and _OPENED.match(text, stop):
        return start
    heard = _HEARD.match(text, stop)
    said = heard or _STAGE.match(text, stop) or (alone and _STAGE_OF_HEAD.match(text, stop))
    if not said:
        return -1
    opened = [one.end() for one in (_FROM if heard else _AT).finditer(text, begin, start)]
    at = next((one for one in reversed(opened) if _whole(text, one, start)), -1)
    head = _HEAD_OF_PARTY.search(text, max(begin, at - _NEAR), at)
    if at < 0 or (head and not alone) or _STUDYING.search(text, begin, at):
        return -1
    while (time := reading.time_at(at)) is not None and time.stop <= start:
        at = time.stop + text.startswith("的", time.stop)
    if bare and at == start and text[start:stop] in _SAID_AT:
        return at
    return at if _tells(text[at:start]) else -1


def _whole(text: str, at: int, stop: int) -> bool:
    """Tell whether quotation marks between two positions come in pairs."""
    words = text[at:stop]
    return words.count("“") == words.count("”") and words.count("《") == words.count("》")


_HEARD = re.compile(r"[”》]?(?:[（(][^（）()]{1,8}[）)])?上?(?:，)?(?:获悉|了解到|传出|传来)")
_AT = re.compile("(?<![现正存所旨实潜])在(?![于线职])")
_FROM = re.compile("从(?![事业])")
_STAGE = re.compile(
    r"[”》]?(?:[（(][^（）()]{1,8}[）)])?(?:上，|上?(?:致辞|致词|发言|演讲)|"
    r"上[^，。；\n]{0,30}?(?:表示|指出|介绍|说|称|透露|强调|坦言|认为|提到|通报|发布|宣布|宣读|获悉|了解|致辞|讲话|发言|演讲|推介|分享|回应|回答|签|揭|颁|亮相|发出))"
)
_STAGE_OF_HEAD = re.compile(r"上(?:的|发表的?|所作的?)(?:重要|主旨)*(?:演讲|致辞|讲话)(?!精神)")
"""What one article alone may be about: how others take a speech at a summit."""
_HEAD_OF_PARTY = re.compile("(?:总书记|国家主席)[^，。]{0,12}$")
"""Before 在…上: what he said there is what others study, in news of others."""

_SAID_AT = frozenset(
    (
        "新闻发布会",
        "发布会",
        "通气会",
        "吹风会",
        "记者会",
        "开幕式",
        "闭幕式",
        "签约仪式",
        "座谈会",
        "论坛",
        "峰会",
    )
)
"""Words that alone, after 在, are an event when somebody says something there."""

_AT_HEAD = _SAID_AT - {"论坛", "峰会"} | {
    "欢迎仪式",
    "捐赠仪式",
    "启动仪式",
    "揭牌仪式",
    "颁奖仪式",
    "授牌仪式",
    "交流会",
    "推进会",
    "研讨会",
    "汇报会",
    "动员会",
    "反馈会",
    "见面会",
    "报告会",
    "恳谈会",
    "对接会",
    "表彰会",
    "培训会",
    "现场会",
    "通报会",
}
_OPENED = re.compile("(?:上|中|现场|结束后|期间|后)，")
"""座谈会上，甲介绍…: a text that has not told of the meeting so far tells of it so."""

_STUDYING = re.compile("学习|贯彻|落实|传达|宣讲|祝愿|预祝|期待|希望")
_NEAR = 20
_JOINING = re.compile(r"(?:出席|参加|主持|列席|见证|宣布)(?:了)?")
_AGAIN = re.compile("此次|本次|这次|本期|本场|该|本届|第.{1,3}[期场]")
_PLAIN = re.compile(r"(?:会议|活动|大会|仪式|重要|重大|相关|有关|各项|本次|此次)+")
_MODIFIED = 2  # 新春座谈会 is an event of its own, 座谈会 alone is not
