"""Whatever the bytes, reading does not fail; whatever the text, the dateline lies in it."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bede.article import Article
from bede.readers import Skipped, article_from_text, read
from bede.readers.dateline import find_dateline
from bede.readers.dates import find_dates, parse_date

PIECES = st.sampled_from(
    [
        "BAGHDAD", "Jan 3", "(Reuters)", " - ", "–", "\n", "\n\n", "Friday, January 4, 2019",
        "By Jane Roe", '"',
        "2 minutes ago", "Northland closed its border on Sunday.", "Title: Border",
        "{", "}", '{"text": "', ",", "\t",
        "title,text\n", "<p>", "</p>", "<html>", "© 2020 AFP", " ", "é",
        "\x00", "\ud800", "99:99", "31 February 2020",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=20).map("".join))
CONTENTS = st.one_of(
    st.binary(max_size=300),
    st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")),
)


@pytest.mark.parametrize("ending", [".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ""])
@settings(deadline=None, max_examples=60)
@given(content=CONTENTS)
@example(content=b"\xff\xfe\x00")
@example(content=b'title,text\n"')
def test_any_bytes_can_be_read(ending: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(content)
        items = list(read([path]))
    assert items
    for item in items:
        assert str(path) in str(item.source)
        if isinstance(item, Skipped):
            assert item.reason
        else:
            _holds_together(item)


@settings(deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS, published=st.none() | st.dates())
def test_any_text_makes_an_article(text: str, title: str | None, published: dt.date | None) -> None:
    _holds_together(article_from_text(text, published, title))


@settings(deadline=None)
@given(text=TEXTS, published=st.none() | st.dates())
def test_a_dateline_lies_in_the_text(text: str, published: dt.date | None) -> None:
    found = find_dateline(text, published)
    if found:
        assert 0 <= found.start < found.end <= len(text)


@settings(deadline=None)
@given(text=TEXTS)
def test_dates_lie_in_the_text(text: str) -> None:
    parse_date(text)
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


def _holds_together(article: Article) -> None:
    assert "\n" not in article.title
    article.text.encode("utf-8")
    if article.dateline:
        assert 0 <= article.dateline.start < article.dateline.end <= len(article.text)
