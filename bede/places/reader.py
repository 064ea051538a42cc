"""The toponyms of an article, in text order, each resolved to a place."""

from __future__ import annotations

from spacy.tokens import Doc

from bede.article import Article
from bede.places.gazetteer import Gazetteer
from bede.places.mentions import MentionFinder
from bede.places.resolve import Resolved, Resolver
from bede.places.words import SAYING
from bede.records import Span, Where


class PlaceReader:
    """Reads places. `gazetteer` defaults to the one that comes with Bede."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()

    def read(self, doc: Doc, article: Article, outlet_country: str | None = None) -> list[Where]:
        """Every name of a place in the article, in text order, with its span and what it means.

        `doc.text` must be `article.text`. `outlet_country` (ISO alpha-3) is a weak hint where known; no
        country is assumed without one. A name the gazetteer lacks has a span and a name but no country.
        A seat of government that speaks ("Washington said") is a government and left out.
        """
        mentions = MentionFinder(doc, self.gazetteer).find()
        resolved = Resolver(doc, article, self.gazetteer, outlet_country).resolve(mentions)
        return [_where(doc, result) for result in resolved if not _is_government(doc, result)]


def _is_government(doc: Doc, result: Resolved) -> bool:
    """A capital or seat of power as the subject of a verb of saying or deciding."""
    if result.place is None or result.place.feature not in ("capital", "building"):
        return False
    head = doc[result.mention.first : result.mention.last].root
    return head.dep_ in ("nsubj", "agent") and head.head.lemma_ in SAYING


def _where(doc: Doc, result: Resolved) -> Where:
    words = doc[result.mention.first : result.mention.last]
    span = Span(words.start_char, words.end_char)
    place = result.place
    if place is None:
        return Where(
            span=span,
            name=words.text,
            country=None,
            feature=None,
            confidence=result.confidence,
            basis=result.basis,
        )
    return Where(
        span=span,
        name=place.name,
        country=place.country or None,
        admin1=place.admin1 or None,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        feature=place.feature,
        confidence=result.confidence,
        basis=result.basis,
    )
