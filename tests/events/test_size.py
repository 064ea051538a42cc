"""How many were killed, wounded, arrested, or marched."""

from __future__ import annotations

import pytest

from bede.events.size import parse_number
from bede.records import Size


@pytest.mark.parametrize(
    ("text", "type", "size"),
    [
        (
            "Gunmen killed at least 13 people and wounded 30 others in Kabul.",
            "ASSAULT",
            Size(dead=(13, None), injured=(30, 30)),
        ),
        (
            "A suicide bomber killed more than twenty-five soldiers in Kabul on Monday.",
            "ASSAULT",
            Size(dead=(25, None)),
        ),
        ("Five Malian soldiers were killed by rebels on Sunday.", "ASSAULT", Size(dead=(5, 5))),
        ("Rebels opened fire, killing five Malian soldiers.", "ASSAULT", Size(dead=(5, 5))),
        ("Police in Minsk detained 1,200 protesters.", "COERCE", Size(arrested=(1200, 1200))),
        ("Russian police arrested 40 protesters in Moscow.", "COERCE", Size(arrested=(40, 40))),
    ],
)
def test_size(tell, text: str, type: str, size: Size) -> None:
    assert tell(text).one(type).size == size


def test_dozens_are_open_ended(tell) -> None:
    told = tell("Iranian police arrested dozens of protesters in Tehran on Friday.")
    event = told.one("COERCE")
    low, high = event.size.arrested
    assert low >= 20
    assert high is None
    assert "dozens" in [told.coding.words(s) for s in event.evidence["size"]]


def test_thousands_marched(tell) -> None:
    low, high = (
        tell("Thousands of people protested against the government in Beirut.")
        .one("PROTEST")
        .size.participants
    )
    assert low >= 1000
    assert high is None


def test_years_and_ages_are_no_counts(tell) -> None:
    event = tell("In 2019, rebels killed a soldier aged 23 in Mali.").one("ASSAULT")
    assert event.size.dead in (None, (1, 1))


def test_the_dead_belong_to_the_attack_that_killed_them(tell) -> None:
    told = tell(
        "A car bomb exploded outside a police station in Kabul on Sunday. Twelve people were killed in the "
        "blast and 30 were wounded, Afghan police said."
    )
    event = told.one("ASSAULT")
    assert (event.size.dead, event.size.injured) == ((12, 12), (30, 30))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("13", 13),
        ("1,200", 1200),
        ("twelve", 12),
        ("twenty - five", 25),
        ("two hundred", 200),
        ("three thousand five hundred", 3500),
        ("3 million", 3_000_000),
        ("several", None),
        ("", None),
    ],
)
def test_numbers_in_words_and_figures(words: str, number: int | None) -> None:
    assert parse_number(words.split()) == number
