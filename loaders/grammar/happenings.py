"""Happenings: the events that an article reports, by the word that ends their name and a verb of holding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar import event_dates, event_ends, event_names, event_signs, roles
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_NAME_ENDS = re.compile(r"[。；！？!?\n，：<>]")
_LONGEST = 100
_PLANNED = re.compile(
    r"(?<!责任)将(?![军乐近领士帅会])|(?<![模虚草])拟(?!任|定了|建|于)|拟于|计划(?=于|在|召|举|今|明|下|近)|即将|定于|筹备|如果|原定|推迟|应[在于]|只能在|预计|有望|准备(?=召|举|开)|打算"
)
_WISHED = re.compile(
    r"(?:提出|建议|倡议|呼吁|同意|商定|请求)[^，。；]{0,6}(?:召开|举办|举行)|(?:支持|期待|祝愿|欢迎|申请)[^，。；]{0,8}(?:承办|主办|举办|举行|申办)|通过(?:举办|召开|组织|开展)|(?:确保|力争|争取|推动|希望|应当?|需要?|(?<![重主需必])要)(?:通过|认真|扎实|精心|切实|积极|继续|全力)*(?:组织|办好|开好|召开|举办|举行|做好|开展|依法|促进)"
)
_PAST_WORDS = re.compile(
    r"(?:定期|不定期|每[年月周季日])(?:都|会)?(?=组织|召|举|开)|此前，[^。]{0,20}已|(?:[\d一二两三四五六七八九十几]+|多)年前|时任|曾经?(?=在|于|参|出|主|作|就|赴|召|举)|早在|去年|前年|此前曾"
)
_OWN_TIME = re.compile(
    r"上午|下午|晚上|当[天日晚]|同[日天]|次日|随后|会后|之后|另[据悉讯]|此外|\d日"
)
_INNER = re.compile(r"会上|期间|其间|会议还|活动中|仪式上|同时|并|现场|在召开|通过召开|会前")


def find(reading: Reading) -> list[Happening]:
    """Give the events of an article in the order in which it introduces them."""
    tails = list(event_ends.ends(reading))
    return (
        _among(reading, tails, bare=False)
        or _among(reading, _opening(tails), bare=False, ours=True)
        or _among(reading, tails, bare=True)[:1]
        or list(_headed(reading, tails))
    )


def _headed(reading: Reading, tails: list[tuple[int, int, str]]) -> Iterator[Happening]:
    """Yield the event that the head of a text names with no verb, when someone attends one: …授牌仪式，甲参加活动."""
    if _ATTENDED.search(reading.text) is None:
        return
    for start, stop, kind in tails:
        if stop > _HEAD or kind not in ("ceremony", "meeting", "signing", "press"):
            return
        begin = event_names.trimmed(reading, _begin(reading, start), start)
        named = _Named(begin, start, stop, kind)
        whole = start - begin >= _HEADED and not _is_unreal(reading, begin, begin)
        whole = whole and not roles.find(reading.text, begin, start)
        whole = whole and not reading.names.within(begin, start, "Person")
        happening = (
            _made(reading, named, []) if whole and _ENDED.match(reading.text, stop) else None
        )
        if happening is not None:
            yield happening
            return


_ATTENDED = re.compile(r"(?:出席|参加)(?:了)?(?:活动|仪式|会议|座谈)")
_ENDED = re.compile(r"[，。；\n]")
_HEAD, _HEADED = 160, 4  # code points: how far the head reaches, how long such a name is at least


def _opening(tails: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Give the tails of the opening of a text, which says what it is about."""
    return [one for one in tails if one[0] < _HEAD]


