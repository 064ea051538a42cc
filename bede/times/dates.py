"""Readings of calendar dates: days, ranges of days, weekdays, weeks and months."""

from __future__ import annotations

import datetime as dt
import re

from bede.times import calendar
from bede.times.context import NOTHING, Context, Parts, Reading, dated

_STEP = {"L": -1, "T": 0, "K": 0, "X": 1}


def iso(parts: Parts, context: Context) -> Reading | None:
    """2020-01-05, with or without a time."""
    text = parts.tokens[parts.start].text.replace(" ", "t")
    day = calendar.make_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None:
        return NOTHING
    if len(text) == 10:
        return Reading(text, "DATE", "day", "as written")
    return Reading(text.upper(), "TIME", "minute", "as written")


def numeric(parts: Parts, context: Context) -> Reading | None:
    """3/4/2019: month first, as in the United States, unless only day first is possible."""
    numbers = [int(n) for n in re.findall(r"\d+", parts.tokens[parts.end - 1].text)]
    year, first, second = numbers if numbers[0] > 31 else (numbers[2], numbers[0], numbers[1])
    if year < 100:
        year += 1900 if year > 50 else 2000
    dotted = "." in parts.tokens[parts.end - 1].text
    month_first = not dotted and first <= 12
    day = calendar.make_day(year, first, second) if month_first else None
    day = day or calendar.make_day(year, second, first)
    return Reading(day.isoformat(), "DATE", "day", "as written") if day else NOTHING


def stated_year(parts: Parts, context: Context) -> int | None:
    """The year given beside a date: "2020", "'98", "last year". None where there is none."""
    year = parts.number("year") or parts.number("year2")
    if year is not None:
        return year if year >= 100 else year + (1900 if year > 30 else 2000)
    for group in ("rel", "rel2"):
        token = parts[group]
        unit = parts.behind(group)
        if token and unit and unit.value == "Y" and context.anchor:
            return context.anchor.year + _STEP[token.letter]
    return None


def date(parts: Parts, context: Context) -> Reading | None:
    """3 January, January 3rd 2020, Friday, Jan. 3."""
    month, day = parts.number("month"), parts.number("day")
    if month is None or day is None:
        return None
    year = stated_year(parts, context)
    if year is not None:
        found = calendar.make_day(year, month, day)
        return Reading(found.isoformat(), "DATE", "day", "as written") if found else NOTHING
    if not calendar.make_day(2000, month, day):
        return NOTHING
    if context.anchor is None:
        return Reading(f"XXXX-{month:02}-{day:02}", "DATE", "day", "no year given", True)
    side = {"L": "past", "X": "future"}.get(parts.letter("side"))
    found = _near_day(context, month, day, side or context.direction(parts.offset))
    return dated(found, "D", f"year by {context.anchor}")


def _near_day(context: Context, month: int, day: int, direction: str | None) -> dt.date | None:
    """A day named without its year, by tense; a leap day goes to the nearest year that has one."""
    if context.anchor is None:
        return None
    year = calendar.year_near(context.anchor, month, day, direction)
    for near in (0, -1, 1, -2, 2, -3, 3):
        found = calendar.make_day(year + near, month, day)
        if found:
            return found
    return None


def day_range(parts: Parts, context: Context) -> Reading | None:
    """January 3-5, from 3 to 5 January: an interval."""
    first = date(parts, context)
    last = parts.number("last")
    if first is None or last is None or len(first.value) != 10:
        return first
    month = first.value[:8]
    if not month.startswith("XXXX"):
        end = calendar.make_day(int(month[:4]), int(month[5:7]), last)
        if end is None or end.isoformat() < first.value:
            return None
    return Reading(f"{first.value}/{month}{last:02}", "DATE", "day", first.basis, first.relative)


def date_span(parts: Parts, context: Context) -> Reading | None:
    """From March 3 to April 5: an interval, both ends in the year that the first has."""
    first, month_, day = date(parts, context), parts.number("month2"), parts.number("day2")
    if first is None or first is NOTHING or month_ is None or day is None:
        return first
    if first.value.startswith("X"):
        return Reading(f"{first.value}/XXXX-{month_:02}-{day:02}", "DATE", "day", first.basis, True)
    start = dt.date.fromisoformat(first.value)
    end = calendar.make_day(start.year, month_, day)
    if end is not None and end < start:
        end = calendar.make_day(start.year + 1, month_, day)
    return Reading(f"{start}/{end}", "DATE", "day", first.basis, first.relative) if end else NOTHING


def days_of_month(parts: Parts, context: Context) -> Reading | None:
    """From 4 to 22 this month."""
    first, last = parts.number("day"), parts.number("last")
    if first is None or last is None or parts.text_value("unit") != "M" or context.anchor is None:
        return None
    near = calendar.shift(context.anchor.replace(day=1), _STEP[parts.letter("rel")], "M")
    start, end = (near and calendar.make_day(near.year, near.month, day) for day in (first, last))
    if not start or not end or end < start:
        return NOTHING
    return Reading(f"{start}/{end}", "DATE", "day", f"by {context.anchor}", True)


