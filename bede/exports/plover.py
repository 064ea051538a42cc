"""PLOVER JSON lines (manual, chapter 6): one event a line, and back again.

PLOVER's own fields come first, filled from the record; what PLOVER has no name for stands under `bede`.
There `bede.event` is the whole record, from which `from_plover` rebuilds it unchanged: edit the record there,
not in the fields around it.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TextIO

from pydantic import ValidationError

from bede.article import Article
from bede.errors import BedeError
from bede.exports.files import text_output
from bede.exports.words import sentence_span
from bede.records import Coding, Entity, Event, Factuality, Span, Where

CODEBOOK = "plover-2.0"
AUXILIARY = {
    Factuality.FUTURE: "future",
    Factuality.HYPOTHETICAL: "hypothetical",
    Factuality.NEGATED: "negation",
}
"""What the manual calls auxiliary modes. It wants them among the contexts (section "Auxiliary modes")."""

RESOLUTION = {
    "country": 1,
    "admin1": 2,
    "admin2": 3,
    "capital": 4,
    "city": 4,
    "town": 4,
    "village": 4,
} | dict.fromkeys(("airport", "base", "building", "camp", "crossing", "neighbourhood"), 5)
"""Kinds of place on PLOVER's scale: 1 country, 2 province, 3 district, 4 city, 5 inside a city."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Legal in JSON but not in UTF-8 (half a surrogate pair), or taken for a line's end by some readers.
_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class PloverExport:
    """Writes PLOVER JSON lines. `story` adds the article's whole text to each event (text_story)."""

    story: bool = False
    suffix: str = ".jsonl"
    description: str = "PLOVER JSON lines, one event a line, with the whole record under the key bede"

    def write(self, codings: Iterable[Coding], out: Path | TextIO) -> int:
        """Writes every event of every coding as it comes; returns how many."""
        count = 0
        with text_output(out) as file:
            for coding in codings:
                for event in coding.events:
                    file.write(plover_line(coding, event, story=self.story) + "\n")
                    count += 1
        return count


def plover_line(coding: Coding, event: Event, *, story: bool = False) -> str:
    """One event as one line of JSON, without the line's end."""
    line = json.dumps(plover_object(coding, event, story=story), ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def plover_object(coding: Coding, event: Event, *, story: bool = False) -> dict[str, Any]:
    """One event as PLOVER's fields. Fields with nothing to hold are left out, but for the required ones.

    A month or a year becomes `date` and `enddate`; an untold date is null.
    """
    first, last = date_range(event.when.value)
    auxiliary = [AUXILIARY[event.factuality]] if event.factuality in AUXILIARY else []
    auxiliary += ["historical"] if event.historical else []
    sentence = sentence_span(event)
    fields: dict[str, Any] = {
        "id": event.id,
        "date": first,
        "enddate": last if last != first else None,
        "actor": [_entity(coding, entity) for entity in event.actors],
        "recipient": [_entity(coding, entity) for entity in event.recipients],
        "event": [event.type],
        "event_loc": _location(coding, event.where) if event.where else None,
        "event_text": [coding.words(span) for span in (event.trigger, *event.mentions)],
        "quad_code": event.quad,
        "event_scale": event.intensity,
        "mode": list(event.modes),
        "context": [*event.contexts, *auxiliary],
        "size": _size(event),
        "text": coding.words(sentence),
        "text_info": _text_info(coding, sentence, story),
        "cite_info": _cite_info(coding),
        "coder": _coder(coding),
        "bede": {
            "event": event.model_dump(mode="json", exclude_none=True),
            "words": _words(coding, event),
            "article": _article(coding.article),
        },
    }
    required = ("id", "date", "actor", "recipient", "event", "mode", "context")
    return {key: value for key, value in fields.items() if value or value == 0 or key in required}


def from_plover(record: str | Mapping[str, Any]) -> Event:
    """The event that a PLOVER line or object of ours was written from.

    Raises BedeError for anything else; PLOVER of other coders has no spans, so no record can be made of it.
    """
    try:
        fields = json.loads(record) if isinstance(record, str) else record
        return Event.model_validate(fields["bede"]["event"])
    except json.JSONDecodeError as error:
        raise BedeError(f"This is not a line of JSON: {error}.") from error
    except (KeyError, TypeError):
        raise BedeError("This PLOVER record has no field bede.event: it was not written by Bede.") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in ("bede", "event", *first["loc"]))
        raise BedeError(f"This PLOVER record is at fault in {where}: {first['msg']}.") from error


