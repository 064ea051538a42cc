"""From a parsed article to its cast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from bede.actors.cast import Cast
from bede.actors.finding import read
from bede.article import Article
from bede.knowledge import Knowledge, load


class ActorReader:
    """Finds and resolves the actors of articles. Keeps no state between articles.

    knowledge   the tables; those of the package when not given
    user_rows   a user's own actors, which win over the tables (columns: `bede.knowledge.user.faults`)
    faults      what is wrong with the rows that were left out, one message a fault
    """

    def __init__(
        self, knowledge: Knowledge | None = None, user_rows: Iterable[Mapping[str, str]] | None = None
    ) -> None:
        rows = list(user_rows or ())
        self.knowledge = knowledge or (Knowledge() if rows else load())
        self.faults: list[str] = self.knowledge.add(rows)

    def read(self, doc: Doc, article: Article) -> Cast:
        """The cast of one article; the text of `doc` must be `article.text`."""
        return Cast(doc, read(doc, article, self.knowledge), self.knowledge)
