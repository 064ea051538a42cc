"""A real page dump of a wire story: what it is, who said it, and each act in it once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from bede.article import Article
from bede.coder import Coder, Rooms
from bede.readers import read
from bede.records import Coding, Entity, Event, Statement


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    folder = shared / "data" / "seed"
    if not folder.is_dir():
        pytest.skip(f"the seed article is absent: no folder {folder}")
    (article,) = read(sorted(folder.iterdir()))
    assert isinstance(article, Article)
    return article


@pytest.fixture(scope="module")
def rooms(article: Article, coder: Coder) -> Rooms:
    return coder.read(article)


@pytest.fixture(scope="module")
def coding(article: Article, coder: Coder) -> Coding:
    return coder.code(article)


@pytest.fixture(scope="module")
def only(coding: Coding) -> Callable[..., Event]:
    """The one event of a type (or of one of several) of which a piece of the text is evidence."""

    def finds(types: str, telling: str = "") -> Event:
        found = [
            event
            for event in coding.events
            if event.type in types.split() and any(telling in coding.words(s) for s in event.sentences)
        ]
        assert len(found) == 1, [(e.type, coding.words(e.trigger)) for e in coding.events]
        return found[0]

    return finds


def countries(side: tuple[Entity, ...]) -> set[str | None]:
    return {entity.country for entity in side}


# What it is


def test_outlet_agencies_and_byline(article: Article) -> None:
    assert article.outlet == "UrduPoint.com"
    assert article.agencies == ("UrduPoint News", "Sputnik")
    assert article.byline == "Muhammad Irfan"


def test_title_and_dates(article: Article) -> None:
    assert article.title.lower() == (
        "us-led forces in iraq committed to mission to defeat islamic state terrorists - coalition"
    )
    assert article.published == dt.datetime(2020, 1, 6, 20, 7)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("WASHINGTON", dt.date(2020, 1, 6))


def test_no_furniture_and_nothing_twice(article: Article) -> None:
    assert "minutes ago" not in article.text
    assert article.text.lower().count("committed to mission") == 1
    assert article.body.count("remain committed to their mission") == 1


# What happened


def test_every_event_names_its_agency(coding: Coding) -> None:
    assert coding.events
    assert {event.agency for event in coding.events} == {"Sputnik"}


def test_the_coalition_stays_committed(only: Callable[..., Event]) -> None:
    event = only("AGREE SUPPORT", "remain committed")
    assert countries(event.actors) == {"IGO"}
    assert event.actors[0].sectors[0] == "MIL"
    assert event.date == "2020-01-06"
    assert event.attributed_to is None or event.attributed_to.country == "IGO"


def test_its_partner_is_iraq(only: Callable[..., Event]) -> None:
    assert countries(only("AGREE SUPPORT", "remain committed").recipients) == {"IRQ"}


def test_parliament_demands_expulsion_once(only: Callable[..., Event]) -> None:
    event = only("REQUEST")
    assert {(a.country, a.sectors[0]) for a in event.actors} == {("IRQ", "LEG")}
    assert countries(event.recipients) <= {"IGO", "USA"}
    assert event.recipients
    assert event.date == "2020-01-05"


def test_the_strike_that_killed_soleimani(only: Callable[..., Event], coding: Coding) -> None:
    event = only("ASSAULT")
    assert {(a.country, a.sectors[0]) for a in event.actors} == {("USA", "MIL")}
    assert {(r.name, r.country) for r in event.recipients} == {("Qasem Soleimani", "IRN")}
    assert event.where is not None
    assert event.where.country == "IRQ"
    assert "airport" in coding.words(event.where.span).lower()


def test_the_vote_does_not_date_the_strike(only: Callable[..., Event]) -> None:
    assert only("ASSAULT").date in (None, "2020-01", "2020-01-03")


def test_trump_threatens_sanctions_which_are_no_sanctions(only: Callable[..., Event], coding: Coding) -> None:
    event = only("THREATEN")
    assert {(a.name, a.country, a.sectors[0]) for a in event.actors} == {("Donald Trump", "USA", "GOV")}
    assert countries(event.recipients) == {"IRQ"}
    assert event.date == "2020-01-05"
    assert "SANCTION" not in {e.type for e in coding.events}


def test_the_refusal_to_leave_is_trumps_word(only: Callable[..., Event]) -> None:
    event = only("REJECT")
    assert (countries(event.actors), countries(event.recipients)) == ({"USA"}, {"IRQ"})
    assert event.modes == ("yield",)
    said = [*event.actors, *([event.attributed_to] if event.attributed_to else [])]
    assert "Donald Trump" in {e.name for e in said}


def test_iraq_condemns_the_united_states(only: Callable[..., Event]) -> None:
    event = only("ACCUSE")
    assert (countries(event.actors), countries(event.recipients)) == ({"IRQ"}, {"USA"})
    assert event.modes == ("disapprove",)
    assert event.when.not_after == dt.date(2020, 1, 6) or event.date is not None


def test_what_is_only_praised_or_remembered_is_no_act(coding: Coding) -> None:
    assert {e.type for e in coding.events} <= {
        "AGREE", "SUPPORT", "REQUEST", "ASSAULT", "THREATEN", "REJECT", "ACCUSE", "CONCEDE"
    }  # fmt: skip


# Who said what, and who is who


def test_strickland_speaks_with_title_and_office(coding: Coding) -> None:
    said = [s for s in coding.statements if s.speaker.name == "Gerald Strickland"]
    assert [_begins(coding, s) for s in said] == ["Our partners", "that IS has lost", "This speaks volumes"]
    for statement in said:
        assert "deputy commander" in (statement.speaker.office or "").lower()
        assert (statement.speaker.country, statement.speaker.sectors[0]) == ("IGO", "MIL")
    words = coding.words(said[0].speaker.span)
    assert "Maj. Gen. Gerald Strickland" in words
    assert said[0].speaker.nationality == "GBR"


def test_the_coalition_and_trump_speak(coding: Coding) -> None:
    said = [(s.speaker.country, _begins(coding, s)) for s in coding.statements]
    assert ("IGO", "In Iraq, the overall") in said
    assert any(country == "USA" and "US troops will not leave" in words for country, words in said)


def _begins(coding: Coding, statement: Statement) -> str:
    """The first words of what was said."""
    content = coding.words(statement.content).strip('"“” ')
    for opening in ("Our partners", "that IS has lost", "This speaks volumes", "In Iraq, the overall"):
        if content.startswith(opening):
            return opening
    return content


def test_daesh_is_and_islamic_state_are_one(rooms: Rooms) -> None:
    names = {"State": "Islamic State", "Daesh": "Daesh", "IS": "IS"}
    found: dict[str, list[Entity]] = {}
    for token in rooms.doc:
        if token.text in names:
            found.setdefault(names[token.text], []).append(rooms.cast.entity(token))
    assert set(found) == {"Islamic State", "Daesh", "IS"}
    entities = [entity for group in found.values() for entity in group]
    assert {e.name for e in entities} == {"Islamic State"}
    assert len({e.id for e in entities}) == 1
    assert {(e.country, e.sectors[0]) for e in entities} == {("IMG", "REB")}
