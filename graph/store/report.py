"""SyncReport: what a sync wrote, by its own account and by the driver's."""

from collections import Counter
from dataclasses import dataclass, field

import neo4j

_COUNTERS = (
    "nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted",
    "properties_set", "labels_added", "labels_removed",
)  # fmt: skip


def counted(result: neo4j.Result) -> Counter[str]:
    """Read a result to its end and give the driver's counters that are not zero."""
    counters = result.consume().counters
    found = {name: int(getattr(counters, name)) for name in _COUNTERS}
    return Counter({name: count for name, count in found.items() if count})


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync changed.

    Attributes:
        created: How many of each type were created; types of which there were none are absent.
        updated: How many of each type got other properties.
        deleted: How many of each type were deleted.
        counters: The driver's own counters, summed over every transaction: `nodes_created`,
            `properties_set`, …; a sync that changes nothing leaves it empty.
    """

    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    deleted: Counter[str] = field(default_factory=Counter)
    counters: Counter[str] = field(default_factory=Counter)

    @property
    def changed(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.created or self.updated or self.deleted or self.counters)

    def __str__(self) -> str:
        """Say it in one line.

        >>> str(SyncReport(Counter(Person=2), Counter(), Counter(Event=1)))
        'written: 2 created, 0 changed, 1 deleted'
        >>> str(SyncReport())
        'nothing to write: the store says all this already'
        """
        if not self.changed:
            return "nothing to write: the store says all this already"
        created, updated, deleted = (
            sum(one.values()) for one in (self.created, self.updated, self.deleted)
        )
        return f"written: {created} created, {updated} changed, {deleted} deleted"
