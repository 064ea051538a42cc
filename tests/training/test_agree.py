"""Agreement of two passes of labels."""

from __future__ import annotations

import copy
import json

from training import agree, files
from training.convert import convert


def passes(tmp_path, second, first):
    files.write([convert(first, "x")], tmp_path / "first")
    path = tmp_path / "second.jsonl"
    path.write_text(json.dumps(second) + "\n", encoding="utf-8")
    return ["--first", str(tmp_path / "first"), str(path)]


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


def test_labels_may_refer_to_numbered_texts(tmp_path, capsys, compact):
    labels = {"n": 7, "events": compact["events"]}
    arguments = passes(tmp_path, labels, compact)
    texts = tmp_path / "texts.jsonl"
    numbered = {"n": 7, "text": compact["text"], "date": compact["date"]}
    texts.write_text(json.dumps(numbered) + "\n", encoding="utf-8")
    assert agree.main([*arguments, "--texts", str(texts)]) == 0
    assert capsys.readouterr().out.count("F1 1.000") == 3
