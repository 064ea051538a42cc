"""Who did it to whom, in the constructions that newswire is written in."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type", "sides"),
    [
        # active
        ("Russian police arrested 40 protesters in Moscow on Saturday.", "COERCE", "RUS > RUS"),
        ("Israeli jets bombed a base near Damascus on Sunday.", "ASSAULT", "ISR > SYR"),
        ("China expelled three American journalists on Friday.", "SANCTION", "CHN > USA"),
        ("The United States imposed sanctions on Iran.", "SANCTION", "USA > IRN"),
        ("North Korea fired two missiles at a South Korean island.", "ASSAULT", "PRK > KOR"),
        ("France praised Lebanon for its reforms.", "SUPPORT", "FRA > LBN"),
        ("Germany sent medical supplies to Lebanon.", "AID", "DEU > LBN"),
        # passive
        ("Forty protesters were arrested by Russian police in Moscow on Saturday.", "COERCE", "RUS > RUS"),
        ("A base near Damascus was bombed by Israeli jets on Sunday.", "ASSAULT", "ISR > SYR"),
        ("Two Ukrainian soldiers were killed by Russian shelling on Sunday.", "ASSAULT", "RUS > UKR"),
        ("Three American journalists were expelled by China on Friday.", "SANCTION", "CHN > USA"),
        # without a doer
        ("Dozens of protesters were arrested in Moscow on Saturday.", "COERCE", "RUS > RUS"),
        ("A Pakistani journalist was shot dead in Karachi on Sunday.", "ASSAULT", "? > PAK"),
        # an act named by a noun
        ("An American airstrike hit a militia base in western Iraq on Friday.", "ASSAULT", "USA > IRQ"),
        (
            "The killing of a Syrian journalist by Turkish soldiers shocked the region.",
            "ASSAULT",
            "TUR > SYR",
        ),
        ("A Turkish attack on Syrian troops left the town in ruins.", "ASSAULT", "TUR > SYR"),
        ("The army of Sudan launched an attack on Ethiopian troops on Friday.", "ASSAULT", "SDN > ETH"),
        # several on one side
        ("Turkey condemned Israel and Egypt on Friday.", "ACCUSE", "TUR > EGY+ISR"),
        ("The United States threatened Iran and Syria with sanctions.", "THREATEN", "USA > IRN+SYR"),
        ("France and Germany urged Turkey to stop.", "REQUEST", "DEU+FRA > TUR"),
        # a clause on a noun
        ("The Turkish soldiers who attacked the Syrian village on Friday left.", "ASSAULT", "TUR > SYR"),
        (
            "The Syrian village that Turkish soldiers attacked on Friday lies in ruins.",
            "ASSAULT",
            "TUR > SYR",
        ),
        ("Turkey, accused by Greece of piracy, sent a drilling ship on Friday.", "ACCUSE", "GRC > TUR"),
        ("Protesters detained by Russian police on Saturday were freed.", "COERCE", "RUS > RUS"),
        # a clause beside the main one
        ("Iranian forces crossed the border, killing five Iraqi soldiers.", "ASSAULT", "IRN > IRQ"),
        ("After attacking a Malian village, French soldiers returned to their base.", "ASSAULT", "FRA > MLI"),
        # told by somebody
        ("Saudi warplanes bombed Sanaa on Friday, the Houthi movement said.", "ASSAULT", "SAU > YEM"),
        ("According to Syria, Israel bombed a Syrian base on Sunday.", "ASSAULT", "ISR > SYR"),
        ("Syria's army said that Israeli jets had bombed its base.", "ASSAULT", "ISR > SYR"),
    ],
)
def test_sides(tell, text: str, type: str, sides: str) -> None:
    assert tell(text).sides(type) == sides


def test_a_shared_subject_does_both_acts(tell) -> None:
    told = tell("The French army attacked a rebel camp and captured four fighters in Mali on Friday.")
    assert told.sides("ASSAULT").startswith("FRA > ")
    assert told.sides("COERCE").startswith("FRA > ")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The United States urged Iran to stop attacking ships.", "USA > IRN"),
        ("France asked Germany to withdraw its troops from Mali.", "FRA > DEU"),
        ("Iran demanded that the United States leave Iraq.", "IRN > USA"),
        ("Ukraine called on Russia to release the sailors.", "UKR > RUS"),
    ],
)
def test_who_is_asked_is_the_recipient(tell, text: str, sides: str) -> None:
    told = tell(text)
    assert told.types == ["REQUEST"]
    assert told.sides("REQUEST") == sides


@pytest.mark.parametrize(
    "text",
    [
        "Russian Foreign Minister Sergey Lavrov met with Turkish Foreign Minister Mevlut Cavusoglu.",
        "Russia and Turkey held talks in Moscow on Friday.",
        "Turkish President Recep Tayyip Erdogan and Russian President Vladimir Putin met in Moscow.",
    ],
)
def test_those_who_meet_are_all_actors(tell, text: str) -> None:
    assert tell(text).sides("CONSULT") == "RUS+TUR > -"


def test_a_plain_adjective_of_nationality_acts_through_the_military(tell) -> None:
    event = tell("An American airstrike hit a militia base in western Iraq on Friday.").one("ASSAULT")
    assert event.actors[0].sectors == ("MIL",)
    assert event.modes == ("aerial",)


def test_unknown_attackers_are_told_apart_from_nobody(tell) -> None:
    event = tell("A Pakistani journalist was shot dead in Karachi on Sunday.").one("ASSAULT")
    assert event.actors[0].span is None
    assert event.actors[0].sectors[0] in ("UNK", "UAF")
    event = tell("Gunmen killed a Pakistani journalist in Karachi on Sunday.").one("ASSAULT")
    assert (event.actors[0].country, event.actors[0].sectors) == ("PAK", ("UAF",))


def test_unnamed_police_are_implied_where_the_arrest_was(tell) -> None:
    event = tell("Dozens of protesters were arrested in Moscow on Saturday.").one("COERCE")
    assert (event.actors[0].country, event.actors[0].sectors) == ("RUS", ("COP",))
    assert "implied" in (event.actors[0].basis or "")


def test_a_claim_of_responsibility_names_the_attacker(tell) -> None:
    told = tell("The Houthi movement claimed responsibility for a drone attack on a Saudi airport.")
    event = told.one("ASSAULT")
    assert [told.words(a) for a in event.actors] == ["The Houthi movement"]
    assert event.attributed_to is not None
    assert told.words(event.attributed_to) == "The Houthi movement"


def test_each_side_points_at_its_words(tell) -> None:
    told = tell("Forty protesters were arrested by Russian police in Moscow on Saturday.")
    event = told.one("COERCE")
    assert [told.words(a) for a in event.actors] == ["Russian police"]
    assert [told.words(r) for r in event.recipients] == ["Forty protesters"]
    assert event.evidence["actors"] == (event.actors[0].span,)
    assert told.coding.words(event.trigger) == "arrested"


def test_i_and_we_are_the_one_who_speaks(tell) -> None:
    told = tell('"We condemn Turkey," French President Emmanuel Macron said on Friday.')
    assert told.sides("ACCUSE") == "FRA > TUR"


def test_pronouns_are_whom_they_stand_for(tell) -> None:
    told = tell("French President Emmanuel Macron arrived in Beirut on Friday. He condemned Turkey.")
    event = told.one("ACCUSE")
    assert (event.actors[0].name, event.actors[0].country) == ("Emmanuel Macron", "FRA")
