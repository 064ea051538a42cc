"""One spelling for the many ways a place name is written, to look it up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that have no decomposition but are written plainly in English copy.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d", "þ": "th"}
)
_DROPPED = re.compile(r"['’‘`ʻʼʿʾ\".]")
_GAPS = re.compile(r"[^\w]+|_+")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=20_000)
def place_key(name: str) -> str:
    """The form under which a name is filed: lower case, no accents, marks or leading "the".

    "Sana'a" and "Sanaa", "U.S." and "US", "St. Louis" and "Saint Louis" have the same key.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _GAPS.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words = [_ABBREVIATIONS.get(word, word) for word in words[:-1]] + words[-1:]
    return " ".join(words)
