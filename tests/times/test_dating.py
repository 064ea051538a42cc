"""Acts get the day that the text gives them, and none where it gives none."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from spacy.tokens import Doc, Token

from bede.article import Article
from bede.parsing import Parser
from bede.records import When
from bede.times import date_event, historical, read_times

MONDAY = dt.date(2020, 1, 6)


@cache
def parser() -> Parser:
    return Parser()


def parsed(body: str, title: str = "", published: dt.date | None = MONDAY) -> tuple[Article, Doc]:
    article = Article(title=title, body=body, published=published)
    return article, parser().parse(article)


def trigger(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def when(body: str, word: str, title: str = "", published: dt.date | None = MONDAY) -> When:
    article, doc = parsed(body, title, published)
    return date_event(doc, trigger(doc, word), read_times(doc, article.date), article)


@pytest.mark.parametrize(
    ("body", "word", "value"),
    [
        ("Rockets struck the base on Sunday.", "struck", "2020-01-05"),
        ("On Sunday, rockets struck the base.", "struck", "2020-01-05"),
        ("Police arrested four men yesterday.", "arrested", "2020-01-05"),
        ("The 2011 attack on the embassy killed nine people.", "attack", "2011"),
        ("The minister condemned Friday's airstrike.", "airstrike", "2020-01-03"),
        ("The attack in December 2018 killed nine people.", "attack", "2018-12"),
        ("He was jailed for a bombing that happened on June 27, 2019.", "bombing", "2019-06-27"),
        ("Militants seized the town last week.", "seized", "2020-01"),
        ("Militants seized the town in the summer of 2018.", "seized", "2018"),
        ("Talks were held from 3 to 5 January.", "held", "2020-01"),
        ("The navy will hold exercises on Friday.", "hold", "2020-01-10"),
        ("They decided on Saturday to impose sanctions.", "impose", "2020-01-04"),
    ],
)
def test_an_act_has_the_time_of_its_own_words(body: str, word: str, value: str) -> None:
    assert when(body, word).value == value


def test_the_time_of_saying_is_not_that_of_the_act() -> None:
    body = "The army said on Monday that it had struck the camp on Sunday."
    assert when(body, "struck").value == "2020-01-05"
    assert when(body, "said").value == "2020-01-06"
    assert when("The army said on Monday that it had struck the camp.", "struck").value is None


def test_a_promise_has_the_day_it_was_made() -> None:
    body = "The president said on Friday that he will withdraw the troops."
    assert when(body, "withdraw").value == "2020-01-03"


def test_condemning_an_act_does_not_date_the_condemnation() -> None:
    assert when("The minister condemned Friday's airstrike.", "condemned").value is None


def test_a_deadline_is_no_date() -> None:
    assert when("The students gave the government until Thursday.", "gave").value is None


def test_the_headline_takes_the_date_of_the_lede() -> None:
    title = "Rockets strike base in Iraq"
    assert (
        when("Rockets struck a base in Iraq on Sunday, officials said.", "strike", title).value
        == "2020-01-05"
    )


def test_the_story_goes_on_in_the_same_paragraph() -> None:
    body = "Gunmen stormed the hotel on Saturday. Police shot the attackers."
    found = when(body, "shot")
    assert found.value == "2020-01-04"
    assert found.basis == "the story so far: Saturday before 2020-01-06"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("Gunmen stormed the hotel on Saturday. Police have arrested dozens in such raids.", "arrested"),
        ("Gunmen stormed the hotel on Saturday. They had threatened the owner.", "threatened"),
        ("Police recently arrested the owner.", "arrested"),
        ("Police arrested the owner.", "arrested"),
        ("Gunmen stormed the hotel on Saturday. The owner may sue the city in the future.", "sue"),
    ],
)
def test_what_is_untold_stays_unknown(body: str, word: str) -> None:
    found = when(body, word)
    assert found.value is None
    assert found.span is None
    assert found.not_after == MONDAY


def test_no_publication_date_no_resolved_date() -> None:
    found = when("Rockets struck the base on Sunday.", "struck", published=None)
    assert found.value is None
    assert found.not_after is None
    assert when("Rockets struck the base on 5 January 2020.", "struck", published=None).value == "2020-01-05"


def test_the_span_holds_the_words_that_tell_the_day() -> None:
    body = "Rockets struck the base on Sunday."
    found = when(body, "struck")
    assert found.span is not None
    assert body[found.span.start : found.span.end] == "Sunday"
    assert (found.precision, found.basis) == ("day", "Sunday before 2020-01-06")


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("Rockets struck the base on Sunday.", "struck", False),
        ("Rockets struck the base in 2011.", "struck", True),
        ("Rockets struck the base in October.", "struck", True),
        ("Rockets struck the base in December.", "struck", False),
        ("Students have protested since June.", "protested", False),
        ("He was convicted of terrorism years ago.", "convicted", True),
        ("She had previously opposed the inquiry.", "opposed", True),
        ("In 1998 he was impeached. He denied the charges.", "denied", True),
        ("He denied the charges.", "denied", False),
    ],
)
def test_history_ended_more_than_thirty_days_before(body: str, word: str, expected: bool) -> None:
    article, doc = parsed(body)
    act = trigger(doc, word)
    found = date_event(doc, act, read_times(doc, article.date), article)
    assert historical(found, act, doc, article) is expected
