"""The grammar: patterns over token letters (see lexicon.py), each with the name of the reading it gets.

In patterns a space is nothing, and {q} stands for an amount: figures, words, "a", "several".
Named groups are what the readings (dates.py, relative.py, durations.py, clock.py) ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_AMOUNT = "(?:[dnwVya]|ow|cw)"
_RULES: tuple[tuple[str, str], ...] = (
    # Calendar dates
    ("iso", "D"),
    ("numeric", "(?:W,?)? 1"),
    ("day_range", "F? (?P<month>M) (?P<day>[do]) [-2N] (?P<last>[do]) (?:,? (?P<year>y))?"),
    ("day_range", "F? t? (?P<day>[do]) [-2N] t? (?P<last>[do]) f? (?P<month>M) (?:,? (?P<year>y))?"),
    ("date_span", "F? (?P<month>M) (?P<day>[do]) [-2N] (?P<month2>M) (?P<day2>[do]) (?:,? (?P<year>y))?"),
    ("date_span", "F? (?P<day>[do]) (?P<month>M) [-2N] (?P<day2>[do]) (?P<month2>M) (?:,? (?P<year>y))?"),
    ("days_of_month", "F? (?P<day>[do]) [-2N] (?P<last>[do]) [fi]? (?P<rel>[LTX]) (?P<unit>U)"),
    ("date", "(?:W,? i?)? t? (?P<day>[do]) f? (?P<month>M) (?:,? (?P<year>y)| f? (?P<rel>[LTX]) U)?"),
    ("date", "(?:W,? i?)? (?P<month>M) -? t? (?P<day>[do]) (?:(?:,|f)? (?P<year>[yz]))?"),
    ("date", "(?:W,? i?)? (?P<month>M) t? (?P<day>[do]) ,? f? (?P<rel>[LTX]) U"),
    ("date", "(?P<side>[LX]) (?P<month>M) (?P<day>[do])"),
    (
        "month",
        "(?:t? (?P<edge>E) -? f?)? (?P<month>M)"
        " (?:(?:,|f|-)? (?P<year>y)|'? (?P<year2>z)| f? (?P<rel>[LTX]) U)?",
    ),
    ("month", "(?:(?P<edge>[Er]) -?)? (?P<rel>[LTXK]) (?P<month>M)"),
    ("weekday", "(?:(?P<edge>[Erl]) i?)? (?P<rel>[LTXK])? (?P<day>W) (?:[it]{0,2} (?P<part>P))?"),
    ("weekday", "(?:(?P<edge>[Erl]) i?)? t? (?P<rel>[LTX]) (?P<day>W) (?:[it]{0,2} (?P<part>P))?"),
    ("date_of_month", "t? (?P<day>o) f (?P<rel>[LTX]) (?P<unit>U)"),
    ("weekday_of_week", "(?P<rel>[LTX]) (?P<unit>U) ,? i? (?P<day>W)"),
    ("weekday_of_week", "(?P<day>W) ,? f? (?P<rel>[LTX]) (?P<unit>U)"),
    ("weekday_dated", "(?P<day>W) ,? t (?P<date>[do])"),
    ("nth_weekday", "t? (?P<nth>[oL]) (?P<day>W) [fi] (?P<month>M) (?:,? (?P<year>y)| f? (?P<rel>[LTX]) U)?"),
    ("nth_weekday", "t? (?P<nth>[oL]) (?P<day>W) [fi] (?P<rel>[LTX]) (?P<unit>U)"),
    ("week_of", "t? (?P<unit>U) [fE] i? (?P<month>M) (?P<day>[do]) (?:,? (?P<year>y))?"),
    ("nth_week", "t? (?P<nth>[oL]) (?P<unit>U) [fi] t? (?P<month>M) (?:,? (?P<year>y))?"),
    (
        "season",
        "(?:t? (?P<edge>[Erl]) -? f?)? (?:t|(?P<rel>[LTXK]))? (?P<season>S)"
        " (?:f? (?P<year>y)|f? (?P<rel2>[LTX]) U)?",
    ),
    (
        "quarter",
        "(?:t|(?P<rel>[LTX]))? (?P<year>y)? j? (?P<nth>[oL]) -? (?P<unit>Q)"
        " (?:,? f? j? (?P<year2>y)| f? j? (?P<rel2>[LTX]) U)?",
    ),
    ("quarter", "(?P<rel2>[LTX]) U ' j? (?P<nth>[oL]) -? (?P<unit>Q)"),
    ("short_quarter", "(?P<code>q) (?:,? f? (?P<year>y)|f? (?P<rel>[LTX]) U)?"),
    ("short_quarter", "(?P<year>y) (?P<code>q)"),
    ("half", "t? (?P<nth>[oL]) h [f] (?:j? (?P<year>y)|(?P<rel>[LTX]) U|t U)"),
    ("decade", "t? (?P<nth>[oL]) h f t? (?P<decade>x)"),
    ("year", "(?:t? (?P<edge>E) -? f?)? (?:t? U)? (?P<fiscal>j)? (?P<year>y)"),
    ("year", "t U (?P<year>w)"),
    ("short_year", "(?:(?P<edge>E) -? f?)? (?P<year>z)"),
    ("decade", "t? (?:(?P<edge>[Erl]) -? t?)? (?P<decade>x)"),
    ("century", "t? (?:(?P<edge>[Erl]) -?)? (?P<nth>o) -? C"),
    (
        "holiday",
        "(?:(?P<edge>E) f?)? (?:t|(?P<rel>[LTX]))? (?P<holiday>H)"
        " (?:,? f? (?P<year>y)| f? (?P<rel2>[LTX]) U)?",
    ),
    ("year_end", "I"),
    # Relative to publication, or to what was told before
    ("deictic", "(?:(?P<edge>[Erl]) -?)? (?P<day>Y) (?P<part>P)?"),
    ("relative_unit", "(?:t? (?P<edge>[Erl]) [-fi]? )? t? (?P<rel>[LTXK]) (?P<full>j)? -? (?P<unit>[UCQ])"),
    ("relative_unit", "(?P<edge>[rl]) i t (?P<unit>[UC])"),
    ("end_of_unit", "t? (?P<edge>E) f t (?P<full>j)? (?P<unit>[UCQ])"),
    ("the_unit", "t (?P<full>j)? (?P<unit>[UQ])"),
    ("the_period", "(?:t|[LTXKc]) (?P<year>y)? j? v (?:f? (?P<rel>[LTX]) U)?"),
    ("the_period", "(?P<rel>[LTX]) U ' Q"),
    ("year_ago", "[ta]? j? (?P<unit>U) - (?P<way>[grl]) (?:(?P<nth>o)? -? (?P<of>[Qv]))?"),
    ("ago", "(?P<about>m)? (?P<amount>{q}) J? (?P<unit>[UCQ]) J? (?P<way>g)"),
    ("ago", "(?P<unit>U) (?P<way>g)"),
    ("ago", "(?P<about>m)? (?P<amount>{q}) j? (?P<unit>[UCQ]) J? (?P<way>[rl])"),
    ("from_day", "(?P<amount>{q}) (?P<unit>U) [Fe] (?P<day>[YR])"),
    ("day_beside", "(?P<way>Z)"),
    ("month_day", "t (?P<day>o)"),
    ("reference", "R"),
    ("recent", "[cT]"),
    # Durations and sets
    ("last_units", "(?P<about>m)? t? [LXc] (?P<amount>{q}) j? (?P<unit>[UCQS])"),
    ("last_units", "t? (?P<vague>c) (?P<unit>[UCQ]) (?:N (?:U|C))?"),
    ("last_units", "t? [LX] (?P<plural>U)"),
    ("duration", "(?P<about>m)? t? (?P<amount>{q}) j? -? (?P<unit>[UCQ]) J? (?:N (?P<rest>w|h|d U|w U))?"),
    ("duration", "(?P<about>m)? t? (?P<amount>{q}) [2O-]+ (?P<most>{q}) j? -? (?P<unit>[UCQ]) J?"),
    ("duration", "(?P<vague>U) (?:O U)?"),
    ("duration", "(?P<full>j) -? (?P<unit>U)"),
    ("duration", "(?P<half>h) -? (?P<unit>U)"),
    ("in_units", "i (?P<about>m)? (?P<amount>{q}) (?P<unit>[UC])"),
    ("every", "s (?P<amount>[dwno])? (?P<unit>[UCQ])"),
    ("every", "s (?P<amount>[dwno])? (?P<day>W) (?P<part>P)?"),
    ("every", "s (?P<month>M)"),
    ("every", "s (?P<part>P)"),
    ("every", "s (?P<season>S)"),
    ("rate", "(?P<times>u|w u|d u|V u) a (?P<unit>U)"),
    ("weekdays", "(?P<day>B) (?P<part>P)?"),
    ("adverb", "A"),
    # Times of the day
    ("clock", "m? (?P<clock>k) (?P<half>p)? (?P<zone>G)? (?:i t (?P<part>P))?"),
    ("clock", "m? (?P<hour>[dw]) (?P<half>p) (?P<zone>G)? (?:i t (?P<part>P))?"),
    ("clock", "(?P<digits>[nyd]) (?P<zone>G)"),
    ("clock", "(?P<hour>[dw]) i t (?P<part>P)"),
    ("clock_past", "(?P<minutes>h|a? Q|[dw] U?) (?P<way>[L2]) (?P<hour>[dw]) (?P<half>p)?"),
    ("clock_past", "(?P<minutes>h|a? Q|[dw] U?) (?P<way>[L2]) (?P<hour>[dw]) i t (?P<part>P)"),
    ("deictic_at", "(?P<day>Y) (?P<part>P)? [im] (?P<hour>[dw])"),
    ("deictic_at", "(?P<rel>T) (?P<part>P) [im] (?P<hour>[dw])"),
    ("day_part", "(?:(?P<edge>[Erl]) -?)? (?:(?P<rel>[LTXK])|t) (?:(?P<edge2>E) -?)? (?P<part>P)"),
    ("day_part", "t (?P<rel>[LX]) (?P<part>P)"),
    ("day_part", "(?P<edge>E)? (?P<part>P)"),
)


class Rule(NamedTuple):
    """A compiled pattern and the name of the reading for what it matches."""

    reading: str
    pattern: re.Pattern[str]


RULES = tuple(
    Rule(reading, re.compile(pattern.replace("{q}", _AMOUNT).replace(" ", ""))) for reading, pattern in _RULES
)
# Stretches of tokens worth matching: those that hold a letter which carries time by itself.
_STRETCH = re.compile(r"[^_]+")
_CARRIES = frozenset("MWBSUQCPYHRAyzxIZkp1DvoGqLc")


class Candidate(NamedTuple):
    """A possible time expression: range of tokens, the reading its rule asks for, and the named groups."""

    start: int
    end: int
    reading: str
    groups: dict[str, tuple[int, int]]


def candidates(letters: str) -> Iterator[Candidate]:
    """All matches of all rules, in order of start; the longest first, then the earlier rule."""
    for stretch in _STRETCH.finditer(letters):
        base = stretch.start()
        for start, end, reading, groups in _matches(stretch[0]):
            moved = {group: (low + base, high + base) for group, (low, high) in groups.items()}
            yield Candidate(start + base, end + base, reading, moved)


@lru_cache(maxsize=20_000)
def _matches(stretch: str) -> tuple[Candidate, ...]:
    """The matches in one stretch. Cached, because news says the same few things again and again."""
    if _CARRIES.isdisjoint(stretch):
        return ()
    found: list[tuple[int, int, int, Candidate]] = []
    for rank, rule in enumerate(RULES):
        for at in range(len(stretch)):
            match = rule.pattern.match(stretch, at)
            if match:
                groups = {name: match.span(name) for name, text in match.groupdict().items() if text}
                found.append((at, -match.end(), rank, Candidate(at, match.end(), rule.reading, groups)))
    return tuple(candidate for *_, candidate in sorted(found, key=lambda entry: entry[:3]))
