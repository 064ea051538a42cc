"""Readings of the time of day: 10:30 p.m. GMT, 0040 UTC, noon, this morning."""

from __future__ import annotations

from bede.times import calendar
from bede.times.context import Context, Parts, Reading
from bede.times.dates import with_part


def clock(parts: Parts, context: Context) -> Reading | None:
    """A clock time alone: T22:30, with its zone where given."""
    hour, minute, second = _hands(parts)
    if hour is None or not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    half = parts.word("half")
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    part = parts.text_value("part")
    if part in ("AF", "EV", "NI") and hour < 12 and not (part == "NI" and hour < 6):
        hour += 12
    precision = "minute"
    value = f"T{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
    return Reading(value + parts.text_value("zone"), "TIME", precision, "as written", True)


def _hands(parts: Parts) -> tuple[int | None, int, int]:
    """Hour, minute and second as written."""
    if parts["clock"]:
        numbers = [int(n) for n in parts.word("clock").split(":")] + [0]
        return numbers[0], numbers[1], numbers[2]
    if parts["hour"]:
        value = parts.number("hour")
        token = parts["hour"]
        whole = token is not None and isinstance(token.value, int)
        return (value if whole and value is not None and value <= 24 else None), 0, 0
    digits = parts.word("digits")
    zone = parts["zone"]
    if zone is None or zone.value == "" and len(digits) != 4:
        return None, 0, 0
    if len(digits) in (3, 4) and digits.isdigit():
        return int(digits[:-2]), int(digits[-2:]), 0
    return (int(digits), 0, 0) if digits.isdigit() and len(digits) <= 2 else (None, 0, 0)


def day_part(parts: Parts, context: Context) -> Reading | None:
    """This morning, that night, the evening, noon."""
    part, rel = parts.text_value("part"), parts.letter("rel")
    if rel == "":
        bare = parts.tokens[parts.start].letter == "P"
        if bare and ":" not in part:
            return None
    base = context.anchor if rel in ("T", "L") else context.day or context.anchor
    if base is None:
        return Reading("T" + part if ":" in part else "", "TIME", "part", "no publication date", True)
    steps = 1 if rel == "X" else -1 if rel == "L" else 0
    day = calendar.shift(base, steps, "D")
    return with_part(day.isoformat(), part, f"by {base}") if day else None
