"""One short report of our own and its coding, to look at what the exports make of it."""

from __future__ import annotations

import datetime as dt

from bede.article import Article
from bede.records import Coding, Entity, Event, Factuality, Size, Span, When, Where

ARTICLE = Article(
    title="Dock strike ends",
    body="Police shot at least three strikers in Port Anna in May, a union said.\n\n"
    "The workers go back on Monday.",
    id="a1",
    outlet="Example Post",
    agencies=("Example Post", "Example News"),
    published=dt.date(2021, 6, 4),
    url="https://example.org/dock",
)


def span(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return Span(start, start + len(words))


def coding(*events: Event) -> Coding:
    return Coding(article=ARTICLE, events=events, version="0.1.0")


def shooting(**changes: object) -> Event:
    fields = {
        "id": "e1",
        "type": "ASSAULT",
        "modes": ("firearms",),
        "contexts": ("repression",),
        "quad": 4,
        "intensity": -9.0,
        "actors": (
            Entity(span=span("Police"), country="XYZ", sectors=("COP", "GOV"), id="Q1", office="chief"),
        ),
        "recipients": (
            Entity(span=span("strikers"), name="Strikers", sectors=("LAB",)),
            Entity(sectors=("UNK",)),
        ),
        "when": When(value="2021-05", precision="month", span=span("in May")),
        "where": Where(
            span=span("Port Anna"), name="Port Anna", country="XYZ", admin1="Coast", lat=1.5, lon=-2.25,
            geonames_id=7, feature="city",
        ),
        "factuality": Factuality.ACTUAL,
        "attributed_to": Entity(span=span("a union"), sectors=("LAB",)),
        "size": Size(injured=(3, None), dead=(1, 1), arrested=(2, 5)),
        "trigger": span("shot"),
        "sentences": (span("Police shot at least three strikers in Port Anna in May, a union said."),),
        "evidence": {"size": (span("at least three"),)},
        "confidence": 0.75,
    }  # fmt: skip
    return Event.model_validate(fields | changes)
