"""A coder that ends its process on one article, as one that runs out of memory does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from bede.article import Article
from bede.errors import BedeError
from bede.records import Coding


class Fragile:
    def code_many(self, articles: Iterable[Article]) -> Iterator[Coding]:
        for article in articles:
            if article.body == "too much":
                os.kill(os.getpid(), 9)
            yield Coding(article=article, version=str(os.getpid()))


def load() -> Fragile:
    return Fragile()


def load_nothing() -> Fragile:
    raise BedeError("The pipeline is not installed.")


def load_and_die() -> Fragile:
    os._exit(3)
