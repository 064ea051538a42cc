"""Subject, object and complement seen through passives, relatives, control and coordination."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from bede.coder import Coder
from bede.events.syntax import antecedent, arguments, is_passive, noun_arguments, noun_owners

Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def parse(coder: Coder) -> Parse:
    return coder.parser.nlp


def word(doc: Doc, text: str) -> Token:
    return next(t for t in doc if t.text == text)


def texts(tokens: list[Token]) -> set[str]:
    return {t.text for t in tokens}


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object"),
    [
        ("The soldiers attacked the village.", "attacked", {"soldiers"}, {"village"}),
        ("The village was attacked by soldiers.", "attacked", {"soldiers"}, {"village"}),
        ("The village was attacked.", "attacked", set(), {"village"}),
        ("The soldiers who attacked the village left.", "attacked", {"soldiers"}, {"village"}),
        ("The village that the soldiers attacked is burning.", "attacked", {"soldiers"}, {"village"}),
        ("The men killed by soldiers were farmers.", "killed", {"soldiers"}, {"men"}),
        ("The soldiers burning the village left.", "burning", {"soldiers"}, {"village"}),
        ("The soldiers entered and burned the village.", "burned", {"soldiers"}, {"village"}),
        ("The soldiers left, burning the village.", "burning", {"soldiers"}, {"village"}),
        ("The army tried to burn the village.", "burn", {"army"}, {"village"}),
        ("The king urged the army to burn the village.", "burn", {"army"}, {"village"}),
        ("The army promised the king to burn the village.", "burn", {"army"}, {"village"}),
        ("The king accused the army of burning the village.", "burning", {"army"}, {"village"}),
    ],
)
def test_arguments(parse: Parse, text: str, verb: str, subject: set[str], object: set[str]) -> None:
    found = arguments(word(parse(text), verb))
    assert texts(found.subject) == subject
    assert texts(found.object) == object


def test_what_hangs_on_prepositions(parse: Parse) -> None:
    found = arguments(word(parse("Soldiers fired at the crowd in the square."), "fired"))
    assert texts(found.preps["at"]) == {"crowd"}


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Soldiers burned the village.", "burned", False),
        ("The village was burned by soldiers.", "burned", True),
        ("The village was taken and burned.", "burned", True),
        ("The men killed in the raid were farmers.", "killed", True),
        ("The army has burned the village.", "burned", False),
    ],
)
def test_passive(parse: Parse, text: str, verb: str, passive: bool) -> None:
    assert is_passive(word(parse(text), verb)) is passive


def test_a_relative_pronoun_is_the_noun_before_it(parse: Parse) -> None:
    doc = parse("The soldiers who attacked the village left.")
    assert antecedent(word(doc, "who")).text == "soldiers"
    assert antecedent(word(doc, "village")).text == "village"


@pytest.mark.parametrize(
    ("text", "noun", "slot", "found"),
    [
        ("The rebels' attack on the army failed.", "attack", "poss", {"rebels"}),
        ("The rebels' attack on the army failed.", "attack", "on", {"army"}),
        ("An attack by rebels failed.", "attack", "by", {"rebels"}),
        ("An attack carried out by rebels failed.", "attack", "by", {"rebels"}),
        ("A rebel attack failed.", "attack", "mod", {"rebel"}),
        ("Rebels launched an attack.", "attack", "light", {"Rebels"}),
        ("Clashes between rebels and soldiers went on.", "Clashes", "between", {"rebels", "soldiers"}),
    ],
)
def test_sides_of_a_noun(parse: Parse, text: str, noun: str, slot: str, found: set[str]) -> None:
    assert texts(noun_arguments(word(parse(text), noun)).get(slot, [])) == found


def test_whose_act_a_noun_is(parse: Parse) -> None:
    assert texts(noun_owners(word(parse("The rebels' threat worried the king."), "threat"))) == {"rebels"}
    assert texts(noun_owners(word(parse("Rebels made a threat."), "threat"))) == {"Rebels"}
    assert noun_owners(word(parse("The threat grew."), "threat")) == []


@pytest.mark.parametrize("text", ["", " ", "by by by", "who who who that which", "((((", "Killed. By. Of."])
def test_any_token_has_arguments(parse: Parse, text: str) -> None:
    for token in parse(text):
        assert arguments(token) and isinstance(noun_arguments(token), dict)
