"""Compiles the table of news agencies: bede/data/agencies.csv.

    python knowledge/compile_agencies.py [FACTS_FOLDER]

FACTS_FOLDER (default ../shared/data/facts) holds outlets.csv. Taken are the names and other names of the
rows of kind "agency", save those whose only source is a list of web sites; added are names that agencies
print in datelines and that the list lacks.
"""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("name", "aliases", "country", "source")
OWN = "general knowledge"
WEB_LIST = "idiap"
# Names in the list that are papers, channels or descriptions, not names the agency prints.
NOT_NAMES = re.compile(
    r"\d|:|Control|Television|Radio|TV$|Channel|Havana|Orbe|CityLab|Economy|Dumka|Tin Tuc|Internet"
    r"|^Beta$|^Trend$"
)
MORE = (
    ("UrduPoint News", "UrduPoint", "PAK"),
    ("Pakistan Point News", "", "PAK"),
    ("Reuters", "Thomson Reuters|Reuters News", "GBR"),
    ("Agence France-Presse", "Agence France Presse", "FRA"),
    ("DPA", "dpa|German Press Agency", "DEU"),
    ("EFE", "ACAN-EFE", "ESP"),
    ("Mehr News Agency", "MNA", "IRN"),
    ("Fars News Agency", "FNA", "IRN"),
    ("Tasnim News Agency", "Tasnim News", "IRN"),
    ("Young Journalists Club", "YJC", "IRN"),
    ("Xinhua", "New China News Agency", "CHN"),
    ("RIA Novosti", "RIA News", "RUS"),
    ("New York Times News Service", "N.Y. Times News Service|NYT News Service", "USA"),
    ("Tribune News Service", "TNS", "USA"),
    ("Inter Press Service", "IPS", "ITA"),
    ("RFE/RL", "Radio Free Europe/Radio Liberty|RFERL", "USA"),
    ("Voice of America", "VOA|VOA News", "USA"),
    ("Deutsche Welle", "DW", "DEU"),
    ("The New Humanitarian", "IRIN", "CHE"),
)  # fmt: skip


@dataclass
class Agency:
    """A row of the table: names, the first of them the one it is known by."""

    country: str
    names: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def main(facts: Path) -> None:
    """Read outlets.csv from `facts` and write the table."""
    table: dict[str, Agency] = {}
    with (facts / "outlets.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            sources = [part.strip() for part in re.sub(r"\([^)]*\)", "", row["source"]).split(";")]
            if row["kind"] == "agency" and not all(part.startswith(WEB_LIST) for part in sources):
                kept = [part for part in sources if not part.startswith(WEB_LIST)]
                _add(table, row["name"], row["aliases"], row["country_iso3"], kept)
    for name, aliases, country in MORE:
        _add(table, name, aliases, country, [OWN])
    with (ROOT / "bede/data/agencies.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for agency in sorted(table.values(), key=lambda agency: agency.names[0].casefold()):
            name, *aliases = agency.names
            writer.writerow([name, "|".join(aliases), agency.country, "; ".join(agency.sources)])


def _add(table: dict[str, Agency], name: str, aliases: str, country: str, sources: list[str]) -> None:
    """Put one agency in the table; one that stands there under its name or another name is completed."""
    forms = [
        form for part in (name, *aliases.split("|")) for form in _forms(part) if not NOT_NAMES.search(form)
    ]
    if not forms:
        return
    same = (agency for agency in table.values() if agency.country == country and forms[0] in agency.names)
    agency = next(same, None) or table.setdefault(forms[0].casefold(), Agency(country))
    agency.names += [form for form in dict.fromkeys(forms) if form not in agency.names]
    agency.sources += [source for source in sources if source not in agency.sources]


def _forms(name: str) -> list[str]:
    """ "Press Trust (PT)" is two names; a bracketed country ("Saba (Houthi)") is none."""
    match = re.fullmatch(r"(.+?)\s*\((.+)\)", name.strip())
    if not match:
        return [name.strip()] if name.strip() else []
    return [match[1], match[2]] if match[2].isupper() else [match[1]]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/facts")
