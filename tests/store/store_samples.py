"""Codings made by hand for tests of the store, so that nothing has to be parsed for them."""

from __future__ import annotations

import datetime as dt
import hashlib

from bede.article import Article
from bede.records import Coding, Entity, Event, Factuality, Span, Statement, When, Where

IRAQ_BODY = (
    "BAGHDAD (Example News) The Iraqi parliament called on foreign troops to leave on Sunday.\n\n"
    "An American airstrike killed Qasem Soleimani near Baghdad airport on Friday, officials said."
)


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def iraq(published: str = "2020-01-06", outlet: str = "Example Post") -> Coding:
    """Two events and a statement."""
    article = Article(
        title="Parliament tells foreign troops to go",
        body=IRAQ_BODY,
        outlet=outlet,
        agencies=("Example Post", "Example News"),
        published=dt.date.fromisoformat(published),
        source="reports/iraq.txt",
    )
    text = article.text
    officials = Entity(span=span(text, "officials"), sectors=("GOV",))
    request = Event(
        id=_id(article, "request"),
        type="REQUEST",
        modes=("yield",),
        contexts=("military", "legislative"),
        quad=3,
        intensity=-1.0,
        actors=(
            Entity(
                span=span(text, "The Iraqi parliament"),
                name="Parliament of Iraq",
                country="IRQ",
                sectors=("LEG",),
            ),
        ),
        recipients=(Entity(span=span(text, "foreign troops"), sectors=("MIL",)),),
        when=When(
            value="2020-01-05",
            precision="day",
            span=span(text, "on Sunday"),
            basis="Sunday before 2020-01-06",
        ),
        where=Where(name="Baghdad", country="IRQ", lat=33.34, lon=44.4, geonames_id=98182, basis="dateline"),
        factuality=Factuality.HYPOTHETICAL,
        trigger=span(text, "called on"),
        sentences=(span(text, "The Iraqi parliament called on foreign troops to leave on Sunday."),),
        evidence={"type": (span(text, "called on"),), "when": (span(text, "on Sunday"),)},
        confidence=0.8,
    )
    strike = Event(
        id=_id(article, "strike"),
        type="ASSAULT",
        modes=("aerial",),
        quad=4,
        intensity=-10.0,
        actors=(Entity(span=span(text, "American"), name="United States", country="USA", sectors=("MIL",)),),
        recipients=(
            Entity(
                span=span(text, "Qasem Soleimani"),
                name="Qasem Soleimani",
                country="IRN",
                sectors=("MIL",),
                id="Q718601",
            ),
        ),
        when=When(value="2020-01-03", precision="day", span=span(text, "on Friday")),
        where=Where(span=span(text, "Baghdad airport"), name="Baghdad International Airport", country="IRQ"),
        attributed_to=officials,
        trigger=span(text, "airstrike"),
        mentions=(span(text, "killed"),),
        confidence=0.6,
    )
    statement = Statement(
        speaker=officials,
        cue=span(text, "said"),
        content=span(text, "An American airstrike killed Qasem Soleimani near Baghdad airport on Friday"),
        kind="indirect",
    )
    place = Where(span=span(text, "BAGHDAD"), name="Baghdad", country="IRQ")
    return Coding(
        article=article, events=(request, strike), statements=(statement,), places=(place,), version="0.1.0"
    )


def protest(number: int) -> Coding:
    """One article with one event, another for each number."""
    body = f"Protesters in Quito marched against the government on day {number} of the strike."
    article = Article(title="", body=body, id=f"protest-{number:05}", published=dt.date(2019, 10, 8))
    event = Event(
        id=_id(article, "march"),
        type="PROTEST",
        modes=("demo",),
        quad=4,
        intensity=-3.5,
        actors=(Entity(span=span(body, "Protesters"), country="ECU", sectors=("CVL",)),),
        recipients=(Entity(span=span(body, "the government"), country="ECU", sectors=("GOV",)),),
        when=When(value="2019-10", precision="month"),
        where=Where(span=span(body, "Quito"), name="Quito", country="ECU"),
        trigger=span(body, "marched"),
    )
    return Coding(article=article, events=(event,), version="0.1.0")


def _id(article: Article, name: str) -> str:
    return hashlib.sha256(f"{article.id} {name}".encode()).hexdigest()[:16]
