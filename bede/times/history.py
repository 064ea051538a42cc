"""Whether an act is history: ended more than thirty days before the article (coding guide, section 2)."""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Doc, Token

from bede.article import Article
from bede.records import When
from bede.times.clauses import clause_verb, helpers
from bede.times.linking import is_narrative, paragraph_start

DAYS = 30
_LONG_AGO = re.compile(
    r"\b(?:years? (?:ago|earlier|before)|decades? ago|previously|formerly|in the past|as a (?:child|teenager)"
    r"|(?:last|past) (?:few|several|two|three|four|five|ten|\d+) (?:years|decades))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d$€£.,-])(1[89]\d\d|20\d\d)(?![\d%,.]\d)\b")
_GOES_ON = re.compile(r"\b(?:since|continu\w+|still|ongoing)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)


def historical(when: When, trigger: Token, doc: Doc, article: Article) -> bool:
    """True for an act that ended more than 30 days before publication.

    A month or a year counts by its middle. What goes on "since" a day has not ended. Without a date the act
    is history only where its clause says so ("years ago", "had previously opposed"), or where the paragraph
    tells of an earlier year and the act goes on from there in plain past.
    """
    if article.date is None:
        return False
    if when.value and when.span:
        before = article.text[max(0, when.span.start - 24) : when.span.start]
        middle = _middle(when.value)
        return middle is not None and (article.date - middle).days > DAYS and not _GOES_ON.search(before)
    return _told_as_past(trigger, article.text, article.date.year)


def _told_as_past(trigger: Token, text: str, year: int) -> bool:
    """Whether the words around an undated act put it in the past."""
    verb = clause_verb(trigger)
    if verb is None:
        return False
    if _LONG_AGO.search(" ".join(token.text for token in verb.subtree)):
        return True
    had = "had" in helpers(verb)
    if had and verb.dep_ == "relcl":
        return True
    told = text[paragraph_start(text, trigger.idx) : trigger.sent.end_char]
    years = _YEAR.findall(told)
    return bool(years) and int(years[-1]) < year and (had or is_narrative(trigger))


def _middle(value: str) -> dt.date | None:
    """The middle day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        return dt.date(year, month or 7, day or (15 if month else 1))
    except ValueError:
        return None
