"""One time expression: its words and what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from bede.records import Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and its TIMEX3 reading.

    span       the words
    value      2020-01-05, 2020-01, 2020, 202 (a decade), 20 (the 21st century), 2020-W01, 2020-W01-WE
               (a weekend), 2020-Q1, 2020-H1, 2020-SU, 2020-01-05T09:30+03:00, 2020-01-05TMO, a range
               2020-01-03/2020-01-05, P3D, PXY, PRESENT_REF, PAST_REF, FUTURE_REF, XXXX-WXX-1.
               Empty where it hangs on a date that the text does not give (no publication date).
    kind       DATE, TIME, DURATION or SET
    precision  century, decade, year, half, season, quarter, month, week, weekend, day, part (of a day),
               hour, minute, second, or vague
    basis      how it was inferred, for people ("Sunday before 2020-01-06")
    relative   whether the words alone, without a date they lean on, leave the value open
    """

    span: Span
    value: str
    kind: str
    precision: str
    basis: str = ""
    relative: bool = False
