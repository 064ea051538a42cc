"""What goes out: events, entities, statements, times and places, each with its evidence.

All spans are (start, end) character offsets into `Article.text`. What a span says is read from the
text (`Coding.words`), never stored beside it. Fields follow the PLOVER 2.0 manual.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from bede.article import Article


class Span(NamedTuple):
    """Half-open character range into `Article.text`."""

    start: int
    end: int


class Factuality(StrEnum):
    """Whether the act took place (guide, section 2)."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Record(BaseModel):
    """Base of all records: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(Record):
    """Somebody who acts, is acted on, or speaks."""

    span: Span | None = Field(None, description="the words in the text; None for a side only implied")
    name: str | None = Field(
        None, description="resolved name, e.g. 'Qasem Soleimani', 'Islamic State', 'Iraq'"
    )
    country: str | None = Field(None, description="ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC")
    sectors: tuple[str, ...] = Field((), description="PLOVER sector codes, primary first")
    id: str | None = Field(None, description="Wikidata id where known, else a stable id of our own")
    office: str | None = Field(None, description="title or office, as given or as known")
    nationality: str | None = Field(None, description="where it differs from the country acted for")
    basis: str | None = Field(None, description="what the resolution was inferred from")


class When(Record):
    """When an act took place."""

    value: str | None = Field(None, description="ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD; None when untold")
    precision: str | None = Field(None, description="day, month or year")
    span: Span | None = Field(None, description="the words that tell it")
    basis: str | None = Field(None, description="how it was inferred, e.g. 'Sunday before 2020-01-06'")
    not_after: dt.date | None = Field(None, description="publication date: a bound, not a date of the act")


class Where(Record):
    """Where an act took place, or a place that the text names."""

    span: Span | None = Field(None, description="the words that tell it")
    name: str | None = Field(None, description="resolved name")
    country: str | None = Field(None, description="ISO 3166 alpha-3")
    admin1: str | None = Field(None, description="province or state")
    lat: float | None = Field(None, description="degrees north")
    lon: float | None = Field(None, description="degrees east")
    geonames_id: int | None = Field(None, description="GeoNames id, where known")
    feature: str | None = Field(None, description="country, region, city, airport, base, sea ...")
    confidence: float | None = Field(None, description="how sure that it is this place, 0 to 1")
    basis: str | None = Field(None, description="e.g. 'dateline', 'locative phrase'")


class Size(Record):
    """How many, as [low, high]; high is None for "at least", both equal for an exact number."""

    dead: tuple[int, int | None] | None = Field(None, description="people killed")
    injured: tuple[int, int | None] | None = Field(None, description="people hurt")
    arrested: tuple[int, int | None] | None = Field(None, description="people arrested")
    participants: tuple[int, int | None] | None = Field(None, description="people taking part")


class Statement(Record):
    """Who said what, apart from events (guide, section 4)."""

    speaker: Entity = Field(description="who says it")
    cue: Span = Field(description="'said', 'according to' ...")
    content: Span = Field(description="what is said")
    kind: str = Field(description="direct, indirect or mixed")
    channel: Span | None = Field(None, description="'in a statement', 'on Twitter', 'told Sputnik'")


class Event(Record):
    """One act by somebody, possibly towards somebody (guide, section 1)."""

    id: str = Field(description="the same whenever the same article is coded again")
    type: str = Field(description="one of the 16 PLOVER types")
    modes: tuple[str, ...] = Field((), description="modes that PLOVER gives the type")
    contexts: tuple[str, ...] = Field((), description="PLOVER contexts of the paragraph, strongest first")
    quad: int = Field(
        ge=1, le=4, description="1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"
    )
    intensity: float = Field(description="PLOVER score, -10 hostile to 10 cooperative")
    actors: tuple[Entity, ...] = Field((), description="who acts; all sides of a joint act")
    recipients: tuple[Entity, ...] = Field((), description="who is acted on")
    when: When = Field(When(), description="when the act took place")
    where: Where | None = Field(None, description="where the act took place")
    factuality: Factuality = Field(Factuality.ACTUAL, description="whether it took place")
    historical: bool = Field(False, description="told as background, over 30 days before the article")
    attributed_to: Entity | None = Field(None, description="whose word it is; None: the article's own")
    agency: str | None = Field(None, description="the agency through which the copy came")
    size: Size = Field(Size(), description="dead, injured, arrested, taking part")
    trigger: Span = Field(description="the word that tells the act best")
    mentions: tuple[Span, ...] = Field((), description="other triggers of the same act")
    sentences: tuple[Span, ...] = Field((), description="every sentence that tells the act")
    evidence: dict[str, tuple[Span, ...]] = Field(
        default_factory=dict, description="for each field that comes from words, the words it came from"
    )
    confidence: float = Field(0.5, ge=0, le=1, description="how sure that type and both sides are right")

    @property
    def date(self) -> str | None:
        """The date of the act, ISO 8601, as precise as the text allows."""
        return self.when.value


class Coding(Record):
    """An article and everything found in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    article: Article = Field(description="the article, with the text that all spans point into")
    events: tuple[Event, ...] = Field((), description="in the order of the text")
    statements: tuple[Statement, ...] = Field((), description="in the order of their cues")
    places: tuple[Where, ...] = Field((), description="every place that the text names")
    version: str = Field("", description="version of Bede")

    def words(self, span: Span | None) -> str:
        """The text under a span, or an empty string."""
        return self.article.text[span.start : span.end] if span else ""
