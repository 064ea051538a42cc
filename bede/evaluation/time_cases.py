"""Cases of Microsoft's date and time recogniser specifications (JSON), where they apply to news."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bede.records import Span
from bede.times import TimeMention, read_times

# The specifications of whole expressions. Left out: clock times and spans of hours, which are the talk of a
# diary ("from 3 to 3:30"), and DateTimeModel, which repeats the others.
FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "HolidayParser", "DateTimeParser")
# What is typed into a diary and not printed in news.
_NOT_NEWS = re.compile(
    "|".join(
        (
            r"(?:the |for |on )*(?:\d{1,2}|second|thirty|twenty second)(?:\b(?!.*[a-z])|$)",  # "for the 27"
            r".*\bon (?:the )?15\b.*|15(?: at|,).*",  # "8pm on 15"
            r".*\b(?:my|rest|w/c|eod|end of|week \d+|yuandan)\b.*",  # "rest of my week", "end of day"
            r".*\b\d{1,2}[-/.]\d{1,2}(?:[-/., ]+\d{2})?\b(?![-/.]\d{4}).*",  # "4/22", "9-18-15"
            r".*\b20\d\d ?[-/.] ?(?:\d{1,2}\b(?!-\d)|[a-z]).*",  # "2016/11", "2019-sep-1"
            r".*\d{1,2} ?[-/] ?20\d\d.*",  # "11/2016"
            r".*\d(?:h|day|min|year|years)\b.*|.*\d (?:h|sec)\b.*",  # "3h"
        )
    ),
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TimeCase:
    """A sentence, the day it is read on, the words to find and the values that are right for them."""

    text: str
    day: dt.date | None
    span: Span
    accepted: frozenset[str]


def evaluate_cases(folder: Path) -> list[tuple[str, float, int]]:
    """(measure, value, number of cases) for a folder of specifications."""
    cases = list(read_cases(folder))
    right = sum(is_right(case, read_times(case.text, case.day)) for case in cases)
    return [("recogniser cases right", right / len(cases) if cases else 0.0, len(cases))]


def read_cases(folder: Path) -> Iterator[TimeCase]:
    """The cases that apply: those the recogniser's own Python edition supports, in words that news prints."""
    for name in FILES:
        for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            if "python" in case.get("NotSupported", "") + case.get("NotSupportedByDesign", ""):
                continue
            day = (case.get("Context") or {}).get("ReferenceDateTime", "")
            for result in case["Results"]:
                accepted = _accepted(result.get("Value") or {})
                if accepted and not _NOT_NEWS.fullmatch(result["Text"]):
                    span = Span(result["Start"], result["Start"] + result["Length"])
                    yield TimeCase(
                        case["Input"], dt.date.fromisoformat(day[:10]) if day else None, span, accepted
                    )


def is_right(case: TimeCase, read: list[TimeMention]) -> bool:
    """Whether an expression that overlaps has a right value, or two of them are the ends of the right range.

    A unit counts for the day in it ("two years ago" is the year 2014), and "the last three days" may be read
    as its length.
    """
    inside = [time for time in read if time.span.start < case.span.end and case.span.start < time.span.end]
    values = [_plain(time.value) for time in inside]
    if any(value and (_days(value) & case.accepted or _holds(value, case)) for value in values):
        return True
    return len(values) > 1 and f"{values[0]}..{values[-1]}" in case.accepted


def _holds(value: str, case: TimeCase) -> bool:
    words = case.text[case.span.start : case.span.end]
    if re.search(r" ago\b| from now\b|^in \d+ ", words):
        return any(_within(right, value) for right in case.accepted)
    return value.startswith("P") and any(right.endswith(f",{value})") for right in case.accepted)


def _within(day: str, value: str) -> bool:
    """Whether an ISO day lies in the month, year or week of a value."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return False
    start, _, end = next((each for each in _days(value) if ".." in each), "").partition("..")
    return start <= day < end


def _accepted(value: dict[str, Any]) -> frozenset[str]:
    """The values that count: the timex, and what it stands for in the past and in the future."""
    found = {_plain(value.get("Timex", ""))}
    for side in ("FutureResolution", "PastResolution"):
        resolved = value.get(side) or {}
        found |= {_plain(resolved.get(key, "").replace(" ", "T")) for key in ("date", "dateTime")}
        if "startDate" in resolved and "endDate" in resolved:
            found.add(f"{resolved['startDate']}..{resolved['endDate']}")
    return frozenset(found - {"", "0001-01-01"})


def _plain(value: str) -> str:
    """A value with minutes and without seconds or decimals that say nothing."""
    value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    halves = {"P0.5Y": "P6M", "PT0.5H": "PT30M", "PT1.5H": "PT90M", "PT2.5H": "PT150M"}
    return halves.get(value, re.sub(r"^T([A-Z]{2})$", r"XXXX-XX-XXT\1", value))


def _days(value: str) -> set[str]:
    """A value, and the first day and the day after the last of what it names."""
    ends = value.split("/")
    if len(ends) == 2:
        return {value, f"{ends[0]}..{ends[1]}"}
    for pattern, unit in ((r"\d{4}-\d\d", "M"), (r"\d{4}", "Y"), (r"\d{4}-Q\d", "Q"), (r"\d{4}-H\d", "H")):
        if re.fullmatch(pattern, value):
            return {value, _months(value, {"M": 1, "Q": 3, "H": 6, "Y": 12}[unit])}
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        first = dt.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return {value, f"{first}..{first + dt.timedelta(days=2 if week[3] else 7)}"}
    return {value}


def _months(value: str, length: int) -> str:
    part = int(value[-1]) if value[5:6] in ("Q", "H") else int(value[5:7] or 1)
    first = int(value[:4]) * 12 + (part - 1) * (length if value[5:6] in ("Q", "H") else 1)
    end = first + length
    return f"{first // 12:04}-{first % 12 + 1:02}-01..{end // 12:04}-{end % 12 + 1:02}-01"
