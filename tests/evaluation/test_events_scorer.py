"""Scores of whole articles: each level counts what it should, and the figures are the reference scorer's."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bede.coder import Coder
from bede.errors import BedeError
from bede.evaluation import run
from bede.evaluation.events import (
    Scored,
    by_type,
    coded_act,
    evaluate_events,
    gold_act,
    gold_article,
    read_gold,
    score,
)
from bede.records import Coding, Entity, Event, Factuality, Span, When, Where

Document = dict[str, Any]

TITLE = "Police arrest strikers in Port Anna"
TEXT = (
    "Police arrested twelve strikers in Port Anna on Monday.\n\n"
    "Freedonia condemned the arrests, and Sylvania threatened sanctions, a minister said.\n\n"
    "The strikers marched again on Tuesday."
)


def gold_event(type: str, trigger: str, sentence: str, **more: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "type": type, "alt_type": None, "modes": [], "trigger": trigger, "sentence": sentence, "mentions": [],
        "actors": [], "recipients": [], "date": None, "place": None, "factuality": "actual",
        "attributed_to": None, "size": {}, "core": True,
    }  # fmt: skip
    return fields | more


FIRST, SECOND, THIRD = TEXT.split("\n\n")
ARREST = gold_event(
    "COERCE", "arrested", FIRST, modes=["arrest"], mentions=["arrests"],
    actors=[{"text": "Police", "country": "FRE", "sectors": ["COP"]}],
    recipients=[{"text": "twelve strikers", "country": "FRE", "sectors": ["LAB", "CVL"]}],
    date="2020-01-06", place={"text": "Port Anna", "country": "FRE"},
)  # fmt: skip
THREAT = gold_event(
    "THREATEN", "threatened", SECOND, alt_type="REQUEST",
    actors=[{"text": "Sylvania", "country": "SYL", "sectors": ["GOV"]}],
    recipients=[{"text": "", "country": "FRE", "sectors": ["GOV"]}],
    attributed_to="a minister", date="2020-01",
)  # fmt: skip
DOCUMENT: Document = {
    "id": "own-1", "date": "2020-01-07", "title": TITLE, "text": TEXT, "outlet": "Example Post",
    "url": None, "events": [ARREST, THREAT], "statements": [],
}  # fmt: skip


def words(text: str, found: str) -> Span:
    at = text.index(found)
    return Span(at, at + len(found))


def coded(document: Document, events: Iterable[dict[str, Any]]) -> Coding:
    """A coding that says of the document what these events in the gold's layout say."""
    article = gold_article(document)
    text = article.text

    def side(entities: list[dict[str, Any]]) -> tuple[Entity, ...]:
        return tuple(
            Entity(country=e.get("country"), sectors=tuple(e.get("sectors") or ())) for e in entities
        )

    def event(number: int, e: dict[str, Any]) -> Event:
        place, told = e.get("place"), e.get("attributed_to")
        return Event(
            id=f"e{number}",
            type=e["type"],
            modes=tuple(e.get("modes") or ()),
            quad=4,
            intensity=0,
            actors=side(e["actors"]),
            recipients=side(e["recipients"]),
            when=When(value=e.get("date")),
            where=Where(country=place.get("country")) if place else None,
            factuality=Factuality(e["factuality"]),
            attributed_to=Entity(span=words(text, told)) if told else None,
            trigger=Span(0, 0),
            sentences=tuple(words(text, s) for s in e.get("sentences", [e.get("sentence")]) if s),
        )

    return Coding(article=article, events=tuple(event(n, e) for n, e in enumerate(events)))


def figures(documents: list[Document], codings: list[Coding]) -> dict[str, tuple[float, int]]:
    return {name: (value, n) for name, value, n in score(acts(documents, codings))}


def acts(documents: list[Document], codings: list[Coding]) -> Scored:
    return Scored(
        [[coded_act(c, e) for e in c.events] for c in codings],
        [[gold_act(e) for e in d["events"]] for d in documents],
    )


