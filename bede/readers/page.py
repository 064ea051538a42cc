"""Page dumps and plain text: what is the title, what the report, and what only stands around it.

A page saved as text repeats itself: the headline in two spellings, a standfirst that is the first sentence
once more. Each repetition would tell the same event again, so it is dropped here, before anything is coded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from bede.readers.agencies import known_as, words
from bede.readers.credits import heads_links, split_credits
from bede.readers.dateline import find_dateline, is_capitals
from bede.readers.facts import Facts
from bede.readers.furniture import is_clutter, looks_like_name, looks_like_outlet, read_line
from bede.readers.layout import Line, clean, one_line, paragraphs, runs_on, split_lines, wrap_width

_HEADER_LINES = 40  # furniture with dates and names is looked for in so many lines ...
_HEADER_SENTENCES = 3  # ... and until so many lines of running text have gone by
_LONGEST_TITLE = 220  # characters
_STANDFIRSTS = 4  # paragraphs that may repeat the report in front of it
_SHORTEST_REPEAT = 40  # characters of a paragraph that counts as repeated
_NEAR = 85  # rapidfuzz ratio (0-100) from which two paragraphs in the same words are the same
_LABEL_WORDS = 2
_MENU = 3  # labels in a row that are a menu
_SMALL = words(
    "a an the in on at of to for and by with that its his her their has have had was were is are said"
)
_SUFFIX = re.compile(r"\s+(?P<bar>[|–—»›·-]+)\s+(?P<name>[^|–—»›·]{2,60})$")


@dataclass(slots=True)
class Page:
    """A text taken apart."""

    title: str
    paragraphs: list[str]
    facts: Facts = field(default_factory=Facts)


def read_page(text: str, title: str | None = None, outlet: str | None = None) -> Page:
    """Take running text or a page dump apart. `title` and `outlet` are given where known from elsewhere."""
    facts = Facts(outlet=outlet)
    lines = split_lines(clean(text))
    body = _without_menu(paragraphs(_header(lines, facts) or lines))
    title = one_line(title) if title else None
    known = [name for name in (title, facts.title) if name]
    headline, body = _take_title(known, body, facts)
    body = split_credits(body, facts)
    body = _without_repeats([paragraph for paragraph in body if not is_clutter(paragraph)])
    return Page(headline, body, facts)


def _without_menu(body: list[str]) -> list[str]:
    """The paragraphs without runs of short labels above the report, as menus leave them."""
    first = next((index for index, paragraph in enumerate(body) if _runs(paragraph)), 0)
    kept: list[str] = []
    run: list[str] = []
    for paragraph in body[:first]:
        if len(paragraph.split()) <= _LABEL_WORDS and find_dateline(paragraph) is None:
            run.append(paragraph)
            continue
        kept += run if len(run) < _MENU else []
        run = []
        kept.append(paragraph)
    kept += run if len(run) < _MENU else []
    return kept + body[first:]


def _header(lines: list[Line], facts: Facts) -> list[Line]:
    """The lines without the furniture at the top, whose facts go to `facts`."""
    kept: list[Line] = []
    sentences = 0
    cut = False  # what follows a line of furniture opens a paragraph
    width = wrap_width(lines)
    for index, line in enumerate(lines):
        if index >= _HEADER_LINES or sentences >= _HEADER_SENTENCES:
            return [*kept, Line(line.text, line.opens or cut), *lines[index + 1 :]]
        if index and not line.opens and not cut and runs_on(lines[index - 1].text, line.text, width):
            rest = None  # the middle of a paragraph
        elif sentences and heads_links(line.text):
            rest = None  # what follows it goes with it
        else:
            rest = read_line(line.text, facts)
            if rest is None and _stands_by_furniture(lines, index, cut):
                rest = _bare_name(line.text, facts, titled=bool(kept or facts.title))
        if rest != "":
            kept.append(Line(rest or line.text, line.opens or cut))
            sentences += _runs(line.text)
        cut = rest is not None
    return kept


def _stands_by_furniture(lines: list[Line], index: int, cut: bool) -> bool:
    """Whether the line before or after tells a date, a name or the like, or the report begins in the next."""
    if cut and not is_clutter(lines[index - 1].text):
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    told = not is_clutter(following) and read_line(following, Facts()) == ""
    return told or find_dateline(following) is not None


def _bare_name(line: str, facts: Facts, titled: bool) -> str | None:
    """Takes the name of an outlet, or below the headline of a reporter, on a line of its own."""
    if looks_like_outlet(line):
        facts.outlet = facts.outlet or line
        return ""
    if titled and facts.byline is None and looks_like_name(line):
        facts.add_byline(line)
        return ""
    return None


def _runs(line: str) -> bool:
    """Whether a line is running text rather than a heading."""
    return len(line) > 150 or (len(line) > 40 and line.rstrip("\"'”’)")[-1:] in (".", "!", "?"))


def _take_title(known: list[str], body: list[str], facts: Facts) -> tuple[str, list[str]]:
    """The headline in its best spelling, and the paragraphs without it and its repetitions."""
    if not known and (guess := _guess_title(body)) is not None:
        known, body = [body[guess]], body[guess + 1 :]
    if not known:
        return "", body
    forms = [_cut_suffix(form, body, facts) for form in known]
    key = _key(forms[0])
    rest = []
    for index, paragraph in enumerate(body):
        if index < _STANDFIRSTS + 2 and len(body) > 1 and _repeats_title(paragraph, key):
            forms.append(_cut_suffix(paragraph, body, facts))
        else:
            rest.append(paragraph)
    return min((form for form in forms if _key(form) == key), key=_shouting), rest


def _guess_title(body: list[str]) -> int | None:
    """Which paragraph is the headline: the first, or the second under the name of a section."""
    for index, paragraph in enumerate(body[:2]):
        if index + 1 >= len(body) or not _can_be_title(paragraph):
            return None
        length, following = len(paragraph.split()), body[index + 1]
        section = length <= 2 < len(following.split()) and _can_be_title(following) and index + 2 < len(body)
        if not section:
            return index if length > 1 else None
    return None


def _can_be_title(paragraph: str) -> bool:
    if len(paragraph) > _LONGEST_TITLE or paragraph.rstrip("\"'”’)")[-1:] in (".", "!", ";", ":", ","):
        return False
    if find_dateline(paragraph) is not None or not any(map(str.isalpha, paragraph)):
        return False
    alone = find_dateline(paragraph, capitals=False)  # "WASHINGTON --" on a line of its own
    return alone is None or alone.end < len(paragraph)


def _repeats_title(paragraph: str, key: str) -> bool:
    """Whether a paragraph is the headline again, perhaps with the outlet's name behind it."""
    own = _key(paragraph)
    if own == key:
        return True
    match = _SUFFIX.search(paragraph)
    return match is not None and _key(paragraph[: match.start()]) == key


