"""Event names: where the name of an event begins, what else it is called, and of what kind it is."""

import functools
import re
from collections.abc import Iterator

from loaders import lexicons
from loaders.grammar import event_ends
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_HELD_BY = re.compile(
    r"(?:由|在|从)[^，。“]{1,40}?(?:主办|举办|承办|举行|召开|组织|参加|出席|带来|上)的?"
)
_BYLINE = re.compile(
    r"[（(](?:[^（）()]{0,30}(?:记者|通讯员|文/图)[^（）()]{0,30}|\d{1,2}|[一二三四五六七八九十]{1,2})[）)]"
)
HOLDING = re.compile(r"(?:召开|举行|举办)(?:了)?$")
"""A verb of holding that ends right before a name."""

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_STRAY = frozenset(" 　）)】」、在")
_YEAR_ALONE = re.compile(r"\d{4}年?")
_OF_YEAR = re.compile(r"\d{4}年(?:度)?")
_APPOINTING = re.compile(r"任命|决定任|免去|人事任免")
_CADRES = re.compile("干部(?:大会|会议?)$|领导班子(?:扩大)?会议?$")
_ANNOUNCED = re.compile(
    "宣布[^。]{0,80}?(?:决定|任职|任免|职务|[\u4e00-\u9fff]{2,4}(?:担任|出任|任)[\u4e00-\u9fff])"
)
_SAT = re.compile(
    r"(?:人大常委会|人民代表大会(?:常务委员会)?)(?:常务委员会)?第[一二三四五六七八九十\d]+次会议(?=(?:上|于?[^，。；\n]{0,4}\d[^，。；\n]{0,8}|于[^，。；\n]{2,12})?，?(?:审议|表决|全票)*(?:通过|决定|任命|免去|接受|审议|表决|选举|补选|批准|听取))"
)
_THROUGH = re.compile("经(?=[^，。；\n]{2,20}(?:人大常委会|人民代表大会))")
_JOINED = re.compile(r"·?暨")
_SPECIFIC = (
    ("signing", ("签约", "签字", "签署")),
    ("ceremony", ("仪式", "典礼", "揭牌", "开幕式", "开班式")),
    ("press", ("发布会", "通气会")),
    ("meeting", ("会",)),
)
"""Kinds from the most specific on, with the words that tell them in one part of a name with 暨."""


def trimmed(reading: Reading, begin: int, tail: int) -> int:
    """Drop times, places, bylines and other words before a name: 7月27日，在… ."""
    text, at = reading.text, _after_dateline(reading.text, begin, tail)
    moved = True
    while moved:
        moved = False
        for one in reading.times:
            if (
                one.start == at
                and one.stop <= tail
                and not _YEAR_ALONE.fullmatch(text[at : one.stop])
            ):
                at, moved = one.stop, True
        for word in _leads():
            if text.startswith(word, at) and at + len(word) <= tail:
                at, moved = at + len(word), True
        made = _HELD_BY.match(text, at, tail) or _BYLINE.match(text, at, tail)
        made = made or _THROUGH.match(text, at, tail)
        if made:
            at, moved = made.end(), True
        elif text[at : at + 1] in _STRAY and at < tail:
            at, moved = at + 1, True
    said = text.rfind("宣布", at, tail)
    at = said + len("宣布") if said >= 0 else at
    at += _OF_WHOM.match(text, at, tail) is not None
    some = _ONE.match(text, at, tail)
    at = some.end() if some is not None and tail - some.end() > 1 else at  # 一场 + 数字经济论坛
    return _after_other(text, _after_of(text, at, tail), tail)


_ONE = re.compile("一[场次个项]")
_OF_WHOM = re.compile("对(?![口接外话台标华抗岸口])")  # 对 + 某运动会


def _after_dateline(text: str, at: int, tail: int) -> int:
    """Give where a name begins after the place and day of the report: 某网澜州8月4日电（记者甲）+ 乙大会."""
    found = [one.end() for one in _DATELINE.finditer(text, at, tail)]
    return found[-1] if found else at


_DATELINE = re.compile(
    r"(?:日|本报|[网社台端])(?:电|讯|消息)(?=[\u4e00-\u9fff（(“])(?:[（(][^（）()\n]{0,40}[）)])?|[（(][^（）()\n]{0,30}(?:记者|通讯员)[^（）()\n]{0,30}[）)]|^[^（(]{0,8}[）)]"
)


