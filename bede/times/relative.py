"""Readings of expressions that lean on publication or on the time told before."""

from __future__ import annotations

import datetime as dt

from bede.times import calendar
from bede.times.context import Context, Parts, Reading, dated
from bede.times.dates import stated_year, with_part
from bede.times.lexicon import word_set

_STEP = {"L": -1, "T": 0, "K": 0, "X": 1}
_NAMED_DAY = {
    -2: "two days before",
    -1: "the day before",
    0: "the day of",
    1: "the day after",
    2: "two days after",
}
# Words after "the day" that leave it a date; others ("the day I saw him") make it part of a clause.
_AFTER_DAY = word_set(
    """
    as while but which when where was is with
    """
)
# Words that count from the time told before, not from publication.
_NARRATIVE = frozenset(
    ("that", "those", "same", "these", "following", "previous", "preceding", "ensuing", "prior")
)


def deictic(parts: Parts, context: Context) -> Reading | None:
    """Yesterday, today, tomorrow, tonight, last night, overnight, late yesterday, tomorrow morning."""
    token = parts["day"]
    if token is None or not isinstance(token.value, (int, float)):
        return None
    part = parts.text_value("part") or ("NI" if isinstance(token.value, float) else "")
    steps = -1 if token.value in (-1.5, -1) else 0 if token.value in (-0.5, 0, 0.5) else int(token.value)
    if context.anchor is None:
        return Reading("", "TIME" if part else "DATE", "part" if part else "day", "no publication date", True)
    day = calendar.shift(context.anchor, steps, "D")
    basis = f"{_NAMED_DAY[steps]} {context.anchor}"
    return with_part(day.isoformat(), part, basis) if day else None


def relative_unit(parts: Parts, context: Context) -> Reading | None:
    """Last month, this year, next week, that day, the following day, earlier this month."""
    unit = parts.text_value("unit")
    rel = parts["rel"]
    token = parts["unit"]
    if token is None or unit not in calendar.PRECISION:
        return _night(parts, context) if unit == "NI" else None
    letter = rel.letter if rel else "T"
    if token.text.endswith("s") and unit != "Q":
        return None
    narrative = (rel is not None and rel.text in _NARRATIVE) or (
        rel is not None and rel.text == "next" and unit == "D"
    )
    if unit.startswith("T"):
        return None
    base = _base(context, unit, narrative)
    if base is None:
        return Reading("", "DATE", calendar.PRECISION[unit], "no publication date", True)
    if unit == "D" and letter in "LX" and not narrative:
        return Reading("P1D", "DURATION", "day", "as written")
    if rel is not None and rel.text == "past":
        return Reading(_one(unit), "DURATION", calendar.PRECISION[unit], "as written", True)
    day = calendar.shift(base, _STEP[letter], unit)
    return dated(day, unit, f"by {base}")


def _one(unit: str) -> str:
    return {"D": "P1D", "W": "P1W", "WE": "P1W", "F": "P2W", "M": "P1M", "Q": "P3M", "Y": "P1Y"}.get(
        unit, f"P1{unit}"
    )


def _night(parts: Parts, context: Context) -> Reading | None:
    return None


def _base(context: Context, unit: str, narrative: bool) -> dt.date | None:
    """The day that "next", "that" and the like count from."""
    if not narrative or unit == "":
        return context.anchor
    if unit == "M":
        return context.month or context.anchor
    if unit in ("Y", "E", "C"):
        return dt.date(context.year, 7, 1) if context.year else context.anchor
    if unit == "Q":
        return context.quarter or context.anchor
    return context.day or context.anchor


def end_of_unit(parts: Parts, context: Context) -> Reading | None:
    """The end of the year."""
    return the_unit(parts, context)


def the_unit(parts: Parts, context: Context) -> Reading | None:
    """The year, the week, the quarter: the running one."""
    unit, token = parts.text_value("unit"), parts["unit"]
    if token is None or unit not in calendar.PRECISION or unit.startswith("T") or token.text.endswith("s"):
        return None
    article = parts.tokens[parts.start]
    if article.text not in ("the",) and unit != "Q":
        return None
    base = context.anchor
    after = parts.after
    if unit == "Q":
        base = context.quarter or (base and calendar.shift(base, -1, "Q"))
    elif unit == "Y" and (
        parts.word("full") in ("fiscal", "financial") or (after and after.text in ("ended", "ending", "to"))
    ):
        return Reading("P1Y", "DURATION", "year", "as written")
    if unit == "D":
        if after and (after.letter in "_tK" and after.text[0].isalpha()) and after.text not in _AFTER_DAY:
            return None
        base = context.day or context.anchor
    if base is None:
        return Reading("", "DATE", calendar.PRECISION[unit], "no publication date", True)
    if unit == "WE":
        return _weekend(base, context.direction(parts.offset))
    return Reading(calendar.name(base, unit), "DATE", calendar.PRECISION[unit], f"by {base}", True)


def _weekend(base: dt.date, direction: str | None) -> Reading | None:
    """The weekend: the last one that began, or the next for a plan."""
    weeks = 0 if base.weekday() >= 5 or direction == "future" else -1
    day = calendar.shift(base, weeks, "W")
    return dated(day, "WE", f"by {base}")


def the_period(parts: Parts, context: Context) -> Reading | None:
    """The latest period, the 1988 period: the quarter the text is about, in that year."""
    if context.quarter is None or not context.quarter_near:
        return None
    year = stated_year(parts, context) or context.quarter.year
    return dated(calendar.make_day(year, context.quarter.month, 1), "Q", f"by {context.quarter}")