def read_plover(path: Path) -> Iterator[Event]:
    """The events of a PLOVER file of ours, one at a time. BedeError names file and line."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    yield from_plover(line)
                except BedeError as error:
                    raise BedeError(f"{path}, line {number}: {error}") from error


def date_range(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of an ISO date, month or year; (None, None) for anything else."""
    match = _DATE.fullmatch(value or "")
    if not match:
        return None, None
    year, month, day = match.groups()
    if day:
        return value, value
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) == 0:
        return None, None
    return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]}"


def _entity(coding: Coding, entity: Entity) -> dict[str, Any]:
    fields = {
        "code": entity.country,
        "sector": entity.sectors[0] if entity.sectors else None,
        "other_sectors": list(entity.sectors[1:]),
        "entity_text": coding.words(entity.span),
        "identifier_id": entity.id,
        "identifier_text": entity.name,
        "office": entity.office,
    }
    return {key: value for key, value in fields.items() if value}


def _location(coding: Coding, where: Where) -> dict[str, Any]:
    resolution = RESOLUTION.get(where.feature or "")
    fields = {
        "extracted_place": coding.words(where.span) or None,
        "resolved_place": where.name,
        "geonameid": where.geonames_id,
        "lat": where.lat,
        "lon": where.lon,
        "city": where.name if resolution == 4 else None,
        "province": where.admin1,
        "country": where.name if resolution == 1 else None,
        "country_code": where.country,
        "resolution": resolution,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _size(event: Event) -> dict[str, int | list[int | None]]:
    """Exact numbers as numbers, others as [low, high], high being null for "at least"."""
    counts = ((name, getattr(event.size, name)) for name in ("dead", "injured", "arrested", "participants"))
    return {name: pair[0] if pair[0] == pair[1] else list(pair) for name, pair in counts if pair}


def _text_info(coding: Coding, sentence: Span | None, story: bool) -> dict[str, Any]:
    """Where the sentence stands: offsets into title, blank line and body; with the story, its number too."""
    info: dict[str, Any] = {"start": sentence.start, "end": sentence.end} if sentence else {}
    if story:
        pieces = _pieces(coding)
        if sentence:
            info = {"sequence": sum(piece.start <= sentence.start for piece in pieces), **info}
        info["text_story"] = [coding.words(piece) for piece in pieces]
    return info


def _pieces(coding: Coding) -> list[Span]:
    """The article cut at its paragraphs and around every sentence that tells an event."""
    text = coding.article.text
    cuts = {0, len(text), *(match.end() for match in re.finditer(r"\n+", text))}
    for event in coding.events:
        cuts.update(offset for span in event.sentences for offset in span if 0 < offset < len(text))
    order = sorted(cuts)
    stripped = []
    for start, end in pairwise(order):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        if words.strip():
            stripped.append(Span(first, first + len(words.strip())))
    return stripped


def _cite_info(coding: Coding) -> dict[str, str]:
    article = coding.article
    fields = {
        "citation": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publication": article.outlet,
        "coder": _coder(coding),
        "codebook": CODEBOOK,
    }
    return {key: value for key, value in fields.items() if value}


def _coder(coding: Coding) -> str:
    return f"bede {coding.version}".strip()


def _article(article: Article) -> dict[str, Any]:
    fields = {
        "id": article.id,
        "agencies": list(article.agencies),
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
    }
    return {key: value for key, value in fields.items() if value}


def _words(coding: Coding, event: Event) -> dict[str, list[str]]:
    """The words behind each field, for people to read; the spans themselves are in `bede.event`."""
    spans = {field: list(found) for field, found in event.evidence.items()}
    for field, span in (
        ("when", event.when.span),
        ("where", event.where.span if event.where else None),
        ("attributed_to", event.attributed_to.span if event.attributed_to else None),
    ):
        if span and field not in spans:
            spans[field] = [span]
    return {field: [coding.words(span) for span in found] for field, found in spans.items()}
