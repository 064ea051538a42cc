"""Two passes of labels become one."""

from __future__ import annotations

import copy
import json

from training import settle
from training.convert import convert


def both(first, second):
    return convert(first, "x"), convert(second, "x")


def test_acts_that_agree_settle_alone_and_keep_what_either_pass_saw(compact):
    second = copy.deepcopy(compact)
    event = second["events"][0]
    event.pop("date", None)
    event.pop("date_text", None)
    one, other = both(compact, second)
    assert not settle.differ(one, other)
    settled = settle.settled_alone(other, one)
    assert settled[0].date == one.events[0].date


def test_another_country_has_to_be_decided(compact):
    second = copy.deepcopy(compact)
    second["events"][0]["actors"][0][1] = "NZL"
    assert settle.differ(*both(compact, second))


def test_a_decision_takes_acts_of_either_pass_or_a_new_one(tmp_path, compact):
    second = copy.deepcopy(compact)
    second["events"] = second["events"][:1]
    first, other = both(compact, second)
    asked = settle.question(first, other)
    long = "a" if len(asked["a"]) > len(asked["b"]) else "b"
    new = {**compact["events"][0], "factuality": "hypothetical"}
    path = tmp_path / "decided.jsonl"
    path.write_text(json.dumps({"id": first.id, "events": [f"{long}2", new]}) + "\n", encoding="utf-8")
    decided, faults = settle.decisions([path], {first.id: (first, other)})
    assert not faults
    events = decided[first.id].events
    assert events[0].trigger == first.events[1].trigger
    assert events[1].factuality == "hypothetical"


def test_a_decision_that_names_no_act_is_told(tmp_path, compact):
    first, other = both(compact, compact)
    path = tmp_path / "decided.jsonl"
    path.write_text(json.dumps({"id": first.id, "events": ["a9"]}) + "\n", encoding="utf-8")
    decided, faults = settle.decisions([path], {first.id: (first, other)})
    assert not decided
    assert "decided.jsonl:1" in faults[0]
