"""Groups: the leading group or committee that a list of its members is of, named where it is set up."""

import re

from loaders.grammar.reading import Reading
from loaders.names.mention import Mention
from loaders.names.player import Player

_TYPES = ("PublicBody", "InspectionTeam", "Organization")
_TAIL = r"(?:领导小组|工作小组|工作组|专班|指挥部|委员会|[组筹评执安]委会|联席会议|理事会|促进会|基金会)"
_BODY = re.compile(rf"(?:{_TAIL}|协会|学会|商会|联合会)$")
_SET_UP = re.compile(
    rf"(?:成立|调整|组建|设立|充实|公布|明确|关于|^|(?<=[\n，。；：“]))(?P<name>(?:(?!成立|调整|组建|设立|关于|充实)[^\s，。；：、（）()]){{4,40}}?{_TAIL})(?=组成人员|人员|成员|领导|名单|组织|的|[，。；：（(”\n]|$)"
)
_FAR = 4000  # code points between a group and the list of its members


def before(reading: Reading, at: int) -> Mention | None:
    """Give the group of the members listed from a position on.

    Args:
        reading: The article.
        at: Where the label of the list stands.
    """
    near = reversed(reading.names.within(max(0, at - _FAR), at, *_TYPES))
    named = next(
        (one for one in near if one.type == "InspectionTeam" or _BODY.search(one.text)), None
    )
    made = reading.last_match(_SET_UP, max(0, at - _FAR), at)
    if made is None or (named is not None and named.stop >= made.end("name") - 1):
        return named
    if named is not None and made["name"].endswith(named.text):
        return named
    return _put(reading, *made.span("name"))


def _put(reading: Reading, start: int, stop: int) -> Mention:
    """Make a body of the words that set a group up."""
    words = reading.text[start:stop]
    area = reading.names.starting(start, "District")
    place = reading.cast.area_of(area) if area is not None else None
    mention = Mention(
        "PublicBody",
        start,
        stop,
        words,
        area.area if area else "",
        words[len(area.text) :] if area else words,
    )
    player = reading.cast.add(("PublicBody", f"|{words}"), Player("PublicBody", area=place))
    player.call(words, start, stop)
    reading.cast.cast(mention, player)
    return mention
