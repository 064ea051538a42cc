"""A parse has the article's own offsets, and sentences end where a reader would end them."""

from __future__ import annotations

import pytest

from bede.article import Article, Dateline
from bede.coder import Coder
from bede.errors import BedeError
from bede.parsing import Parser


@pytest.fixture(scope="module")
def parser(coder: Coder) -> Parser:
    return coder.parser


def sentences(parser: Parser, body: str, title: str = "") -> list[str]:
    doc = parser.parse(Article(title, body))
    return [s.text.strip() for s in doc.sents if s.text.strip()]


def test_the_text_is_the_articles_text(parser: Parser) -> None:
    article = Article("Head\u00a0line", "One  two\tthree.\n\n\n“Quote”, é 😀 said\r\n\r\nEnd")
    doc = parser.parse(article)
    assert doc.text == article.text
    assert all(article.text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_many_give_the_same_as_one_in_order(parser: Parser) -> None:
    articles = [Article("", f"Police arrested {n} men. They left.") for n in range(20)]
    for article, doc in parser.parse_many(iter(articles)):
        alone = parser.parse(article)
        assert doc.text == alone.text
        assert [t.dep_ for t in doc] == [t.dep_ for t in alone]
    assert [a for a, _ in parser.parse_many(articles)] == articles
    assert list(parser.parse_many([])) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Troops left. Rebels came.", ["Troops left.", "Rebels came."]),
        ("Mr. Smith met Gen. Jones at No. 10.", ["Mr. Smith met Gen. Jones at No. 10."]),
        ("The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]),
        ("They met at 5 p.m. on Friday.", ["They met at 5 p.m. on Friday."]),
        ("They left the U.S. The army stayed.", ["They left the U.S.", "The army stayed."]),
        ('"We won." He left.', ['"We won."', "He left."]),
        ("“Who did it?” asked the judge.", ["“Who did it?” asked the judge."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("On Jan. 3 he died.", ["On Jan. 3 he died."]),
    ],
)
def test_where_sentences_end(parser: Parser, body: str, expected: list[str]) -> None:
    assert sentences(parser, body) == expected


def test_no_sentence_crosses_a_paragraph_or_the_title(parser: Parser) -> None:
    found = sentences(parser, "Police said on\n\nTroops left\nin trucks", "Army leaves town")
    assert found[0] == "Army leaves town"
    assert found[1] == "Police said on"
    assert found[2].startswith("Troops left")


def test_the_dateline_is_no_part_of_the_first_sentence(parser: Parser) -> None:
    body = "BAGHDAD, Jan 5 (ENA) - Troops left on Sunday. Rebels came."
    article = Article("", body, dateline=Dateline(0, body.index("Troops"), "BAGHDAD"))
    found = [s.text.strip() for s in parser.parse(article).sents]
    assert found[-2:] == ["Troops left on Sunday.", "Rebels came."]


def test_a_pipeline_that_is_not_installed_is_told() -> None:
    with pytest.raises(BedeError, match=r"'no_such_pipeline' is not installed"):
        Parser("no_such_pipeline")


@pytest.mark.parametrize("body", ["", " ", "\n\n\n", ".", '"', "\x00", "…", "\ud800"])
def test_texts_without_a_sentence(parser: Parser, body: str) -> None:
    assert len(parser.parse(Article("", body)).text) == len(body)
