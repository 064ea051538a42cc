"""The questions an analyst asks of a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import iraq, protest

from bede.errors import AmbiguousId, BadFilter, NoSuchRecord
from bede.store import EventFilter, Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("store") / "news.bede"
    with Store(path) as writing:
        writing.add(iraq())
        writing.add(protest(1))
    with Store(path, readonly=True) as reading:
        yield reading


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (EventFilter(), ["PROTEST", "ASSAULT", "REQUEST"]),
        (EventFilter(since="2020-01-04"), ["REQUEST"]),
        (EventFilter(until="2020-01-04"), ["PROTEST", "ASSAULT"]),
        (EventFilter(since="2020"), ["ASSAULT", "REQUEST"]),
        (
            EventFilter(since="2019-10-20", until="2019-12"),
            ["PROTEST"],
        ),  # dated to the month: may be any day of it
        (EventFilter(type="assault"), ["ASSAULT"]),
        (EventFilter(mode="yield"), ["REQUEST"]),
        (EventFilter(mode="yiel"), []),
        (EventFilter(actor="USA"), ["ASSAULT"]),
        (EventFilter(actor="united states"), ["ASSAULT"]),
        (EventFilter(actor="american"), ["ASSAULT"]),  # the article's word
        (EventFilter(actor="Soleimani"), []),
        (EventFilter(recipient="soleimani"), ["ASSAULT"]),
        (EventFilter(recipient="Q718601"), ["ASSAULT"]),
        (EventFilter(actor="IRQ"), ["REQUEST"]),
        (EventFilter(country="irq"), ["ASSAULT", "REQUEST"]),  # the strike took place there
        (EventFilter(country="IRN"), ["ASSAULT"]),
        (EventFilter(place="airport"), ["ASSAULT"]),
        (EventFilter(factuality="hypothetical"), ["REQUEST"]),
        (EventFilter(text="parliament troops"), ["ASSAULT", "REQUEST"]),
        (EventFilter(text='"foreign troops to leave"'), ["ASSAULT", "REQUEST"]),
        (EventFilter(text='"troops foreign"'), []),
        (EventFilter(text="protest*"), ["PROTEST"]),
        (EventFilter(text='march* AND ("'), []),  # read as words, "and" among them
        (EventFilter(min_confidence=0.7), ["REQUEST"]),
        (EventFilter(article="protest-00001"), ["PROTEST"]),
        (EventFilter(limit=2), ["PROTEST", "ASSAULT"]),
        (EventFilter(country="IRQ", type="REQUEST", text="parliament"), ["REQUEST"]),
    ],
)
def test_filters(store: Store, wanted: EventFilter, types: list[str]) -> None:
    assert [event.type for _, event in store.events(wanted)] == types
    if wanted.limit is None:
        assert store.count(wanted) == len(types)


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "Sunday"},
        {"until": "2020-02-31"},
        {"factuality": "sure"},
        {"min_confidence": 2},
        {"limit": -1},
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadFilter, match=next(iter(wrong))):
        EventFilter(**wrong)  # type: ignore[arg-type]


def test_a_text_search_without_words_is_refused(store: Store) -> None:
    with pytest.raises(BadFilter):
        list(store.events(EventFilter(text='"* "')))


def test_the_beginning_of_an_id_is_enough(store: Store) -> None:
    for coding, event in store.events():
        short = store.short_ids([event.id])[event.id]
        assert event.id.startswith(short)
        assert len(short) < len(event.id)
        assert store.event(short) == (coding, event)
    assert store.coding("prot").article.id == "protest-00001"


def test_an_unknown_or_ambiguous_id_is_told(store: Store) -> None:
    with pytest.raises(NoSuchRecord, match="zzz"):
        store.event("zzz")
    with pytest.raises(NoSuchRecord):
        store.event("")
    with pytest.raises(NoSuchRecord, match="article"):
        store.coding("nowhere")


def test_an_ambiguous_id_names_what_it_could_mean(tmp_path: Path) -> None:
    with Store(tmp_path / "news.bede") as store:
        for number in (1, 2):
            store.add(protest(number))
        with pytest.raises(AmbiguousId, match="protest-00001, protest-00002"):
            store.coding("protest")


def test_counts(store: Store) -> None:
    counts = store.counts()
    assert (counts.articles, counts.events, counts.statements, counts.places) == (2, 3, 1, 1)
