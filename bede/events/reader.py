"""The events room on one page: candidates, mood, contents, sides, merging."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from bede.events.aims import content_mode
from bede.events.candidates import Candidate, find_candidates
from bede.events.content import drop_contents
from bede.events.draft import Draft, Surroundings
from bede.events.factuality import SPEECH, apply_mood
from bede.events.merge import VERBAL, merge
from bede.events.model import EventModel
from bede.events.proposals import consult
from bede.events.sides import (
    doers_of,
    implied_actor,
    implied_recipient,
    other_side,
    side_entities,
    with_sector_of_act,
)
from bede.events.size import Count, counts_in, participants
from bede.records import Entity

MANY = 3  # sides that make a meeting multilateral
# Acts so plain that they are coded though no side is named.
SELF_EVIDENT = {"verb": 0.8, "noun": 0.6, "judge": 1.0, "modal": 1.0, "model": 0.7}


@dataclass(frozen=True, slots=True)
class Reading:
    """Acts found, and every candidate with the reason it was dropped, for explanations."""

    acts: list[Draft]
    candidates: list[Candidate]


def read_events(
    doc: Doc, around: Surroundings, min_confidence: float = 0.0, model: EventModel | None = None
) -> Reading:
    """All acts told in a Doc, each once. `around` gives names, times, places and speakers."""
    candidates = find_candidates(doc, around.who.is_actor)
    for candidate in candidates:
        apply_mood(candidate)
    if model is not None:
        candidates = consult(model, doc, candidates, around.who.is_actor)
    drop_contents(candidates)
    counts = {sent.start: counts_in(list(sent), doc) for sent in doc.sents} if candidates else {}
    drafts: list[Draft] = []
    for candidate in candidates:
        if candidate.reason is None:
            draft = _draft(candidate, around, counts, drafts)
            if draft is not None:
                drafts.append(draft)
    acts = merge(drafts)
    for act in acts:
        if act.confidence < min_confidence:
            act.candidate.drop(f"confidence {act.confidence:.2f} below {min_confidence}")
    return Reading([a for a in acts if a.candidate.reason is None], candidates)


def _draft(
    candidate: Candidate, around: Surroundings, counts: dict[int, list[Count]], before: list[Draft]
) -> Draft | None:
    trigger = candidate.trigger
    speaker = around.speaker(trigger)
    if candidate.spoken and not candidate.actors:
        if speaker is None or speaker.head is None or not around.who.is_actor(speaker.head):
            candidate.drop("nobody says so")
            return None
        candidate.actors = [speaker.head]
        candidate.recipients = [t for t in candidate.recipients if t.i != speaker.head.i]
    actors, actor_chains = side_entities(candidate.actors, around, speaker)
    recipients, recipient_chains = side_entities(candidate.recipients, around, speaker)
    recipients, recipient_chains = _not_own(candidate, actors, recipients, recipient_chains)
    certain = SELF_EVIDENT[candidate.frame.pos]
    if not actors and not recipients and candidate.frame.weight < certain:
        candidate.drop("no side named")
        return None
    if candidate.type in SPEECH and not actors and "allege" not in candidate.modes:
        candidate.drop("nobody speaks")
        return None
    when, where = around.when(trigger), around.where(trigger, candidate.type)
    actors = with_sector_of_act(actors, candidate)
    told = bool(actors), bool(recipients)
    actors = actors or implied_actor(candidate, where, around.main_country)
    if not recipients and candidate.frame.recipient != ("none",):
        recipients, recipient_chains = doers_of(candidate, before, actor_chains)
        if not recipients:
            recipients, recipient_chains = other_side(candidate, before, actor_chains, around)
    recipients = recipients or implied_recipient(candidate, actors, where, around.main_country)
    return Draft(
        candidate=candidate,
        actors=actors,
        recipients=recipients,
        actor_chains=actor_chains,
        recipient_chains=recipient_chains,
        when=when,
        where=where,
        word=around.said(trigger, actors, candidate.type in VERBAL),
        counts=_size(candidate, counts, trigger.doc),
        triggers=[trigger],
        modes=_modes(candidate, actors),
        confidence=_confidence(candidate, told),
    )


def _not_own(
    candidate: Candidate, actors: list[Entity], recipients: list[Entity], chains: frozenset[int]
) -> tuple[list[Entity], frozenset[int]]:
    """Who threatens says what their own side will do: that is no recipient."""
    own = {a.country for a in actors if a.country}
    if candidate.type == "THREATEN" and any(r.country in own for r in recipients):
        return [], frozenset()
    return recipients, chains


def _modes(candidate: Candidate, actors: list[Entity]) -> list[str]:
    """The frame's modes; for requests, refusals and threats what their content says."""
    if candidate.type == "CONSULT" and not candidate.modes and len(actors) >= MANY:
        return ["multilateral"]
    told = content_mode(candidate.type, candidate.trigger)
    return [told] if told and (not candidate.modes or candidate.type == "REQUEST") else list(candidate.modes)


def _size(candidate: Candidate, counts: dict[int, list[Count]], doc: Doc) -> list[Count]:
    here = counts.get(candidate.trigger.sent.start, [])
    if candidate.type == "ASSAULT":
        return [c for c in here if c.kind != "arrested"]
    if candidate.type == "COERCE" and "arrest" in candidate.modes:
        return [c for c in here if c.kind == "arrested"]
    if candidate.type == "PROTEST":
        count = participants(candidate.actors, doc)
        return [count] if count else []
    return []


def _confidence(candidate: Candidate, told: tuple[bool, bool]) -> float:
    """A first guess: the frame's weight, less for each side that the sentence does not name."""
    value = candidate.confidence
    if not told[0]:
        value *= 0.75
    if not told[1] and candidate.frame.recipient != ("none",):
        value *= 0.85
    return min(value, 0.99)
