"""Contexts are judged from the words of the paragraph, each with the words that call for it."""

from __future__ import annotations

import pytest

from bede.events import contexts_of


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Iran condemned the new limits on its nuclear programme and its uranium enrichment.", "cbrn"),
        ("The United States threatened China with tariffs in their trade war.", "economic"),
        ("Iraq's parliament voted to expel American troops.", "legislative"),
        ("Turkey agreed to let migrants and refugees cross.", "migration"),
        ("Somalia condemned the bombing by al-Shabab extremists as terrorism.", "terrorism"),
    ],
)
def test_context(tell, text: str, context: str) -> None:
    told = tell(text)
    assert any(context in e.contexts for e in told.events), [e.contexts for e in told.events]
    event = next(e for e in told.events if context in e.contexts)
    assert all(0 <= s.start < s.end <= len(text) for s in event.evidence["contexts"])


def test_only_the_paragraph_counts(tell) -> None:
    told = tell("France condemned Turkey.\n\nThe nuclear plant and its uranium are inspected every year.")
    assert "cbrn" not in told.one("ACCUSE").contexts


def test_no_words_no_context() -> None:
    assert contexts_of("He left.", 0, 8) == []
    assert contexts_of("", 0, 0) == []


def test_contexts_are_those_of_the_ontology(coder) -> None:
    text = (
        "The ministry of health, the parliament, the army and the courts spoke of uranium, refugees, drugs, "
        "hackers, elections, tariffs, oil, floods, terrorism, human rights and peacekeepers."
    )
    found = [context for context, _ in contexts_of(text, 0, len(text))]
    assert 0 < len(found) <= 3
    assert set(found) <= set(coder.ontology.contexts)
