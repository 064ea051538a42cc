"""Changing words of a passage with all its labels following."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from training.records import Event, Passage, Side, Span, Statement, Words, passage_id


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters [start, end) become `words`."""

    start: int
    end: int
    words: str


def apply(passage: Passage, edits: Sequence[Edit]) -> Passage:
    """The passage with its text edited, its spans moved and its id made anew.

    Edits must not overlap. A span that an edit cuts grows to hold what the edit put there; one that the edit
    has emptied raises ValueError.
    """
    ordered = sorted(edits, key=lambda edit: edit.start)
    if not ordered:
        return passage
    text, end = [], 0
    for edit in ordered:
        if edit.start < end:
            raise ValueError(f"edits overlap at {edit.start}")
        text += [passage.text[end : edit.start], edit.words]
        end = edit.end
    made = "".join([*text, passage.text[end:]])

    def moved(span: Span) -> Span:
        start, end = _moved(span[0], ordered, at_end=False), _moved(span[1], ordered, at_end=True)
        while end > start and made[end - 1].isspace():
            end -= 1
        if not made[start:end].strip():
            raise ValueError(f"an edit empties the words at {span}")
        return start, end

    return _relabelled(passage, made, moved)


def _moved(offset: int, edits: Sequence[Edit], at_end: bool) -> int:
    shift = 0
    for edit in edits:
        if edit.end <= offset and not (at_end and edit.start == edit.end == offset):
            shift += len(edit.words) - (edit.end - edit.start)
        elif edit.start < offset:
            return edit.start + shift + (len(edit.words) if at_end else 0)
    return offset + shift


def _relabelled(passage: Passage, text: str, moved: Callable[[Span], Span]) -> Passage:
    identity = passage_id(text)

    def words(old: Words | None) -> Words | None:
        if old is None:
            return None
        start, end = moved(old.span)
        return Words(text=text[start:end], span=(start, end))

    def side(old: Side) -> Side:
        if old.span is None:
            return old
        start, end = moved(old.span)
        return old.model_copy(update={"text": text[start:end], "span": (start, end)})

    def event(old: Event, number: int) -> Event:
        place = words(Words(text=old.place.text, span=old.place.span)) if old.place else None
        day = (
            words(Words(text=old.date.text or "", span=old.date.span)) if old.date and old.date.span else None
        )
        return old.model_copy(
            update={
                "id": f"{identity}-{number}",
                "trigger": words(old.trigger),
                "mentions": tuple(words(m) for m in old.mentions),
                "actors": tuple(side(s) for s in old.actors),
                "recipients": tuple(side(s) for s in old.recipients),
                "attributed_to": words(old.attributed_to),
                "place": old.place.model_copy(update=place.model_dump()) if old.place and place else None,
                "date": old.date.model_copy(update=day.model_dump()) if old.date and day else old.date,
            }
        )

    def statement(old: Statement) -> Statement:
        update = {"speaker": words(old.speaker), "cue": words(old.cue), "content": words(old.content)}
        return old.model_copy(update=update)

    statements = passage.statements
    return passage.model_copy(
        update={
            "id": identity,
            "text": text,
            "events": tuple(event(e, n) for n, e in enumerate(passage.events, start=1)),
            "statements": None if statements is None else tuple(statement(s) for s in statements),
        }
    )
