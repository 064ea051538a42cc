"""From a parsed article to its cast."""

from __future__ import annotations

from spacy.tokens import Doc

from bede.actors.cast import Cast
from bede.actors.reading import read
from bede.article import Article
from bede.knowledge import Knowledge, load


class ActorReader:
    """Finds and resolves the actors of articles. Keeps no state between articles."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or load()

    def read(self, doc: Doc, article: Article) -> Cast:
        """The cast of one article; `doc.text` must be `article.text`."""
        return Cast(doc, read(doc, article, self.knowledge), self.knowledge)
