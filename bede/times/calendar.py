"""Date arithmetic that never raises: whatever leaves the years 1 to 9999 is None."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# First month of each season, in the calendar of news from the northern hemisphere.
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Units that come down to a number of another one.
_AS_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}
_AS_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
PRECISION = {
    "D": "day", "W": "week", "WE": "weekend", "F": "week", "M": "month", "Q": "quarter", "H": "half",
    "Y": "year", "E": "decade", "C": "century", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day (31 February)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift(day: dt.date, amount: float, unit: str) -> dt.date | None:
    """`day` moved by an amount of units; a month later than 31 January is the last of February."""
    try:
        if unit in _AS_DAYS:
            return day + dt.timedelta(days=round(amount * _AS_DAYS[unit]))
        if unit in _AS_MONTHS:
            months = day.year * 12 + day.month - 1 + round(amount * _AS_MONTHS[unit])
            year, month = divmod(months, 12)
            return dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))
    except (ValueError, OverflowError):
        return None
    return day  # hours, minutes, seconds: the day does not change for a text that names no hour


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    if month == 12:
        return 31
    return (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day


def name(day: dt.date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, ... that holds `day`."""
    if unit in ("W", "WE", "F"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if unit in ("Y", "E", "C"):
        return f"{day.year:04}"[: {"Y": 4, "E": 3, "C": 2}[unit]]
    return day.isoformat()


def weekday_near(anchor: dt.date, weekday: int, direction: str | None) -> dt.date | None:
    """The weekday (Monday 0) meant in copy of the `anchor` day; the anchor itself where it is that weekday.

    direction: "past" and "future" say which way, None takes the past, as news does.
    """
    ahead = (weekday - anchor.weekday()) % 7
    if direction != "future" and ahead:
        ahead -= 7
    return shift(anchor, ahead, "D")


# A day named without its year is never further off than it need be where that is this near.
_NEAR_DAYS = 60


def year_near(anchor: dt.date, month: int, day: int, direction: str | None) -> int:
    """The year of a day named without one: the nearest if within two months, else by direction."""
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [found for year in years if (found := make_day(year, month, day))]
    if not days:
        return anchor.year
    nearest = min(days, key=lambda found: abs((found - anchor).days))
    if abs((nearest - anchor).days) <= _NEAR_DAYS or direction not in ("past", "future"):
        return nearest.year
    if direction == "past":
        return max((found.year for found in days if found <= anchor), default=anchor.year)
    return min((found.year for found in days if found >= anchor), default=anchor.year)


def month_year_near(anchor: dt.date, month: int, direction: str | None) -> int:
    """The year of a month named without one: next month is not taken for last year's, else by direction."""
    ahead = (month - anchor.month) % 12
    if ahead <= 1:
        return anchor.year + (anchor.month + ahead > 12)
    if direction == "past":
        return anchor.year - (month > anchor.month)
    if direction == "future":
        return anchor.year + (month < anchor.month)
    gap = month - anchor.month
    return anchor.year + (1 if gap <= -7 else -1 if gap >= 6 else 0)


def season_of(day: dt.date) -> tuple[int, str]:
    """The season that holds a day, by whole months; January and February belong to the winter before."""
    if day.month < 3:
        return day.year - 1, "WI"
    for season in ("WI", "FA", "SU", "SP"):
        if day.month >= SEASON_START[season]:
            return day.year, season
    return day.year, "WI"  # not reached: every month from March on has a season


def easter(year: int) -> dt.date | None:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return make_day(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The nth weekday of a month; -1 is the last."""
    if nth < 0:
        last = make_day(year, month, month_length(year, month)) if 1 <= year <= 9999 else None
        return last and shift(last, -((last.weekday() - weekday) % 7), "D")
    first = make_day(year, month, 1)
    day = first and shift(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1), "D")
    return day if day and day.month == month else None


@lru_cache(maxsize=4096)
def as_date(value: str) -> tuple[str | None, str | None]:
    """A TIMEX3 value as a date no more precise than the text: (ISO day, month or year; its precision)."""
    first, _, last = value.partition("/")
    if last:
        common = first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""
        return (common, "month" if len(common) == 7 else "year") if common else (None, None)
    if re.match(r"\d{4}-\d\d-\d\d", value):
        return value[:10], "day"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return value, "month"
    if re.match(r"\d{4}-W\d\d", value):
        return _month_of_week(value)
    if re.match(r"\d{4}(?:$|-(?:Q\d|H\d|SP|SU|FA|WI)$)", value):
        return value[:4], "year"
    return None, None


def _month_of_week(value: str) -> tuple[str | None, str | None]:
    """The month of a week's Thursday, or of a weekend's Saturday."""
    try:
        day = dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if value.endswith("WE") else 4)
    except ValueError:
        return None, None
    return day.isoformat()[:7], "month"
