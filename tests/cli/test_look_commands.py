"""`bede show`, `article`, `export`: looking at a store and taking events out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import Result

from bede.cli.filters import OPTIONS
from bede.store import EventFilter, Store

Bede = Callable[..., Result]


def strike(store: Path) -> str:
    with Store(store, readonly=True) as opened:
        (_, event), *_ = opened.events(EventFilter(type="ASSAULT", recipient="Soleimani"))
        return event.id


def test_the_table_tells_who_did_what_to_whom(bede: Bede, store: Path) -> None:
    result = bede("show", store)
    assert result.exit_code == 0
    (row,) = [line for line in result.stdout.splitlines() if strike(store)[:6] in line]
    for word in ("2020-01-03", "ASSAULT", "→", "actual"):
        assert word in row
    assert "Qasem Soleimani" in result.stdout


def test_a_narrow_table_tells_the_same(bede: Bede, store: Path) -> None:
    result = bede("show", store, COLUMNS="70")
    assert all(len(line) <= 70 for line in result.stdout.splitlines() if "bede show" not in line)
    for word in ("ASSAULT", "2020-01-03", "USA", "Soleimani", "actual"):
        assert word in result.stdout


def test_filters_choose(bede: Bede, store: Path) -> None:
    result = bede("show", store, "--country", "ECU", "--until", "2019-12")
    assert "PROTEST" in result.stdout
    assert "ASSAULT" not in result.stdout
    assert bede("show", store, "--type", "COERCE", "--place", "Quito").stdout.strip() == "0 events."
    assert "1 of" in bede("show", store, "--limit", 1).stdout


def test_every_filter_of_the_store_is_an_option() -> None:
    assert set(OPTIONS) == {field.name for field in fields(EventFilter)}


def test_a_filter_that_makes_no_sense_is_told(bede: Bede, store: Path) -> None:
    result = bede("show", store, "--since", "Sunday")
    assert result.exit_code == 2
    assert "since" in result.stderr


def test_one_event_in_its_words(bede: Bede, store: Path) -> None:
    result = bede("show", store, strike(store)[:8])
    assert result.exit_code == 0
    assert "recipient: Qasem Soleimani]" in result.stdout
    assert re.search(r"\[date: (on )?Friday\]", result.stdout)
    assert "2020-01-03" in result.stdout


def test_colours_and_a_legend_on_a_terminal(bede: Bede, store: Path) -> None:
    result = bede("show", store, strike(store), FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[" in result.stdout
    assert "[recipient:" not in result.stdout
    assert "recipient" in result.stdout.splitlines()[-2]


def test_a_whole_article_by_the_id_of_an_event(bede: Bede, store: Path) -> None:
    result = bede("article", store, strike(store))
    assert result.exit_code == 0
    assert result.stdout.startswith("Commander dies")
    assert "recipient: Qasem Soleimani]" in result.stdout
    assert "said" in result.stdout
    whole = json.loads(bede("article", store, strike(store), "--json").stdout)
    assert whole["article"]["title"] == "Commander dies"


def test_the_store_may_be_left_out(bede: Bede, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(store.parent)
    assert "PROTEST" in bede("show").stdout
    assert "Soleimani" in bede("show", strike(store)).stdout
    monkeypatch.chdir("/")
    assert "PROTEST" in bede("show", BEDE_STORE=str(store)).stdout
    assert "Soleimani" in bede("article", strike(store), "--store", store).stdout


def test_no_store_several_stores_and_unknown_ids_are_told(
    bede: Bede, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments, told in (
        (("show",), "none in this folder"),
        (("show", "other.bede"), "no store other.bede"),
        (("show", store, "zzzz"), "no event zzzz"),
        (("article", store, "zzzz"), "no article or event zzzz"),
        (("article", store), "Which article"),
        (("export", tmp_path / "none.bede"), "no store"),
    ):
        result = bede(*arguments)
        assert result.exit_code == 2
        assert told in result.stderr.replace("\n", " ")
        assert "Traceback" not in result.output
    for name in ("one.bede", "two.bede"):
        Store(tmp_path / name).close()
    assert "several here (one.bede, two.bede)" in bede("show").stderr


def test_export_to_every_format(bede: Bede, store: Path, tmp_path: Path) -> None:
    with Store(store, readonly=True) as opened:
        ids = {event.id for _, event in opened.events()}
    plover = bede("export", store)
    assert {json.loads(line)["id"] for line in plover.stdout.splitlines()} == ids
    table = bede("export", store, "--format", "csv").stdout
    assert {row["event_id"] for row in csv.DictReader(io.StringIO(table))} == ids
    parquet = tmp_path / "events.parquet"
    assert bede("export", store, "--format", "parquet", "--out", parquet).exit_code == 0
    assert parquet.read_bytes()[:4] == b"PAR1"


def test_export_takes_the_filters_of_show(bede: Bede, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "protests.jsonl"
    result = bede("export", store, "--type", "PROTEST", "--out", out)
    assert "written" in result.stderr
    assert {json.loads(line)["event"][0] for line in out.read_text().splitlines()} == {"PROTEST"}
    assert bede("export", store, "--type", "PROTEST", "--limit", 0).stdout == out.read_text()


def test_parquet_needs_a_file(bede: Bede, store: Path) -> None:
    result = bede("export", store, "--format", "parquet")
    assert result.exit_code == 2
    assert "file" in result.stderr


def test_show_as_json_is_the_export(bede: Bede, store: Path) -> None:
    shown = set(bede("show", store, "--json").stdout.splitlines())
    assert shown == set(bede("export", store).stdout.splitlines())
    assert bede("show", store, strike(store), "--json").stdout.strip() in shown
