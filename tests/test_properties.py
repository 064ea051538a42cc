"""Whatever the text: coding does not fail, spans lie in the text, and records survive store and exports."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bede.article import Article
from bede.coder import Coder
from bede.exports import exporter
from bede.exports.plover import read_plover
from bede.records import Coding, Entity, Span
from bede.store import Store

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = dt.date(2020, 1, 6)

SENTENCES = (
    "Russian police arrested 40 protesters in Moscow on Saturday.",
    "“We condemn Turkey,” French President Emmanuel Macron said on Friday.",
    "An American airstrike killed Iranian commander Qasem Soleimani near Baghdad airport.",
    "Iran denied attacking the Saudi tanker, its foreign ministry said in a statement.",
    "Germany announced it would send humanitarian aid to Lebanon on 3 March 2020.",
    "He threatened Iraq with \"sanctions like they've never seen",
)
WORDS = st.sampled_from(
    """Iran Turkey troops police protesters killed arrested condemned threatened said who which that by of
    on Friday "the army" ( ) “ ” " ' , . ; : - – 40 at least dozens will not unless denied Mr. Gen. U.S.
    BAGHDAD AND THE KILLED I we he him its""".split()
)
ODD = st.sampled_from(
    ["\n\n", "\n", "\r\n", "\t", "\x00", "\ud83d", "\ude00", "😀", "🇮🇷", "\u202e", "السلام عليكم", "שלום",
     "中国", "\u2028", "\xa0",
     "\u200b", "\ufeff", "e\u0301", "", "<b>", "&amp;", "http://example.org/?b=c", "\\"]
)  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(SENTENCES), WORDS, ODD), max_size=25).map(" ".join)
ANY = st.text(st.characters(codec=None), max_size=200)


def spans(coding: Coding) -> Iterator[Span]:
    """Every span of a coding."""

    def of(*entities: Entity | None) -> Iterator[Span]:
        yield from (e.span for e in entities if e is not None and e.span is not None)

    for event in coding.events:
        yield from (event.trigger, *event.mentions, *event.sentences)
        yield from of(*event.actors, *event.recipients, event.attributed_to)
        yield from (s for group in event.evidence.values() for s in group)
        yield from (w.span for w in (event.when, event.where) if w is not None and w.span is not None)
    for statement in coding.statements:
        yield from (statement.cue, statement.content, *of(statement.speaker))
        if statement.channel:
            yield statement.channel
    yield from (p.span for p in coding.places if p.span is not None)


def assert_sound(coding: Coding, coder: Coder) -> None:
    """What holds of every coding."""
    text = coding.article.text
    for span in spans(coding):
        assert 0 <= span.start < span.end <= len(text), span
        assert text[slice(*span)].strip(), span
    ids = [e.id for e in coding.events]
    assert len(set(ids)) == len(ids)
    for event in coding.events:
        coder.ontology.check(event.type, event.modes, event.contexts)
        assert event.quad == coder.ontology.quad(event.type)
        assert any(s.start <= event.trigger.start and event.trigger.end <= s.end for s in event.sentences)
        assert event.trigger in event.evidence["type"]
        assert event.mentions == tuple(m for m in event.evidence["type"] if m != event.trigger)


@FEW
@given(body=st.one_of(SOUP, ANY), title=st.one_of(st.just(""), st.sampled_from(SENTENCES), ANY))
def test_any_article_is_coded_soundly(coder: Coder, body: str, title: str) -> None:
    coding = coder.code(Article(title, body, published=DAY))
    assert_sound(coding, coder)
    assert coder.code(Article(title, body, published=DAY)) == coding


@FEW
@given(text=st.one_of(SOUP, ANY))
def test_any_running_text_is_coded_soundly(coder: Coder, text: str) -> None:
    assert_sound(coder.code(text, published="2020-01-06"), coder)


@settings(FEW, max_examples=6)
@given(bodies=st.lists(SOUP, max_size=6))
def test_a_stream_gives_the_same_as_single_articles(coder: Coder, bodies: list[str]) -> None:
    articles = [Article("", body, published=DAY) for body in bodies]
    assert list(coder.code_many(articles)) == [coder.code(a) for a in articles]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\n \t ", id="white space"),
        pytest.param("the old grey town near the river and " * 620 + "Iran met.", id="5,000-word sentence"),
        pytest.param("police arrested protesters and " * 200 + "left.", id="sentence of many acts"),
        pytest.param(
            "IRAN CONDEMNED TURKEY ON FRIDAY. POLICE ARRESTED 40 PROTESTERS IN MOSCOW.", id="capitals"
        ),
        pytest.param("iran condemned turkey on friday, a minister said", id="small letters"),
        pytest.param('"We condemn Turkey, he said. "Never. "No, Iran said.', id="unclosed quotes"),
        pytest.param("(" * 300 + "Iran condemned Turkey" + ")" * 200, id="brackets"),
        pytest.param("\ud800Iran condemned\udfff Turkey\ud83d", id="half surrogate pairs"),
        pytest.param("Iran\x00 condemned\x00 Turkey\x00.", id="NUL"),
        pytest.param("\u202eIran condemned Turkey.\u202c قتل الجيش", id="right to left"),
        pytest.param("😀" * 200 + " 🇮🇷 condemned 🇹🇷 on Friday 👍🏽", id="emoji"),
        pytest.param("who " * 400, id="one word"),
        pytest.param("Iran condemned Turkey.\n\n" * 100, id="one paragraph over and over"),
        pytest.param("attack on attack by attack of " * 100, id="acts in acts"),
        pytest.param("Mr. Gen. U.S. Dr. " * 200, id="abbreviations"),
        pytest.param("9" * 5000 + " killed on 99/99/9999", id="digits"),
    ],
)
def test_hard_texts(coder: Coder, text: str) -> None:
    assert_sound(coder.code(Article("", text, published=DAY)), coder)


def test_repeating_a_paragraph_does_not_multiply_events(coder: Coder) -> None:
    assert len(coder.code(Article("", "Iran condemned Turkey.\n\n" * 50, published=DAY)).events) == 1


@settings(FEW, max_examples=10)
@given(body=SOUP)
def test_records_survive_the_store_and_the_exports(coder: Coder, body: str) -> None:
    coding = coder.code(Article("Police arrest protesters", body, published=DAY))
    with tempfile.TemporaryDirectory() as folder:
        with Store(Path(folder) / "news.bede") as store:
            store.add(coding)
            (back,) = store.codings()
        assert back == coding
        for name in ("plover", "csv", "parquet"):
            exporter(name).write([back], Path(folder) / f"events.{name}")
        assert list(read_plover(Path(folder) / "events.plover")) == list(coding.events)
        with (Path(folder) / "events.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        table = pq.read_table(Path(folder) / "events.parquet").to_pylist()
    expected = [(e.id, e.type, e.date or "", e.trigger.start) for e in coding.events]
    assert [(r["event_id"], r["type"], r["date"], int(r["trigger_start"])) for r in rows] == expected
    assert [(r["event_id"], r["type"], r["date"] or "", r["trigger_start"]) for r in table] == expected
