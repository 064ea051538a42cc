"""A list or table without full stops is cut into pieces, so that work on it stays in proportion."""

from __future__ import annotations

import pytest

from bede.article import Article
from bede.coder import Coder


@pytest.mark.parametrize("word", ["Iraq, ", "rebels ", "( ", "“ ", "😀 ", "总统 "])
def test_no_sentence_is_without_end(coder: Coder, word: str) -> None:
    doc = coder.parser.parse(Article("", word * 2000))
    assert max(len(sentence) for sentence in doc.sents) <= 300


def test_a_long_sentence_of_news_stays_whole(coder: Coder) -> None:
    body = "The ministers of " + ", ".join(["Ruritania"] * 100) + " met on Monday."
    doc = coder.parser.parse(Article("", body))
    assert len(list(doc.sents)) == 1
