"""The library as a user calls it: load, code, stream; one text gives the same coding in every way."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

import bede
from bede.coder import Coder
from bede.errors import BedeError

TEXT = (
    "Tension in the Gulf\n\n"
    "BAGHDAD, Jan 6 (Example News) - Iraq condemned Friday's American airstrike that killed Iranian "
    "commander Qasem Soleimani near Baghdad airport.\n\n"
    '"Russian police arrested 40 protesters in Moscow on Saturday," Ukrainian President Volodymyr Zelensky '
    "said in a statement."
)


def test_the_example_of_the_package_works() -> None:
    coder = bede.load()
    coding = coder.code(TEXT, published="2020-01-06")
    lines = [(e.type, e.actors, e.recipients, e.date, e.evidence) for e in coding.events]
    types = [line[0] for line in lines]
    assert sorted(types) == ["ACCUSE", "ASSAULT", "COERCE"]
    strike = coding.events[types.index("ASSAULT")]
    assert strike.date == "2020-01-03"
    assert [a.country for a in strike.actors] == ["USA"]
    assert [r.name for r in strike.recipients] == ["Qasem Soleimani"]
    assert coding.words(strike.evidence["when"][0]) == "Friday"
    assert strike.where is not None
    assert strike.where.country == "IRQ"


def test_the_coder_is_loaded_once() -> None:
    assert bede.load() is bede.load()


def test_whose_word_and_which_agency(coder: Coder) -> None:
    coding = coder.code(TEXT, published="2020-01-06")
    arrest = next(e for e in coding.events if e.type == "COERCE")
    assert arrest.attributed_to is not None
    assert arrest.attributed_to.country == "UKR"
    assert {e.agency for e in coding.events} == {"Example News"}
    assert any(s.kind == "direct" and s.speaker.country == "UKR" for s in coding.statements)


@pytest.mark.parametrize("published", ["2020-01-06", dt.date(2020, 1, 6), dt.datetime(2020, 1, 6, 23, 30)])
def test_a_date_may_be_given_in_any_form(coder: Coder, published: str | dt.date) -> None:
    coding = coder.code("Russian police arrested 40 protesters in Moscow on Saturday.", published=published)
    assert [e.date for e in coding.events] == ["2020-01-04"]


def test_without_a_date_nothing_is_guessed(coder: Coder) -> None:
    (event,) = coder.code("Russian police arrested 40 protesters in Moscow on Saturday.").events
    assert event.date is None
    assert event.when.not_after is None


def test_a_date_that_is_none_is_told(coder: Coder) -> None:
    with pytest.raises(BedeError, match="'soon' is not a date"):
        coder.code("Troops left.", published="soon")


def test_one_by_one_or_as_a_stream_gives_the_same(coder: Coder) -> None:
    articles = [
        bede.Article("", f"{country} condemned Turkey on Friday.", published=dt.date(2020, 1, 6))
        for country in ("France", "Egypt", "Greece", "Iran", "Iraq") * 5
    ]
    stream = coder.code_many(iter(articles))
    assert next(stream) == coder.code(articles[0])
    rest = list(stream)
    assert [c.article for c in rest] == articles[1:]
    assert rest[:6] == [coder.code(a) for a in articles[1:7]]
    assert list(coder.code_many([])) == []


def test_ids_are_stable_and_unique(coder: Coder) -> None:
    first, second = coder.code(TEXT, published="2020-01-06"), coder.code(TEXT, published="2020-01-06")
    ids = [e.id for e in first.events]
    assert ids == [e.id for e in second.events]
    assert len(set(ids)) == len(ids)
    other = coder.code(TEXT.replace("40", "50"), published="2020-01-06")
    assert not set(ids) & {e.id for e in other.events}


def test_events_come_in_the_order_of_the_text(coder: Coder) -> None:
    triggers = [e.trigger for e in coder.code(TEXT, published="2020-01-06").events]
    assert triggers == sorted(triggers)


def test_code_is_a_short_way(coder: Coder) -> None:
    assert bede.code(TEXT, published="2020-01-06") == coder.code(TEXT, published="2020-01-06")


def test_a_higher_confidence_gives_fewer_events(coder: Coder) -> None:
    strict = Coder(coder.parser, coder.ontology, min_confidence=0.8)
    all_events = coder.code(TEXT, published="2020-01-06").events
    kept = strict.code(TEXT, published="2020-01-06").events
    assert [e.id for e in kept] == [e.id for e in all_events if e.confidence >= 0.8]


def test_every_step_is_explained(coder: Coder) -> None:
    explanation = coder.explain("Iran denied attacking the Saudi tanker on Friday.", published="2020-01-06")
    steps = {step.room: "\n".join(step.lines) for step in explanation.steps}
    assert list(steps) == ["actors", "times", "places", "statements", "events"]
    assert "Iran -> Iran, IRN, GOV" in steps["actors"]
    assert "2020-01-03" in steps["times"]
    assert "'attacking' matches attack = ASSAULT (negated)" in steps["events"]
    assert [e.type for e in explanation.coding.events] == ["ASSAULT"]


def test_why_nothing_is_explained(coder: Coder) -> None:
    silent = coder.explain("The weather was warm.")
    assert "no word of this text" in silent.steps[-1].lines[0]
    dropped = coder.explain("President Donald Trump threatened to strike Iran.")
    assert any("dropped: content of THREATEN" in line for line in dropped.steps[-1].lines)


def test_importing_the_package_loads_nothing_heavy() -> None:
    check = (
        "import sys, bede\n"
        "heavy = {'spacy', 'numpy', 'pydantic', 'pyarrow', 'trafilatura', 'typer', 'rich'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "assert bede.Event.__name__ == 'Event' and bede.__version__\n"
        "assert set(bede.__all__) >= {'load', 'code', 'Article', 'Event', 'Statement'}\n"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        bede.lod  # noqa: B018
