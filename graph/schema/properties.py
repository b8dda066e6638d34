"""The properties that several types share, each declared once."""

from graph.schema.declare import Kind, Label, Property


def text(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds one text."""
    return Property(name, Kind.TEXT, Label(zh, en), meaning)


def texts(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds a list of texts."""
    return Property(name, Kind.TEXTS, Label(zh, en), meaning)


def date(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds a date as stated, an ISO prefix."""
    return Property(name, Kind.DATE, Label(zh, en), meaning)


def day(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds a full day."""
    return Property(name, Kind.DAY, Label(zh, en), meaning)


def integer(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds a whole number."""
    return Property(name, Kind.INTEGER, Label(zh, en), meaning)


def number(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds a real number."""
    return Property(name, Kind.NUMBER, Label(zh, en), meaning)


def flag(name: str, zh: str, en: str, meaning: str) -> Property:
    """Declare a property that holds true or false."""
    return Property(name, Kind.FLAG, Label(zh, en), meaning)


ID = text("id", "编号", "id", "Deterministic, with a readable prefix; never shown as a name.")
DIGEST = text(
    "digest", "摘要", "digest", "Hash of the other properties; tells a load what changed."
)
NAME = text("name", "名称", "name", "The name to show.")
DATE = date("date", "日期", "date", "The date as stated.")
DATE_MIN = day("date_min", "最早日", "earliest day", "First day that the stated date may mean.")
DATE_MAX = day("date_max", "最晚日", "latest day", "Last day that the stated date may mean.")
VALID_FROM = date("valid_from", "起", "from", "Start of the period, as stated.")
VALID_TO = date("valid_to", "止", "to", "End of the period, as stated.")
FIRST_REPORTED = day("first_reported", "首次报道", "first reported", "Day of the earliest article.")
LAST_REPORTED = day("last_reported", "最近报道", "last reported", "Day of the latest article.")
N_ARTICLES = integer(
    "n_articles",
    "稿件数",
    "articles",
    "Independent texts that say so; reprints of one text count once.",
)
CONFIDENCE = number("confidence", "可信度", "confidence", "Best of the evidence, 0 to 1.")
QUOTE = text("quote", "原文", "quote", "The words of the earliest evidence.")
ARTICLE = text("article", "稿件", "article", "Id of the article that holds the quote.")
TITLE = text("title", "职务", "title", "The post as written, without its body.")
STATUS = text("status", "状态", "status", "One of current, appointed, removed, former, nominated.")
ROLE = text("role", "角色", "role", "The most telling role, as the guide orders them.")
ORDER = integer("order", "位次", "order", "Place in the list of names, from 1: order is rank.")
LISTED_AS = text("listed_as", "列名身份", "listed as", "The words under which a list names it.")

# Every fact edge has these, recomputed from its evidence.
FACT = (
    ID, DATE, VALID_FROM, VALID_TO, DATE_MIN, DATE_MAX, FIRST_REPORTED, LAST_REPORTED,
    N_ARTICLES, CONFIDENCE, QUOTE, ARTICLE, DIGEST,
)  # fmt: skip