def of_one(*events: dict[str, Any]) -> dict[str, tuple[float, int]]:
    return figures([DOCUMENT], [coded(DOCUMENT, events)])


def test_the_gold_itself_scores_one_everywhere() -> None:
    for name, (value, n) in of_one(ARREST, THREAT).items():
        assert value == (1.0 if n else 0.0), name


def test_an_event_too_many_costs_precision_and_one_too_few_recall() -> None:
    result = of_one(ARREST, THREAT, ARREST)
    assert result["found precision"] == (2 / 3, 3)
    assert result["found recall"] == (1.0, 2)
    result = of_one(ARREST)
    assert result["found precision"] == (1.0, 1)
    assert result["found recall"] == (0.5, 2)
    assert result["found F1"][0] == pytest.approx(2 / 3)


def test_nothing_coded_scores_zero() -> None:
    result = of_one()
    assert {result[f"{level} F1"][0] for level in ("found", "dyad", "exact")} == {0.0}


def test_found_asks_for_type_and_sentence_but_not_for_sides() -> None:
    strangers = [{"country": "OSE", "sectors": ["MIL"]}]
    assert of_one(ARREST | {"actors": strangers})["found recall"][0] == 0.5
    assert of_one(ARREST | {"type": "ASSAULT"})["found recall"][0] == 0.0
    assert of_one(ARREST | {"sentence": THIRD})["found recall"][0] == 0.0
    assert of_one(ARREST | {"sentence": "Police arrested twelve strikers"})["found recall"][0] == 0.5
    assert of_one(ARREST | {"sentence": SECOND})["found recall"][0] == 0.5  # tells another mention, "arrests"
    assert of_one(THREAT | {"type": "REQUEST"})["found recall"][0] == 0.5  # the acceptable second reading


def test_dyad_asks_for_the_countries_of_both_sides_but_not_for_the_sentence() -> None:
    assert of_one(ARREST | {"sentence": THIRD})["dyad recall"][0] == 0.5
    assert of_one(ARREST | {"recipients": [{"country": "SYL"}]})["dyad recall"][0] == 0.0
    assert of_one(ARREST | {"recipients": []})["dyad recall"][0] == 0.0
    more = [{"country": "SYL"}, {"country": "FRE"}]
    assert of_one(ARREST | {"recipients": more})["dyad recall"][0] == 0.5
    unknown = gold_event("ASSAULT", "marched", THIRD)
    document = DOCUMENT | {"events": [unknown]}
    nobody = coded(document, [unknown | {"actors": [{"country": None, "sectors": ["UNK"]}]}])
    assert figures([document], [nobody])["dyad recall"][0] == 1.0


def test_exact_asks_for_sectors_too() -> None:
    def with_sectors(*sectors: str) -> float:
        return of_one(ARREST | {"recipients": [{"country": "FRE", "sectors": sectors}]})["exact recall"][0]

    assert with_sectors("CVL") == 0.5
    assert with_sectors("MIL") == 0.0
    assert with_sectors() == 0.0
    assert of_one(ARREST | {"sentence": THIRD})["exact recall"][0] == 0.0


def test_fields_are_judged_over_found_events_where_the_gold_tells_them() -> None:
    result = of_one(ARREST | {"date": "2020-01-07", "modes": ["seize"]}, THREAT | {"date": "2020-01-31"})
    assert result["mode"] == (0.0, 1)
    assert result["date"] == (0.5, 2)  # the month is as precise as the gold
    assert result["place country"] == (1.0, 1)
    result = of_one(ARREST | {"attributed_to": "minister"}, THREAT | {"attributed_to": "minister"})
    assert result["attributed or not"] == (0.5, 2)
    assert result["attribution"] == (1.0, 1)
    result = of_one(ARREST | {"factuality": "negated", "place": None})
    assert (result["factuality"], result["place country"]) == ((0.0, 1), (0.0, 1))


