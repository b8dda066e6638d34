"""Prompt: what a language model is asked, in the words of the record format."""

from typing import TYPE_CHECKING

from graph.evidence import Article
from graph.evidence.verify import KINDS, STATUSES
from graph.schema import EDGES, ENTITIES, FACTS, NODES

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam

_RULES = """\
从中国政务新闻中抽取实体与关系，只输出一个 JSON 对象：
{"entities": [{"id": "e1", "type": …, "name": …, "aliases": […], "kind": …, "date": …}],
 "relations": [{"type": …, "source": "e1", "target": "e2", "quote": …, "title": …, "status": …, "role": …,
                "date": …, "valid_from": …, "valid_to": …, "event": …}]}
不适用的键一律省略。
一、只写文中陈述的、已经发生的事实。计划、设想、背景、仅被引用讲话的人，都不构成关系。
二、name 取文中最完整的写法，文中其他写法放入 aliases。“有关部门”之类泛称不是实体。记者、编辑不写。
三、quote 从正文逐字照抄，不得改动或省略，取同时含有两端名称（或其简称、代称）和表明关系的词语的最短片段。
四、日期写作 2023-11-13、2023-11 或 2023；文中没有年份时，依据发布日期推断，推断不出就省略。
五、HOLDS 由人指向单位，title 是不含单位名的职务；区长、县长、市长及其副职指向行政区。
六、ATTENDS 的 role 取最能说明其作用的一个：主持、讲话、致辞、通报、部署、汇报、签约、出席等。
七、SIGNS_WITH 只写双方都有名称的签约，event 填签约活动的 id。
"""


def messages(article: Article, text: str) -> "list[ChatCompletionMessageParam]":
    """Write the question about one article.

    Args:
        article: Gives title, date and place.
        text: The article's text, healed: the model copies quotes from it.
    """
    about = f"标题：{article.title}\n发布日期：{article.date}\n地点：{article.place}\n\n{text}"
    return [
        {"role": "system", "content": _RULES + _vocabulary()},
        {"role": "user", "content": about},
    ]


def _vocabulary() -> str:
    """Spell out types and ends as the schema declares them; a record's HOLDS points at the body."""
    things = [f"{name}（{NODES[name].label.zh}）" for name in ENTITIES if name != "Post"]
    facts = [
        f"{name}（{EDGES[name].label.zh}）：{'、'.join(EDGES[name].sources)} → "
        f"{'、'.join(EDGES['OF' if name == 'HOLDS' else name].targets)}"
        for name in FACTS
    ]
    return (
        f"实体类型：{'、'.join(things)}\n关系类型：\n"
        + "\n".join(facts)
        + f"\nstatus：{'、'.join(STATUSES)}\nEvent 的 kind：{'、'.join(KINDS)}\n"
    )
