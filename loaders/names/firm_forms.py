"""Firm forms: what a firm is called beside its registered name, and which names are of one firm."""

import functools
import re

from loaders import lexicons

_LEGAL = re.compile(
    r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|总公司|集团公司|公司)$|集团$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_LEAST = 3  # code points of a short form that can be one firm's


def canonical(name: str) -> str:
    """Give the name by which a bank or a large enterprise is known whole.

    >>> canonical("省农发行")
    '省农业发展银行'
    """
    for short, full in _forms():
        if short in name and full not in name:
            name = name.replace(short, full)
    if name.startswith("中国") and name[len("中国") :].startswith(_known()):
        return name[len("中国") :]
    return name


def bare(name: str, area: str = "") -> str:
    """Give what is left of a registered name without its legal form and the area it begins with.

    >>> bare("云湖晨曦重工股份有限公司", "云湖")
    '晨曦重工'
    """
    left = _LEGAL.sub("", _BRACKETS.sub("", name))
    if area and left.startswith(area) and len(left) - len(area) >= _LEAST:
        left = left[len(area) :]
    return left if len(left) >= _LEAST else ""


def is_generic(name: str) -> bool:
    """Tell whether a name only says what a firm does: 物业管理公司, 第三方公司."""
    match = _KIND.fullmatch(name)
    return match is not None and _sorts().fullmatch(match.group(1)) is not None


_KIND = re.compile(r"(.+?)公司")


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in lexicons.rows("firm_forms"))


@functools.cache
def _known() -> tuple[str, ...]:
    return tuple(one for one in lexicons.words("enterprises") if not one.startswith("中国"))


@functools.cache
def _sorts() -> re.Pattern[str]:
    words = sorted(lexicons.words("firm_sorts"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})+")
