"""Mending by rule: credits of real agencies, sectors of international bodies, days of announcements."""

from __future__ import annotations

import re

from bede.knowledge.tables import cell, columns
from training.edits import Edit
from training.records import Event, Passage, Side

# How copy calls an agency without its name. Others of the table become "a news agency".
_GENERIC = {
    "Reuters": "a news agency",
    "Associated Press": "a news agency",
    "Agence France-Presse": "a news agency",
    "UPI": "a news agency",
    "TASS": "the Russian state news agency",
    "RIA Novosti": "the Russian state news agency",
    "Interfax": "a Russian news agency",
    "Xinhua": "the Chinese state news agency",
    "Kyodo": "a Japanese news agency",
    "Yonhap": "a South Korean news agency",
    "KCNA": "the North Korean state news agency",
    "IRNA": "the Iranian state news agency",
    "SANA": "the Syrian state news agency",
    "MENA": "the Egyptian state news agency",
    "Anadolu Agency": "the Turkish state news agency",
    "ANSA": "an Italian news agency",
    "DPA": "a German news agency",
    "EFE": "a Spanish news agency",
}
# Short names that are words or other acronyms as well; they count only as a credit in brackets.
_DOUBTFUL = frozenset(
    """AA ABI ACP AGI AGN AIB AKI AKP ANI ANP APA APP APS ATA ATS AVN BNA BSS BTA CNA CNS CP CTK DHA DW ECNS
    ENA FNA Fars FENA GNA HINA IANS IHA INA IPS IRIN KNA KPL KUNA Kabar LANA Lusa MAP MENA MIA MNA MTI Mehr
    NAN NINA NNA NTB ONA PANA PAP PNA PTI Petra QNA RIA SABA SANA SDA SONNA SPA SPS SRNA STA STT SUNA
    Saba TAP TDH     TNA TNS TT Turan UNB UNI VNA WAL WAM AP Andina Antara Regnum Bloomberg
    Belga Sputnik Tasnim Khovar PA""".split()
)


def _agencies() -> dict[str, str]:
    """Every name of an agency with what stands for it; Dow Jones is more often the index."""
    found = {}
    for name, aliases in columns("agencies.csv", "name", "aliases"):
        for alias in (name, *cell(aliases)):
            found[alias] = _GENERIC.get(name, "a news agency")
    del found["Dow Jones"]
    return found | {
        "Itar-Tass": _GENERIC["TASS"],
        "Tass": _GENERIC["TASS"],
        "AFP": "a news agency",
        "Reuter": "a news agency",
    }


AGENCIES = _agencies()
_ANY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_SURE = "|".join(
    sorted((re.escape(name) for name in AGENCIES if name not in _DOUBTFUL), key=len, reverse=True)
)
_CREDIT = re.compile(rf"\s*\((?:{_ANY})\)|\b(?:{_SURE})/(?=[A-Z])")
_NAME_LAST = re.compile(rf"agency(?P<name>,? (?:the )?(?:{_ANY}))\b")
_NAME_FIRST = re.compile(
    rf"\b(?:the|official|state|state-run|private) (?P<name>(?:{_ANY}) (?:news )?)agency\b"
)
_NAME = re.compile(rf"\b(?:[Tt]he )?(?P<name>{_SURE})\b(?: news agency)?(?! industrial| index| average)")


def credit_edits(passage: Passage) -> list[Edit]:
    """What takes the names of real agencies out of a text: credits go, others become "a news agency"."""
    text = passage.text
    edits = [Edit(m.start(), m.end(), "") for m in _CREDIT.finditer(text)]
    edits += [Edit(*m.span("name"), "") for m in _NAME_LAST.finditer(text)]
    edits += [Edit(*m.span("name"), "news ") for m in _NAME_FIRST.finditer(text)]
    for match in _NAME.finditer(text):
        if any(edit.start < match.end() and match.start() < edit.end for edit in edits):
            continue
        words = AGENCIES[match.group("name")]
        opens = match.start() == 0 or re.search(r"[.!?][\"”]?\s+$|- $", text[: match.start()])
        edits.append(Edit(match.start(), match.end(), words[0].upper() + words[1:] if opens else words))
    return edits


