"""Country and sector of noun phrases, by the guide's conventions."""

from __future__ import annotations

import pytest

from bede.actors import ActorReader


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("The Iraqi parliament voted on Sunday.", "parliament", "IRQ", "LEG"),
        ("Iraq's parliament voted on Sunday.", "parliament", "IRQ", "LEG"),
        ("Baghdad condemned the raid.", "Baghdad", "IRQ", "GOV"),
        ("The White House rejected the demand.", "White House", "USA", "GOV"),
        ("The Kremlin denied the report.", "Kremlin", "RUS", "GOV"),
        ("The Pentagon announced a withdrawal.", "Pentagon", "USA", "MIL"),
        ("Germany criticised the sanctions.", "Germany", "DEU", "GOV"),
        ("The United Nations urged restraint.", "United Nations", "UNO", "GOV"),
        ("NATO suspended its training mission.", "NATO", "IGO", "MIL"),
        ("The European Union called for talks.", "European Union", "EUR", "GOV"),
        ("Amnesty International accused the army of abuses.", "Amnesty International", "NGO", "SOC"),
        ("The Taliban attacked a checkpoint.", "Taliban", "AFG", "REB"),
        ("Houthi rebels fired a missile at Riyadh.", "Houthi rebels", "YEM", "REB"),
        ("Hezbollah vowed revenge.", "Hezbollah", "LBN", "REB"),
        ("Daesh claimed the attack.", "Daesh", "IMG", "REB"),
        ("Police in Nairobi arrested two men.", "Police", "KEN", "COP"),
        ("Protesters in Hong Kong blocked a road.", "Protesters", "HKG", "CVL"),
        ("The Texas governor signed the bill.", "governor", "USA", "GOV"),
        ("A Nigerian court sentenced the editor.", "court", "NGA", "JUD"),
        ("French prosecutors opened an inquiry.", "prosecutors", "FRA", "JUD"),
        ("Colombian rebels released a hostage.", "rebels", "COL", "REB"),
        ("Turkish soldiers crossed the border.", "soldiers", "TUR", "MIL"),
        ("The Greek coast guard rescued 40 people.", "coast guard", "GRC", "COP"),
        ("Thousands of Chileans marched through Santiago.", "Thousands", "CHL", "CVL"),
        ("Gunmen killed four farmers in Mali.", "Gunmen", "MLI", "UAF"),
        ("Palestinian leaders rejected the plan.", "leaders", "PSE", "GOV"),
        ("Former British prime minister John Major criticised the plan.", "John Major", "GBR", "ELI"),
        ("A group based in Trinidad threatened to strike.", "group", "TTO", None),
        ("The president of the Tunisian Union of Teachers called a strike.", "president", "TUN", "LAB"),
    ],
)
def test_country_and_sector(read, text: str, words: str, country: str, sector: str | None) -> None:
    assert read(text).side(words) == (country, sector)


def test_an_airstrike_is_the_militarys(read) -> None:
    story = read("An American airstrike killed the commander near the airport.")
    assert story.side("American") == ("USA", "MIL")
    assert read("The Israeli army shelled the village.").side("Israeli") == ("ISR", "MIL")


def test_who_is_only_said_to_lead_or_back_does_not_act(read) -> None:
    story = read("The US-led coalition said on Monday that its mission in Iraq goes on.")
    assert story.side("coalition") == ("IGO", "MIL")
    assert read("Iran-backed militias in Iraq fired rockets.").side("militias") == ("IRQ", "PRM")


def test_the_body_acted_for_comes_before_the_nationality(read) -> None:
    story = read(
        "CJTF-OIR deputy commander British Maj. Gen. Gerald Strickland briefed reporters in Baghdad."
    )
    entity = story.entity("Strickland")
    assert (entity.country, entity.nationality, entity.sectors[0]) == ("IGO", "GBR", "MIL")


def test_the_words_of_a_side_leave_out_clauses_and_conjuncts(read) -> None:
    story = read(
        "Nancy Pelosi, the Speaker of the House, who opposed the strike, and Chuck Schumer met reporters."
    )
    pelosi = story.entity("Pelosi")
    assert story.text(pelosi) == "Nancy Pelosi, the Speaker of the House"
    heads = story.cast.members(story.head("Pelosi"))
    assert [head.text for head in heads] == ["Pelosi", "Schumer"]


def test_members_of_a_compound(read) -> None:
    story = read("The US and France condemned the attack.")
    heads = story.cast.members(story.head("US"))
    assert [story.cast.entity(head).country for head in heads] == ["USA", "FRA"]


@pytest.mark.parametrize("words", ["economy", "statement", "Monday"])
def test_things_are_no_actors(read, words: str) -> None:
    story = read("The minister said in a statement on Monday that the economy was strong.")
    assert not story.cast.is_actor(story.head(words))
    assert story.cast.is_actor(story.head("minister"))


def test_a_body_of_an_unnamed_state_takes_the_country_of_the_article(read) -> None:
    story = read(
        "Kenya's president met teachers on Friday. Later police dispersed a crowd. "
        "The government gave no reason."
    )
    assert story.side("police") == ("KEN", "COP")
    entity = story.entity("The government")
    assert entity.country == "KEN"
    assert entity.basis


def test_foreign_forces_have_no_country(read) -> None:
    assert (
        read("The parliament of Iraq told foreign forces to leave.").entity("foreign forces").country is None
    )


def test_a_name_that_several_countries_use_is_that_of_the_one_around(read) -> None:
    story = read("Peru's Congress voted to remove the president. The Congress will meet again in Lima.")
    assert story.side("Congress") == ("PER", "LEG")
    assert read("Congress passed the bill and sent it to President Donald Trump.").side("Congress") == (
        "USA",
        "LEG",
    )


def test_forces_led_by_one_state_are_of_several(read) -> None:
    story = read("US-led forces in Iraq will stay, the coalition said in a statement.")
    assert story.side("forces") == ("IGO", "MIL")
    assert story.cast.chain(story.head("the coalition")) == story.cast.chain(story.head("forces"))


def test_the_administration_is_the_american_one(read) -> None:
    story = read(
        "The United States left the treaty. Syria, Iran and Iraq had warned the administration not to."
    )
    assert story.side("the administration") == ("USA", "GOV")


def test_police_of_a_story_abroad_are_those_of_the_place(read) -> None:
    story = read(
        "An American tourist was robbed in Lyon. The American embassy in Paris asked for help. "
        "American diplomats in France met the police. Officers in Lyon made an arrest."
    )
    assert story.side("the police") == ("FRA", "COP")


def test_a_users_own_rows_win(read) -> None:
    rows = [{"name": "Hashd al-Shaabi", "country": "IRQ", "sectors": "MIL", "id": "mine:1"}]
    reader = ActorReader(user_rows=rows)
    story = read("The Hashd al-Shaabi entered the town.")
    cast = reader.read(story.doc, story.article)
    entity = cast.entity(story.head("Shaabi"))
    assert (entity.sectors, entity.id) == (("MIL",), "mine:1")
    assert story.side("Shaabi") == ("IRQ", "PRM")
