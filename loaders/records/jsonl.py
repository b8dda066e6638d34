"""Records as JSON Lines: one object a line, UTF-8; what breaks the contract is said in words."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from graph.evidence import VERSION, Article, Entity, Evidence, Record, Relation
from loaders.errors import LoadError, OutputError


class RecordError(LoadError):
    """A line is no record; the message says which key, and what was expected there."""


class _Version(msgspec.Struct):
    govgraph: int = VERSION


_version = msgspec.json.Decoder(_Version)


def encode(record: Record) -> bytes:
    """Write a record as one line, without the line break; keys kept from elsewhere stand inline."""
    return msgspec.json.encode({"govgraph": record.govgraph} | _inline(msgspec.to_builtins(record)))


def decode(line: bytes) -> Record:
    """Read a record from one line; keys that the contract does not know go to `other`.

    Raises:
        RecordError: It is no JSON, of a later version, or a key is missing or of the wrong type.
    """
    try:
        version = _version.decode(line).govgraph
        if version > VERSION:
            raise RecordError(
                f"the record is of format version {version}, this program reads up to {VERSION}; "
                "install a newer govgraph"
            )
        return msgspec.convert(_apart(msgspec.json.decode(line), Record), Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(explain(error)) from error


# What stands below a key of a record.
_BELOW: dict[str, type[msgspec.Struct]] = {
    "article": Article,
    "entities": Entity,
    "relations": Relation,
    "evidence": Evidence,
}


def _apart(raw: object, struct: type[msgspec.Struct]) -> object:
    """Move the keys that a struct does not know into its `other`, at every level."""
    if isinstance(raw, list):
        return [_apart(one, struct) for one in raw]
    if not isinstance(raw, dict):
        return raw
    known = set(struct.__struct_encode_fields__) - {"other"}
    kept = {
        key: _apart(value, _BELOW[key]) if key in _BELOW else value
        for key, value in raw.items()
        if key in known
    }
    other = {key: value for key, value in raw.items() if key not in known}
    return {**kept, "other": other} if other else kept


def _inline(raw: dict[str, Any]) -> dict[str, Any]:
    """Put what stands in `other` back among the keys where it was read, at every level."""
    known = {key: _inline_below(value) if key in _BELOW else value for key, value in raw.items()}
    other: dict[str, Any] = known.pop("other", {})
    return other | known


def _inline_below(value: Any) -> Any:
    return [_inline(one) for one in value] if isinstance(value, list) else _inline(value)


def write_records(records: Iterable[Record], output: Path | None = None) -> None:
    """Write records as JSON Lines to a file, or to standard output.

    Raises:
        OutputError: The file cannot be written.
    """
    if output is None:
        _write(records, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        with output.open("wb") as stream:
            _write(records, stream)
    except OSError as error:
        raise OutputError(
            f"cannot write {output}: {error.strerror}; name another file with --output"
        ) from error


def _write(records: Iterable[Record], stream: BinaryIO) -> None:
    stream.writelines(encode(record) + b"\n" for record in records)


# msgspec's words for a fault, and ours. `$.entities[0].name` is the second line's key.
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]*)`(?: of length \d+)?, got `(?P<found>[^`]*)`")
_AT = re.compile(r" - at `\$(?P<path>[^`]*)`")
_TYPES = {
    "str": "a text", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list", "object": "an object", "null": "null",
}  # fmt: skip


def explain(error: Exception) -> str:
    """Say what is wrong with a line of JSON: which key, what was expected, what is there.

    >>> explain(ValueError("Expected `str`, got `int` - at `$.entities[0].name`"))
    'entities[1].name should be a text, it is a whole number'
    """
    if isinstance(error, RecursionError):
        return "its lists and objects stand in one another hundreds of levels deep; write it flat"
    message = str(error)
    place = _AT.search(message)
    path = re.sub(
        r"\[(\d+)\]",
        lambda found: f"[{int(found[1]) + 1}]",
        place["path"].lstrip(".") if place else "",
    )
    missing, expected = _MISSING.search(message), _EXPECTED.search(message)
    if missing:
        return f"{path or 'the line'} has no key {missing['key']!r}; see the record's contract"
    if expected:
        wanted, found = (
            " or ".join(_TYPES.get(one.strip(), one.strip()) for one in expected[name].split("|"))
            for name in ("wanted", "found")
        )
        return f"{path or 'the line'} should be {wanted}, it is {found}"
    if isinstance(error, msgspec.ValidationError):
        return f"{path or 'the line'}: {message.partition(' - at ')[0]}"
    return f"it is no JSON in UTF-8 ({message}); write one whole object on each line"
