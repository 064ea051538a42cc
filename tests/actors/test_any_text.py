"""The room must read any text whatever, and every span must lie in it."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bede.knowledge import word_set

WORDS = word_set(
    """the Iraqi president of US and , . ( ) 's who he they their said told UN police in Baghdad with NATO
    former minister - led ; : it killed 😀 والشعب"""
)


def check(story) -> None:
    size = len(story.article.text)
    for token in story.doc:
        entity = story.cast.entity(token)
        assert entity.span is not None
        assert 0 <= entity.span.start <= entity.span.end <= size
        story.cast.is_actor(token)
        story.cast.chain(token)
        assert token in story.cast.members(token) or story.cast.members(token)
    for mention in story.cast.mentions:
        assert mention.start <= mention.head < mention.end


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_words(read, text: str) -> None:
    check(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "😀 🇮🇷 !!!",
        "the",
        "(UN)",
        "who which that",
        "’s ’s's",
        "Iran's " * 300,
        "the brother of " * 200,
    ],
)
def test_odd_texts(read, text: str) -> None:
    check(read(text))


def test_one_sentence_of_5000_words(read) -> None:
    rng = random.Random(1)
    story = read(" ".join(rng.choice(sorted(WORDS - {"."})) for _ in range(5000)))
    check(story)


def test_an_article_without_date_or_title(read) -> None:
    assert read("President Donald Trump spoke.", on=None).side("Trump") == ("USA", "GOV")
