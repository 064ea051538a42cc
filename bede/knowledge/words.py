"""Words of a text as names are compared: without case, accents, apostrophes and full stops.

"Da'esh" is `daesh`, "U.S." is `us`, "Erdoğan" is `erdogan`, "al-Shabaab" is `al` `shabaab`; the
possessive "'s" is no word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’ʼ]s\b|\w+(?:['’ʼ`‘](?!s\b)\w+)*")
_APOSTROPHE = re.compile(r"['’ʼ`‘.]")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae"}
)


class Word(NamedTuple):
    """One word: its characters [start, end), the key it is compared by, and how it is written."""

    start: int
    end: int
    key: str
    capital: bool
    upper: bool


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes, no full stops."""
    plain = text.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _APOSTROPHE.sub("", plain).casefold()


def words(text: str) -> list[Word]:
    """The words of a text, in order, possessive endings left out."""
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        if raw[0] in "'’ʼ":
            continue
        letters = raw.replace(".", "")
        upper = len(letters) > 1 and letters.isupper()
        found.append(Word(match.start(), match.end(), fold(raw), raw[0].isupper(), upper))
    return found


def keys(name: str) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(word.key for word in words(name))


def slug(name: str) -> str:
    """A stable id of our own for what has none elsewhere: "Islamic State" is `bede:islamic-state`."""
    return "bede:" + "-".join(keys(name))


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one string, for word lists in code."""
    return frozenset(text.split())
