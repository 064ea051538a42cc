"""Which column or key of a record holds what: names guessed from those in use, or given by the user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from bede.errors import NoText, UnknownColumns, UnknownField
from bede.readers.build import Given
from bede.readers.layout import without_tags


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Names of the columns (CSV, TSV) or keys (JSON) that hold each field; None for a field to be guessed."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, columns: ColumnMap | Mapping[str, str] | None) -> ColumnMap | None:
        """A map from a plain dictionary. Raises `UnknownField` for a field that an article has not."""
        if columns is None or isinstance(columns, ColumnMap):
            return columns
        known = [field.name for field in fields(cls)]
        for name in columns:
            if name not in known:
                raise UnknownField(name, known)
        return cls(**columns)

    def named(self) -> dict[str, str]:
        """The fields that the user named."""
        return {field.name: name for field in fields(self) if (name := getattr(self, field.name))}


# Names in use, most telling first; compared without case, spaces and punctuation.
_NAMES = {
    "text": """text body bodytext articletext articlebody maintext fulltext content contents story article
        storytext newstext rawtext cleantext plaintext document paragraphs html bodyhtml contenthtml
        description summary abstract""",
    "title": "title headline headlines articletitle storytitle newstitle heading head",
    "date": """published publishedat publisheddate publishdate publicationdate datepublished datepublish
        pubdate
        pubdatetime firstpublished date datetime articledate storydate newsdate timestamp time versioncreated
        created createdat publicationtime day isodate""",
    "outlet": """outlet publisher publication newspaper sitename sourcename source medianame media site
        website journal provider domain sourcedomain newssource""",
    "byline": "byline author authors by reporter journalist writer creator",
    "url": "url link uri href weburl permalink articleurl sourceurl canonicalurl",
    "id": "id articleid docid documentid storyid uid uuid guid newsid identifier",
    "language": "language lang languagecode",
}
_GUESSES = {field: tuple(names.split()) for field, names in _NAMES.items()}


@lru_cache(maxsize=256)
def guess_columns(names: tuple[str, ...], columns: ColumnMap | None = None) -> dict[str, tuple[str, ...]]:
    """For each field the names that may hold it, best first. Raises `UnknownColumns` for one misspelt."""
    known = {_plain(name): name for name in reversed(names)}
    wanted = columns.named() if columns else {}
    missing = [name for name in wanted.values() if name not in names and _plain(name) not in known]
    if missing:
        raise UnknownColumns(missing, names)
    found: dict[str, tuple[str, ...]] = {}
    for field, guesses in _GUESSES.items():
        if name := wanted.get(field):
            found[field] = (name if name in names else known[_plain(name)],)
        else:
            free = (known[guess] for guess in guesses if guess in known)
            found[field] = tuple(name for name in free if name not in wanted.values())
    return found


def take(record: Mapping[str, object], columns: ColumnMap | None = None) -> tuple[str, Given]:
    """Text and all else of one record. Raises `NoText` for a record without text."""
    where = guess_columns(tuple(record), columns)
    text = _first_text(record, where["text"])
    if not text:
        raise NoText(record)
    return text, Given(
        title=_first(record, where["title"]),
        published=next((value for name in where["date"] if not _is_blank(value := record[name])), None),
        outlet=_first(record, where["outlet"]),
        byline=_first(record, where["byline"]),
        url=_first(record, where["url"]),
        id=_first(record, where["id"]),
        language=_first(record, where["language"]),
    )


def _first(record: Mapping[str, object], names: Iterable[str]) -> str | None:
    return next((words for name in names if (words := _words(record[name]))), None)


def _first_text(record: Mapping[str, object], names: Iterable[str]) -> str | None:
    for name in names:
        value = record[name]
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return without_tags(value)
    return None


def _words(value: object) -> str:
    """A field as words: a list of names joined, an object ({"id": 3, "name": "Daily"}) by its name."""
    if _is_blank(value) or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    return str(value).strip()


def _is_blank(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in ("", "nan", "none", "null", "n/a", "na", "nat")
    return value is None or value != value  # NaN


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())
