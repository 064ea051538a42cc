"""Readings of longer stretches and named days: seasons, quarters, halves, years, decades, holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bede.times import calendar
from bede.times.context import Context, Parts, Reading, dated
from bede.times.dates import stated_year
from bede.times.holidays import holidays
from bede.times.lexicon import word_set

# Nouns counted in figures that look like years ("2000 people").
_COUNTED = word_set(
    """
    people persons men women children troops soldiers police officers migrants refugees protesters
    workers dollars euros pounds homes houses miles km kilometers kilometres metres meters feet
    acres tons tonnes barrels points deaths cases members passengers students jobs votes villages
    families civilians militants fighters rounds copies pages employees shares points
    """
)
_YEAR_PREPOSITIONS = word_set(
    """
    in since by until till from during of before after between to through early late for
    """
)


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
    if rel == "T":
        return here_year if code == here else anchor.year
    if rel == "X" or direction == "future":
        return (
            here_year if order.index(code) > order.index(here) else here_year + (code != here or rel == "X")
        )
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


def short_quarter(parts: Parts, context: Context) -> Reading | None:
    """Q1 2020, H2."""
    code = parts.word("code").upper()
    found = stated_year(parts, context) or (context.anchor.year if context.anchor else None)
    if code in ("H3", "H4") or (code[0] == "H" and parts.end - parts.start == 1):
        return None
    value = f"{found:04}-{code}" if found else f"XXXX-{code}"
    return Reading(
        value, "DATE", "quarter" if code[0] == "Q" else "half", "as written", parts["year"] is None
    )


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
    if (
        alone
        and before
        and (before.text in ("no", "number", "flight", "some", "nearly", "about") or before.letter == "m")
    ):
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
