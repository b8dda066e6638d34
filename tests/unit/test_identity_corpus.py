"""The pairs of same-name people and of reports of events are well formed, and the bench reads them."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph.divisions import register
from graph.evidence import Article, Entity, Record
from tests.bench import identity
from tests.bench.identity_corpus import (
    DIFFERENT,
    DIFFICULTIES,
    EVENTS,
    FOLDER,
    OPEN,
    SAME,
    VERDICTS,
    CorpusError,
    Pair,
    pairs,
)

CORPUS = list(pairs())
PEOPLE = [pair for pair in CORPUS if pair.type == "Person"]
REPORTS = [pair for pair in CORPUS if pair.type == "Event"]
ARTICLES = [article for pair in CORPUS for article in pair.articles]
PROVINCES = tuple(name for name, code in register().names() if code.endswith("0000"))
BY_ID = {pair.id: pair for pair in CORPUS}

each_pair = pytest.mark.parametrize("pair", CORPUS, ids=[pair.id for pair in CORPUS])


def _verdicts(found: list[Pair]) -> Counter[str]:
    return Counter(pair.verdict for pair in found)


def test_half_of_at_least_eighty_decided_pairs_of_people_are_one_person() -> None:
    counted = _verdicts(PEOPLE)
    assert counted[SAME] + counted[DIFFERENT] >= 80
    assert counted[SAME] == counted[DIFFERENT]


def test_at_least_eight_pairs_of_people_are_left_open() -> None:
    assert _verdicts(PEOPLE)[OPEN] >= 8


def test_at_least_twenty_pairs_are_of_events_and_none_is_open() -> None:
    counted = _verdicts(REPORTS)
    assert counted[SAME] + counted[DIFFERENT] >= 20
    assert not counted[OPEN]
    assert min(counted[SAME], counted[DIFFERENT]) >= 9


@pytest.mark.parametrize("verdict", [SAME, DIFFERENT])
def test_both_verdicts_are_met_in_every_difficulty(verdict: str) -> None:
    assert {one.difficulty for one in PEOPLE if one.verdict == verdict} == set(DIFFICULTIES)


def test_every_pair_and_every_article_is_there_once() -> None:
    assert max(Counter(pair.id for pair in CORPUS).values()) == 1
    assert max(Counter(article.id for article in ARTICLES).values()) == 1


@each_pair
def test_a_pair_says_what_a_reader_needs(pair: Pair) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", pair.id)
    assert pair.verdict in VERDICTS
    assert pair.difficulty in DIFFICULTIES
    assert re.fullmatch(r"\S.{20,}\.", pair.why)
    assert pair.file in {EVENTS, pair.kind}
    assert 1 <= len(pair.articles) <= 3


@each_pair
def test_the_marked_words_are_the_name_and_stand_in_the_articles(pair: Pair) -> None:
    left, right = pair.left, pair.right
    assert (left.article.id, left.start) != (right.article.id, right.start)
    for mark in (left, right):
        assert mark.article in pair.articles
        assert mark.words
        assert mark.article.text[mark.start : mark.stop] == mark.words
    if pair.type == "Person":
        assert {left.words, right.words} == set(pair.name.split("/"))


@pytest.mark.parametrize("article", ARTICLES, ids=[one.id for one in ARTICLES])
def test_an_article_has_a_real_day_a_paper_and_a_place(article: Article) -> None:
    assert date(1980, 1, 1) < date.fromisoformat(article.date) < date(2026, 11, 1)
    assert article.source
    assert article.place.startswith(PROVINCES)
    assert not set("<>") & set(article.text)
    assert not re.search(r"\d{7,}", article.text)


def test_a_day_in_a_text_is_a_day_of_the_calendar() -> None:
    for article in ARTICLES:
        for month, day in re.findall(r"(\d{1,2})月(\d{1,2})日", article.text):
            assert date(int(article.date[:4]), int(month), int(day)) <= date.fromisoformat(
                article.date
            )


def test_a_pair_without_two_marks_is_refused(tmp_path: Path) -> None:
    given = (FOLDER / "areas.toml").read_text("utf-8").replace("<", "", 1).replace(">", "", 1)
    (tmp_path / "areas.toml").write_text(given, "utf-8")
    with pytest.raises(CorpusError, match="1 marks"):
        list(pairs(tmp_path))


def test_a_pair_with_a_field_of_another_name_is_refused(tmp_path: Path) -> None:
    given = (FOLDER / "areas.toml").read_text("utf-8").replace("why =", "because =", 1)
    (tmp_path / "areas.toml").write_text(given, "utf-8")
    with pytest.raises(CorpusError, match="exactly the fields"):
        list(pairs(tmp_path))


def test_extraction_finds_both_sides_of_every_pair() -> None:
    missing = [
        f"{pair.id}: {mark.words}"
        for pair, records in ((pair, identity.extracted([pair])) for pair in CORPUS)
        for mark in (pair.left, pair.right)
        if not identity.entity_at(records[mark.article.id], mark, pair.type)
    ]
    assert missing == []


def test_the_bench_measures_pairs_alone_and_together() -> None:
    chosen = [BY_ID["routine-secretary"], BY_ID["routine-two-counties"]]
    records = identity.extracted(chosen)
    for answers in (identity.alone(chosen, records), identity.together(chosen, records)):
        assert [answer.joined for answer in answers] == [True, False]
        assert identity.Score.of(answers) == identity.Score(1, 0, 0, 1)
        assert not list(identity.across(answers))
        text = "\n".join(identity.report("Person", answers))
        assert re.search(r"all +1\.000 +1\.000 +1 +0 +0 +1", text)
        assert "wrong: 0" in text


def test_a_wrong_answer_is_counted_and_named() -> None:
    one, two = BY_ID["routine-secretary"], BY_ID["routine-two-counties"]
    answers = [
        identity.Answer(one, "person-a", "person-b"),
        identity.Answer(two, "person-c", "person-c", ("same name",)),
        identity.Answer(BY_ID["routine-bureau"], "person-c", ""),
    ]
    assert identity.Score.of(answers) == identity.Score(0, 1, 1, 0)
    text = "\n".join(identity.report("Person", answers))
    assert "wrong: 2" in text
    assert "apart  routine-secretary" in text
    assert "because same name" in text
    assert "not found by extraction: 1" in text
    assert [(left.id, right.id) for left, right in identity.across(answers)] == [
        ("routine-two-counties", "routine-bureau")
    ]


def test_two_of_one_name_in_one_article_are_looked_up_apart() -> None:
    pair = BY_ID["lists-in-brackets"]
    article = pair.left.article
    spans = [(mark.start, mark.stop) for mark in (pair.left, pair.right)]
    entities = [
        Entity(id=f"e{order}", type="Person", name="王伟", mentions=[span])
        for order, span in enumerate(spans)
    ]
    records = {article.id: Record(article=article, entities=entities, relations=[])}
    (answer,) = identity.together([pair], records)
    assert answer.found
    assert not answer.joined


def test_the_bench_prints_persons_and_events(capsys: pytest.CaptureFixture[str]) -> None:
    identity.main()
    printed = capsys.readouterr().out
    assert f"== Person, all in one graph: {len(PEOPLE)} pairs" in printed
    assert f"== Event, all in one graph: {len(REPORTS)} pairs" in printed
    assert printed.count("otherwise when resolved alone") == 2
    assert "== joined across pairs" in printed
