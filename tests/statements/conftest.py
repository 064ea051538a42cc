"""One parser for all tests of statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from bede.article import Article
from bede.parsing import Parser
from bede.statements import Found, plain_entity, read_statements


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    parser = Parser()
    return lambda body, title="": parser.parse(Article(title=title, body=body))


@pytest.fixture(scope="session")
def read(parse: Callable[..., Doc]) -> Callable[..., list[tuple[str, str, str, str]]]:
    """(speaker, cue, content, kind) of the statements of a text that the guide counts."""

    def rows(body: str, title: str = "") -> list[tuple[str, str, str, str]]:
        doc = parse(body, title)
        return [words(doc, f) for f in read_statements(doc, plain_entity) if f.reported]

    return rows


def words(doc: Doc, found: Found) -> tuple[str, str, str, str]:
    record = found.statement
    text = doc.text
    speaker = text[slice(*record.speaker.span)] if record.speaker.span else ""
    return speaker, text[slice(*record.cue)], text[slice(*record.content)], record.kind
