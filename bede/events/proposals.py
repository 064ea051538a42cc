"""What the event model adds to the frames: how likely a candidate is, acts that no frame tells, sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from bede.events.candidates import Candidate, IsActor
from bede.events.factuality import SPEECH
from bede.events.frames import Frame
from bede.events.model import Array, EventModel, Read, Trigger
from bede.records import Factuality

MODEL = "model"
LEAST = 0.8  # a trigger that no frame tells
SURE_MODE = 0.5
SIDE, WEAK_SIDE = 0.5, 0.25  # a word that names a side; the best word where none does
NEAR = 2  # words between two triggers of one type that tell one act
UNLIKELY = 0.02  # below it a candidate of the frames is dropped
CONTENT = ("VERB", "NOUN", "PROPN", "ADJ", "ADV")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The model's reading of an article, by sentence."""

    doc: Doc
    reads: dict[int, Read]  # by the sentence's first word

    def of(self, token: Token) -> tuple[Read, int]:
        """The reading of a token's sentence, and where the sentence starts."""
        start = token.sent.start
        return self.reads[start], start


def form_opinion(doc: Doc, model: EventModel) -> Opinion:
    """Read every sentence of a Doc."""
    sentences = list(doc.sents)
    reads = model.read([[t.text for t in sentence] for sentence in sentences])
    return Opinion(doc, {s.start: r for s, r in zip(sentences, reads, strict=True)})


def _phrase(trigger: Token) -> list[Token]:
    """A trigger with the words that make one expression with it: particles, objects, complements nearby."""
    near = [
        c
        for c in trigger.children
        if abs(c.i - trigger.i) <= 3
        and c.dep_ in ("prt", "dobj", "acomp", "oprd", "compound", "amod", "xcomp", "attr")
    ]
    above = [trigger.head] if trigger.dep_ in ("dobj", "xcomp", "prt", "acomp") else []
    return [trigger, *near, *above]


def propose(opinion: Opinion, candidates: Sequence[Candidate], is_actor: IsActor) -> list[Candidate]:
    """Acts that the model sees and no living candidate tells, in text order."""
    taken = [c for c in candidates if c.reason is None]
    found: list[Candidate] = []
    for sentence in opinion.doc.sents:
        read = opinion.reads[sentence.start]
        for trigger in read.triggers(LEAST):
            head = _head(sentence, trigger)
            if head is None or any(_tells(c, trigger, head, sentence) for c in (*taken, *found)):
                continue
            found.append(_candidate(read, trigger, head, sentence, is_actor))
    return sorted(found, key=lambda c: c.trigger.i)


def _head(sentence: Span, trigger: Trigger) -> Token | None:
    """The word of a trigger that the others hang on."""
    words = [sentence[i] for i in trigger.words if i < len(sentence)]
    places = {w.i for w in words}
    tops = [w for w in words if w.head.i not in places or w.head.i == w.i]
    ranked = [w for w in tops if w.pos_ in CONTENT] or [w for w in words if w.pos_ in CONTENT]
    return ranked[0] if ranked else None


def _tells(candidate: Candidate, trigger: Trigger, head: Token, sentence: Span) -> bool:
    """Whether a candidate tells the act of these words already."""
    if candidate.type != trigger.type or candidate.trigger.sent.start != sentence.start:
        return False
    place = candidate.trigger.i - sentence.start
    if any(abs(place - word) <= NEAR for word in trigger.words):
        return True
    return candidate.trigger.head.i == head.i or head.head.i == candidate.trigger.i


def _candidate(read: Read, trigger: Trigger, head: Token, sentence: Span, is_actor: IsActor) -> Candidate:
    modes = tuple(m for m, p in read.modes(trigger.words, trigger.type).items() if p >= SURE_MODE)
    actors, recipients = sides(read, trigger.words, sentence, is_actor)
    none = ("none",) if trigger.type == "CONSULT" else (MODEL,)
    frame = Frame(head.lemma_, (), MODEL, trigger.type, modes, (MODEL,), none, trigger.probability, MODEL)
    if trigger.type in SPEECH | {"SUPPORT", "AGREE"} and not actors:
        frame = Frame(
            head.lemma_, (), MODEL, trigger.type, modes, ("speaker",), none, trigger.probability, MODEL
        )
    told = read.factuality(trigger.words)
    return Candidate(
        head,
        frame,
        trigger.type,
        modes,
        actors,
        recipients,
        trigger.probability,
        factuality=Factuality(max(told, key=lambda name: told[name])),
        probability=trigger.probability,
    )


def sides(
    read: Read, words: Sequence[int], sentence: Span, is_actor: IsActor
) -> tuple[list[Token], list[Token]]:
    """Heads of the actors and recipients of the act that these words tell, by the model."""
    roles = read.roles(words)
    actors = _named(roles[:, 0], sentence, is_actor, words)
    taken = {t.i for t in actors}
    recipients = [t for t in _named(roles[:, 1], sentence, is_actor, words) if t.i not in taken]
    return actors, recipients


def _named(row: Array, sentence: Span, is_actor: IsActor, words: Sequence[int]) -> list[Token]:
    """Heads of noun phrases whose words the model gives a role; of nested ones the outer."""
    scored = [
        (float(row[t.i - sentence.start]), t)
        for t in sentence
        if t.i - sentence.start < len(row)
        and t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        and is_actor(t)
    ]
    if not scored:
        return []
    chosen = [t for score, t in scored if score >= SIDE]
    if not chosen:
        score, best = max(scored, key=lambda pair: pair[0])
        chosen = [best] if score >= WEAK_SIDE else []
    places = {t.i for t in chosen}
    return [t for t in chosen if not _inside(t, places)]


def _inside(token: Token, places: set[int]) -> bool:
    """Whether a token stands inside the noun phrase of another chosen one; members of a list do not."""
    node = token
    while node.head.i != node.i and node.dep_ in (
        "compound",
        "poss",
        "amod",
        "nmod",
        "pobj",
        "prep",
        "appos",
        "conj",
    ):
        if node.dep_ == "conj":
            return False
        node = node.head
        if node.i in places:
            return True
    return False


def consult(model: EventModel, doc: Doc, candidates: list[Candidate], is_actor: IsActor) -> list[Candidate]:
    """Candidates of the frames, weighed, with those that the model adds, in text order."""
    opinion = form_opinion(doc, model)
    for candidate in candidates:
        weigh(opinion, candidate)
    return sorted([*candidates, *propose(opinion, candidates, is_actor)], key=lambda c: c.trigger.i)


def weigh(opinion: Opinion, candidate: Candidate) -> None:
    """Note how likely the model finds a candidate; drop it where it sees nothing."""
    if candidate.reason is not None:
        return
    read, start = opinion.of(candidate.trigger)
    words = [t.i - start for t in _phrase(candidate.trigger)]
    candidate.probability = read.probability(candidate.type, words)
    if candidate.probability < UNLIKELY and candidate.factuality is Factuality.ACTUAL:
        candidate.drop(f"the model finds {candidate.type} unlikely here ({candidate.probability:.2f})")
