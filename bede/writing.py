"""Drafts become records: every field with its evidence."""

from __future__ import annotations

import hashlib

from spacy.tokens import Doc, Token

from bede.article import Article
from bede.events import Draft, as_size, contexts_of
from bede.ontology import Ontology
from bede.records import Entity, Event, Factuality, Span
from bede.times import historical


def write_events(acts: list[Draft], article: Article, doc: Doc, ontology: Ontology) -> tuple[Event, ...]:
    """Drafts in, records out, in text order, with ids that stay the same when the article is coded again."""
    events = [_event(act, article, doc, ontology) for act in acts]
    events.sort(key=lambda e: e.trigger)
    return tuple(events)


def _event(act: Draft, article: Article, doc: Doc, ontology: Ontology) -> Event:
    lead = act.triggers[0]
    start, end = _paragraph(article.text, lead.idx)
    contexts = contexts_of(article.text, start, end)
    known = {mode.name for mode in ontology.types[act.type].modes}
    modes = tuple(m for m in act.modes if m in known)
    trigger = _span(lead)
    word = act.word.speaker if act.word else None
    negator = act.candidate.denier
    return Event(
        id=_identity(article, act, trigger),
        type=act.type,
        modes=modes,
        contexts=tuple(c for c, _ in contexts),
        quad=ontology.quad(act.type),
        intensity=ontology.intensity(act.type, modes),
        actors=tuple(act.actors),
        recipients=tuple(act.recipients),
        when=act.when,
        where=act.where,
        factuality=act.candidate.factuality,
        historical=historical(act.when, lead, doc, article),
        attributed_to=word,
        agency=article.agencies[-1] if article.agencies else None,
        size=as_size(act.counts),
        trigger=trigger,
        mentions=tuple(_span(t) for t in act.triggers[1:]),
        sentences=_sentences(act.triggers),
        evidence=_evidence(act, contexts, word, negator),
        confidence=round(act.confidence, 3),
    )


def _identity(article: Article, act: Draft, trigger: Span) -> str:
    key = f"{article.id}\x1f{act.type}\x1f{trigger.start}\x1f{trigger.end}\x1f{act.candidate.factuality}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _evidence(
    act: Draft, contexts: list[tuple[str, Span]], word: Entity | None, negator: Token | None
) -> dict[str, tuple[Span, ...]]:
    """The words behind each field; fields inferred from knowledge say so in their own `basis`."""
    spans: dict[str, list[Span | None]] = {
        "type": [_span(t) for t in act.triggers],
        "actors": [e.span for e in act.actors],
        "recipients": [e.span for e in act.recipients],
        "when": [act.when.span],
        "where": [act.where.span if act.where else None],
        "contexts": [span for _, span in contexts],
        "size": [c.span for c in act.counts],
        "attributed_to": [word.span, act.word.cue] if word and act.word else [],
        "modes": [_span(t) for t in act.triggers] if act.modes else [],
    }
    if act.candidate.factuality is not Factuality.ACTUAL:
        spans["factuality"] = [_span(negator) if negator is not None else _span(act.triggers[0].head)]
    told = {field: tuple(dict.fromkeys(s for s in group if s is not None)) for field, group in spans.items()}
    return {field: group for field, group in told.items() if group}


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _sentences(triggers: list[Token]) -> tuple[Span, ...]:
    found: dict[Span, None] = {}
    for token in triggers:
        sentence = token.sent
        text = sentence.text
        lead = len(text) - len(text.lstrip())
        start = sentence.start_char + lead
        found[Span(start, start + len(text.strip()))] = None
    return tuple(found)


def _paragraph(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, position)
    end = text.find("\n\n", position)
    return (0 if start < 0 else start + 2, len(text) if end < 0 else end)
