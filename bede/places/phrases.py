"""How a sentence carries a place name: which preposition, and on which word it hangs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span, Token

from bede.places.words import GOALS, MOVING, PARTS, REACHING, SITES, SITTING
from bede.records import Where

FAR = 99
WIDE = frozenset({"country", "continent", "ocean", "sea", "region"})
_RANKS = {"continent": 0, "ocean": 0, "country": 1, "sea": 1, "region": 2, "admin1": 3, "admin2": 4}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention with what the sentence says of it."""

    where: Where
    name: Token  # root of the name itself
    head: Token  # the noun it locates ("base" in "the Kirkuk base"), else the name
    preposition: Token | None  # the outermost that carries it: "off" in "off the coast of Oman"

    @property
    def sits(self) -> bool:
        """Whether a preposition of place carries the mention."""
        found = self.preposition
        return found is not None and (found.lower_ in SITTING or found.pos_ == "ADV")


def phrases_of(doc: Doc, sentence: Span, places: list[Where]) -> list[Phrase]:
    """The place names of a sentence as phrases. `places` are in text order."""
    found = []
    first = bisect_left(places, sentence.start_char, key=_start)
    for where in islice(places, first, bisect_left(places, sentence.end_char, lo=first, key=_start)):
        if where.span is None:
            continue
        words = doc.char_span(*where.span, alignment_mode="expand")
        if words is not None:
            head = _located(words.root)
            found.append(Phrase(where, words.root, head, _preposition(head)))
    return found


def _start(where: Where) -> int:
    return where.span.start if where.span else -1


def rank(where: Where) -> int:
    """How narrow a place is: 0 a continent, 5 a city, airport or base."""
    return _RANKS.get(where.feature or "", 5)


def _located(name: Token) -> Token:
    """Up through apposition and conjunction, and to a place noun that the name modifies."""
    head = name
    while True:
        above = head.head
        if above.i == head.i:
            return head
        if head.dep_ in ("appos", "conj") and above.pos_ in ("NOUN", "PROPN"):
            head = above
        elif head.dep_ in ("compound", "nmod", "poss", "amod") and above.ent_type_ not in ("PERSON", "NORP"):
            if above.lemma_.lower() not in SITES and above.pos_ != "PROPN":
                return head
            head = above
        else:
            return head


def _preposition(head: Token) -> Token | None:
    """The preposition that carries the noun, the outermost of a chain ("off the coast of", "south of")."""
    found: Token | None = None
    while head.dep_ in ("pobj", "pcomp") and head.head.pos_ in ("ADP", "SCONJ", "ADV"):
        found = head.head
        noun = found.head
        through = found.lower_ == "of" and (noun.lemma_.lower() in PARTS or noun.pos_ == "ADV")
        if not through:
            break
        if noun.dep_ in ("advmod", "npadvmod", "prep"):
            return noun
        if noun.dep_ not in ("pobj", "conj"):
            break
        head = noun
    return found


def attachment(trigger: Token, phrase: Phrase) -> int:
    """How many steps above the trigger (or below it) the phrase hangs; FAR where it tells of another act."""
    preposition = phrase.preposition
    if preposition is None:
        return _bare(trigger, phrase)
    host = preposition.head
    while host.dep_ == "prep" and host.head.i != host.i:
        host = host.head
    steps = _steps(trigger, host)
    word, lemma = preposition.lower_, host.lemma_.lower()
    goal = word in GOALS and lemma in MOVING
    reached = word in ("of", "on", "against") and lemma in REACHING | MOVING and host.pos_ == "NOUN"
    return steps if phrase.sits or goal or reached else FAR


def _bare(trigger: Token, phrase: Phrase) -> int:
    """A place without a preposition: what is reached ("bombed Raqqa"), or "the Kabul bombing"."""
    head = phrase.head
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in REACHING:
        return _steps(trigger, head.head)
    if phrase.name.dep_ in ("compound", "poss", "nmod") and phrase.name.head.i == trigger.i:
        return FAR if phrase.where.feature in WIDE and trigger.lemma_.lower() != "war" else 0
    return FAR


def _steps(trigger: Token, host: Token) -> int:
    """Steps from the trigger up to `host`, or from `host` up to the trigger; FAR where neither holds."""
    for steps, token in enumerate([trigger, *trigger.ancestors]):
        if token.i == host.i:
            return steps
        if token.dep_ in ("ccomp", "parataxis"):
            break  # where somebody speaks is not where the thing told happened
    up = host
    for steps in range(1, 4):
        if up.dep_ in ("nsubj", "relcl", "advcl", "ccomp", "parataxis") or up.head.i == up.i:
            return FAR
        up = up.head
        if up.i == trigger.i:
            return steps
    return FAR
