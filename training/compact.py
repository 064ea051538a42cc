"""Labels in the compact form that people write, from the form of the corpus; `training.convert` goes back."""

from __future__ import annotations

from typing import Any

from training.records import Event, Side


def compact(event: Event) -> dict[str, Any]:
    """An event as a writer would have given it: words without offsets, what is usual left out."""
    raw: dict[str, Any] = {"type": event.type, "trigger": event.trigger.text}
    raw |= {
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "mentions": [mention.text for mention in event.mentions],
        "actors": [_side(side) for side in event.actors],
        "recipients": [_side(side) for side in event.recipients],
        "factuality": event.factuality if event.factuality != "actual" else None,
        "historical": event.historical or None,
        "attributed_to": event.attributed_to.text if event.attributed_to else None,
        "date": event.date.value if event.date else None,
        "date_text": event.date.text if event.date else None,
        "place": [event.place.text, event.place.country] if event.place else None,
        "size": {key: list(value) for key, value in event.size.items()},
    }
    return {key: value for key, value in raw.items() if value not in (None, [], {}) or key == "actors"}


def _side(side: Side) -> list[str | None]:
    return [side.text, side.country, " ".join(side.sectors)]