def test_an_article_without_events_should_be_coded_empty() -> None:
    silent = DOCUMENT | {"events": []}
    row = "articles without an event coded empty"
    assert figures([silent, silent], [coded(silent, []), coded(silent, [ARREST])])[row] == (0.5, 2)


def test_pairs_are_chosen_so_that_most_events_find_a_partner() -> None:
    """The first coded event fits both gold events, the second only the first of them."""
    one = gold_event("ACCUSE", "condemned", SECOND, mentions=["Police"])
    two = gold_event("ACCUSE", "condemned", SECOND)
    document = DOCUMENT | {"events": [one, two]}
    coding = coded(document, [one, two | {"sentence": FIRST}])
    assert figures([document], [coding])["found recall"][0] == 1.0


def test_types_are_counted_as_the_gold_names_them() -> None:
    scored = acts([DOCUMENT], [coded(DOCUMENT, [THREAT | {"type": "REQUEST"}])])
    assert by_type(scored) == [("COERCE", 1, 0, 0), ("REQUEST", 0, 1, 0), ("THREATEN", 1, 0, 1)]


def test_a_gold_file_is_coded_unseen_and_scored(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    text = "On Friday, Russian police arrested dozens of protesters in Moscow."
    event = gold_event("COERCE", "arrested", text, modes=["arrest"], date="2020-01-03")
    event["actors"] = [{"country": "RUS", "sectors": ["COP"]}]
    event["recipients"] = [{"country": "RUS", "sectors": ["CVL"]}]
    document = {"id": "a", "date": "2020-01-06", "title": "", "text": text, "events": [event]}
    path.write_text(json.dumps([document]), encoding="utf-8")
    rows = {name: (value, n) for name, value, n in evaluate_events(path, coder)}
    assert rows["found F1"] == (1.0, 1)
    assert rows["dyad F1"] == (1.0, 1)
    assert rows["date"] == (1.0, 1)
    report = json.loads(run("events", path).json())
    assert {"measure": "found F1", "value": 1.0, "n": 1} in report["rows"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"id": "a"}]', "\x00"])
def test_a_file_that_is_no_gold_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BedeError, match=r"gold\.json"):
        read_gold(path)


# Against the reference scorer


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    script = shared / "tools" / "score_events.py"
    spec = importlib.util.spec_from_file_location("score_events", script)
    if not script.exists() or spec is None or spec.loader is None:
        pytest.skip(f"the reference scorer {script} is absent")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Document]:
    path = shared / "data" / "gold" / "wire_dev.json"
    if not path.exists():
        pytest.skip(f"the development gold {path} is absent")
    return read_gold(path)


@pytest.fixture
def printed(
    reference: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[list[Document], list[Coding]], str]:
    """What the reference scorer prints of codings."""

    def prints(documents: list[Document], codings: list[Coding]) -> str:
        gold, predicted = tmp_path / "gold.json", tmp_path / "predicted.jsonl"
        gold.write_text(json.dumps(documents), encoding="utf-8")
        lines = (json.dumps(line(c, e)) for c in codings for e in c.events)
        predicted.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
        monkeypatch.setattr("sys.argv", ["score_events.py", str(gold), str(predicted)])
        reference.main()
        return capsys.readouterr().out

    return prints


def line(coding: Coding, event: Event) -> dict[str, Any]:
    """One event as the reference scorer reads it."""

    def side(entities: Iterable[Entity]) -> list[dict[str, Any]]:
        return [{"country": e.country, "sectors": e.sectors, "text": coding.words(e.span)} for e in entities]

    told = event.attributed_to
    return {
        "article": coding.article.id,
        "type": event.type,
        "modes": event.modes,
        "actors": side(event.actors),
        "recipients": side(event.recipients),
        "date": event.date,
        "place": {"country": event.where.country} if event.where else None,
        "factuality": event.factuality.value,
        "attributed_to": (coding.words(told.span) or told.name) if told else None,
        "sentences": [coding.words(s) for s in event.sentences],
    }


