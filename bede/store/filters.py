"""Which events to read: `EventFilter`, and the SQL that it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bede.errors import BadFilter
from bede.records import Factuality
from bede.store.rows import days

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_COUNTRY = re.compile(r"[A-Z]{3}\Z")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Conditions that an event must all meet; None asks for nothing.

    since, until    ISO 8601 day, month or year, both included. An event dated to a month or year counts
                    where any of its days does; an undated event never meets a date
    type, mode      PLOVER type and mode, in any case
    actor           who acts: part of a name or of the article's words, or a 3-letter country in capitals
    recipient       who is acted on, likewise
    country         3-letter country of a side or of the place
    place           part of the place's name or words
    factuality      actual, future, hypothetical or negated
    text            words that the article must all hold; "in quotes" for a phrase, word* for a beginning
    article         id of the article
    min_confidence  0 to 1
    limit           how many events at most
    """

    since: str | None = None
    until: str | None = None
    type: str | None = None
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    country: str | None = None
    place: str | None = None
    factuality: str | None = None
    text: str | None = None
    article: str | None = None
    min_confidence: float | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for name, day in (("since", self.since), ("until", self.until)):
            if day is not None and days(day) is None:
                raise BadFilter(name, day, "a day, month or year such as 2020-01-06, 2020-01 or 2020")
        if self.factuality is not None and self.factuality not in set(Factuality):
            raise BadFilter("factuality", self.factuality, "one of " + ", ".join(Factuality))
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise BadFilter("min_confidence", self.min_confidence, "between 0 and 1")
        if self.limit is not None and self.limit < 0:
            raise BadFilter("limit", self.limit, "0 or more")


@dataclass(frozen=True, slots=True)
class Query:
    """A condition in SQL over `events`, and its parameters."""

    where: str
    values: tuple[str | float | int, ...]


def query(wanted: EventFilter) -> Query:
    """The WHERE clause of a filter; its limit is left to the caller."""
    parts: list[tuple[str, tuple[str | float | int, ...]]] = [("1", ())]
    if wanted.since:
        parts.append(("events.last_day >= ?", (_day(wanted.since, 0),)))
    if wanted.until:
        parts.append(("events.first_day <= ?", (_day(wanted.until, 1),)))
    if wanted.type:
        parts.append(("events.type = ?", (wanted.type.upper(),)))
    if wanted.mode:
        parts.append(("instr(events.modes, ?)", (f" {wanted.mode.lower()} ",)))
    if wanted.actor:
        parts.append(_side("actor", wanted.actor))
    if wanted.recipient:
        parts.append(_side("recipient", wanted.recipient))
    if wanted.country:
        parts.append(_country(wanted.country.upper()))
    if wanted.place:
        sql = "events.key IN (SELECT event FROM places WHERE event IS NOT NULL AND instr(folded, ?))"
        parts.append((sql, (wanted.place.casefold(),)))
    if wanted.factuality:
        parts.append(("events.factuality = ?", (wanted.factuality,)))
    if wanted.text:
        sql = "events.article IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)"
        parts.append((sql, (full_text(wanted.text),)))
    if wanted.article:
        parts.append(("events.article = (SELECT key FROM articles WHERE id = ?)", (wanted.article,)))
    if wanted.min_confidence is not None:
        parts.append(("events.confidence >= ?", (wanted.min_confidence,)))
    return Query(
        " AND ".join(sql for sql, _ in parts), tuple(value for _, values in parts for value in values)
    )


def full_text(words: str) -> str:
    """What a user typed as an FTS5 expression that cannot be malformed: every word or "phrase" must occur."""
    terms = []
    for phrase, word in _TERM.findall(words):
        term = phrase or word.replace('"', "")
        ends_open = not phrase and term.endswith("*")
        term = term.rstrip("*")
        if any(character.isalnum() for character in term):
            terms.append(f'"{term}"' + ("*" if ends_open else ""))
    if not terms:
        raise BadFilter("text", words, "at least one word")
    return " ".join(terms)


def _day(value: str, end: int) -> str:
    found = days(value)
    if found is None:
        raise AssertionError(value)  # __post_init__ has refused it
    return found[end]


def _side(side: str, who: str) -> tuple[str, tuple[str, ...]]:
    """Three capitals are a country, or an acronym where they are written so: IRN is Iran and not "Irna"."""
    sql = "events.key IN (SELECT event FROM entities WHERE side = ? AND {})"
    if _COUNTRY.match(who):
        match = "(country = ? OR instr(coalesce(name, ''), ?) OR instr(coalesce(words, ''), ?))"
        return sql.format(match), (side, who, who, who)
    return sql.format("(entity = ? OR instr(folded, ?))"), (side, who, who.casefold())


def _country(code: str) -> tuple[str, tuple[str, ...]]:
    sides = "SELECT event FROM entities WHERE country = ? AND side <> 'source'"
    places = "SELECT event FROM places WHERE country = ? AND event IS NOT NULL"
    return f"events.key IN ({sides} UNION {places})", (code, code)
