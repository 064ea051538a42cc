"""A text in, its events out, in terms that tests can be read in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bede.article import Article
from bede.coder import Coder
from bede.records import Coding, Entity, Event


@dataclass
class Told:
    """The events of a text."""

    coding: Coding

    @property
    def events(self) -> tuple[Event, ...]:
        return self.coding.events

    @property
    def types(self) -> list[str]:
        """The types in alphabetical order, each as often as it was coded."""
        return sorted(e.type for e in self.events)

    def one(self, type: str) -> Event:
        """The only event of a type."""
        found = [e for e in self.events if e.type == type]
        assert len(found) == 1, f"{len(found)} {type} among {self.types}"
        return found[0]

    def sides(self, type: str) -> str:
        """The countries of the only event of a type: "USA > IRN+SYR", ? where unknown, - where nobody."""
        event = self.one(type)
        return f"{_countries(event.actors)} > {_countries(event.recipients)}"

    def words(self, entity: Entity) -> str:
        """The words of a side."""
        return self.coding.words(entity.span)


@pytest.fixture(scope="session")
def tell(coder: Coder) -> Callable[..., Told]:
    """Codes a body with an optional title, published on Monday 6 January 2020."""

    def tells(body: str, title: str = "") -> Told:
        return Told(coder.code(Article(title, body, published=dt.date(2020, 1, 6))))

    return tells


def _countries(side: tuple[Entity, ...]) -> str:
    return "+".join(sorted(e.country or "?" for e in side)) or "-"
