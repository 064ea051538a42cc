"""Dates in metadata and header lines."""

from __future__ import annotations

import datetime as dt

import pytest

from bede.readers.dates import parse_date

DAY = dt.date(2020, 1, 6)
HOUR = dt.datetime(2020, 1, 6, 20, 7)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2020-01-06", DAY),
        ("2020/01/06", DAY),
        ("20200106", DAY),
        ("06th January, 2020", DAY),
        ("January 6, 2020", DAY),
        ("Jan. 6, 2020", DAY),
        ("6-Jan-2020", DAY),
        ("Monday, 6 January 2020", DAY),
        ("2020-01-06T20:07:33Z", HOUR),
        ("2020-01-06T20:07:33.5+05:00", HOUR),
        ("20200106200733", HOUR),
        ("Mon 06th January 2020 | 08:07 PM", HOUR),
        ("Mon, 06 Jan 2020 20:07:33 +0500", HOUR),
        ("Mon Jan  6 20:07:33 2020", HOUR),
        ("8:07 p.m., January 6, 2020", HOUR),
        ("1578341220", HOUR),
        ("1578341220000", HOUR),
        (1578341220, HOUR),
        ("Published on January 6, 2020 at 8:07 PM EST", HOUR),
        (DAY, DAY),
        (HOUR, HOUR),
    ],
)
def test_forms(printed: object, value: dt.date) -> None:
    assert parse_date(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("06/01/2020", dt.date(2020, 6, 1)),  # ambiguous: month first
        ("25/01/2020", dt.date(2020, 1, 25)),  # month first is impossible
        ("01/25/2020", dt.date(2020, 1, 25)),
        ("06.01.2020", DAY),  # with dots: day first
    ],
)
def test_numbers_alone(printed: str, value: dt.date) -> None:
    assert parse_date(printed) == value


@pytest.mark.parametrize(
    "printed", ["", "unknown", "yesterday", "January 2020", "2020", "31 February 2020", "2020-13-45", None]
)
def test_what_is_no_date(printed: str | None) -> None:
    assert parse_date(printed) is None
