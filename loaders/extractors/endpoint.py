"""Endpoint: a language model behind an OpenAI-compatible address, held to the text.

Off unless asked for: it sends the articles to the address that the environment names.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.evidence import Article, Issue, Record
from graph.evidence.heal import heal
from loaders.extractors.answers import refused
from loaders.extractors.errors import ExtractorError, UnknownExtractorError
from loaders.extractors.grounding import ground
from loaders.extractors.prompt import messages

if TYPE_CHECKING:
    from openai import OpenAI

_NEEDED = ("OPENAI_BASE_URL", "OPENAI_API_KEY", "GOVGRAPH_MODEL")
_SECONDS, _RETRIES = 120.0, 4


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model that is asked once for each article.

    Attributes:
        client: Knows address and key; waits and tries again when the address is busy.
        model: The model's name there.
    """

    client: "OpenAI"
    model: str

    @classmethod
    def from_environment(cls) -> "Endpoint":
        """Take address, key and model from the environment.

        Raises:
            UnknownExtractorError: One of them is missing, or the extra is not installed.
        """
        try:
            from openai import OpenAI  # noqa: PLC0415 -- an extra
        except ImportError as error:
            raise UnknownExtractorError(
                "the extractor openai needs its client library; install it with "
                "`pip install 'govgraph[openai]'`"
            ) from error
        missing = [one for one in _NEEDED if not os.environ.get(one)]
        if missing:
            raise UnknownExtractorError(
                f"the extractor openai needs {' and '.join(missing)} in the environment: address, "
                "key and name of the model"
            )
        return cls(OpenAI(timeout=_SECONDS, max_retries=_RETRIES), os.environ["GOVGRAPH_MODEL"])

    def __call__(self, articles: Iterable[Article]) -> Iterator[Record | Issue]:
        """Ask for each article, and keep what the text bears out.

        Raises:
            ExtractorError: The address cannot be reached, or refuses the key or the model.
        """
        for article in articles:
            answer = self._asked(article)
            if isinstance(answer, Issue):
                yield answer
            else:
                yield from ground(article, answer, f"openai {self.model}")

    def _asked(self, article: Article) -> str | Issue:
        from openai import (  # noqa: PLC0415 -- an extra
            APIConnectionError,
            APIStatusError,
            BadRequestError,
        )

        try:
            completion = self.client.chat.completions.create(
                model=self.model,
                messages=messages(article, heal(article.text).text),
                response_format={"type": "json_object"},
                temperature=0,
            )
        except BadRequestError as error:
            return refused(article, f"the model's address refused it: {error.message}")
        except APIStatusError as error:
            raise ExtractorError(
                f"{self.client.base_url} answered {error.status_code}: {error.message}; check "
                "OPENAI_API_KEY and GOVGRAPH_MODEL. Nothing was changed"
            ) from error
        except APIConnectionError as error:
            raise ExtractorError(
                f"{self.client.base_url} cannot be reached: {error}; check OPENAI_BASE_URL. Nothing "
                "was changed"
            ) from error
        return completion.choices[0].message.content or ""
