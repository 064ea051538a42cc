"""HTML, JSON lines, JSON, CSV, TSV, folders and standard input."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bede.article import Article
from bede.errors import UnknownField
from bede.readers import ColumnMap, Skipped, read

TEXT = "Northland closed its border with Southland on Sunday, officials said. Two soldiers had been killed."
Save = Callable[..., Path]
Articles = Callable[..., list[Article]]

PARAGRAPHS = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "PORT ELLEN, Jan 5 (Reuters) - Northland closed its border with Southland on Sunday after two of its "
        "soldiers were killed in a clash, the defence ministry said in a statement.",
        "Southland denied that its troops had crossed the river and called for talks under the United "
        "Nations, which sent an envoy to the region last month.",
        "Thousands of people who cross the border each day for work were stranded on both sides, and the "
        "price of bread doubled in the border town of Harrow within hours.",
    )
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Northland closes border - The Northern Post</title>
<meta property="og:title" content="Northland closes border"/>
<meta property="og:site_name" content="The Northern Post"/>
<meta name="author" content="Jane Roe"/>
<meta property="article:published_time" content="2020-01-05T14:05:00+00:00"/>
<link rel="canonical" href="https://northernpost.example/world/border"/></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Northland closes border</h1>{PARAGRAPHS}</article>
<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"""


def test_a_web_page(save: Save, articles: Articles) -> None:
    (article,) = articles(save("border.html", PAGE))
    assert article.title == "Northland closes border"
    assert article.outlet == "The Northern Post"
    assert article.byline == "Jane Roe"
    assert article.published == dt.datetime(2020, 1, 5, 14, 5)
    assert article.url == "https://northernpost.example/world/border"
    assert article.agencies == ("Reuters",)
    assert article.dateline is not None
    assert article.dateline.date == dt.date(2020, 1, 5)
    assert len(article.body.split("\n\n")) == 3
    assert "newsletter" not in article.text


def test_a_page_in_the_encoding_it_names(save: Save, articles: Articles) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Jane Roe", "Jané Roe")
    (article,) = articles(save("border.htm", page.encode("cp1252")))
    assert article.byline == "Jané Roe"


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Border", "text": TEXT, "date": "2020-01-05", "source": "The Northern Post", "id": 7},
        {"Headline": "Border", "Body": TEXT, "Published": "5 January 2020", "Outlet": "The Northern Post",
         "ID": 7},
        {
            "headline": "Border",
            "content": [TEXT[:70], TEXT[70:]],
            "publishedAt": 1578182400,
            "source": {"id": 3, "name": "The Northern Post"},
            "doc_id": "7",
        },
        {"title": "Border", "story": f"<p>{TEXT}</p>", "pub_date": "2020/01/05",
         "publisher": "The Northern Post", "guid": "7"},
    ],
)  # fmt: skip
def test_json_lines_under_the_names_in_use(record: dict[str, object], save: Save, articles: Articles) -> None:
    (article,) = articles(save("news.jsonl", json.dumps(record) + "\n"))
    assert article.title == "Border"
    assert "".join(article.body.split()) == "".join(TEXT.split())
    assert article.date == dt.date(2020, 1, 5)
    assert article.outlet == "The Northern Post"
    assert article.id == "7"


def test_a_json_list_and_a_json_object(save: Save, articles: Articles) -> None:
    records = [
        {"title": f"Border {number}", "text": TEXT, "authors": ["Jane Roe", "John Doe"]} for number in (1, 2)
    ]
    listed = articles(save("list.json", json.dumps(records)))
    assert [article.title for article in listed] == ["Border 1", "Border 2"]
    assert listed[0].byline == "Jane Roe, John Doe"
    assert listed[1].source is not None
    assert listed[1].source.endswith("list.json, item 2")
    assert articles(save("one.json", json.dumps(records[0], indent=2)))[0].title == "Border 1"
    assert len(articles(save("wrapped.json", json.dumps({"articles": records})))) == 2


@pytest.mark.parametrize(("delimiter", "name"), [(",", "news.csv"), (";", "news.csv"), ("\t", "news.tsv")])
def test_tables(delimiter: str, name: str, save: Save, articles: Articles) -> None:
    header = delimiter.join(("ID", "Headline", "PubDate", "Publisher", "Story", "Link"))
    row = delimiter.join(
        ("7", "Border", "2020-01-05", "The Northern Post", f'"{TEXT}"', "https://x.example/7")
    )
    (article,) = articles(save(name, f"\ufeff{header}\n{row}\n"))
    assert (article.id, article.title, article.body) == ("7", "Border", TEXT)
    assert (article.date, article.outlet) == (dt.date(2020, 1, 5), "The Northern Post")
    assert article.url == "https://x.example/7"
    assert article.source is not None
    assert article.source.endswith(f"{name}:2")


