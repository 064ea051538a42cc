"""Agreement of two passes of labels."""

from __future__ import annotations

import copy
import json

from training import agree, files
from training.convert import convert
from training.records import passage_id


def passes(tmp_path, second, first):
    passage = convert(first, "x")
    files.write([passage], tmp_path / "corpus")
    for name, labels in (("first", first), ("second", second)):
        (tmp_path / name).mkdir()
        line = json.dumps({"id": passage_id(labels["text"]), "events": labels["events"]})
        (tmp_path / name / "x.jsonl").write_text(line + "\n", encoding="utf-8")
    return ["--passes", str(tmp_path), "--corpus", str(tmp_path / "corpus")]


def test_the_same_labels_agree_wholly(tmp_path, capsys, compact):
    assert agree.main(passes(tmp_path, compact, compact)) == 0
    shown = capsys.readouterr().out
    assert shown.count("F1 1.000") == 3
    assert "0." not in shown.replace("1.000", "")


def test_differences_are_counted_by_field_and_listed(tmp_path, capsys, compact):
    second = copy.deepcopy(compact)
    second["events"][0]["factuality"] = "actual"
    second["events"][1]["type"] = "AID"
    listed = tmp_path / "listed.txt"
    assert agree.main([*passes(tmp_path, second, compact), "--disagreements", str(listed)]) == 0
    shown = capsys.readouterr().out
    assert "found      F1 0.500" in shown
    assert "factuality           0.000 (1)" in shown
    assert "AGREE" in listed.read_text(encoding="utf-8") and "AID" in listed.read_text(encoding="utf-8")


def test_other_texts_are_told_not_scored(tmp_path, capsys, compact):
    second = copy.deepcopy(compact)
    second["text"] += " It rained."
    assert agree.main(passes(tmp_path, second, compact)) == 2
    assert "No passage" in capsys.readouterr().err


def test_dates_of_both_passes_are_compared(tmp_path, capsys, compact):
    second = copy.deepcopy(compact)
    second["events"][0]["date"] = "1999-01-01"
    assert agree.main(passes(tmp_path, second, compact)) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("date "))
    assert 0 <= float(line.split()[1]) < 1
