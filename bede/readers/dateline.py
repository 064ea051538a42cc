"""The place-and-date line that opens a wire report.

    BAGHDAD, Jan 3 (Reuters) - Text          MOSCOW. Jan 5 (Interfax) - Text
    WASHINGTON (AP) — Text                   TEHRAN, IRNA - Text
    PLACE (Outlet / Agency - 06th January, 2020) Text
    LONDON/PARIS, Jan. 5 (Xinhua) -- Text    Baghdad, Iraq – Text

A place in capitals is strong evidence, one in ordinary letters weak: it needs an agency, a date or a long
dash besides. In copy that is all capitals only an agency, a date or a double dash counts.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bede.article import Dateline
from bede.readers.agencies import distinct, known_as, words
from bede.readers.dates import MONTH, WEEKDAY, find_date, parse_day_month

SEARCHED_PARAGRAPHS = 4  # a standfirst or two may stand before the report itself
_LONGEST = 160  # characters in which a dateline must end

_LONG_DASH = r"--+|[—–―]|_(?=\s|$)|\s-\s*-\s"
_DASH = rf"(?:{_LONG_DASH}|\s?-(?=\s|$)|\s?:(?=\s|$))"
_DAY = (
    rf"{WEEKDAY}?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})"
    r"(?:,?\s+(?:\d{4}|\d{2})(?!\d))?"
)
_PAREN = r"\(\s*(?P<agency>[^()\n]{2,80}?)\s*\)"
_SLASH = r"/(?P<slash>[^/\n]{2,30})/\.?"
_BY = r"(?:,\s*(?-i:(?:[^\W\d_a-z][\w.'’-]+\s+){1,3}[^\W\d_a-z][\w.'’-]+)(?=\s*[—–-]))?"
_HEAD = re.compile(
    r"\s*(?P<place>[^\W\d_][^()\d\n—–―_:;?!\"“”]{0,70}?)"
    rf"(?:[,.]?\s*(?P<date>{_DAY})\.?(?:,\s*(?P<late>[^\W\d_][\w ]{{1,30}}?)(?=\s*(?:{_DASH})))?)?,?\s*"
    rf"(?:(?P<source>{_PAREN}|{_SLASH}){_BY}\s*(?P<dash1>{_DASH})?|(?P<dash2>{_DASH}))"
    r"(?:\s*\[TEXT\])?\s*",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s*(?:{_PAREN})\s*(?P<dash>{_DASH})?\s*")
_ALONE = re.compile(r"\s*(?P<place>[^\W\d_a-z][^\W\d_a-z .'’/-]{2,30})\s*")
_MONTH_DAY = re.compile(
    rf"(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\w*\s+(?P<m2>{MONTH})", re.IGNORECASE
)
_SHORT_YEAR = re.compile(rf"({MONTH}\s+\d{{1,2}},?\s+|\d{{1,2}}\s+{MONTH},?\s+)(\d\d)(?!\d)", re.IGNORECASE)
_SPEAKER = re.compile(r"\n\n[^\W\d_a-z][^\W\d_a-z .'’-]+:\s")
_SPLIT = re.compile(r"\s*(?:/|,|;|\s[-–—]\s|\sand\s|&)\s*")
_SMALL = words("de la le el al of the on and in near du da do dos del las los bin van der den am")
_LABELS = words(
    """update updated breaking exclusive watch video photo photos opinion analysis explainer factbox timeline
    correction corrected live note notes related read more also sports sport world business politics file
    image topshot abstract summary highlights interview feature editorial letters commentary review news
    special report urgent alert developing just in new by full text key points profile column insight obituary
    flash lead wrapup refile q a look notice warning excerpt editor editors s breakingviews"""
)
# Words that begin a name or a noun phrase, not a place in ordinary letters.
_NOT_PLACES = words(
    """president minister prime king queen prince general gen. sen. rep. mr. mrs. ms. dr. the a an us
    u.s. eu"""
)
_OUTLET_WORD = re.compile(
    r"news|agency|press|post|times|media|tv|online|radio|wire|daily|today|journal|tribune|herald|point|\.\w{2,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a candidate consists of, before it is believed."""

    place: str
    date: str
    agencies: tuple[str, ...]
    dash: str
    after: str
    glued: bool  # the text follows the bracket without a blank


def find_dateline(
    body: str, published: dt.date | None = None, *, capitals: bool | None = None
) -> Dateline | None:
    """The dateline near the start of a body, or None.

    `published` gives the year where the line tells none; without it such a date stays None. Offsets are
    into `body` and run over the closing dash. `capitals` says that the whole copy is in capitals; None: look.
    """
    if capitals is None:
        capitals = is_capitals(body)
    start = 0
    for paragraph in body.split("\n\n", SEARCHED_PARAGRAPHS)[:SEARCHED_PARAGRAPHS]:
        found = _read(paragraph, published, capitals)
        if (
            found
            and paragraph[: found.end].endswith(f"{found.place}:")
            and _SPEAKER.search(body, start + found.end)
        ):
            return None  # an interview or transcript, where each turn opens with a name and a colon
        if found is None and not capitals and len(body) > start + len(paragraph) + 100:
            found = _alone(paragraph)
        if found:
            return Dateline(start + found.start, start + found.end, found.place, found.date, found.agencies)
        start += len(paragraph) + 2
    return None


def is_capitals(text: str) -> bool:
    """Whether copy is written in capitals throughout, as old wires were."""
    letters = [char for char in text[:500] if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) > 0.9 * len(letters)


