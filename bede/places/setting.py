"""Where a story is set: the place its title and first sentences tell, for acts told without one."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from bede.article import Article
from bede.places.phrases import Phrase, phrases_of, rank
from bede.records import Where

_LEDE = 3  # sentences of the body that set the scene
_SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "poss"})


def setting(doc: Doc, places: list[Where], article: Article) -> Where | None:
    """The place named as a place in title and lede, the one with most support; None where they name none."""
    scores: dict[tuple[str | None, str | None], float] = defaultdict(float)
    first: dict[tuple[str | None, str | None], Where] = {}
    for number, sentence in enumerate(_opening(doc, article)):
        for phrase in phrases_of(doc, sentence, places):
            if phrase.where.country is None or in_dateline(phrase.where, article):
                continue
            key = (phrase.where.country, phrase.where.name)
            scores[key] += _weight(phrase) / (1 + 0.3 * number)
            first.setdefault(key, phrase.where)
    if not scores:
        return None
    countries: dict[str | None, float] = defaultdict(float)
    for (country, _), score in scores.items():
        countries[country] += score
    for where in places:
        if where.country in countries:
            countries[where.country] += 0.3
    best = max(countries, key=lambda country: countries[country])
    inside = [key for key in scores if key[0] == best]
    return first[max(inside, key=lambda key: scores[key] + 0.3 * rank(first[key]))]


def in_dateline(where: Where, article: Article) -> bool:
    """Whether a mention is the dateline's own place."""
    return where.span is not None and article.in_dateline(where.span.start)


def _opening(doc: Doc, article: Article) -> list[Span]:
    """The title's sentences and the first of the body that have a verb."""
    title = len(article.title)
    opening: list[Span] = []
    body = 0
    for sentence in doc.sents:
        if sentence.start_char >= title:
            if not any(token.pos_ in ("VERB", "AUX") for token in sentence):
                continue  # a date line or a caption
            body += 1
            if body > _LEDE:
                break
        opening.append(sentence)
    return opening


def _weight(phrase: Phrase) -> float:
    """How much a mention says that the story is set there."""
    if phrase.sits:
        return 3.0
    if phrase.head.dep_ in _SIDES and phrase.where.feature == "country":
        return 0.8
    return 1.0
