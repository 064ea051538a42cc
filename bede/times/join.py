"""A time of day and the day beside it become one expression: "10 p.m. on Wednesday"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bede.records import Span
from bede.times.mention import TimeMention

_GLUE = re.compile(
    r"[\s,(]*(?:on|at|in|of|around|about|the|local time|by|before|after)?\s*(?:the|around|about)?[\s,(]*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|WXX)-\d\d?$")
_TIME = re.compile(r"T(\d\d:\d\d(?::\d\d)?\S*)$")
_PART = re.compile(r"((?:\d{4}|XXXX)-(?:\d\d|WXX)-\d\d?)T[A-Z]{2}$")
_DATED_CLOCK = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|WXX)-\d\d?T(\d\d:\d\d)$")
# How many characters back a clock time looks for its day.
_NEARBY = 400
_NAMED = frozenset(("noon", "midday", "midnight"))


def join_times(text: str, mentions: list[TimeMention], anchor: dt.date | None) -> list[TimeMention]:
    """Mentions with a clock time and its day put together."""
    joined: list[TimeMention] = []
    for mention in mentions:
        pair = _pair(text, joined[-1], mention) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(mention)
    return _date_clocks(joined, anchor)


def _date_clocks(mentions: list[TimeMention], anchor: dt.date | None) -> list[TimeMention]:
    """Mentions where a clock time without a day has the last past one told shortly before it."""
    dated: list[TimeMention] = []
    day: TimeMention | None = None
    for mention in mentions:
        if re.match(r"T\d\d:", mention.value) and mention.kind == "TIME" and day is not None:
            if mention.span.start - day.span.end < _NEARBY:
                value, basis = day.value[:10] + mention.value, f"on the day told before, {day.value[:10]}"
                mention = replace(mention, value=value, basis=basis)
        elif re.match(r"\d{4}-\d\d-\d\d(?:T|$)", mention.value) and (
            anchor is None or mention.value[:10] <= anchor.isoformat()
        ):
            day = mention
        dated.append(mention)
    return dated


def _pair(text: str, first: TimeMention, second: TimeMention) -> TimeMention | None:
    """Both as one expression, or None where they do not belong together."""
    between = text[first.span.end : second.span.start]
    if len(between) > 14 or "\n" in between or not _GLUE.fullmatch(between):
        return None
    for clock, day in ((first, second), (second, first)):
        value = _combine(clock, day, text[clock.span.start : clock.span.end].lower())
        if value:
            span = Span(first.span.start, second.span.end)
            precision = clock.precision if ":" in value else "part"
            return replace(
                day, span=span, value=value, kind="SET" if day.kind == "SET" else "TIME", precision=precision
            )
    return None


def _combine(clock: TimeMention, day: TimeMention, words: str) -> str | None:
    """The day's value with the clock's time."""
    time = _TIME.fullmatch(clock.value) or (words in _NAMED and _DATED_CLOCK.fullmatch(clock.value)) or None
    if time is None:
        return None
    if _DAY.fullmatch(day.value) and day.kind in ("DATE", "SET"):
        return f"{day.value}T{time[1]}"
    part = _PART.fullmatch(day.value)
    return f"{part[1]}T{time[1]}" if part else None
