"""What is wrong with a passage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bede.errors import BedeError
from bede.knowledge import INTERNATIONAL, load
from bede.ontology import Ontology
from training import mend, people
from training.records import Event, Passage, Side, Span, passage_id

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def faults(passage: Passage, ontology: Ontology) -> Iterator[str]:
    """Every fault of a passage that is in the format; what the format demands is not looked at again."""
    if passage.id != passage_id(passage.text):
        yield "id is not the hash of the text"
    if not _day(passage.date):
        yield f"date {passage.date}"
    for number, event in enumerate(passage.events, start=1):
        if event.id != f"{passage.id}-{number}":
            yield f"event id {event.id}"
        if mend.announced(event, passage.date):
            yield f"{event.type} carries the day of what it announces"
        for fault in _event(event, ontology):
            yield f"{event.type} {fault}"
    for text, span in _spans(passage):
        if not 0 <= span[0] < span[1] or passage.text[slice(*span)] != text:
            yield f"{text!r} does not stand at {list(span)}"
    if mend.credit_edits(passage):
        yield "names a real news agency"
    try:
        if people.edits(passage):
            yield "names a real person"
    except people.RealPerson as error:
        yield f"names a real person: {error}"


def _event(event: Event, ontology: Ontology) -> Iterator[str]:
    try:
        for mode in event.modes:
            ontology.mode(event.type, mode)
        for context in event.contexts:
            ontology.context(context)
        for side in (*event.actors, *event.recipients):
            for sector in side.sectors:
                ontology.sector(sector)
    except BedeError as error:
        yield str(error)
    sides = (*event.actors, *event.recipients)
    if not any(side.text for side in sides) and not any(side.country or side.sectors for side in sides):
        yield "has nobody on either side"
    yield from (fault for side in sides for fault in _side(side))
    for values in (event.modes, event.contexts):
        if len(set(values)) < len(values):
            yield f"repeats one of {values}"
    for key, (low, high) in event.size.items():
        if low < 0 or (high is not None and high < low):
            yield f"size {key} {low} to {high}"
    if event.date and event.date.value:
        yield from _date(event.date.value, event.date.text or "")


def _side(side: Side) -> Iterator[str]:
    if bool(side.text) != (side.span is not None):
        yield f"side {side.text!r} with span {side.span}"
    if not side.text and not side.sectors and not side.country:
        yield "side without words, country and sectors"
    if side.country and side.country not in INTERNATIONAL and side.country not in load().countries:
        yield f"side {side.text!r} has the unknown country {side.country}"
    if mend.country(side.country) != side.country:
        yield f"side {side.text!r} has {side.country}, wants {mend.country(side.country)}"
    if mend.sectors(side) != side.sectors:
        yield f"side {side.text!r} of {side.country} has sectors {side.sectors}, wants {mend.sectors(side)}"


def _date(value: str, words: str) -> Iterator[str]:
    if not _day(value):
        yield f"date {value}"
        return
    named = [day for day in WEEKDAYS if day in words.lower()]
    if len(value) == 10 and named and WEEKDAYS[dt.date.fromisoformat(value).weekday()] not in named:
        yield f"date {value} is not {words!r}"


def _day(value: str) -> bool:
    """Whether an ISO date, whole or cut to year or month, is one of the calendar."""
    try:
        dt.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def _spans(passage: Passage) -> Iterator[tuple[str, Span]]:
    for event in passage.events:
        words = [event.trigger, *event.mentions, event.attributed_to, event.place, event.date]
        for part in (*words, *event.actors, *event.recipients):
            if part is not None and part.span is not None:
                yield part.text or "", part.span
    for statement in passage.statements or ():
        for part in (statement.speaker, statement.cue, statement.content):
            if part is not None:
                yield part.text, part.span
