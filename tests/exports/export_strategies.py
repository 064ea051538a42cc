"""Codings of any shape inside any text, for property tests of the exports."""

from __future__ import annotations

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st

from bede.article import Article
from bede.ontology import load
from bede.records import Coding, Entity, Event, Factuality, Size, Span, When, Where

PLOVER = load()
FEW = settings(max_examples=30, deadline=None)  # codings are large to draw

# What breaks files: quotes, separators, all kinds of line ends, NUL, right-to-left, half a surrogate pair.
NASTY = st.sampled_from(
    ["\n", "\r\n", "\t", '"', "'", ",", "|", ";", "\x00", "\x85", "\u2028", "\u2029", "\ud800", "\udfff",
     "😀", "\u202e", "السلام عليكم", "שלום", "=1+1", "@cmd", "-2", "+3", "\ufeff", " ", "\\", "é"]
)  # fmt: skip
# Two halves side by side are one character to JSON, so no JSON file can tell them from it.
PAIR = "\ud800\udfff"
TEXT = st.lists(NASTY | st.text(max_size=5), max_size=4).map(
    lambda parts: "".join(parts).replace(PAIR, "\ud800")
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
COUNTS = st.integers(0, 10**9)


def optional(strategy):
    return st.none() | strategy


@st.composite
def spans(draw, length):
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


def entities(span):
    return st.builds(
        Entity,
        span=optional(span),
        name=optional(TEXT),
        country=optional(st.sampled_from(["USA", "IRN", "IGO", "UNO"])),
        sectors=st.lists(st.sampled_from(list(PLOVER.sectors)), max_size=3).map(tuple),
        id=optional(TEXT),
        office=optional(TEXT),
        nationality=optional(TEXT),
        basis=optional(TEXT),
    )


def whens(span):
    date = st.dates(dt.date(1000, 1, 1)).map(dt.date.isoformat)
    value = date | date.map(lambda day: day[:7]) | date.map(lambda day: day[:4])
    return st.builds(
        When,
        value=optional(value),
        precision=optional(st.sampled_from(["day", "month", "year"])),
        span=optional(span),
        basis=optional(TEXT),
        not_after=optional(st.dates()),
    )


def wheres(span):
    return st.builds(
        Where,
        span=optional(span),
        name=optional(TEXT),
        country=optional(st.just("IRQ")),
        admin1=optional(TEXT),
        lat=optional(NUMBERS),
        lon=optional(NUMBERS),
        geonames_id=optional(st.integers(1, 2**31)),
        feature=optional(st.sampled_from(["country", "city", "airport", "sea"])),
        confidence=optional(st.floats(0, 1)),
        basis=optional(TEXT),
    )


def sizes():
    pair = st.tuples(COUNTS, optional(COUNTS))
    return st.builds(Size, **dict.fromkeys(("dead", "injured", "arrested", "participants"), optional(pair)))


@st.composite
def events(draw, length):
    span = spans(length)
    several = st.lists(span, max_size=3).map(tuple)
    people = st.lists(entities(span), max_size=3).map(tuple)
    type = draw(st.sampled_from(list(PLOVER.types.values())))
    return Event(
        id=draw(TEXT),
        type=type.name,
        modes=tuple(mode.name for mode in type.modes if draw(st.booleans())),
        contexts=tuple(draw(st.lists(st.sampled_from(list(PLOVER.contexts)), max_size=3))),
        quad=type.quad,
        intensity=draw(NUMBERS),
        actors=draw(people),
        recipients=draw(people),
        when=draw(whens(span)),
        where=draw(optional(wheres(span))),
        factuality=draw(st.sampled_from(Factuality)),
        historical=draw(st.booleans()),
        attributed_to=draw(optional(entities(span))),
        agency=draw(optional(TEXT)),
        size=draw(sizes()),
        trigger=draw(span),
        mentions=draw(several),
        sentences=draw(several),
        evidence=draw(st.dictionaries(st.sampled_from(["type", "when", "size"]), several, max_size=2)),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def codings(draw):
    article = Article(
        title=draw(TEXT),
        body=draw(TEXT),
        outlet=draw(optional(TEXT)),
        agencies=tuple(draw(st.lists(TEXT, max_size=2))),
        byline=draw(optional(TEXT)),
        published=draw(optional(st.dates() | st.datetimes())),
        url=draw(optional(TEXT)),
    )
    found = draw(st.lists(events(len(article.text)), max_size=3))
    return Coding(article=article, events=tuple(found), version=draw(st.sampled_from(["", "0.1.0"])))
