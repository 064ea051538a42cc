"""Toponyms: found, told apart from people and ordinary words, and resolved without a favourite country."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bede.article import Article, Dateline
from bede.parsing import Parser
from bede.places import PlaceReader
from bede.records import Where


def read(parser: Parser, reader: PlaceReader, text: str, **fields: object) -> dict[str, Where]:
    """The places of a text by the words that name them."""
    article = Article(title="", body=text, **fields)  # type: ignore[arg-type]
    found = reader.read(parser.parse(article), article)
    return {text[where.span.start : where.span.end]: where for where in found if where.span}


def test_an_airport_is_found_by_the_short_name_reporters_use(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "Two rockets landed near the Baghdad airport on Sunday.")
    assert places["Baghdad airport"].feature == "airport"
    assert places["Baghdad airport"].country == "IRQ"


def test_a_base_with_hyphens_is_one_place(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "Missiles hit the Ain al-Asad Air Base, west of Fallujah.")
    assert places["Ain al-Asad Air Base"].feature == "base"
    assert places["Fallujah"].geonames_id == 99454


def test_a_strait_lies_in_no_country(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "The navy escorted tankers through the Strait of Hormuz.")
    assert places["Strait of Hormuz"].feature == "strait"
    assert places["Strait of Hormuz"].country is None


def test_a_province_carries_its_geonames_id(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "Troops found a tunnel in Iraq's Anbar province.")
    assert places["Anbar province"].geonames_id == 99592
    assert places["Anbar province"].feature == "admin1"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A bomb went off in Tripoli, Lebanon, overnight.", "LBN"),
        ("Libyan officials said shells fell on Tripoli, in the west of Libya.", "LBY"),
        ("Two men were shot in Tripoli, Iowa, police said.", "USA"),
    ],
)
def test_tripoli_is_told_by_what_stands_beside_it(
    parser: Parser, reader: PlaceReader, text: str, country: str
) -> None:
    assert read(parser, reader, text)["Tripoli"].country == country


def test_georgia_is_a_state_or_a_country_by_its_company(parser: Parser, reader: PlaceReader) -> None:
    abroad = read(parser, reader, "Georgia and Russia exchanged prisoners, officials in Tbilisi said.")
    assert abroad["Georgia"].country == "GEO"
    at_home = read(parser, reader, "Police in Atlanta, Georgia, and in Savannah made arrests. Georgia wept.")
    assert at_home["Georgia"].country == "USA"


def test_paris_texas_is_not_in_france(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "A tornado siren failed in Paris, Texas, on Monday.")
    assert (places["Paris"].country, places["Paris"].admin1) == ("USA", "Texas")


def test_nothing_defaults_to_the_united_states(parser: Parser, reader: PlaceReader) -> None:
    assert read(parser, reader, "Thousands marched in Birmingham on Saturday.")["Birmingham"].country == "GBR"
    assert read(parser, reader, "A fire broke out in Paris on Saturday.")["Paris"].country == "FRA"
    alabama = read(parser, reader, "Thousands marched in Birmingham, Ala., on Saturday.")
    assert alabama["Birmingham"].country == "USA"


def test_words_that_are_also_towns_are_left_alone(parser: Parser, reader: PlaceReader) -> None:
    text = "Reading the report, he said of mobile phones: nice. Of course nobody was bold or split."
    assert read(parser, reader, text) == {}


def test_such_towns_are_found_where_they_are_meant(parser: Parser, reader: PlaceReader) -> None:
    assert read(parser, reader, "A lorry drove into a crowd in Nice, France.")["Nice"].country == "FRA"


def test_people_and_bodies_with_place_names_are_no_places(parser: Parser, reader: PlaceReader) -> None:
    text = "Actor Denzel Washington was praised by Jack London. Washington thanked the New York Times."
    assert read(parser, reader, text) == {}


def test_demonyms_are_no_places(parser: Parser, reader: PlaceReader) -> None:
    assert read(parser, reader, "Syrian and Kurdish fighters met Turkish officers.") == {}


def test_a_government_that_speaks_is_no_place(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "Washington said it would send help. Crowds gathered in Moscow.")
    assert set(places) == {"Moscow"}


def test_capitals_do_not_hide_places(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "GUERRILLAS ATTACKED A BARRACKS IN SAN MIGUEL, EL SALVADOR, YESTERDAY.")
    assert places["SAN MIGUEL"].country == "SLV"


def test_an_outlets_country_is_a_hint_where_fame_is_even(parser: Parser, reader: PlaceReader) -> None:
    article = Article(title="", body="Police closed a road in Cambridge.")
    doc = parser.parse(article)
    assert reader.read(doc, article, outlet_country="USA")[0].country == "USA"
    assert reader.read(doc, article, outlet_country="GBR")[0].country == "GBR"


def test_a_dateline_helps_to_tell_bearers_apart(parser: Parser, reader: PlaceReader) -> None:
    text = "BEIRUT (Wire) - Gunmen fired at a bus in Tripoli."
    line = Dateline(start=0, end=15, place="Beirut")
    assert read(parser, reader, text, dateline=line)["Tripoli"].country == "LBN"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_can_be_read(parser: Parser, reader: PlaceReader, text: str) -> None:
    article = Article(title="", body=text)
    for where in reader.read(parser.parse(article), article):
        assert where.span is not None
        assert 0 <= where.span.start < where.span.end <= len(text)


def test_a_famous_city_stays_itself_among_foreign_names(parser: Parser, reader: PlaceReader) -> None:
    text = "A jury trial in Paris heard a Canadian tourist. The officers flew to Canada to question her."
    assert read(parser, reader, text)["Paris"].country == "FRA"


def test_a_body_named_for_its_town_tells_the_town(parser: Parser, reader: PlaceReader) -> None:
    places = read(parser, reader, "Officers of the Nairobi Police Department searched the house.")
    assert places["Nairobi"].country == "KEN"
