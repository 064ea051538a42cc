"""The words that mark a statement, from `bede/data/cues.csv`.

Columns: cue (lemma; "according to" with a space), pos, kind (speech, thought, evidence), stance (see Found),
frames (what the cue takes, separated by |), source. `pos` is verb, noun, adjective, adverb or preposition; or
channel, document and teller for nouns that name where something is told, what tells it and who does. Frames:

clause    a finite clause ("said that ...", "the claim that ...")
quote     direct speech
inf       an infinitive ("agreed to leave")
ing       a gerund ("proposed ending the ban")
obj       the object ("announced a plan")
objinf    object and infinitive ("urged Iran to stop")
objcomp   object and complement ("called it a lie")
as        object and as-phrase ("described him as ill")
audience  the object may be the one told
to_obj    a to-phrase ("referred to the attack")
raising   subject and complement ("seems to ...")
Any preposition stands for its phrase ("spoke about ...").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.symbols import ADJ, ADV, AUX, NOUN, VERB
from spacy.tokens import Token

from bede.data import rows

FRAMES = frozenset(
    ["clause", "quote", "inf", "ing", "obj", "objinf", "objcomp", "as", "audience", "to_obj", "raising"]
)


@dataclass(frozen=True)
class Cue:
    """One row of the table. `prepositions` are the frames that are prepositions."""

    lemma: str
    kind: str
    stance: str
    frames: frozenset[str]
    prepositions: frozenset[str]

    def takes(self, frame: str) -> bool:
        return frame in self.frames


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """(lemma, pos) to cue."""
    return {(row["cue"], row["pos"]): _cue(row) for row in rows("cues.csv")}


@cache
def keys() -> dict[tuple[int, int], Cue]:
    """The same by spaCy's numbers for part of speech and lemma, so that a text is searched without reading
    strings.
    """
    parts = {"verb": (VERB, AUX), "noun": (NOUN,), "adjective": (ADJ,), "adverb": (ADV,)}
    found = {}
    for (lemma, pos), entry in cues().items():
        for part in parts.get(pos, ()):
            found[part, hash_string(lemma)] = entry
            if lemma in _MISREAD:
                found[part, hash_string(_MISREAD[lemma])] = entry
    return found


# What the parser's rules make of some inflected forms: "hopes" becomes "hop".
_MISREAD = {
    "hope": "hop",
    "hate": "hat",
    "gripe": "grip",
    "lambaste": "lambast",
    "retweet": "retweete",
    "text": "texte",
}


def is_listed(noun: Token, role: str) -> bool:
    """Whether a noun stands in the table as a channel, document or teller."""
    return (noun.lemma_.lower(), role) in cues() or (noun.lower_, role) in cues()


def numbers(words: Iterable[str]) -> frozenset[int]:
    """spaCy's numbers of some words."""
    return frozenset(hash_string(word) for word in words)


def _cue(row: dict[str, str]) -> Cue:
    frames = frozenset(row["frames"].split("|"))
    prepositions = frames - FRAMES | ({"to"} if "to_obj" in frames else frozenset())
    return Cue(row["cue"], row["kind"], row["stance"], frames, prepositions)