def _read(paragraph: str, published: dt.date | None, capitals: bool) -> Dateline | None:
    head = paragraph[:_LONGEST]
    if match := _BARE.match(head):
        agencies, rest = _sources(match["agency"])
        if not rest and (
            _like_outlets(agencies) if match["dash"] else agencies and all(map(known_as, agencies))
        ):
            return Dateline(match.start("agency") - 1, len(match[0].rstrip()), None, None, agencies)
    match = _HEAD.match(head)
    if not match:
        return None
    place, by_place = _split_place(match["place"])
    agencies, date = _sources(match["agency"] or match["slash"] or "")
    parts = _Parts(
        place=place,
        date=match["date"] or date,
        agencies=distinct((*by_place, *([match["late"]] if match["late"] else []), *agencies)),
        dash=(match["dash1"] or match["dash2"] or "").strip(),
        after=paragraph[match.end() : match.end() + 200],
        glued=match[0].endswith(")"),
    )
    if (match["late"] and not known_as(match["late"])) or not _believable(
        parts, capitals, bool(match["source"])
    ):
        return None
    begin = len(head) - len(head.lstrip())
    day = _date(parts.date, published)
    return Dateline(begin, len(match[0].rstrip()), parts.place, day, parts.agencies)


def _alone(paragraph: str) -> Dateline | None:
    """A place in capitals on a line of its own, with nothing else."""
    match = _ALONE.fullmatch(paragraph)
    if not match or len(match["place"].split()) > 2 or _is_label(match["place"]):
        return None
    return Dateline(match.start("place"), match.end("place"), match["place"].strip())


def _split_place(printed: str) -> tuple[str, tuple[str, ...]]:
    """Place and agencies of the part before date and bracket: "TEHRAN, IRNA" is a place and an agency."""
    parts = [part.strip() for part in printed.strip(" ,.").split(",")]
    if printed.rstrip(" ,").endswith(".") and len(parts) > 1:
        parts[-1] += "."  # "CHARLESTON, W.Va." and "FLINT, Mich." keep their stop
    agencies = tuple(part for part in parts[1:] if known_as(part))
    return ", ".join(part for part in parts if part not in agencies), agencies


def _sources(bracket: str) -> tuple[tuple[str, ...], str]:
    """Agencies and date of what stands in the bracket."""
    date = ""
    if match := re.search(rf"{_DAY}|\d{{4}}-\d\d-\d\d", bracket, re.IGNORECASE):
        date = match[0]
        bracket = bracket[: match.start()] + bracket[match.end() :]
    if known_as(bracket):
        return (bracket.strip(),), date
    names = (name.strip(" -–—.,") for name in _SPLIT.split(bracket))
    return tuple(name for name in names if name), date


def _believable(parts: _Parts, capitals: bool, bracketed: bool) -> bool:
    """Whether the parts together make a dateline."""
    shape = _shape(parts.place)
    known = any(map(known_as, parts.agencies))
    if not shape or _is_label(parts.place) or known_as(parts.place):
        return False
    if bracketed and not known and not _like_outlets(parts.agencies):
        return False
    if capitals:
        bare = parts.dash.startswith("--") and len(parts.place.split()) <= 3
        return known or bool(parts.date and (parts.dash or bracketed)) or bare
    if shape == "capitals":
        return bool(parts.dash) or known or bool(parts.date and bracketed)
    if not _opens_sentence(parts.after):
        return False
    if bracketed or known:
        return bool(parts.dash or parts.date or parts.glued)
    return parts.dash in ("—", "–", "―", "--") and parts.dash not in re.split(r"[.!?]\s", parts.after)[0]


def _shape(place: str) -> str:
    """'capitals', 'ordinary' or '' for words that are no place; a region after the comma may be either."""
    first, *regions = place.split(",")
    names = re.split(r"[\s/]+", first.strip())
    if not first.strip() or len(names) > 6 or len(regions) > 2:
        return ""
    if any(len(region.split()) > 3 or not region.strip()[:1].isupper() for region in regions):
        return ""
    if all(word == word.upper() for word in names) and sum(map(str.isalpha, first)) > 1:
        return "capitals"
    if re.search(r"\w{3,}\. ", first):
        return ""
    if len(names) <= 4 and all(word[:1].isupper() or word.lower() in _SMALL for word in names):
        return "ordinary" if names[0].lower() not in _NOT_PLACES else ""
    return ""


def _is_label(place: str) -> bool:
    """ "EXCLUSIVE", "UPDATE 1", "READ MORE": a label, not a place."""
    return all(word in _LABELS for word in re.findall(r"[^\W\d_]+", place.casefold()))


def _like_outlets(names: tuple[str, ...]) -> bool:
    """Whether words in a bracket can be those of outlets that the table does not know."""
    return bool(names) and all(
        len(name.split()) <= 5
        and name[:1].isupper()
        and bool(_OUTLET_WORD.search(name) or re.fullmatch(r"[A-Z]{2,6}", name) or len(name.split()) <= 2)
        for name in names
    )


def _opens_sentence(text: str) -> bool:
    first = text.lstrip(" \"'“‘«(")[:1]
    return first.isupper() or first.isdigit()


def _date(printed: str, published: dt.date | None) -> dt.date | None:
    """The day a dateline tells; without a year, the one nearest to publication."""
    if not printed:
        return None
    full = _SHORT_YEAR.sub(lambda match: match[1] + ("19" if match[2] > "60" else "20") + match[2], printed)
    if found := find_date(full):
        return dt.date(found.value.year, found.value.month, found.value.day)
    match = _MONTH_DAY.search(printed)
    if match and published:
        return parse_day_month(match["d"] or match["d2"], match["m"] or match["m2"], published)
    return None
