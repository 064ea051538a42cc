"""From passages as written to passages of the corpus."""

from __future__ import annotations

import copy
import json

import pytest

from training import build, edits, files, mend, people
from training.convert import Unfit, convert, size
from training.locate import Finder
from training.records import passage_id


def written(folder, name, *passages):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(json.dumps(p) for p in passages) + "\n", encoding="utf-8")
    return folder


def test_words_become_spans(compact):
    passage = convert(compact, "x")
    event = passage.events[0]
    for words in (
        event.trigger,
        *event.actors,
        *event.recipients,
        event.attributed_to,
        event.place,
        event.date,
    ):
        assert passage.text[slice(*words.span)] == words.text
    assert passage.id == passage_id(passage.text)
    assert event.id == f"{passage.id}-1"
    assert event.date.value == "1999-03-07"
    assert event.size == {"dead": (3, None)}
    assert event.factuality == "negated"
    assert passage.statements[0].content.text == "We fired nothing"


def test_a_side_is_the_occurrence_nearest_the_trigger_in_its_sentence(compact):
    passage = convert(compact, "x")
    assert passage.events[0].actors[0].span[0] == passage.text.index("Uganda on Tuesday")
    assert passage.events[1].actors[0].span[0] == passage.text.index("Uganda will")


def test_whole_words_go_before_parts_of_words():
    assert Finder("Iranian boats left. Iran denied it.").near("Iran", (0, 5)) == (20, 24)


def test_the_trigger_stands_where_its_sides_stand():
    text = "Two men were killed in the north. Gunmen killed a judge in Lima on Monday."
    assert Finder(text).trigger("killed", ["Gunmen", "a judge"], []) == (41, 47)


def test_older_format_has_no_statements(full):
    passage = convert(full, "p", statements=False)
    assert passage.statements is None
    assert passage.genre == "background"
    assert passage.events[0].size == {"participants": (13, None)}


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (4, (4, 4)),
        ([10, None], (10, None)),
        (">=8", (8, None)),
        (">270", (271, None)),
        ("at least nine", (9, None)),
        ("tens of thousands", (20_000, None)),
    ],
)
def test_sizes(told, meant):
    assert size(told) == meant


def test_words_that_are_not_in_the_text_are_refused(compact):
    wrong = copy.deepcopy(compact)
    wrong["events"][0]["trigger"] = "bombing"
    with pytest.raises(Unfit, match="bombing"):
        convert(wrong, "x")


def test_credits_and_names_go_and_the_labels_follow(full):
    passage = convert(full, "p", statements=False)
    passage = edits.apply(passage, mend.credit_edits(passage))
    passage = mend.mend_labels(edits.apply(passage, people.edits(passage)))
    assert passage.text == (
        "OSLO - The NATO secretary-general telephoned Norway's foreign minister on Friday, an alliance aide "
        "said. The secretary-general thanked Oslo."
    )
    actor = passage.events[0].actors[0]
    assert actor.text == "The NATO secretary-general" == passage.text[slice(*actor.span)]
    assert actor.sectors == ("MIL",)
    assert passage.id == passage_id(passage.text)
    assert not people.edits(passage) and not mend.credit_edits(passage)


def test_a_real_person_without_an_office_in_the_text_is_refused():
    wrong = {"text": "Nelson Mandela walked into the shop in Durban.", "date": "1995-05-05", "genre": "wire"}
    wrong["text"] = wrong["text"].replace("Nelson", "Uncle Nelson")
    with pytest.raises(people.RealPerson):
        people.edits(convert(wrong, "x"))


def test_build_drops_copies_and_says_why(tmp_path, capsys, compact, full):
    near = copy.deepcopy(compact)
    near["text"] += " It rained."
    broken = {"text": "No date here.", "genre": "wire", "events": []}
    new = written(tmp_path / "new", "n1.jsonl", compact, compact, near, broken)
    older = written(tmp_path / "older", "o1.jsonl", full)
    out = tmp_path / "out"
    report = tmp_path / "report.txt"
    arguments = ["--older", str(older), "--new", str(new), "--to", str(out), "--report", str(report)]
    assert build.main(arguments) == 0
    assert len(files.read(out)) == 2
    assert "2 passages with 3 events kept" in capsys.readouterr().out
    assert "n1.jsonl:2: near-copy (1.00) of n1.jsonl:1" in report.read_text(encoding="utf-8")


def test_nothing_to_build_from_is_an_error(tmp_path):
    assert build.main(["--new", str(tmp_path)]) == 2
