"""Whose word an act is: which statement the article tells it by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from bede.records import Entity
from bede.statements.found import Found
from bede.statements.speakers import subject

# What is wanted, demanded or asked has not been told as a fact; nobody's word stands for it.
_WORD = frozenset(["assert", "claim", "deny", "think"])
_REPORTS = frozenset(
    ["report", "reveal", "confirm", "disclose", "recount", "confess", "admit", "acknowledge", "detail"]
)
_SELF = frozenset(["i", "we"])
_OWN = frozenset(["he", "she", "it", "they"])


def by_token(found: Iterable[Found]) -> dict[int, list[Found]]:
    """For each token that is a cue or part of what is said: its statements, in the order given.

    For a token, `around` and `attribution` answer the same from these as from all statements of the article,
    but need not look through all of them.
    """
    told: dict[int, list[Found]] = {}
    for one in found:
        inside = {i for start, end in one.content for i in range(start, end)}
        for i in inside | {one.cue.i}:
            told.setdefault(i, []).append(one)
    return told


def around(trigger: Token, found: Sequence[Found]) -> list[Found]:
    """The statements inside which the act at `trigger` is told, innermost first, also those that name
    nobody.
    """
    covering = [f for f in found if f.cue.i != trigger.i and f.covers(trigger.i)]
    return sorted(covering, key=lambda f: (sum(end - start for start, end in f.content), -f.cue.i))


def attribution(
    doc: Doc,
    trigger: Token,
    found: Sequence[Found],
    *,
    actors: Sequence[Entity] = (),
    verbal: bool = False,
) -> Found | None:
    """By whose word the article tells the act at `trigger`: the innermost statement with a named speaker.

    actors  the sides that do the act, as resolved
    verbal  whether the act is one done by speaking (PLOVER quads 1 and 3: a promise, demand, accusation ...)

    None where the article says it in its own voice, and where the one credited only performs the act by
    speaking: the trigger is the cue itself ("condemned"), or a verbal act whose actor is the speaker
    ("Ruritania said it would withdraw"). A speaker passed over leaves room for one further out ("the paper
    said the minister had promised"). A material act stays on the speaker's word, though they did it
    themselves ("police said they had arrested two"). `Found.chain()` leads outwards where one speaker
    reports another. Guide, section 2, `attributed_to`.
    """
    for one in found:
        if one.cue.i == trigger.i and one.stance == "deny" and one.speaker_head is not None and not verbal:
            return one  # "denied the attack": the attack, said not to be theirs, on the denier's word
    for one in around(trigger, found):
        if one.speaker_head is None or one.stance not in _WORD or not _tells(one):
            continue
        if not (verbal and _own_act(trigger, one, actors)):
            return one
    return None


def _tells(one: Found) -> bool:
    """Whether the statement tells what happened, rather than names, praises or wants it."""
    if one.frame in ("obj", "phrase"):
        return one.stance == "claim" or one.cue.lemma_.lower() in _REPORTS
    return one.frame not in ("relative", "noun", "adjective", "raising")


def _own_act(trigger: Token, one: Found, actors: Sequence[Entity]) -> bool:
    """Whether the speaker is the one who acts in what is said."""
    speaker = one.statement.speaker
    if any(same(speaker, actor) for actor in actors):
        return True
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    own = subject(verb)
    while own is None and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
        own = subject(verb)
    if own is None or not one.covers(own.i):
        return False
    return own.lower_ in _SELF or (own.lower_ in _OWN and _refers(own, one))


def _refers(pronoun: Token, one: Found) -> bool:
    """Whether a pronoun that opens an indirect statement stands for its speaker."""
    return one.statement.kind != "direct" and pronoun.i - one.content[0][0] <= 2


def same(one: Entity, other: Entity) -> bool:
    """Whether two entities are the same by identity, by resolved name or by overlapping words."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    if one.name is not None and other.name is not None:
        return one.name == other.name
    if one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end
