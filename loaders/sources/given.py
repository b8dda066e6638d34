"""Given: what the user says about files that do not say it themselves."""

from dataclasses import dataclass

from graph.evidence import first_day
from loaders.sources.errors import SourceError


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata from the command's options; each wins over a sidecar, and that over the text.

    Attributes:
        date: Day of publication, an ISO prefix.
        source: Name of the paper.
        place: Where it was published, as a path of divisions from the province down.
        page: Page of the paper, as printed.
    """

    date: str = ""
    source: str = ""
    place: str = ""
    page: str = ""

    def __post_init__(self) -> None:
        """Refuse a date that is none.

        Raises:
            SourceError: The date is no ISO prefix of a real day.
        """
        if not self.date:
            return
        try:
            first_day(self.date)
        except ValueError as error:
            raise SourceError(
                f"the date given is {self.date!r}; write it as 2023-11-15, 2023-11 or 2023"
            ) from error
