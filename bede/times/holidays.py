"""Holidays: from a name and a year to a day, by rule or by table (bede/data/holidays.csv)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from bede.data import rows
from bede.times import calendar

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


@dataclass(frozen=True, slots=True)
class Holiday:
    """One name a holiday goes by, and the rule that places it in a year."""

    name: str
    rule: str
    argument: str

    @property
    def is_period(self) -> bool:
        """Whether it lasts a month (Ramadan) rather than a day."""
        return self.rule == "month"

    @property
    def is_single(self) -> bool:
        """Whether the name is that of one day in history (9/11)."""
        return self.rule == "once"

    def day(self, year: int) -> dt.date | None:
        """Its (first) day in a year; None where the tables end."""
        if self.rule == "fixed":
            return calendar.make_day(year, int(self.argument[:2]), int(self.argument[3:]))
        if self.rule == "once":
            return dt.date.fromisoformat(self.argument)
        if self.rule == "easter":
            sunday = calendar.easter(year)
            return sunday and calendar.shift(sunday, int(self.argument), "D")
        if self.rule == "thanksgiving":
            thursday = calendar.nth_weekday(year, 11, 3, 4)
            return thursday and calendar.shift(thursday, int(self.argument), "D")
        if self.rule in ("weekday", "election"):
            month, weekday, nth = self.argument.split()
            day = calendar.nth_weekday(year, int(month), _WEEKDAYS[weekday], int(nth))
            return day and calendar.shift(day, 1 if self.rule == "election" else 0, "D")
        return moveable_days().get((self.argument, year))


@cache
def holidays() -> dict[str, Holiday]:
    """Every name of a holiday, in lower case with straight apostrophes."""
    return {row["name"]: Holiday(row["name"], row["rule"], row["argument"]) for row in rows("holidays.csv")}


@cache
def moveable_days() -> dict[tuple[str, int], dt.date]:
    """(holiday, Gregorian year) to its first day in that year, for calendars that follow the moon."""
    days: dict[tuple[str, int], dt.date] = {}
    for row in rows("moveable_days.csv"):
        days.setdefault((row["holiday"], int(row["year"])), dt.date.fromisoformat(row["date"]))
    return days