def year_ago(parts: Parts, context: Context) -> Reading | None:
    """Year-ago, the year-earlier quarter."""
    if parts.text_value("unit") != "Y":
        return None
    quarter = context.quarter is not None and (context.quarter_near or parts.letter("of") == "Q")
    base = context.quarter if quarter else context.anchor
    if base is None:
        return Reading("", "DATE", "year", "no publication date", True)
    day = calendar.shift(base, 1 if parts.letter("way") == "l" else -1, "Y")
    return dated(day, "Q" if quarter else "Y", f"by {base}")


def ago(parts: Parts, context: Context) -> Reading | None:
    """Two weeks ago, three days later, a year earlier, years ago."""
    unit, way = parts.text_value("unit"), parts["way"]
    if way is None or unit not in calendar.PRECISION:
        return None
    amount_token = parts["amount"]
    sign = 1 if way.letter == "l" else -1
    if amount_token is None or amount_token.letter in "Vc":
        if way.letter != "g" and way.text not in ("from now", "hence", "ahead"):
            return None  # "a few days later": how long, and not when
        return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", "DATE", "vague", "amount not told", True)
    amount = 1.0 if amount_token.letter == "a" else _amount(parts)
    if amount is None:
        return None
    from_publication = way.letter == "g" or way.text in ("from now", "hence", "ahead")
    base = context.anchor if from_publication else _told(context, unit)
    if base is None:
        return Reading("", "DATE", calendar.PRECISION[unit], "no publication date", True)
    day = calendar.shift(base, sign * amount, unit)
    side = "after" if sign > 0 else "before"
    fine = "Q" if unit == "Y" and amount == 1 and context.quarter_near else _finer(unit, amount)
    if fine == "Q" and context.quarter:
        day = calendar.shift(context.quarter, sign, "Y")
    return dated(day, fine, f"{parts.word('amount')} {parts.word('unit')} {side} {base}")


def _told(context: Context, unit: str) -> dt.date | None:
    """The time told before that "later" and "earlier" count from, else publication."""
    if unit == "Y" and context.year and (context.day is None or context.day.year != context.year):
        return dt.date(context.year, 7, 1)
    return context.day or context.anchor


def _finer(unit: str, amount: float) -> str:
    """The unit a moved date is named in: half a year is months, two decades are a year."""
    if unit in ("TH", "TM", "TS"):
        return "D"
    if amount != int(amount):
        return {"Y": "M", "M": "W", "W": "D", "E": "Y"}.get(unit, unit)
    return {"E": "Y", "C": "E", "F": "W", "Q": "Q"}.get(unit, unit)


def _amount(parts: Parts) -> float | None:
    """The number of an amount."""
    token = parts.last("amount")
    return float(token.value) if token and isinstance(token.value, (int, float)) else None


def from_day(parts: Parts, context: Context) -> Reading | None:
    """Three weeks from tomorrow."""
    amount, unit, day = _amount(parts), parts.text_value("unit"), parts["day"]
    if parts.letter("amount") == "a":
        amount = 1.0
    if amount is None or day is None or context.anchor is None or unit not in calendar.PRECISION:
        return None
    start = calendar.shift(context.anchor, day.value if isinstance(day.value, int) else 0, "D")
    end = start and calendar.shift(start, amount, unit)
    return dated(end, "D", f"by {context.anchor}")


def in_units(parts: Parts, context: Context) -> Reading | None:
    """In three weeks, of something to come; of something past it is how long it took."""
    amount, unit = 1.0 if parts.letter("amount") == "a" else _amount(parts), parts.text_value("unit")
    if parts.tokens[parts.start].text != "in" or amount is None or unit not in calendar.PRECISION:
        return None
    if unit.startswith("T") or context.anchor is None or context.direction(parts.offset) != "future":
        return None
    day = calendar.shift(context.anchor, amount, unit)
    return dated(
        day, _finer(unit, amount), f"{parts.word('amount')} {parts.word('unit')} after {context.anchor}"
    )


def day_beside(parts: Parts, context: Context) -> Reading | None:
    """The day before, a day later."""
    base = context.day or context.anchor
    step = parts.number("way")
    if base is None or step is None:
        return Reading("", "DATE", "day", "no publication date", True)
    day = calendar.shift(base, step, "D")
    unit = "W" if abs(step) == 7 else "D"
    return dated(day, unit, f"by {base}")


def month_day(parts: Parts, context: Context) -> Reading | None:
    """On the 15th."""
    token = parts["day"]
    before = parts.tokens[parts.start - 1].text if parts.start else ""
    after = parts.tokens[parts.end] if parts.end < len(parts.tokens) else None
    if (
        token is None
        or not token.text[0].isdigit()
        or before not in ("on", "by", "until", "since", "for", "before", "after", "from")
    ):
        return None
    if (after and after.text.isalpha() and after.letter == "_") or context.anchor is None:
        return None
    number = int(token.value) if isinstance(token.value, int) else 0
    direction = context.direction(parts.offset)
    for months in (0, 1, 2) if direction == "future" else (0, -1, -2):
        near = calendar.shift(context.anchor.replace(day=1), months, "M")
        day = near and calendar.make_day(near.year, near.month, number)
        if day and (day >= context.anchor if direction == "future" else day <= context.anchor):
            return Reading(day.isoformat(), "DATE", "day", f"by {context.anchor}", True)
    return None


def reference(parts: Parts, context: Context) -> Reading | None:
    """Now, recently, soon."""
    return Reading(str(parts.tokens[parts.start].value), "DATE", "vague", "as written", True)


def recent(parts: Parts, context: Context) -> Reading | None:
    """Recent, current."""
    value = {"recent": "PAST_REF", "current": "PRESENT_REF"}.get(parts.tokens[parts.start].text)
    return Reading(value, "DATE", "vague", "as written", True) if value else None
