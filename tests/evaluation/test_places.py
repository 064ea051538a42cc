"""Scoring of toponym corpora: both layouts are read, and the scores are what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bede.errors import BedeError
from bede.evaluation.places import evaluate_places, match_toponyms, read_toponyms
from bede.places import PlaceReader
from bede.records import Span, Where

LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="1"><text><![CDATA[A siren failed in Paris, Texas.]]></text>
<toponyms>
<toponym><start>18</start><end>23</end><phrase>Paris</phrase><gaztag geonameid="4717560">
<lat>33.66</lat><lon>-95.55</lon></gaztag></toponym>
<toponym><start>25</start><end>30</end><phrase>Texas</phrase><gaztag geonameid="4736286">
<lat>31.25</lat><lon>-99.25</lon></gaztag></toponym>
</toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>Clinics opened in Kampala.</text><locations><location>
<name>Kampala</name><start>19</start><end>26</end><lat>0.3136</lat><lon>32.5811</lon></location>
</locations></article></articles>"""


def test_both_layouts_give_the_marked_words(tmp_path: Path) -> None:
    for name, content, words in (("lgl", LGL, ["Paris", "Texas"]), ("geovirus", GEOVIRUS, ["Kampala"])):
        path = tmp_path / f"{name}.xml"
        path.write_text(content, encoding="utf-8")
        item = next(read_toponyms(path))
        assert [item.text[gold.start : gold.end] for gold in item.toponyms] == words


def test_a_perfect_reading_scores_one(tmp_path: Path) -> None:
    path = tmp_path / "lgl.xml"
    path.write_text(LGL, encoding="utf-8")
    scores = {measure: (value, n) for measure, value, n in evaluate_places(path, reader=PlaceReader())}
    assert scores["toponym F1"] == (1.0, 2)
    assert scores["within 161 km, of those found"] == (1.0, 2)
    assert scores["exact GeoNames id, of those found"] == (1.0, 2)


def test_a_mention_counts_for_one_toponym_only(tmp_path: Path) -> None:
    path = tmp_path / "lgl.xml"
    path.write_text(LGL, encoding="utf-8")
    gold = next(read_toponyms(path)).toponyms
    wide = Where(span=Span(18, 30), name="Paris", country="USA", feature="city")
    assert len(match_toponyms(gold, [wide])) == 1


@pytest.mark.parametrize("content", ["", "<articles>", "<articles/>", "not xml", "<a>\x00</a>"])
def test_a_file_of_another_kind_is_refused_with_a_reason(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BedeError, match="LGL or GeoVirus"):
        list(read_toponyms(path))
