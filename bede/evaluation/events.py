"""`bede evaluate events`: whole articles coded unseen and scored against gold events.

GOLD is a JSON list of articles: id, date, title, text, outlet, url, events, statements; spans point into
title + blank line + text. The coder sees neither `events` nor `statements`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from bede.article import Article
from bede.errors import BedeError
from bede.evaluation.matching import Act, Side, normal, pair, share
from bede.evaluation.report import Row
from bede.readers.dateline import find_dateline
from bede.records import Coding, Entity, Event

LEVELS = ("found", "dyad", "exact")


class CodesMany(Protocol):
    """A coder, or anything else that codes articles in order."""

    def code_many(self, articles: Iterator[Article]) -> Iterator[Coding]:
        """Codings in the order of the articles."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Coded and gold acts, article by article."""

    coded: list[list[Act]]
    gold: list[list[Act]]


def evaluate_events(path: Path, coder: CodesMany | None = None) -> list[Row]:
    """Code the gold's articles and score them; rows of (measure, value, number of cases)."""
    return score(compare(path, coder))


def evaluate_events_small(path: Path) -> list[Row]:
    """The same with the shipped event model."""
    from bede import load

    return evaluate_events(path, load("small"))


def compare(path: Path, coder: CodesMany | None = None) -> Scored:
    """Code the gold's articles. Raises BedeError where the file is not in the gold's layout."""
    documents = read_gold(path)
    if coder is None:
        from bede import load

        coder = load()
    codings = coder.code_many(gold_article(d) for d in documents)
    coded = [[coded_act(c, e) for e in c.events] for c in codings]
    return Scored(coded, [[gold_act(e) for e in d["events"]] for d in documents])


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The gold's articles as published."""
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BedeError(f"{path}: {error}. Give a gold file: a JSON list of articles with events.") from error
    if not isinstance(documents, list) or not all(isinstance(d, dict) and "events" in d for d in documents):
        raise BedeError(f"{path} is no gold file: it must be a JSON list of articles, each with events.")
    return documents


def gold_article(document: dict[str, Any]) -> Article:
    """The article of a gold document, without its labels, its dateline read as a reader of files would."""
    title, body = document["title"], document["text"]
    published = dt.date.fromisoformat(document["date"]) if document.get("date") else None
    dateline = find_dateline(body, published)
    if dateline is not None:
        shift = len(title) + 2 if title else 0
        dateline = replace(dateline, start=dateline.start + shift, end=dateline.end + shift)
    return Article(
        title=title,
        body=body,
        id=document["id"],
        outlet=document.get("outlet"),
        dateline=dateline,
        published=published,
        url=document.get("url"),
    )


def gold_act(event: dict[str, Any]) -> Act:
    """A gold event, reduced to what is compared."""
    place = event.get("place")
    return Act(
        type=event["type"],
        types=frozenset(t for t in (event["type"], event.get("alt_type")) if t),
        modes=frozenset(event.get("modes") or ()),
        actors=_gold_side(event.get("actors")),
        recipients=_gold_side(event.get("recipients")),
        date=event.get("date"),
        has_place=bool(place),
        country=(place or {}).get("country"),
        factuality=event.get("factuality", "actual"),
        attributed_to=normal(event.get("attributed_to")),
        sentences=(normal(event.get("sentence")),),
        marks=tuple(normal(m) for m in [event.get("trigger"), *(event.get("mentions") or [])] if m),
        core=event.get("core", True),
    )


def _gold_side(entities: list[dict[str, Any]] | None) -> tuple[Side, ...]:
    return tuple(Side(e.get("country"), tuple(e.get("sectors") or ())) for e in entities or [])


def coded_act(coding: Coding, event: Event) -> Act:
    """A coded event, reduced to what is compared."""
    word = event.attributed_to
    return Act(
        type=event.type,
        types=frozenset([event.type]),
        modes=frozenset(event.modes),
        actors=_coded_side(event.actors),
        recipients=_coded_side(event.recipients),
        date=event.when.value,
        has_place=event.where is not None,
        country=event.where.country if event.where else None,
        factuality=str(event.factuality),
        attributed_to=normal(coding.words(word.span) or word.name) if word else "",
        sentences=tuple(normal(coding.words(s)) for s in event.sentences),
    )


def _coded_side(entities: Sequence[Entity]) -> tuple[Side, ...]:
    return tuple(Side(e.country, e.sectors) for e in entities)


def score(scored: Scored) -> list[Row]:
    """Precision, recall and F1 at each level; agreement of fields over the pairs found; silence where due."""
    gold_total = sum(map(len, scored.gold))
    coded_total = sum(map(len, scored.coded))
    rows: list[Row] = []
    found: list[tuple[Act, Act]] = []
    for level in LEVELS:
        pairs = [p for c, g in zip(scored.coded, scored.gold, strict=True) for p in pair(c, g, level)]
        found = pairs if level == "found" else found
        precision = len(pairs) / coded_total if coded_total else 0.0
        recall = len(pairs) / gold_total if gold_total else 0.0
        f1 = 2 * precision * recall / (precision + recall) if pairs else 0.0
        rows += [
            (f"{level} precision", precision, coded_total),
            (f"{level} recall", recall, gold_total),
            (f"{level} F1", f1, gold_total),
        ]
    silent = [c for c, g in zip(scored.coded, scored.gold, strict=True) if not g]
    rows += _fields(found)
    rows.append(
        (
            "articles without an event coded empty",
            sum(not c for c in silent) / (len(silent) or 1),
            len(silent),
        )
    )
    return rows


def _fields(found: list[tuple[Act, Act]]) -> list[Row]:
    """Agreement of single fields over the events found, where the gold gives the field."""
    modes = [p for p in found if p[1].modes]
    dates = [p for p in found if p[1].date]
    places = [p for p in found if p[1].has_place]
    words = [p for p in found if p[1].attributed_to]
    return [
        ("mode", share(modes, lambda c, g: bool(c.modes & g.modes)), len(modes)),
        ("date", share(dates, _date_right), len(dates)),
        ("place country", share(places, lambda c, g: c.country == g.country), len(places)),
        ("factuality", share(found, lambda c, g: c.factuality == g.factuality), len(found)),
        (
            "attributed or not",
            share(found, lambda c, g: bool(c.attributed_to) == bool(g.attributed_to)),
            len(found),
        ),
        ("attribution", share(words, _word_right), len(words)),
    ]


def _date_right(coded: Act, gold: Act) -> bool:
    date = gold.date or ""
    return (coded.date or "")[: len(date)] == date


def _word_right(coded: Act, gold: Act) -> bool:
    ours, theirs = coded.attributed_to, gold.attributed_to
    return bool(ours) and (ours in theirs or theirs in ours)


def by_type(scored: Scored) -> list[tuple[str, int, int, int]]:
    """For each type: gold events, coded events, gold events found (by whichever accepted reading)."""
    gold = Counter(g.type for doc in scored.gold for g in doc)
    coded = Counter(c.type for doc in scored.coded for c in doc)
    found = Counter(
        g.type
        for c_doc, g_doc in zip(scored.coded, scored.gold, strict=True)
        for _, g in pair(c_doc, g_doc, "found")
    )
    return [(t, gold[t], coded[t], found[t]) for t in sorted(gold | coded)]
