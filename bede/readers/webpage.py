"""HTML pages: the article and its metadata by trafilatura, the rest as for any text."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from bede.errors import NoArticleInPage
from bede.readers.build import Given
from bede.readers.dates import parse_date
from bede.readers.decoding import decode

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_HEAD_BYTES = 4096  # in which a page names its encoding
_TIME = re.compile(
    r"<(?:meta|time)\b[^>]*(?:published_time|datePublished|pubdate|dc\.date|parsely-pub-date|publish-date)[^>]*>"
    r"|\"datePublished\"\s*:\s*\"(?P<json>[^\"]{8,40})\"",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:content|datetime)\s*=\s*[\"'](?P<value>[^\"']{8,40})[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a page as text, and what the page says about it."""

    text: str
    given: Given
    cut: bool  # the page ends before its end


def read_webpage(data: bytes | str) -> WebPage:
    """The article of an HTML page. Raises `NoArticleInPage`, and `BinaryFile` for bytes that are no page."""
    from trafilatura import bare_extraction  # 0.7 s to load: only when a page is read
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints come back as our reasons
    html = data if isinstance(data, str) else decode(data, _declared(data))
    document = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    cut = re.search(r"</\s*(?:html|body)\s*>", html, re.IGNORECASE) is None
    if not isinstance(document, Document) or not document.text:
        raise NoArticleInPage(cut)
    return WebPage(
        text=document.text,
        given=Given(
            title=document.title,
            published=_with_hour(html, document.date),
            outlet=_outlet(document.sitename, document.hostname),
            byline=_byline(document.author),
            url=document.url,
            language=document.language,
        ),
        cut=cut,
    )


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return match[1].decode("ascii", errors="replace") if match else None


def _with_hour(html: str, day: str | None) -> object:
    """The page's date, with the hour where its metadata tell it for the same day."""
    for match in _TIME.finditer(html):
        value = match["json"] or ((found := _VALUE.search(match[0])) and found["value"])
        told = parse_date(value)
        if told is not None and str(told)[:10] == (day or str(told)[:10]):
            return told
    return day


def _outlet(sitename: str | None, host: str | None) -> str | None:
    """The site's name; its host where the name is a link that lost its punctuation."""
    return sitename if sitename and not sitename.lower().startswith("http") else host


def _byline(author: str | None) -> str | None:
    return author.replace(";", ",") if author else None
