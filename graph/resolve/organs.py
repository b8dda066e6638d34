"""Organs of party and state: the full form that keys an organ, the short form that is shown."""

import functools
import re
from dataclasses import dataclass
from importlib import resources

_TERM = re.compile(r"第?[一二三四五六七八九十百〇零\d]+届")
# Zones of one city are named in full and in short; what runs one is an organ of the city.
_ZONES = {
    "经济技术开发区": "经开区", "国家级经济技术开发区": "经开区", "经济开发区": "经开区", "经开区": "经开区",
    "高新技术产业开发区": "高新区", "高新技术开发区": "高新区", "高新区": "高新区",
}  # fmt: skip
_ZONE = re.compile(f"(?:{'|'.join(sorted(_ZONES, key=len, reverse=True))})(?=.)")
_OF_ZONES = (
    "管委会",
    "管理委员会",
    "工委",
    "工作委员会",
    "局",
    "办公室",
    "纪委",
    "政府",
    "法院",
    "检察院",
)
# An office of an organ is written behind its organ: 区委 + 组织部, 市政府 + 督查室.
_OWNERS = {"党工委": "工作委员会", "党委": "委员会", "委": "委员会", "政府": "人民政府"}


def full(organ: str) -> str:
    """Give the form of an organ's name that all its short forms share.

    >>> full("委"), full("政府"), full("住建局"), full("人社厅"), full("政府督查室")
    ('委员会', '人民政府', '住房和城乡建设局', '人力资源和社会保障厅', '人民政府督查室')
    """
    bare = _TERM.sub("", organ) or organ
    zone = _ZONE.match(bare)
    if zone:
        return _ZONES[zone.group()] + full(bare[zone.end() :])
    found = _table().wholes.get(bare) or _by_stem(bare)
    if found:
        return found
    for short, whole in _OWNERS.items():
        rest = bare.removeprefix(short)
        if rest != bare and rest and not rest.startswith("员会"):
            return (whole == "委员会" and _table().wholes.get("委" + rest)) or whole + full(rest)
    return _with_full_head(bare)


def is_organ(organ: str) -> bool:
    """Tell whether the table has the organ, or an office of an organ that it has.

    >>> is_organ("管委会"), is_organ("经济技术开发区管委会"), is_organ("经开区")
    (True, True, False)
    """
    zone = _ZONE.match(organ)
    if zone:
        return organ.endswith(_OF_ZONES)
    whole = full(organ)
    return whole in _table().shorts or bool(_by_stem(whole))


def is_of_zone(organ: str) -> bool:
    """Tell whether an organ is one of a zone: 经开区管委会."""
    return _ZONE.match(organ) is not None


def is_of_term(form: str) -> bool:
    """Tell whether a form counts the terms of a standing committee, which is one through all of them.

    >>> is_of_term("青溪县第十届人大常委会"), is_of_term("青溪县第十届人民代表大会")
    (True, False)
    """
    return _TERM.search(form) is not None and form.endswith(("常委会", "常务委员会"))


def _by_stem(bare: str) -> str:
    """Give the full form of an organ whose field the table knows at another level: 人社厅."""
    for short, whole in _ENDS.items():
        stem = _table().stems.get(bare.removesuffix(short)) if bare.endswith(short) else None
        if stem:
            return stem + whole
    return ""


def _with_full_head(bare: str) -> str:
    """Write out the organ at the head of one of its offices: 交委科技处."""
    for cut in range(len(bare) - 1, 1, -1):
        whole = _table().wholes.get(bare[:cut]) or _by_stem(bare[:cut])
        if whole:
            return whole + bare[cut:]
    return bare


def shown(organ: str, level: str) -> str:
    """Give the short form in use for a full form; a township's committee is a 党委.

    >>> shown("委员会", "county"), shown("委员会", "township"), shown("生态环境局", "county")
    ('委', '党委', '生态环境局')
    """
    zone = _ZONE.match(organ)
    if zone:
        return zone.group() + shown(organ[zone.end() :], level)
    if organ == "委员会" and level == "township":
        return "党委"
    return _table().shorts.get(organ) or organ


@dataclass(frozen=True, slots=True)
class _Table:
    """The table of organs: form to full form, full to short form, and fields of work.

    Attributes:
        stems: Short name of a field to its full name: 人社 to 人力资源和社会保障.
    """

    wholes: dict[str, str]
    shorts: dict[str, str]
    stems: dict[str, str]


@functools.cache
def _table() -> _Table:
    text = resources.files(__package__).joinpath("organs.tsv").read_text(encoding="utf-8")
    table = _Table({}, {}, {})
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        whole, _, forms = line.partition("\t")
        words = forms.split()
        table.wholes.update(dict.fromkeys((whole, *words), whole))
        table.shorts[whole] = words[0] if words and words[0] in _SHOWN else whole
        for short, end in _ENDS.items():
            if whole.endswith(end) and len(whole) > len(end) + 1 and not whole.startswith("国家"):
                stem = whole.removesuffix(end)
                fields = [one.removesuffix(short) for one in words if one.endswith(short)]
                table.stems.update(dict.fromkeys((stem, *fields), stem))
    return table


# How the names of departments end, by level: short form and full form.
_ENDS = {"委员会": "委员会", "委": "委员会", "总局": "总局", "局": "局", "厅": "厅", "部": "部"}

# Elsewhere the full form is the usual one: 徐汇区生态环境局.
_SHOWN = ("委", "党工委", "政府", "人大常委会", "人大", "政协", "纪委", "监委", "纪委监委", "法院",
          "检察院", "政法委", "统战部", "管委会")  # fmt: skip