def _shouting(title: str) -> tuple[bool, int]:
    """Order of spellings: ordinary letters before capitals, few capital initials before many."""
    capitals = sum(word[:1].isupper() for word in title.split())
    return title == title.upper(), capitals if title != title.lower() else len(title)


def _cut_suffix(title: str, body: list[str], facts: Facts) -> str:
    """The headline of "Headline | Example Times", whose outlet goes to `facts`.

    After a hyphen only a name that is known is an outlet, or one without which the headline stands again.
    """
    match = _SUFFIX.search(title)
    if match is None:
        return title
    bare, name = title[: match.start()].rstrip(), match["name"].strip()
    known = _same_outlet(name, facts.outlet) or known_as(name) or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name)
    again = any(_key(paragraph) == _key(bare) for paragraph in body[:_STANDFIRSTS])
    if not (known or again or ("|" in match["bar"] and len(name.split()) <= 4)):
        return title
    facts.outlet = facts.outlet or name
    return bare


def _same_outlet(name: str, outlet: str | None) -> bool:
    """Whether two spellings can be one outlet: "Example Times", "exampletimes.com"."""
    one, other = (
        re.sub(r"[\W_]", "", words.casefold().removeprefix("the ")) for words in (name, outlet or "")
    )
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _without_repeats(body: list[str]) -> list[str]:
    """Paragraphs without those that tell what another one tells in the same words."""
    keys = [_key(_without_dateline(paragraph)) for paragraph in body]
    kept: list[str] = []
    seen: set[str] = set()
    for index, (paragraph, key) in enumerate(zip(body, keys, strict=True)):
        if len(key) >= _SHORTEST_REPEAT:
            if key in seen or (index < _STANDFIRSTS and _told_again(key, keys[index + 1 : index + 4])):
                continue
            seen.add(key)
        kept.append(paragraph)
    return kept


def _told_again(key: str, following: list[str]) -> bool:
    """Whether a standfirst is the beginning of one of the paragraphs that follow, word for word or nearly.

    Nearly: little but small words differ ("said Monday", "said on Monday"). A name that the other paragraph
    lacks makes it news of its own.
    """
    cut = key.rsplit(" ", 1)[0]  # the last word may be cut off
    names = set(cut.split()) - _SMALL
    return any(
        other.startswith(cut) or (names <= set(other.split()) and ratio(key, other[: len(key)]) >= _NEAR)
        for other in following
    )


def _without_dateline(paragraph: str) -> str:
    found = find_dateline(paragraph, capitals=is_capitals(paragraph))
    return paragraph[found.end :] if found else paragraph


def _key(text: str) -> str:
    """A text without case and punctuation, for comparing."""
    return " ".join(re.findall(r"\w+", text.casefold()))
