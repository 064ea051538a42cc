"""Real persons: finding their names in a passage, and putting the office in the place of the name.

Found are full names of office-holders in the knowledge tables whose country the passage has to do with,
titles with the surname of one ("President Reagan"), and the names of `real_people.txt`. Replaced are

- a title with the name ("U.S. Secretary of State X" becomes "the U.S. secretary of state"),
- a name set off by commas beside its office ("Israel's prime minister, X, said" loses the name),
- a bare name, where the tables know a well-known office on the day ("the Turkish president"),
- and later mentions by surname, with the office of the first.

What no rule fits is for a person to rewrite; `edits` then raises RealPerson.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from bede.knowledge import Knowledge, Person, Word, load, word_set, words
from training.edits import Edit
from training.files import HOME
from training.locate import sentence_starts
from training.records import Passage

_TITLE = re.compile(
    r"(?:(?P<past>[Ff]ormer|[Tt]hen|[Oo]utgoing|[Ii]nterim|[Aa]cting) )?"
    r"(?P<rest>(?:[A-Z][\w.’'-]* ){0,3}?)"
    r"(?P<title>(?:(?:First |Second |Deputy |Acting )?(?:Vice President|Prime Minister|President|Premier)"
    r"|(?:Deputy )?(?:Foreign|Interior|Finance|Defen[cs]e|Justice|Energy|Home|Health|Agriculture|Oil|Labou?r)"
    r" (?:Minister|Secretary)|Secretary of State|Secretary[- ]General|General Secretary"
    r"|Chief Cabinet Secretary"
    r"|Chancellor|Gov\.|Governor|Speaker|Mayor|King|Queen|Mediator|President-elect|chief|envoy"
    r"|Chairman|Bishop|Archbishop|Rebel commander|special rapporteur)) $"
)
_WRITTEN_OUT = {"gov.": "governor", "secretary general": "secretary-general"}
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Mr\.|Mrs\.|Ms\.|Dr|Dr\.|General|Gen\.|President|Chancellor|Premier) $")
_OFFICE = re.compile(
    r"(?P<office>(?:vice |prime |foreign |interior |finance |defen[cs]e )?(?:minister|president)"
    r"|premier|chancellor|secretary of state|secretary-general|mayor|governor|leader|spokesman|king|queen"
    r"|chief|commander|envoy)$"
)
_OWNED = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)|['’]s|s['’])(?: [a-z][\w-]+)? $")
# Offices of the tables that a reader knows without the name.
_KNOWN = {
    "President": "president",
    "Prime Minister": "prime minister",
    "Chancellor": "chancellor",
    "Taoiseach": "prime minister",
    "Minister of Foreign Affairs": "foreign minister",
    "Minister for Foreign Affairs": "foreign minister",
    "Minister of the Interior": "interior minister",
    "Minister of Finance": "finance minister",
    "Secretary of State": "secretary of state",
    "Secretary-General of the United Nations": "U.N. secretary-general",
    "Secretary General of NATO": "NATO secretary-general",
}
# After these a name is that of a thing.
_THINGS = word_set(
    "airport university street square avenue stadium centre center foundation road bridge island"
)
_OPENERS = word_set(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday In On The A An But And While When After As For
    With"""
)
_YEARS = 45


class RealPerson(ValueError):
    """A passage that names a real person whose name cannot be replaced by rule."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name in the text: its characters, the surname, and the people of the tables that it may be."""

    start: int
    end: int
    surname: str
    people: tuple[Person, ...]

    @property
    def whole(self) -> bool:
        """Whether it is more than a surname."""
        return self.end - self.start > len(self.surname)

    @property
    def person(self) -> Person | None:
        """The likeliest of them."""
        return self.people[0] if self.people else None


