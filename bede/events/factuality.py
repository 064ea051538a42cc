"""Did it happen, will it, might it, or is it denied: mood, tense, negation, modals and the embedding verb.

An act only announced is coded by the announcement (manual, "Potential ambiguities" of each type; guide,
section 3): a cooperative one is AGREE, a concession or withdrawal CONCEDE, a hostile one THREATEN; an act
refused is REJECT.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bede.events.candidates import Candidate
from bede.events.governors import governed
from bede.events.syntax import arguments
from bede.records import Factuality

WILL = frozenset(["will", "'ll", "shall", "wo", "’ll"])
MIGHT = frozenset("could may might can should must ought".split())
FIRM_PLANS = frozenset(
    """plan intend vow pledge promise schedule set due ready determine poise decide prepare""".split()
)
MOOD_LINKS = frozenset("xcomp ccomp dobj pcomp pobj conj acl prep attr".split())
REFUSALS = frozenset(["refuse", "decline"])
FAILURES = frozenset(["fail", "avoid", "stop", "prevent"])
ATTEMPTS = frozenset(
    """try attempt want hope consider propose seek wish urge ask call demand order request""".split()
)
ABILITIES = frozenset(
    """campaign mission operation fight ability capability capacity able chance opportunity right power
    attempt bid effort allow""".split()
)
ENABLING = frozenset("allow enable let permit require cause".split())
NOBODY = frozenset("nobody none neither nothing".split())
SAYING = frozenset("say announce tell declare add state confirm report warn insist note".split())
COOPERATIVE = frozenset(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"])
CONCESSIVE = frozenset(["CONCEDE", "RETREAT"])
HOSTILE = frozenset(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"])
SPEECH = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN"])
THREAT_MODES = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
    "COERCE": "restrict",
    "SANCTION": "relations",
}
REFUSED_MODES = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words around a verb or noun say of its reality."""

    negated: bool = False
    refused: bool = False
    future: bool = False
    possible: bool = False
    conditional: bool = False
    voted: bool = False
    denier: Token | None = None


GOVERNED = {
    "actual": Mood(),
    "negated": Mood(negated=True),
    "hypothetical": Mood(possible=True),
    "future": Mood(future=True),
}


def mood(token: Token) -> Mood:
    """The mood of a trigger, from its auxiliaries, the verbs it hangs on, and words that govern it."""
    found = _mood_of_verbs(token)
    if found.denier is not None or found.refused or found.voted:
        return found
    told = governed(token)
    if told is None or (told == "future" and found != Mood()):
        return found
    if found.negated and found.future and told != "actual":
        return found  # "will not leave unless": a refusal
    return GOVERNED[told]


def _mood_of_verbs(token: Token) -> Mood:
    negated, future, possible, conditional = _own_mood(token)
    refused = False
    node = token
    for _ in range(4):
        head = node.head
        if head.i == node.i or node.dep_ not in MOOD_LINKS:
            break
        lemma = head.lemma_.lower()
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children)
        if lemma == "deny" and node.dep_ in ("xcomp", "ccomp", "dobj", "pcomp"):
            subject = arguments(head).subject
            return Mood(negated=True, denier=subject[0] if subject else None)
        if lemma in REFUSALS and node.dep_ == "xcomp":
            refused = True
        elif lemma in FAILURES and node.dep_ in ("xcomp", "pcomp", "dobj"):
            negated = True
        elif infinitive and lemma in FIRM_PLANS:
            future = True
            negated = negated or _is_negated(head)
            if any(c.lower_ == "had" for verb in (head, head.head) for c in verb.children):
                return Mood(conditional=True)  # "had been due to meet": it came to nothing
        elif infinitive and (lemma in ATTEMPTS or lemma in ABILITIES):
            possible = True
        elif lemma == "vote" and node.dep_ == "xcomp":
            return Mood(voted=True)
        if (
            node.dep_ in ("dobj", "xcomp", "pobj", "prep", "conj", "attr") or lemma in ENABLING
        ) and node.pos_ in (
            "NOUN",
            "VERB",
            "ADP",
        ):
            above = _own_mood(head) if head.pos_ in ("VERB", "AUX") else (False,) * 4
            if node.dep_ != "conj" or not any(c.dep_ in ("nsubj", "aux") for c in node.children):
                negated, future = negated or above[0], future or above[1]
                possible, conditional = possible or above[2], conditional or above[3]
        node = head
    return Mood(negated, refused, future, possible, conditional)


