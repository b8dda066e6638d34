"""Saved questions: one `.cypher` file each, and the catalogue that checks and runs them."""

from queries.answers import run, suggest, unknown_names
from queries.errors import CatalogueError, ParameterError, QueryError, UnknownQueryError
from queries.header import Column
from queries.parameters import Parameter
from queries.saved import FOLDERS, SavedQuery, catalogue, find

__all__ = [
    "FOLDERS",
    "CatalogueError",
    "Column",
    "Parameter",
    "ParameterError",
    "QueryError",
    "SavedQuery",
    "UnknownQueryError",
    "catalogue",
    "find",
    "run",
    "suggest",
    "unknown_names",
]