def edits(passage: Passage) -> list[Edit]:
    """What puts offices in the place of real names. Raises RealPerson where no rule fits."""
    text = passage.text
    made: list[Edit] = []
    offices: dict[str, tuple[str, str]] = {}
    for hit in _hits(passage):
        if any(edit.start < hit.end and hit.start < edit.end for edit in made):
            continue
        edit, office = _replaced(passage, hit)
        made.append(edit)
        offices.setdefault(hit.surname, (_adjective(hit, passage.date), office))
    shared = Counter(office for _, office in offices.values())
    for surname, (adjective, office) in offices.items():
        told = adjective + office if shared[office] > 1 else office
        made += _later(text, surname, told, made)
    return sorted(made, key=lambda edit: edit.start)


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    lines = (HOME / "real_people.txt").read_text(encoding="utf-8").splitlines()
    names = sorted((re.escape(line) for line in lines if line and line[0] != "#"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE)


def _hits(passage: Passage) -> list[_Hit]:
    knowledge = load()
    text = passage.text
    found = words(text)
    hits = [*_full_names(text, knowledge, found), *_titled(passage, knowledge, found)]
    hits += [
        _Hit(m.start(), m.end(), m.group().split()[-1], ())
        for m in _listed().finditer(text)
        if m.group()[0].isupper()
    ]
    if not hits:
        return []
    inside = [
        (found[hit.first].start, found[hit.last - 1].end)
        for hit in chain(knowledge.places.find(found), knowledge.names.find(found))
    ]
    codes = _countries(passage, knowledge, found)
    sure = []
    for hit in hits:
        people = tuple(p for p in hit.people if _concerns(p, codes, passage.date, hit.whole))
        within = any(a <= hit.start and hit.end <= b and (a, b) != (hit.start, hit.end) for a, b in inside)
        if not within and (people or not hit.people):
            sure.append(replace(hit, people=people))
    return sorted(sure, key=lambda hit: (hit.start, -hit.end, not hit.people))


def _full_names(text: str, knowledge: Knowledge, found: Sequence[Word]) -> Iterator[_Hit]:
    for i in range(len(found)):
        for length in (4, 3, 2):
            name = found[i : i + length]
            if len(name) < length or not (name[0].capital and name[-1].capital) or name[0].key == "st":
                continue  # "St." begins the name of a place
            start, end = name[0].start, name[-1].end
            people = knowledge.holders.named(tuple(word.key for word in name))
            follows = found[i + length].key if i + length < len(found) else ""
            parted = re.search(r"[^\w.'’‑-]\s|[!?;:,()]|\w{3,}\.\s", text[start:end])
            if people and not parted and follows not in _THINGS:
                yield _Hit(start, end, text[name[-1].start : end], tuple(people))
                break


def _titled(passage: Passage, knowledge: Knowledge, found: Sequence[Word]) -> Iterator[_Hit]:
    """Surnames of people who led a country then, behind a title."""
    for word in found:
        before = passage.text[max(0, word.start - 60) : word.start]
        if not word.capital or not (_TITLE.search(before) or _COURTESY.search(before)):
            continue
        people = tuple(
            person
            for person in knowledge.holders.surnamed(word.key)
            if any(parts[-1] == word.key for parts in person.keys)
            and any(post.rank <= 2 and post.held_on(passage.date) for post in person.posts)
        )
        if people:
            yield _Hit(word.start, word.end, passage.text[word.start : word.end], people)


def _countries(passage: Passage, knowledge: Knowledge, found: Sequence[Word]) -> set[str]:
    """Codes of the countries and bodies that a passage has to do with."""
    sides = [side.country for event in passage.events for side in (*event.actors, *event.recipients)]
    places = [event.place.country for event in passage.events if event.place]
    named = [m.country for hit in knowledge.names.find(found) for m in hit.meanings[:1]]
    towns = [m.country for hit in knowledge.places.find(found) for m in hit.meanings[:1]]
    return {code for code in (*sides, *places, *named, *towns) if code} | {"IGO", "UNO", "EUR"}


def _concerns(person: Person, codes: set[str], date: str, whole: bool) -> bool:
    """Whether a person held office in one of the countries within a lifetime of the date.

    Those who led a state are meant wherever their `whole` name stands.
    """
    year = int(date[:4])
    return any(
        (post.country in codes or (whole and post.rank <= 1))
        and (not post.start[:4].isdigit() or abs(int(post.start[:4]) - year) < _YEARS)
        for post in person.posts
    )


def _adjective(hit: _Hit, date: str) -> str:
    """ "Turkish ", by the country of the office that the tables know on the day; empty if none is known."""
    holding = load().holders.on(hit.person, date) if hit.person else None
    country = load().countries.get(holding.post.country) if holding else None
    if country is None or not country.demonyms:
        return ""
    return {"USA": "U.S. ", "GBR": "British ", "NZL": "New Zealand "}.get(
        country.iso3, f"{country.demonyms[0]} "
    )


def _replaced(passage: Passage, hit: _Hit) -> tuple[Edit, str]:
    """The edit for a first mention, and the office for later ones."""
    text = passage.text
    if text.isupper() or text[hit.start : hit.end].isupper():
        raise RealPerson(f"{text[hit.start : hit.end]} in capitals")
    if re.match(r",? [A-Z]-", text[hit.end :]):
        raise RealPerson(f"{text[hit.start : hit.end]} with party and state")
    head = text[: hit.start]
    title = _TITLE.search(head)
    if title:
        return _titled_edit(text, hit, title, _adjective(hit, passage.date))
    office = _OFFICE.search(head.removesuffix(", ").removesuffix(" "))
    if head.endswith(", ") and office and text[hit.end : hit.end + 1] in {",", "."}:
        comma = text[hit.end] == ","
        return Edit(hit.start - 2, hit.end + comma, ""), office.group("office")
    if office and head.endswith(" ") and not head.endswith(", "):
        if passage.genre != "headline" and not _OWNED.search(head[: office.start()]):
            raise RealPerson(text[hit.start : hit.end])
        return Edit(hit.start - 1, hit.end, ""), office.group("office")
    holding = load().holders.on(hit.person, passage.date) if hit.person else None
    known = _KNOWN.get(holding.post.office) if holding else None
    if holding is None or known is None or re.search(r"(?:[A-Z][\w.-]*|[a-z]+'s) $", head):
        raise RealPerson(text[hit.start : hit.end])
    adjective = _adjective(hit, passage.date)
    former = "former " if holding.left else ""
    if not adjective and "." not in known and "NATO" not in known:
        raise RealPerson(text[hit.start : hit.end])
    return Edit(hit.start, hit.end, _article(text, hit.start) + former + adjective + known), known


def _titled_edit(text: str, hit: _Hit, title: re.Match[str], adjective: str) -> tuple[Edit, str]:
    rest = (title.group("rest") or "").split()
    past = title.group("past") or ""
    for i in range(len(rest), 0, -1):
        ends = rest[i - 1].endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+", rest[i - 1])
        if ends or rest[i - 1].strip("'’s") in _OPENERS:
            rest, past = rest[i:], ""
            break
    office = title.group("title").lower()
    office = _WRITTEN_OUT.get(office, office)
    told = " ".join(part for part in (past, *rest, title.group("title")) if part)
    start = hit.start - len(told) - 1
    before = text[:start]
    if _OWNED.search(before):
        article = adjective = ""
    else:
        article = "" if rest and re.search(r"['’]s?$", rest[0]) else _article(text, start)
    adjective = (
        ""
        if rest or not re.search(r"(?:president|[ -]minister|chancellor|premier)$", office)
        else adjective.strip()
    )
    made = article + " ".join(part for part in (past.lower(), adjective, *rest, office) if part)
    return Edit(start, hit.end, made), office


def _article(text: str, start: int) -> str:
    """ "The " where a sentence or the text behind a dateline begins, else "the "."""
    opens = start in sentence_starts(text) or re.search(r"(?:\s[-–—]{1,2} |[\"“])$", text[:start])
    return "The " if opens else "the "


def _later(text: str, surname: str, office: str, made: Sequence[Edit]) -> Iterator[Edit]:
    """Edits for further mentions by surname."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
        start, end = match.span()
        if any(edit.start < end and start < edit.end for edit in made):
            continue
        title = _COURTESY.search(text[:start])
        if title is None and re.search(r"[A-Z][\w.]* $", text[:start]) and start not in sentence_starts(text):
            raise RealPerson(f"{surname}, once more with another name")
        start = title.start() if title else start
        yield Edit(start, end, _article(text, start) + office)
