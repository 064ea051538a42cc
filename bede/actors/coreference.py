"""Which mentions of a text are one actor: names, surnames, acronyms, pronouns, descriptions."""

from __future__ import annotations

from spacy.tokens import Token

from bede.actors import phrases
from bede.actors.mention import Mention
from bede.knowledge import word_set

HE, SHE = frozenset(["he", "him", "his", "himself"]), frozenset(["she", "her", "hers", "herself"])
IT, THEY = frozenset(["it", "its", "itself"]), frozenset(["they", "them", "their", "theirs", "themselves"])
SPEAKER = word_set("""i me my mine myself we us our ours ourselves""")
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
SAYING = word_set(
    """say tell add state announce claim declare write tweet note explain warn argue insist comment reply
    respond ask stress continue urge remark vow pledge describe call think believe report"""
)
# Nouns that point back to a body, a state, a group or a person named before, and what they may point to.
POINTERS = {
    "country": ("state",), "nation": ("state",), "state": ("state",), "kingdom": ("state",), "republic": ("state",),
    "group": ("body",), "organisation": ("body",), "organization": ("body",), "movement": ("body",),
    "militia": ("body",), "company": ("body",), "firm": ("body",), "airline": ("body",), "agency": ("body",),
    "party": ("body",), "network": ("body",), "union": ("body",), "bank": ("body",), "coalition": ("body",),
    "alliance": ("body",), "bloc": ("body",), "body": ("body",), "ministry": ("body",), "court": ("body",),
    "man": ("person",), "woman": ("person",), "leader": ("person",), "politician": ("person",),
}  # fmt: skip
SUSPECTS = word_set(
    "suspect accused defendant gunman attacker assailant shooter killer murderer knifeman bomber perpetrator culprit"
)
_DOUBTFUL = ((), ("CVL",), ("UAF",), ("CRM",))
BUSINESS = frozenset(["company", "firm", "airline", "bank"])


