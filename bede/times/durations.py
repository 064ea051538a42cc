"""Readings of durations (three days, recent weeks) and of sets (daily, every Monday)."""

from __future__ import annotations

from bede.times import calendar
from bede.times.context import NOTHING, Context, Parts, Reading

_CODES = {
    "D": "P{}D", "NI": "P{}D", "W": "P{}W", "WE": "P{}WE", "F": "P{}W", "M": "P{}M", "Q": "P{}M", "Y": "P{}Y",
    "E": "P{}Y", "C": "P{}Y", "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S", "SP": "P{}SP", "SU": "P{}SU",
    "FA": "P{}FA", "WI": "P{}WI",
}  # fmt: skip
_WHOLE = frozenset(("full", "entire", "whole", "all"))
# How many of the unit in the code one of the unit in the text is.
_TIMES = {"Q": 3, "F": 2, "E": 10, "C": 100}


def length(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration; X stands for an amount not told."""
    if amount is None:
        return _CODES[unit].format("X")
    amount *= _TIMES.get(unit, 1)
    if amount != int(amount):
        for coarse, fine, times in (("Y", "M", 12), ("TH", "TM", 60)):
            if unit == coarse and (amount * times) == int(amount * times):
                return length(amount * times, fine)
    return _CODES[unit].format(int(amount) if amount == int(amount) else amount)


def _amount(parts: Parts, group: str = "amount") -> float | None:
    token = parts.last(group)
    if token is None or token.letter in "Vc":
        return None
    if token.letter == "a":
        return 1.0
    return float(token.value) if isinstance(token.value, (int, float)) else None


def _precision(unit: str) -> str:
    return calendar.PRECISION.get(unit, "season" if unit in calendar.SEASON_START else "day")


def duration(parts: Parts, context: Context) -> Reading | None:
    """Two weeks, a year, ten-day, an hour and a half, 12 to 18 months, years."""
    token = parts["unit"] or parts["vague"]
    if token is None:
        return None
    if parts["vague"]:
        return _bare(parts, context)
    unit = parts.text_value("unit")
    if unit not in _CODES:
        return None
    if parts.after and (parts.after.text == "old" or _next_but_one(parts) == "old"):
        return NOTHING  # an age
    amount = 1.0 if parts["full"] else 0.5 if parts["half"] else _amount(parts)
    first = parts.tokens[parts.start]
    if parts["full"] and (token.text.endswith("s") or first.text not in _WHOLE):
        return None
    if unit == "Q" and (
        first.letter == "a" or any(t.letter == "-" for t in parts.tokens[parts.start : parts.end])
    ):
        return None  # a share of something: "a quarter of the seats", "three-quarters"
    if parts.letter("amount") == "y" and not token.text.endswith("s"):
        return None
    if first.letter == "a" and amount == 1 and _is_rate(parts):
        return None
    rest = parts.number("rest") if parts["rest"] else None
    if parts["rest"]:
        return _compound(parts, amount, unit, rest)
    return Reading(length(amount, unit), "DURATION", _precision(unit), "as written")


def _next_but_one(parts: Parts) -> str:
    return parts.tokens[parts.end + 1].text if parts.end + 1 < len(parts.tokens) else ""


def _compound(parts: Parts, amount: float | None, unit: str, rest: int | None) -> Reading | None:
    """An hour and a half; two hours and ten minutes."""
    token, last = parts["rest"], parts.last("rest")
    if token is None or last is None or amount is None or not isinstance(token.value, (int, float)):
        return None
    if last.letter != "U":
        return Reading(length(amount + token.value, unit), "DURATION", _precision(unit), "as written")
    finer = str(last.value)
    if finer not in _CODES:
        return None
    first, second = length(amount, unit), length(token.value, finer)
    if ("T" in first) != ("T" in second):
        value = first + second[1:]
    else:
        value = first + second[2 if "T" in second else 1 :]
    return Reading(value, "DURATION", _precision(finer), "as written")


def _is_rate(parts: Parts) -> bool:
    """Whether "a year" says how often or how much ("$10 a year", "twice a day") rather than how long."""
    before = parts.tokens[parts.start - 1] if parts.start else None
    return before is not None and (before.letter in "nu" or before.text in ("cents", "dollars", "share"))


def _bare(parts: Parts, context: Context) -> Reading | None:
    """Years, days, weeks or months: a plural without an amount."""
    token = parts["vague"]
    unit = parts.text_value("vague")
    before = parts.tokens[parts.start - 1].text if parts.start else ""
    if token is None or unit not in _CODES or not token.text.endswith("s") or before == "-":
        return None
    return Reading(length(None, unit), "DURATION", _precision(unit), "amount not told")


def last_units(parts: Parts, context: Context) -> Reading | None:
    """The past two years, the next few days, recent weeks."""
    if parts["vague"]:
        unit, amount = parts.text_value("unit"), None
    elif parts["plural"]:
        unit, amount = parts.text_value("plural"), None
        token = parts["plural"]
        if token is None or not token.text.endswith("s"):
            return None
    else:
        unit, amount = parts.text_value("unit"), _amount(parts)
    if unit not in _CODES:
        return None
    return Reading(length(amount, unit), "DURATION", _precision(unit), "as written", True)


def every(parts: Parts, context: Context) -> Reading | None:
    """Every day, each July, every Monday, every two weeks."""
    unit = parts.text_value("unit")
    if unit:
        if unit not in _CODES or parts.tokens[parts.start].text == "per":
            return None
        other = parts.tokens[parts.start].value
        amount = _amount(parts) if parts["amount"] else float(other) if isinstance(other, int) else 1.0
        return Reading(length(amount, unit), "SET", _precision(unit), "as written")
    if parts["day"]:
        return weekdays(parts, context)
    if parts["month"]:
        return Reading(f"XXXX-{parts.number('month') or 0:02}", "SET", "month", "as written")
    if parts["season"]:
        return Reading(f"XXXX-{parts.text_value('season')}", "SET", "season", "as written")
    return Reading(f"XXXX-XX-XXT{parts.text_value('part')}", "SET", "part", "as written")


def weekdays(parts: Parts, context: Context) -> Reading | None:
    """Mondays, every Monday morning."""
    number, part = parts.number("day"), parts.text_value("part")
    if number is None:
        return None
    return Reading(f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else ""), "SET", "day", "as written")


def rate(parts: Parts, context: Context) -> Reading | None:
    """Once a week, three times a year."""
    unit = parts.text_value("unit")
    if unit not in _CODES or parts.last("times") is None or parts.word("times") == "time":
        return None
    return Reading(length(1, unit), "SET", _precision(unit), "as written")


def adverb(parts: Parts, context: Context) -> Reading | None:
    """Daily, annually."""
    value = str(parts.tokens[parts.start].value)
    return Reading(value, "SET", "vague", "as written")
