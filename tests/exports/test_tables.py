"""CSV and Parquet: the declared columns, whatever the text holds."""

import csv
import io
import re

import pyarrow.parquet as pq
import pytest
from export_samples import coding, shooting
from export_strategies import FEW, TEXT, codings
from hypothesis import given

from bede.errors import BedeError
from bede.exports import COLUMNS, EXPORTS, TABLE_VERSION, Kind, exporter
from bede.exports.columns import row
from bede.exports.parquet import ROWS_AT_ONCE
from bede.exports.table import cell

NAMES = [column.name for column in COLUMNS]


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write_csv(*found):
    out = io.StringIO(newline="")
    EXPORTS["csv"].write(found, out)
    return out.getvalue()


@FEW
@given(codings())
def test_csv_has_a_row_for_each_event_and_a_cell_for_each_column(coding):
    text = write_csv(coding).encode("utf-8").decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == NAMES
    assert len(rows) == len(coding.events) + 1 == text.count("\n")
    assert all(len(cells) == len(NAMES) for cells in rows)


@FEW
@given(codings())
def test_no_cell_holds_a_control_character_or_a_formula(coding):
    for record in read_csv(write_csv(coding)):
        for column in COLUMNS:
            value = record[column.name]
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", value)
            if column.kind in (Kind.TEXT, Kind.LIST):
                assert not value.startswith(("=", "+", "-", "@"))


@FEW
@given(codings())
def test_lists_of_one_side_run_in_step(coding):
    for event in coding.events:
        cells = dict(zip(NAMES, row(coding, event), strict=True))
        for side, entities in (("actor", event.actors), ("recipient", event.recipients)):
            lists = [value for name, value in cells.items() if name.startswith(f"{side}_")]
            assert {len(items) for items in lists} == {len(entities)}


@FEW
@given(codings())
def test_parquet_reads_back_what_the_columns_say(tmp_path_factory, coding):
    path = tmp_path_factory.mktemp("any") / "events.parquet"
    assert EXPORTS["parquet"].write([coding], path) == len(coding.events)
    table = pq.read_table(path)
    assert table.column_names == NAMES
    assert [list(record.values()) for record in table.to_pylist()] == [
        row(coding, event) for event in coding.events
    ]


@given(TEXT)
def test_a_cell_of_text_is_the_text_but_for_the_guard(text):
    assert cell(text).removeprefix("'") == text.removeprefix("'")


def test_a_row_says_what_the_record_says():
    (record,) = read_csv(write_csv(coding(shooting())))
    assert {name: value for name, value in record.items() if value} == {
        "event_id": "e1",
        "article_id": "a1",
        "title": "Dock strike ends",
        "outlet": "Example Post",
        "agencies": "Example Post|Example News",
        "published": "2021-06-04",
        "url": "https://example.org/dock",
        "type": "ASSAULT",
        "modes": "firearms",
        "quad": "4",
        "intensity": "-9.0",
        "contexts": "repression",
        "actor_countries": "XYZ",
        "actor_sectors": "COP;GOV",
        "actor_words": "Police",
        "actor_ids": "Q1",
        "actor_offices": "chief",
        "recipient_names": "Strikers|",
        "recipient_countries": "|",
        "recipient_sectors": "LAB|UNK",
        "recipient_words": "strikers|",
        "recipient_ids": "|",
        "recipient_offices": "|",
        "date": "2021-05",
        "date_precision": "month",
        "date_words": "in May",
        "place_name": "Port Anna",
        "place_words": "Port Anna",
        "place_admin1": "Coast",
        "place_country": "XYZ",
        "place_feature": "city",
        "latitude": "1.5",
        "longitude": "-2.25",
        "geonames_id": "7",
        "factuality": "actual",
        "historical": "false",
        "attributed_to": "a union",
        "dead_low": "1",
        "dead_high": "1",
        "injured_low": "3",
        "arrested_low": "2",
        "arrested_high": "5",
        "trigger": "shot",
        "trigger_start": "25",
        "trigger_end": "29",
        "mentions": "1",
        "sentence": "Police shot at least three strikers in Port Anna in May, a union said.",
        "confidence": "0.75",
        "coder": "0.1.0",
        "table_version": str(TABLE_VERSION),
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("- Example News", "'- Example News"),
        (-2.5, "-2.5"),
        (None, ""),
        (True, "true"),
        (["a|b", None, "c"], "a/b||c"),
    ],
)
def test_cells(value, text):
    assert cell(value) == text


def test_columns_have_unique_names_and_descriptions():
    assert len(set(NAMES)) == len(NAMES)
    assert all(column.description for column in COLUMNS)


def test_parquet_has_types_and_tells_what_columns_mean(tmp_path):
    path = tmp_path / "events.parquet"
    EXPORTS["parquet"].write([coding(shooting())], path)
    schema = pq.read_schema(path)
    assert str(schema.field("quad").type) == "int64"
    assert str(schema.field("latitude").type) == "double"
    assert str(schema.field("historical").type) == "bool"
    assert schema.field("actor_names").type.value_type == "string"
    assert schema.field("type").metadata[b"description"] == b"one of the 16 PLOVER types"
    assert schema.metadata[b"bede_table_version"] == str(TABLE_VERSION).encode()


def test_parquet_is_written_in_row_groups(tmp_path):
    path = tmp_path / "events.parquet"
    whole = coding(*(shooting(id=str(number)) for number in range(500)))
    count = EXPORTS["parquet"].write((whole for _ in range(11)), path)
    assert count == 5500 == pq.read_metadata(path).num_rows
    assert pq.read_metadata(path).num_row_groups == -(-count // ROWS_AT_ONCE)


@pytest.mark.parametrize("name", EXPORTS)
def test_no_events_make_a_sound_empty_file(tmp_path, name):
    path = tmp_path / "events"
    assert EXPORTS[name].write([coding()], path) == 0
    if name == "parquet":
        assert pq.read_table(path).num_rows == 0
    else:
        assert path.read_text(encoding="utf-8") == (",".join(NAMES) + "\n" if name == "csv" else "")


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_breaks_leaves_the_old_file_and_no_other(tmp_path, name):
    path = tmp_path / "events"
    path.write_text("old")

    def broken():
        yield coding(shooting())
        raise BedeError("the store is gone")

    with pytest.raises(BedeError, match="the store is gone"):
        EXPORTS[name].write(broken(), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", EXPORTS)
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    with pytest.raises(BedeError, match="no-such-folder/events cannot be written"):
        EXPORTS[name].write([coding(shooting())], tmp_path / "no-such-folder" / "events")


def test_parquet_refuses_a_stream_of_text():
    with pytest.raises(BedeError, match="Name a file"):
        EXPORTS["parquet"].write([], io.StringIO())


def test_an_unknown_format_is_refused_with_the_known_ones():
    assert exporter("csv") is EXPORTS["csv"]
    with pytest.raises(BedeError, match="plover, csv, parquet"):
        exporter("xlsx")