def _own_mood(token: Token) -> tuple[bool, bool, bool, bool]:
    """Negated, future, possible, conditional: from the token's own auxiliaries and clause."""
    future = possible = False
    for child in token.children:
        if child.dep_ == "aux":
            word = child.lower_
            future = future or word in WILL
            if word in ("would", "'d"):
                reported = token.dep_ in ("ccomp", "conj", "advcl") and _under_saying(token)
                future, possible = future or reported, possible or not reported
            possible = possible or word in MIGHT
    has_to = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    if has_to and token.dep_ in ("ROOT", "ccomp", "xcomp"):
        governor = token.head
        if token.dep_ == "ROOT" or governor.lemma_ in ("be", "go"):
            future = True
    conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children)
    return _is_negated(token), future, possible, conditional


def _is_negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return True
        if child.lower_ in NOBODY and child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return True
        if child.dep_ in ("dobj", "nsubj", "nsubjpass") and any(
            g.lower_ == "no" and g.dep_ == "det" for g in child.children
        ):
            return True
    return token.dep_ == "pcomp" and token.head.lower_ == "without"


def _under_saying(token: Token) -> bool:
    node = token
    for _ in range(3):
        node = node.head
        if node.lemma_ in SAYING:
            return True
    return False


def apply_mood(candidate: Candidate) -> None:
    """Set the candidate's factuality; turn announced and refused acts into the type that covers them."""
    if candidate.spoken:
        return  # said is done
    if candidate.trigger.lower_ == "fighting" and candidate.trigger.dep_ == "acl":
        candidate.drop("says what somebody is for")  # "the coalition fighting Islamic State"
        return
    if _parenthetical(candidate.trigger):
        candidate.drop("background in passing")
        return
    state = mood(candidate.trigger)
    if state.denier is not None or (state.negated and candidate.trigger.head.lemma_ == "deny"):
        candidate.factuality = Factuality.NEGATED
        candidate.denier = state.denier
        if candidate.type in SPEECH:
            candidate.drop("a denied speech act")
    elif state.voted:
        candidate.drop("what a vote decides is coded by the vote")
    elif state.refused or (state.negated and state.future):
        _refuse(candidate)
    elif state.negated:
        _negate(candidate)
    elif state.conditional:
        candidate.drop("only a condition, or a plan that came to nothing")
    elif state.future:
        _announce(candidate)
    elif state.possible:
        _suppose(candidate)


def _parenthetical(trigger: Token) -> bool:
    """Whether a bare participle stands in brackets: "(Daesh, banned in Russia)"."""
    if trigger.dep_ != "acl" or trigger.tag_ != "VBN":
        return False
    before = trigger.doc[trigger.sent.start : trigger.i].text
    return before.rfind("(") > before.rfind(")")


def _refuse(candidate: Candidate) -> None:
    if candidate.type in HOSTILE or candidate.type in SPEECH:
        candidate.drop("an act that its doer rules out")
        return
    mode = REFUSED_MODES.get(candidate.type)
    candidate.type, candidate.modes = "REJECT", (mode,) if mode else ()


def _negate(candidate: Candidate) -> None:
    candidate.factuality = Factuality.NEGATED
    candidate.confidence *= 0.4


def _announce(candidate: Candidate) -> None:
    kind = candidate.type
    if kind in COOPERATIVE:
        candidate.type, candidate.modes = "AGREE", ()
    elif kind in CONCESSIVE:
        candidate.type, candidate.modes = "CONCEDE", ()
    elif kind in HOSTILE:
        mode = next((m for m in ("arrest", "expel") if m in candidate.modes), THREAT_MODES[kind])
        candidate.type, candidate.modes = "THREATEN", (mode,)
    else:
        candidate.factuality = Factuality.FUTURE
    candidate.confidence *= 0.75


def _suppose(candidate: Candidate) -> None:
    candidate.factuality = Factuality.HYPOTHETICAL
    candidate.confidence *= 0.4
