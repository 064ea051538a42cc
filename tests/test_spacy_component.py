"""Bede as a component of any spaCy pipeline."""

from __future__ import annotations

import spacy

from bede.coder import Coder

TEXT = "Iraq condemned Turkey on Friday, a minister said."


def test_a_blank_pipeline_codes(coder: Coder) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("bede")
    doc = nlp(TEXT)
    assert [e.type for e in doc._.events] == ["ACCUSE"]
    assert [s.speaker.sectors for s in doc._.statements] == [("GOV",)]
    assert doc.text[slice(*doc._.events[0].trigger)] == "condemned"
    assert doc._.coding == coder.code(TEXT)


def test_the_date_comes_from_the_doc() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("bede")
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "2020-01-06"
    assert nlp(doc)._.events[0].date == "2020-01-03"


def test_it_may_be_added_to_several_pipelines_and_streams() -> None:
    for _ in range(2):
        nlp = spacy.blank("en")
        nlp.add_pipe("bede")
    docs = list(nlp.pipe([TEXT, "The weather was warm."]))
    assert [len(doc._.events) for doc in docs] == [1, 0]
