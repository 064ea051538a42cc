"""The scorers count as they say, and measured quality does not sink below what was reached."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bede.evaluation.time_cases import evaluate_cases
from bede.evaluation.times import evaluate_event_dates, evaluate_times, match_times, parse_timeml
from bede.times import read_times

SHARED = Path(os.environ.get("BEDE_SHARED", Path(__file__).parents[3] / "shared"))
NEEDS_DATA = pytest.mark.skipif(not SHARED.exists(), reason=f"no shared data at {SHARED}")
MARKUP = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" value="2020-01-06" functionInDocument="CREATION_TIME">01/06/2020</TIMEX3></DCT>
<TEXT>
Rebels &amp; troops <EVENT eid="e1" class="OCCURRENCE">fought</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2020-01-05">Sunday</TIMEX3> and
<TIMEX3 tid="t2" type="DATE" value="2019">last year</TIMEX3>, then for
<TIMEX3 tid="t3" type="DURATION" value="PXX">a long while</TIMEX3>.
</TEXT></TimeML>"""


def test_timeml_gives_text_and_times_with_offsets_into_it() -> None:
    document = parse_timeml("a.tml", MARKUP)
    assert document.text.startswith("Rebels & troops fought on\nSunday and")
    words = [document.text[time.span.start : time.span.end] for time in document.times]
    assert words == ["Sunday", "last year", "a long while"]
    assert str(document.created) == "2020-01-06"


def test_matches_are_one_to_one_and_by_overlap() -> None:
    document = parse_timeml("a.tml", MARKUP)
    pairs = match_times(document.times, read_times(document.text, document.created))
    assert [(gold.value, read.value) for gold, read in pairs] == [
        ("2020-01-05", "2020-01-05"),
        ("2019", "2019"),
    ]


def test_a_folder_is_scored_by_split(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.tml").write_text(MARKUP, encoding="utf-8")
    scores = {name: (value, n) for name, value, n in evaluate_times(tmp_path, "held-aside")}
    assert scores["span relaxed F1"] == (pytest.approx(4 / 5), 3)
    assert {name: n for name, _, n in evaluate_times(tmp_path, "dev")}["value F1"] == 6


@NEEDS_DATA
def test_recogniser_cases() -> None:
    assert evaluate_cases(SHARED / "data/times/recognizers")[0][1] >= 0.80


@NEEDS_DATA
def test_event_dates() -> None:
    scores = {name: value for name, value, _ in evaluate_event_dates(SHARED / "data/gold/wire_dev.json")}
    assert scores["event date right"] >= 0.83
    assert scores["date where the gold has none"] <= 0.26
    assert scores["historical right"] >= 0.89
