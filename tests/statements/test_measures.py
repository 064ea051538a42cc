"""The measures of attributions and statements, on small corpora made here and on shared data if present."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from bede.errors import BedeError
from bede.evaluation.attribution import evaluate_attribution, read_brat
from bede.evaluation.statements import evaluate_statements, same_speaker

TEXT = "Port news.\n\nThe harbour police said the pier was closed. Nobody was hurt."
SHARED = Path(os.environ.get("BEDE_SHARED", Path(__file__).parents[2].parent / "shared"))


def standoff(text: str) -> str:
    """The one attribution of TEXT in brat stand-off."""
    rows = []
    for n, (role, words) in enumerate(
        [("Source", "The harbour police"), ("Cue", "said"), ("Content", "the pier was closed")], start=1
    ):
        start = text.index(words)
        rows.append(f"T{n}\t{role} {start} {start + len(words)}\t{words}")
    rows.append("T4\tAttribution 0 4\tsaid")
    return "\n".join([*rows, "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3"]) + "\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "port_0a1b.ann").write_text(standoff(TEXT), encoding="utf-8")
    return tmp_path


def test_a_corpus_in_a_folder_and_in_a_zip_give_the_same(corpus, tmp_path):
    path = tmp_path / "corpus.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(corpus.rglob("port*")):
            archive.write(file, file.relative_to(corpus))
    [one], [other] = list(read_brat(corpus)), list(read_brat(path))
    assert one.attributions == other.attributions
    assert len(one.attributions[0].content) == 4


def test_an_attribution_found_whole_scores_one(corpus):
    values = {name: value for name, value, _ in evaluate_attribution(corpus)}
    assert values["whole F1"] == values["source F1"] == values["content F1"] == 1.0


def test_a_folder_without_a_corpus_is_an_error_that_says_so(tmp_path):
    with pytest.raises(BedeError, match="no brat files"):
        evaluate_attribution(tmp_path)
    with pytest.raises(BedeError, match="does not exist"):
        evaluate_attribution(tmp_path / "nowhere")


def test_statements_of_a_gold_file_are_scored(tmp_path):
    title, body = TEXT.split("\n\n")
    start = TEXT.index("the pier")
    statement = {
        "speaker": "harbour police",
        "cue": "said",
        "content_span": [start, start + len("the pier was closed")],
        "kind": "indirect",
    }
    row = {"id": "1", "title": title, "text": body, "date": "2020-01-06", "statements": [statement]}
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([row]), encoding="utf-8")
    values = {name: value for name, value, _ in evaluate_statements(path)}
    assert values["statement F1"] == 1.0
    assert values["kind of those right"] == 1.0


def test_a_file_that_is_no_gold_is_an_error(tmp_path):
    path = tmp_path / "gold.json"
    path.write_text("[{}]", encoding="utf-8")
    with pytest.raises(BedeError, match="gold file"):
        evaluate_statements(path)


def test_speakers_are_compared_by_words():
    assert same_speaker("the Prime Minister Anna Lund", "Anna Lund")
    assert not same_speaker("the army", "the police")
    assert not same_speaker("", "the police")


def test_quality_does_not_fall_on_a_sample_of_polnear(tmp_path):
    path = SHARED / "data" / "attribution" / "polnear_train_dev.zip"
    if not path.exists():
        pytest.skip(f"{path} is not here; BEDE_SHARED names the folder of shared data")
    values = {name: value for name, value, _ in evaluate_attribution(path, part="dev", limit=12)}
    assert values["content F1"] > 0.78
    assert values["source F1"] > 0.70
    assert values["whole F1"] > 0.52
