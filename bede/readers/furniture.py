"""Lines of a page that are not the report: dates, bylines, "2 minutes ago", buttons, "Key: value" headers.

`read_line` recognises one line and puts what it tells into `Facts`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bede.data import rows
from bede.readers.agencies import agencies_in, known_as, words
from bede.readers.dates import CLOCK, DAY_MONTH, FoundDate, find_date, find_dates
from bede.readers.facts import FULL_STOP, STAFF, Facts, is_outlet_name

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
        priority words word-count desk country region share editor editors""",
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
_COUNTS = re.compile(
    r"\d+ of \d+ documents?|[\d,]+ words|document [A-Z0-9]{10,}|image (?:source|caption|copyright)\b.{0,80}"
    r"|(?:file )?photo(?:graph)?\s*[:/].{0,80}|.{2,40}/(?:getty images|afp|ap|reuters|epa)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"(?:(?:share|tweet|pin|save|print|copy|e-?mail|link|comments?|facebook|twitter|whatsapp|linkedin|reddit"
    r"|telegram|on|via|this|by|to|article|story|page|post|x)\b\W*){2,}",
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
    r"(?<![\w@.])(?:[\w-]+\.){1,3}(?:com|org|net|news|info|int|gov|edu|online|press|media|today|world|africa|asia|example|[a-z]{2})(?![\w.])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:(?:first |originally )?published|posted|created|issued|(?:last )?(?:updated?|modified)|date|dated"
    r"|on|at|from|in)\b\s*:?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"update|modified|revised", re.IGNORECASE)
_CUT = re.compile(r"\s*[|•·–—]\s*|\s+-+\s+|\s{2,}|\s*/\s+")
_BY = re.compile(r"by[:\s]\s*(?P<names>.+)", re.IGNORECASE)
_SMALL = words(
    """and of in for at the with de al van von bin el da der & staff desk agencies bureau correspondent
    correspondents reporter reporters writer writers editor editors services foreign our"""
)
_NOISE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:GMT|UTC|EST|EDT|IST|PKT|local time|hrs)\b|[\w.]+@[\w.]+",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+in\s+[^\W\d_a-z]\w+(?=\s+and\s|,|$)|,?\s+and\s+(?:news\s+)?agencies$")
_OUTLET_END = re.compile(
    r"\b(?:news|times|post|guardian|daily|press|herald|tribune|journal|observer|gazette|monitor|chronicle"
    r"|telegraph|mail|dispatch|independent|agency|magazine|review|wire)$",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r"[^\W\d_a-z][^\W\d_a-z .'’/-]{2,30}[,.]\s*\|\s*")


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """The words on buttons and boxes, from `bede/data/page_furniture.csv`."""
    return frozenset(row["phrase"] for row in rows("page_furniture.csv"))


def read_line(line: str, facts: Facts) -> str | None:
    """Puts what a line of furniture tells into `facts`.

    Returns what is left of it for the report (mostly ""), or None for a line that is no furniture.
    """
    if is_clutter(line):
        return ""
    if (rest := read_header(line, facts)) is not None:
        return rest
    if _byline(line, facts) or _mixed(line, facts) or _piped(line, facts):
        return ""
    return None


def is_clutter(line: str) -> bool:
    """Whether a line is a button, a link or an advertisement, wherever on the page it stands."""
    if line.strip(" .:…|[]()*→»>").casefold() in _phrases() or not any(map(str.isalnum, line)):
        return True
    return len(line) < 200 and any(kind.fullmatch(line) for kind in (_LINKING, _COUNTS, _SHARING))


def looks_like_name(line: str) -> bool:
    """Whether a line can be the names of people: of each two or three words with capital initials."""
    return not line.isupper() and all(
        2 <= len(name.split()) <= 3 and _names(name) and not is_outlet_name(name)
        for name in re.split(r",\s+|\s+and\s+", _WHERE.sub("", line))
    )


def looks_like_outlet(line: str) -> bool:
    """Whether a line is the name of an outlet and nothing else: "The Northern Post"."""
    name = re.sub(r"\s*\([^()]*\)$", "", line)
    return 2 <= len(name.split()) <= 5 and _names(name) and bool(_OUTLET_END.search(name))


def read_header(line: str, facts: Facts) -> str | None:
    """The same for a header such as "Date: 6 January 2020" only; what follows "Body:" is left."""
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
        if found := find_date(value):
            facts.add_date(found.value, found.other, updated=name == "updated")
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
    if known_as(line) or STAFF.fullmatch(line):
        facts.agencies += agencies_in(line)
        return True
    agencies = agencies_in(line)
    if agencies and STAFF.fullmatch(line.replace(agencies[0], "").strip(" ,|-")):
        facts.agencies += agencies
        return True
    match = _BY.fullmatch(line)
    if match is None or not _names(match["names"]) or FULL_STOP.search(line):
        return False
    if len(match["names"].split()) < 2 and not agencies and not STAFF.fullmatch(match["names"]):
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
    hints = [finder.search(rest) for finder in (_AGO, _URL, _DOMAIN, DAY_MONTH)]
    for finder in (_AGO, _URL, _DOMAIN, DAY_MONTH, CLOCK):
        rest = finder.sub(" | ", rest)
    if not dates and not any(hints):
        return _crumbs(line, facts)
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


def _crumbs(line: str, facts: Facts) -> bool:
    """The way to the page: "The Northern Post > News > World"."""
    if len(line) > 100 or not _CRUMBS.fullmatch(line):
        return False
    first = re.split(r"\s*[>»›]\s*", line)[0]
    if looks_like_outlet(first):
        facts.outlet = facts.outlet or first
    return True


def _piped(line: str, facts: Facts) -> bool:
    """Several such lines in one: "Source: Xinhua| 2020-01-05 22:12:33|Editor: ..."."""
    parts = [part for part in re.split(r"\s*\|\s*", line) if part]
    if len(parts) < 2 or any(read_line(part, Facts()) != "" for part in parts):
        return False
    for part in parts:
        read_line(part, facts)
    return True


def _is_source_or_name(part: str) -> bool:
    names = _BY.sub(r"\g<names>", part)
    return len(names.split()) <= 6 and (_names(names) or bool(STAFF.fullmatch(names)))


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
        updated = bool(_UPDATE.search(line, position, found.start))
        facts.add_date(found.value, found.other, updated=updated)
        position = found.end


def _keep_parts(parts: list[str], hints: list[re.Match[str] | None], facts: Facts) -> None:
    _, url, domain, _ = hints
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
        elif part.casefold() in _phrases():
            continue  # the name of a section
        elif is_outlet_name(part):
            facts.outlet = facts.outlet or part
        elif looks_like_name(part) or len(part.split()) > 3:
            facts.add_byline(part)
