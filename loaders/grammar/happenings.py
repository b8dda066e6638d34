"""Happenings: the events that an article reports, by the word that ends their name and a verb of holding."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import daachorse

from loaders import lexicons
from loaders.grammar import event_dates, event_names, roles
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_HELD = (
    r"(?:召开|举行|举办|开幕|闭幕|启幕|落幕|开班|开讲|开赛|开营|结业|结营|开跑|鸣枪|揭幕|拉开[帷序大]幕|收官|主办|承办|精彩上演|热力开启|"
    r"主持(?=[，。；并])|(?:开启|启动|启航|进行|结束|上演|打响)(?=[，。；！\n]|$))(?!以来|前夕|之前|后，)"
)
_VERB_HELD = re.compile(_HELD)
_HOW_HELD = re.compile(
    "[”》」]|[（(][^（）()\n]{1,30}[）)]|今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|晚上?|正式|顺利|隆重|成功|圆满|胜利|如期|如约|同步|现场|同期|盛大|"
    "继续|正在|火热|激情|热烈|精彩|欢乐|再次|先后|首次|集中|联合|共同|分别|也|又|还|已|亦|已经|重磅|温馨|热闹|璀璨|浪漫| "
)
_WHERE_HELD = re.compile(rf"(?:在|于|通过|以|采[取用]|由|从)[^，。；！？\n]{{1,48}}?(?={_HELD})")
_HELD_BEFORE = re.compile(r"(?:组织召开|主持召开|召开|举行|举办|开展)(?:了)?(?!的)")
_OFTEN = re.compile(r"(?:[\d一二两三四五六七八九十多数几]+[余多]?次)(?:组织|主持)?$")
_NAME_ENDS = re.compile(r"[。；！？!?\n，：<>]")
_LONGEST = 100
_GENERIC_BEFORE = re.compile(
    r"(?:此次|本次|这次|本期|本场|上述|该|本届|此|这[个场项]|那[个场项]|(?<![第十届])一[个场项次]|某|各类|各种|一系列|多场|(?<![第\d])\d+(?:余|多)?[场次个项]|^系列|全部|有关|相关|集体|每次|历次|上次|下次|下一?[场次届]|上一?[场次届]|往届|历届)$"
)
_PLANNED = re.compile(
    r"(?<!责任)将(?![军乐近领士帅会])|(?<![模虚草])拟(?!任|定了|建|于)|拟于|计划(?=于|在|召|举|今|明|下|近)|即将|定于|筹备|如果|预计|有望|准备(?=召|举|开)|打算"
)
_WISHED = re.compile(
    r"通过(?:举办|召开|组织|开展)|(?:确保|力争|争取|推动|希望|应当?|需要?|(?<![重主需必])要)(?:通过|认真|扎实|精心|切实|积极|继续|全力)*(?:组织|办好|开好|召开|举办|举行|做好|开展|依法|促进)"
)
_PAST_WORDS = re.compile(
    r"此前，[^。]{0,20}已|(?:[\d一二两三四五六七八九十几]+|多)年前|时任|曾经?(?=在|于|参|出|主|作|就|赴|召|举)|早在|去年|前年|此前曾"
)
_OWN_TIME = re.compile(
    r"上午|下午|晚上|当[天日晚]|同[日天]|次日|随后|会后|之后|另[据悉讯]|此外|\d日"
)
_INNER = re.compile(r"会上|期间|其间|会议还|活动中|仪式上|同时|并|现场|在召开|通过召开|会前")


@functools.cache
def _machine() -> tuple[tuple[tuple[str, str], ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    found = tuple((row[0], row[1]) for row in lexicons.rows("event_tails"))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return found, daachorse.CharwiseDoubleArrayAhoCorasick([one[0] for one in found], longest)


def find(reading: Reading) -> list[Happening]:
    """Give the events of an article in the order in which it introduces them."""
    tails = list(_tails(reading))
    return (
        _among(reading, tails, bare=False)
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


def _among(reading: Reading, tails: list[tuple[int, int, str]], *, bare: bool) -> list[Happening]:
    """Give the events whose names end at some of the tails.

    Args:
        reading: The article.
        tails: Where the last words of names begin and end, with the kind that each tells.
        bare: A word for a kind alone is enough of a name: 出席开营式并致辞.
    """
    found: list[Happening] = []
    for start, stop, kind in tails:
        named = _reported(reading, _Named(start, start, stop, kind), bare=bare)
        happening = _made(reading, named, found) if named else None
        if happening is not None:
            found.append(happening)
    return found


def words() -> frozenset[str]:
    """Give the words that end names of events (会议, 座谈会)."""
    return frozenset(word for word, _ in _machine()[0])


def _held_after(reading: Reading, stop: int) -> int:
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


def _tails(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the ends of names of events; of two that touch, the later (签约仪式 + 举行)."""
    text = reading.text
    table, machine = _machine()
    found = machine.find(text)
    begins = {start for start, _, _ in found}
    for start, end, which in found:
        stop = end + 1 if text[end - 1 : end + 1] == "会议" else end  # 党组会 of 党组会议
        if stop in begins or text[stop : stop + 1] in _NOT_AFTER or _GOES_ON.match(text, stop):
            continue
        plain = stop - start == 1
        if not plain or (_is_any(reading, stop) and text[start - 1] not in _OTHER_WORDS):
            yield start, stop, table[which][1]


