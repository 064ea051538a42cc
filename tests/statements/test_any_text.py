"""Statements on any text at all."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bede.statements import plain_entity, read_statements

WORDS = (
    "said|according to|the mayor|who|Police|that|it rained|told|Reuters|claimed|reportedly|in a statement|and"
)
PIECES = st.sampled_from([*"“”\"'‘’,.:()?", "\n\n", "--", *WORDS.split("|")])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=TEXTS)
def test_every_span_lies_in_the_text_and_nothing_fails(parse, body):
    doc = parse(body)
    for found in read_statements(doc, plain_entity):
        record = found.statement
        for span in (record.cue, record.content, record.channel, record.speaker.span):
            assert span is None or 0 <= span.start < span.end <= len(doc.text)
        assert record.kind in {"direct", "indirect", "mixed"}
        assert found.outer is not found
        assert all(0 <= start < end <= len(doc) for start, end in found.content)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mark=st.sampled_from(["“", '"', "«", "``"]), paragraphs=st.integers(1, 6))
def test_a_quotation_that_never_closes_ends_with_its_paragraph(parse, mark, paragraphs):
    rest = "\n\n".join("The river rose again on Monday." for _ in range(paragraphs))
    doc = parse(f"The mayor said: {mark}The dam is safe.\n\n{rest}")
    for found in read_statements(doc, plain_entity):
        assert "river" not in doc.text[slice(*found.statement.content)]
