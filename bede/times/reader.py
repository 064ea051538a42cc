"""Time expressions of a text, found and normalised, in order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from spacy.tokens import Doc

from bede.records import Span
from bede.times import clock, dates, durations, grammar, periods, relative
from bede.times.context import NOTHING, Context, Parts, Reader, Reading
from bede.times.join import join_times
from bede.times.mention import TimeMention
from bede.times.tense import parse_direction, text_direction, token_at
from bede.times.tokens import scan


def _readers() -> dict[str, Reader]:
    """The reading functions by the names the grammar uses."""
    found: dict[str, Reader] = {}
    for rule in grammar.RULES:
        for module in (dates, periods, relative, durations, clock):
            if hasattr(module, rule.reading):
                found[rule.reading] = getattr(module, rule.reading)
    return found


_READERS = _readers()
# Years before 1 and after 9999, which ISO 8601 does not write in four digits.
_OUT_OF_CALENDAR = re.compile(r"-|0000|\d{5}")


def read_times(doc: Doc | str, anchor: dt.date | None) -> list[TimeMention]:
    """Every time expression of a Doc or a plain string, read against the `anchor` day (publication).

    With a Doc the tense of the clause decides which Friday "Friday" is; with a string, the nearest cue word.
    Without an anchor, expressions that need one have an empty value (or one with X for what is open,
    XXXX-01-05, XXXX-WXX-1) and `relative` is true. Never raises, whatever the text.
    """
    text = doc if isinstance(doc, str) else doc.text
    tokens, letters = scan(text)
    direction: Callable[[int], str | None] = (
        partial(text_direction, text) if isinstance(doc, str) else partial(parse_direction, doc)
    )
    context = Context(anchor, direction, tokens)
    mentions: list[TimeMention] = []
    done = 0
    for candidate in grammar.candidates(letters):
        if candidate.start < done:
            continue
        context.offset = tokens[candidate.start].start
        parts = Parts(candidate.start, candidate.end, candidate.groups, tokens)
        reading = _READERS[candidate.reading](parts, context)
        if reading is None or _OUT_OF_CALENDAR.match(reading.value):
            continue
        done = candidate.end
        if reading is NOTHING:
            continue
        span = _span(parts, candidate.end)
        if not isinstance(doc, str) and _is_name(doc, span):
            continue
        context.remember(reading.value, candidate.reading == "quarter")
        mentions.append(_mention(span, reading))
    return join_times(text, mentions, anchor)


def _is_name(doc: Doc, span: Span) -> bool:
    """Whether the only word is somebody's name ("May's deal")."""
    token = doc[token_at(doc, span.start)]
    return token.ent_type_ == "PERSON" and token.text in (
        "May",
        "April",
        "June",
        "August",
        "January",
        "Spring",
    )


def _span(parts: Parts, end: int) -> Span:
    """The words of a match, without a preposition or a stop at its edges."""
    start = parts.start
    while parts.tokens[start].letter in "Fi" and start < end - 1:
        start += 1
    return Span(parts.tokens[start].start, parts.tokens[end - 1].end)


def _mention(span: Span, reading: Reading) -> TimeMention:
    return TimeMention(
        span, reading.value, reading.kind, reading.precision, reading.basis, reading.relative
    )  # fmt: skip
