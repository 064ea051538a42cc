"""The JSON Schema of the records."""

import json

from export_samples import coding, shooting

from bede.exports import schema


def test_the_schema_describes_every_field_of_a_written_event():
    written = json.loads(coding(shooting()).model_dump_json())
    defs = schema()["$defs"]
    assert {"Article", "Event", "Entity", "Statement", "When", "Where", "Size", "Span"} <= defs.keys()
    for name, record in (
        ("Event", written["events"][0]),
        ("Entity", written["events"][0]["actors"][0]),
        ("Where", written["events"][0]["where"]),
        ("Article", written["article"]),
    ):
        assert record.keys() == defs[name]["properties"].keys()


def test_the_schema_is_json_with_descriptions():
    text = json.dumps(schema())
    assert "one of the 16 PLOVER types" in text
    assert schema()["$schema"].endswith("2020-12/schema")
