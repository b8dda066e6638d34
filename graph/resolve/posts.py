"""Posts: an office of one body, and which two offices one person can hardly hold at once."""

import functools
import re
from dataclasses import dataclass

from graph.resolve.areas import Area
from graph.resolve.bodies import Body
from graph.resolve.keys import Key
from graph.resolve.surface import normal
from graph.schema import identifier

_HEAD_OF_GOVERNMENT = re.compile(
    r"(?:代理?|候任|提名)?(?:常务)?副?(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|自治区主席)(?:候选人)?"
)
# Organs whose members lead the area: 四套班子, and the 纪委 whose head sits in the 委.
_TOP = frozenset(
    ("委员会", "人民政府", "人民代表大会", "人民代表大会常务委员会", "政治协商会议委员会",
     "纪律检查委员会", "监察委员会", "纪律检查委员会监察委员会")
)  # fmt: skip
# Offices that leaders of an area or a town often hold besides: 副区长兼公安局局长, 组织部部长.
_BESIDES = re.compile(
    "^(?:公安局|组织部|宣传部|统一战线工作部|政法委员会|社会工作部|人民武装部|委员会办公室|人民政府办公室|"
    "管理委员会|.*(?:开发区|园区|新区|示范区|指挥部|领导小组|工会|红十字会|党校|行政学院))"
)
_LIGHT = re.compile(
    "常委|常务委员|委员|代表|顾问|理事|会员|名誉|兼职"
)  # seats, not full-time offices
_EMPLOYED = re.compile(
    "教师|老师|校长|园长|医生|医师|护士|经理|员工|职工|工程师|店长|社工|工人|队员|厂长"
)
_LEADERS = ("区", "县", "市", "旗")
_LISTED = "领导"


@dataclass(frozen=True, slots=True)
class Office:
    """A post as far as it bears on who can hold it together with another.

    Attributes:
        id: Id of the post; of a list's heading 区领导, an id of its own.
        owner: Id of the body.
        kind: leader (of an area), town, unit (a department), besides (a unit that leaders head
            as well), work (for an employer), seat (no full-time office), or other.
        area: The area, when known.
        organ: The organ in full, for offices inside organs.
        title: The title in comparable form.
    """

    id: str
    owner: str
    kind: str
    area: Area | None
    organ: str = ""
    title: str = ""

    @property
    def county(self) -> Area | None:
        """Give the county-level area that the office is in."""
        return self.area.county if self.area else None


@functools.lru_cache(maxsize=65536)
def post_id(owner: str, title: str) -> str:
    """Give the id of an office of a body."""
    return identifier("post", owner, normal(title))


def owner_of(key: Key, title: str) -> Key:
    """Give the body whose post it is: the head of a government is the district's."""
    if (
        isinstance(key.what, Body)
        and key.what.organ == "人民政府"
        and _HEAD_OF_GOVERNMENT.fullmatch(title)
    ):
        return Key(key.what.area.id, key.what.area)
    return key


def office(key: Key, kind: str, title: str) -> Office:
    """Classify the post `title` of the body `key`, an entity of type `kind`."""
    what = key.what
    area = what if isinstance(what, Area) else what.area if isinstance(what, Body) else None
    organ = what.organ if isinstance(what, Body) else ""
    return Office(
        id=post_id(key.id, title),
        owner=key.id,
        kind=_kind(kind, area, organ, title),
        area=area,
        organ=organ,
        title=normal(title),
    )


def listed(listed_as: str, place: Area | None) -> Office | None:
    """Read a list's heading as an office: 区领导 leads the county that the article is about."""
    for level in _LEADERS:
        if listed_as.startswith((f"{level}领导", f"{level}委领导")):
            around = place.chain if place else ()
            area = next((one for one in reversed(around) if one.name.endswith(level)), None)
            if area:
                key = identifier("listed", area.id)
                return Office(key, key, "leader", area, "", _LISTED)
    return None


def clash(a: Office, b: Office) -> bool:
    """Tell whether hardly anyone holds both offices at the same time."""
    if a.owner == b.owner or "seat" in (a.kind, b.kind) or "other" in (a.kind, b.kind):
        return False
    kinds = {a.kind, b.kind}
    if "work" in kinds:
        return kinds != {"work"}
    if a.county and b.county and a.county.id != b.county.id:
        return True
    if kinds in ({"leader"}, {"leader", "besides"}, {"besides"}):
        return False
    if kinds == {"leader", "town"} and "常委" in a.title + b.title:
        return False  # 县委常委、城关镇党委书记
    if kinds == {"unit"}:
        return not (a.organ.startswith(b.organ) or b.organ.startswith(a.organ))
    if kinds == {"town"}:
        return bool(a.area and b.area and a.area.id != b.area.id)
    if kinds == {"leader", "unit"}:
        leader = a if a.kind == "leader" else b
        return leader.organ in ("", "委员会", "人民政府") and leader.title != _LISTED
    return True


def _kind(kind: str, area: Area | None, organ: str, title: str) -> str:
    if _LIGHT.search(title) and not (organ == "委员会" and "常委" in title):
        return "seat"
    if kind not in ("PublicBody", "District"):
        return "work" if _EMPLOYED.search(title) else "other"
    if area is None:
        return "other"
    if area.level == "township":
        return "town"
    if kind == "District" or organ in _TOP:
        return "leader"
    return "besides" if _BESIDES.match(organ) else "unit"
