"""Words to word pieces of the encoder's vocabulary (Devlin et al. 2019: lower case, greedy, longest first).

Written here because it is 40 lines: the pieces must stand beside the parser's words, and words repeat, so
each is looked up once. The libraries that do it bring a client of a model hub with them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

LONGEST_WORD = 100  # characters; longer ones are unknown, as in the vocabulary's own tokenizer
PIECES_A_WORD = 12  # what a word with many marks may cost at most


class WordPieces:
    """A vocabulary, one piece a place, with `cls`, `sep` and `unknown` as numbers."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unknown, self.pad = (
            self.numbers[name] for name in ("[CLS]", "[SEP]", "[UNK]", "[PAD]")
        )
        self.of_word = lru_cache(maxsize=100_000)(self._of_word)

    def encode(self, words: Sequence[str], longest: int) -> tuple[list[int], list[int]]:
        """Piece numbers with [CLS] and [SEP], at most `longest`, and the place of each word's first piece.

        Words beyond `longest` have no place: the second list is then shorter than `words`.
        """
        pieces, places = [self.cls], []
        for word in words:
            more = self.of_word(word)
            if len(pieces) + len(more) >= longest:
                break
            places.append(len(pieces))
            pieces.extend(more)
        return [*pieces, self.sep], places

    def _of_word(self, word: str) -> tuple[int, ...]:
        if word in self.numbers and word.startswith("["):
            return (self.numbers[word],)  # a mark that was put in
        pieces: list[int] = []
        for part in _parts(word):
            pieces.extend(self._of_part(part))
        return tuple(pieces[:PIECES_A_WORD]) or (self.unknown,)

    def _of_part(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        pieces: list[int] = []
        start = 0
        while start < len(part):
            lead = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self.numbers.get(lead + part[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return pieces


def _parts(word: str) -> list[str]:
    """The word in lower case without accents, cut at every mark."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts = [""]
    for character in plain:
        if _is_mark(character):
            parts += [character, ""]
        elif character.isspace():
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part]


def _is_mark(character: str) -> bool:
    return (
        character.isascii() and not character.isalnum() and not character.isspace()
    ) or unicodedata.category(character).startswith("P")
