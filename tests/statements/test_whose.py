"""Whose word an act is."""

from __future__ import annotations

from bede.records import Entity, Span
from bede.statements import around, attribution, plain_entity, read_statements


def word(doc, text):
    return next(t for t in doc if t.text == text)


def credited(parse, text, trigger, **more):
    doc = parse(text)
    found = attribution(doc, word(doc, trigger), read_statements(doc, plain_entity), **more)
    return doc.text[slice(*found.statement.speaker.span)] if found else None


def test_the_article_in_its_own_voice(parse):
    assert credited(parse, "Rebels attacked the depot on Sunday.", "attacked") is None


def test_an_act_inside_a_statement_is_the_speakers_word(parse):
    assert credited(parse, "Rebels attacked the depot, the governor said.", "attacked") == "the governor"
    assert (
        credited(parse, "According to the ministry, rebels attacked the depot.", "attacked") == "the ministry"
    )


def test_the_innermost_speaker_is_credited(parse):
    text = "The ministry said villagers had reported that gunmen killed a teacher."
    assert credited(parse, text, "killed") == "villagers"


def test_an_act_done_by_speaking_is_the_articles_own_word(parse):
    assert credited(parse, "The president condemned the attack.", "condemned", verbal=True) is None
    assert (
        credited(parse, "Ruritania said it would withdraw from the treaty.", "withdraw", verbal=True) is None
    )


def test_a_speaker_among_the_actors_of_a_verbal_act_is_passed_over(parse):
    text = "The paper said the minister had stated that the neighbours must apologise."
    start = text.index("the minister")
    minister = Entity(span=Span(start, start + len("the minister")))
    assert credited(parse, text, "apologise", verbal=True) == "the minister"
    assert credited(parse, text, "apologise", verbal=True, actors=[minister]) == "The paper"


def test_a_material_act_stays_on_the_word_of_those_who_did_it(parse):
    assert credited(parse, "Police said they had arrested two men.", "arrested") == "Police"


def test_a_denied_act_is_the_deniers_word(parse):
    assert credited(parse, "The militia denied attacking the ship.", "denied") == "The militia"


def test_what_is_only_wanted_is_nobodys_word(parse):
    assert credited(parse, "The union wants to occupy the factory.", "occupy") is None


def test_around_also_holds_claims_without_a_speaker(parse):
    doc = parse("Gunmen reportedly kidnapped a judge.")
    found = read_statements(doc, plain_entity)
    assert [f.cue.text for f in around(word(doc, "kidnapped"), found)] == ["reportedly"]
    assert attribution(doc, word(doc, "kidnapped"), found) is None
