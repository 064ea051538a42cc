"""Which place a name means: fame, what is named beside it, and what else the article names."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc

from bede.article import Article
from bede.places.gazetteer import Gazetteer, Place
from bede.places.keys import place_key
from bede.places.mentions import Mention
from bede.places.words import KINDS, NARROWING

# Scores are in powers of ten of inhabitants: a hint of 1 outweighs a rival ten times as large.
FEATURE_BONUS = {"country": 3.0, "capital": 1.0, "continent": 9.0}
SHARED_NAME = 1.8  # a country whose name a large division bears too: Georgia
FEATURE_SIZE = {
    "region": 6.0, "sea": 6.5, "ocean": 7.0, "strait": 6.0, "gulf": 6.0, "island": 4.8, "islands": 5.0,
    "mountains": 5.0, "building": 5.0, "camp": 5.0, "crossing": 5.0, "admin1": 5.0, "admin2": 4.7,
    "peninsula": 5.5, "desert": 5.0, "country": 4.0,
}  # fmt: skip
PLAIN_SIZE = 3.5
WIDE = frozenset({"country", "continent", "sea", "ocean", "region"})
OTHER_NAME = -0.6  # found under an alternate name
RIVAL_CITY = -1.0  # a division whose name a large city of its country bears too: the city is meant
INSIDE, OUTSIDE = 6.0, -3.0  # a container named beside it holds the place, or does not
FAMOUS = 2.5  # so much better known a bearer is not given up for a country beside it, only for a division
KIND_RIGHT, KIND_WRONG = 3.0, -1.5
COUNTRY_SHARE, ADMIN_SHARE, NEAR, OUTLET = 3.0, 2.5, 1.0, 0.7
NEAR_KM = 150.0
_BESIDE = re.compile(
    r"^,? ?(?:\(|(?:in|of) )?(?:the )?(?:(?:north|south|east|west|central|north-?east|north-?west|"
    r"south-?east|south-?west)(?:ern)? )?(?:(?:state|province|governorate|region|county|island) of )?$"
)
_OWNED = re.compile(
    r"^(?:'s|’s|'|’)? (?:(?:northern|southern|eastern|western|central|restive|second|largest|capital|main) )*"
    r"(?:(?:city|town|village|province|capital|state)(?: of)?,? )?$"
)
_ABBREVIATED = re.compile(r"^,? \(?([A-Z][A-Za-z]{0,4}\.?(?: ?[A-Z][a-z]*\.)?)")


# How much is said for each country ("IRQ") or division ("IRQ.Al Anbar").
Weights = defaultdict[str, float]


def _weights() -> Weights:
    return defaultdict(float)


@dataclass(slots=True)
class Resolved:
    """A mention with the place it means; None where the gazetteer knows no bearer of the name."""

    mention: Mention
    place: Place | None
    confidence: float
    basis: str


@dataclass(slots=True)
class _Name:
    """All mentions of one name in an article: they mean one place unless a container says otherwise."""

    mention: Mention
    scores: list[float]
    hinted: bool = False
    containers: list[str] = field(default_factory=list)


class Resolver:
    """Resolves the mentions of one article together."""

    def __init__(self, doc: Doc, article: Article, gazetteer: Gazetteer, outlet_country: str | None) -> None:
        self.doc = doc
        self.text = article.text
        self.article = article
        self.gazetteer = gazetteer
        self.outlet_country = outlet_country

    def resolve(self, mentions: list[Mention]) -> list[Resolved]:
        """One result for each mention, in the same order."""
        names: dict[str, _Name] = {}
        for mention in mentions:
            name = names.setdefault(place_key(mention.name), _Name(mention, _priors(mention.places)))
            self._kinds(mention, name)
        for i, mention in enumerate(mentions):
            self._containers(mentions, i, names[place_key(mention.name)])
        countries, divisions = self._context(names)
        for key, name in names.items():
            self._apply_context(key, name, countries, divisions)
        self._apply_nearness(names)
        return [self._result(mention, names[place_key(mention.name)]) for mention in mentions]

    def _kinds(self, mention: Mention, name: _Name) -> None:
        """A kind named beside the name ("Anbar province", "the city of") favours places of that kind."""
        if not mention.kind or not any(place.feature in mention.kind for place in mention.places):
            return
        for n, place in enumerate(mention.places):
            name.scores[n] += KIND_RIGHT if place.feature in mention.kind else KIND_WRONG

    def _containers(self, mentions: list[Mention], i: int, name: _Name) -> None:
        """What is named beside it as holding it: "Paris, Texas", "Iraq's Mosul", "the Iraqi city of"."""
        mention, text = mentions[i], self.text
        start = self.doc[mention.first].idx
        end = self.doc[mention.last - 1].idx + len(self.doc[mention.last - 1])
        holders: list[tuple[str, str]] = []
        alone = _is_country(mention)
        if i + 1 < len(mentions):
            after = mentions[i + 1]
            beside = _BESIDE.match(self._between(end, self.doc[after.first].idx))
            if beside and place_key(after.name) != place_key(mention.name):
                holders += _as_holder(after.places, divisions_only=alone)
        if i > 0 and not alone:
            before = mentions[i - 1]
            stop = self.doc[before.last - 1].idx + len(self.doc[before.last - 1])
            owned = _OWNED.match(self._between(stop, start))
            if owned and place_key(before.name) != place_key(mention.name):
                holders += _as_holder(before.places)
        written = _ABBREVIATED.match(text[end : end + 12])
        if written and text[end : end + 1] == ",":
            short = written.group(1)
            known = self.gazetteer.abbreviations
            state = known.get(short) or known.get(short.split(" ")[0])
            if state:
                holders += _as_holder(self.gazetteer.lookup(state))
        if not alone:
            holders += self._demonym(mention)
        if holders:
            _hold(name, holders)

    def _between(self, start: int, end: int) -> str:
        """The text between two offsets, empty when they are too far apart to belong together."""
        return self.text[start:end] if 0 < end - start < 40 else "\n"

    def _demonym(self, mention: Mention) -> list[tuple[str, str]]:
        """The country of an adjective before it: "the Iraqi city of Mosul", "Syrian capital Damascus"."""
        i = mention.first - 1
        while i >= 0 and mention.first - i < 5:
            token = self.doc[i]
            country = self.gazetteer.demonyms.get(place_key(token.text)) if token.text[0].isupper() else None
            if country:
                return [(country, "")]
            if token.lower_ not in KINDS and token.lower_ not in NARROWING and token.lower_ != "of":
                return []
            i -= 1
        return []

    def _context(self, names: dict[str, _Name]) -> tuple[dict[str, Weights], dict[str, Weights]]:
        """How much each name speaks for each country, and for each division."""
        countries: dict[str, Weights] = {}
        divisions: dict[str, Weights] = {}
        for key, name in names.items():
            for place, share in zip(name.mention.places, _shares(name.scores), strict=True):
                if share > 0.02 and place.country:
                    countries.setdefault(key, _weights())[place.country] += share
                    if place.admin1:
                        divisions.setdefault(key, _weights())[f"{place.country}.{place.admin1}"] += share
        adjectives: set[str] = set()
        for ent in self.doc.ents:
            if ent.label_ == "NORP":
                country = self.gazetteer.demonyms.get(place_key(ent.text))
                if country:
                    adjectives.add(country)
        for country in adjectives:
            countries.setdefault("\nadjectives", _weights())[country] = 0.7
        line = self.article.dateline
        if line and line.place:
            places = self.gazetteer.lookup(line.place.split(",")[0])
            for place, share in zip(places, _shares(_priors(places)), strict=True):
                if place.country:
                    countries.setdefault("\ndateline", _weights())[place.country] += share
        return countries, divisions

    def _apply_context(
        self, key: str, name: _Name, countries: dict[str, Weights], divisions: dict[str, Weights]
    ) -> None:
        """Add what the other names of the article say for each bearer."""
        others, spots = _sum_without(countries, key), _sum_without(divisions, key)
        total, total_spots = sum(others.values()) + 1.0, sum(spots.values()) + 1.0
        for n, place in enumerate(name.mention.places):
            if place.feature in ("continent", "ocean"):
                continue
            name.scores[n] += COUNTRY_SHARE * others[place.country] / total
            name.scores[n] += ADMIN_SHARE * spots[f"{place.country}.{place.admin1}"] / total_spots
            if self.outlet_country and place.country == self.outlet_country:
                name.scores[n] += OUTLET

    def _apply_nearness(self, names: dict[str, _Name]) -> None:
        """Places named together are often near each other."""
        sure: list[tuple[str, Place]] = []
        for key, name in names.items():
            shares = _shares(name.scores)
            if shares and max(shares) > 0.8:
                best = name.mention.places[shares.index(max(shares))]
                if best.feature not in WIDE and best.lat is not None:
                    sure.append((key, best))
        for key, name in names.items():
            if len(name.mention.places) < 2:
                continue
            for n, place in enumerate(name.mention.places):
                if any(other != key and kilometres(place, spot) < NEAR_KM for other, spot in sure):
                    name.scores[n] += NEAR

    def _result(self, mention: Mention, name: _Name) -> Resolved:
        if not name.mention.places:
            return Resolved(mention, None, 0.4, "not in the gazetteer")
        shares = _shares(name.scores)
        best = shares.index(max(shares))
        if len(shares) == 1:
            basis = "only bearer of the name"
        elif name.hinted:
            basis = "named beside it"
        else:
            basis = "best known bearer in this context"
        return Resolved(mention, name.mention.places[best], round(0.95 * shares[best], 3), basis)


def _is_country(mention: Mention) -> bool:
    """Whether a country bears the name: then only a division ("Lebanon, Ohio") says otherwise."""
    return any(place.feature == "country" for place in mention.places)


def _as_holder(places: tuple[Place, ...], divisions_only: bool = False) -> list[tuple[str, str]]:
    """(country, division) pairs that a name beside may stand for; division empty for countries."""
    if divisions_only:
        return [(p.country, p.admin1) for p in places if p.feature == "admin1"]
    found = [(p.country, p.admin1) for p in places if p.feature in ("country", "admin1")]
    if not found:
        big = [p for p in places if p.population >= 100_000][:1]
        found = [(p.country, p.admin1) for p in big]
    return found


def _hold(name: _Name, holders: list[tuple[str, str]]) -> None:
    """Favour the bearers that lie in one of `holders`, once for each name."""
    if name.hinted:
        return
    inside = [
        any(
            p.country == country and (not division or (division == p.admin1 and p.feature != "admin1"))
            for country, division in holders
        )
        and p.feature != "country"
        for p in name.mention.places
    ]
    if not any(inside):
        return
    gap = max(name.scores) - max(score for score, fits in zip(name.scores, inside, strict=True) if fits)
    if gap <= FAMOUS or all(division for _, division in holders):
        name.hinted = True
        for n, fits in enumerate(inside):
            name.scores[n] += INSIDE if fits else OUTSIDE


def _priors(places: tuple[Place, ...]) -> list[float]:
    """How well known each bearer of a name is, before the article is looked at."""
    big = {p.country for p in places if p.feature in ("city", "capital") and p.population >= 100_000}
    divided = any(p.feature == "admin1" and p.population >= 1_000_000 for p in places)
    scores = []
    for place in places:
        size = math.log10(place.population + 1) if place.population else 0.0
        score = max(size, FEATURE_SIZE.get(place.feature, PLAIN_SIZE if not size else 0.0))
        bonus = FEATURE_BONUS.get(place.feature, 0.0)
        if place.feature == "country" and divided:
            bonus = SHARED_NAME
        score += bonus + (OTHER_NAME if place.by_alternate else 0.0)
        if place.feature == "admin1" and place.country in big:
            score += RIVAL_CITY
        scores.append(score)
    return scores


def _shares(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(2.0 * (score - top)) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _sum_without(counts: dict[str, Weights], key: str) -> Weights:
    """The sum of all weights but those of `key`."""
    total = _weights()
    for other, weights in counts.items():
        if other != key:
            for code, weight in weights.items():
                total[code] += weight
    return total


def kilometres(a: Place, b: Place) -> float:
    """Distance over the globe in km; infinite where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return distance(a.lat, a.lon, b.lat, b.lon)


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km between two points in degrees (haversine, mean radius 6371 km)."""
    north, east = math.radians(lat2 - lat1), math.radians(lon2 - lon1)
    arc = math.sin(north / 2) ** 2
    arc += math.cos(math.radians(lat1)) * math.cos(math.radians(lat2)) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(arc)))
