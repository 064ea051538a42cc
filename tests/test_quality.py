"""Measured quality does not sink below the floors of quality.toml. See bede/evaluation/gate.py."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bede.errors import BedeError
from bede.evaluation.gate import Figure, Outcome, groups, measure, read_figures, write_figures
from bede.evaluation.intervals import f1_interval

ROOT = Path(__file__).parent.parent
FIGURES = [figure for figure in read_figures(ROOT / "quality.toml") if not figure.slow]
ONE = Figure("events", "gold.json", "found F1", 0.5, 0.512, 40, dt.date(2020, 1, 6))


@cache
def measured(suite: str, data: str) -> dict[str, Outcome]:
    """The outcomes of one suite on one data set, run once."""
    figures = [figure for figure in FIGURES if (figure.suite, figure.data) == (suite, data)]
    return {outcome.figure.measure: outcome for outcome in measure(figures, ROOT)}


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f"{f.suite}-{Path(f.data).stem}-{f.measure}")
def test_no_figure_is_below_its_floor(figure: Figure) -> None:
    if not figure.path(ROOT).exists():
        pytest.skip(f"{figure.data} is not here; BEDE_SHARED names the folder of benchmark data")
    outcome = measured(figure.suite, figure.data)[figure.measure]
    assert outcome.holds, f"{outcome.value:.3f} is below the floor {figure.floor}"


def test_floors_rise_and_never_sink() -> None:
    today = dt.date(2020, 2, 1)
    assert Outcome(ONE, 0.5449, 41).raised(today).floor == 0.535
    assert Outcome(replace(ONE, slack=0.02), 0.5449, 41).raised(today).floor == 0.52
    assert Outcome(ONE, 0.49, 41).raised(today).floor == 0.5
    assert not Outcome(ONE, 0.49, 41).holds


def test_figures_are_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "quality.toml"
    figures = [ONE, Outcome(ONE, 0.6, 41, (0.55, 0.65)).raised(dt.date(2020, 2, 1))]
    write_figures(path, figures)
    assert read_figures(path) == figures
    assert groups(figures) == [figures]


def test_a_file_of_other_things_is_told(tmp_path: Path) -> None:
    path = tmp_path / "quality.toml"
    path.write_text("[[figure]]\nmeasur = 1\n", encoding="utf-8")
    with pytest.raises(BedeError, match=r"quality\.toml"):
        read_figures(path)


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    articles = [(3, 5, 6), (0, 2, 4), (4, 4, 4), (1, 3, 2)] * 10
    low, high = f1_interval(articles)
    assert low < 2 * 80 / (140 + 160) < high
    assert (low, high) == f1_interval(articles)
    assert f1_interval([(2, 2, 2)] * 5) == (1.0, 1.0)
