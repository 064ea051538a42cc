"""What comes in: one news article, its text stored once.

Every span in a coding is a pair of character offsets into `Article.text`, which is
title + blank line + body.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, agencies and date that open a wire report: "WASHINGTON (Agency - 6 January, 2020)".

    `start` and `end` are offsets into `Article.text`; `agencies` runs from the outlet that
    prints the line to the agency that wrote the copy.
    """

    start: int
    end: int
    place: str | None = None
    date: dt.date | None = None
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was published, repeated headlines and page furniture already removed.

    title       headline, one line, may be empty
    body        paragraphs separated by a blank line
    outlet      who published this copy, by name as printed ("UrduPoint.com")
    agencies    whose copy it is, outermost first ("UrduPoint News", "Sputnik"); empty when unknown
    byline      the reporter named above the text
    dateline    the opening place-and-date line, if the body has one
    published   when it appeared: a date, or a datetime where the hour is known; None when unknown
    language    ISO 639-1 code
    url         where it was found
    source      the file (and line or row) it was read from, for messages
    """

    title: str
    body: str
    id: str = ""
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: str | None = None
    dateline: Dateline | None = None
    published: dt.date | dt.datetime | None = None
    language: str = "en"
    url: str | None = None
    source: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.fingerprint())

    @property
    def text(self) -> str:
        """Title, blank line, body: what all spans point into. Body alone where there is no title."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body

    @property
    def date(self) -> dt.date | None:
        """The day of publication, against which "on Sunday" is read."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published

    def in_dateline(self, position: int) -> bool:
        """Whether an offset into `text` lies in the dateline, which dates the report, not what it tells."""
        line = self.dateline
        return line is not None and line.start <= position < line.end

    def fingerprint(self) -> str:
        """A stable identity of 16 hex digits: the same outlet, day and text give the same one."""
        parts = (self.outlet or "", self.date.isoformat() if self.date else "", self.title, self.body)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
