"""Dates as outlets print them: "06th January, 2020", "Mon 06th January 2020 | 08:07 PM", ISO, epoch.

Numbers alone ("06/01/2020") are ambiguous: they are read month first, and day first only where month first
is impossible ("25/01/2020", and always when written with dots, as on the European continent: "06.01.2020").
A year-first date is never ambiguous. A date without a year is not read here (see `dateline`).

Clock times are kept as printed, without their zone: "on Sunday" in an article is read against the day that
the outlet printed, not against the day in Greenwich.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), start=1
    )
    for name in names.split()
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:1[89]|20)\d{2})(?!\d)"
_NAMED = rf"(?P<m>{MONTH})"
_ZONE = r"(?:\s*(?:(?-i:Z|UTC|GMT|[A-Z]{1,4}T)|[+-]\d{2}:?\d{2})(?![A-Za-z\d]))?"
_CLOCK = (
    r"(?P<H>\d{1,2})[:.h](?P<M>\d{2})(?:[:.](?P<S>\d{2})(?:\.\d+)?)?"
    rf"(?:\s*(?P<half>[ap])\.?m\b\.?)?{_ZONE}"
)

_FLAGS = re.IGNORECASE
_PATTERNS = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)",
        rf"\b{WEEKDAY}?{_NAMED}\s+(?P<d>\d{{1,2}})\s+{_CLOCK}\s+{_YEAR}",
        rf"(?<!\d){WEEKDAY}?(?:the\s+)?{_DAY}(?:\s+|-|\s+of\s+){_NAMED},?(?:\s+|-){_YEAR}",
        rf"\b{WEEKDAY}?{_NAMED}(?:,?\s+|-){_DAY}(?:,\s*|\s+|-){_YEAR}",
        rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
    )
)
_CLOCK_AFTER = re.compile(rf"(?:T|\s*(?:[,|/@•·–—-]|at\b)?\s*){_CLOCK}", _FLAGS)
_CLOCK_BEFORE = re.compile(rf"(?<![\d:.]){_CLOCK}\s*(?:[,|/@•·–—-]|on\b)?\s*$", _FLAGS)
CLOCK = re.compile(
    r"(?<![\d:.])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?![\d.:])(?:\s*[ap]\.?m\b\.?)?" + _ZONE, _FLAGS
)
DAY_MONTH = re.compile(
    rf"{WEEKDAY}?(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b)", _FLAGS
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?Z?)?")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the characters that tell it, clock time included."""

    value: dt.date | dt.datetime
    start: int
    end: int
    other: dt.date | None = None  # the day that numbers alone mean when read the other way round


def parse_date(value: object) -> dt.date | dt.datetime | None:
    """What a date field says, or None where it cannot be read.

    Takes a date, a datetime, a number (seconds or milliseconds since 1970, UTC) or a string that holds one
    date, with its clock time where the hour is told.
    """
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, dt.date) or value is None:
        return value
    text = str(value).strip()
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute = (int(group) if group else None for group in match.groups())
        return _make(year, month, day, hour, minute)
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    found = find_date(text)
    return found.value if found else None


def other_reading(value: object) -> dt.date | None:
    """The day that a field of ambiguous numbers ("06/01/2020") means when read day first, else None."""
    found = find_date(value) if isinstance(value, str) else None
    return found.other if found else None


def find_date(text: str) -> FoundDate | None:
    """The first full date (day, month and year) in a text."""
    return next(find_dates(text), None)


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date in a text, in order."""
    position = 0
    while found := _first_from(text, position):
        yield found
        position = found.end


def parse_day_month(day: str, month: str, near: dt.date) -> dt.date | None:
    """A date without a year, in the year that brings it nearest to `near`; None for a day no calendar has."""
    number = MONTHS.get(month.rstrip(".").lower())
    candidates = [_make(near.year + shift, number, int(day)) for shift in (0, -1, 1)]
    days = [day for day in candidates if day is not None]
    center = near.toordinal()
    return min(days, key=lambda day: abs(day.toordinal() - center), default=None)


def _first_from(text: str, position: int) -> FoundDate | None:
    best: FoundDate | None = None
    for pattern in _PATTERNS:
        match = pattern.search(text, position)
        if match and (best is None or match.start() < best.start):
            best = _with_clock(text, match, position) or best
    return best


def _with_clock(text: str, match: re.Match[str], position: int) -> FoundDate | None:
    """The date of a match, with the clock time inside it, after it or before it."""
    groups = match.groupdict()
    year, month, day = _numbers(groups)
    if _make(year, month, day) is None:
        return None
    start, end = match.span()
    other = _other_way(groups)
    clock: re.Match[str] | None = match if groups.get("H") else None
    if clock is None and (after := _CLOCK_AFTER.match(text, end)) and _hour_minute(after):
        clock, end = after, after.end()
    elif clock is None and (before := _CLOCK_BEFORE.search(text, position, start)) and _hour_minute(before):
        clock, start = before, before.start()
    hour, minute = (clock and _hour_minute(clock)) or (None, None)
    value = _make(year, month, day, hour, minute)
    return FoundDate(value, start, end, other) if value else None


def _other_way(groups: dict[str, str | None]) -> dt.date | None:
    """Numbers alone that were read month first, read day first, where both ways are possible."""
    first, second = int(groups.get("a") or 0), int(groups.get("b") or 0)
    if groups.get("sep") == "." or not (0 < first <= 12 and 0 < second <= 12) or first == second:
        return None
    return _make(int(groups["y"] or 0), second, first)


def _numbers(groups: dict[str, str | None]) -> tuple[int, int, int]:
    """Year, month and day of a match; 0 for what is no number."""
    year = int(groups["y"] or 0)
    if groups.get("a"):
        first, second = int(groups["a"] or 0), int(groups["b"] or 0)
        day_first = groups["sep"] == "." or first > 12
        if day_first and second > 12:
            day_first = False
        return (year, second, first) if day_first else (year, first, second)
    month = groups["m"] or ""
    return year, int(month) if month.isdigit() else MONTHS[month.rstrip(".").lower()], int(groups["d"] or 0)


def _hour_minute(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour (0-23) and minute of a clock match, or None for no time of day."""
    hour, minute, half = int(match["H"]), int(match["M"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _make(
    year: int | None, month: int | None, day: int | None, hour: int | None = None, minute: int | None = None
) -> dt.date | None:
    """A date, or a datetime where hour and minute are told; None for a day that no calendar has."""
    if not (year and month and day) or year not in _YEARS:
        return None
    try:
        if hour is None or minute is None:
            return dt.date(year, month, day)
        return dt.datetime(year, month, day, hour, minute)
    except ValueError:
        return None


def _from_epoch(number: float) -> dt.datetime | None:
    seconds = number / 1000 if number > 1e11 else number
    value = dt.datetime.fromtimestamp(seconds, dt.UTC).replace(tzinfo=None, microsecond=0)
    return value if value.year in _YEARS else None
