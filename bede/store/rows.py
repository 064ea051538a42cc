"""Records to rows and back. The JSON in `record` is the truth; the other columns are made from it."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from bede.article import Article, Dateline
from bede.records import Coding, Entity, Event, Span, Where

Row = dict[str, Any]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def to_cell(text: str) -> str | bytes:
    """A text as SQLite can hold it. Half a surrogate pair is no UTF-8, so such a text is kept as bytes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def from_cell(value: str | bytes) -> str:
    """The text that `to_cell` was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def searchable(text: str) -> str:
    """The text as the full-text index takes it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def article_row(coding: Coding) -> Row:
    """The columns of `articles`, without key and run."""
    article = coding.article
    return {
        "id": to_cell(article.id),
        "title": to_cell(article.title),
        "body": to_cell(article.body),
        "record": _article_record(article),
        "outlet": _optional_cell(article.outlet),
        "agency": _optional_cell(article.agencies[-1] if article.agencies else None),
        "published": article.published.isoformat() if article.published else None,
        "language": to_cell(article.language),
        "url": _optional_cell(article.url),
        "source": _optional_cell(article.source),
        "version": coding.version,
    }


def read_article(article_id: str | bytes, title: str | bytes, body: str | bytes, record: str) -> Article:
    """The article that `article_row` was made from."""
    fields = json.loads(record)
    line = fields["dateline"]
    return Article(
        title=from_cell(title),
        body=from_cell(body),
        id=from_cell(article_id),
        outlet=fields["outlet"],
        agencies=tuple(fields["agencies"]),
        byline=fields["byline"],
        dateline=Dateline(
            start=line["start"],
            end=line["end"],
            place=line["place"],
            date=dt.date.fromisoformat(line["date"]) if line["date"] else None,
            agencies=tuple(line["agencies"]),
        )
        if line
        else None,
        published=_read_published(fields["published"]),
        language=fields["language"],
        url=fields["url"],
        source=fields["source"],
    )


def event_row(event: Event, position: int) -> Row:
    """The columns of `events`, without key and article."""
    first, last = days(event.date) or (None, None)
    return {
        "id": event.id,
        "position": position,
        "record": event.model_dump_json(),
        "type": event.type,
        "modes": _spaced(event.modes),
        "contexts": _spaced(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "date": event.date,
        "first_day": first,
        "last_day": last,
        "factuality": event.factuality.value,
        "historical": int(event.historical),
        "agency": event.agency,
        "confidence": event.confidence,
    }


def entity_rows(coding: Coding, event: Event) -> Iterator[Row]:
    """The rows of `entities` for one event: its actors, recipients, and whose word it is."""
    source = (event.attributed_to,) if event.attributed_to else ()
    for side, entities in (("actor", event.actors), ("recipient", event.recipients), ("source", source)):
        for position, entity in enumerate(entities):
            words = _words(coding, entity.span)
            yield {
                "side": side,
                "position": position,
                "name": entity.name,
                "words": words,
                "country": entity.country,
                "sectors": _spaced(entity.sectors),
                "entity": entity.id,
                "folded": _folded(entity.name, words),
            }


def mention_rows(event: Event) -> Iterator[Row]:
    """The rows of `mentions` for one event: every span that tells the act or supports a field."""
    spans = [("trigger", event.trigger)]
    spans += [("mention", span) for span in event.mentions]
    spans += [("sentence", span) for span in event.sentences]
    spans += [(field, span) for field, found in event.evidence.items() for span in found]
    for field, span in spans:
        yield {"field": field, "start": span.start, "stop": span.end}


def statement_rows(coding: Coding) -> Iterator[Row]:
    """The rows of `statements` for one article."""
    for position, statement in enumerate(coding.statements):
        speaker: Entity = statement.speaker
        yield {
            "position": position,
            "record": statement.model_dump_json(),
            "speaker": speaker.name,
            "words": _words(coding, speaker.span),
            "country": speaker.country,
            "kind": statement.kind,
            "start": statement.content.start,
            "stop": statement.content.end,
        }


def place_row(coding: Coding, where: Where, position: int) -> Row:
    """One row of `places`."""
    words = _words(coding, where.span)
    return {
        "position": position,
        "record": where.model_dump_json(),
        "name": where.name,
        "words": words,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "geonames_id": where.geonames_id,
        "feature": where.feature,
        "folded": _folded(where.name, words),
    }


def days(value: str | None) -> tuple[str, str] | None:
    """The first and last day that YYYY, YYYY-MM or YYYY-MM-DD can mean; None for anything else."""
    match = _DATE.match(value or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first.isoformat(), first.isoformat()
    last = first.replace(month=month or 12)
    return first.isoformat(), last.replace(day=calendar.monthrange(last.year, last.month)[1]).isoformat()


def _article_record(article: Article) -> str:
    line = article.dateline
    return json.dumps(
        {
            "outlet": article.outlet,
            "agencies": article.agencies,
            "byline": article.byline,
            "dateline": {
                "start": line.start,
                "end": line.end,
                "place": line.place,
                "date": line.date.isoformat() if line.date else None,
                "agencies": line.agencies,
            }
            if line
            else None,
            "published": article.published.isoformat() if article.published else None,
            "language": article.language,
            "url": article.url,
            "source": article.source,
        }
    )


def _read_published(value: str | None) -> dt.date | dt.datetime | None:
    if value is None:
        return None
    return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)


def _words(coding: Coding, span: Span | None) -> str | None:
    return searchable(coding.words(span)) if span else None


def _folded(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part).casefold()


def _spaced(codes: tuple[str, ...]) -> str:
    return f" {' '.join(codes)} " if codes else " "


def _optional_cell(text: str | None) -> str | bytes | None:
    return None if text is None else to_cell(text)
