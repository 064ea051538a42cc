"""An event mention with everything known of it, before mentions of one act are merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from spacy.tokens import Token

from bede.events.candidates import Candidate
from bede.events.salience import Figures
from bede.events.size import Count
from bede.records import Entity, Span, When, Where

CONTENT_POS = frozenset(["NOUN", "VERB", "PROPN", "ADJ"])


class Who(Protocol):
    """What the events room needs of the cast of an article."""

    def entity(self, head: Token) -> Entity:
        """The entity that the noun phrase headed by `head` names."""

    def is_actor(self, head: Token) -> bool:
        """Whether it can be a political actor."""

    def members(self, head: Token) -> list[Token]:
        """Heads of its members ("the US and France")."""

    def chain(self, head: Token) -> int | None:
        """Its coreference chain."""


@dataclass(frozen=True, slots=True)
class Word:
    """Whose word an act is: the speaker, the speech's own words, and the speaker's head token."""

    speaker: Entity
    cue: Span
    head: Token | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other rooms say of a trigger.

    when      trigger -> date of the act
    where     trigger, PLOVER type -> place of the act
    speaker   trigger -> who speaks the passage it stands in, for "I" and "we"
    said      trigger, actors, is it an act of speech -> whose word the act is, None: the article's own
    """

    who: Who
    when: Callable[[Token], When]
    where: Callable[[Token, str], Where | None]
    speaker: Callable[[Token], Word | None]
    said: Callable[[Token, list[Entity], bool], Word | None]
    main_country: str | None
    figures: Figures


@dataclass(slots=True)
class Draft:
    """One act and all its mentions. `triggers[0]` tells it best.

    `stems` are the first letters of the content words under its verbs: "expel" and "expulsion" share one.
    They are kept, for merging compares every pair of drafts.
    """

    candidate: Candidate
    actors: list[Entity]
    recipients: list[Entity]
    actor_chains: frozenset[int]
    recipient_chains: frozenset[int]
    when: When
    where: Where | None
    word: Word | None
    counts: list[Count]
    triggers: list[Token] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)
    confidence: float = 0.5
    stems: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.stems = {stem for trigger in self.triggers for stem in _stems(trigger)}

    @property
    def type(self) -> str:
        """PLOVER type."""
        return self.candidate.type


def _stems(trigger: Token) -> set[str]:
    if trigger.pos_ != "VERB":
        return set()
    return {t.lower_[:4] for t in trigger.subtree if t.pos_ in CONTENT_POS and t.i > trigger.i}
