"""The table of frames says only what the ontology knows, and a bad row is told by its line."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from bede.coder import Coder
from bede.errors import BedeError
from bede.events.frames import NO_EVENT, load_frames

WORDY = {"prep", "prt", "comp", "oprd", "adv", "mod", "when"}  # conditions that need words to look for


def rows(name: str) -> list[tuple[int, dict[str, str]]]:
    table = resources.files("bede.data").joinpath(name)
    with table.open(encoding="utf-8", newline="") as lines:
        return list(enumerate(csv.DictReader(lines), start=2))


def test_every_type_and_mode_is_one_of_the_ontology(coder: Coder) -> None:
    types = coder.ontology.types
    for number, row in rows("frames.csv"):
        if row["type"] == NO_EVENT:
            assert not row["modes"], number
            continue
        assert row["type"] in types, number
        known = {mode.name for mode in types[row["type"]].modes}
        assert set(row["modes"].split("|")) - {""} <= known, (number, row)


def test_every_type_can_be_coded(coder: Coder) -> None:
    told = {frame.type for frames in load_frames().values() for frame in frames}
    assert told >= set(coder.ontology.types)


def test_every_row_has_a_source_and_a_weight_and_conditions_their_words() -> None:
    for number, row in rows("frames.csv"):
        assert None not in row and None not in row.values(), number
        assert row["source"].strip(), number
        assert 0 < float(row["weight"]) <= 1, number
    for frames in load_frames().values():
        for frame in frames:
            assert frame.lemma == frame.lemma.strip() != "", frame
            for condition in frame.conditions:
                assert condition.lemmas or condition.kind not in WORDY, frame.pattern


def test_no_pattern_is_given_two_meanings() -> None:
    seen: dict[tuple[str, str], int] = {}
    doubled = [
        (number, seen.setdefault((row["pattern"], row["pos"]), number), row["pattern"])
        for number, row in rows("frames.csv")
        if seen.setdefault((row["pattern"], row["pos"]), number) != number
    ]
    assert doubled == []


def test_the_most_specific_frame_comes_first() -> None:
    for frames in load_frames().values():
        lengths = [len(frame.conditions) for frame in frames]
        assert lengths == sorted(lengths, reverse=True)


def test_every_context_of_the_word_table_is_one_of_the_ontology(coder: Coder) -> None:
    listed = rows("context_words.csv")
    assert {row["context"] for _, row in listed} <= set(coder.ontology.contexts)
    assert all(row["words"].strip("| ") and row["source"].strip() for _, row in listed)


def test_a_bad_row_is_named_by_its_line(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "frames.csv").write_text(
        "pattern,pos,type,modes,actor,recipient,weight,source\n"
        "attack,verb,ASSAULT,,,,.7,us\n"
        "raid,verb,ASSAULT,,,,heavy,us\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("bede.data.files", lambda package: tmp_path)
    load_frames.cache_clear()
    try:
        with pytest.raises(BedeError, match=r"frames\.csv, line 3"):
            load_frames()
    finally:
        load_frames.cache_clear()
