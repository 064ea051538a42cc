"""How a text was coded, step by step: what each room found, and why a word tells no event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bede.records import Coding, Entity

if TYPE_CHECKING:
    from bede.coder import Rooms
    from bede.events import Candidate


@dataclass(frozen=True, slots=True)
class Step:
    """One room's part: `lines` are ready to print."""

    room: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps in order, and the coding they led to."""

    coding: Coding
    steps: list[Step] = field(default_factory=list)


def explain(rooms: Rooms, coding: Coding) -> Explanation:
    """What each room found, in the order in which they work."""
    return Explanation(
        coding, [_names(rooms), _times(rooms), _places(rooms), _said(rooms), _predicates(rooms)]
    )


def _names(rooms: Rooms) -> Step:
    lines = []
    for mention in rooms.cast.mentions:
        words = rooms.doc[mention.start : mention.end].text
        lines.append(f"{_plain(words)} -> {_entity(mention.entity)}")
    return Step("actors", "Names found and what they resolved to", tuple(lines) or ("none",))


def _entity(entity: Entity) -> str:
    parts = [
        entity.name or "no known name",
        entity.country or "country unknown",
        " ".join(entity.sectors) or "no sector",
    ]
    if entity.office:
        parts.append(entity.office)
    if entity.id:
        parts.append(entity.id)
    text = ", ".join(parts)
    return f"{text} ({entity.basis})" if entity.basis else text


def _times(rooms: Rooms) -> Step:
    lines = [
        f"{_plain(rooms.article.text[t.span.start : t.span.end])} -> {t.value or 'unresolved'} ({t.basis})"
        for t in rooms.times
    ]
    anchor = f"published {rooms.article.date}" if rooms.article.date else "publication date unknown"
    return Step("times", "Times found", (anchor, *lines))


def _places(rooms: Rooms) -> Step:
    lines = []
    for place in rooms.places:
        words = _plain(rooms.article.text[place.span.start : place.span.end]) if place.span else ""
        lines.append(f"{words} -> {place.name}, {place.country} ({place.feature})")
    return Step("places", "Places found", tuple(lines) or ("none",))


def _said(rooms: Rooms) -> Step:
    lines = []
    for found in rooms.found:
        if found.speaker_head is None:
            continue
        content = rooms.article.text[slice(*found.statement.content)]
        lines.append(
            f"{found.speaker_head.text} / {found.cue.text} / {_plain(content)[:80]} ({found.statement.kind})"
        )
    return Step("statements", "Who says what", tuple(lines) or ("none",))


def _predicates(rooms: Rooms) -> Step:
    lines = []
    for candidate in rooms.reading.candidates:
        sides = f"{_heads(candidate.actors)} -> {_heads(candidate.recipients)}"
        verdict = f"dropped: {candidate.reason}" if candidate.reason else f"kept, {candidate.confidence:.2f}"
        lines.append(
            f"'{candidate.trigger.text}' {_why(candidate)} ({candidate.factuality}); {sides}; {verdict}"
        )
    none = ("no word of this text stands in the table of frames as telling an act",)
    return Step("events", "Predicates, sides, and why a type or why nothing", tuple(lines) or none)


def _why(candidate: Candidate) -> str:
    """The frame that gave the type, and how likely the event model finds it, where it was asked."""
    frame = candidate.frame
    likely = "" if candidate.probability is None else f" {candidate.probability:.2f}"
    if frame.pos == "model":
        return f"tells {frame.type} by the event model{likely}"
    changed = "" if frame.type == candidate.type else f" read as {candidate.type}"
    asked = f", by the event model{likely}" if likely else ""
    return f"matches {frame.pattern} = {frame.type}{changed}{asked}"


def _heads(tokens: list) -> str:  # type: ignore[type-arg]
    return ", ".join(t.text for t in tokens) or "nobody"


def _plain(text: str) -> str:
    return " ".join(text.split())
