"""`bede code`: what is coded, counted, skipped, and kept."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from bede.store import Store

Bede = Callable[..., Result]


def test_a_folder_is_coded_and_counted(bede: Bede, reports: Path, tmp_path: Path) -> None:
    result = bede("code", reports, "--to", tmp_path / "news.bede")
    assert result.exit_code == 0
    assert "3 articles read, 3 coded, 0 already there, 0 skipped" in result.stdout
    with Store(tmp_path / "news.bede", readonly=True) as store:
        assert {event.type for _, event in store.events()} >= {"ASSAULT", "PROTEST", "REQUEST"}
        assert f"{store.count()} events found" in result.stdout
        assert store.counts().articles == 3


def test_coding_again_changes_nothing(bede: Bede, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    bede("code", reports, "--to", path)
    with Store(path, readonly=True) as store:
        before = list(store.codings())
    result = bede("code", reports, "--to", path)
    assert result.exit_code == 0
    assert "3 articles read, 0 coded, 3 already there, 0 skipped, 0 events found" in result.stdout
    with Store(path, readonly=True) as store:
        assert list(store.codings()) == before


def test_the_event_model_finds_blame_that_no_frame_tells(bede: Bede, tmp_path: Path) -> None:
    report = tmp_path / "ruling.txt"
    words = (
        "\"It beggars belief,\" Germany's interior minister said of the Polish court's ruling on Friday.\n"
    )
    report.write_text(words, encoding="utf-8")
    assert "ACCUSE" not in bede("code", report, "--json", "--on", "2020-01-06").stdout
    for processes in (1, 2):
        given = ("--json", "--on", "2020-01-06", "--model", "small", "--processes", processes)
        coded = bede("code", report, *given)
        assert coded.exit_code == 0
        assert "ACCUSE" in coded.stdout


def test_a_model_that_is_not_there_is_told(bede: Bede, reports: Path, tmp_path: Path) -> None:
    result = bede("code", reports, "--to", tmp_path / "news.bede", "--model", tmp_path / "none")
    assert result.exit_code == 2
    assert "Use small, frames, or a folder with a model" in result.output


def test_one_report_in_two_files_is_one_article(bede: Bede, reports: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((reports / "vote.txt").read_bytes())
    result = bede("code", reports / "vote.txt", copy, "--to", tmp_path / "news.bede")
    assert "2 articles read, 1 coded, 1 already there" in result.stdout


def test_recode_codes_anew(bede: Bede, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    bede("code", reports, "--to", path, "--min-confidence", 1)
    with Store(path, readonly=True) as store:
        assert store.count() == 0
    result = bede("code", reports, "--to", path, "--recode")
    assert "3 coded, 0 already there" in result.stdout
    with Store(path, readonly=True) as store:
        assert store.count() >= 3


def test_json_lines_need_no_store(bede: Bede, reports: Path) -> None:
    result = bede("code", reports, "--json")
    assert result.exit_code == 0
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"ASSAULT", "PROTEST", "REQUEST"} <= {event["event"][0] for event in events}
    assert "3 articles read, 3 coded, 0 skipped" in result.stderr


def test_json_lines_of_articles_already_there_are_the_same(bede: Bede, reports: Path, tmp_path: Path) -> None:
    first = bede("code", reports, "--json", "--to", tmp_path / "news.bede").stdout
    again = bede("code", reports, "--json", "--to", tmp_path / "news.bede").stdout
    assert first == again


def test_standard_input(bede: Bede, tmp_path: Path) -> None:
    text = "Rioters attacked the embassy in Baghdad on Tuesday.\n"
    result = bede("code", "-", "--on", "2020-01-01", "--json", input=text)
    assert result.exit_code == 0, result.output
    (event, *_) = [json.loads(line) for line in result.stdout.splitlines()]
    assert event["event"] == ["ASSAULT"]
    assert event["date"] == "2019-12-31"


def test_columns_are_given(bede: Bede, tmp_path: Path) -> None:
    table = tmp_path / "wire.csv"
    table.write_text(
        'kop,verhaal,dag\nA strike,"American forces attacked a base in Iraq on Sunday.",2019-12-30\n'
    )
    columns = ("--column", "title=kop", "--column", "text=verhaal", "--column", "date=dag")
    result = bede("code", table, *columns, "--outlet", "Example Post", "--to", tmp_path / "news.bede")
    assert result.exit_code == 0, result.output
    with Store(tmp_path / "news.bede", readonly=True) as store:
        (coding,) = store.codings()
    assert coding.article.title == "A strike"
    assert coding.article.outlet == "Example Post"
    assert str(coding.article.date) == "2019-12-30"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(bede: Bede, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    wire = tmp_path / "wire.jsonl"
    body = "Turkey recalled its ambassador from Paris on Monday and accused France of hypocrisy."
    wire.write_text(json.dumps({"title": "Row", "text": body, "date": "2020-10-26"}) + "\n{not json\n")
    path = tmp_path / "news.bede"
    given = (tmp_path / "empty.txt", wire, tmp_path / "nowhere.txt", reports / "vote.txt")
    result = bede("code", *given, "--to", path)
    assert result.exit_code == 1
    assert "2 articles read, 2 coded, 0 already there, 3 skipped" in result.stdout
    told = result.stderr.splitlines()
    assert len([line for line in told if line.startswith("skipped ")]) == 3
    assert any("wire.jsonl" in line and "2" in line for line in told)
    assert any("nowhere.txt" in line and "no such file" in line for line in told)
    with Store(path, readonly=True) as store:
        assert len(list(store.skipped())) == 3


def test_another_text_under_a_known_id_is_not_taken_for_the_same(bede: Bede, tmp_path: Path) -> None:
    for name, place in (("one", "Baghdad"), ("two", "Basra")):
        record = {
            "id": "7",
            "text": f"Protesters attacked the consulate in {place} on Sunday.",
            "date": "2020-01-06",
        }
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n")
    result = bede("code", tmp_path / "one.jsonl", tmp_path / "two.jsonl", "--to", tmp_path / "news.bede")
    if "0 skipped" in result.stdout:
        pytest.skip("the readers keep such ids apart themselves")
    assert result.exit_code == 1
    assert "another text under the id" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("no-such-folder", "--to", "{store}"), "Nothing to read"),
        (("{reports}",), "--to"),
        (("{reports}", "--to", "{folder}/nowhere/news.bede"), "cannot be opened"),
        (("{reports}", "--to", "{reports}/vote.txt"), "not a Bede store"),
        (("{reports}", "--to", "{store}", "--column", "title"), "FIELD=NAME"),
        (("{reports}", "--to", "{store}", "--on", "Sunday"), "--on"),
    ],
)
def test_nothing_can_start(
    bede: Bede, reports: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    places = {"reports": reports, "folder": tmp_path, "store": tmp_path / "news.bede"}
    result = bede("code", *(argument.format(**places) for argument in arguments))
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_a_store_in_use_is_not_started_on(
    bede: Bede, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bede.cli.run.BUSY_SECONDS", 0.0)
    path = tmp_path / "news.bede"
    Store(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = bede("code", reports, "--to", path)
    other.close()
    assert result.exit_code == 2
    assert "locked" in result.stderr


def test_two_processes_give_the_same_as_one(bede: Bede, reports: Path) -> None:
    one = bede("code", reports, "--json", "--processes", 1)
    two = bede("code", reports, "--json", "--processes", 2)
    assert two.exit_code == 0, two.output
    assert one.stdout == two.stdout


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_keeps_what_is_finished_and_goes_on(
    bede: Bede, tmp_path: Path, how: signal.Signals
) -> None:
    wire = tmp_path / "wire.jsonl"
    text = "Protesters marched against the government in Quito on Tuesday. They want report {} withdrawn."
    records = ({"title": f"March {n}", "text": text.format(n), "date": "2019-10-08"} for n in range(80))
    wire.write_text("".join(json.dumps(record) + "\n" for record in records))
    path = tmp_path / "news.bede"
    arguments = ["code", str(wire), "--to", str(path), "--json", "--processes", "1"]
    run = subprocess.Popen(
        [sys.executable, "-c", "from bede.cli import main; main()", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert run.stdout
    told = [run.stdout.readline() for _ in range(20)]
    run.send_signal(how)
    rest, messages = run.communicate()
    told += rest.splitlines()
    assert run.returncode == (130 if how is signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in messages
    with Store(path) as store:
        kept = store.counts()
        assert 0 < kept.articles < 80
        assert kept.events >= len(told) - 1  # the last line may have been cut off
    result = bede("code", wire, "--to", path)
    assert result.exit_code == 0
    assert f"80 articles read, {80 - kept.articles} coded, {kept.articles} already there" in result.stdout
