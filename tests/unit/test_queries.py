"""The catalogue of saved queries: headers, words, parameters, and the README's table."""

import re
from pathlib import Path

import pytest

import queries
from queries.header import parse
from queries.parameters import Parameter, convert
from queries.saved import read
from queries.vocabulary import vocabulary

FIXED = {  # names, parameters and first columns that others rely on
    "people/leaders_of": ("team", "person, title, edge, team, quote, article"),
    "people/posts_of": (
        "person",
        "person, title, body, body_type, status, valid_from, valid_to, attested_first, attested_last",
    ),
    "people/holders_of": (
        "body",
        "person, title, status, attested_first, attested_last, quote, article",
    ),
    "people/paths_between": ("a, b", "path, hop, source, edge, target, quote, article"),
    "activity/attendance": (
        "from, to",
        "event, date, participant, participant_type, role, order, quote, article",
    ),
    "activity/inspections_of": ("district", "team, target, valid_from, valid_to, quote, article"),
    "activity/events_at": ("place", "event, kind, date, quote, article"),
    "activity/signings_with": (
        "party",
        "counterpart, counterpart_type, date, event, quote, article",
    ),
    "evidence/of_edge": (
        "edge",
        "quote, sentence, article, title, date, start, stop, rule, confidence",
    ),
    "evidence/articles": ("", "article, title, date, source, n_edges"),
}
GOOD = """// title: 谁来过？ / Who came?
// parameter: body (name) -- the body's name
// column: person -- who came
MATCH (:Name {text: $body})-[:NAMES]->(b:Entity)<-[e:VISITS]-(p:Person)
RETURN p.name AS person ORDER BY person, e.id
"""


@pytest.mark.parametrize("name", FIXED)
def test_a_fixed_query_keeps_its_parameters_and_columns(name: str) -> None:
    parameters, columns = FIXED[name]
    query = queries.find(name)
    assert ", ".join(one.name for one in query.parameters) == parameters
    assert ", ".join(one.name for one in query.columns).startswith(columns)


def test_every_cypher_file_is_in_the_catalogue() -> None:
    folder = Path(queries.__file__).parent
    found = {str(one.relative_to(folder).with_suffix("")) for one in folder.rglob("*.cypher")}
    assert found == {one.name for one in queries.catalogue()}


def test_every_look_up_by_name_starts_at_a_name_node() -> None:
    for query in queries.catalogue():
        for one in query.parameters:
            if one.type == "name":
                assert f"(:Name {{text: ${one.name}}})-[:NAMES]->" in query.text


def test_the_readme_lists_the_catalogue_as_it_is() -> None:
    readme = (Path(queries.__file__).parent / "README.md").read_text("utf-8")
    table = "\n".join(
        f"| `{one.name}` | {one.title.zh}<br>{one.title.en} | {_listed(one.parameters)} "
        f"| {', '.join(column.name for column in one.columns)} |"
        for one in queries.catalogue()
    )
    assert table in readme, f"put this table into queries/README.md:\n{table}"


def _listed(parameters: tuple[Parameter, ...]) -> str:
    return ", ".join(f"{one.name} ({one.type})" for one in parameters) or "–"


