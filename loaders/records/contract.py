"""The record's contract as JSON Schema 2020-12, made from the structs that read it."""

import json
from importlib.resources import files
from typing import Any

import msgspec

from graph.evidence import VERSION, Article, Entity, Evidence, Record, Relation
from graph.evidence.verify import KINDS, STATUSES
from graph.schema import ENTITIES, FACTS

_MEANING: dict[type[msgspec.Struct], dict[str, str]] = {
    Record: {
        "govgraph": "Version of this format. A program reads every version up to its own.",
        "extractor": "Program and version that wrote the record.",
        "article": "The news text that the record speaks of.",
        "entities": "What the article names.",
        "relations": "What the article states about the entities, each with its evidence.",
    },
    Article: {
        "id": "The article's own id; a later record with the same id takes the place of this one.",
        "text": "The text exactly as read, line breaks and stray spaces included.",
        "title": "The headline, line breaks healed.",
        "date": "Day of publication: 2023-11-15, 2023-11 or 2023.",
        "source": "Name of the paper.",
        "page": "Page of the paper, as printed.",
        "place": "Where it was published, as a path of divisions: 上海市徐汇区.",
        "authors": "Bylines.",
        "url": "Where it can be read.",
        "file": "Name of the file it was read from, without folders.",
        "file_start": "Code point of that file at which the text begins.",
    },
    Entity: {
        "id": "Local to the record: e1, e2, …",
        "type": "What it is.",
        "name": "The fullest form in the text.",
        "aliases": "Every other form in the text.",
        "mentions": "[start, stop) in code points of the text, one for each time it is named.",
        "kind": "Events only.",
        "date": "Events only: 2023-11-13, 2023-11 or 2023.",
        "resolved": "Names worked out from context that do not stand in the text, fullest first.",
        "byline": "The person wrote the article and is kept out of the graph.",
    },
    Relation: {
        "type": "What is stated.",
        "source": "Id of the entity it starts from.",
        "target": "Id of the entity it leads to; HOLDS leads to the body whose post it is.",
        "evidence": "Where the article states it, at least once.",
        "title": "The post without its body: 书记.",
        "status": "HOLDS only.",
        "role": "ATTENDS only: 主持, 讲话, 出席, …",
        "order": "ATTENDS only: place in the list of names, from 1; 0 when there is no list.",
        "listed_as": "ATTENDS only: the words under which a list names it: 区领导.",
        "date": "2023-11-13, 2023-11 or 2023; empty when not stated.",
        "valid_from": "Start of the period, as stated.",
        "valid_to": "End of the period, as stated.",
        "event": "SIGNS_WITH only: id of the event at which they signed.",
    },
    Evidence: {
        "start": "First code point of the quote.",
        "stop": "Code point after the quote.",
        "quote": "The words; they must stand at [start, stop), or the piece is refused.",
        "in": "What the offsets count in.",
        "rule": "The rule or model that read it.",
        "confidence": "0 to 1.",
    },
}
_ALLOWED: dict[tuple[str, str], list[str]] = {
    ("Entity", "type"): [name for name in ENTITIES if name != "Post"],
    ("Entity", "kind"): ["", *KINDS],
    ("Relation", "type"): list(FACTS),
    ("Relation", "status"): ["", *STATUSES],
    ("Evidence", "in"): ["text", "title"],
}


def contract() -> dict[str, Any]:
    """Make the schema of a record, with what each key means."""
    (root,), definitions = msgspec.json.schema_components(
        [Record], schema_hook=lambda _: {"title": "anything"}, ref_template="#/$defs/{name}"
    )
    for struct, meanings in _MEANING.items():
        definition = definitions[struct.__name__]
        definition["description"] = (struct.__doc__ or "").partition("\n")[0]
        definition["properties"].pop("other")
        for key, meaning in meanings.items():
            definition["properties"][key]["description"] = meaning
    for (name, key), values in _ALLOWED.items():
        definitions[name]["properties"][key]["enum"] = values
    definitions["Record"]["properties"]["govgraph"].update(minimum=1, maximum=VERSION)
    definitions["Evidence"]["properties"]["confidence"].update(minimum=0, maximum=1)
    definitions["Relation"]["properties"]["evidence"]["minItems"] = 1
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"govgraph record, version {VERSION}",
        **root,
        "$defs": definitions,
    }


def contract_text() -> str:
    """Give the schema as the file `schema.json` should hold it."""
    return json.dumps(contract(), ensure_ascii=False, indent=2) + "\n"


def kept_contract() -> str:
    """Give the schema as the package keeps it."""
    return (files("loaders.records") / "schema.json").read_text("utf-8")