def same_name(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """The earlier mention of the same name: by id, by full name, by surname."""
    if mention.kind == "person" and mention.name:
        for other in reversed(earlier):
            if other.kind != "person" or not other.surname:
                continue
            if mention.id and mention.id == other.id:
                return other
            if mention.surname == other.surname and _agree(mention, other):
                return other
            first = mention.name.split()[0].lower()
            if len(mention.name.split()) == 1 and other.name and first in other.name.lower().split():
                return other
        return None
    if mention.kind in ("body", "state") and mention.name and not mention.pronoun:
        for other in reversed(earlier):
            if other.name == mention.name and other.kind == mention.kind:
                return other
    return None


def _agree(mention: Mention, other: Mention) -> bool:
    """Whether two persons of one surname can be the same."""
    if mention.gender and other.gender and mention.gender != other.gender:
        return False
    mine, theirs = (mention.name or "").lower().split(), (other.name or "").lower().split()
    if len(mine) > 1 and len(theirs) > 1:
        return mine[0] == theirs[0] or (bool(mention.id) and mention.id == other.id)
    return True


def description(mention: Mention, earlier: list[Mention], main: str | None) -> Mention | None:
    """What a definite description ("the president", "the group") points back to."""
    if not mention.definite or mention.pronoun or mention.name:
        return None
    far: Mention | None = None
    for other in reversed(earlier[-60:]):
        if other.pronoun or not other.is_actor or mention.plural != other.plural:
            continue
        if mention.country and mention.sure and other.country != mention.country:
            continue
        same = (
            other.role.term == mention.role.term
            if mention.role and other.role
            else other.lemma == mention.lemma
        )
        if same and (other.country in (main, mention.country) or other.kind == "person" or not other.sure):
            return other
        if same and mention.head - other.head < 40:
            far = far or other
    if far is not None:
        return far
    return _pointed(mention, earlier)


def _pointed(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """What "the group", "the company", "the attacker" point back to, where no such noun was used before."""
    if mention.plural:
        return None
    told = mention.country if mention.sure else None
    if mention.lemma in SUSPECTS:
        for other in reversed(earlier[-60:]):
            if (
                other.kind == "person"
                and not other.plural
                and not other.pronoun
                and other.sectors[:1] in _DOUBTFUL
            ):
                if told in (None, other.country) and (other.lemma in SUSPECTS or other.name and not other.id):
                    return other
        return None
    targets = POINTERS.get(mention.lemma)
    if targets is None or told:
        return None
    for other in reversed(earlier[-40:]):
        if other.kind not in targets or not other.name or other.pronoun:
            continue
        if mention.lemma in BUSINESS and "BUS" not in other.sectors:
            continue
        if "man" in mention.lemma and other.gender == ("m" if mention.lemma == "woman" else "f"):
            continue
        return other
    return None


def pronoun(token: Token, earlier: list[Mention]) -> Mention | None:
    """The antecedent of a personal pronoun: the nearest that agrees, subjects first."""
    word = token.lower_
    if word in IT and _expletive(token):
        return None
    best: tuple[float, Mention] | None = None
    sentence = _sentence(token)
    verb = phrases.verb_of(token)
    for other in reversed(earlier[-50:]):
        if other.start <= token.i < other.end or not _may_be(word, other):
            continue
        head = token.doc[other.head]
        away = _between(head, token, sentence)
        if away > 4:
            break
        if (
            away == 0
            and token.dep_ in ("dobj", "pobj", "dative")
            and phrases.verb_of(head) is verb
            and phrases.is_subject(head)
        ):
            continue
        score = -1.0 * away - 0.01 * (token.i - other.head)
        score += 0.8 if phrases.is_subject(head) else 0.0
        score += 0.3 if other.name else 0.0
        score -= 0.5 if other.kind == "place" else 0.0
        score -= 0.6 if head.dep_ == "poss" else 0.0
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _sentence(token: Token) -> int:
    return int(token.sent.start)


def _between(head: Token, token: Token, sentence: int) -> int:
    """How many sentences lie between, counted no further than five."""
    if head.i >= sentence:
        return 0
    count, i = 0, sentence
    while i > head.i and count < 6:
        count += 1
        i = token.doc[i - 1].sent.start
    return count


def _may_be(word: str, other: Mention) -> bool:
    if word in HE or word in SHE:
        wanted = "m" if word in HE else "f"
        return other.kind == "person" and not other.plural and other.gender in ("", wanted)
    if word in THEY:
        return (
            other.kind in ("people", "body")
            or (other.kind == "state" and other.plural)
            or (other.kind == "person" and other.plural)
        )
    return other.kind in ("body", "state", "asset") and not other.plural


def _expletive(token: Token) -> bool:
    """ "It is likely that", "it rained": no antecedent."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and verb.lemma_ == "be"
        and any(child.dep_ in ("ccomp", "advcl", "csubj", "xcomp") for child in verb.children)
    )


def relative(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    climb = token
    for _ in range(8):
        if climb.dep_ == "relcl":
            return climb.head if climb.head is not climb else None
        if climb.head is climb:
            return None
        climb = climb.head
    return None


def speaker(token: Token) -> Token | None:
    """Who says "I" or "we": the subject of the verb of saying that governs the words, else in the next or last
    sentence of the paragraph."""
    climb = token
    for _ in range(25):
        if climb.head is climb:
            break
        climb = climb.head
        if climb.lemma_.lower() in SAYING:
            subject = _subject(climb)
            if subject is not None and subject.lower_ not in SPEAKER:
                return subject
    sentence = token.sent
    doc = token.doc
    for start, end in ((sentence.start, sentence.end), (sentence.end, min(len(doc), sentence.end + 40)),
                       (max(0, sentence.start - 40), sentence.start)):  # fmt: skip
        for other in doc[start:end]:
            if other.is_space and "\n" in other.text and start >= sentence.end:
                break
            if other.pos_ == "VERB" and other.lemma_.lower() in SAYING:
                subject = _subject(other)
                if subject is not None and subject.lower_ not in SPEAKER and subject.i != token.i:
                    return subject
    return None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)
