"""Passages for the tests, in the formats in which they are written."""

from __future__ import annotations

import copy
from typing import Any

import pytest

COMPACT: dict[str, Any] = {
    "text": "KAMPALA - Uganda on Tuesday denied shelling the Rwandan village of Kabere, which Rwanda says "
    'hit on Sunday. "We fired nothing," the Ugandan army spokesman said. Uganda\'s army has 40,000 men. '
    "A trader said Uganda will send the U.N. tents.",
    "date": "1999-03-10",
    "genre": "wire",
    "tags": ["hard", "denial"],
    "events": [
        {
            "type": "ASSAULT",
            "modes": ["heavy-weapons"],
            "contexts": ["military"],
            "trigger": "shelling",
            "actors": [["Uganda", "UGA", "MIL"]],
            "recipients": [["the Rwandan village of Kabere", "RWA", "CVL"]],
            "factuality": "negated",
            "attributed_to": "Uganda",
            "date": "1999-03-07",
            "date_text": "Sunday",
            "place": ["Kabere", "RWA"],
            "size": {"dead": [3, None]},
        },
        {
            "type": "AGREE",
            "trigger": "will send",
            "actors": [["Uganda", "UGA", "GOV"]],
            "recipients": [["the U.N.", "UNO", "GOV"]],
            "attributed_to": "A trader",
        },
    ],
    "statements": [["the Ugandan army spokesman", "said", "We fired ... nothing"]],
}

FULL: dict[str, Any] = {
    "text": "OSLO (Reuters) - NATO Secretary-General Jens Stoltenberg telephoned Norway's foreign minister "
    "on Friday, an alliance aide said. Stoltenberg thanked Oslo.",
    "date": "2019-05-10",
    "genre": "feature",
    "events": [
        {
            "type": "CONSULT",
            "modes": ["phone"],
            "contexts": [],
            "trigger": "telephoned",
            "mentions": [],
            "actors": [
                {"text": "NATO Secretary-General Jens Stoltenberg", "country": "IGO", "sectors": ["GOV"]}
            ],
            "recipients": [{"text": "Norway's foreign minister", "country": "NOR", "sectors": ["GOV"]}],
            "factuality": "actual",
            "historical": False,
            "attributed_to": "an alliance aide",
            "date": "2019-05-10",
            "date_text": "Friday",
            "place": None,
            "size": {"participants": "at least 13"},
        }
    ],
}


@pytest.fixture
def compact() -> dict[str, Any]:
    """A passage in the compact format."""
    return copy.deepcopy(COMPACT)


@pytest.fixture
def full() -> dict[str, Any]:
    """A passage with full keys."""
    return copy.deepcopy(FULL)