_MILITARY = re.compile(
    r"\bNATO\b|\balliance\b|\bcoalition\b|peace-?keep|\btroops?\b|\bsoldiers?\b|\bblue helmets\b|\bforces?\b"
    r"|\bbattalion\b|\bwarships?\b|\bjets?\b|\bwarplanes?\b|\baircraft\b|\bISAF\b|\bECOMOG\b|\bAMISOM\b"
    r"|\bUNIFIL\b|\bMONUSCO\b|\bMINUSMA\b|\bmilitary\b|\bfrigates?\b|\bcommander\b",
    re.IGNORECASE,
)
_COURT = re.compile(r"\bcourt\b|\btribunal\b|\bjudges?\b|\bprosecutors?\b|\bICC\b|\bICJ\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\bworkers?\b|\bstaff\b|\bemployees?\b|\bdrivers?\b|\bguards?\b|\bpolice\b|\bdoctors?\b|\bnurses?\b|\bteachers?\b"
    r"|\blawmakers?\b|\bjournalists?\b|\bengineers?\b|\bvolunteers?\b|\bcivilians?\b|\brefugees?\b|\bexperts?\b",
    re.IGNORECASE,
)
_STATES = frozenset(["IGO", "UNO", "EUR"])


def sectors(side: Side) -> tuple[str, ...]:
    """The sectors of a side by the coding guide, section 3: those of a country's side stay as they are."""
    if side.country in _STATES:
        if _COURT.search(side.text) or "JUD" in side.sectors:
            return ("JUD",)
        if _MILITARY.search(side.text) or "MIL" in side.sectors:
            return ("MIL",)
        kept = tuple(s for s in side.sectors if s not in {"GOV", "UNK", "SOC"})
        return kept if kept and (_STAFF.search(side.text) or "COP" in kept) else ("GOV", *kept)
    if side.country == "NGO":
        return ("SOC", *(s for s in side.sectors if s not in {"SOC", "GOV", "UNK", "CVL"}))
    if side.country == "MNC":
        return ("BUS", *(s for s in side.sectors if s not in {"BUS", "UNK"}))
    if side.country == "IMG" and "REB" not in side.sectors:
        return ("REB",)
    return side.sectors


# Codes that writers use for what the table of countries has by another one; the Soviet Union is Russia.
_CODES = {"XKX": "KOS", "SUN": "RUS", "UNK": None, "ROM": "ROU", "ZAR": "COD"}


def _then(code: str | None, day: str) -> str | None:
    """Czechoslovakia until it parted at the end of 1992."""
    return "CSK" if code in {"CZE", "SVK"} and day < "1993" else code


UNKNOWN = {"UNK", "UAF"}


def country(code: str | None) -> str | None:
    """The code that the corpus uses for a country."""
    return _CODES.get(code, code) if code else None


def named(event: Event) -> Event:
    """The event without recipients that nobody names, and without a country for a doer that nobody knows.

    A meeting's sides are all actors (GUIDE.md, "Sides").
    """
    recipients = tuple(side for side in event.recipients if side.text)
    actors = tuple(
        side.model_copy(update={"country": None}) if not side.text and set(side.sectors) & UNKNOWN else side
        for side in event.actors
    )
    if event.type == "CONSULT":
        actors, recipients = (*actors, *(side for side in recipients if side not in actors)), ()
    return event.model_copy(update={"actors": actors, "recipients": recipients})


def mend_codes(passage: Passage) -> Passage:
    """The passage with countries of sides and places, and sectors of bodies, as the guide has them."""

    def sides(old: tuple[Side, ...]) -> tuple[Side, ...]:
        coded = [
            side.model_copy(update={"country": _then(country(side.country), passage.date)}) for side in old
        ]
        return tuple(side.model_copy(update={"sectors": sectors(side)}) for side in coded)

    def event(old: Event) -> Event:
        old = named(old)
        place = old.place and old.place.model_copy(update={"country": country(old.place.country)})
        update = {"actors": sides(old.actors), "recipients": sides(old.recipients), "place": place}
        return old.model_copy(update=update)

    return passage.model_copy(update={"events": tuple(map(event, passage.events))})


def announced(event: Event, published: str) -> bool:
    """Whether an actual event carries a day to come: that of what it announces, not its own."""
    value = event.date.value if event.date else None
    return event.factuality == "actual" and bool(value) and str(value) > published


def mend_dates(passage: Passage) -> Passage:
    """The passage without the days of announced acts; an announcement has the day on which it is made."""
    events = (
        event.model_copy(update={"date": None}) if announced(event, passage.date) else event
        for event in passage.events
    )
    return passage.model_copy(update={"events": tuple(events)})


def mend_labels(passage: Passage) -> Passage:
    """The passage with everything mended that needs no change of its text."""
    return mend_dates(mend_codes(passage))
