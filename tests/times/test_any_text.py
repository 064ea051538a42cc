"""Whatever the text: no exception, spans inside it, values that parse."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bede.times import read_times

LINES = """
Friday Monday May March January Jan. 31 30 29 2 1st 22nd 1999 2020 99999 0 12 10:30 25:99 p.m. a.m. GMT
the a last next this that two twenty -four hundred thousand million few several half of and or to from - ,
' 's day week month year decade century quarter weekend hours ago later earlier before after every first
second third fourth early late mid end spring summer yesterday today tomorrow tonight overnight now
Ramadan Easter Thanksgiving Christmas Eve 1990s '98 '80s Q1 H2 2019-02-30 2020-01-05T10:00 1/2/2020
"""
WORDS = LINES.split()
VALUE = re.compile(
    r"(?:\d{2}|\d{3}|(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?|-WXX-\d|-Q\d|-H\d|-(?:SP|SU|FA|WI)|-XX-XX)?"
    r"|PAST_REF|PRESENT_REF|FUTURE_REF|P(?:X|[\d.e+]+)(?:D|W|M|Y|WE|SP|SU|FA|WI)(?:T.+)?"
    r"|P.*T(?:X|[\d.e+]+)[HMS].*|"
    r"(?:\d{4}|XXXX)-\d\d-\d\d/(?:\d{4}|XXXX)-\d\d-\d\d)?"
    r"(?:T(?:MO|AF|EV|NI|MI|DT|\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?))?"
)
DATES = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max, dt.date(2020, 2, 29)]))


def check(text: str, anchor: dt.date | None) -> None:
    end = 0
    for time in read_times(text, anchor):
        assert end <= time.span.start < time.span.end <= len(text)
        assert VALUE.fullmatch(time.value), time
        assert time.kind in ("DATE", "TIME", "DURATION", "SET")
        assert time.precision
        end = time.span.end


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), DATES)
@settings(max_examples=400, deadline=None)
@example("the last century", dt.date.min)
@example("next year", dt.date.max)
@example("99999 years ago", dt.date(2020, 1, 6))
@example("two million centuries later", dt.date(2020, 1, 6))
def test_any_run_of_time_words(text: str, anchor: dt.date | None) -> None:
    check(text, anchor)


@given(st.text(max_size=80), DATES)
@settings(max_examples=200, deadline=None)
@example("İ Friday", dt.date(2020, 1, 6))
@example("٣ January ٢٠٢٠", dt.date(2020, 1, 6))
def test_any_text_at_all(text: str, anchor: dt.date | None) -> None:
    check(text, anchor)
