"""Texts that nobody prints: one thing over and over, what never closes, lists without end."""

import itertools
import random
from collections.abc import Callable

Shape = Callable[[int], str]

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "建国明华志强晓东丽娜伟芳军平波涛文武德才兴旺"
_STEMS = "明河远帆晨曦云湖青莲白石东渡柳浦"


def again(piece: str) -> Shape:
    """Repeat a piece up to a length."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _listed(item: Callable[[random.Random], str], before: str = "", after: str = "") -> Shape:
    """List different items up to a length."""

    def shape(size: int) -> str:
        chance = random.Random(7)  # noqa: S311 -- the same text every time
        items = (item(chance) for _ in itertools.count())
        found, length = [], 0
        while length < size:
            found.append(next(items))
            length += len(found[-1]) + 1
        return before + "、".join(found) + after

    return shape


def _name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + chance.choice(_GIVEN) + chance.choice(_GIVEN)


def _stem(chance: random.Random) -> str:
    return "".join(chance.choices(_STEMS, k=3))


def _post(chance: random.Random) -> str:
    titles = ("副区长", "区教育局局长", "市水务局党组书记", "云湖镇镇长", "明河公司总经理")
    return chance.choice(titles) + _name(chance)


def _firm(chance: random.Random) -> str:
    return _stem(chance) + chance.choice(
        ("科技有限公司", "集团", "（云湖）有限公司", "大学", "银行")
    )


def _place(chance: random.Random) -> str:
    return _stem(chance) + chance.choice(("村", "社区", "镇", "公园", "区", "县", "产业园"))


def _story(chance: random.Random) -> str:
    area, person = _stem(chance), _name(chance)
    return (
        f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日，{area}县召开{area}工作会议，县委书记{person}"
        f"出席会议并讲话。随后，{person}到{area}镇调研，与{area}科技有限公司签署合作协议。"
        f"第{chance.randint(1, 9)}督导组进驻{area}县，由{person}任组长。"
    )


SENTENCE = "区委书记王建国、区长李明华出席会议并讲话，副区长陈志强、张晓东等参加调研。"

REPEATED = (
    "、", "市", "王", "书记", "和", "于", "向", "会议", "公司", "签约", "市委", "督察组", "领导", "副市长", "王明、",
    "云湖区", "上海市徐汇区", "11月13日", "2023年", "第一", "总裁兼", "常务副", "开展", "走访", "等联合", "买买提·",
    "王明任县长", "王明任县长，", "在云湖区举行会议，", "云湖区区长王明、", "第一督察组进驻云湖区，", "王明到云湖镇调研，",
    "会上，王明宣读表彰决定，李明作报告，", "云湖区与明河科技有限公司签署协议，", "明河科技有限公司（以下简称“明河”）",
    "2003年9月至2006年11月任云湖区区长，", "王 明 ", "、\n", "甲\n", SENTENCE, SENTENCE + "\n",
)  # fmt: skip
UNPAIRED = ("（", "）", "“", "”", "《", "》", "《云湖", "（县长", "“王明", "（“《【")
PLAIN = (
    "1234567890",
    " ",
    "\n",
    "\t",
    "\r\n",
    "a",
    "a b ",
    "\0",
    "\u200f王\u202e明",
    "😀",
    "e\u0301",
    "。",
    "；",
)

SHAPES: dict[str, Shape] = {
    **{f"{piece!r} again": again(piece) for piece in (*REPEATED, *UNPAIRED, *PLAIN)},
    "names": _listed(_name, "出席会议的有："),
    "posts": _listed(_post),
    "firms": _listed(_firm, "云湖区与", "等企业签署合作协议。"),
    "places": _listed(_place, "县长王建国先后来到", "调研。"),
    "stories": _listed(_story),
}
"""Every shape by what it is: a function from a length in code points to a text of about that length."""
