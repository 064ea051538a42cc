"""The whole way on one page: article -> parse -> who, when, where, said, what -> Coding."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bede.actors import ActorReader, Cast
from bede.article import Article
from bede.events import EventModel, Figure, Figures, Reading, Surroundings, Word, read_events
from bede.explain import Explanation, explain
from bede.knowledge import INTERNATIONAL
from bede.ontology import Ontology
from bede.ontology import load as load_ontology
from bede.parsing import Parser
from bede.places import PlaceLinker, PlaceReader
from bede.readers import article_from_text
from bede.records import Coding, Entity, When, Where
from bede.statements import Found, around, attribution, by_token, read_statements
from bede.times import TimeMention, date_event, read_times
from bede.writing import write_events

MIN_CONFIDENCE = 0.3


@dataclass(slots=True)
class Rooms:
    """What each room found in one article, before it is written down."""

    article: Article
    doc: Doc
    cast: Cast
    times: list[TimeMention]
    places: list[Where]
    found: list[Found]
    reading: Reading = field(default_factory=lambda: Reading([], []))


class Coder:
    """Codes articles. Build one with `bede.load()`; it is safe to reuse, one thread at a time.

    Without a `model` the tables of frames decide alone.
    """

    def __init__(
        self,
        parser: Parser | None = None,
        ontology: Ontology | None = None,
        min_confidence: float = MIN_CONFIDENCE,
        model: EventModel | None = None,
    ) -> None:
        self.parser = parser or Parser()
        self.ontology = ontology or load_ontology()
        self.actors = ActorReader()
        self.places = PlaceReader()
        self.min_confidence = min_confidence
        self.model = model

    def code(self, article: Article | str, published: dt.date | str | None = None) -> Coding:
        """Code one article, or a text with the day it was published (a date or "YYYY-MM-DD")."""
        article = as_article(article, published)
        return self._write(self.read(article))

    def code_many(self, articles: Iterable[Article]) -> Iterator[Coding]:
        """Code a stream of articles in order; they are parsed in batches, and none is kept."""
        for article, doc in self.parser.parse_many(articles):
            yield self._write(self._read(article, doc))

    def explain(self, text: str, published: dt.date | str | None = None) -> Explanation:
        """How a text was coded, step by step."""
        rooms = self.read(as_article(text, published))
        return explain(rooms, self._write(rooms))

    def read(self, article: Article) -> Rooms:
        """Everything each room finds in an article; `code` writes it down as records."""
        return self._read(article, self.parser.parse(article))

    def _read(self, article: Article, doc: Doc) -> Rooms:
        cast = self.actors.read(doc, article)
        rooms = Rooms(
            article=article,
            doc=doc,
            cast=cast,
            times=[t for t in read_times(doc, article.date) if not article.in_dateline(t.span.start)],
            places=self.places.read(doc, article),
            found=read_statements(doc, cast.entity),
        )
        rooms.reading = read_events(doc, surroundings(rooms), self.min_confidence, self.model)
        return rooms

    def _write(self, rooms: Rooms) -> Coding:
        from bede import __version__

        return Coding(
            article=rooms.article,
            events=write_events(rooms.reading.acts, rooms.article, rooms.doc, self.ontology),
            statements=tuple(f.statement for f in rooms.found if f.reported),
            places=tuple(rooms.places),
            version=__version__,
        )


def as_article(article: Article | str, published: dt.date | str | None) -> Article:
    """An Article from what a caller of `code` may hand in."""
    if isinstance(article, Article):
        return article
    return article_from_text(article, published=published)


def surroundings(rooms: Rooms) -> Surroundings:
    """What the events room asks of the others, as plain functions of a trigger."""
    statements = by_token(rooms.found)

    def when(trigger: Token) -> When:
        told = date_event(rooms.doc, trigger, rooms.times, rooms.article)
        lede = _lede(rooms.doc) if told.value is None and trigger.idx < len(rooms.article.title) else None
        if lede is None:
            return told
        carried = date_event(rooms.doc, lede, rooms.times, rooms.article)
        return carried.model_copy(update={"basis": f"the lede: {carried.basis}"}) if carried.value else told

    def speaker(trigger: Token) -> Word | None:
        for found in around(trigger, statements.get(trigger.i, [])):
            if found.speaker_head is not None:
                return _word(found)
        return None

    def said(trigger: Token, actors: list[Entity], verbal: bool) -> Word | None:
        near = statements.get(trigger.i, [])
        found = attribution(rooms.doc, trigger, near, actors=actors, verbal=verbal)
        return _word(found) if found is not None else None

    return Surroundings(
        who=rooms.cast,
        when=when,
        where=PlaceLinker(rooms.doc, rooms.places, rooms.article).find,
        speaker=speaker,
        said=said,
        main_country=main_country(rooms),
        figures=figures(rooms),
    )


def _lede(doc: Doc) -> Token | None:
    """The root of the first sentence of the body, which tells what the headline is about."""
    title_end = doc.user_data.get("title_end", 0)
    return next(
        (s.root for s in doc.sents if s.start_char > title_end and s.root.pos_ in ("VERB", "AUX")), None
    )


def _word(found: Found) -> Word:
    return Word(found.statement.speaker, found.statement.cue, found.speaker_head)


def figures(rooms: Rooms) -> Figures:
    """All mentions of actors in text order, for sides that a sentence leaves out."""
    found = []
    for mention in rooms.cast.mentions:
        head = rooms.doc[mention.head]
        chain = rooms.cast.chain(head)
        if chain is not None:
            found.append(Figure(mention.head, chain, mention.entity))
    return Figures(found)


def main_country(rooms: Rooms) -> str | None:
    """The country that the article is about: the one that its actors and places name most, if one leads."""
    counts = Counter(m.entity.country for m in rooms.cast.mentions if m.entity.country)
    counts.update(p.country for p in rooms.places if p.country)
    top = [(c, n) for c, n in counts.most_common() if c not in INTERNATIONAL]
    if not top or (len(top) > 1 and top[0][1] < 1.5 * top[1][1]):
        return None
    return top[0][0]
