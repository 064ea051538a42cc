"""The pool gives back every article, in order, whatever happens to its workers."""

from __future__ import annotations

from collections.abc import Iterator

import fragile
import pytest

from bede.article import Article
from bede.engines.local import Failure, LocalPool
from bede.errors import BedeError, WorkerFailed
from bede.records import Coding


def numbered(count: int) -> Iterator[Article]:
    return (Article(title="", body=f"Report {number}.", id=str(number)) for number in range(count))


def test_order_is_kept_and_the_work_shared() -> None:
    with LocalPool(2, fragile.load) as pool:
        codings = list(pool.code_many(numbered(100)))
        assert [coding.article.id for coding in codings] == [str(number) for number in range(100)]
        assert len({coding.version for coding in codings if isinstance(coding, Coding)}) == 2
        assert len(list(pool.code_many(numbered(3)))) == 3
        assert list(pool.code_many([])) == []


def test_a_stream_without_end_is_read_only_a_little_ahead() -> None:
    read = 0

    def endless() -> Iterator[Article]:
        nonlocal read
        while True:
            read += 1
            yield Article(title="", body="Report.", id=str(read))

    with LocalPool(2, fragile.load) as pool:
        stream = pool.code_many(endless())
        for _ in range(10):
            next(stream)
        assert read < 200


def test_an_article_that_ends_its_worker_is_reported_and_the_rest_goes_on() -> None:
    articles = list(numbered(40))
    articles[20] = Article(title="", body="too much", id="20")
    with LocalPool(2, fragile.load) as pool:
        results = list(pool.code_many(articles))
    assert [result.article.id for result in results] == [str(number) for number in range(40)]
    (failure,) = (result for result in results if isinstance(result, Failure))
    assert failure.article.id == "20"
    assert "SIGKILL" in failure.reason


def test_a_coder_that_cannot_be_loaded_is_told() -> None:
    with pytest.raises(BedeError, match="not installed"), LocalPool(1, fragile.load_nothing) as pool:
        list(pool.code_many(numbered(1)))
    with pytest.raises(WorkerFailed, match="exit code 3"), LocalPool(1, fragile.load_and_die) as pool:
        list(pool.code_many(numbered(1)))
