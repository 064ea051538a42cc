"""Sport, markets, accidents, disasters and lives are no political events, though their words are martial."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        # sport
        "Manchester United beat Chelsea 2-0 at Old Trafford on Sunday.",
        "Rafael Nadal beat Daniil Medvedev in five sets to win the final in New York.",
        "Egypt fought back to defeat Ghana 3-2 after extra time in Cairo.",
        "The sprinter from Kenya won gold in Doha and set a national record.",
        "The club signed a Brazilian striker from Benfica for 30 million euros.",
        # markets
        "Shares fell in Tokyo after oil prices hit a four-month high.",
        "The euro lost ground against the dollar as investors fled to gold.",
        "The company reported a profit of three million dollars for the last quarter.",
        # accidents and disasters
        "Three people were killed when a bus plunged into a ravine in Peru.",
        "A strong earthquake struck southern Turkey, killing 20 people.",
        "At least nine miners died in an explosion of gas at a coal mine in Poland.",
        "Floods killed 40 people in Jakarta on Wednesday.",
        "Two pilots were killed in a plane crash in Nepal.",
        # lives
        "The painter was born in Lyon in 1921 and moved to Paris in 1946.",
        "He studied law in Cairo, married a teacher and wrote five novels.",
        "The former president of Kenya died of a heart attack at his home on Sunday.",
        # elections and polls
        "The ruling party won 40 percent of the vote in Slovakia.",
        "A poll found that voters in Spain worry most about housing.",
        # nothing at all
        "The weather in Nairobi will be warm and dry on Friday.",
    ],
)
def test_no_event(tell, text: str) -> None:
    told = tell(text)
    assert told.types == [], [told.coding.words(e.trigger) for e in told.events]