def _after_other(text: str, at: int, tail: int) -> int:
    """Give where the second of two events begins: 甲发布会和 + 乙交流会; quoted names stay whole."""
    both = [one.end() for one in _BOTH.finditer(text, at, tail)]
    begin = both[-1] if both else at
    open_quote = text.count("“", at, begin) != text.count("”", at, begin)
    return at if open_quote or tail - begin == 1 else begin


_BOTH = re.compile(
    r"(?:(?<![协商学总联理])会|会议|仪式|论坛|典礼|大赛|沙龙|活动|培训班|讲座|演练)(?:和|及|以及|与|、)"
)


def _after_of(text: str, at: int, tail: int) -> int:
    """Give where a name begins after 的: 甲主办的 + “乙的丙”论坛, 全市 + 党的建设会议.

    Behind quotation marks, only a verb of holding tells that what stands before 的 is no part of it.
    """
    held = [one.end() for one in _HELD_OF.finditer(text, at, tail)]
    begin = held[-1] if held else at
    last = text.rfind("的", begin, tail)
    while last > begin and text[last - 1] == "党":
        last = text.rfind("的", begin, last)
    plain = (
        last >= 0 and not _OPENING.search(text, begin, last) and not _DASH.search(text, last, tail)
    )
    return last + 1 if plain else begin


_HELD_OF = re.compile(r"(?:主办|承办|举办|召开|举行|组织|发起|开展|参加|出席|筹办|主题)的")
_OPENING = re.compile("[“《]")
_MARKS = re.compile('[“”‘’"《》]|(?<=20[0-9][0-9])年')  # 2023年某会 is 2023某会
_DASH = re.compile("——")  # 甲的新认识——乙研讨会 is one name


@functools.cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted(lexicons.words("event_leads"), key=len, reverse=True))


def unquoted(name: str) -> str:
    """Take off stray signs at the ends of a name, and quotation marks that close nowhere in it.

    >>> unquoted("、“甲”乙会"), unquoted("甲”会"), unquoted("“甲大会”")
    ('“甲”乙会', '甲”会', '甲大会')
    """
    bare = name.strip("、 ，·")
    whole = bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1
    return bare.strip("“”") if whole or bare.count("“") != bare.count("”") else bare


def session_of(reading: Reading, begin: int) -> str:
    """Give the body whose numbered session it is: 区人大常委会 + 第二十二次会议."""
    verb = HOLDING.search(reading.text, max(0, begin - len("组织召开了")), begin)
    if not reading.text.startswith("第", begin) or verb is None:
        return ""
    body = reading.names.ending(verb.start(), "PublicBody", "Organization")
    return body.text if body else ""


def host_of(reading: Reading, begin: int) -> str:
    """Give the area or firm that is said to hold what is named there, right before the verb: 甲市召开 + 干部大会."""
    host = _host(reading, begin)
    return host.text if host is not None else ""


def of_another(reading: Reading, begin: int, one: Happening) -> bool:
    """Tell whether a naming has another host than a known event of that name: 乙市召开干部大会 after 甲市."""
    first, second = _host(reading, one.start), _host(reading, begin)
    if first is None or second is None:
        return False
    players = reading.player(first), reading.player(second)
    return first.type == second.type and players[0] is not players[1] and None not in players


def hosted(reading: Reading, one: Happening) -> None:
    """Call an event by its host too, since the article has another of its name."""
    name = host_of(reading, one.start) + one.player.names[0]
    one.player.call(name)
    one.player.main = name


def _host(reading: Reading, begin: int) -> Mention | None:
    verb = HOLDING.search(reading.text, max(0, begin - len("组织召开了")), begin)
    return reading.names.ending(verb.start(), "District", "Enterprise") if verb else None


def kind(name: str, tail: str, text: str) -> str:
    """Give the most specific kind among the parts of a name.

    Args:
        name: The name, with the body before it.
        tail: The kind that its last word tells.
        text: The article, which tells whether a session appointed anybody.
    """
    if "签约" in name or "签字" in name:
        return "signing"
    if "人大常委会" in name or "人民代表大会常务委员会" in name:
        return "appointment" if _APPOINTING.search(text) else tail
    if _CADRES.search(name) and _ANNOUNCED.search(text):
        return "appointment"
    if tail == "other" and "启动仪式" in name:
        return "ceremony"
    if _JOINED.search(name):
        parts = _JOINED.split(name)
        for specific, words in _SPECIFIC:
            if any(part.endswith(words) for part in parts):
                return specific
    return tail


