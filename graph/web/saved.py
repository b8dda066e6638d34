"""Saved queries on the page: what can be asked, and the answer as a table."""

from collections.abc import Mapping

import queries
from graph.store import Store
from graph.web.elements import page_of
from graph.web.errors import NotFoundError, WrongRequestError
from graph.web.fetch import ITEM


def catalogue() -> ITEM:
    """Give every saved query with its titles, parameters and columns."""
    items = [
        {
            "name": one.name,
            "zh": one.title.zh,
            "en": one.title.en,
            "parameters": [
                {"name": each.name, "type": each.type, "meaning": each.meaning}
                for each in one.parameters
            ],
            "columns": [{"name": each.name, "meaning": each.meaning} for each in one.columns],
        }
        for one in queries.catalogue()
    ]
    return page_of(items, len(items))


def run(store: Store, name: str, given: Mapping[str, str]) -> ITEM:
    """Run a saved query; `total` is what was read when a limit cut the rest off.

    Raises:
        NotFoundError: There is no query of that name.
        WrongRequestError: A parameter is missing, unknown or not of its type.
    """
    try:
        found = queries.run(store, name, given)
    except queries.UnknownQueryError as error:
        raise NotFoundError(str(error)) from error
    except queries.QueryError as error:
        raise WrongRequestError(str(error)) from error
    page = page_of(found.rows, len(found.rows))
    return {"columns": found.columns, **page, "truncated": found.truncated}
