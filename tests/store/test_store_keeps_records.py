"""A coding read back equals the coding stored, whatever is in it."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bede.article import Article, Dateline
from bede.records import Coding, Entity, Event, Factuality, Size, Span, Statement, When, Where
from bede.store import Store

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)  # half surrogate pairs and NUL among it
TEXT = st.text(max_size=12)
MAYBE = st.none() | TEXT
SPANS = st.builds(Span, st.integers(0, 200), st.integers(0, 200))
MANY_SPANS = st.lists(SPANS, max_size=3).map(tuple)
CODES = st.lists(st.sampled_from(["GOV", "MIL", "expel", "aerial"]), max_size=3).map(tuple)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates()
ENTITIES = st.builds(
    Entity,
    span=st.none() | SPANS,
    name=MAYBE,
    country=MAYBE,
    sectors=CODES,
    id=MAYBE,
    office=MAYBE,
    basis=MAYBE,
)
WHENS = st.builds(
    When, value=MAYBE | DAYS.map(str), precision=MAYBE, span=st.none() | SPANS, not_after=st.none() | DAYS
)
PLACES = st.builds(
    Where,
    span=st.none() | SPANS,
    name=MAYBE,
    country=MAYBE,
    lat=st.none() | NUMBERS,
    geonames_id=st.none() | st.integers(0, 2**62),
)
COUNTS = st.none() | st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 10**6))
EVENTS = st.builds(
    Event,
    id=st.text(min_size=1, max_size=8),
    type=st.sampled_from(["ASSAULT", "AGREE", "REQUEST"]),
    modes=CODES,
    contexts=CODES,
    quad=st.integers(1, 4),
    intensity=NUMBERS,
    actors=st.lists(ENTITIES, max_size=2).map(tuple),
    recipients=st.lists(ENTITIES, max_size=2).map(tuple),
    when=WHENS,
    where=st.none() | PLACES,
    factuality=st.sampled_from(Factuality),
    historical=st.booleans(),
    attributed_to=st.none() | ENTITIES,
    agency=MAYBE,
    size=st.builds(Size, dead=COUNTS, arrested=COUNTS),
    trigger=SPANS,
    mentions=MANY_SPANS,
    sentences=MANY_SPANS,
    evidence=st.dictionaries(TEXT, MANY_SPANS, max_size=3),
    confidence=st.floats(0, 1),
)
STATEMENTS = st.builds(
    Statement, speaker=ENTITIES, cue=SPANS, content=SPANS, kind=TEXT, channel=st.none() | SPANS
)
ARTICLES = st.builds(
    Article,
    title=ANY_TEXT,
    body=ANY_TEXT,
    id=ANY_TEXT,
    outlet=st.none() | ANY_TEXT,
    agencies=st.lists(ANY_TEXT, max_size=2).map(tuple),
    byline=st.none() | ANY_TEXT,
    dateline=st.none()
    | st.builds(
        Dateline,
        start=st.integers(0, 9),
        end=st.integers(0, 9),
        place=st.none() | ANY_TEXT,
        date=st.none() | DAYS,
        agencies=st.lists(ANY_TEXT, max_size=2).map(tuple),
    ),
    published=st.none() | DAYS | st.datetimes(timezones=st.none() | st.just(dt.UTC)),
    language=TEXT,
    url=st.none() | ANY_TEXT,
    source=st.none() | ANY_TEXT,
)
CODINGS = st.builds(
    Coding,
    article=ARTICLES,
    events=st.lists(EVENTS, max_size=3, unique_by=lambda event: event.id).map(tuple),
    statements=st.lists(STATEMENTS, max_size=2).map(tuple),
    places=st.lists(PLACES, max_size=2).map(tuple),
    version=TEXT,
)


@given(coding=CODINGS)
@settings(max_examples=30, deadline=None)
def test_a_coding_is_read_back_unchanged(coding: Coding) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "news.bede") as store:
        assert store.add(coding)
        (read,) = store.codings()
        assert read == coding
        assert read.article.source == coding.article.source
        assert store.coding(coding.article.id) == coding
        for event in coding.events:
            assert store.event(event.id) == (coding, event)
        assert [event for _, event in store.events(order="article")] == list(coding.events)
        assert store.add(coding, recode=True)
        assert store.coding(coding.article.id) == coding
        assert store.counts().events == len(coding.events)
