"""Direct speech in a text: where quotation marks open and close, over sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

OPENING = {"“": "”", "‘": "’", "«": "»", "„": "“", "``": "''"}
MAX_PARAGRAPHS = 12
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


def words(doc: Doc, quote: Quote) -> int:
    """How many words it has."""
    return sum(1 for i in quote.inner() if not doc[i].is_punct and not doc[i].is_space)


def is_utterance(doc: Doc, quote: Quote) -> bool:
    """Whether it looks like speech, not like a word or phrase that the writer borrows: it ends with a stop or comma."""
    inner = quote.inner()
    if not len(inner):
        return False
    ends = doc[inner[-1]].text in _STOPS
    after = quote.end < len(doc) and doc[quote.end].text == ","
    return (ends or after) and words(doc, quote) > 0


def find_quotes(doc: Doc) -> list[Quote]:
    """All quotations, in order, none within another.

    A quotation that a paragraph leaves open goes on if the next paragraph opens with the same mark; else it ends
    with its paragraph, so that a forgotten mark does not swallow the article.
    """
    quotes: list[Quote] = []
    i = 0
    while i < len(doc):
        mark = _opens(doc, i)
        if mark is None:
            i += 1
            continue
        quote = _read(doc, i, mark)
        if quote is None:
            i += 1
        else:
            quotes.append(quote)
            i = quote.end
    return quotes


def _read(doc: Doc, start: int, mark: str) -> Quote | None:
    """The quotation that begins at `start` and ends with `mark`."""
    paragraphs = 1
    i = start + 1
    while i < len(doc):
        if doc[i].is_space and "\n" in doc[i].text:
            again = i + 1
            goes_on = again < len(doc) and doc[again].text == doc[start].text and mark != "'"
            if not goes_on or paragraphs == MAX_PARAGRAPHS:
                return _unclosed(start, i, mark)
            paragraphs += 1
            i = again
        elif _closes(doc, i, mark):
            return Quote(start, i + 1, True)
        elif doc[i].text == doc[start].text and mark not in ("'", "’") and _opens(doc, i) is not None:
            return _unclosed(start, i, mark)
        i += 1
    return _unclosed(start, len(doc), mark)


def _unclosed(start: int, end: int, mark: str) -> Quote | None:
    """A quotation that lacks its closing mark; single marks are then apostrophes and open nothing."""
    return None if mark in ("'", "’") or end - start < 2 else Quote(start, end, False)


def _opens(doc: Doc, i: int) -> str | None:
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


def _closes(doc: Doc, i: int, mark: str) -> bool:
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