def test_a_good_query_is_read() -> None:
    query = read("bodies/x", GOOD)
    assert query.title.zh == "谁来过？"
    assert query.parameters == (Parameter("body", "name", "the body's name"),)
    assert query.text == GOOD


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("// title: 谁来过？ / Who came?", "// title: Who came?", "x.cypher:1: a title reads"),
        ("// title: 谁来过？ / Who came?\n", "", "needs one line `// title"),
        ("// column: person -- who came\n", "", "needs one line `// title"),
        ("// column: person -- who came", "// columns: person", "'columns' is none of"),
        ("// column: person -- who came", "// person", "reads `// key: value`"),
        ("// column: person -- who came", "// column: person", "a column reads"),
        ("body (name) -- the", "body -- the", "a parameter reads"),
        ("body (name)", "body (text)", "no type 'text'"),
        ("body (name)", "team (name)", "'team', the text never uses it"),
        ("e.id", "e.id LIMIT $most", "uses $most, the header does not declare it"),
        ("AS person", "AS somebody", "the text returns somebody"),
        (":VISITS", ":VISIT", "no edge type 'VISIT'"),
        (":Entity", ":Thing", "no node type 'Thing'"),
        ("p.name", "p.nom", "property 'nom'"),
        ("{text:", "{txt:", "property 'txt'"),
        (" ORDER BY person, e.id", "", "no ORDER BY"),
        ("(p:Person)", "(person:Person)", "is also the name of a node"),
        (
            "// column: person -- who came",
            "// column: person -- who came\n// column: person -- who",
            "declared twice",
        ),
    ],
)
def test_a_query_that_breaks_a_rule_is_refused(before: str, after: str, reason: str) -> None:
    assert before in GOOD
    with pytest.raises(queries.CatalogueError, match=re.escape(reason)):
        read("bodies/x", GOOD.replace(before, after))


def test_words_in_strings_and_comments_are_no_words_of_the_query() -> None:
    found = vocabulary("MATCH (a:A) // (b:B {c: $d})\nWHERE a.x = '$e :F' /* g.h */ RETURN 1 AS y")
    assert (found.labels, found.properties, found.parameters) == (("A",), ("x",), ())


def test_types_in_lists_and_subqueries_are_found() -> None:
    found = vocabulary(
        "MATCH (a:A)-[:R|S*0..2]->(b) WHERE NOT EXISTS { (b)-[:T]-(:C|D) } AND b.order > 1 "
        "RETURN [x IN labels(b) WHERE x <> 'E'][0] AS kind, b.order AS order ORDER BY order LIMIT 5"
    )
    assert found.labels == ("A", "C", "D")
    assert found.edge_types == ("R", "S", "T")
    assert found.columns == ("kind", "order")


def test_a_header_keeps_the_order_of_its_lines() -> None:
    header = parse(GOOD.replace("-- who came", "-- who came\n// column: day -- when"), "x/y")
    assert [one.name for one in header.columns] == ["person", "day"]


PERIOD = (Parameter("from", "first_day", "first day"), Parameter("to", "last_day", "last day"))


def test_a_month_stands_for_its_first_or_its_last_day() -> None:
    given = {"from": "2024-02", "to": "2024-02"}
    assert convert("x/y", PERIOD, given) == {"from": "2024-02-01", "to": "2024-02-29"}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"from": "2024"}, "needs the parameter 'to' (last day): add -p to="),
        ({"from": "2024", "to": "2024-02-30"}, "'to': "),
        ({"from": "yesterday", "to": "2024"}, "'yesterday' is no date such as 2023"),
        ({"from": "2024", "to": "2024", "until": "x"}, "no parameter 'until'; it takes from, to"),
    ],
)
def test_a_wrong_parameter_is_named(given: dict[str, str], reason: str) -> None:
    with pytest.raises(queries.ParameterError, match=re.escape(reason)):
        convert("x/y", PERIOD, given)


def test_a_number_must_be_a_number_and_a_name_must_not_be_empty() -> None:
    with pytest.raises(queries.ParameterError, match="whole number"):
        convert("x/y", (Parameter("hops", "integer", "how far"),), {"hops": "two"})
    with pytest.raises(queries.ParameterError, match="it is empty"):
        convert("x/y", (Parameter("body", "name", "whose"),), {"body": " "})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("people/leader_of", "people/leaders_of"),
        ("peple/leaders_of", "people/leaders_of"),
        ("signing_with", "activity/signings_with"),
        ("activity/leaders_of", "people/leaders_of"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(queries.UnknownQueryError, match=f"no saved query '{typed}'.*{meant}"):
        queries.find(typed)


def test_the_last_part_of_a_name_is_enough() -> None:
    assert queries.find("leaders_of").name == "people/leaders_of"
