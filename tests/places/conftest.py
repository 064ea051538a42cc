"""One parser and one gazetteer for all tests of places."""

from __future__ import annotations

import pytest

from bede.parsing import Parser
from bede.places import PlaceReader


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def reader() -> PlaceReader:
    return PlaceReader()
