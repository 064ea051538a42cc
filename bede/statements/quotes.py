"""Direct speech in a text: where quotation marks open and close, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

OPENING = {"“": "”", "‘": "’", "«": "»", "„": "“", "``": "''"}
MARKS = frozenset([*OPENING, *OPENING.values(), '"', "'", "''"])
MAX_PARAGRAPHS = 12
MAXMARKS = 400
_STOPS = frozenset([",", ".", "?", "!", "…", "...", "—", "–", "--", ";", "-"])


@dataclass(frozen=True)
class Quote:
    """Token range of a quotation with its marks. `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool

    def inner(self) -> range:
        """The tokens between the marks."""
        return range(self.start + 1, self.end - 1 if self.closed else self.end)


def words(doc: list[Token], quote: Quote) -> int:
    """How many words it has."""
    return sum(1 for i in quote.inner() if not doc[i].is_punct and not doc[i].is_space)


def is_utterance(doc: list[Token], quote: Quote) -> bool:
    """Whether it looks like speech, not like a word or phrase that the writer borrows: it ends with a stop
    or comma.
    """
    inner = quote.inner()
    if not len(inner):
        return False
    ends = doc[inner[-1]].text in _STOPS
    after = quote.end < len(doc) and doc[quote.end].text == ","
    return (ends or after) and words(doc, quote) > 0


def find_quotes(doc: list[Token], marks: list[int]) -> list[Quote]:
    """All quotations, in order, none within another. `marks` are the tokens that are quotation marks or
    paragraph ends.

    A quotation that a paragraph leaves open goes on if the next paragraph opens with the same mark; else it
    ends with its paragraph, so that a forgotten mark does not swallow the article.
    """
    quotes: list[Quote] = []
    end = 0
    for n, i in enumerate(marks):
        mark = _opens(doc, i) if i >= end else None
        quote = _read(doc, i, mark, islice(marks, n + 1, n + 1 + MAXMARKS)) if mark is not None else None
        if quote is not None:
            quotes.append(quote)
            end = quote.end
    return quotes


def _read(doc: list[Token], start: int, mark: str, marks: Iterable[int]) -> Quote | None:
    """The quotation that begins at `start` and ends with `mark`; `marks` are the marks and paragraph ends
    after it.
    """
    paragraphs = 1
    again = start
    for i in marks:
        if i == again:
            continue
        if doc[i].is_space:
            again = i + 1
            goes_on = again < len(doc) and doc[again].text == doc[start].text and mark != "'"
            if not goes_on or paragraphs == MAX_PARAGRAPHS:
                return _unclosed(start, i, mark)
            paragraphs += 1
        elif _closes(doc, i, mark):
            return Quote(start, i + 1, True)
        elif doc[i].text == doc[start].text and mark not in ("'", "’") and _opens(doc, i) is not None:
            return _unclosed(start, i, mark)
    return _unclosed(start, len(doc), mark)


def _unclosed(start: int, end: int, mark: str) -> Quote | None:
    """A quotation that lacks its closing mark; single marks are then apostrophes and open nothing."""
    return None if mark in ("'", "’") or end - start < 2 else Quote(start, end, False)


def _opens(doc: list[Token], i: int) -> str | None:
    """The mark that closes what token `i` opens, or None."""
    text = doc[i].text
    if text in OPENING:
        return OPENING[text]
    if text not in ('"', "'", "''") or i + 1 >= len(doc) or doc[i].whitespace_ or doc[i + 1].is_space:
        return None
    before = doc[i - 1] if i else None
    if before is None or before.is_space or before.whitespace_ or before.text in "([—–-:“‘/\"'":
        return text
    return None


def _closes(doc: list[Token], i: int, mark: str) -> bool:
    """Whether token `i` closes a quotation that ends with `mark`."""
    text = doc[i].text
    if text != mark:
        return False
    if mark in ("'", "’"):
        glued = not doc[i].whitespace_ and i + 1 < len(doc) and doc[i + 1].is_alpha
        return doc[i].tag_ != "POS" and not glued
    if mark in ('"', "''"):
        return _opens(doc, i) is None
    return True
