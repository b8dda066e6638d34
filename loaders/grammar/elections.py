"""Elections: of what body a title is that somebody is elected to with no body named: 大会选举…，甲当选会长."""

import re

from loaders.grammar.owners import Owner
from loaders.grammar.reading import Reading

_SOCIETIES = ("会", "联盟")
_ENDS = {
    "会长": _SOCIETIES, "理事长": _SOCIETIES, "监事长": _SOCIETIES,
    "秘书长": ("协会", "商会", "学会", "联合会", "促进会", "研究会", "联谊会", "基金会", "侨联", "工商联", "文联", "残联", "政协", "科协"),
    "主席": ("协会", "联合会", "工商联", "文联", "侨联", "残联", "妇联", "工会", "政协", "科协", "作协", "社科联", "台联", "学联", "青联"),
    "主委": ("委员会", "委会", "支社", "总支"),
}  # fmt: skip
"""What the name of a body ends with that elects its 会长."""
_BARE = re.compile(
    r"(?:新一届|第[一二三四五六七八九十]{1,3}届)?(?:理事会|主席团|监事会)?"
    r"(?=(?:副|常务|执行|名誉|荣誉|专职|兼职|挂职|驻会|第一|轮值){0,3}(会长|理事长|监事长|秘书长|主席|主委))"
)
_OWN = re.compile(r"^(?:新一届|本届|[协学商]会$)|[理监董]事会$")
"""Names of what a body elects, and words that stand for it, which are not the body."""
_TYPES = ("Organization", "PublicBody")
_FAR = 600
"""Code points between a body and what its congress elects."""


def elected(reading: Reading, at: int) -> tuple[int, list[Owner]]:
    """Find the body that elects to a title which names none.

    Args:
        reading: The article.
        at: Where the post begins, after the verb: 第二届理事会会长, 副主席.

    Returns:
        Where its title begins, and the body: the last named before whose congress may elect to it.
    """
    match = _BARE.match(reading.text, at)
    if match is None:
        return at, []
    ends = _ENDS[match.group(1)]
    for one in reversed(reading.names.within(max(0, at - _FAR), at, *_TYPES)):
        fits = one.text.endswith(ends) and not _OWN.search(one.text)
        player = reading.player(one) if fits and reading.text[one.start - 1] != "在" else None
        if player is not None:
            return match.end(), [Owner(player, one.start, one)]
    return at, []