def month(parts: Parts, context: Context) -> Reading | None:
    """May, last May, May 2019, early May of last year."""
    number = parts.number("month")
    if number is None:
        return None
    year = stated_year(parts, context)
    if year is not None:
        return Reading(f"{year:04}-{number:02}", "DATE", "month", "as written", parts.number("year") is None)
    if context.anchor is None:
        return Reading(f"XXXX-{number:02}", "DATE", "month", "no year given", True)
    anchor, rel = context.anchor, parts.letter("rel")
    if rel == "L":
        year = anchor.year - (number >= anchor.month)
    elif rel == "X":
        year = anchor.year + (number <= anchor.month)
    elif rel == "T":
        year = anchor.year
    elif rel == "K" and context.year:
        year = context.year
    else:
        year = calendar.month_year_near(anchor, number, context.direction(parts.offset))
    return Reading(f"{year:04}-{number:02}", "DATE", "month", f"year by {anchor}", True)


def weekday(parts: Parts, context: Context) -> Reading | None:
    """Friday, last Friday, late on Friday, Friday morning."""
    number = parts.number("day")
    if number is None:
        return None
    part = parts.text_value("part")
    if context.anchor is None:
        return with_part(f"XXXX-WXX-{number + 1}", part, "no publication date")
    anchor, rel = context.anchor, parts.letter("rel")
    direction = {"L": "past", "X": "future"}.get(rel) or context.direction(parts.offset)
    if rel == "K" and context.day:
        anchor, direction = context.day, "past"
    day = calendar.weekday_near(anchor, number, direction)
    if day == anchor and rel in ("L", "X"):
        day = calendar.shift(anchor, 7 * _STEP[rel], "D")
    side = "the day of" if day == anchor else "after" if day and day > anchor else "before"
    basis = f"{calendar.DAYS[number]} {side} {anchor}"
    return with_part(day.isoformat(), part, basis) if day else None


def weekday_of_week(parts: Parts, context: Context) -> Reading | None:
    """Thursday last week."""
    number, step = parts.number("day"), _STEP[parts.letter("rel")]
    if number is None or parts.text_value("unit") != "W":
        return None
    if context.anchor is None:
        return Reading(f"XXXX-WXX-{number + 1}", "DATE", "day", "no publication date", True)
    day = calendar.shift(context.anchor, 7 * step + number - context.anchor.weekday(), "D")
    return dated(day, "D", f"{calendar.DAYS[number]} by {context.anchor}")


def date_of_month(parts: Parts, context: Context) -> Reading | None:
    """The 20th of next month."""
    number, step = parts.number("day"), _STEP[parts.letter("rel")]
    if number is None or parts.text_value("unit") != "M" or context.anchor is None:
        return None
    near = calendar.shift(context.anchor.replace(day=1), step, "M")
    return (
        dated(near and calendar.make_day(near.year, near.month, number), "D", f"by {context.anchor}")
        or NOTHING
    )


def weekday_dated(parts: Parts, context: Context) -> Reading | None:
    """Friday the 22nd: the nearest month in which the 22nd is a Friday."""
    number, date_ = parts.number("day"), parts.number("date")
    word = parts["date"]
    if (
        number is None
        or date_ is None
        or context.anchor is None
        or word is None
        or not word.text[0].isdigit()
    ):
        return None
    for months in (0, -1, 1, -2, 2, -3, 3):
        near = calendar.shift(context.anchor.replace(day=1), months, "M")
        day = near and calendar.make_day(near.year, near.month, date_)
        if day and day.weekday() == number:
            return Reading(day.isoformat(), "DATE", "day", f"by {context.anchor}", True)
    return None


def nth_weekday(parts: Parts, context: Context) -> Reading | None:
    """The first Friday of May, the last Sunday of this month."""
    number = parts.number("day")
    nth = -1 if parts.letter("nth") == "L" else parts.number("nth")
    if number is None or not nth:
        return None
    if parts["month"]:
        near = month(parts, context)
        if near is None or near.value.startswith("X"):
            return near
        year, in_month = int(near.value[:4]), int(near.value[5:7])
    else:
        if context.anchor is None or parts.text_value("unit") != "M":
            return None
        moved = calendar.shift(context.anchor, _STEP[parts.letter("rel")], "M")
        if moved is None:
            return None
        year, in_month = moved.year, moved.month
    day = calendar.nth_weekday(year, in_month, number, nth)
    return dated(day, "D", "by the calendar")


def week_of(parts: Parts, context: Context) -> Reading | None:
    """The week of March 6."""
    near = date(parts, context)
    if near is None or parts.text_value("unit") != "W" or near.value.startswith("X"):
        return None
    day = dt.date.fromisoformat(near.value)
    return Reading(calendar.name(day, "W"), "DATE", "week", f"the week of {day}", near.relative)


def nth_week(parts: Parts, context: Context) -> Reading | None:
    """The third week of March: the ISO week that holds its middle."""
    nth = 4 if parts.letter("nth") == "L" else parts.number("nth") or 9
    near = month(parts, context)
    if near is None or nth > 5 or parts.text_value("unit") != "W" or near.value.startswith("X"):
        return None
    day = calendar.make_day(int(near.value[:4]), int(near.value[5:7]), min(7 * nth - 3, 28))
    return dated(day, "W", near.basis, near.relative)


def with_part(day: str, part: str, basis: str) -> Reading:
    """A day with a part of it: TMO, TAF, TEV, TNI, or a clock time for noon and midnight."""
    if not part:
        return Reading(day, "DATE", "day", basis, True)
    return Reading(f"{day}T{part}", "TIME", "minute" if ":" in part else "part", basis, True)
