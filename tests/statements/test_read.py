"""Who said what, in sentences written for these tests."""

from __future__ import annotations

import pytest

from bede.statements import plain_entity, read_statements


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "kind"),
    [
        ("The ministry said that the bridge had been closed.",
         "The ministry", "said", "that the bridge had been closed", "indirect"),
        ("The bridge has been closed, the harbour police said on Friday.",
         "the harbour police", "said", "The bridge has been closed", "indirect"),
        ("The bridge, police said, has been closed.",
         "police", "said", "The bridge, police said, has been closed", "indirect"),
        ("According to the Danish army, two soldiers were wounded.",
         "the Danish army", "According to", "two soldiers were wounded", "indirect"),
        ("Two soldiers were wounded, according to a local radio station.",
         "a local radio station", "according to", "Two soldiers were wounded", "indirect"),
        ("“We will rebuild the port,” said Mayor Anna Lund, a former engineer.",
         "Mayor Anna Lund, a former engineer", "said", "“We will rebuild the port,”", "direct"),
        ("“We will rebuild the port,” Lund said. “It will take two years.”",
         "Lund", "said", "“We will rebuild the port,” Lund said. “It will take two years.”", "direct"),
        ("Lund said: “We will rebuild the port.”", "Lund", "said", "“We will rebuild the port.”", "direct"),
        ('Lund said the port was "a ruin" and needed money.',
         "Lund", "said", 'the port was "a ruin" and needed money', "mixed"),
        ("Rebels attacked the depot, the governor told reporters.",
         "the governor", "told", "Rebels attacked the depot", "indirect"),
        ("The envoy was quoted as saying that talks had failed.",
         "The envoy", "saying", "that talks had failed", "indirect"),
        ("The army denied that its planes had bombed the school.",
         "The army", "denied", "that its planes had bombed the school", "indirect"),
        ("He claimed the vote was stolen.", "He", "claimed", "the vote was stolen", "indirect"),
    ],
)  # fmt: skip
def test_finds_speaker_cue_content_and_kind(read, text, speaker, cue, content, kind):
    assert (speaker, cue, content, kind) in read(text)


def test_speaker_in_the_middle_of_direct_speech(read):
    [(speaker, _, content, kind)] = read("“We are ready,” General Okoro said, “and we will not wait.”")
    assert (speaker, kind) == ("General Okoro", "direct")
    assert content.startswith("“We are ready") and content.endswith("wait.”")


def test_saying_after_an_act_takes_the_same_speaker(read):
    rows = read("Norland threatened its neighbour with a blockade, saying its ships would not leave.")
    assert ("Norland", "saying", "its ships would not leave", "indirect") in rows


def test_a_quotation_over_two_paragraphs_is_one_statement(read):
    body = "“The dam is safe,” said engineer Tom Reyes.\n\n“It will hold.”\n\nThe river rose again on Monday."
    [(speaker, _, content, _)] = read(body)
    assert speaker == "engineer Tom Reyes"
    assert content.endswith("“It will hold.”")


def test_a_quotation_may_reopen_each_paragraph_before_it_closes(read):
    body = (
        "The mayor said: “The dam is safe.\n\n“It will hold until spring.”\n\nThe river rose again on Monday."
    )
    [(speaker, _, content, kind)] = read(body)
    assert (speaker, kind) == ("The mayor", "direct")
    assert content == "“The dam is safe.\n\n“It will hold until spring.”"


def test_a_forgotten_closing_mark_does_not_swallow_the_article(read):
    body = "The mayor said: “The dam is safe.\n\nThe river rose again on Monday. Two farms were flooded."
    [(_, _, content, _)] = read(body)
    assert content.startswith("“The dam is safe")
    assert "Monday" not in content and "farms" not in content


def test_scare_quotes_are_no_statement(read):
    assert read("The so-called “friendship bridge” was closed on Monday.") == []


def test_one_statement_inside_another_is_two_and_linked(parse):
    doc = parse("The ministry said the group had claimed that it fired the rocket.")
    found = [f for f in read_statements(doc, plain_entity) if f.reported]
    assert [f.cue.text for f in found] == ["said", "claimed"]
    outer, inner = found
    assert inner.outer is outer
    assert [f.cue.text for f in inner.chain()] == ["claimed", "said"]
    assert outer.outer is None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The embassy said in a statement that its doors were shut.", "in a statement"),
        ("The minister wrote on Twitter that talks had begun.", "on Twitter"),
        ("The minister told Reuters that talks had begun.", "told Reuters"),
    ],
)
def test_channel(parse, text, channel):
    doc = parse(text)
    [found] = [f for f in read_statements(doc, plain_entity) if f.reported]
    assert doc.text[slice(*found.statement.channel)] == channel


def test_audience(parse):
    doc = parse("The commander told reporters that the road was open.")
    [found] = [f for f in read_statements(doc, plain_entity) if f.reported]
    assert found.audience is not None
    assert doc[slice(*found.audience)].text == "reporters"
    assert found.statement.channel is None


def test_who_stands_for_the_noun_before_it(read):
    rows = read("The pilot, who said the runway was icy, refused to land.")
    assert ("The pilot", "said", "the runway was icy", "indirect") in rows


def test_reportedly_marks_a_claim_that_nobody_is_named_for(parse):
    doc = parse("The general was reportedly arrested at the airport.")
    [found] = [f for f in read_statements(doc, plain_entity) if f.frame == "adverb"]
    assert found.speaker_head is None and found.statement.speaker.span is None
    assert found.stance == "claim"
    assert not found.reported


def test_a_noun_of_saying_with_its_owner(parse):
    doc = parse("The president's claim that rebels shot down the plane was disputed.")
    [found] = [f for f in read_statements(doc, plain_entity) if f.cue.text == "claim"]
    assert found.speaker_head is not None and found.speaker_head.text == "president"
    assert "rebels shot down the plane" in doc.text[slice(*found.statement.content)]


def test_wishes_are_thoughts_not_statements(parse, read):
    text = "The union wants to end the strike."
    [found] = read_statements(parse(text), plain_entity)
    assert found.kind == "thought" and not found.spoken
    assert read(text) == []


def test_headline_with_a_colon(read):
    rows = read("Nothing else happened on that day.", title="Minister: Border will reopen next week")
    assert ("Minister", ":", "Border will reopen next week", "indirect") in rows


def test_a_later_saying_is_not_part_of_the_first(read):
    rows = read("The captain said the engine failed and accused the owner of neglect.")
    assert ("The captain", "said", "the engine failed", "indirect") in rows


def test_what_has_not_been_said_yet_is_no_statement(read):
    assert read("The court could say that the law is void.") == []
