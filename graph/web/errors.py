"""What can go wrong between the page and the graph, each with the answer that it gets."""

from http import HTTPStatus
from typing import ClassVar

from graph.schema import Exit, GovgraphError


class WebError(GovgraphError):
    """A request that gets no data; the message is a sentence for the person at the page."""

    exit: ClassVar[Exit] = Exit.USAGE
    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST


class WrongRequestError(WebError):
    """The request is not one of those that the page makes."""


class NotFoundError(WebError):
    """Nothing in the graph has that id."""

    status: ClassVar[HTTPStatus] = HTTPStatus.NOT_FOUND


class PageMissingError(WebError):
    """The page was not built into this installation."""

    exit: ClassVar[Exit] = Exit.UNSOUND
    status: ClassVar[HTTPStatus] = HTTPStatus.SERVICE_UNAVAILABLE
