"""Parameters of a saved query: their types, and what people type turned into values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.evidence import first_day, last_day
from queries.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name without `$`, its type (a key of TYPES), its meaning."""

    name: str
    type: str
    meaning: str


def _text(given: str) -> str:
    if not given.strip():
        raise ValueError("it is empty")
    return given.strip()


# Type of a parameter -> how what was typed becomes the value; ValueError says what is wrong.
TYPES: Mapping[str, Callable[[str], str | int]] = {
    "name": _text,  # the name of an entity, or its id
    "id": _text,
    "first_day": first_day,  # 2024 and 2024-03 stand for their first day
    "last_day": last_day,  # … for their last day
    "integer": int,
}


def convert(
    query: str, declared: tuple[Parameter, ...], given: Mapping[str, str]
) -> dict[str, str | int]:
    """Turn what was typed into values of the declared types.

    Args:
        query: Name of the query, for messages.
        declared: The parameters that it takes; each must be given.
        given: Name of a parameter -> what was typed.

    Raises:
        ParameterError: One is missing, unknown, or not of its type.

    >>> convert("x/y", (Parameter("to", "last_day", ""),), {"to": "2024-02"})
    {'to': '2024-02-29'}
    """
    names = [one.name for one in declared]
    takes = f"it takes {', '.join(names)}" if names else "it takes no parameters"
    for name in given:
        if name not in names:
            raise ParameterError(f"{query} has no parameter {name!r}; {takes}")
    values: dict[str, str | int] = {}
    for one in declared:
        if one.name not in given:
            raise ParameterError(
                f"{query} needs the parameter {one.name!r} ({one.meaning}): add -p {one.name}=…"
            )
        try:
            values[one.name] = TYPES[one.type](given[one.name])
        except ValueError as fault:
            raise ParameterError(
                f"{query}: parameter {one.name!r}: {_sentence(one, fault)}"
            ) from fault
    return values


def _sentence(parameter: Parameter, fault: ValueError) -> str:
    if parameter.type == "integer":
        return f"{parameter.meaning}: it must be a whole number"
    return str(fault)
