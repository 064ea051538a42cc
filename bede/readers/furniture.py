"""Lines of a page that are not the report: dates, bylines, "2 minutes ago", buttons, "Key: value" headers.

`read_line` recognises one line and puts what it tells into `Facts`.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from bede.readers.agencies import agencies_in, known_as, words
from bede.readers.dates import FoundDate, find_dates, parse_date

_KEYS = {
    "published": "date published posted pubdate load-date created published-on publication-date",
    "updated": "updated last-updated modified last-modified",
    "outlet": "outlet publisher publication newspaper website site",
    "source": "source agency provider news-agency via credit",
    "byline": "author authors byline by reporter written-by writer correspondent",
    "title": "title headline",
    "url": "url link permalink web-address",
    "body": "body text content story article full-text dateline",
    "": """location language length section page edition copyright keywords tags topics topic category
        categories subject subjects id article-id docid document-id publication-type type load rights slug
        priority words word-count desk country region share""",
}
_KEY_OF = {key: name for name, keys in _KEYS.items() for key in keys.split()}
_KEYED = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,20}?)\s*[:=]\s*(?P<value>.*)")

_LINKING = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related|more on this|watch|click here|follow us"
    r"|follow .{2,40} on|sign up|subscribe|tags|topics|keywords|filed under|photo credits?|image credits?)"
    r"\s*[:|»>-].*"
    r"|(?:follow us on|sign up (?:for|to)|subscribe to|click here (?:to|for)|download the|join our)"
    r" [^.]{3,100}\.?",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"[^.>»›]{2,40}(?:\s*[>»›]\s*[^.>»›]{2,60}){1,5}")
_AGO = re.compile(
    r"(?:about |over |almost )?(?:\d+|an?|one|two|three|few|several)\s*(?:sec(?:ond)?|min(?:ute)?|hour|hr|day"
    r"|week|month|year)s?\s+ago|\bjust now\b|\d+\s*-?\s*min(?:ute)?s?\s+read",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w@.])(?:[\w-]+\.){1,3}(?:com|org|net|news|info|int|gov|edu|tv|co|io|[a-z]{2})(?![\w.])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:(?:first |originally )?published|posted|created|issued|last (?:updated|modified)|updated|modified"
    r"|date|dated|on|at|from|in)\b\s*:?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"updated|modified|revised", re.IGNORECASE)
_FULL_STOP = re.compile(r"\b\w{3,}\.$")
_CUT = re.compile(r"\s*[|•·–—]\s*|\s+-+\s+|\s{2,}|\s*/\s+")
_BY = re.compile(r"by[:\s]\s*(?P<names>.+)", re.IGNORECASE)
_SMALL = words("and of in for at the with de al van von bin el da der &")
_STAFF = re.compile(
    r"(?:(?:special|web|news|our|senior|foreign|diplomatic|political|staff|the)\s+)*(?:staff|writers?|desk|agencies"
    r"|correspondents?|reporters?|editors?|monitoring|news service|bureau|with agencies)"
    r"(?:\s+(?:reports?|writers?))?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:GMT|UTC|EST|EDT|IST|PKT|local time|hrs)\b|[\w.]+@[\w.]+",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r"[^\W\d_a-z][^\W\d_a-z .'’/-]{2,30}[,.]\s*\|\s*")
_OUTLETLIKE = re.compile(
    r"\b(?:news|times|post|guardian|daily|press|herald|tribune|tv|television|radio|online|today|journal|observer"
    r"|gazette|monitor|chronicle|telegraph|mail|star|dispatch|independent|standard|week(?:ly)?|agency|network"
    r"|media|magazine|review|wire|service|broadcasting)\b|^the\b|\.\w{2,4}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """The words on buttons and boxes, from `bede/data/page_furniture.csv`."""
    text = (files("bede.data") / "page_furniture.csv").read_text(encoding="utf-8")
    return frozenset(row["phrase"] for row in csv.DictReader(text.splitlines()))


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

    def add_date(self, value: dt.date | None, *, updated: bool = False) -> None:
        """Keep a date: the first of its kind, or one that tells the hour of the same day."""
        if value is None:
            return
        known = self.updated if updated else self.published
        if known is None or (_day(known) == _day(value) and not isinstance(known, dt.datetime)):
            if updated:
                self.updated = value
            else:
                self.published = value

    def add_source(self, name: str) -> None:
        """Keep the name of an agency or of an outlet."""
        found = agencies_in(name)
        if found:
            self.agencies += found
        elif self.outlet is None:
            self.outlet = name

    def add_byline(self, names: str) -> None:
        """Keep who wrote it; agencies among the names are kept as agencies."""
        kept: list[str] = []
        for part in re.split(r"\s*[|,;]\s*|\s+-\s+", _FULL_STOP.sub(lambda stop: stop[0][:-1], names)):
            if known_as(part) or (agencies_in(part) and _STAFF.search(part)):
                self.agencies += agencies_in(part)
            elif part and not (_OUTLETLIKE.search(part) and kept):
                kept.append(part)
            elif part and self.outlet is None:
                self.outlet = part
        if kept and self.byline is None:
            self.byline = ", ".join(kept)


def read_line(line: str, facts: Facts) -> str | None:
    """Puts what a line of furniture tells into `facts`.

    Returns what is left of it for the report (mostly ""), or None for a line that is no furniture.
    """
    if is_clutter(line):
        return ""
    if (rest := _keyed(line, facts)) is not None:
        return rest
    if _byline(line, facts) or _mixed(line, facts):
        return ""
    return None


def is_clutter(line: str) -> bool:
    """Whether a line is a button, a link or an advertisement, wherever on the page it stands."""
    if line.strip(" .:…|[]()*→»>").casefold() in _phrases() or not any(map(str.isalnum, line)):
        return True
    return len(line) < 200 and bool(_LINKING.fullmatch(line))


def looks_like_name(line: str) -> bool:
    """Whether a line can be the name of a person: two or three words with capital initials."""
    return (
        2 <= len(line.split()) <= 3 and _names(line) and not line.isupper() and not _OUTLETLIKE.search(line)
    )


def _keyed(line: str, facts: Facts) -> str | None:
    """A header such as "Date: 6 January 2020". The text after "Body:" belongs to the report."""
    match = _KEYED.fullmatch(line)
    name = _KEY_OF.get(re.sub(r"[ _]", "-", match["key"].strip().lower())) if match else None
    if match is None or name is None:
        return None
    value = match["value"].strip()
    if name == "body":
        return value
    if len(value) > 300 or (name in ("outlet", "source", "byline") and not _can_be_names(value)):
        return None  # a headline such as "Newspaper: minister used own mail"
    if name in ("published", "updated"):
        facts.add_date(parse_date(value), updated=name == "updated")
    elif name == "source" and value:
        facts.add_source(value)
    elif name == "byline" and value:
        facts.add_byline(_BY.sub(r"\g<names>", value))
    elif name and value and getattr(facts, name) is None:
        setattr(facts, name, value)
    return ""


def _byline(line: str, facts: Facts) -> bool:
    """ "By Jane Roe, Associated Press", "Reuters Staff", "Our Correspondent"."""
    if len(line) > 120:
        return False
    if known_as(line) or _STAFF.fullmatch(line):
        facts.agencies += agencies_in(line)
        return True
    agencies = agencies_in(line)
    if agencies and _STAFF.fullmatch(line.replace(agencies[0], "").strip(" ,|-")):
        facts.agencies += agencies
        return True
    match = _BY.fullmatch(line)
    if match is None or not _names(match["names"]) or _FULL_STOP.search(line):
        return False
    if len(match["names"].split()) < 2 and not agencies and not _STAFF.fullmatch(match["names"]):
        return False
    facts.add_byline(match["names"])
    return True


def _mixed(line: str, facts: Facts) -> bool:
    """A line of dates, "2 minutes ago", addresses, names and outlets, and nothing else."""
    if len(line) > 160:
        return False
    dates = list(find_dates(line))
    rest = line
    for found in reversed(dates):
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    hints = [finder.search(rest) for finder in (_AGO, _URL, _DOMAIN)]
    for finder in (_AGO, _URL, _DOMAIN):
        rest = finder.sub(" | ", rest)
    if not dates and not any(hints):
        return bool(_CRUMBS.fullmatch(line)) and len(line) < 100
    if _PLACE_AND_DAY.fullmatch(rest):
        return False  # "BAGHDAD, 3 January 2020": a dateline, which belongs to the report
    parts = [_LEAD.sub("", _NOISE.sub("", part)).strip(" ,.:;()[]-_") for part in _CUT.split(rest)]
    parts = [part for part in parts if part]
    if len(parts) > 4 or not all(_is_source_or_name(part) for part in parts):
        return False
    if line == line.upper() and sum(len(part.split()) for part in parts) > 4:
        return False  # a sentence of copy in capitals
    _keep_dates(line, dates, facts)
    _keep_parts(parts, hints, facts)
    return True


def _is_source_or_name(part: str) -> bool:
    names = _BY.sub(r"\g<names>", part)
    return len(names.split()) <= 6 and (_names(names) or bool(_STAFF.fullmatch(names)))


def _names(text: str) -> bool:
    """Whether every word begins with a capital, save "and", "of" and the like."""
    tokens = text.replace(",", " ").replace("|", " ").split()
    return any(token[:1].isupper() for token in tokens) and all(
        token[:1].isupper() or token.lower() in _SMALL or token.startswith("al-") for token in tokens
    )


def _can_be_names(value: str) -> bool:
    return len(value.split()) <= 10 and (_names(value.removeprefix("by ")) or bool(_DOMAIN.search(value)))


def _keep_dates(line: str, dates: list[FoundDate], facts: Facts) -> None:
    position = 0
    for found in dates:
        facts.add_date(found.value, updated=bool(_UPDATE.search(line, position, found.start)))
        position = found.end


def _keep_parts(parts: list[str], hints: list[re.Match[str] | None], facts: Facts) -> None:
    _, url, domain = hints
    if url and facts.url is None:
        facts.url = url[0]
    elif domain and facts.outlet is None:
        facts.outlet = domain[0]
    for part in parts:
        named = _BY.fullmatch(part)
        if named:
            facts.add_byline(named["names"])
        elif known_as(part):
            facts.agencies.append(part)
        elif _OUTLETLIKE.search(part):
            facts.outlet = facts.outlet or part
        elif looks_like_name(part) or len(part.split()) > 3:
            facts.add_byline(part)


def _day(value: dt.date) -> dt.date:
    return dt.date(value.year, value.month, value.day)
