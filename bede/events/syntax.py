"""Who is subject or object of a predicate, seen through passives, relatives, control and coordination.

Works on the labels of spaCy's English pipelines (ClearNLP): nsubj, nsubjpass, dobj, agent, pobj ...
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass"])
OBJECTS = frozenset(["dobj", "obj"])
RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
# Verbs whose object, not subject, does what the infinitive says ("urged Iran to stop").
OBJECT_CONTROL = frozenset(
    """urge ask order tell force persuade call press encourage allow permit enable invite instruct
    warn want expect require lead cause help command compel authorize advise beg implore get""".split()
)
# Verbs that lend their subject to an event noun ("carried out an attack", "faces sanctions" is not one).
LIGHT_VERBS = frozenset(
    """launch carry conduct stage hold make begin start mount lead wage perpetrate commit perform do
    order plan organize organise issue offer express voice give take impose announce continue
    resume pay have open undertake use intensify step expand host join attend execute direct
    draw file bring send deliver declare call""".split()
)


@dataclass(slots=True)
class Arguments:
    """Heads of the noun phrases around one predicate. `preps` maps a preposition to its objects."""

    subject: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    dative: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False


def arguments(verb: Token, hops: int = 0) -> Arguments:
    """The arguments of a verb, deep rather than surface: the passive subject is an object."""
    found = Arguments(passive=is_passive(verb))
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            side = found.object if child.dep_ == "nsubjpass" else found.subject
            side.append(antecedent(child))
        elif child.dep_ in OBJECTS:
            found.object.append(antecedent(child))
        elif child.dep_ == "dative":
            found.dative.extend(_objects(child) or [child])
        elif child.dep_ == "agent":
            found.subject.extend(_objects(child))
        elif child.dep_ == "prep":
            _add_preposition(found.preps, child)
    if hops < 4:
        _inherit(verb, found, hops)
    return found


def is_passive(verb: Token) -> bool:
    """Passive voice: a passive auxiliary or subject, or a bare participle after its noun ("men killed")."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return is_passive(verb.head) and verb.head.pos_ == "VERB"
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return bare and verb.dep_ in ("acl", "ROOT", "advcl", "amod")


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN"):
        clause = token.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                return clause.head
            if clause.dep_ not in ("conj", "xcomp", "ccomp"):
                break
            clause = clause.head
    return token


def _inherit(verb: Token, found: Arguments, hops: int) -> None:
    """Take a missing subject or object from the construction the verb stands in."""
    head = verb.head
    needs = found.object if found.passive else found.subject
    if needs and not (verb.dep_ == "acl" and not found.subject):
        return
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        outer = arguments(head, hops + 1)
        _share_subject(found, outer.object if outer.passive else outer.subject)
    elif verb.dep_ in ("relcl",) and not found.object and found.subject:
        found.object.append(head)  # "the base (that) they attacked"
    elif verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if found.passive:
            found.object = found.object or [head]
        elif verb.tag_ == "VBG":
            found.subject = found.subject or [head]
        elif verb.tag_ == "VB":
            _share_subject(found, noun_owners(head))
    elif verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        _control(found, head, hops)
    elif verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        outer = arguments(head, hops + 1)
        _share_subject(found, outer.subject or outer.object)
    elif verb.dep_ == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ in ("VERB", "AUX"):
            outer = arguments(governor, hops + 1)
            of_object = head.lower_ in ("of", "for", "from") and bool(outer.object)
            _share_subject(found, outer.object if of_object else outer.subject or outer.object)


def _share_subject(found: Arguments, source: list[Token]) -> None:
    if found.passive:
        found.object = found.object or list(source)
    else:
        found.subject = found.subject or list(source)


def _control(found: Arguments, head: Token, hops: int) -> None:
    outer = arguments(head, hops + 1)
    by_object = head.lemma_ in OBJECT_CONTROL
    candidates = (outer.object or outer.preps.get("on", [])) if by_object else []
    _share_subject(
        found, candidates or ([] if by_object and not outer.passive else outer.subject or outer.object)
    )


def _objects(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ in ("pobj", "pcomp")]


def _add_preposition(preps: dict[str, list[Token]], preposition: Token) -> None:
    objects = _objects(preposition)
    preps.setdefault(preposition.lower_, []).extend(antecedent(o) for o in objects)
    for child in preposition.children:
        if child.dep_ == "prep" or (
            child.dep_ == "conj" and child.pos_ == "ADP"
        ):  # "out of the country", "because of"
            preps.setdefault(child.lower_, []).extend(_objects(child))


def noun_arguments(noun: Token) -> dict[str, list[Token]]:
    """Slots of an event noun: poss, mod, by, of, on ... and light, the subject of its support verb."""
    slots: dict[str, list[Token]] = {}
    for child in noun.children:
        if child.dep_ == "poss":
            slots.setdefault("poss", []).append(child)
        elif child.dep_ in ("amod", "compound", "nmod", "nummod"):
            slots.setdefault("mod", []).append(child)
        elif child.dep_ == "prep":
            _add_preposition(slots, child)
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
            slots.setdefault("by", []).extend(arguments(child).subject)
    if "between" in slots:
        slots["between"] = _with_conjuncts(slots["between"])
    slots["light"] = light_subject(noun)
    return slots


def noun_owners(noun: Token) -> list[Token]:
    """Whose act a noun such as "plan" or "threat" is: its possessor or its support verb's subject."""
    slots = noun_arguments(noun)
    return slots.get("poss") or slots.get("by") or slots.get("light") or []


def light_subject(noun: Token) -> list[Token]:
    """The subject of the support verb that governs the noun: "the army launched an attack"."""
    head, top = noun.head, noun
    while top.dep_ == "conj" and head.i != top.i:
        top, head = head, head.head
    if top.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_ == "responsibility":
        return _claimants(head.head.head)
    if top.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ == "VERB":
        head = head.head
        if head.lemma_ == "claim":
            return _claimants(head)
        if head.lemma_ in ("respond", "retaliate", "engage", "participate", "join", "agree"):
            return arguments(head).subject
        return []
    if head.pos_ != "VERB" or head.lemma_ not in LIGHT_VERBS:
        return []
    outer = arguments(head)
    if top in outer.object or top.dep_ in ("dobj", "nsubjpass"):
        return outer.subject
    return []


def _claimants(verb: Token) -> list[Token]:
    """Who says that an act is theirs: "the group claimed responsibility for it"; nobody for "no group"."""
    around = arguments(verb)
    claimed = verb.lemma_ in ("claim", "take", "accept", "admit") and any(
        t.lemma_ in ("responsibility", "credit") for t in around.object
    )
    if not claimed or any(c.dep_ == "neg" for c in verb.children):
        return []
    return [t for t in around.subject if not any(c.dep_ == "det" and c.lower_ == "no" for c in t.children)]


def _with_conjuncts(tokens: list[Token]) -> list[Token]:
    seen: list[Token] = []
    for token in tokens:
        for member in (token, *token.conjuncts):
            if member not in seen:
                seen.append(member)
    return seen
