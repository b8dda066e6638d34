"""Siblings: bodies named by their organ alone, beside one named in full: 省纪委书记、监委主任."""

from loaders import lexicons
from loaders.grammar.reading import Reading
from loaders.names import bodies
from loaders.names.cast import Key, Player
from loaders.names.mention import Mention
from loaders.names.pointers import POINTERS

_OF_UNITS = ("党委", "党工委", "党支部", "党总支", "纪委", "工会", "纪检组")
_ASSOCIATIONS = (
    "村委会",
    "村民委员会",
    "居委会",
    "居民委员会",
    "工会",
    "总工会",
    "工商联",
    "团委",
    "妇联",
)
_OF_AREAS = ("总工会", "工商联", "团委", "妇联")
_OF_ZONES = ("管委会", "管理委员会", "办事处")
_TAILS = (
    "纪委监委", "党工委", "党委", "党组", "党总支", "党支部", "纪工委", "纪委", "监委", "监察委员会",
    "人大常委会", "人民代表大会常务委员会", "人大", "政协", "人民政府", "政府", "管委会", "管理委员会",
    "办事处", "领导小组", "指挥部", "工作委员会", "工委", "委员会", "委",
)  # fmt: skip
_OFFICE = "办公室"


def organs() -> tuple[str, ...]:
    """Give the organs that may stand without their area."""
    return lexicons.words("shared_organs")


def organ_of(title: str) -> str:
    """Give the organ that a title begins with: 纪委 of 纪委书记, 党委 of 党委委员.

    >>> organ_of("党委委员"), organ_of("局长")
    ('党委', '')
    """
    return next((one for one in _OF_UNITS if title.startswith(one)), "")


def beside(
    reading: Reading, player: Player, body: Mention | None, organ: tuple[str, int]
) -> Player | None:
    """Give the body that an organ named alone is, next to a body that is known.

    Args:
        reading: The article.
        player: The body of the post before.
        body: The mention that names it, or None.
        organ: The organ, and where it stands in the healed text.
    """
    word, start = organ
    stem = _stem(player, body, word)
    if stem is None:
        return None
    name, before = stem
    kind = "Organization" if word in _ASSOCIATIONS else "PublicBody"
    found = reading.cast.add(_key(player, body, kind, (name + word, before + word)), Player(kind))
    found.area = found.area or player.area
    found.call(word, start, start + len(word))
    found.main = found.main or max((name + word, *found.names), key=len)
    if name + word not in found.names and name + word not in found.resolved:
        found.resolved.append(name + word)
    full = player.area.name + before + word if player.area and name in POINTERS else ""
    if full and full not in (*found.names, *found.resolved):
        found.resolved.append(full)
    return found


def _key(player: Player, body: Mention | None, kind: str, names: tuple[str, str]) -> Key:
    name, organ = names
    if kind == "Organization":
        return kind, name
    place = player.area.key if player.area else (body.area if body else "")
    return kind, f"{place}|{bodies.organ(organ)}"


def _stem(player: Player, body: Mention | None, word: str) -> tuple[str, str] | None:
    """Give what stands before the organ of a body: its name, and the same without its area."""
    if player.type == "District":
        township = player.area is not None and player.area.level == "township"
        return (player.name, "") if township and word != "党组" else None
    if player.type != "PublicBody" or body is None or player.name == "":
        return None
    if word in _OF_AREAS and body.area:
        return body.text.removesuffix(body.organ), ""
    tail = next((one for one in _TAILS if body.organ.endswith(one)), "")
    if not tail or (word in _OF_UNITS and not _area_wide(body, tail)):
        return None
    if word == _OFFICE:
        return body.text, body.organ
    before = body.organ.removesuffix(tail).removeprefix("中共")
    if word in _OF_ZONES and not before and body.area.endswith(("省", "市", "区", "县")):
        return None
    return body.text.removesuffix(tail).removeprefix("中共"), before


def _area_wide(body: Mention, tail: str) -> bool:
    """Tell whether a committee is that of an area, a zone or a village, not of an office."""
    stem = body.organ.removesuffix(tail).removeprefix("中共")
    return not stem or stem.endswith(("区", "村", "社区", "园", "城"))
