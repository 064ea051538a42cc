"""The check finds what is planted."""

from __future__ import annotations

import json

import pytest

from training import check, files, mend
from training.convert import convert
from training.near import near_copies, shared_runs


@pytest.fixture
def folder(tmp_path, compact):
    files.write([mend.mend_labels(convert(compact, "x"))], tmp_path)
    return tmp_path


def planted(folder, change):
    path = next(folder.glob("*.jsonl"))
    line = json.loads(path.read_text(encoding="utf-8"))
    change(line)
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return check.format_faults(folder)[1]


def test_a_sound_passage_has_no_fault(folder):
    assert check.format_faults(folder)[1] == []
    assert check.main([str(folder), "--quick"]) == 0
    assert check.main([str(folder), "--quick", "--bars"]) == 1


def test_an_empty_folder_is_a_fault(tmp_path):
    assert check.main([str(tmp_path), "--quick"]) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda p: p["events"][0]["trigger"].update(span=[0, 8]), "does not stand at"),
        (lambda p: p["events"][0]["trigger"].update(span=[900, 908]), "does not stand at"),
        (lambda p: p.update(text=p["text"].replace("KAMPALA", "ENTEBBE")), "not the hash"),
        (lambda p: p.pop("statements"), "statements"),
        (lambda p: p["events"][0].update(type="ATTACK"), "type"),
        (lambda p: p["events"][0].update(modes=["phone"]), "phone"),
        (lambda p: p["events"][0].update(contexts=["weather"]), "weather"),
        (lambda p: p["events"][0]["actors"][0].update(sectors=["XXX"]), "XXX"),
        (lambda p: p["events"][0]["actors"][0].update(country="QQQ"), "unknown country"),
        (lambda p: p["events"][1]["recipients"][0].update(sectors=["SOC"]), "has sectors"),
        (lambda p: p["events"][0]["date"].update(value="1999-02-30"), "1999-02-30"),
        (lambda p: p["events"][0]["date"].update(value="1999-03-06"), "is not 'Sunday'"),
        (
            lambda p: p["events"][1].update(date={"value": "1999-04-01", "text": None, "span": None}),
            "announces",
        ),
        (lambda p: p["events"][0].update(size={"dead": [5, 2]}), "size"),
        (lambda p: p["events"][1].update(id="x"), "event id"),
    ],
)
def test_planted_faults_are_found(folder, change, told):
    assert any(told in fault for fault in planted(folder, change))


def test_near_copies_are_found():
    one = "The river rose two metres overnight and reached the lower town before anybody had moved the boats."
    other = "The minister of works resigned after a quarrel about the cost of the new road to the harbour."
    assert near_copies([one, other, one.replace("boats", "carts")]) == [(0, 2, pytest.approx(0.82, abs=0.05))]


def test_runs_shared_with_public_text_are_joined_and_named():
    ours = "Officials said the ferry left the old harbour at noon with forty people on board."
    theirs = "He wrote that the ferry left the old harbour at noon with forty sheep."
    found = shared_runs([ours], [("book", theirs)])
    assert found == {0: {"the ferry left the old harbour at noon with forty": "book"}}


def test_borrowed_words_fail_the_check(folder, tmp_path, compact):
    public = tmp_path / "public" / "data"
    public.mkdir(parents=True)
    (public / "a.json").write_text(json.dumps([{"text": compact["text"]}]), encoding="utf-8")
    assert check.main([str(folder), "--public", str(public.parent)]) == 1


def test_public_text_of_every_format_is_read(shared):
    from training.public import texts

    names = {name.partition("/")[0].rpartition(".")[2] for name, _ in texts(shared / "data")}
    assert {"json", "jsonl", "csv", "tsv", "xml", "zip"} <= names
