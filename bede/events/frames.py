"""The table of frames: which words tell which act, and where its sides stand in the sentence.

A frame's `pattern` is a head lemma followed by conditions, joined by "+":

    call+prep:on            a preposition (or particle of the same form) hangs on the head
    step+prt:down           a particle
    shoot+comp:dead         an adjective complement
    take+obj:hostage        a direct object (or passive subject) with this lemma
    ban+@subj, arrest+@obj  the subject or object can be a political actor; !obj: there is no object
    agree+to, rule+that     an infinitive or a clause follows
    strike+mod:hunger       (nouns) a modifier with this lemma
    attack+subj:missile     the subject has this lemma
    meet+@both              several subjects can be political actors ("A and B met")
    kill+when:crash         an adverbial clause with this verb ("killed when their bus crashed")

Rows of `pos` judge are words of praise or blame: the act is that of whoever says them of somebody.

Alternatives are separated by commas. `prep:on:alert` also asks for the preposition's object.
The frame with the most conditions wins; type NONE marks uses of a word that tell no event.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from bede.data import rows
from bede.errors import BedeError

NO_EVENT = "NONE"
DEFAULT_SLOTS = {
    "verb": (("subj",), ("obj",)),
    "noun": (("poss", "mod", "by", "light"), ("on", "against", "of")),
    "judge": (("speaker",), ("about",)),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a pattern: its kind ("prep", "@subj" ...), allowed lemmas, lemmas one level below."""

    kind: str
    lemmas: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table. `actor` and `recipient` are slots in order of preference."""

    lemma: str
    conditions: tuple[Condition, ...]
    pos: str
    type: str
    modes: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    weight: float
    pattern: str

    @property
    def reciprocal(self) -> bool:
        """Whether all sides are actors ("met with", "clashed with")."""
        return self.recipient == ("none",) and len(self.actor) > 1


@cache
def load_frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The shipped table by (lemma, "verb" or "noun"), most specific frame first."""
    index: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for number, row in enumerate(rows("frames.csv"), start=2):
        try:
            frame = _frame(row)
        except (KeyError, ValueError) as error:
            raise BedeError(f"frames.csv, line {number}: {error}. Correct the row or remove it.") from error
        index[frame.lemma, frame.pos].append(frame)
    return {key: tuple(sorted(group, key=_specificity)) for key, group in index.items()}


def _specificity(frame: Frame) -> tuple[int, int]:
    """Sort key: many conditions first, and among equals those that name words."""
    named = sum(bool(c.lemmas) for c in frame.conditions)
    return (-len(frame.conditions), -named)


def _frame(row: dict[str, str]) -> Frame:
    head, *conditions = row["pattern"].split("+")
    actor, recipient = DEFAULT_SLOTS[row["pos"]]
    return Frame(
        lemma=head,
        conditions=tuple(_condition(text) for text in conditions),
        pos=row["pos"],
        type=row["type"],
        modes=_split(row["modes"]),
        actor=_split(row["actor"]) or actor,
        recipient=_split(row["recipient"]) or recipient,
        weight=float(row["weight"]),
        pattern=row["pattern"],
    )


def _condition(text: str) -> Condition:
    kind, _, rest = text.partition(":")
    lemmas, _, below = rest.partition(":")
    return Condition(kind, frozenset(_split(lemmas, ",")), frozenset(_split(below, ",")))


def _split(text: str, separator: str = "|") -> tuple[str, ...]:
    return tuple(part for part in text.split(separator) if part)
