"""Where events took place: by their own words first, by the dateline last."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bede.article import Article, Dateline
from bede.parsing import Parser
from bede.places import PlaceReader, place_event
from bede.records import Where


def place(
    parser: Parser, reader: PlaceReader, body: str, trigger: str, title: str = "", **more: object
) -> Where | None:
    """The place of the event told at the last word `trigger`."""
    type_ = more.pop("type_", None)
    article = Article(title=title, body=body, **more)  # type: ignore[arg-type]
    doc = parser.parse(article)
    token = [token for token in doc if token.text == trigger][-1]
    return place_event(doc, token, reader.read(doc, article), article, type_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "trigger", "name", "country"),
    [
        ("Rockets fell near the Baghdad airport.", "fell", "Baghdad International Airport", "IRQ"),
        ("Israel bombed a village in southern Lebanon.", "bombed", "Lebanon", "LBN"),
        ("Gunmen attacked soldiers at the base outside Kirkuk.", "attacked", "Kirkuk", "IRQ"),
        ("A tanker was seized off the coast of Oman.", "seized", "Oman", "OMN"),
        ("Militants killed four men in Iraq's Anbar province.", "killed", "Al Anbar", "IRQ"),
        ("Police arrested two men in Paris, Texas.", "arrested", "Paris", "USA"),
        ("Russian jets bombed Raqqa on Monday.", "bombed", "Ar Raqqah", "SYR"),
        ("The minister flew to Kyiv for talks.", "flew", "Kyiv", "UKR"),
    ],
)
def test_a_locative_phrase_gives_the_place(
    parser: Parser, reader: PlaceReader, body: str, trigger: str, name: str, country: str
) -> None:
    found = place(parser, reader, body, trigger)
    assert found is not None
    assert (found.name, found.country, found.basis) == (name, country, "locative phrase")


def test_countries_that_act_are_not_places(parser: Parser, reader: PlaceReader) -> None:
    assert place(parser, reader, "Iraq condemned Turkey over the strike.", "condemned") is None
    assert place(parser, reader, "France and Germany urged Iran to talk.", "urged") is None


def test_an_act_without_a_place_happened_where_the_story_is_set(parser: Parser, reader: PlaceReader) -> None:
    body = "A crowd gathered in Nairobi on Friday.\n\nPolice fired tear gas. Nine people were arrested."
    found = place(parser, reader, body, "arrested", title="Protest in Nairobi")
    assert found is not None
    assert (found.country, found.basis) == ("KEN", "title or lede")


def test_a_place_told_earlier_in_the_paragraph_goes_before_the_title(
    parser: Parser, reader: PlaceReader
) -> None:
    body = "Protests went on in Kenya.\n\nA crowd gathered in Mombasa. Police arrested nine people."
    found = place(parser, reader, body, "arrested", title="Protests in Nairobi")
    assert found is not None
    assert (found.name, found.basis) == ("Mombasa", "same paragraph")


def test_the_dateline_is_the_last_resort_and_says_so(parser: Parser, reader: PlaceReader) -> None:
    body = "NAIROBI (Wire) - Police arrested nine people on Friday."
    line = Dateline(start=0, end=16, place="Nairobi")
    found = place(parser, reader, body, "arrested", dateline=line)
    assert found is not None
    assert (found.country, found.basis) == ("KEN", "dateline")


def test_the_type_decides_whether_a_place_is_inherited(parser: Parser, reader: PlaceReader) -> None:
    body = "A crowd gathered in Nairobi on Friday.\n\nThe ministry blamed the party."
    assert place(parser, reader, body, "blamed", type_="ACCUSE") is None
    assert place(parser, reader, body, "blamed", type_="ASSAULT") is not None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="abAB ,.'\n-Iraq in of 1", max_size=80))
def test_any_text_can_be_asked_for_a_place(parser: Parser, reader: PlaceReader, text: str) -> None:
    article = Article(title="", body=text)
    doc = parser.parse(article)
    places = reader.read(doc, article)
    for token in doc:
        found = place_event(doc, token, places, article)
        assert found is None or found.basis
