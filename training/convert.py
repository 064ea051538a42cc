"""From the two formats in which passages were written to the format of the corpus.

Full keys:  {"text", "date", "genre", "events": [{"type", "actors": [{"text", "country", "sectors"}], ...}]}
Compact:    keys of default value left out, "tags", actors [["words", "ISO3", "SEC SEC"]], place ["words",
            "ISO3"], and "statements": [["speaker", "cue", "first words ... last words"]]; "pass": how many
            passes of labelling the passage has seen, if more than one
"""

from __future__ import annotations

import re
from typing import Any

from training.locate import Finder, Span
from training.records import Day, Event, Passage, Place, Provenance, Side, Statement, Words, passage_id

GENRES = {"feature": "background", "briefing": "brief"}
NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
# Vague numbers, by the least they can mean.
VAGUE = {
    "scores": 40,
    "dozens": 24,
    "several hundred": 300,
    "hundreds": 200,
    "several thousand": 3000,
    "thousands": 2000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
}


class Unfit(ValueError):
    """A passage that cannot be converted; says which field and why."""


def convert(raw: dict[str, Any], batch: str, statements: bool = True) -> Passage:
    """A passage of either format; `statements` tells whether they were labelled.

    Raises Unfit, or pydantic.ValidationError for a value out of bounds.
    """
    text = raw["text"].strip()
    finder = Finder(text)
    identity = passage_id(text)
    events: list[Event] = []
    for number, event in enumerate(raw.get("events") or [], start=1):
        taken = {e.trigger.span for e in events if e.type == event["type"]}
        events.append(_Reader(finder, event).event(f"{identity}-{number}", taken))
    return Passage(
        id=identity,
        text=text,
        date=raw["date"],
        genre=GENRES.get(raw["genre"], raw["genre"]),
        tags=tuple(raw.get("tags") or ()),
        events=tuple(events),
        statements=tuple(_statement(finder, *s) for s in raw.get("statements") or []) if statements else None,
        provenance=Provenance(passes=raw.get("pass", 1), batch=batch),
    )


class _Reader:
    """Reads one event."""

    def __init__(self, finder: Finder, raw: dict[str, Any]) -> None:
        self._finder = finder
        self._raw = raw

    def event(self, identity: str, taken: set[Span]) -> Event:
        raw = self._raw
        trigger = self._finder.trigger(raw["trigger"], self._company(), taken)
        if trigger is None:
            raise Unfit(f"trigger {raw['trigger']!r} is not in the text")
        at = self._words(trigger)
        return Event(
            id=identity,
            type=raw["type"],
            modes=tuple(raw.get("modes") or ()),
            contexts=tuple(raw.get("contexts") or ()),
            trigger=at,
            mentions=tuple(self._near(m, trigger) for m in raw.get("mentions") or [] if m != raw["trigger"]),
            actors=self._sides("actors", trigger),
            recipients=self._sides("recipients", trigger),
            factuality=raw.get("factuality") or "actual",
            historical=bool(raw.get("historical")),
            attributed_to=self._near(raw["attributed_to"], trigger) if raw.get("attributed_to") else None,
            date=self._date(trigger),
            place=self._place(trigger),
            size={key: size(value) for key, value in (raw.get("size") or {}).items() if value is not None},
        )

    def _company(self) -> list[str]:
        """The words that stand beside the trigger."""
        raw = self._raw
        words: list[str | None] = [
            _side(s)[0] for key in ("actors", "recipients") for s in raw.get(key) or []
        ]
        place = raw.get("place")
        words += [raw.get("date_text"), raw.get("attributed_to"), _place(place)[0] if place else None]
        return [word for word in words if word]

    def _words(self, span: Span) -> Words:
        return Words(text=self._finder.text[span[0] : span[1]], span=span)

    def _near(self, words: str, anchor: Span) -> Words:
        span = self._finder.near(words, anchor)
        if span is None:
            raise Unfit(f"{words!r} is not in the text")
        return self._words(span)

    def _sides(self, key: str, anchor: Span) -> tuple[Side, ...]:
        sides = []
        for text, country, sectors in map(_side, self._raw.get(key) or []):
            span = self._near(text, anchor).span if text else None
            sides.append(Side(text=text, span=span, country=country or None, sectors=tuple(sectors)))
        return tuple(sides)

    def _date(self, anchor: Span) -> Day | None:
        value, text = self._raw.get("date") or None, self._raw.get("date_text") or None
        if text:
            return Day(value=value, text=text, span=self._near(text, anchor).span)
        return Day(value=value, text=None, span=None) if value else None

    def _place(self, anchor: Span) -> Place | None:
        if not self._raw.get("place"):
            return None
        text, country = _place(self._raw["place"])
        return Place(text=text, span=self._near(text, anchor).span, country=country or None)


def _side(raw: Any) -> tuple[str, str | None, list[str]]:
    """Words, country and sectors of a side of either format."""
    if isinstance(raw, dict):
        return raw["text"] or "", raw["country"], list(raw["sectors"])
    text, country, sectors = raw
    return text or "", country, (sectors or "").split()


def _place(raw: Any) -> tuple[str, str | None]:
    if isinstance(raw, dict):
        return raw["text"], raw.get("country")
    text, country = raw
    return text, country


def size(value: Any) -> tuple[int, int | None]:
    """A number, a range, or words for one ("at least 13", ">=8", "tens of thousands") as [low, high]."""
    if isinstance(value, list):
        low, high = value
        return int(low), None if high is None else int(high)
    if isinstance(value, int):
        return value, value
    words = str(value).strip().lower()
    if words in VAGUE:
        return VAGUE[words], None
    match = re.fullmatch(r"(>=|>|at least |more than |over )?\s*([\d,]+|\w+)", words)
    told = match and (NUMBERS.get(match.group(2)) or match.group(2).replace(",", ""))
    if not match or not str(told).isdigit():
        raise Unfit(f"size {value!r} is not understood")
    number = int(str(told))
    sign = (match.group(1) or "").strip()
    if not sign:
        return number, number
    return number + (sign in {">", "more than", "over"}), None


def _statement(finder: Finder, speaker: str, cue: str, content: str) -> Statement:
    first, _, last = content.partition(" ... ")
    span = finder.between(first.strip(), (last or first).strip())
    if span is None:
        raise Unfit(f"statement {content!r} is not in the text")
    found = {}
    for key, words in (("speaker", speaker), ("cue", cue)):
        place = finder.near(words, span) if words.strip(" -") else None
        if words.strip(" -") and place is None:
            raise Unfit(f"{key} {words!r} is not in the text")
        found[key] = Words(text=words, span=place) if place else None
    text = finder.text[span[0] : span[1]]
    return Statement(speaker=found["speaker"], cue=found["cue"], content=Words(text=text, span=span))
