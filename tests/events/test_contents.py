"""What is only threatened, demanded, promised or alleged is no second event; what happened is (guide, 1)."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("President Donald Trump threatened to strike Iran.", "THREATEN"),
        ("Iran threatened to attack American bases and to arrest sailors.", "THREATEN"),
        ("The United States threatened Iran with sanctions.", "THREATEN"),
        ("Iran demanded that the United States withdraw its troops from Iraq.", "REQUEST"),
        ("France called on Turkey to end its attacks on Syrian troops.", "REQUEST"),
        ("Egypt asked Ethiopia to sign the deal.", "REQUEST"),
        ("Germany promised to send aid to Lebanon.", "AGREE"),
        ("Turkey agreed to withdraw from Syria.", "AGREE"),
        ("Ukraine accused Russia of shelling a village.", "ACCUSE"),
        ("Israel accused Iran of planning attacks on Israeli soldiers.", "ACCUSE"),
        ("Iran refused to release the sailors.", "REJECT"),
        ("Poland rejected a German proposal to meet.", "REJECT"),
    ],
)
def test_contents_are_no_second_event(tell, text: str, type: str) -> None:
    assert tell(text).types == [type]


def test_a_condemned_attack_is_two_events(tell) -> None:
    told = tell("Iraq condemned Friday's airstrike on the base.")
    assert told.types == ["ACCUSE", "ASSAULT"]
    assert told.one("ASSAULT").date == "2020-01-03"
    assert told.one("ACCUSE").modes == ("disapprove",)


def test_whoever_did_what_is_condemned_is_the_one_accused(tell) -> None:
    told = tell("Iraq condemned the American airstrike that killed Qasem Soleimani near Baghdad on Friday.")
    assert told.types == ["ACCUSE", "ASSAULT"]
    assert told.sides("ACCUSE") == "IRQ > USA"
    assert told.sides("ASSAULT") == "USA > IRN"


def test_two_acts_in_one_sentence_are_two_events(tell) -> None:
    told = tell("Trump threatened Iraq with sanctions, saying that American troops will not leave it.")
    assert told.types == ["REJECT", "THREATEN"]
    assert told.sides("THREATEN") == "USA > IRQ"


@pytest.mark.parametrize(
    "text",
    [
        "Iraq's parliament voted to expel American troops from the country on Sunday.",
        "Iraq's parliament called on Sunday for the expulsion of American troops.\n\n"
        "The Iraqi parliament voted to expel American troops after a long debate.",
        "The Iraqi parliament called on Sunday for the expulsion of American troops, voting to expel them.",
    ],
)
def test_a_vote_and_the_call_that_it_makes_are_one_demand(tell, text: str) -> None:
    told = tell(text)
    assert told.types == ["REQUEST"]
    event = told.one("REQUEST")
    assert event.date == "2020-01-05"
    assert [(a.country, a.sectors) for a in event.actors] == [("IRQ", ("LEG",))]
    assert [(r.country, r.sectors) for r in event.recipients] == [("USA", ("MIL",))]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the economy is strong.",
        "Germany noted that trade with France had grown.",
        "Officials expressed optimism about the harvest in Kenya.",
    ],
)
def test_plain_comment_is_no_event(tell, text: str) -> None:
    assert tell(text).types == []
