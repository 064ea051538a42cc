"""Which language a text is in. Only English is coded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bede.data import rows

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SHORTEST = 60  # characters; a shorter text (a single sentence, a list of names) is taken to be English
_READ = 1000  # characters of a text that are looked at
_PERHAPS_ENGLISH = 0.2  # probability from which English is believed though another language leads


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid import langid  # 0.7 s to load: only when a text is read

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def detect(text: str, declared: str | None = None) -> str:
    """The ISO 639 code of a text's language. `declared` is believed where the text is too short to tell.

    Regional English and names of many languages look like others (Nigerian English like Pidgin), so another
    language must leave English little chance. On the sentences of 64 news articles in English this takes
    none of 60 characters or more for another language, save those that quote one.
    """
    sample = text[:_READ]
    if len(sample) < SHORTEST:
        return _code(declared)
    ranks = _identifier().rank(sample)
    best, _ = ranks[0]
    return ENGLISH if dict(ranks).get(ENGLISH, 0.0) >= _PERHAPS_ENGLISH else str(best)


def _code(declared: str | None) -> str:
    """The code of a declared language ("en-US", "eng", "English", "fr"); English where none is declared."""
    word = (declared or "").strip().lower()
    if not word or word.startswith("en"):
        return ENGLISH
    named = (code for code, name in _names().items() if name.lower() == word)
    return next(named, word.replace("_", "-").split("-")[0])


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("languages.csv")}


def language_name(code: str) -> str:
    """The English name of a language, or its code where the table lacks it."""
    return _names().get(code, code)
