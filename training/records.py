"""One passage of the corpus and its labels. `schema.json` is made from these classes.

All spans are [start, end) character offsets into the passage's `text`, and `text[start:end]` is what stands
beside them.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]
Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Genre = Literal["wire", "headline", "brief", "quote", "caps", "background", "statement"]
COUNTRY = r"^[A-Z]{3}$"


class Record(BaseModel):
    """Base: immutable, no unknown fields, nothing left out when written."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Record):
    """Words of the text."""

    text: str = Field(min_length=1)
    span: Span


class Side(Record):
    """Who acts or is acted on; `text` is empty and `span` null for a side that the text does not name."""

    text: str
    span: Span | None
    country: str | None = Field(pattern=COUNTRY, description="ISO 3166, or IGO UNO EUR NGO ISM IMG MNC")
    sectors: tuple[str, ...] = Field(description="PLOVER sector codes, primary first")


class Day(Record):
    """When an act took place; `value` is ISO 8601 as precise as told, null where the words do not resolve."""

    value: str | None = Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")
    text: str | None
    span: Span | None


class Place(Record):
    """Where an act took place."""

    text: str = Field(min_length=1)
    span: Span
    country: str | None = Field(pattern=COUNTRY)


class Event(Record):
    """One act. `size` has [low, high] for each of dead, injured ...; high is null for "at least"."""

    id: str
    type: Type
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    trigger: Words
    mentions: tuple[Words, ...]
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    factuality: Literal["actual", "future", "hypothetical", "negated"]
    historical: bool
    attributed_to: Words | None
    date: Day | None
    place: Place | None
    size: dict[Literal["dead", "injured", "arrested", "participants"], tuple[int, int | None]]


class Statement(Record):
    """Who said what. `speaker` and `cue` are null where the text has no words for them."""

    speaker: Words | None
    cue: Words | None
    content: Words


class Provenance(Record):
    """Where the labels come from: how many passes of labelling they have seen, and the batch of writing."""

    passes: int = Field(ge=1, alias="pass")
    batch: str

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Passage(Record):
    """A passage with all its events and statements; `statements` is null where they were not labelled."""

    id: str = Field(pattern=r"^[0-9a-f]{12}$", description="the first 12 hex digits of SHA-256 of the text")
    text: str = Field(min_length=1)
    date: str = Field(pattern=r"^\d{4}-\d\d-\d\d$", description="the invented day of publication")
    genre: Genre
    tags: tuple[str, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...] | None
    provenance: Provenance

    @property
    def held(self) -> bool:
        """Whether the passage is held aside: one in ten, by its id."""
        return int(self.id, 16) % 10 == 0

    def line(self) -> str:
        """The passage as one line of JSON, every field written out."""
        return json.dumps(self.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))


def passage_id(text: str) -> str:
    """The id of a passage: stable as long as its text is."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def schema() -> dict[str, Any]:
    """The JSON Schema of one line of the corpus."""
    made = Passage.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
