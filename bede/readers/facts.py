"""What the lines around a report tell about it, gathered line by line."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from bede.readers.agencies import agencies_in, known_as

FULL_STOP = re.compile(r"\b\w{3,}\.$")
STAFF = re.compile(
    r"(?:(?:special|web|news|our|senior|foreign|diplomatic|political|staff|the)\s+)*(?:staff|writers?|desk|agencies"
    r"|correspondents?|reporters?|editors?|monitoring|news service|bureau|with agencies)"
    r"(?:\s+(?:reports?|writers?))?",
    re.IGNORECASE,
)
_AND_AGENCIES = re.compile(
    r"(?:\s+in\s+(?-i:[^\W\d_a-z])\w+)?(?:,?\s+(?:and|with)\s+(?:news\s+)?agencies)?$", re.IGNORECASE
)
_OUTLETLIKE = re.compile(
    r"\b(?:news|times|post|guardian|daily|press|herald|tribune|tv|television|radio|online|today|journal|observer"
    r"|gazette|monitor|chronicle|telegraph|mail|star|dispatch|independent|standard|week(?:ly)?|agency|network"
    r"|media|magazine|review|wire|service|broadcasting)\b|^the\b|\.\w{2,4}$",
    re.IGNORECASE,
)


def is_outlet_name(name: str) -> bool:
    """Whether a name is that of an outlet rather than of a person: "The Northern Post", "CNN", "dawn.com"."""
    return bool(_OUTLETLIKE.search(name) or re.fullmatch(r"[A-Z]{2,5}\d*", name))


def without_agencies(name: str) -> str:
    """A name without what stands behind it: "Jane Roe in Baghdad and agencies" is Jane Roe."""
    return _AND_AGENCIES.sub("", name)


@dataclass(slots=True)
class Facts:
    """What the lines around a report tell about it."""

    published: dt.date | None = None
    updated: dt.date | None = None
    outlet: str | None = None
    agencies: list[str] = field(default_factory=list)
    byline: str | None = None
    title: str | None = None
    url: str | None = None
    other_day: dt.date | None = None  # of an ambiguous date of publication (see `dates`)

    def add_date(self, value: dt.date | None, other: dt.date | None = None, *, updated: bool = False) -> None:
        """Keep a date: the first of its kind, or one that tells the hour of the same day."""
        if value is None:
            return
        known = self.updated if updated else self.published
        if known is not None and (_day(known) != _day(value) or isinstance(known, dt.datetime)):
            return
        if updated:
            self.updated = value
        else:
            self.published = value
            self.other_day = other

    def add_source(self, name: str) -> None:
        """Keep the name of an agency or of an outlet."""
        name = without_agencies(name)
        found = agencies_in(name)
        if found:
            self.agencies += found
        elif self.outlet is None:
            self.outlet = name

    def add_byline(self, names: str) -> None:
        """Keep who wrote it; agencies among the names are kept as agencies."""
        kept: list[str] = []
        for part in re.split(r"\s*[|,;]\s*|\s+-\s+", FULL_STOP.sub(lambda stop: stop[0][:-1], names)):
            if known_as(part) or (agencies_in(part) and STAFF.search(part)):
                self.agencies += agencies_in(part)
            elif part and not (kept and is_outlet_name(part)):
                kept.append(without_agencies(part))
            elif part and self.outlet is None:
                self.outlet = part
        if kept and self.byline is None:
            self.byline = ", ".join(kept)


def _day(value: dt.date) -> dt.date:
    return dt.date(value.year, value.month, value.day)
