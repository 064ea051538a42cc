"""Persons: titles, offices on the day, and who is who within an article."""

from __future__ import annotations


def test_a_surname_is_the_holder_of_the_office_on_the_day(read) -> None:
    text = "Trump threatened sanctions against Iraq."
    story = read(text, on="2020-01-06")
    entity = story.entity("Trump")
    assert (entity.name, entity.country, entity.sectors, entity.id) == (
        "Donald Trump",
        "USA",
        ("GOV",),
        "Q22686",
    )
    assert read(text, on="2022-01-06").side("Trump") == ("USA", "ELI")


def test_an_office_is_its_holder_on_the_day(read) -> None:
    entity = read("The Iraqi prime minister asked the troops to leave.").entity("prime minister")
    assert entity.name == "Adil Abdul-Mahdi"
    assert entity.basis is not None and "Prime Minister (IRQ) on 2020-01-06" in entity.basis


def test_title_before_and_after_a_name(read) -> None:
    story = read("Prime Minister Adil Abdul-Mahdi spoke first. Jane Roe, the mayor of Leeds, followed.")
    assert story.side("Abdul-Mahdi") == ("IRQ", "GOV")
    assert story.side("Roe") == ("GBR", "GOV")
    assert story.entity("Roe").office == "mayor"


def test_the_surname_of_the_article_wins_over_the_famous_one(read) -> None:
    story = read(
        "John Khan, a baker from London, was robbed. Khan told reporters that he was well.", on="2019-12-02"
    )
    khan = story.entity("Khan", 1)
    assert khan.id is None
    assert story.cast.chain(story.head("Khan", 1)) == story.cast.chain(story.head("Khan", 0))


def test_a_year_in_the_sentence_tells_the_office_then(read) -> None:
    story = read("In 2003 Saddam Hussein refused to leave Iraq.")
    assert story.side("Hussein") == ("IRQ", "GOV")


def test_convicts_are_criminals_and_suspects_are_not(read) -> None:
    convict = read("Peter Roe was sentenced to nine years in prison in Canada.")
    assert convict.side("Roe") == ("CAN", "CRM")
    suspect = read("Police in Canada arrested Peter Roe on Monday.")
    assert suspect.side("Roe") == ("CAN", "CVL")


def test_pronouns(read) -> None:
    story = read(
        "Chancellor Angela Merkel met President Vladimir Putin in Moscow. "
        "She said that Germany would keep the deal. "
        "He thanked the chancellor."
    )
    assert story.entity("She").name == "Angela Merkel"
    assert story.entity("He").name == "Vladimir Putin"
    assert story.entity("the chancellor").name == "Angela Merkel"
    assert story.cast.chain(story.head("She")) == story.cast.chain(story.head("Angela Merkel"))


def test_first_person_is_the_speaker(read) -> None:
    story = read('"We will not leave," said Iranian Foreign Minister Mohammad Javad Zarif.')
    assert story.side("We") == ("IRN", "GOV")


def test_they_and_it(read) -> None:
    story = read(
        "Rebels in Colombia released a soldier. They asked for talks. Canada offered help. It sent an envoy."
    )
    assert story.side("They") == ("COL", "REB")
    assert story.side("It") == ("CAN", "GOV")


def test_relative_pronouns(read) -> None:
    story = read("The police officers who shot the driver in Lyon were questioned.")
    assert story.side("who") == ("FRA", "COP")


def test_acronyms_are_explained_by_the_text(read) -> None:
    story = read(
        "The Peasant Union of Chile (PUC) called a strike. Ministers met on Tuesday. "
        "Later the PUC said that it would block roads."
    )
    assert story.side("PUC", 1) == ("CHL", "LAB")
    assert story.cast.chain(story.head("PUC", 1)) == story.cast.chain(story.head("Union"))


def test_descriptions_point_back(read) -> None:
    story = read("The Taliban attacked an army base. The group said that it had killed ten soldiers.")
    assert story.side("The group") == ("AFG", "REB")


def test_mentions_are_listed_in_order(read) -> None:
    story = read("Iran warned the United States. Tehran said it would answer.")
    starts = [mention.start for mention in story.cast.mentions]
    assert starts == sorted(starts)
    assert {mention.entity.country for mention in story.cast.mentions} == {"IRN", "USA"}
