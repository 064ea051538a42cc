"""The committed corpus: in its format, spans right, no copies. `make corpus-check` compares public text."""

from __future__ import annotations

import json

from training import check, files
from training.records import schema


def test_the_committed_corpus_passes_the_check(capsys):
    assert check.main(["--quick"]) == 0, capsys.readouterr().out


def test_schema_is_what_the_records_say():
    assert json.loads((files.HOME / "schema.json").read_text(encoding="utf-8")) == schema()


def test_no_file_is_too_big_to_read_on_a_forge():
    assert all(path.stat().st_size < 4_000_000 for path in files.PASSAGES.iterdir())


def test_about_one_in_ten_is_held_aside_and_in_its_own_file():
    passages = files.read()
    held = [passage for passage in passages if passage.held]
    assert 0.08 < len(held) / len(passages) < 0.12
    assert {files.file_name(passage) for passage in held} == {"held-00.jsonl"}
