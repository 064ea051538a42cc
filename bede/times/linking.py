"""Which of the times told belongs to an act: first its own words, then its clause, then the story so far."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span, Token

from bede.article import Article
from bede.records import When
from bede.times.mention import TimeMention

# Verbs that report or judge: their own time is not that of the act they speak of.
SPEECH = frozenset(
    """say tell report add announce state note claim allege accuse condemn denounce criticize criticise blame
    praise urge call demand ask request deny reject confirm reveal disclose insist argue warn write tweet
    believe think know describe suggest indicate explain cite mention recall remember hear see show find
    discuss comment respond reply welcome regret mourn investigate ascribe attribute""".split()
)
_WORDS_FOR_TIMES = frozenset("previously recently earlier formerly once already repeatedly ever since".split())
_BOUND = frozenset(("poss", "compound", "amod", "nummod", "nmod"))
# Prepositions that make a time the limit of an act, not its date.
_LIMITS = frozenset(("until", "till", "before", "within"))
_PRONOUNS = frozenset("he she they it this that these those".split())
_USABLE = re.compile(r"\d{4}(?:$|-)")


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
        return last if last is not None and _is_verb(last) else None


def date_event(doc: Doc, trigger: Token, times: list[TimeMention], article: Article) -> When:
    """The day (or month, or year) on which the act at `trigger` took place; value None where untold.

    doc, times: the parsed article and read_times(doc, article.date). trigger: a verb or an event noun.
    Weeks and weekends are given as their month, seasons, quarters and halves as their year, and a range as
    the month (or year) that holds it, so that no day is invented. Decades, durations and sets date nothing.
    `not_after` is the publication date, a bound and no date of the act.
    """
    bound, text = article.date, article.text
    here = _told_in(doc, trigger.sent, times)
    best = _own(trigger, here)
    if best is None and trigger.idx < doc.user_data.get("title_end", 0):
        best = _of_lede(doc, trigger, times)
    basis = ""
    if best is None and here and _is_quoted(text[paragraph_start(text, trigger.sent.start_char) : trigger.idx]):
        best = _own(trigger.sent.root, here)
    if best is None:
        best = _of_story(doc, text, trigger, times, bound)
        basis = "the story so far: "
    if best is None:
        return When(not_after=bound)
    value, precision = as_date(best.time.value)
    return When(
        value=value, precision=precision, span=best.time.span, basis=basis + best.time.basis, not_after=bound
    )


def as_date(value: str) -> tuple[str | None, str | None]:
    """A TIMEX3 value as a date no more precise than the text: (ISO day, month or year; its precision)."""
    first, _, last = value.partition("/")
    if last:
        common = first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""
        return (common, "month" if len(common) == 7 else "year") if common else (None, None)
    if re.match(r"\d{4}-\d\d-\d\d", value):
        return value[:10], "day"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return value, "month"
    if re.match(r"\d{4}-W\d\d", value):
        return _month_of_week(value)
    if re.match(r"\d{4}(?:$|-(?:Q\d|H\d|SP|SU|FA|WI)$)", value):
        return value[:4], "year"
    return None, None


def _month_of_week(value: str) -> tuple[str | None, str | None]:
    """The month of a week's Thursday, or of a weekend's Saturday."""
    try:
        day = dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if value.endswith("WE") else 4)
    except ValueError:
        return None, None
    return day.isoformat()[:7], "month"


def _told_in(doc: Doc, part: Span, times: list[TimeMention]) -> list[Told]:
    """The usable times of a sentence or paragraph, in order."""
    inside = (time for time in times if part.start_char <= time.span.start < part.end_char)
    return [found for time in inside if (found := _told(doc, time)) is not None]


def _told(doc: Doc, time: TimeMention) -> Told | None:
    """A time with its place in the parse; None where it is no date."""
    if time.kind not in ("DATE", "TIME") or as_date(time.value)[0] is None:
        return None
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root = _root(span)
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
        if _is_verb(ancestor):
            break
    return Told(time, root, tuple(holders), bound)


def _root(span: Span) -> Token:
    root: Token = span.root
    return root


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def _own(trigger: Token, told: list[Told]) -> Told | None:
    """The time said of the act itself or of the clause that carries it; the cheapest link wins."""
    costs: dict[int, float] = {}
    for carrier, cost in _carriers(trigger):
        costs.setdefault(carrier.i, cost)
    best: tuple[float, int, Told] | None = None
    for found in told:
        cost = _cost(trigger, found, costs)
        if cost is not None:
            rank = (cost, abs(found.root.i - trigger.i), found)
            best = rank if best is None or rank[:2] < best[:2] else best
    return best[2] if best else None


def _cost(trigger: Token, found: Told, costs: dict[int, float]) -> float | None:
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
    if not _is_verb(trigger):
        for child in trigger.children:
            if child.dep_ in ("relcl", "acl"):
                yield child, 1.0
        for ancestor in trigger.ancestors:
            cost += 0.5
            if _is_verb(ancestor):
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
        if child.dep_ in ("xcomp", "acl", "relcl", "prep", "pcomp") and _is_verb(child):
            yield child, cost + 2.0
        elif child.dep_ == "prep":
            yield from ((below, cost + 2.0) for below in child.children if below.dep_ == "pcomp")
        elif child.dep_ == "advcl" and child.tag_ in ("VBG", "VBN") and not _is_finite(child):
            yield child, cost + 2.5
        elif child.dep_ == "conj" and _is_verb(child) and not _has_subject(child):
            yield child, cost + 2.5
        elif child.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() not in SPEECH:
            yield child, cost + 1.5


def _above(verb: Token, cost: float) -> Iterator[tuple[Token, float]]:
    """Verbs over the act's verb whose time it shares."""
    step = verb
    if "had" in helpers(verb):
        return  # the past of the past: earlier than the clause above
    while step.head is not step:
        head, dep = step.head, step.dep_
        if dep in ("conj",):
            cost += 2.0 if not _has_subject(step) else 2.5
        elif dep in ("xcomp", "advcl", "acl", "relcl", "pcomp", "prep", "dep", "parataxis"):
            cost += 2.0
        elif dep == "ccomp":
            if not (_shares_speech(step) or step.i < head.i):
                return  # "said on Monday that it struck": Monday is the day of the words
            cost += 3.0
        else:
            cost += 1.5
        if cost > 6 or (dep == "pcomp" and head.lower_ == "for"):
            return
        if _is_verb(head) or dep in ("acl", "relcl"):
            yield head, cost
        step = head


def helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _is_finite(verb: Token) -> bool:
    """Whether a participle is part of a clause with its own tense or its own conjunction."""
    return bool(helpers(verb)) or any(child.dep_ == "mark" for child in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _shares_speech(verb: Token) -> bool:
    """Whether what is said is itself the act (a promise, a threat, a demand), so has the speech's time."""
    words = helpers(verb)
    return verb.tag_ in ("VB", "VBP", "VBZ") or bool(words & {"will", "would", "can", "may", "should", "must"})


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause a token is in; None where there is none."""
    return next((t for t in [token, *token.ancestors] if _is_verb(t)), None)


def _of_lede(doc: Doc, trigger: Token, times: list[TimeMention]) -> Told | None:
    """For an act in the headline: the time of the same word in the first sentences, else the lede's own."""
    end = doc.user_data.get("title_end", 0)
    body = [sentence for sentence in doc.sents if sentence.start_char >= end and sentence.text.strip()][:3]
    for sentence in body:
        here = _told_in(doc, sentence, times)
        for token in sentence:
            if here and token.lemma_.lower() == trigger.lemma_.lower():
                found = _own(token, here)
                if found:
                    return found
    for sentence in body[:2]:
        here = _told_in(doc, sentence, times)
        if here:
            return _own(sentence.root, here)
    return None


def _of_story(
    doc: Doc, text: str, trigger: Token, times: list[TimeMention], bound: dt.date | None
) -> Told | None:
    """The day the story is at, for an act told in plain past or in words quoted; None for background.

    That is the last day of the paragraph so far, or of the paragraph before where this one goes on from it,
    or the one day that the whole article tells.
    """
    start = trigger.sent.start_char
    opening = paragraph_start(text, start)
    quoted = _is_quoted(text[opening : trigger.idx])
    if not (quoted or is_narrative(trigger)):
        return None
    before = paragraph_start(text, opening - 2) if opening > 2 else opening
    story = _story_days(doc, before, start, times, bound)
    near = [found for found in story if found.time.span.start >= opening]
    if not near and story and (quoted or _is_step(trigger) or _continues(trigger.sent, story[-1].root.sent)):
        near = story
    if near:
        return ([found for found in near if _in_main_clause(found)] or near)[-1]
    if not _is_step(trigger) or any(opening <= time.span.start < trigger.sent.end_char for time in times):
        return None
    story = _story_days(doc, 0, len(text), times, bound)
    single = len({as_date(found.time.value) for found in story}) == 1
    return story[0] if single and story[0].time.span.start < start else None


def _story_days(
    doc: Doc, start: int, end: int, times: list[TimeMention], bound: dt.date | None
) -> list[Told]:
    """The days told between two offsets that can carry the story."""
    part = doc.char_span(start, end, alignment_mode="contract")
    return [found for found in _told_in(doc, part, times) if _carries_story(found, bound)] if part else []


def _is_step(trigger: Token) -> bool:
    """Whether an act is a deed told by a main clause, not something said."""
    verb = clause_verb(trigger)
    if verb is None or trigger.pos_ != "VERB" or verb.dep_ not in ("ROOT", "conj") or not is_narrative(trigger):
        return False
    return not any(_is_verb(token) and token.lemma_.lower() in SPEECH for token in [verb, *verb.ancestors])


def _is_quoted(before: str) -> bool:
    """Whether a place in a paragraph lies inside a quotation, by the marks before it."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _continues(sentence: Span, earlier: Span) -> bool:
    """Whether a sentence goes on with an earlier one: by pronoun, by "also" or "then", or by what it speaks of."""
    subject = next((token for token in sentence if token.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in _PRONOUNS:
        return True
    if any(token.lower_ in ("also", "then", "later", "afterwards") for token in sentence):
        return True
    return len(_nouns(sentence) & _nouns(earlier)) >= 2


def _nouns(sentence: Span) -> set[str]:
    return {token.lemma_ for token in sentence if token.pos_ in ("NOUN", "PROPN")}


def _in_main_clause(found: Told) -> bool:
    return found.verb is not None and found.verb.dep_ in ("ROOT", "ccomp", "conj")


def _carries_story(found: Told, bound: dt.date | None) -> bool:
    """Whether a time says when the story goes on: an exact day, not after publication, of a main clause."""
    value, precision = as_date(found.time.value)
    past = value is not None and (bound is None or value <= bound.isoformat())
    return precision == "day" and past and not found.bound and found.verb is not None


def is_narrative(trigger: Token) -> bool:
    """Whether an act is told as the next step of a story: plain past."""
    verb = clause_verb(trigger)
    while verb is not None and verb.dep_ in ("ccomp", "xcomp") and _shares_speech(verb):
        verb = clause_verb(verb.head)
    if verb is None:
        return False
    words = helpers(verb)
    if words & {"has", "have", "had", "'ve", "’ve"}:
        return False
    if any(child.lower_ in _WORDS_FOR_TIMES for child in verb.children):
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"):
        return is_narrative(verb.head)
    return verb.tag_ == "VBD" or bool(words & {"was", "were", "did"})


def paragraph_start(text: str, offset: int) -> int:
    """Where the paragraph of an offset begins."""
    at = text.rfind("\n\n", 0, offset)
    return at + 2 if at >= 0 else 0
