"""Words are marked without changing the text, however the marks overlap."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from bede.cli.marking import Mark, marked
from bede.records import Span

TEXT = "American airstrike killed Qasem Soleimani near Baghdad"


def mark(words: str, field: str, number: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), field, number)


def in_brackets(*marks: Mark) -> str:
    return marked(TEXT, marks, colour=False).plain


def test_brackets_name_the_field() -> None:
    assert in_brackets(mark("American", "actor"), mark("airstrike", "act", "1")) == (
        "[actor: American] [act 1: airstrike] killed Qasem Soleimani near Baghdad"
    )


def test_brackets_nest_when_marks_do() -> None:
    assert in_brackets(mark("American airstrike", "source"), mark("American", "actor")).startswith(
        "[source: [actor: American] airstrike] killed"
    )


def test_a_mark_that_crosses_another_is_opened_again() -> None:
    assert in_brackets(mark("American airstrike", "source"), mark("airstrike killed", "act")).startswith(
        "[source: American [act: airstrike]][act:  killed] Qasem"
    )


def test_only_a_part_is_shown() -> None:
    part = Span(TEXT.index("killed"), len(TEXT))
    assert marked(TEXT, [mark("American", "actor"), mark("airstrike killed", "act")], False, part).plain == (
        "[act: killed] Qasem Soleimani near Baghdad"
    )


def test_in_colour_the_text_stays_and_the_shortest_mark_wins() -> None:
    text = marked(TEXT, [mark("American airstrike", "said"), mark("American", "actor")], colour=True)
    assert text.plain == TEXT
    assert "green" in str(style_at(text, 0))
    assert "green" not in str(style_at(text, 10))


def test_a_text_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in marked("news \x1b[2J", [], colour=True).plain
    assert "\x1b" not in marked("news \x1b[2J", [Mark(0, 6, "act")], colour=False).plain


MARKS = st.lists(
    st.builds(Mark, st.integers(0, 30), st.integers(31, 54), st.sampled_from(["act", "actor", "place"]))
    | st.builds(Mark, st.just(10), st.integers(11, 20), st.just("said"), st.sampled_from(["", "S1"])),
    max_size=8,
    unique=True,
)


@given(marks=MARKS)
def test_no_letter_is_lost_and_every_bracket_closes(marks: list[Mark]) -> None:
    brackets = marked(TEXT, marks, colour=False).plain
    assert re.sub(r"\[[a-z]+(?: S?\d+)?: |\]", "", brackets) == TEXT
    assert brackets.count("[") == brackets.count("]")
    depth = 0
    for character in brackets:
        depth += (character == "[") - (character == "]")
        assert depth >= 0
    assert re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹ˢ]", "", marked(TEXT, marks, colour=True).plain) == TEXT


def style_at(text: Text, position: int) -> str:
    return " ".join(str(span.style) for span in text.spans if span.start <= position < span.end)
