"""Which time a clause says of an act: a walk over the parse, cheapest link first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span, Token

from bede.times import calendar
from bede.times.lexicon import word_set
from bede.times.mention import TimeMention

# Verbs that report or judge: their own time is not that of the act they speak of.
SPEECH = word_set(
    """
    say tell report add announce state note claim allege accuse condemn denounce criticize criticise
    blame praise urge call demand ask request deny reject confirm reveal disclose insist argue warn
    write tweet believe think know describe suggest indicate explain cite mention recall remember
    hear see show find discuss comment respond reply welcome regret mourn investigate ascribe
    attribute
    """
)
_BOUND = frozenset(("poss", "compound", "amod", "nummod", "nmod"))
# Prepositions that make a time the limit of an act, not its date.
_LIMITS = frozenset(("until", "till", "before", "within"))


@dataclass(frozen=True, slots=True)
class Told:
    """A time that can date an act, the token it hangs on, and the tokens it may be said of."""

    time: TimeMention
    root: Token
    holders: tuple[Token, ...]
    bound: bool

    @property
    def verb(self) -> Token | None:
        """The first verb above it."""
        last = self.holders[-1] if self.holders else None
        return last if last is not None and is_verb(last) else None


def told_in(doc: Doc, part: Span, times: list[TimeMention]) -> list[Told]:
    """The usable times of a sentence or paragraph, in order. `times` are in text order."""
    first = bisect_left(times, part.start_char, key=_start)
    inside = islice(times, first, bisect_left(times, part.end_char, lo=first, key=_start))
    known: dict[TimeMention, Told | None] = doc.user_data.setdefault("bede_told", {})
    found = []
    for time in inside:
        if time not in known:
            known[time] = _told(doc, time)
        told = known[time]
        if told is not None:
            found.append(told)
    return found


def _start(time: TimeMention) -> int:
    return time.span.start


def _told(doc: Doc, time: TimeMention) -> Told | None:
    """A time with its place in the parse; None where it is no date."""
    if time.kind not in ("DATE", "TIME") or calendar.as_date(time.value)[0] is None:
        return None
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root: Token = span.root
    if any(above.lower_ in _LIMITS for above in islice(root.ancestors, 3) if above.i < root.i):
        return None
    holders: list[Token] = []
    bound = False
    for ancestor in root.ancestors:
        if ancestor.i in range(span.start, span.end):
            continue
        if not holders and ancestor.pos_ in ("NOUN", "PROPN") and root.dep_ in _BOUND:
            bound = True
        if ancestor.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "NUM"):
            holders.append(ancestor)
        if is_verb(ancestor):
            break
    return Told(time, root, tuple(holders), bound)


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def own_time(trigger: Token, told: list[Told]) -> Told | None:
    """The time said of the act itself or of the clause that carries it; the cheapest link wins."""
    costs: dict[int, float] = {}
    for carrier, cost in _carriers(trigger):
        costs.setdefault(carrier.i, cost)
    priced = [(price, found) for found in told if (price := _price(found, costs)) is not None]
    ranked = sorted(priced, key=lambda pair: (pair[0], abs(pair[1].root.i - trigger.i)))
    return ranked[0][1] if ranked else None


def _price(found: Told, costs: dict[int, float]) -> float | None:
    """How far a time is from the act, over the carriers of the act."""
    for distance, holder in enumerate(found.holders):
        if holder.i not in costs:
            continue
        cost = costs[holder.i] + 0.1 * distance
        if found.bound and distance > 0:
            if holder.lemma_.lower() in SPEECH:
                return None
            cost += 1.5
        return cost
    return None


def _carriers(trigger: Token) -> Iterator[tuple[Token, float]]:
    """The act and the tokens whose time it shares, each with the price of the step."""
    yield trigger, 0.0
    verb = trigger
    cost = 0.0
    if not is_verb(trigger):
        for child in trigger.children:
            if child.dep_ in ("relcl", "acl"):
                yield child, 1.0
        for ancestor in trigger.ancestors:
            cost += 0.5
            if is_verb(ancestor):
                verb = ancestor
                if ancestor.lemma_.lower() in SPEECH and trigger.pos_ == "NOUN":
                    cost += 2.0
                yield ancestor, cost + 0.5
                break
            yield ancestor, cost
    yield from _below(verb, cost)
    yield from _above(verb, cost)


def _below(verb: Token, cost: float) -> Iterator[tuple[Token, float]]:
    """Verbs under the act's verb that tell of the same act."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "acl", "relcl", "prep", "pcomp") and is_verb(child):
            yield child, cost + 2.0
        elif child.dep_ == "prep":
            yield from ((below, cost + 2.0) for below in child.children if below.dep_ == "pcomp")
        elif _goes_with(child):
            yield child, cost + 2.5
        elif child.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() not in SPEECH:
            yield child, cost + 1.5


def _goes_with(child: Token) -> bool:
    """Whether a verb under another shares its subject and so its time: a bare participle or a second verb."""
    if child.dep_ == "advcl":
        return child.tag_ in ("VBG", "VBN") and not _is_finite(child)
    return child.dep_ == "conj" and is_verb(child) and not _has_subject(child)


OTHER_TIME = frozenset(["after", "before", "since", "until"])


def _above(verb: Token, cost: float) -> Iterator[tuple[Token, float]]:
    """Verbs over the act's verb whose time it shares."""
    step = verb
    if "had" in helpers(verb):
        return  # the past of the past: earlier than the clause above
    while step.head.i != step.i:
        head, dep = step.head, step.dep_
        if dep == "advcl" and any(c.dep_ == "mark" and c.lower_ in OTHER_TIME for c in step.children):
            return  # "said on Monday after parliament voted": the vote has another time
        if dep in ("conj",):
            cost += 2.0 if not _has_subject(step) else 2.5
        elif dep in ("xcomp", "advcl", "acl", "relcl", "pcomp", "prep", "dep", "parataxis"):
            cost += 2.0
        elif dep == "ccomp":
            if not (shares_speech(step) or step.i < head.i):
                return  # "said on Monday that it struck": Monday is the day of the words
            cost += 3.0
        else:
            cost += 1.5
        if cost > 6 or (dep == "pcomp" and head.lower_ == "for"):
            return
        if is_verb(head) or dep in ("acl", "relcl"):
            yield head, cost
        step = head


def helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _is_finite(verb: Token) -> bool:
    """Whether a participle is part of a clause with its own tense or its own conjunction."""
    return bool(helpers(verb)) or _has_subject(verb)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def shares_speech(verb: Token) -> bool:
    """Whether what is said is itself the act (a promise, a threat, a demand), so has the speech's time."""
    words = helpers(verb)
    return verb.tag_ in ("VB", "VBP", "VBZ") or bool(
        words & {"will", "would", "can", "may", "should", "must"}
    )


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause a token is in; None where there is none."""
    return next((t for t in [token, *token.ancestors] if is_verb(t)), None)
