"""Which of the times told belongs to an act: first its own words, then its clause, then the story so far."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Doc, Span, Token

from bede.article import Article
from bede.records import When
from bede.times import calendar
from bede.times.clauses import (
    SPEECH,
    Told,
    clause_verb,
    helpers,
    is_verb,
    own_time,
    shares_speech,
    told_in,
)
from bede.times.mention import TimeMention

# Adverbs that put an act before the story, or make it a habit.
_BACKGROUND = frozenset(
    ("previously", "recently", "earlier", "formerly", "once", "already", "repeatedly", "ever", "since")
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "this", "that", "these", "those"))


def date_event(doc: Doc, trigger: Token, times: list[TimeMention], article: Article) -> When:
    """The day (or month, or year) on which the act at `trigger` took place; value None where untold.

    doc, times: the parsed article and read_times(doc, article.date). trigger: a verb or an event noun.
    Weeks and weekends are given as their month, seasons, quarters and halves as their year, and a range as
    the month (or year) that holds it, so that no day is invented. Decades, durations and sets date nothing.
    `not_after` is the publication date, a bound and no date of the act.
    """
    found, source = _date_of(doc, trigger, times, article)
    if found is None:
        return When(value=None, precision=None, span=None, basis=None, not_after=article.date)
    value, precision = calendar.as_date(found.time.value)
    return When(
        value=value,
        precision=precision,
        span=found.time.span,
        basis=source + found.time.basis,
        not_after=article.date,
    )


def _date_of(doc: Doc, trigger: Token, times: list[TimeMention], article: Article) -> tuple[Told | None, str]:
    """The time of an act, with what the basis says of where it was found."""
    text, sentence = article.text, trigger.sent
    here = told_in(doc, sentence, times)
    found = own_time(trigger, here) or _fronted(trigger, here)
    if found is None and trigger.idx < doc.user_data.get("title_end", 0):
        return _of_lede(doc, trigger, times), "the lede: "
    if found is not None or _is_vague(doc, trigger, times):
        return found, ""
    if here and _is_quoted(text[paragraph_start(text, sentence.start_char) : trigger.idx]):
        found = own_time(sentence.root, here)
        if found is not None:
            return found, "the words quoted: "
    return _of_story(doc, text, trigger, times, article.date), "the story so far: "


def _is_vague(doc: Doc, trigger: Token, times: list[TimeMention]) -> bool:
    """Whether the clause of an act says "recently", "in the future", so that no other time is its date."""
    verb, sentence = clause_verb(trigger), trigger.sent
    for time in times:
        if time.value.endswith("_REF") and sentence.start_char <= time.span.start < sentence.end_char:
            span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if span is not None and verb is not None and clause_verb(span.root) == verb:
                return True
    return False


def _fronted(trigger: Token, here: list[Told]) -> Told | None:
    """The time that opens the sentence ("On Monday, ..."), for another of its main clauses."""
    verb = clause_verb(trigger)
    start = trigger.sent.start_char
    if verb is None or verb.dep_ not in ("ROOT", "conj", "ccomp") or not is_narrative(trigger):
        return None
    if any(is_verb(token) and token.lemma_.lower() in SPEECH for token in verb.ancestors):
        return None
    return next((found for found in here if found.time.span.start - start < 4 and not found.bound), None)


def _of_lede(doc: Doc, trigger: Token, times: list[TimeMention]) -> Told | None:
    """For an act in the headline: the time of the same word in the first sentences, else the lede's own."""
    end = doc.user_data.get("title_end", 0)
    body = [sentence for sentence in doc.sents if sentence.start_char >= end and sentence.text.strip()][:3]
    for sentence in body:
        here = told_in(doc, sentence, times)
        for token in sentence:
            if here and token.lemma_.lower() == trigger.lemma_.lower():
                found = own_time(token, here)
                if found:
                    return found
    for sentence in body[:2]:
        here = told_in(doc, sentence, times)
        if here:
            return own_time(sentence.root, here)
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
    single = len({calendar.as_date(found.time.value) for found in story}) == 1
    return story[0] if single and story[0].time.span.start < start else None


def _story_days(
    doc: Doc, start: int, end: int, times: list[TimeMention], bound: dt.date | None
) -> list[Told]:
    """The days told between two offsets that can carry the story."""
    part = doc.char_span(start, end, alignment_mode="contract")
    return [found for found in told_in(doc, part, times) if _carries_story(found, bound)] if part else []


def _is_step(trigger: Token) -> bool:
    """Whether an act is a deed told by a main clause, not something said."""
    verb = clause_verb(trigger)
    if (
        verb is None
        or trigger.pos_ != "VERB"
        or verb.dep_ not in ("ROOT", "conj")
        or not is_narrative(trigger)
    ):
        return False
    return not any(is_verb(token) and token.lemma_.lower() in SPEECH for token in [verb, *verb.ancestors])


def _is_quoted(before: str) -> bool:
    """Whether a place in a paragraph lies inside a quotation, by the marks before it."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _continues(sentence: Span, earlier: Span) -> bool:
    """Whether a sentence goes on with an earlier one: by pronoun, "also", "then" or its nouns."""
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
    value, precision = calendar.as_date(found.time.value)
    past = value is not None and (bound is None or value <= bound.isoformat())
    return precision == "day" and past and not found.bound and found.verb is not None


def is_narrative(trigger: Token) -> bool:
    """Whether an act is told as the next step of a story: plain past."""
    verb = clause_verb(trigger)
    while verb is not None and verb.dep_ in ("ccomp", "xcomp") and shares_speech(verb):
        verb = clause_verb(verb.head)
    if verb is None:
        return False
    words = helpers(verb)
    if words & {"has", "have", "had", "'ve", "’ve"}:
        return False
    if any(child.lower_ in _BACKGROUND for child in verb.children):
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"):
        return is_narrative(verb.head)
    return verb.tag_ == "VBD" or bool(words & {"was", "were", "did"})


def paragraph_start(text: str, offset: int) -> int:
    """Where the paragraph of an offset begins."""
    at = text.rfind("\n\n", 0, offset)
    return at + 2 if at >= 0 else 0
