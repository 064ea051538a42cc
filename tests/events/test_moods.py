"""Done, announced, refused, supposed or denied: each in its type and factuality (guide, section 3)."""

from __future__ import annotations

import pytest

from bede.records import Factuality


@pytest.mark.parametrize(
    ("text", "type", "sides"),
    [
        ("Iran denied attacking the Saudi tanker.", "ASSAULT", "IRN > SAU"),
        ("Russia denied that its forces had bombed a Syrian hospital.", "ASSAULT", "RUS > SYR"),
        ("Turkey denied that it had arrested a German journalist.", "COERCE", "TUR > DEU"),
    ],
)
def test_what_is_denied_is_negated_by_the_denier(tell, text: str, type: str, sides: str) -> None:
    told = tell(text)
    event = told.one(type)
    assert event.factuality is Factuality.NEGATED
    assert told.sides(type) == sides
    assert event.attributed_to is not None
    assert event.attributed_to.country == sides[:3]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Turkey will not withdraw its troops from Syria unless Russia guarantees a ceasefire.", "TUR > SYR"),
        ("Iran refused to meet American diplomats.", "IRN > USA"),
        ("Israel said it would not release Palestinian prisoners.", "ISR > PSE"),
    ],
)
def test_will_not_is_a_refusal(tell, text: str, sides: str) -> None:
    told = tell(text)
    assert told.types == ["REJECT"]
    assert told.sides("REJECT") == sides
    assert told.one("REJECT").factuality is Factuality.ACTUAL


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The United States announced sanctions on Iran.", "THREATEN"),
        ("The United States will impose sanctions on Iran.", "THREATEN"),
        ("Israel vowed to strike Iranian bases.", "THREATEN"),
        ("The United States announced that it would withdraw its troops from Syria.", "CONCEDE"),
        ("France announced the withdrawal of its troops from Mali.", "CONCEDE"),
        ("Germany announced it would send humanitarian aid to Lebanon.", "AGREE"),
        ("Norway announced humanitarian aid for Lebanon.", "AGREE"),
        ("The presidents of Russia and Turkey will meet in Moscow on Friday.", "AGREE"),
    ],
)
def test_what_is_announced_is_coded_by_the_announcement(tell, text: str, type: str) -> None:
    told = tell(text)
    assert told.types == [type]
    assert told.one(type).factuality is Factuality.ACTUAL


def test_a_done_act_is_actual_and_needs_no_words_to_say_so(tell) -> None:
    event = tell("Israeli jets bombed a base near Damascus on Sunday.").one("ASSAULT")
    assert event.factuality is Factuality.ACTUAL
    assert "factuality" not in event.evidence


def test_what_speaks_against_an_act_is_its_evidence(tell) -> None:
    told = tell("Iran denied attacking the Saudi tanker.")
    (span,) = told.one("ASSAULT").evidence["factuality"]
    assert told.coding.words(span) in ("denied", "Iran")


@pytest.mark.parametrize(
    "text",
    [
        "If Israel bombs the base, Iran has a plan.",
        "Kenya has the ability to attack Somali rebels.",
        "Brackets name a group (the Resistance Army, banned in Uganda) and nothing else.",
    ],
)
def test_a_mere_possibility_is_not_coded_as_done(tell, text: str) -> None:
    assert all(e.factuality is not Factuality.ACTUAL for e in tell(text).events)
