"""Whom pronouns stand for: the nearest mention that agrees, the noun of a relative clause, the speaker of
a quote."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from spacy.tokens import Doc, Token

from bede.actors import phrases
from bede.actors.mention import Mention
from bede.knowledge import word_set

HE, SHE = frozenset(["he", "him", "his", "himself"]), frozenset(["she", "her", "hers", "herself"])
IT, THEY = frozenset(["it", "its", "itself"]), frozenset(["they", "them", "their", "theirs", "themselves"])
SPEAKER = word_set("""i me my mine myself we us our ours ourselves""")
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
SAYING = word_set(
    """say tell add state announce claim declare write tweet note explain warn argue insist comment
    reply respond ask stress continue urge remark vow pledge describe call think believe report"""
)
PERSONAL = HE | SHE | IT | THEY


class Sentences:
    """Where the sentences of a text begin; asking the Doc for each token would read it whole each time."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [0, *(token.i for token in doc if token.i and token.is_sent_start)]
        self._end = len(doc)

    def number(self, i: int) -> int:
        """The number of the sentence that token `i` stands in."""
        return bisect_right(self._starts, i) - 1

    def bounds(self, i: int) -> tuple[int, int]:
        """The tokens [start, end) of the sentence that token `i` stands in."""
        n = self.number(i)
        return self._starts[n], self._starts[n + 1] if n + 1 < len(self._starts) else self._end


def antecedent(token: Token, earlier: list[Mention], sentences: Sentences) -> Mention | None:
    """The antecedent of a personal pronoun: the nearest that agrees, subjects and often named ones first."""
    word = token.lower_
    if word in IT and _expletive(token):
        return None
    best: tuple[float, Mention] | None = None
    here = sentences.number(token.i)
    verbs = _of_one_subject(phrases.verb_of(token))
    counts = Counter(other.chain for other in earlier)
    for other in reversed(earlier[-60:]):
        away = here - sentences.number(other.head)
        if away > 5:
            break
        if other.start <= token.i < other.end or not agrees(word, other):
            continue
        head = token.doc[other.head]
        subject = phrases.is_subject(head)
        if away == 0 and subject and token.dep_ in _OBJECTS and phrases.verb_of(head) in verbs:
            continue  # "he saw him", "he tried to see him": two persons
        score = -AWAY * away - NEAR * (token.i - other.head)
        score += SUBJECT if subject else 0.0
        score += 0.3 if other.name else 0.0
        score += OFTEN * min(counts[other.chain], 5)
        score -= 0.5 if other.kind == "place" else 0.0
        score -= OWNER if head.dep_ == "poss" else 0.0
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _of_one_subject(verb: Token | None) -> list[Token]:
    """A verb and those whose subject it shares: "voted to expel", "left, voting to"; not "asked him to"."""
    verbs: list[Token] = []
    while verb is not None and verb not in verbs:
        verbs.append(verb)
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        if own or verb.dep_ not in ("xcomp", "advcl", "conj") or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
        if verbs[-1].dep_ == "xcomp" and any(child.dep_ in ("dobj", "prep") for child in verb.children):
            break
    return verbs


AWAY, NEAR, SUBJECT, OFTEN, OWNER = 0.8, 0.01, 0.8, 0.2, 0.5


def ahead(token: Token) -> Token | None:
    """The subject that follows a pronoun in an opening phrase: "In his speech, Roe said"."""
    if (
        token.lower_ not in HE
        and token.lower_ not in SHE
        and token.lower_ not in THEY
        and token.lower_ not in IT
    ):
        return None
    climb = token
    while climb.head != climb and climb.dep_ not in ("prep", "advcl"):
        climb = climb.head
    while (
        climb.head.dep_ in ("prep", "pobj", "pcomp", "advcl")
        and climb.head != climb
        and climb.head.i < climb.i
    ):
        climb = climb.head
    verb = climb.head
    if climb.dep_ not in ("prep", "advcl") or verb.pos_ not in ("VERB", "AUX") or climb.i > verb.i:
        return None
    return next(
        (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.i > token.i), None
    )


_OBJECTS = frozenset(["dobj", "pobj", "dative"])


def agrees(word: str, other: Mention) -> bool:
    """Whether a mention can be meant by a pronoun."""
    if word in HE or word in SHE:
        wanted = "m" if word in HE else "f"
        return other.kind == "person" and not other.plural and other.gender in ("", wanted)
    if word in THEY:
        return other.kind in ("people", "body") or (other.kind in ("state", "person") and other.plural)
    return other.kind in ("body", "state", "asset") and not other.plural


def _expletive(token: Token) -> bool:
    """ "It is likely that", "it rained": no antecedent."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    clause = any(child.dep_ in ("ccomp", "advcl", "csubj", "xcomp") for child in verb.children)
    return clause and token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ == "be"


def relative(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    climb = token
    for _ in range(8):
        if climb.head == climb or climb.dep_ == "relcl":
            break
        climb = climb.head
    return climb.head if climb.dep_ == "relcl" and climb.head != climb else None


def speaker(token: Token, sentences: Sentences) -> Token | None:
    """Who says "I" or "we": the subject of the verb of saying that governs the words, else one in the
    sentence,
    else in the next or the last."""
    climb = token
    for _ in range(25):
        if climb.head == climb:
            break
        climb = climb.head
        if climb.lemma_.lower() in SAYING:
            subject = _subject(climb, token)
            if subject is not None:
                return subject
    doc = token.doc
    start, end = sentences.bounds(token.i)
    after = sentences.bounds(end) if end < len(doc) else (end, end)
    before = sentences.bounds(start - 1) if start else (0, 0)
    for first, last in ((start, end), after, before):
        if first == end and any(t.is_space and "\n" in t.text for t in doc[max(0, end - 1) : end]):
            continue  # another paragraph
        for other in doc[first:last]:
            if other.pos_ == "VERB" and other.lemma_.lower() in SAYING:
                subject = _subject(other, token)
                if subject is not None:
                    return subject
    return None


def _subject(verb: Token, pronoun: Token) -> Token | None:
    """The subject of a verb of saying, if it is not "I" or "we" again."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in SPEAKER or subject.i == pronoun.i:
        return None
    return subject
