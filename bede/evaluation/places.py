"""How well places are read: toponym corpora in the LGL layout (TR-News and GeoWebNews share it) and GeoVirus.

A toponym is found when a mention overlaps it (each counts once); "exact" asks for the same span. Places are
scored on the toponyms found: within 161 km (100 miles, as the field does since Leidner 2007) of the gold
coordinates, and with the same GeoNames id where the gold has one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bede.article import Article
from bede.errors import BedeError
from bede.parsing import Parser
from bede.places import PlaceReader
from bede.places.resolve import distance
from bede.records import Where

NEAR_KM = 161.0
Measure = tuple[str, float, int]


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A marked toponym: 0-based span, and what it means where the annotators could tell."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geonames_id: int | None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with the toponyms marked in it."""

    text: str
    toponyms: tuple[GoldToponym, ...]


@dataclass(slots=True)
class _Counts:
    """Sums over a corpus."""

    marked: int = 0
    found: int = 0
    hits: int = 0
    exact: int = 0
    located: int = 0  # hits whose gold has coordinates
    all_located: int = 0  # toponyms whose gold has coordinates, hit or not
    near: int = 0
    with_id: int = 0
    same_id: int = 0


def evaluate_places(
    path: Path, parser: Parser | None = None, reader: PlaceReader | None = None
) -> list[Measure]:
    """(measure, value, number of gold toponyms it rests on) for a corpus file.

    Raises BedeError where the file is not XML in one of the two layouts.
    """
    parser, reader = parser or Parser(), reader or PlaceReader()
    texts = list(read_toponyms(path))
    counts = _Counts()
    articles = [Article(title="", body=item.text) for item in texts]
    for item, (article, doc) in zip(texts, parser.parse_many(articles), strict=True):
        _count(item, reader.read(doc, article), counts)
    c = counts
    return [
        ("toponym precision", _ratio(c.hits, c.found), c.found),
        ("toponym recall", _ratio(c.hits, c.marked), c.marked),
        ("toponym F1", _ratio(2 * c.hits, c.found + c.marked), c.marked),
        ("toponym F1, exact spans", _ratio(2 * c.exact, c.found + c.marked), c.marked),
        ("within 161 km, of those found", _ratio(c.near, c.located), c.located),
        ("within 161 km, of all", _ratio(c.near, c.all_located), c.all_located),
        ("exact GeoNames id, of those found", _ratio(c.same_id, c.with_id), c.with_id),
    ]


def _count(item: PlacedText, places: list[Where], counts: _Counts) -> None:
    """Add one text."""
    counts.marked += len(item.toponyms)
    counts.all_located += sum(gold.lat is not None for gold in item.toponyms)
    counts.found += len(places)
    for gold, place in match_toponyms(item.toponyms, places):
        counts.hits += 1
        counts.exact += place.span == (gold.start, gold.end)
        if gold.lat is not None and gold.lon is not None:
            counts.located += 1
            if place.lat is not None and place.lon is not None:
                counts.near += distance(gold.lat, gold.lon, place.lat, place.lon) <= NEAR_KM
        if gold.geonames_id is not None:
            counts.with_id += 1
            counts.same_id += place.geonames_id == gold.geonames_id


def match_toponyms(toponyms: tuple[GoldToponym, ...], places: list[Where]) -> list[tuple[GoldToponym, Where]]:
    """Each toponym with the first overlapping mention that no other has taken."""
    pairs: list[tuple[GoldToponym, Where]] = []
    free = [place for place in places if place.span is not None]
    for gold in sorted(toponyms, key=lambda toponym: toponym.start):
        for place in free:
            if place.span and place.span.start < gold.end and gold.start < place.span.end:
                pairs.append((gold, place))
                free.remove(place)
                break
    return pairs


def read_toponyms(path: Path) -> Iterator[PlacedText]:
    """The texts of a corpus file. LGL counts offsets from 0, GeoVirus from 1."""
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise BedeError(f"{path} is not XML ({error.msg}). Give an LGL or GeoVirus file.") from error
    articles = root.findall("article")
    if not articles:
        raise BedeError(f"{path} holds no <article>. Give a file in the LGL or GeoVirus layout.")
    for article in articles:
        text = article.findtext("text") or ""
        lgl = [_lgl(node) for node in article.iterfind("toponyms/toponym")]
        geovirus = [_geovirus(node) for node in article.iterfind("locations/location")]
        yield PlacedText(text, tuple(lgl + geovirus))


def _lgl(node: etree._Element) -> GoldToponym:
    """<toponym><start/><end/><phrase/><gaztag geonameid=""><lat/><lon/>; or lat and lon beside it."""
    tag = node.find("gaztag")
    ident = tag.get("geonameid") if tag is not None else node.findtext("geonamesID")
    return GoldToponym(
        _whole(node.findtext("start")),
        _whole(node.findtext("end")),
        _decimal((tag if tag is not None else node).findtext("lat")),
        _decimal((tag if tag is not None else node).findtext("lon")),
        int(ident) if ident and ident.isdigit() else None,
    )


def _geovirus(node: etree._Element) -> GoldToponym:
    """<location><name/><start/><end/><lat/><lon/>, counted from 1."""
    return GoldToponym(
        _whole(node.findtext("start")) - 1,
        _whole(node.findtext("end")) - 1,
        _decimal(node.findtext("lat")),
        _decimal(node.findtext("lon")),
        None,
    )


def _whole(text: str | None) -> int:
    """An offset; -1 where it is missing, which matches nothing."""
    return int(text) if text and text.strip().isdigit() else -1


def _decimal(text: str | None) -> float | None:
    """A coordinate; None where it is missing or no number."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
