"""Bede reads news articles and writes political event data, each field with the words that support it.

    import bede
    coder = bede.load()
    coding = coder.code(text, published="2020-01-06")
    for event in coding.events:
        print(event.type, event.actors, event.recipients, event.date, event.evidence)

Everything here is imported on first use, so that `import bede` costs nothing.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bede.article import Article as Article
    from bede.coder import Coder as Coder
    from bede.records import Coding as Coding
    from bede.records import Entity as Entity
    from bede.records import Event as Event
    from bede.records import Span as Span
    from bede.records import Statement as Statement

__version__ = "0.1.0"
_WHERE = {
    "Article": "bede.article",
    "Coder": "bede.coder",
    "Coding": "bede.records",
    "Entity": "bede.records",
    "Event": "bede.records",
    "Span": "bede.records",
    "Statement": "bede.records",
}
__all__ = [*_WHERE, "code", "load"]


@lru_cache(maxsize=4)
def load(model: str = "frames", parser: str | None = None) -> Coder:
    """The coder, loaded once.

    model   "frames", the tables alone, without a network; "small", with the event model of the package; or
            a folder with a model of your own
    parser  another installed spaCy English pipeline

    Raises BedeError where the model is not there. Where nothing is said in the environment, numpy is told to
    multiply with one thread: the matrices are so small that several threads take half as long again as one.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy reads it when it is first imported
    from bede.coder import Coder
    from bede.events import find_model
    from bede.parsing import Parser

    return Coder(Parser(parser) if parser else None, model=find_model(model))


def code(text: str, published: str | None = None) -> Coding:
    """Code one text with the default coder."""
    return load().code(text, published=published)


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'bede' has no attribute {name!r}")
