"""Readings of calendar dates: days, weekdays, months, seasons, quarters, years, decades, holidays."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from bede.times import calendar
from bede.times.context import NOTHING, Context, Parts, Reading, dated
from bede.times.holidays import holidays

_STEP = {"L": -1, "T": 0, "K": 0, "X": 1}
# Nouns counted in figures that look like years ("2000 people").
_COUNTED = frozenset(
    """people persons men women children troops soldiers police officers migrants refugees protesters workers
    dollars euros pounds homes houses miles km kilometers kilometres metres meters feet acres tons tonnes barrels
    points deaths cases members passengers students jobs votes villages families civilians militants fighters
    rounds copies pages employees shares points""".split()
)
_YEAR_PREPOSITIONS = frozenset("in since by until till from during of before after between to through early late for".split())


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
        year = calendar.year_near(anchor, number, 0, context.direction(parts.offset))
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


def weekday_dated(parts: Parts, context: Context) -> Reading | None:
    """Friday the 22nd: the nearest month in which the 22nd is a Friday."""
    number, date_ = parts.number("day"), parts.number("date")
    word = parts["date"]
    if number is None or date_ is None or context.anchor is None or word is None or not word.text[0].isdigit():
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


def season(parts: Parts, context: Context) -> Reading | None:
    """Summer, last fall, the winter of 1998."""
    code = parts.text_value("season")
    year = stated_year(parts, context)
    token = parts["season"]
    if token is None or (token.text in ("fall", "spring") and parts.end - parts.start == 1):
        return None
    if token.text.endswith("s"):
        return None
    if year is None and context.anchor is None:
        return Reading(f"XXXX-{code}", "DATE", "season", "no year given", True)
    if year is None and context.anchor is not None:
        year = _season_year(code, context.anchor, parts.letter("rel"), context.direction(parts.offset))
    return Reading(f"{year:04}-{code}", "DATE", "season", f"by {context.anchor}", parts["year"] is None)


def _season_year(code: str, anchor: dt.date, rel: str, direction: str | None) -> int:
    """The year of a season named without one; a winter has the year it begins in."""
    here_year, here = calendar.season_of(anchor)
    order = list(calendar.SEASON_START)
    if rel == "L" or (rel in ("", "K") and direction == "past"):
        running = code == here and rel != "L"
        return here_year if running or order.index(code) < order.index(here) else here_year - 1
    if rel == "X" or direction == "future":
        return here_year if order.index(code) > order.index(here) else here_year + (code != here or rel == "X")
    return here_year if code == here else anchor.year


def quarter(parts: Parts, context: Context) -> Reading | None:
    """The third quarter, the 1990 first quarter, this year's fourth quarter."""
    nth = parts.number("nth") if parts.letter("nth") == "o" else None
    if nth is None or not 1 <= nth <= 4:
        return None
    year = stated_year(parts, context)
    if year is None:
        if context.anchor is None:
            return Reading(f"XXXX-Q{nth}", "DATE", "quarter", "no year given", True)
        here = (context.anchor.month + 2) // 3
        year = context.anchor.year
        direction = context.direction(parts.offset)
        if nth - here >= 2 and direction != "future":
            year -= 1
        elif here - nth >= 2 and direction == "future":
            year += 1
    return Reading(f"{year:04}-Q{nth}", "DATE", "quarter", f"by {context.anchor}", parts["year"] is None)


def half(parts: Parts, context: Context) -> Reading | None:
    """The first half of 2019."""
    nth = 2 if parts.letter("nth") == "L" else parts.number("nth")
    year = stated_year(parts, context) or (context.anchor.year if context.anchor else None)
    if nth not in (1, 2) or year is None:
        return None
    return Reading(f"{year:04}-H{nth}", "DATE", "half", "as written", parts["year"] is None)


def year(parts: Parts, context: Context) -> Reading | None:
    """2020, early 2020, fiscal 1989; not an amount ("2000 people")."""
    number = parts.number("year")
    if number is None:
        return None
    alone = parts.end - parts.start == 1
    before, after = parts.before, parts.after
    if after and after.text in _COUNTED:
        return None
    if alone and before and (before.text in ("no", "number", "flight", "some", "nearly", "about") or before.letter == "m"):
        return None
    if alone and not 1900 <= number <= 2100 and not (before and before.text in _YEAR_PREPOSITIONS):
        return None
    return Reading(f"{number:04}", "DATE", "year", "as written")


def short_year(parts: Parts, context: Context) -> Reading | None:
    """'98."""
    found = stated_year(parts, context)
    return Reading(f"{found:04}", "DATE", "year", "as written") if found else None


def decade(parts: Parts, context: Context) -> Reading | None:
    """The 1990s, the early 2000s, the nineties."""
    number = parts.number("decade")
    if number is None:
        return None
    if number < 10:
        near = context.anchor.year if context.anchor else 2000
        number += 200 if 2000 + 10 * number <= near and number < 3 else 190
    return Reading(f"{number:03}", "DATE", "decade", "as written")


def century(parts: Parts, context: Context) -> Reading | None:
    """The 20th century: value 19, the digits its years begin with."""
    nth = parts.number("nth")
    return Reading(f"{nth - 1:02}", "DATE", "century", "as written") if nth and nth < 30 else None


def holiday(parts: Parts, context: Context) -> Reading | None:
    """Christmas, last Thanksgiving, Ramadan 2019."""
    known = holidays().get(parts.text_value("holiday"))
    if known is None:
        return None
    unit = "M" if known.is_period else "D"
    year = 0 if known.is_single else stated_year(parts, context)
    if year is not None:
        day = known.day(year)
        return dated(day, unit, known.name, False)
    if context.anchor is None:
        return Reading("", "DATE", calendar.PRECISION[unit], "no publication date", True)
    day = _near_holiday(known.day, context.anchor, parts.letter("rel"), context.direction(parts.offset))
    return dated(day, unit, f"{known.name} by {context.anchor}")


def _near_holiday(
    day_in: Callable[[int], dt.date | None], anchor: dt.date, rel: str, direction: str | None
) -> dt.date | None:
    """The holiday last year, this year or next, by direction, else the nearest."""
    days = [day for step in (-1, 0, 1) if (day := day_in(anchor.year + step))]
    if rel == "T":
        return day_in(anchor.year)
    if rel == "L" or (direction == "past" and rel != "X"):
        return max((day for day in days if day < anchor or (day == anchor and rel != "L")), default=None)
    if rel == "X" or direction == "future":
        return min((day for day in days if day > anchor or (day == anchor and rel != "X")), default=None)
    return min(days, key=lambda day: abs((day - anchor).days), default=None)


def year_end(parts: Parts, context: Context) -> Reading | None:
    """Year-end."""
    found = context.anchor.year if context.anchor else None
    return Reading(f"{found:04}" if found else "", "DATE", "year", f"by {context.anchor}", True)


def with_part(day: str, part: str, basis: str) -> Reading:
    """A day with a part of it: TMO, TAF, TEV, TNI, or a clock time for noon and midnight."""
    if not part:
        return Reading(day, "DATE", "day", basis, True)
    return Reading(f"{day}T{part}", "TIME", "minute" if ":" in part else "part", basis, True)
