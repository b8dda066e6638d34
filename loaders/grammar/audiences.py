"""Audiences: who receives whom (甲会见乙一行), and who talks with whom (甲与乙举行会谈)."""

import itertools
import re
from collections.abc import Iterator, Sequence

from loaders.grammar import event_dates
from loaders.grammar.appositions import Apposition
from loaders.grammar.attendance import ATTENDS, Row, people_rows, periods
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_HOW = re.compile(
    r"均|集体|将军|等?[省市区县]?领导|等[^，。；\n与和同]{0,8}?(?:领导|首长|负责人|高层)|等|一行|同志|博士|教授|先生|女士|院士|及[^，。；\n与和同]{2,12}(?=与|和|同)|亲切|分别|共同|在[^，。；\n]{1,24}?(?=会见|举行|接见|会谈|亲切|分别|共同|集体|与|同|和|举行|进行)"
)
_RECEIVES = re.compile(r"(会见|接见|会谈|会晤)(?:了)?(?!时|中|厅)")
_RECEIVED = re.compile("(?:的)?(?:亲切|集体)*(会见|接见)")
"""代表团受到甲的亲切 + 会见."""
_WELCOMES = re.compile("(?:举行|主持)(?:隆重)?(仪式)，?(?:热烈|隆重)?欢迎")
"""甲在某广场举行 + 仪式欢迎某国总理乙."""
_TALK = re.compile(
    r"(?:举行|进行|开展)(?:了)?(?:工作|友好|双边|大小范围|小范围|视频)*(会谈|会晤|座谈|交流座谈|座谈交流)"
)
_WITH = re.compile(r"(?:一行)?(?:[^，。；\n]{1,16}?(?<!会))?(?:与|和|同)(?!志|事)")
_FACING = re.compile(r"(?:[^。；\n]{0,80}(?:，并?|并))?(?:与|和|同)[^。；\n]{0,60}")
_MET = re.compile(
    r"(?:率领的|带领的|率|带领)?[^，。；\n]{0,24}?(?:举行|进行|开展|展开)?(?:了)?(?:工作|友好|亲切|深入|热情|双边|大小范围|小范围|视频)*(会谈|(?<=[行开展了进])会晤|座谈交流|交流座谈|座谈|会面|见面)(?!会)"
)
_GUEST = re.compile(r"[^，。；\n]{0,40}?(?:一行|代表团|代表|嘉宾|客人|学员|运动员|访问团|考察团)")
_GUESTED = re.compile(
    r"(?:应约|应邀)?(?:与|和|同)[^，。；\n]{2,40}?(?:举行|进行)(?:了)?(?:工作|友好|双边|大小范围|小范围|视频)*(会谈|会晤|座谈)(?!会)"
)
"""甲 + 与某国议长举行会谈, whose name was not found."""
_LIKELY = 0.85
_ROLES = {one: one for one in ("会见", "接见", "会谈", "会晤")}


def find(
    reading: Reading, appositions: dict[Mention, Apposition], known: Sequence[Happening]
) -> Iterator[Happening]:
    """Yield an event for each audience that no event of the article stands for yet; each has guests of its own."""
    found: list[Happening] = []
    met: set[Player] = set()
    for rows, verb in _audiences(reading, appositions):
        if _PLANNED.search(reading.text, reading.sentence(verb.start())[0], verb.start()):
            continue
        word, guests = verb.group(1), rows[-1].names if len(rows) > 1 else ()
        told = any(word in name for one in (*known, *found) for name in one.player.names)
        strangers = {two for one in guests if (two := reading.player(one)) is not None}
        again = not met or not strangers or not met.isdisjoint(strangers)
        met |= {
            two for row in rows for one in row.names if (two := reading.player(one)) is not None
        }
        if (told and (again or word not in _RECEPTIONS)) or word == "仪式":
            continue
        player = Player("Event", kind="meeting")
        player.date = event_dates.of(reading, verb.span(1), [*known, *found])
        if not told:
            player.call(word, *verb.span(1))
            player.main = word
        for one in guests if word in _RECEPTIONS else ():
            player.call(word + one.text, *verb.span(1))
        found.append(Happening(player, *verb.span(1), verb.start(1)))
    yield from found


