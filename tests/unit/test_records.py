"""Records as JSON Lines: nothing is lost, and what is wrong is said in words."""

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Article, Entity, Evidence, Record, Relation, verify
from loaders.errors import LoadError
from loaders.records import RecordError, decode, encode, write_records
from loaders.records.contract import contract, contract_text, kept_contract
from loaders.records.log import RecordLog

README = Path(__file__).parents[2] / "loaders" / "records" / "README.md"

TEXT = st.text(max_size=12)
KEPT = st.dictionaries(
    TEXT.map(lambda key: f"x-{key}"),
    st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | TEXT, st.lists, max_leaves=4),
    max_size=2,
)
ARTICLES = st.builds(
    Article, id=TEXT, text=TEXT, title=TEXT, authors=st.tuples(TEXT), file_start=st.integers(0, 9), other=KEPT
)  # fmt: skip
ENTITIES = st.builds(
    Entity,
    id=TEXT,
    type=TEXT,
    name=TEXT,
    aliases=st.lists(TEXT, max_size=2),
    mentions=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2),
    byline=st.booleans(),
    other=KEPT,
)
EVIDENCE = st.builds(
    Evidence, start=st.integers(0, 9), stop=st.integers(0, 9), quote=TEXT, other=KEPT
)
RELATIONS = st.builds(
    Relation,
    type=TEXT,
    source=TEXT,
    target=TEXT,
    evidence=st.lists(EVIDENCE, max_size=2),
    order=st.integers(0, 9),
    other=KEPT,
)
RECORDS = st.builds(
    Record,
    article=ARTICLES,
    entities=st.lists(ENTITIES, max_size=2),
    relations=st.lists(RELATIONS, max_size=2),
    extractor=TEXT,
    other=KEPT,
)


def example() -> bytes:
    found = re.search(r"```json\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1].encode()


@given(RECORDS)
def test_a_record_comes_back_as_it_went_in(record: Record) -> None:
    line = encode(record)
    assert b"\n" not in line
    assert decode(line) == record


@given(RECORDS)
def test_a_line_that_was_read_is_written_back_the_same(record: Record) -> None:
    line = encode(record)
    assert json.loads(encode(decode(line))) == json.loads(line)


def test_keys_that_nobody_knows_stay_where_they_stood() -> None:
    raw = json.loads(example())
    raw["model"] = {"name": "甲", "other": [1]}
    raw["other"] = "乙"
    raw["article"]["issn"] = "1234"
    raw["entities"][0]["wikidata"] = None
    raw["relations"][0]["weight"] = 0.5
    raw["relations"][0]["evidence"][0]["tokens"] = [1, 2]
    back = json.loads(encode(decode(json.dumps(raw).encode())))
    for here, there in ((raw, back), (raw["article"], back["article"])):
        assert all(there[key] == value for key, value in here.items() if isinstance(value, str))
    assert back["model"] == raw["model"]
    assert back["entities"][0]["wikidata"] is None
    assert back["relations"][0]["weight"] == 0.5
    assert back["relations"][0]["evidence"][0]["tokens"] == [1, 2]


def test_unknown_keys_outlive_verification_and_the_log(tmp_path: Path) -> None:
    raw = json.loads(example())
    raw["model"] = "甲"
    raw["relations"][0]["weight"] = 0.5
    record, issues = verify(decode(json.dumps(raw).encode()))
    assert record is not None
    assert issues == []
    log = RecordLog(tmp_path / "records", tmp_path / "withdrawn.jsonl")
    log.append([record])
    (kept,) = log.records()
    assert kept.other == {"model": "甲"}
    assert kept.relations[0].other == {"weight": 0.5}


def test_the_readme_shows_a_record_that_holds() -> None:
    record = decode(example())
    kept, issues = verify(record)
    assert issues == []
    assert kept == record
    assert [one.type for one in record.relations] == ["LEADS", "INSPECTS", "ATTENDS"]


def test_the_kept_schema_is_what_the_structs_say() -> None:
    assert kept_contract() == contract_text()


def test_the_schema_is_one_and_agrees_with_the_example() -> None:
    jsonschema.Draft202012Validator.check_schema(contract())
    jsonschema.Draft202012Validator(contract()).validate(json.loads(example()))


def test_every_key_of_the_schema_says_what_it_means() -> None:
    for name, definition in contract()["$defs"].items():
        for key, declared in definition["properties"].items():
            assert declared.get("description"), f"{name}.{key}"


ARTICLE = '"article": {"id": "a", "text": "区长"}'
WRONG = [
    ("", "no JSON"),
    ("{", "no JSON"),
    ("[]", "should be an object, it is a list"),
    ('{"govgraph": 2}', "format version 2"),
    ('{"govgraph": "1"}', "govgraph should be a whole number, it is a text"),
    ("{}", "has no key 'article'"),
    (f'{{{ARTICLE}, "entities": []}}', "has no key 'relations'"),
    ('{"article": {"text": "区长"}, "entities": [], "relations": []}', "article has no key 'id'"),
    (
        '{"article": {"id": "a", "text": 1}, "entities": [], "relations": []}',
        "article.text should be a text, it is a whole number",
    ),
    (
        f'{{{ARTICLE}, "entities": [{{"id": "e", "type": "Person", "name": null}}], "relations": []}}',
        "entities[1].name should be a text, it is null",
    ),
    (
        f'{{{ARTICLE}, "entities": [{{"id": "e", "type": "P", "name": "甲", "mentions": [[1]]}}]}}',
        "entities[1].mentions[1]",
    ),
    (
        f'{{{ARTICLE}, "entities": [], "relations": [{{"type": "HOLDS", "evidence": [{{"start": 1.5}}]}}]}}',
        "relations[1].evidence[1].start should be a whole number, it is a number",
    ),
]


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_a_broken_record_is_refused_in_words(line: str, said: str) -> None:
    with pytest.raises(RecordError, match=re.escape(said)):
        decode(line.encode())


def test_bytes_that_are_no_utf_8_are_refused_in_words() -> None:
    with pytest.raises(RecordError, match="no JSON in UTF-8"):
        decode('{"article": "区长"}'.encode("gb18030"))


def test_records_are_written_a_line_each(tmp_path: Path) -> None:
    record = decode(example())
    write_records([record, record], tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert [decode(line) for line in lines] == [record, record]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"cannot write .*name another file"):
        write_records([], tmp_path / "none" / "out.jsonl")


def test_records_go_to_standard_output_when_no_file_is_named(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    record = decode(example())
    write_records([record])
    assert msgspec.json.decode(capfdbinary.readouterr().out)["govgraph"] == 1