def assert_same_figures(documents: list[Document], codings: list[Coding], printed: str) -> None:
    ours = figures(documents, codings)
    for level, *values in re.findall(r"^(found|dyad|exact) +P (\S+)  R (\S+)  F1 (\S+)$", printed, re.M):
        names = [f"{level} {measure}" for measure in ("precision", "recall", "F1")]
        assert [f"{ours[name][0]:.3f}" for name in names] == values
    fields = re.findall(r"^  of +(\d+) found: (.+) (\d\.\d+)$", printed, re.M)
    for count, name, value in fields:
        assert (f"{ours[name][0]:.3f}", ours[name][1]) == (value, int(count)), name
    silent = {"mode", "date", "place country", "factuality", "attributed or not", "attribution"}
    assert all(ours[name][1] == 0 for name in silent - {name for _, name, _ in fields})
    types = {name: counts for name, *counts in by_type(acts(documents, codings))}
    for name, *counts in re.findall(r"^([A-Z]+) +(\d+) +(\d+) +(\d+)$", printed, re.M):
        assert types[name] == [int(count) for count in counts], name


def test_real_codings_score_as_the_reference_says(coder: Coder, gold: list[Document], printed: Any) -> None:
    documents = gold[::8]
    codings = list(coder.code_many(gold_article(d) for d in documents))
    assert sum(len(c.events) for c in codings) > 20
    assert_same_figures(documents, codings, printed(documents, codings))


def test_the_development_gold_scores_one_against_itself(gold: list[Document], printed: Any) -> None:
    codings = [coded(d, (_in_text(d, e) for e in d["events"])) for d in gold]
    report = printed(gold, codings)
    assert report.count("F1 1.000") == 3
    assert_same_figures(gold, codings, report)


@pytest.mark.parametrize("seed", range(6))
def test_spoilt_gold_scores_as_the_reference_says(seed: int, gold: list[Document], printed: Any) -> None:
    chance = random.Random(seed)
    documents = chance.sample(gold, 16)
    codings = [coded(d, spoilt(d, chance)) for d in documents]
    assert_same_figures(documents, codings, printed(documents, codings))


def spoilt(document: Document, chance: random.Random) -> list[dict[str, Any]]:
    """The gold's events with some lost, doubled, or changed in any of their fields."""
    events = []
    for event in document["events"]:
        for _ in range(chance.choice((0, 1, 1, 1, 1, 2))):
            changed = _in_text(document, event)
            for _ in range(chance.randrange(4)):
                changed |= _change(document, changed, chance)
            events.append(changed)
    chance.shuffle(events)
    return events


def _in_text(document: Document, event: dict[str, Any]) -> dict[str, Any]:
    """The event without an attribution that is not verbatim in the text."""
    text = gold_article(document).text
    told = event["attributed_to"]
    return event | {"attributed_to": told if told and told in text else told and text[:9]}


def _change(document: Document, event: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    other = chance.choice(document["events"])
    sentence = event["sentence"]
    cut = chance.randint(0, len(sentence))
    changes: list[dict[str, Any]] = [
        {name: other[name]}
        for name in ("type", "modes", "actors", "recipients", "date", "place", "factuality", "sentence")
    ]
    changes += [
        {"date": (event["date"] or "2019-01-01")[:7]},
        {"date": None},
        {"place": None},
        {"attributed_to": None},
        {"attributed_to": document["text"][:12]},
        {"sentence": sentence[:cut]},
        {"sentence": ""},
        {"sentences": [other["sentence"], sentence]},
        {"actors": []},
        {"recipients": [{"country": None, "sectors": ["UNK"]}]},
        {"actors": event["recipients"], "recipients": event["actors"]},
    ]
    return chance.choice(changes)