def _is_any(reading: Reading, stop: int) -> bool:
    """Tell whether 会 alone can end the name of a meeting there; it ends too many of bodies: 商会, 理事会."""
    if _PAUSE.match(reading.text, stop) is not None:
        return True
    return not _HOSTS.match(reading.text, stop) and _held_after(reading, stop) >= 0


_HOSTS = re.compile(
    "(?:联合|共同)?(?:主办|承办|举办|主持|组织)"
)  # who does so is a body: 青年会主办
_PAUSE = re.compile(r"[”》]?(?:[，。；！上]|$)")
_OTHER_WORDS = frozenset("员续省社机都工商学协教不也才就将误体领约国议帮聚")  # 省会, 社会, 机会 …
_GOES_ON = re.compile(
    r"(?:(?![举召开在于上中并和与的将])[\u4e00-\u9fff]){1,8}?(?:仪式|典礼|大会|会议|(?:推进|动员|视频|启动|座谈|总结|部署|表彰|发布|说明|筹备|交流)会)"
)  # …活动 + 冲刺视频会
_NOT_AFTER = frozenset("员厅堂馆场室所长费址客暨")  # of 甲大会暨乙仪式 the last word ends the name


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of an event: where it begins, where its last word begins, where it ends."""

    begin: int
    tail: int
    stop: int
    kind: str
    verb: int = -1


def _reported(reading: Reading, named: _Named, *, bare: bool) -> _Named | None:
    """Read the event whose name ends at `named.stop`, if a verb says that it was held, or attended."""
    text, start = reading.text, named.tail
    after = _held_after(reading, named.stop)
    begin = _begin(reading, start)
    if after < 0 and event_names.appoints(text, begin, named.stop):
        after, begin = named.stop, max(begin, text.rfind("（", begin, start) + 1)
    name_start, verb = begin, -1
    if after >= 0 and not _PLANNED.search(text, begin, after):
        verb = after
    elif _STUDIED.match(text, named.stop):
        return None
    inner = _verb_before(text, begin, start, meeting=named.kind != "other")
    if inner >= 0:
        name_start, verb = inner, inner if verb < 0 else verb
    if verb < 0:
        joined = _joined(text, begin, start, named.stop, bare=bare)
        name_start, verb = (joined, joined) if joined >= 0 else (name_start, -1)
    if named.stop - start == 1 and not _is_meeting(reading, named.stop, inner):
        return None
    name_start = _after_persons(reading, name_start, start)
    if verb < 0 or _is_unreal(reading, begin, name_start) or _quoted(text, name_start, named.stop):
        return None
    return replace(named, begin=event_names.trimmed(reading, name_start, start), verb=verb)


_STUDIED = re.compile(
    r"[”》]?(?:的)?(?:有关|相关|系列|主要)*(?:会议)?(?:精神|情况|要求)|上(?:所作|发表|作|作出)?的?(?:系列)?(?:重要)?(?:讲话|指示|论述|致辞|批示|回信|贺信|发言)|[一二三四五六七八九十\d]+周年"
)
"""What follows the name of a meeting that others only study: 传达市安全生产会议精神."""


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


def _is_unreal(reading: Reading, begin: int, name_start: int) -> bool:
    """Tell whether the words before a name make the event a plan, or one long past."""
    text, sentence = reading.text, reading.sentence(begin)[0]
    planned = _PLANNED.search(text, max(begin - len("定于明天将"), 0), name_start)
    if planned is not None or _WISHED.search(text, reading.clause(name_start)[0], name_start):
        return True
    if _JOINED_LATER.search(text, sentence, name_start):
        return True
    return _PAST_WORDS.search(text, sentence, name_start) is not None


_JOINED_LATER = re.compile(
    r"将(?:于|赴|率|前往|启程)[^。]*(?:出席|参加)|习近平(?:总书记|主席)?[^。]{0,80}?(?:主持|召开|出席|参加)"
)
"""Who is to attend later, and meetings of the head of the party, which local news only study."""


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


def _verb_before(text: str, begin: int, start: int, *, meeting: bool) -> int:
    """Give where the name begins after the last 召开, 举行 or 举办 before it, or -1.

    开展 holds meetings (开展对接会), but 开展活动 is work that goes on.
    """
    best = -1
    for match in _HELD_BEFORE.finditer(text, begin, start):
        if _OFTEN.search(text, max(0, match.start() - len("10余次组织")), match.start()):
            continue
        best = match.end() if meeting or match.group() != "开展" else best
    return best


def _joined(text: str, begin: int, start: int, stop: int, *, bare: bool) -> int:
    """Give where the name begins of an event that someone attends (出席了…签约仪式), or -1."""
    found = -1
    if text.startswith("的", stop):
        return -1  # 出席某大会的客人: it says only who they are
    for match in _JOINING.finditer(text, begin, start):
        found = match.end()
    if bare and found == start and stop - start > len("活动"):
        return found
    words = text[found:start] if found >= 0 else ""
    generic = _GENERIC_BEFORE.search(words) or _PLAIN.fullmatch(words) or _AGAIN.match(words)
    if len(words) >= _MODIFIED and not generic:
        return found
    staged = _STAGED.search(text, begin, start)
    if staged and text[stop : stop + 1] == "上" and start - staged.start(1) >= _MODIFIED:
        return staged.start(1)
    return -1


_STAGED = re.compile(r"[在从]([^，。；“”、]{0,40})$")
_JOINING = re.compile(r"(?:出席|参加|主持|列席|见证|宣布)(?:了)?")
_AGAIN = re.compile("此次|本次|这次|本期|本场|该|本届|第.{1,3}[期场]")
_PLAIN = re.compile(r"(?:会议|活动|大会|仪式|重要|重大|相关|有关|各项|本次|此次)+")
_MODIFIED = 2  # 新春座谈会 is an event of its own, 座谈会 alone is not


def _quoted(text: str, start: int, stop: int) -> bool:
    """Tell whether the name would take in half of a quotation."""
    inside = text[start:stop]
    return inside.count("“") < inside.count("”") or inside.count("《") != inside.count("》")


def _made(reading: Reading, named: _Named, known: list[Happening]) -> Happening | None:
    """Make the event of a name, unless it is one already known, or background."""
    text = reading.text
    name = event_names.unquoted(text[named.begin : named.stop])
    if not name or named.begin > named.tail or _TWO.search(name):
        return None
    if _GENERIC_BEFORE.search(text[named.begin : named.tail]):
        return None
    if known and _ONE_OF_THEM.fullmatch(name) and _is_loose(reading, named):
        return None
    host = event_names.session_of(reading, named.begin)
    kind = event_names.kind(host + name, named.kind, text)
    twin = _part_of(reading, named.begin, known) or _twin(
        name, kind, known, bare=named.begin == named.tail
    )
    if twin is not None:
        twin.player.call(name, named.begin, named.stop)
        event_dates.again(reading, twin, (named.begin, named.stop))
        return None
    alike = ("meeting", "appointment") if kind == "meeting" else (kind,)
    if named.begin == named.tail and any(one.player.kind in alike for one in known):
        return None  # 座谈会 alone stands for the meeting already named
    player = Player("Event", kind=kind)
    player.date = event_dates.of(reading, (named.begin, named.stop), known)
    if event_dates.long_past(reading, player.date, known) or event_dates.ahead(
        reading, player.date
    ):
        return None
    player.call(name, named.begin, named.stop)
    event_names.called(reading, player, (named.begin, named.tail, named.stop), host)
    clause = reading.clause(named.begin)[0]
    lead = text[max(0, clause - len("会上，") - 1) : named.begin]
    inner = bool(known) and _INNER.search(lead) is not None
    timed = _OWN_TIME.search(text, reading.sentence(named.begin)[0], named.begin) is not None
    return Happening(player, named.begin, named.stop, named.verb, inner, timed)


_TWO = re.compile(
    r"(?:会议?|活动|仪式)(?:，?并|上[的，])|记者|通讯员|为(?:了|进一步|充分|深入|全面)|[此本这]次|希望双方|率领|一行|^决定|传达(?!室)|部署.{0,40}(?:会议|大会)$(?<!部署会议)(?<!部署大会)"
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