def decides(text: str, begin: int, stop: int) -> bool:
    """Tell whether a name is of a sitting that decided something: 第十九次会议通过）, 第十九次会议决定任命.

    Args:
        text: The article.
        begin: Where the clause of the name begins.
        stop: Where the name ends.
    """
    found = _SAT.search(text, begin)
    return found is not None and found.end() == stop


def concludes(text: str, begin: int, last: tuple[int, int]) -> bool:
    """Tell whether a meeting named in full is the subject of what meetings end with: 某部长会议就…达成一致.

    Args:
        text: The article.
        begin: Where the clause of the name begins.
        last: Where the last word of the name begins and ends.
    """
    tail, stop = last
    full = tail - begin >= _SUBJECT and not _LED_IN.match(text, begin, tail)
    return full and _CONCLUDED.match(text, stop) is not None


_SUBJECT = 4  # code points before the last word; 会议通过 alone is of the meeting already told of
_LED_IN = re.compile("[经由据对从自在把将按根]|[^，。]{0,20}(?:贯彻|落实|传达|学习|此前|去年)")
_CONCLUDED = re.compile(
    r"(?:当[天日]|\d{1,2}日|日前|近日|上午|下午|一致|最终|表决|审议|全票)*(?:未?就[^，。；\n]{2,30}?达成|"
    r"(?:审议|表决|一致|全票)*通过了?(?=《|关于|决议|宣言|声明)|(?:未能?|共同)?(?:达成|发表)(?:了)?[^，。；\n]{0,16}(?:一致|共识|协议|声明|宣言|公报))"
)


def called(reading: Reading, player: Player, span: tuple[int, int, int], host: str) -> None:
    """Add what else an event is called: without brackets, without its body, with its host.

    Args:
        reading: The article.
        player: The event, named once.
        span: Where its name begins, where its last word begins, where it ends.
        host: The body whose numbered session it is, or empty.
    """
    name = player.names[0]
    plain = _BRACKETS.sub("", name)
    if plain not in ("", name):
        player.call(plain)
        player.main = plain
    for alias in _aliases(reading, span):
        player.call(alias)
    declared = event_ends.DECLARED.match(reading.text, span[2])
    if declared is not None:
        player.call(declared["short"])
    if host:
        player.call(host + name)
        player.main = host + name


def same(name: str, one: Happening) -> bool:
    """Tell whether a name is a shorter or longer form of a known event's.

    Longer only of the form that introduced it: 甲论坛 and 乙论坛 share their last word, no more.
    """
    sitting = _SITTING.search(name)
    if sitting and any(
        two.endswith(sitting.group()) and two[: len("某省")] == name[: len("某省")]
        for two in one.player.names
    ):
        return True  # 某自治区第十届人大第二次会议, 某第十届人大第二次会议
    quoted = _QUOTED.findall(name)
    if quoted and any(quoted == _QUOTED.findall(two) for two in one.player.names):
        return name[-len("仪式") :] == one.player.names[0][-len("仪式") :]
    name, known = _MARKS.sub("", name), [_MARKS.sub("", two) for two in one.player.names]
    plain = _BRACKETS.sub("", name) or name
    return name.endswith(known[0]) or any(two.endswith((name, plain)) for two in known)


_SITTING = re.compile(
    r"第[\d一二三四五六七八九十百]+届.{2,20}?第[\d一二三四五六七八九十百]+次会议$"
)


def is_part(one: Happening, name: str) -> bool:
    """Tell whether a known event is one of the two that a longer name joins: 甲会, 某市甲会暨乙仪式."""
    parts = [part for part in _JOINED.split(name) if len(part) >= _FULL]
    return len(parts) > 1 and any(
        part.endswith(one.player.names[0]) or one.player.names[0].endswith(part) for part in parts
    )


_FULL = 8  # code points of a part that is more than the word for a kind
_QUOTED = re.compile("“([^”]{4,})”")


def _aliases(reading: Reading, span: tuple[int, int, int]) -> Iterator[str]:
    """Yield the name without what it is of (徐汇区…), its parts at 暨, and its last word alone."""
    text, (begin, tail, stop) = reading.text, span
    at = begin
    body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    while body is not None and body.stop < tail:
        at = body.stop
        if text[at] != "、":
            yield text[at:stop]
        body = reading.names.starting(at, "PublicBody", "District", "InspectionTeam")
    year = _OF_YEAR.match(text, begin, tail)
    if year:
        yield text[year.end() : stop]
    parts = _JOINED.split(text[begin:stop])
    if len(parts) > 1:
        yield from (unquoted(part) for part in parts if len(part) > len("大会"))
    if tail > begin:
        yield text[tail:stop]
