"""The 37 contexts of an event, judged from the words of its paragraph (manual, chapter on contexts)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bede.data import rows
from bede.records import Span

MOST = 3  # more contexts than this on one paragraph say nothing any more


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each context, its words in lower case, and the pattern that finds them."""
    words: dict[str, list[str]] = {}
    for row in rows("context_words.csv"):
        words.setdefault(row["context"], []).extend(row["words"].split("|"))
    return tuple(
        (
            context,
            tuple(word.lower() for word in terms),
            re.compile(r"\b(?:" + "|".join(re.escape(w) for w in terms) + r")(?:s|es)?\b", re.I),
        )
        for context, terms in words.items()
    )


def contexts_of(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Contexts of the passage text[start:end], strongest first, each with the words that call for it."""
    return list(_contexts_of(text, start, end))


@lru_cache(maxsize=16)  # acts of one paragraph follow each other
def _contexts_of(text: str, start: int, end: int) -> tuple[tuple[str, Span], ...]:
    scored: list[tuple[int, str, Span]] = []
    passage = text[start:end].lower()
    for context, terms, pattern in _patterns():
        if not any(term in passage for term in terms):
            continue  # a plain search is many times as fast as the pattern, and most contexts end here
        hits = list(pattern.finditer(text, start, end))
        if hits:
            scored.append(
                (len({h.group().lower() for h in hits}), context, Span(hits[0].start(), hits[0].end()))
            )
    scored.sort(key=lambda item: (-item[0], item[2].start))
    return tuple((context, span) for _, context, span in scored[:MOST])
