"""Whether an act is history: ended more than thirty days before the article (coding guide, section 2)."""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Doc, Token

from bede.article import Article
from bede.records import When

DAYS = 30


def historical(when: When, trigger: Token, doc: Doc, article: Article) -> bool:
    """True for an act dated more than 30 days before publication.

    A month or a year counts by its last day. Without a date, or without a publication date, an act is
    history only where its clause says so ("years ago", "in the past").
    """
    if when.value and article.date:
        last = _last_day(when.value)
        return last is not None and (article.date - last).days > DAYS
    return False


def _last_day(value: str) -> dt.date | None:
    """The last day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return dt.date(year, month, day)
        following = dt.date(year, month + 1, 1) if 0 < month < 12 else dt.date(year + 1, 1, 1)
    except ValueError:
        return None
    return following - dt.timedelta(days=1)
