"""Words that may tell an act: each verb or noun with a frame, the best frame for it, and its sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bede.events.frames import NO_EVENT, Condition, Frame, load_frames
from bede.events.syntax import Arguments, arguments, noun_arguments
from bede.records import Factuality

IsActor = Callable[[Token], bool]
JUDGE = "judge"
NAMING = frozenset("call describe label brand term name dub".split())
SHOULD = Frame("should", (), "modal", "REQUEST", ("change",), ("speaker",), ("subj",), 0.5, "should | must")
MEANS = frozenset(
    """drone missile rocket bomb air car suicide mortar artillery knife gun acid terror terrorist truck ground
    chemical gas cyber military airstrike shell grenade sniper""".split()
)
REACH_IN = ("by", "poss", "mod", "of")  # where the doer of a nominal object stands, best first
COMPLEMENTS = ("acomp", "oprd", "xcomp", "ccomp", "attr", "advmod", "amod")


@dataclass(slots=True)
class Candidate:
    """One possible event mention. `reason` says why it was dropped, when it was."""

    trigger: Token
    frame: Frame
    type: str
    modes: tuple[str, ...]
    actors: list[Token]
    recipients: list[Token]
    confidence: float
    factuality: Factuality = Factuality.ACTUAL
    denier: Token | None = None
    reason: str | None = None
    probability: float | None = None  # the model's, where it was asked

    @property
    def spoken(self) -> bool:
        """Whether the act is done by the speaker of the passage, whoever that is."""
        return self.frame.actor == ("speaker",)

    def drop(self, reason: str) -> None:
        """Mark as no event; the first reason stays."""
        self.reason = self.reason or reason


def find_candidates(doc: Doc, is_actor: IsActor) -> list[Candidate]:
    """All candidates of a Doc in text order, those whose best frame is NONE left out."""
    return list(_candidates(doc, is_actor))


def _candidates(doc: Doc, is_actor: IsActor) -> Iterator[Candidate]:
    for token in doc:
        pos = _frame_pos(token)
        options = _frames_of(token, pos) if pos else ()
        if pos and options:
            slots = Slots(token, pos)
            frame = next((f for f in options if all(slots.meets(c, is_actor) for c in f.conditions)), None)
            if frame is not None and frame.type != NO_EVENT:
                actors = slots.fill(frame.actor, is_actor, both=frame.reciprocal)
                recipients = [t for t in slots.fill(frame.recipient, is_actor) if t not in actors]
                yield Candidate(token, frame, frame.type, frame.modes, actors, recipients, frame.weight)
            if frame is not None:
                continue
        spoken = judgement(token, is_actor) or demand(token, is_actor)
        if spoken is not None:
            yield spoken


def _frame_pos(token: Token) -> str | None:
    """Which part of the table a token is looked up in."""
    if token.pos_ == "VERB":
        return None if token.dep_ in ("amod", "compound", "pobj") else "verb"
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod"):
        return "noun"
    return None


def _frames_of(token: Token, pos: str) -> tuple[Frame, ...]:
    """The frames of a word, by its lemma or as it is written."""
    frames = load_frames()
    return frames.get((token.lemma_.lower(), pos)) or frames.get((token.lower_, pos), ())


def judgement(token: Token, is_actor: IsActor) -> Candidate | None:
    """A word of praise or blame said of somebody; its actor, the speaker, is filled in later."""
    options = _frames_of(token, JUDGE)
    if not options or token.dep_ in ("compound", "npadvmod", "nsubj", "nsubjpass"):
        return None
    if any(c.dep_ == "neg" for c in (*token.children, *token.head.children)):
        return None
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    around = arguments(verb) if verb.pos_ in ("VERB", "AUX") else Arguments()
    called = verb.lemma_ in NAMING
    about = around.object if called else around.subject
    recipients = [a for a in (_actor_in(t, is_actor) for t in about if t.i != token.i) if a is not None]
    actors = [t for t in around.subject if is_actor(t)] if called else []
    frame = options[0]
    return Candidate(token, frame, frame.type, frame.modes, actors, recipients, frame.weight)


def demand(token: Token, is_actor: IsActor) -> Candidate | None:
    """What a speaker says that somebody should or must do; its actor is filled in later."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in ("ccomp", "ROOT", "conj"):
        return None
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in ("aux", "neg")}
    if not auxiliaries & {"should", "must"} or auxiliaries & {"have", "not", "n't"}:
        return None
    around = arguments(token)
    sides = (*around.object, *around.subject) if around.passive else around.subject
    recipients = [a for a in (_actor_in(t, is_actor) for t in sides) if a is not None]
    return Candidate(token, SHOULD, SHOULD.type, SHOULD.modes, [], recipients, SHOULD.weight)


def _actor_in(token: Token, is_actor: IsActor) -> Token | None:
    return token if is_actor(token) else reach_in(token, is_actor)


