"""One parser and one reader for all tests of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc, Token

from bede.actors import ActorReader, Cast
from bede.article import Article
from bede.parsing import Parser
from bede.records import Entity


@dataclass
class Reading:
    """A text read: ask for the entity of the words in it."""

    article: Article
    doc: Doc
    cast: Cast

    def head(self, words: str, nth: int = 0) -> Token:
        """The head token of the nth occurrence of some words."""
        at = -1
        for _ in range(nth + 1):
            at = self.article.text.index(words, at + 1)
        span = self.doc.char_span(at, at + len(words), alignment_mode="expand")
        return span.root

    def entity(self, words: str, nth: int = 0) -> Entity:
        """What the words were resolved to."""
        return self.cast.entity(self.head(words, nth))

    def side(self, words: str, nth: int = 0) -> tuple[str | None, str | None]:
        """Country and first sector."""
        entity = self.entity(words, nth)
        return entity.country, entity.sectors[0] if entity.sectors else None

    def text(self, entity: Entity) -> str:
        """The words under an entity's span."""
        assert entity.span is not None
        return self.article.text[entity.span.start : entity.span.end]


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    parser, reader = Parser(), ActorReader()

    def reads(body: str, title: str = "", on: str | None = "2020-01-06") -> Reading:
        date = dt.date.fromisoformat(on) if on else None
        article = Article(title, body, published=date)
        doc = parser.parse(article)
        return Reading(article, doc, reader.read(doc, article))

    return reads
