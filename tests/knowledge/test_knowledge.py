"""The shared tables: what names mean, who held which office, and a user's own rows."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from bede.knowledge import Knowledge, fold, keys, load, words

KNOWN = load()


def meaning(name: str) -> tuple[str, str]:
    found = KNOWN.names.meanings(name)
    return (found[0].name, found[0].country) if found else ("", "")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Iraq", "IRQ"), ("Iraqi", "IRQ"), ("Frenchmen", "FRA"), ("the United States", ""), ("U.S.", "USA"),
        ("DR Congo", "COD"), ("Korean", "KOR"), ("North Korean", "PRK"), ("Holland", "NLD"), ("Burma", "MMR"),
        ("Türkiye", "TUR"), ("Hongkongers", "HKG"), ("Côte d'Ivoire", "CIV"), ("Filipinos", "PHL"),
    ],
)  # fmt: skip
def test_country_names(name: str, country: str) -> None:
    assert meaning(name)[1] == country


@pytest.mark.parametrize("name", ["IS", "ISIS", "ISIL", "Daesh", "Da'esh", "DAESH", "Islamic State"])
def test_one_group_under_all_its_names(name: str) -> None:
    assert meaning(name) == ("Islamic State", "IMG")


@pytest.mark.parametrize("name", ["Hashd al-Shaabi", "Hashd al Shaabi", "PMF", "Popular Mobilization Units"])
def test_transliterations_of_the_popular_mobilization_forces(name: str) -> None:
    assert meaning(name) == ("Popular Mobilization Forces", "IRQ")


def test_acronyms_need_capitals() -> None:
    assert meaning("is") == ("", "")
    assert KNOWN.names.find(words("He told us that this is who they are")) == []


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("IRQ", "prime minister", "2020-01-05", "Adil Abdul-Mahdi"),
        ("IRQ", "premier", "2021-06-01", "Mustafa al-Kadhimi"),
        ("USA", "president", "2021-01-19", "Donald Trump"),
        ("USA", "president", "2021-01-20", "Joe Biden"),
        ("GBR", "prime minister", "2019-07-23", "Theresa May"),
        ("GBR", "prime minister", "2019-07-24", "Boris Johnson"),
        ("IRN", "foreign minister", "2020-01-05", "Mohammad Javad Zarif"),
        ("DEU", "chancellor", "2019-05-01", "Angela Merkel"),
        ("USA", "secretary of state", "2020-01-06", "Mike Pompeo"),
    ],
)
def test_who_held_the_office(country: str, office: str, day: str, person: str) -> None:
    holding = KNOWN.holders.in_office(country, office, day)
    assert holding is not None
    assert holding.person.name == person


def test_a_person_after_leaving_office() -> None:
    (trump,) = [p for p in KNOWN.holders.named(keys("Donald Trump")) if p.id == "Q22686"]
    there = KNOWN.holders.on(trump, "2020-06-01")
    after = KNOWN.holders.on(trump, "2022-06-01")
    assert there is not None and not there.left and there.post.office == "President"
    assert after is not None and after.left


def test_words_are_compared_without_accents_case_and_stops() -> None:
    assert fold("Erdoğan") == "erdogan"
    assert keys("Iraq's U.S.-led al-Shaabi") == ("iraq", "us", "led", "al", "shaabi")


@pytest.mark.parametrize(
    "table",
    [
        "countries.csv", "organisations.csv", "armed_groups.csv", "parties.csv", "roles.csv",
        "office_holders.csv",
        "subnational.csv", "given_names.csv",
    ],
)  # fmt: skip
def test_every_row_names_its_source(table: str) -> None:
    text = files("bede.data").joinpath(table).read_text(encoding="utf-8")
    assert len(text.encode()) < 5_000_000
    rows = list(csv.DictReader(text.splitlines()))
    assert rows
    assert all(row["source"] for row in rows)


def test_user_rows_win_and_bad_rows_are_named() -> None:
    own = Knowledge()
    messages = own.add(
        [
            {"name": "Hashd al-Shaabi", "country": "IRQ", "sectors": "MIL"},
            {"name": "Front of the Lakes", "country": "XQQ", "sectors": "REB"},
            {"name": "", "country": "IRQ", "sectors": "WRONG"},
            {"name": "Ada Example", "country": "IRQ", "office": "Mayor", "start": "2019-13-45x", "end": ""},
        ]
    )
    assert own.names.meanings("Hashd al-Shaabi")[0].sectors == ("MIL",)
    assert messages == [
        "row 2: unknown country code 'XQQ'",
        "row 3: no name",
        "row 3: unknown sector 'WRONG'",
        "row 4: start '2019-13-45x' is no ISO date",
    ]