class Slots:
    """The sentence around one trigger, in the terms that patterns are written in."""

    def __init__(self, token: Token, pos: str) -> None:
        self.token = token
        self.pos = pos
        self.args = arguments(token) if pos == "verb" else Arguments()
        self.noun = noun_arguments(token) if pos == "noun" else {}

    def meets(self, condition: Condition, is_actor: IsActor) -> bool:
        """Whether one condition of a pattern holds here."""
        kind, lemmas = condition.kind, condition.lemmas
        children = list(self.token.children)
        if kind == "prep":
            if condition.below:  # "killed and 48 injured in a stampede": said of both
                children += [c for verb in self.token.conjuncts for c in verb.children]
            return any(_is_preposition(c, condition) for c in children)
        if kind == "prt":
            return any(c.dep_ in ("prt", "advmod", "prep") and c.lower_ in lemmas for c in children)
        if kind in ("comp", "oprd", "adv"):
            return any(c.dep_ in COMPLEMENTS and _lemma_in(c, lemmas) for c in children)
        if kind == "mod":
            return any(
                c.dep_ in ("amod", "compound", "nmod", "poss")
                and (_lemma_in(c, lemmas) or c.lower_ in lemmas)
                for c in children
            )
        if kind in ("to", "that"):
            return any(_clause_of(kind, c) for c in children)
        if kind == "!obj":
            return not self.args.object
        if kind == "when":
            return any(c.dep_ == "advcl" and _lemma_in(c, lemmas) for c in children)
        if kind == "@both":
            sides = [m for t in self.args.subject for m in (t, *t.conjuncts)]
            return sum(is_actor(t) for t in sides) > 1
        role = kind.lstrip("@")
        tokens = {"subj": self.args.subject, "obj": self.args.object}.get(role, self.noun.get(role, []))
        if kind.startswith("@"):
            return any(is_actor(t) for t in tokens)
        return any(not lemmas or _lemma_in(m, lemmas) for t in tokens for m in (t, *t.conjuncts))

    def fill(self, names: Iterable[str], is_actor: IsActor, both: bool = False) -> list[Token]:
        """Heads for the first slot that holds a political actor; for all slots when `both`."""
        found: list[Token] = []
        for name in names:
            for head in self._heads(name, is_actor):
                inner = reach_in(head, is_actor) if _is_act(head) else None
                actor = inner or _actor_in(head, is_actor)
                if name == "mod" and not _modifies_as_actor(head):
                    continue
                if actor is not None and actor not in found and actor.i != self.token.i:
                    found.append(actor)
            if found and not both:
                return found
        return found

    def _heads(self, name: str, is_actor: IsActor) -> list[Token]:
        if name == "none":
            return []
        if name == "self":
            return list(self.noun.get("mod", []))
        if name == "inner":
            return self._inner(is_actor)
        if self.pos == "noun":
            return self.noun.get(name, [])
        simple = {"subj": self.args.subject, "obj": self.args.object, "dative": self.args.dative}
        return simple[name] if name in simple else [*self.args.preps.get(name, []), *self._of_act(name)]

    def _of_act(self, preposition: str) -> list[Token]:
        """What a preposition on the object brings, where the object is an act ("launched an attack on")."""
        return [
            t for act in self.args.object if _is_act(act) for t in noun_arguments(act).get(preposition, [])
        ]

    def _inner(self, is_actor: IsActor) -> list[Token]:
        """Who the content of a speech act is about: the subject of its clause, or sides of its nouns."""
        heads: list[Token] = []
        for child in self.token.children:
            if child.dep_ in ("ccomp", "xcomp", "oprd", "acl", "pcomp"):
                inner = arguments(child)
                others = [t for group in inner.preps.values() for t in group]
                groups = ([t for t in inner.subject if t not in self.args.subject], inner.object, others)
                heads.extend(next((g for g in groups if any(_actor_in(t, is_actor) for t in g)), ()))
        heads.extend(self.args.object)
        for preposition in ("for", "of", "on", "against", "with", "to"):
            for head in self.args.preps.get(preposition, []):
                heads.extend(arguments(head).object if head.pos_ == "VERB" else [head])
        return heads


def _modifies_as_actor(modifier: Token) -> bool:
    """A drone attack is not the drones' act, nor the Somalia bombing Somalia's; a US strike is."""
    if modifier.lemma_.lower() in MEANS:
        return False
    named_place = modifier.ent_type_ == "GPE" and modifier.tag_ == "NNP"
    return not named_place or modifier.text.isupper()


def _is_act(head: Token) -> bool:
    """Whether a noun is itself the name of an act ("the US drone attack"): its doer is the side, not it."""
    frames = load_frames().get((head.lemma_.lower(), "noun"), ())
    return any(frame.type != NO_EVENT and frame.actor != ("self",) for frame in frames)  # not "protester"


def reach_in(head: Token, is_actor: IsActor) -> Token | None:
    """The actor inside a noun phrase that is none itself: "Iran's proposal", "an attack by rebels"."""
    if head.pos_ not in ("NOUN", "PROPN", "VERB"):
        return None
    slots = noun_arguments(head)
    for name in REACH_IN:
        for token in slots.get(name, []):
            if is_actor(token) and (name != "mod" or _modifies_as_actor(token)):
                return token
    return None


def _is_preposition(child: Token, condition: Condition) -> bool:
    if child.dep_ not in ("prep", "agent", "dative", "prt") or child.lower_ not in condition.lemmas:
        return False
    return not condition.below or any(_lemma_in(g, condition.below) for g in child.children)


def _clause_of(kind: str, child: Token) -> bool:
    if kind == "that":
        return child.dep_ == "ccomp"
    return child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and any(c.lower_ == "to" for c in child.lefts)


def _lemma_in(token: Token, lemmas: frozenset[str]) -> bool:
    return token.lemma_.lower() in lemmas or token.lower_ in lemmas
