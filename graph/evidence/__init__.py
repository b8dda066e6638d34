"""Who said it: the article, the record of what it says, and what did not hold."""

from graph.evidence.article import Article, article_id
from graph.evidence.dates import first_day, last_day
from graph.evidence.issue import Issue
from graph.evidence.record import VERSION, Entity, Evidence, Record, Relation
from graph.evidence.verify import verify

__all__ = [
    "VERSION",
    "Article",
    "Entity",
    "Evidence",
    "Issue",
    "Record",
    "Relation",
    "article_id",
    "first_day",
    "last_day",
    "verify",
]