def test_text_of_several_lines_in_a_table(save: Save, articles: Articles) -> None:
    text = 'He said: ""We will not leave.""\n\nThe talks, he added, go on.'
    rows = f'title,text\nBorder,"{text}"\nTalks,"{TEXT}"\n'
    first, second = articles(save("news.csv", rows))
    assert first.body == 'He said: "We will not leave."\n\nThe talks, he added, go on.'
    assert second.source is not None
    assert second.source.endswith("news.csv:5")


def test_quotation_marks_that_quote_nothing(save: Save, articles: Articles) -> None:
    row = '"We will not leave," he said.\tBorder'
    (article,) = articles(save("news.tsv", f"text\ttitle\n{row}\n"))
    assert article.body == '"We will not leave," he said.'


@pytest.mark.parametrize("columns", [ColumnMap(text="words", title="kop"), {"text": "words", "title": "kop"}])
def test_columns_by_name(columns: object, save: Save, articles: Articles) -> None:
    csv = save("news.csv", f"kop,words,text\nBorder,{TEXT.replace(',', '')},other\n")
    lines = save("news.jsonl", json.dumps({"kop": "Border", "words": TEXT, "text": "other"}))
    for article in articles(csv, lines, columns=columns):
        assert article.title == "Border"
        assert article.body.startswith("Northland closed")


def test_a_column_for_no_field(save: Save) -> None:
    with pytest.raises(UnknownField, match="colour"):
        read([save("news.csv", "text\nWords.\n")], columns={"colour": "text"})


def test_a_misspelt_column(save: Save) -> None:
    (item,) = read([save("news.csv", "text\nWords.\n")], columns={"text": "txet"})
    assert isinstance(item, Skipped)
    assert "txet" in item.reason


def test_date_and_outlet_for_articles_without(save: Save, articles: Articles) -> None:
    lines = "\n".join(
        json.dumps(record) for record in ({"text": TEXT}, {"text": TEXT, "date": "2019-05-01", "outlet": "A"})
    )
    first, second = articles(save("news.jsonl", lines), on=dt.date(2020, 1, 6), outlet="B")
    assert (first.published, first.outlet) == (dt.date(2020, 1, 6), "B")
    assert (second.published, second.outlet) == (dt.date(2019, 5, 1), "A")


def test_folders_are_read_sorted_and_deep(save: Save, tmp_path: Path) -> None:
    save("news/b/2.txt", TEXT)
    save("news/a.txt", TEXT)
    save("news/b/1.jsonl", json.dumps({"text": TEXT}))
    save("news/.hidden.txt", TEXT)
    save("news/.git/config.txt", TEXT)
    save("news/notes.docx", "x")
    items = list(read([tmp_path / "news"]))
    sources = [str(item.source).removeprefix(str(tmp_path / "news") + "/") for item in items]
    assert sources == ["a.txt", "b/1.jsonl:1", "b/2.txt", "notes.docx"]
    assert isinstance(items[-1], Skipped)
    assert ".docx" in items[-1].reason


def test_one_path_need_not_be_a_list(save: Save) -> None:
    assert len(list(read(str(save("one.txt", TEXT))))) == 1


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        (f'\n{{"title": "One", "text": "{TEXT}"}}\n{{"title": "Two", "text": "{TEXT}"}}\n', ["One", "Two"]),
        (f'[\n{{"title": "One", "text": "{TEXT}"}}]', ["One"]),
        (f'{{\n"title": "One",\n"text": "{TEXT}"}}', ["One"]),
        (f"Northland closes border\n\n{TEXT}\n", ["Northland closes border"]),
        (PAGE, ["Northland closes border"]),
    ],
)
def test_standard_input(given: str, titles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    items = list(read(["-"]))
    assert [item.title for item in items if isinstance(item, Article)] == titles
    assert all(str(item.source).startswith("standard input") for item in items)


def test_a_named_file_with_another_ending_is_read_by_its_content(save: Save, articles: Articles) -> None:
    assert articles(save("story", TEXT))[0].body == TEXT
    assert articles(save("story.log", json.dumps({"text": TEXT})))[0].body == TEXT


def test_the_same_article_in_every_format_is_the_same(save: Save, articles: Articles) -> None:
    body = TEXT.replace(". Two", ".\n\nTwo")
    record = {
        "title": "Northland closes border",
        "text": body,
        "date": "2020-01-05",
        "outlet": "The Northern Post",
    }
    table = f'title,date,outlet,text\nNorthland closes border,2020-01-05,The Northern Post,"{body}"\n'
    paths = [
        save("a.txt", f"Northland closes border\nThe Northern Post | 5 January 2020\n\n{body}"),
        save("a.json", json.dumps([record])),
        save("a.jsonl", json.dumps(record)),
        save("a.csv", table),
    ]
    assert len({(article.id, article.text) for article in articles(*paths)}) == 1
