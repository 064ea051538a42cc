"""The event model: words of acts, sides, marked pairs, and input that no newspaper prints."""

from __future__ import annotations

import pytest

import bede
from bede.errors import BedeError
from bede.events.marked import read_marked
from bede.events.model import EventModel, find_model


@pytest.fixture(scope="module")
def model() -> EventModel:
    found = find_model("small")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def small():
    return bede.load("small")


def pieces(model: EventModel, word: str) -> list[str]:
    names = list(model.pieces.numbers)
    return [names[number] for number in model.pieces.of_word(word)]


def test_words_are_cut_into_the_longest_known_pieces(model):
    assert pieces(model, "disarmament") == ["di", "##sar", "##mament"]
    assert pieces(model, "Minister") == ["minister"]
    assert pieces(model, "Zürich's") == ["zurich", "'", "s"]
    assert pieces(model, "U.S.") == ["u", ".", "s", "."]


def test_what_the_vocabulary_lacks_is_unknown_and_nothing_is_lost(model):
    numbers, places = model.pieces.encode(["ok", "\U0001f600", "x" * 300], 50)
    assert len(places) == 3
    assert numbers.count(model.pieces.unknown) == 2


def test_a_sentence_is_cut_at_the_longest_that_is_read(model):
    numbers, places = model.pieces.encode(["war"] * 500, 60)
    assert len(numbers) == 60
    assert len(places) < 60


@pytest.mark.parametrize(
    ("sentence", "kind", "word"),
    [
        ("Norway condemned the Russian raid .", "ACCUSE", "condemned"),
        ("Police arrested 14 protesters in Nairobi on Tuesday .", "COERCE", "arrested"),
        ("The two presidents held talks in Geneva on Friday .", "CONSULT", "talks"),
        ("Gunmen killed three soldiers near the border on Sunday .", "ASSAULT", "killed"),
    ],
)
def test_plain_acts_are_found_with_their_type(model, sentence, kind, word):
    words = sentence.split()
    (read,) = model.read([words])
    found = [t for t in read.triggers(0.5) if t.type == kind]
    assert any(word in [words[i] for i in t.words] for t in found)


def test_sides_are_told_apart(model):
    words = "Police arrested 14 protesters in Nairobi on Tuesday .".split()
    (read,) = model.read([words])
    roles = read.roles([1])
    assert roles[0, 0] > roles[0, 1]
    assert roles[3, 1] > roles[3, 0]


def test_blame_without_a_word_for_it_is_found(small):
    text = "\"It beggars belief,\" Germany's interior minister said of the Polish court's ruling on Friday."
    assert not bede.load("frames").code(text, published="2020-01-06").events
    (event,) = small.code(text, published="2020-01-06").events
    assert event.type == "ACCUSE"
    assert {e.country for e in event.actors} == {"DEU"}
    assert {e.country for e in event.recipients} == {"POL"}


def test_sport_is_no_event(small):
    text = "Arsenal attacked down the left until the end and beat Chelsea 2-1 on Saturday."
    assert not small.code(text, published="2020-01-06").events


def test_explanations_say_what_the_model_thinks(small):
    explained = small.explain("Norway condemned the Russian raid on Friday.", "2020-01-06")
    lines = [line for step in explained.steps for line in step.lines]
    assert any("condemn" in line and "by the event model 0." in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "war " * 5000,
        "Iran \U0001f600 " * 200,
        "NO VERBS HERE, ONLY NAMES: IRAN, IRAQ, KUWAIT",
        '"An open quote that never closes, said Iran of Iraq',
        "今天 战争 和平 " * 50,
    ],
)
def test_odd_input_is_read_without_failing(small, text):
    assert small.code(text, published="2020-01-06").article.text


def test_the_type_between_marked_sides(model):
    sentences = [
        read_marked("<s>Iran</s> condemned <t>the United States</t> for the strike on Friday."),
        read_marked("<s>The European Union</s> sent 40 tonnes of food to <t>Sudan</t> on Monday."),
    ]
    best = [model.types[int(row.argmax())] for row in model.types_of(sentences)]
    assert best == ["ACCUSE", "AID"]


def test_a_side_may_be_missing():
    marked = read_marked("<s>Police</s> arrested nobody.")
    assert marked.source == (0, 1)
    assert marked.target is None
    assert read_marked("Nobody was arrested.").source is None


def test_a_model_that_is_not_there_is_named_with_what_to_do(tmp_path):
    with pytest.raises(BedeError, match="small, frames"):
        find_model(str(tmp_path / "none"))