def _among(
    reading: Reading, tails: list[tuple[int, int, str]], *, bare: bool, ours: bool = False
) -> list[Happening]:
    """Give the events whose names end at some of the tails.

    Args:
        reading: The article.
        tails: Where the last words of names begin and end, with the kind that each tells.
        bare: A word for a kind alone is enough of a name: 出席开营式并致辞.
        ours: A meeting of the head of the party counts, since the article tells of no other event.
    """
    found: list[Happening] = []
    for start, stop, kind in tails:
        named = _reported(reading, _Named(start, start, stop, kind), bare=bare, ours=ours)
        happening = _made(reading, named, found) if named else None
        if happening is not None:
            found.append(happening)
    return found


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of an event: where it begins, where its last word begins, where it ends."""

    begin: int
    tail: int
    stop: int
    kind: str
    verb: int = -1

    @property
    def own(self) -> bool:
        """Tell whether its last word alone says which event it is: 开幕式, but not 仪式."""
        return self.kind in ("ceremony", "signing") and self.stop - self.tail > len("仪式")


def _reported(reading: Reading, named: _Named, *, bare: bool, ours: bool = False) -> _Named | None:
    """Read the event whose name ends at `named.stop`, if a verb says that it was held, or attended."""
    text, start = reading.text, named.tail
    after = event_signs.held_after(reading, named.stop)
    begin = _begin(reading, start)
    concluded = named.kind == "meeting" and event_names.concludes(text, begin, (start, named.stop))
    if after < 0 and (concluded or event_names.decides(text, begin, named.stop)):
        after, begin = named.stop, max(begin, text.rfind("（", begin, start) + 1)
    name_start, verb = begin, -1
    if after >= 0 and not _PLANNED.search(text, begin, after):
        verb = after
    elif (not bare and _STUDIED.match(text, named.stop)) or _HEARD_OF.match(text, named.stop):
        return None
    carried = named.kind != "other" or _has_day(reading, start)
    inner = event_signs.verb_before(text, begin, start, meeting=carried)
    if inner >= 0:
        name_start, verb = inner, inner if verb < 0 else verb
    if verb < 0:
        joined = event_signs.joined(
            reading, begin, (start, named.stop), bare=bare or named.own, alone=bare
        )
        name_start, verb = (joined, joined) if joined >= 0 else (name_start, -1)
    if named.stop - start == 1 and not _is_meeting(reading, named.stop, inner):
        return None
    name_start = _after_persons(reading, name_start, start)
    if (
        verb < 0
        or _is_unreal(reading, begin, name_start, ours=ours)
        or _quoted(text, name_start, named.stop)
    ):
        return None
    return replace(named, begin=event_names.trimmed(reading, name_start, start), verb=verb)


_STUDIED = re.compile(
    r"[”》]?(?:的)?(?:有关|相关|系列|主要)*(?:会议)?(?:精神|情况|要求)|上(?:所作|发表|作|作出)?的?(?:系列)?(?:重要)?(?:讲话|指示|论述|致辞|批示|回信|贺信|发言)|[一二三四五六七八九十\d]+周年"
)
"""What follows the name of a meeting that others only study: 传达市安全生产会议精神."""


_HEARD_OF = re.compile(r"[^，。；\n]{0,24}情况的(?:书面|专题|有关)?(?:报告|汇报)")
"""审议了甲出席某论坛情况的报告: what a meeting hears of another."""


def _has_day(reading: Reading, at: int) -> bool:
    """Tell whether the sentence of an activity with a name in quotation marks, or a course, tells its day."""
    start, _ = reading.sentence(at)
    day = any(
        len(one.date) == _DAY or "日" in reading.text[one.start : one.stop]
        for one in reading.time_span(start, at)
    )
    return day and (reading.text[at - 1] in "”题" or reading.text.startswith(_COURSES, at))


_DAY = len("2023-11-13")
_COURSES = ("培训", "演练", "讲座", "义诊", "比赛", "竞赛")


def _is_meeting(reading: Reading, stop: int, held: int) -> bool:
    """Tell whether a word in 会 alone is a meeting: 召开股东会 is one, 在工商联合会举行 is none."""
    if held >= 0 and "召开" in reading.text[held - len("召开了") : held]:
        return True
    if _SITTING.search(reading.text, max(0, stop - _SITTING_REACH), stop):
        return True
    bodies = ("PublicBody", "Organization", "Enterprise", "Place")
    return reading.names.ending(stop, *bodies) is None


_SITTING = re.compile(r"[\d一二三四五六七八九十]次[\u4e00-\u9fff]{1,6}会$")  # 四届二次理事会
_SITTING_REACH = 12


def _is_unreal(reading: Reading, begin: int, name_start: int, *, ours: bool = False) -> bool:
    """Tell whether the words before a name make the event a plan, or one long past."""
    text, sentence = reading.text, reading.sentence(begin)[0]
    planned = _PLANNED.search(text, max(begin - len("定于明天将"), 0), name_start)
    if planned is not None or _WISHED.search(text, reading.clause(name_start)[0], name_start):
        return True
    if _JOINED_LATER.search(text, sentence, name_start):
        return True
    studied = _OF_HEAD.search(text, sentence, name_start)
    if studied and (not ours or _TOLD.search(text, sentence, studied.start())):
        return True
    return _PAST_WORDS.search(text, sentence, name_start) is not None


_JOINED_LATER = re.compile(r"将(?:于|赴|率|前往|启程)[^。]*(?:出席|参加)")
_OF_HEAD = re.compile(r"(?:总书记|国家主席)[^。]{0,80}?(?:主持|召开|出席|参加)")
"""Meetings of the head of the party, which local news only study."""
_TOLD = re.compile("学习|贯彻|落实|传达|宣讲|收看|收听|指出|强调|指引|根据|按照")


def _after_persons(reading: Reading, begin: int, tail: int) -> int:
    """Give where a name begins that a person cannot be a part of: 甲宣布 + 大会."""
    inside = [one for one in reading.names.within(begin, tail, "Person") if not one.byline]
    if not inside:
        return begin
    verb = _ANY_VERB.match(reading.text, inside[-1].stop, tail)
    return verb.end() if verb else inside[-1].stop


_ANY_VERB = re.compile(
    r"(?:等(?:领导|人)?)?(?:分别|共同|也|还|正式|代表[^，。]{1,16})?(?:宣布|出席|参加|主持|致辞|启动|见证|介绍|列席)?(?:了|并)?"
)


def _begin(reading: Reading, start: int) -> int:
    """Give the beginning of the clause that a name of an event stands in; a quote may hold commas."""
    text = reading.text
    at = start
    while at > 0 and start - at < _LONGEST:
        if text[at - 1] in "”》":
            opening = text.rfind("“" if text[at - 1] == "”" else "《", max(0, at - _LONGEST), at)
            if opening >= 0:
                at = opening
                continue
        if _NAME_ENDS.match(text, at - 1):
            break
        at -= 1
    return at


def _quoted(text: str, start: int, stop: int) -> bool:
    """Tell whether the name would take in half of a quotation."""
    inside = text[start:stop]
    return inside.count("“") < inside.count("”") or inside.count("《") != inside.count("》")


def _made(reading: Reading, named: _Named, known: list[Happening]) -> Happening | None:
    """Make the event of a name, unless it is one already known, or background."""
    text = reading.text
    name = event_names.unquoted(text[named.begin : named.stop])
    if not name or named.begin > named.tail or _TWO.search(name) or _SEVERAL.search(name):
        return None
    if event_signs.GENERIC_BEFORE.search(text[named.begin : named.tail]):
        return None
    if known and _ONE_OF_THEM.fullmatch(name) and _is_loose(reading, named):
        return None
    host = event_names.session_of(reading, named.begin)
    kind = event_names.kind(host + name, named.kind, text)
    twin = _part_of(reading, named.begin, known) or _twin(
        name, kind, known, bare=named.begin == named.tail
    )
    if twin is not None and event_names.of_another(reading, named.begin, twin):
        event_names.hosted(reading, twin)
        twin, host = None, event_names.host_of(reading, named.begin)
    if twin is not None:
        twin.player.call(name, named.begin, named.stop)
        event_dates.again(reading, twin, (named.begin, named.stop))
        return None
    alike = ("meeting", "appointment") if kind == "meeting" else (kind,)
    others = [one for one in known if one.player.kind in alike]
    own = all(event_names.of_another(reading, named.begin, one) for one in others)
    if named.begin == named.tail and not own:
        return None  # 座谈会 alone stands for the meeting already named
    player = Player("Event", kind=kind)
    player.date = event_dates.of(reading, (named.begin, named.stop), known)
    past = event_dates.long_past(reading, player.date, known) or event_dates.named_past(
        reading, name
    )
    if past or event_dates.ahead(reading, player.date):
        return None
    player.call(name, named.begin, named.stop)
    event_names.called(reading, player, (named.begin, named.tail, named.stop), host)
    clause = reading.clause(named.begin)[0]
    lead = text[max(0, clause - len("会上，") - 1) : named.begin]
    inner = bool(known) and _INNER.search(lead) is not None
    timed = _OWN_TIME.search(text, reading.sentence(named.begin)[0], named.begin) is not None
    return Happening(player, named.begin, named.stop, named.verb, inner, timed)


_TWO = re.compile(
    r"^自(?=\d|从)|^(?:各类|各种|各式|各项|一系列|系列|多种|多场)|(?:会议?|活动|仪式)(?:，?并|上[的，])|记者(?!会|招待会)|通讯员|为(?:了|进一步|充分|深入|全面)|[此本这]次|希望双方|率领|一行|^决定|传达(?!室)|部署(?!会|大会|推进|动员|暨).{0,40}(?:会议|大会)$(?<!部署会议)(?<!部署大会)"
)
_SEVERAL = re.compile(
    r".等(?:[\d一二三四五六七八九十多几]+[场项个次])?(?:系列|主题|配套)*(?:活动|仪式|会议)$"
)
_ONE_OF_THEM = re.compile(r".{0,24}活动")
_BARE_AGAIN = re.compile(r"(?:此次|本次|这次|该|本届)$")


def _is_loose(reading: Reading, named: _Named) -> bool:
    """Tell whether 活动 is none of the article's events: work that goes on, or the event told of again."""
    text, (start, _) = reading.text, reading.sentence(named.begin)
    if named.begin == named.tail or _BARE_AGAIN.search(text, start, named.begin):
        return True
    return not any(start <= one.start < named.begin for one in reading.times)


def _part_of(reading: Reading, begin: int, known: list[Happening]) -> Happening | None:
    """Give the session that a numbered sitting is of: 第十九次会议举行第二次全体会议."""
    host = event_names.HOLDING.search(reading.text, max(0, begin - len("组织召开了")), begin)
    if host is None or not reading.text.startswith("第", begin):
        return None
    return next((one for one in known if (host.start() in _stops(one))), None)


def _stops(one: Happening) -> set[int]:
    return {stop for _, stop in one.player.spans}


def _twin(name: str, kind: str, known: list[Happening], *, bare: bool) -> Happening | None:
    """Give the known event that a name stands for again; 大会 alone is the one with 大会 in its name."""
    for one in known:
        if one.player.kind == kind and event_names.same(name, one):
            return one
        if event_names.is_part(one, name):
            one.player.kind = kind
            return one
    if not bare:
        return None
    return next((one for one in known if any(name in two for two in one.player.names)), None)
