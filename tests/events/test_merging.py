"""One act is one event, however often and in whatever words it is told; two acts of one type are two."""

from __future__ import annotations

TITLE = "US airstrike kills Iranian commander in Baghdad"
BODY = (
    "An American airstrike killed Iranian commander Qasem Soleimani near Baghdad airport on Friday.\n\n"
    "The strike on the commander's convoy came after days of rocket fire.\n\n"
    "Iraq condemned the attack."
)


def test_headline_lede_and_later_mention_are_one(tell) -> None:
    told = tell(BODY, TITLE)
    event = told.one("ASSAULT")
    assert told.sides("ASSAULT") == "USA > IRN"
    assert event.date == "2020-01-03"
    words = {told.coding.words(s) for s in (event.trigger, *event.mentions)}
    assert {"kills", "killed"} <= words
    assert len(event.sentences) >= 2
    assert told.sides("ACCUSE").startswith("IRQ > ")


def test_a_lede_that_is_printed_twice_changes_nothing_but_the_mentions(tell) -> None:
    once, twice = tell(BODY), tell(BODY.split("\n\n")[0] + "\n\n" + BODY)
    assert once.types == twice.types
    assert once.sides("ASSAULT") == twice.sides("ASSAULT")


def test_the_better_told_mention_gives_the_fields(tell) -> None:
    told = tell(
        "Israeli jets bombed a Syrian base near Damascus on Sunday, killing three soldiers.\n\n"
        "The Israeli attack began before dawn.",
        "Attack near Damascus",
    )
    event = told.one("ASSAULT")
    assert told.sides("ASSAULT") == "ISR > SYR"
    assert (event.date, event.size.dead) == ("2020-01-05", (3, 3))


def test_attacks_on_different_days_stay_apart(tell) -> None:
    told = tell(
        "Israeli jets bombed a Syrian base on Sunday. On Friday, Israeli jets bombed an Iraqi convoy."
    )
    assert told.types == ["ASSAULT", "ASSAULT"]
    assert {e.date for e in told.events} == {"2020-01-05", "2020-01-03"}


def test_attacks_in_different_countries_stay_apart(tell) -> None:
    told = tell(
        "Gunmen killed six soldiers in Mali on Sunday. Gunmen killed two soldiers in Kenya on Sunday."
    )
    assert told.types == ["ASSAULT", "ASSAULT"]
    assert {e.size.dead for e in told.events} == {(6, 6), (2, 2)}


def test_condemnations_by_different_speakers_stay_apart(tell) -> None:
    told = tell("France condemned Turkey on Friday. Egypt condemned Turkey too.")
    assert told.types == ["ACCUSE", "ACCUSE"]


def test_a_denial_stays_apart_from_the_report(tell) -> None:
    told = tell("Russian jets bombed a Syrian hospital on Sunday. Russia denied bombing the Syrian hospital.")
    assert sorted((e.type, e.factuality.value) for e in told.events) == [
        ("ASSAULT", "actual"),
        ("ASSAULT", "negated"),
    ]


def test_what_the_article_says_itself_needs_no_other_word(tell) -> None:
    told = tell(
        "Israeli jets bombed a Syrian base on Sunday.\n\n"
        "Israeli jets bombed the Syrian base before dawn, the Syrian army said."
    )
    assert told.one("ASSAULT").attributed_to is None
