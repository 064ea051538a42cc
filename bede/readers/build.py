"""From text and what is known about it to an Article: the last step, the same for every format."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, replace

from bede.article import Article, Dateline
from bede.errors import BadDate, NoText, TextTooLong, unread_date
from bede.readers.agencies import distinct, known_as
from bede.readers.dateline import find_dateline
from bede.readers.dates import other_reading, parse_date
from bede.readers.facts import Facts
from bede.readers.language import detect
from bede.readers.layout import one_line
from bede.readers.page import Page, read_page

MAX_TEXT_CHARS = 200_000  # a long debate transcript has 120,000; what is longer holds more than one article
_NEAR_DATELINE = 3  # days within which a report appears after its dateline

_log = logging.getLogger("bede.readers")


@dataclass(frozen=True, slots=True)
class Given:
    """What a format tells about an article besides its text; it wins over what the text tells."""

    title: str | None = None
    published: object = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None


def article_from_text(
    text: str,
    published: str | dt.date | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Article:
    """An article from running text, cleaned as a text file would be: headers, repetitions and credits go.

    `published` is a date, a datetime or a string (ISO best); `BadDate` is raised for a string that is none.
    The language is detected and kept in `Article.language`, but a text in another language is not refused.
    """
    if published is not None and parse_date(published) is None:
        raise BadDate(published)
    return finish(read_page(text, title, outlet), Given(title=title, published=published, outlet=outlet))


def article_of(
    text: str, given: Given, *, source: str, on: dt.date | None = None, outlet: str | None = None
) -> Article:
    """The article of one file, line or row. Raises `NoText` and `TextTooLong`."""
    if not text.strip():
        raise NoText(())
    if len(text) > MAX_TEXT_CHARS:
        raise TextTooLong(len(text), MAX_TEXT_CHARS)
    page = read_page(text, given.title, given.outlet)
    if not any(any(map(str.isalpha, paragraph)) for paragraph in page.paragraphs):
        raise NoText(())
    return finish(page, given, source=source, on=on, outlet=outlet)


def finish(
    page: Page,
    given: Given,
    *,
    source: str | None = None,
    on: dt.date | None = None,
    outlet: str | None = None,
) -> Article:
    """Put an article together: dateline, agencies, date and language, the same for every format.

    Agencies run from the dateline's (outermost first) over those of byline and source lines to those of
    credit lines at the end. The date is the given one, else the page's, else the dateline's, else `on`;
    `outlet` likewise is that of articles that name none.
    """
    facts, body = page.facts, "\n\n".join(page.paragraphs)
    if given.byline and (byline := one_line(given.byline)):
        facts = replace(facts, byline=None, agencies=list(facts.agencies))
        facts.add_byline(byline.removeprefix("By ").removeprefix("by "))
    published, other = _published(given, facts, source)
    dateline = _dateline(page.title, body, published or on)
    if published and other and dateline and dateline.date:
        published = _settle(published, other, dateline.date)
    outlet = one_line(given.outlet or "") or facts.outlet or outlet
    agencies = distinct((*(dateline.agencies if dateline else ()), *facts.agencies))
    if not agencies and outlet and known_as(outlet):
        agencies = (outlet,)
    return Article(
        title=page.title,
        body=body,
        id=one_line(given.id or "") or "",
        outlet=outlet,
        agencies=agencies,
        byline=facts.byline,
        dateline=dateline,
        published=published or (dateline.date if dateline else None) or on,
        language=detect(body, given.language),
        url=one_line(given.url or "") or facts.url,
        source=source,
    )


def _published(given: Given, facts: Facts, source: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The date of publication, and the other day it means where it was printed in ambiguous numbers.

    The page's own date is taken where none is given, or where it tells the hour of the given day.
    """
    value = parse_date(given.published)
    if value is None and given.published not in (None, ""):
        _log.warning("%s", unread_date(source, given.published))
    told = facts.published or facts.updated
    if value is None or (isinstance(told, dt.datetime) and told.date() == value):
        return told, facts.other_day
    return value, other_reading(given.published)


def _settle(published: dt.date, other: dt.date, dateline: dt.date) -> dt.date:
    """Of two readings of a date in numbers, the one that is near the dateline's."""

    def distance(day: dt.date) -> int:
        return abs(day.toordinal() - dateline.toordinal())

    if distance(other) > _NEAR_DATELINE or distance(published) <= _NEAR_DATELINE:
        return published
    return published.replace(year=other.year, month=other.month, day=other.day)


def _dateline(title: str, body: str, near: dt.date | None) -> Dateline | None:
    """The body's dateline with offsets into `Article.text`."""
    found = find_dateline(body, near)
    if found is None:
        return None
    shift = len(title) + 2 if title else 0
    return replace(found, start=found.start + shift, end=found.end + shift)
