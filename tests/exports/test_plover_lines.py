"""PLOVER JSON lines: the fields of the manual, and records that survive the way out and back."""

import io
import json

import pytest
from export_samples import coding, shooting
from export_strategies import FEW, codings
from hypothesis import given

from bede.errors import BedeError
from bede.exports import EXPORTS, PloverExport, from_plover, plover_line, plover_object, read_plover
from bede.exports.plover import date_range
from bede.records import Factuality


@FEW
@given(codings())
def test_any_record_survives_the_export_unchanged(coding):
    out = io.StringIO()
    assert EXPORTS["plover"].write([coding], out) == len(coding.events)
    data = out.getvalue().encode("utf-8")
    lines = data.decode("utf-8").splitlines()
    assert tuple(from_plover(line) for line in lines) == coding.events


@FEW
@given(codings())
def test_every_line_has_the_required_fields_and_ends_nowhere_early(coding):
    for event in coding.events:
        line = plover_line(coding, event, story=True)
        assert len(line.splitlines()) == 1
        fields = json.loads(line)
        assert {"id", "date", "actor", "event"} <= fields.keys()
        assert fields["quad_code"] == event.quad
        assert fields["event_scale"] == event.intensity


def test_the_fields_of_the_manual():
    event = shooting()
    fields = plover_object(coding(event), event)
    del fields["bede"]
    assert fields == {
        "id": "e1",
        "date": "2021-05-01",
        "enddate": "2021-05-31",
        "actor": [
            {
                "code": "XYZ",
                "sector": "COP",
                "other_sectors": ["GOV"],
                "entity_text": "Police",
                "identifier_id": "Q1",
                "office": "chief",
            }
        ],
        "recipient": [
            {"sector": "LAB", "entity_text": "strikers", "identifier_text": "Strikers"},
            {"sector": "UNK"},
        ],
        "event": ["ASSAULT"],
        "event_loc": {
            "extracted_place": "Port Anna",
            "resolved_place": "Port Anna",
            "geonameid": 7,
            "lat": 1.5,
            "lon": -2.25,
            "city": "Port Anna",
            "province": "Coast",
            "country_code": "XYZ",
            "resolution": 4,
        },
        "event_text": ["shot"],
        "quad_code": 4,
        "event_scale": -9.0,
        "mode": ["firearms"],
        "context": ["repression"],
        "size": {"dead": 1, "injured": [3, None], "arrested": [2, 5]},
        "text": "Police shot at least three strikers in Port Anna in May, a union said.",
        "text_info": {"start": 18, "end": 88},
        "cite_info": {
            "citation": "a1",
            "url": "https://example.org/dock",
            "title": "Dock strike ends",
            "language": "en",
            "publication": "Example Post",
            "coder": "bede 0.1.0",
            "codebook": "plover-2.0",
        },
        "coder": "bede 0.1.0",
    }


def test_the_words_behind_the_fields_can_be_read_in_the_line():
    event = shooting()
    extra = plover_object(coding(event), event)["bede"]
    assert extra["words"] == {
        "size": ["at least three"],
        "when": ["in May"],
        "where": ["Port Anna"],
        "attributed_to": ["a union"],
    }
    assert extra["article"] == {
        "id": "a1",
        "agencies": ["Example Post", "Example News"],
        "published": "2021-06-04",
    }


@pytest.mark.parametrize(
    ("changes", "contexts"),
    [
        ({"factuality": Factuality.NEGATED}, ["repression", "negation"]),
        ({"factuality": Factuality.FUTURE}, ["repression", "future"]),
        (
            {"factuality": Factuality.HYPOTHETICAL, "historical": True},
            ["repression", "hypothetical", "historical"],
        ),
    ],
)
def test_acts_that_did_not_happen_are_marked_where_plover_users_look(changes, contexts):
    event = shooting(**changes)
    assert plover_object(coding(event), event)["context"] == contexts


def test_the_story_numbers_the_sentence():
    event = shooting()
    info = plover_object(coding(event), event, story=True)["text_info"]
    assert info["text_story"][info["sequence"] - 1].startswith("Police shot")
    assert info["text_story"][0] == "Dock strike ends"
    assert len(info["text_story"]) == 3


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020-01-05", ("2020-01-05", "2020-01-05")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-13", (None, None)),
        ("Sunday", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_month_or_year_is_given_as_first_and_last_day(value, days):
    assert date_range(value) == days


def test_a_file_is_read_back(tmp_path):
    events = (shooting(), shooting(id="e2", type="AGREE", modes=(), quad=1, intensity=2.5))
    path = tmp_path / "events.jsonl"
    assert PloverExport(story=True).write([coding(*events), coding()], path) == 2
    assert tuple(read_plover(path)) == events
    assert [file.name for file in tmp_path.iterdir()] == ["events.jsonl"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "x"}', r"line 2: .*no field bede\.event"),
        ("[1]", r"line 2: .*no field bede\.event"),
        ("{", "line 2: This is not a line of JSON"),
        ('{"bede": {"event": {"id": "x"}}}', r"line 2: .*at fault in bede\.event\.type"),
    ],
)
def test_a_line_that_is_not_ours_is_told_with_its_number(tmp_path, line, words):
    event = shooting()
    path = tmp_path / "mixed.jsonl"
    path.write_text(plover_line(coding(event), event) + "\n" + line + "\n", encoding="utf-8")
    reader = read_plover(path)
    assert next(reader) == event
    with pytest.raises(BedeError, match=words):
        next(reader)


def test_lines_come_as_the_codings_come():
    """Memory stays steady: nothing is read ahead."""
    seen = []

    class Listening(io.StringIO):
        def write(self, text):
            seen.append(("line", json.loads(text)["id"]))
            return len(text)

    def stream():
        for number in range(3):
            seen.append(("coding", f"e{number}"))
            yield coding(shooting(id=f"e{number}"))

    assert EXPORTS["plover"].write(stream(), Listening()) == 3
    assert seen == [(what, f"e{number}") for number in range(3) for what in ("coding", "line")]