_PLANNED = re.compile(r"(?<![上中大少])将(?![军领士帅官])|[拟计][于划定]")
_RECEPTIONS = ("会见", "接见")


def attended(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield ATTENDS for both sides of an audience."""
    for rows, verb in _audiences(reading, appositions):
        event = _event(reading, verb)
        for row in rows if event is not None else ():
            for order, one in enumerate(row.names, 1):
                player = reading.player(one)
                if player is not None and event is not None:
                    span = min(one.start, verb.start(1)), max(one.stop, verb.end(1))
                    yield Fact(
                        "ATTENDS", player, event, *span, ATTENDS, _LIKELY, role=_ROLES.get(verb.group(1), "出席"),
                        order=order, listed_as=appositions[one].listed_as,
                    )  # fmt: skip


def _event(reading: Reading, verb: re.Match[str]) -> Player | None:
    word = verb.group(1)
    named = [
        one.player
        for one in reading.happenings
        if any(word in name for name in one.player.names) and one.start <= verb.end(1)
    ]
    return named[-1] if named else None


def _audiences(
    reading: Reading, appositions: dict[Mention, Apposition]
) -> Iterator[tuple[tuple[Row, ...], re.Match[str]]]:
    """Yield the rows of persons of an audience, host first, and the verb."""
    for start, stop in periods(reading):
        for rows, verb in _of_period(reading, appositions, start, stop):
            if _PLANNED.search(reading.text, start, verb.end()) is None:
                yield rows, verb


_PLANNED = re.compile(
    r"(?:将|拟|计划|预计)(?:应邀|先后|分别|继续|还|在[^，。；\n]{1,16})*(?:会见|接见|会晤|会谈|举行|同|与|和|访|赴|出席|参加|于|对)|以来，"
)


def _of_period(
    reading: Reading, appositions: dict[Mention, Apposition], start: int, stop: int
) -> Iterator[tuple[tuple[Row, ...], re.Match[str]]]:
    text = reading.text
    rows = list(people_rows(reading, appositions, start, stop))
    paired = set()
    for place, (row, other) in enumerate(itertools.pairwise(rows)):
        at = _manner(reading, row.stop, other.start)
        verb = _RECEIVES.match(text, at, other.start) or _WELCOMES.match(text, at, other.start)
        met = _MET.match(text, other.stop, stop)
        if verb is not None and "，" not in text[verb.end() : other.start]:
            yield (row, other), verb
            paired.add(place)
        elif met is not None and _FACING.fullmatch(text, at, other.start):
            yield (row, other), met
            paired.update((place, place + 1))
    for place, row in enumerate(rows):
        at = _manner(reading, row.stop, stop)
        verb = _RECEIVES.match(text, at, stop)
        if verb is not None and place not in paired and _GUEST.match(text, verb.end(), stop):
            yield (row,), verb
        received = _RECEIVED.match(text, row.stop, stop)
        if received is not None and text[start : row.start].endswith(("获", "受到", "得到")):
            yield (row,), received
        alone = _GUESTED.match(text, at, stop)
        if alone is not None and place not in paired:
            yield (row,), alone
            continue
        talk = _TALK.match(text, at, stop) or _MET.match(text, row.stop, stop)
        sides = [
            text[one.stop : two.start] for one, two in zip(row.names, row.names[1:], strict=False)
        ]
        if talk is not None and any(_WITH.match(side) for side in sides):
            yield (row,), talk


def _manner(reading: Reading, at: int, stop: int) -> int:
    """Give the position after times, places and manner that stand between a host and the verb."""
    while at < stop:
        time = reading.time_at(at)
        how = _HOW.match(reading.text, at, stop)
        if time is None and how is None:
            break
        at = time.stop if time is not None else how.end() if how is not None else stop
    return at
