"""Who held which office: rows of `office_holders.csv`."""

from __future__ import annotations

import re
from pathlib import Path

from tables import AUTHORS, FOLDED, OWN, Row, fold, key, read

HEADS = re.compile(
    r"^(president|prime minister|premier|chancellor|supreme leader|king|queen|emir|sultan|monarch|emperor|"
    r"taoiseach|federal chancellor|head of state|head of government|chief executive|"
    r"chairman of the state|pope)\b"
    r"(?! of the (senate|national assembly|chamber|federal council|national council|parliament|supreme court|"
    r"court|central bank|house|riigikogu|legislative|bundes|constitutional|central electoral|queen))",
    re.I,
)
SENIOR = re.compile(
    r"foreign|defen[cs]e|interior|internal affairs|speaker|vice.president|deputy prime|home|"
    r"general staff|chief of staff|secretary of state|treasury|security",
    re.I,
)
LESSER = re.compile(r"ambassador|permanent rep|governor|mayor|province|director|high commissioner", re.I)
LAW = re.compile(
    r"speaker|president of the (senate|national assembly|chamber|parliament|house|"
    r"national council|legislative)|majority leader|minority leader|senator|marshal of the s|whip",
    re.I,
)
COURT = re.compile(r"chief justice|\bjudge\b|justice of the|supreme court|prosecutor|solicitor general", re.I)
ARMS = re.compile(
    r"chief of (the )?(general|defen|army|naval|air|staff of the)|chiefs of staff|"
    r"general staff|commander|chief of the (navy|army|air|defence force|armed)",
    re.I,
)
POLICE = re.compile(r"(?<!minister of )(?<!minister for )\bpolice\b", re.I)
SPIES = re.compile(r"^(director|chief|head|president).*(intelligence|secret service)", re.I)


def office_sectors(office: str) -> str:
    """Sector of an office, by its title."""
    if re.search(r"\bminister|ministry", office, re.I):
        return "GOV"
    for pattern, sector in ((LAW, "LEG"), (COURT, "JUD"), (POLICE, "COP"), (SPIES, "SPY"), (ARMS, "MIL")):
        if pattern.search(office):
            return sector
    return "GOV"


def rank_of(office: str) -> str:
    """1 heads of state and government, 2 the offices most in the news, 3 others, 4 envoys and governors."""
    if HEADS.search(office) and "province" not in office.lower():
        return "1"
    if LESSER.search(office):
        return "4"
    return "2" if SENIOR.search(office) else "3"


def holders(facts: Path, territories: set[str]) -> list[Row]:
    """Who held which office from when to when. Ours win; the leader list fills what is older or missing."""
    rows = []
    for row in read(OWN / "people.csv"):
        rows.append({**row, "rank": rank_of(row["office"]) if row["office"] else "2", "source": AUTHORS})
    seen = {(fold(row["person"]), row["country"], fold(row["office"])) for row in rows}
    for fact in read(facts / "office_holders.csv"):
        office, minor = fact["position"], fact["country_iso3"] in territories
        same = (fold(fact["person"]), fact["country_iso3"], fold(office))
        long_over = fact["end"] and fact["end"] < "2005"
        if same in seen or long_over or re.search(r"advisor|first lady", office, re.I):
            continue
        if fact["person"] == "Elizabeth II" or len(fact["person"]) < 4:
            continue
        rows.append(
            {
                "person": fact["person"],
                "country": FOLDED.get(fact["country_iso3"], fact["country_iso3"]),
                "office": office[:1].upper() + office[1:],
                "sectors": office_sectors(office),
                "rank": max(rank_of(office), "3" if minor else "1"),
                "start": fact["start"],
                "end": fact["end"],
                "as_of": "" if fact["end"] else fact["as_of"],
                "wikidata_id": fact["person_qid"],
                "source": "Wikidata (CC0)",
            }
        )
    rows = [{**row, "key": key(row["person"])} for row in rows + leaders(facts, rows, territories)]
    return sorted(rows, key=lambda r: (r["country"], r["person"], r["start"]))


def leaders(facts: Path, known: list[Row], territories: set[str]) -> list[Row]:
    """Leaders since 1945 whom the other lists lack, from the sources that state a start."""
    have = {(row["country"], fold(row["person"]).split()[-1]) for row in known if row["rank"] == "1"}
    rows: dict[tuple[str, str], Row] = {}
    for fact in read(facts / "leaders.csv"):
        surname = fold(fact["surname"] or fact["leader"]).split()[-1:] or [""]
        same = (fact["country_iso3"], surname[0])
        if same in have or fact["role"].startswith(("other", "deputy")):
            continue
        crown = re.search(r"elizabeth ii|charles iii", fact["leader"], re.I)
        if crown or fact["country_iso3"] in territories:
            continue  # the head of the state that holds the territory, or of sixteen realms
        if len(surname[0]) < 3 or " " not in fact["leader"]:
            continue
        if fact["source"].startswith("every-politician"):
            continue
        old = rows.get(same)
        if old and (len(old["person"].split()) >= len(fact["leader"].split()) or not fact["start"]):
            old["end"] = max(old["end"], fact["end"]) if old["end"] and fact["end"] else old["end"]
            continue
        rows[same] = {
            "person": fact["leader"],
            "aliases": fact["alias"],
            "country": fact["country_iso3"],
            "office": fact["title"] or "Leader",
            "sectors": "GOV",
            "rank": "1",
            "start": fact["start"],
            "end": fact["end"],
            "as_of": "" if fact["end"] else fact["as_of"],
            "wikidata_id": fact["wikidata_id"],
            "source": fact["source"],
        }
    return list(rows.values())
