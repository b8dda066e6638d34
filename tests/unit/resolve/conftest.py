"""Records for the tests of resolution: built from a text, so that every quote is really there."""

from collections.abc import Callable

import pytest

from graph.evidence import Article, Entity, Evidence, Record, Relation, article_id, verify


class Report:
    """One invented article, and what it says, added piece by piece."""

    def __init__(self, text: str, date: str = "", place: str = "", **known: str) -> None:
        self.text = text
        self.article = Article(
            id=article_id(text, known.get("title", ""), date, known.get("source", "")),
            text=text,
            title=known.get("title", ""),
            date=date,
            source=known.get("source", ""),
            place=place,
        )
        self.entities: list[Entity] = []
        self.relations: list[Relation] = []

    def name(self, type_: str, /, name: str, *aliases: str, **known: object) -> str:
        """Name an entity wherever `name` stands in the text; give its local id."""
        mentions = [
            (at, at + len(form))
            for form in (name, *aliases)
            for at in range(len(self.text))
            if self.text.startswith(form, at)
        ]
        key = f"e{len(self.entities) + 1}"
        self.entities.append(
            Entity(key, type_, name, list(aliases), sorted(mentions), **known)  # type: ignore[arg-type]
        )
        return key

    def say(self, kind: str, source: str, target: str, quote: str = "", **known: object) -> None:
        """State a relation; without a quote the whole text is one."""
        at = self.text.index(quote)
        piece = Evidence(at, at + len(quote or self.text), quote or self.text, rule="test")
        self.relations.append(
            Relation(kind, source, target, [piece], **known)  # type: ignore[arg-type]
        )

    @property
    def record(self) -> Record:
        """Give the record, verified."""
        record, issues = verify(Record(self.article, self.entities, self.relations, "test 1"))
        assert record is not None
        assert issues == []
        return record


@pytest.fixture
def report() -> Callable[..., Report]:
    """Give the maker of invented articles."""
    return Report


@pytest.fixture
def holder(report: Callable[..., Report]) -> Callable[..., Record]:
    """Give a maker of articles that name one person with one post."""

    def make(person: str, body: tuple[str, str], title: str, date: str, **known: str) -> Record:
        place = known.get("place", "临川市云湖区")
        one = report(f"{date}，{body[1]}{title}{person}到会。", date, place)
        one.say(
            "HOLDS",
            one.name("Person", person),
            one.name(*body),
            title=title,
            status=known.get("status", ""),
        )
        return one.record

    return make
