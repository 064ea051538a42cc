"""Sentences with an actor and a recipient marked, as published benchmarks of event types have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

Stretch = tuple[int, int]  # first word, word after the last
_MARK = re.compile(r"(</?[st]>)")
# Pieces of the vocabulary that mean nothing yet: they open and close the actor, and the recipient.
MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a sentence and where its actor and recipient stand; None where none is marked."""

    words: tuple[str, ...]
    source: Stretch | None
    target: Stretch | None

    def with_marks(self) -> tuple[list[str], list[int | None]]:
        """The words with marks put in, and the places of the marks that open the two sides."""
        cuts: list[tuple[int, int, str]] = []
        for stretch, (opening, closing) in ((self.source, MARKS[:2]), (self.target, MARKS[2:])):
            if stretch is not None:
                cuts += [(stretch[0], 1, opening), (stretch[1], 0, closing)]
        words: list[str] = []
        last = 0
        for at, _, mark in sorted(cuts):
            words += [*self.words[last:at], mark]
            last = at
        words += self.words[last:]
        return words, [words.index(mark) if mark in words else None for mark in (MARKS[0], MARKS[2])]


def read_marked(sentence: str) -> Marked:
    """A sentence with its actor in <s>...</s> and its recipient in <t>...</t>; either may be missing."""
    plain, places = "", {}
    for part in _MARK.split(sentence):
        if _MARK.fullmatch(part):
            places[part] = len(plain)
        else:
            plain += part
    doc = tokenizer().make_doc(plain)
    starts = [(token.idx, token.idx + len(token)) for token in doc]

    def stretch(name: str) -> Stretch | None:
        opens, closes = places.get(f"<{name}>"), places.get(f"</{name}>")
        if opens is None or closes is None:
            return None
        words = words_under(starts, opens, closes)
        return (words[0], words[-1] + 1) if words else None

    return Marked(tuple(token.text for token in doc), stretch("s"), stretch("t"))


def words_under(starts: Sequence[tuple[int, int]], opens: int, closes: int) -> list[int]:
    """Places of the words, given as character spans, that touch [opens, closes)."""
    return [i for i, (start, end) in enumerate(starts) if start < closes and end > opens]


@cache
def tokenizer() -> Language:
    """spaCy's English tokeniser alone, which splits as the pipeline does."""
    return spacy.blank("en")
