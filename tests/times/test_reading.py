"""What time expressions mean, in sentences of the kind news is made of."""

from __future__ import annotations

import datetime as dt

import pytest

from bede.times import TimeMention, read_times

MONDAY = dt.date(2020, 1, 6)


def read(text: str, anchor: dt.date | None = MONDAY) -> list[tuple[str, str]]:
    return [(text[time.span.start : time.span.end], time.value) for time in read_times(text, anchor)]


def only(text: str, anchor: dt.date | None = MONDAY) -> TimeMention:
    (time,) = read_times(text, anchor)
    return time


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks began on 3 January 2020.", "2020-01-03"),
        ("The talks began on January 3, 2020.", "2020-01-03"),
        ("The talks began on Jan. 3.", "2020-01-03"),
        ("The talks began on Friday, Jan. 3, 2020.", "2020-01-03"),
        ("The treaty was signed on the 3rd of May 1998.", "1998-05-03"),
        ("The log reads 2020-01-03.", "2020-01-03"),
        ("The log reads 31/12/2019.", "2019-12-31"),
        ("The log reads 12/31/19.", "2019-12-31"),
        ("He was killed last Oct. 23 near the border.", "2019-10-23"),
        ("The accord was reached in December.", "2019-12"),
        ("The accord was reached in May 2018.", "2018-05"),
        ("The accord was reached last May.", "2019-05"),
        ("The accord was reached in May last year.", "2019-05"),
        ("The accord was reached in early March 2017.", "2017-03"),
        ("The war ended in 1988.", "1988"),
        ("The war ended in early 1988.", "1988"),
        ("It was the year nineteen ninety-six.", "1996"),
        ("Unrest spread in the 1990s.", "199"),
        ("Unrest spread in the early 2000s.", "200"),
        ("Unrest spread in the '80s.", "198"),
        ("The fort dates from the 18th century.", "17"),
        ("Exports fell in the third quarter of 2019.", "2019-Q3"),
        ("Exports fell in Q1 2019.", "2019-Q1"),
        ("Exports fell in the first half of 2019.", "2019-H1"),
        ("Fighting resumed in the summer of 2018.", "2018-SU"),
        ("Fighting resumed last fall.", "2019-FA"),
        ("The first Friday of May 2019 was quiet.", "2019-05-03"),
        ("They met in the week of December 16.", "2019-W51"),
    ],
)
def test_calendar_dates(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Troops entered the town on Sunday.", "2020-01-05"),
        ("Troops entered the town on Monday.", "2020-01-06"),
        ("Ministers will meet on Friday.", "2020-01-10"),
        ("Ministers met last Monday.", "2019-12-30"),
        ("Ministers will meet next Monday.", "2020-01-13"),
        ("Police fired on the crowd late on Thursday.", "2020-01-02"),
        ("Police fired on the crowd on Thursday night.", "2020-01-02TNI"),
        ("Police arrested him on Thursday last week.", "2020-01-02"),
        ("Police arrested him yesterday.", "2020-01-05"),
        ("Police arrested him the day before yesterday.", "2020-01-04"),
        ("Police arrested him early today.", "2020-01-06"),
        ("The court will rule tomorrow morning.", "2020-01-07TMO"),
        ("Rockets fell overnight.", "2020-01-06TNI"),
        ("Rockets fell last night.", "2020-01-05TNI"),
        ("Rockets fell this morning.", "2020-01-06TMO"),
        ("Rockets fell two days ago.", "2020-01-04"),
        ("Rockets fell three weeks ago.", "2019-W51"),
        ("The mission closed two months ago.", "2019-11"),
        ("The mission closed a year ago.", "2019"),
        ("The mission closed a decade ago.", "2010"),
        ("The mission closed years ago.", "PAST_REF"),
        ("The mission closed last month.", "2019-12"),
        ("The mission closed last week.", "2020-W01"),
        ("The mission closed earlier this year.", "2020"),
        ("The mission closed at the weekend.", "2020-W01-WE"),
        ("The mission will close later this week.", "2020-W02"),
        ("The mission is now closed.", "PRESENT_REF"),
        ("The mission recently closed.", "PAST_REF"),
        ("The mission will close soon.", "FUTURE_REF"),
        ("The mission will close in three weeks.", "2020-W05"),
    ],
)
def test_relative_to_publication(text: str, value: str) -> None:
    time = only(text)
    assert time.value == value
    assert time.relative


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The base was hit on 27 December. The following day, jets took off.", ["2019-12-27", "2019-12-28"]),
        ("The base was hit on 27 December. Jets took off that day.", ["2019-12-27", "2019-12-27"]),
        ("The base was hit on 27 December. Three days later jets took off.", ["2019-12-27", "2019-12-30"]),
        ("The base was hit on 27 December. Two weeks earlier it was shut.", ["2019-12-27", "2019-W50"]),
        ("The base was hit on 27 December. The day before, it was shut.", ["2019-12-27", "2019-12-26"]),
        ("Troops left in 2011. Later that year they returned.", ["2011", "2011"]),
        ("Troops left in 2011 and returned three years later.", ["2011", "2014"]),
    ],
)
def test_relative_to_the_time_told_before(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("The siege lasted two weeks.", "P2W", "DURATION"),
        ("The siege lasted more than three hours.", "PT3H", "DURATION"),
        ("The siege lasted several days.", "PXD", "DURATION"),
        ("The siege lasted an hour and a half.", "PT90M", "DURATION"),
        ("The siege lasted two decades.", "P20Y", "DURATION"),
        ("A ten-day truce was agreed.", "P10D", "DURATION"),
        ("Prices rose over the past five years.", "P5Y", "DURATION"),
        ("Prices rose in recent months.", "PXM", "DURATION"),
        ("Shelling is heard daily.", "P1D", "SET"),
        ("Shelling is heard every night.", "XXXX-XX-XXTNI", "SET"),
        ("They pray every Friday.", "XXXX-WXX-5", "SET"),
        ("They march on Mondays.", "XXXX-WXX-1", "SET"),
        ("They meet twice a year.", "P1Y", "SET"),
        ("They meet every other week.", "P2W", "SET"),
    ],
)
def test_durations_and_sets(text: str, value: str, kind: str) -> None:
    time = only(text)
    assert (time.value, time.kind) == (value, kind)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The blast came at 10:30 p.m. on Sunday.", "2020-01-05T22:30"),
        ("The blast came on Sunday at 9 a.m.", "2020-01-05T09:00"),
        ("The blast came on 5 January at 13:40 GMT.", "2020-01-05T13:40Z"),
        ("The blast came at noon on Sunday.", "2020-01-05T12:00"),
        ("The blast came at half past eight.", "T08:30"),
        ("The blast came at 0040 UTC.", "T00:40Z"),
        ("The blast came at 6 a.m. EST.", "T06:00-05:00"),
        ("The blast came at seven o'clock.", "T07:00"),
        ("The log reads 2020-01-05T09:30:00Z.", "2020-01-05T09:30:00Z"),
    ],
)
def test_times_of_day(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_clock_time_has_the_day_told_before() -> None:
    text = "Gunmen attacked the hotel on Sunday. The first shots were heard at 13:40."
    assert read(text)[1] == ("13:40", "2020-01-05T13:40")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks ran from 3 to 5 January.", "2020-01-03/2020-01-05"),
        ("Talks ran January 3-5, 2019.", "2019-01-03/2019-01-05"),
        ("Talks ran from December 30 to January 2.", "2019-12-30/2020-01-02"),
    ],
)
def test_ranges(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shops were shut on Christmas Day.", "2019-12-25"),
        ("Shops were shut on New Year’s Eve.", "2019-12-31"),
        ("Churches were bombed on Easter Sunday 2019.", "2019-04-21"),
        ("The deal of Good Friday 1998 held.", "1998-04-10"),
        ("The parade was held last Thanksgiving.", "2019-11-28"),
        ("A truce was declared for Ramadan 2019.", "2019-05"),
        ("A truce was declared for Eid al-Fitr 2019.", "2019-06-04"),
        ("He spoke on Nowruz last year.", "2019-03-21"),
        ("The law followed the 9/11 attacks.", "2001-09-11"),
    ],
)
def test_holidays(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "The army may attack.",
        "Theresa May said no.",
        "Prime Minister May's deal failed.",
        "They march on the capital.",
        "The sun rose.",
        "He sat down.",
        "Prices fall.",
        "A spring of water was found.",
        "Some 2000 people fled.",
        "The bill cost $1990.",
        "The 31 February summit was a hoax.",
        "It was dated 2019-02-30.",
        "The comet returns in 12345.",
        "The 44-year-old man was held.",
        "It was the last minute.",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Troops entered the town on Sunday.", "XXXX-WXX-7"),
        ("Troops entered the town on 5 January.", "XXXX-01-05"),
        ("Troops entered the town yesterday.", ""),
        ("Troops entered the town two weeks ago.", ""),
        ("Troops entered the town last month.", ""),
    ],
)
def test_without_publication_date_relative_times_stay_relative(text: str, value: str) -> None:
    time = only(text, None)
    assert time.value == value
    assert time.relative


def test_spans_leave_out_the_preposition_and_the_basis_says_why() -> None:
    text = "Troops entered the town on Sunday."
    time = only(text)
    assert text[time.span.start : time.span.end] == "Sunday"
    assert time.basis == "Sunday before 2020-01-06"
    assert (time.kind, time.precision) == ("DATE", "day")


def test_a_leap_day_goes_to_a_year_that_has_one() -> None:
    assert only("The clinic opened on 29 February.", dt.date(2019, 6, 1)).value == "2020-02-29"
