"""Readings of the time of day: 10:30 p.m. GMT, 0040 UTC, noon, this morning."""

from __future__ import annotations

from bede.times import calendar
from bede.times.context import Context, Parts, Reading
from bede.times.dates import with_part


def clock(parts: Parts, context: Context) -> Reading | None:
    """A clock time alone: T22:30, with its zone where given."""
    hour, minute, second = _hands(parts)
    if hour is None:
        return None
    zone = f":{second:02}" * bool(second) + parts.text_value("zone")
    return _at(hour, minute, parts.word("half"), parts.text_value("part"), zone)


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
    if zone is None or (zone.value == "" and len(digits) != 4):
        return None, 0, 0
    if len(digits) in (3, 4) and digits.isdigit():
        return int(digits[:-2]), int(digits[-2:]), 0
    return (int(digits), 0, 0) if digits.isdigit() and len(digits) <= 2 else (None, 0, 0)


def clock_past(parts: Parts, context: Context) -> Reading | None:
    """Half past eight, a quarter to seven, ten minutes past nine."""
    first, hour, way = parts["minutes"], parts.number("hour"), parts.word("way")
    last = parts.last("minutes")
    if first is None or last is None or hour is None or way not in ("past", "to") or not 1 <= hour <= 24:
        return None
    minutes = 30 if first.letter == "h" else 15 if last.letter == "Q" else parts.number("minutes")
    named = last.letter in "hQ" or last.value == "TM"
    if minutes is None or not 0 < minutes < 60 or not (named or (way == "past" and parts.before_is("at"))):
        return None
    if way == "to":
        hour, minutes = hour - 1, 60 - minutes
    return _at(hour, minutes, parts.word("half"), parts.text_value("part"), "")


def deictic_at(parts: Parts, context: Context) -> Reading | None:
    """Tomorrow at 7, tonight at seven, this morning at 8."""
    hour, day = parts.number("hour"), parts["day"]
    preposition = parts.tokens[parts.end - 2].text
    after = parts.after
    if (
        hour is None
        or not 0 < hour <= 24
        or preposition not in ("at", "around", "about")
        or context.anchor is None
    ):
        return None
    if after is not None and (after.letter in "UQM" or (after.letter == "_" and after.text.endswith("s"))):
        return None
    step = day.value if day is not None and isinstance(day.value, (int, float)) else 0
    on = calendar.shift(context.anchor, -1 if step <= -1 else int(step), "D")
    part = parts.text_value("part") or ("NI" if isinstance(step, float) else "")
    time = _at(hour, 0, "", part, "")
    if on is None or time is None:
        return None
    return Reading(on.isoformat() + time.value, "TIME", "hour", f"by {context.anchor}", True)


def _at(hour: int, minute: int, half: str, part: str, zone: str) -> Reading | None:
    """A clock time, moved to the afternoon where "p.m." or "in the evening" says so."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if part in ("AF", "EV", "NI") and hour < 12 and not (part == "NI" and hour < 6):
        hour += 12
    return Reading(f"T{hour:02}:{minute:02}{zone}", "TIME", "minute", "as written", True)


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
