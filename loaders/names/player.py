"""Player: an entity of one article in the making."""

from dataclasses import dataclass, field

from loaders.names.areas import Area

Key = tuple[str, str]
"""Type of an entity, and what makes two mentions of that type one."""


@dataclass(slots=True, eq=False)
class Player:
    """An entity of one article in the making; two are equal only when they are the same object.

    Attributes:
        type: A word of the schema.
        names: Surface forms, each once, in order of first mention.
        spans: Where the healed text names it.
        kind: Events: one of the kinds of the guide.
        date: Events: an ISO prefix.
        resolved: Names worked out that do not stand in the text.
        byline: Persons: wrote the article.
        area: The area it belongs to, or is.
        main: The name to show; empty: the longest form.
    """

    type: str
    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    kind: str = ""
    date: str = ""
    resolved: list[str] = field(default_factory=list)
    byline: bool = False
    area: Area | None = None
    main: str = ""
    _placed: set[tuple[int, int]] = field(default_factory=set, repr=False)
    _ordered: list[tuple[int, int]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        """Note which spans are known."""
        self._placed = set(self.spans)

    def call(self, name: str, start: int = -1, stop: int = -1) -> None:
        """Add a surface form and where it stands."""
        if name not in self.names:
            self.names.append(name)
        if start >= 0 and (start, stop) not in self._placed:
            self._placed.add((start, stop))
            self.spans.append((start, stop))

    def mean(self, name: str) -> None:
        """Add a name that was worked out, unless it is known already."""
        if name not in self.names and name not in self.resolved:
            self.resolved.append(name)

    def absorb(self, other: "Player") -> None:
        """Take over what another is called; both are one."""
        self.names += [name for name in other.names if name not in self.names]
        self.spans += [span for span in other.spans if span not in self._placed]
        self._placed.update(other.spans)
        for name in other.resolved:
            self.mean(name)
        self.area = self.area or other.area

    def ordered(self) -> list[tuple[int, int]]:
        """Give the spans by where they begin."""
        if len(self._ordered) != len(self.spans):
            self._ordered = sorted(self.spans)
        return self._ordered

    @property
    def name(self) -> str:
        """The fullest form in the text."""
        return self.main or max(self.names, key=len)
