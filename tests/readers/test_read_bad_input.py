"""What cannot be read is named with its reason, and nothing else is lost."""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bede.article import Article
from bede.errors import BadDate, NothingToRead
from bede.readers import Skipped, article_from_text, read
from bede.readers.build import MAX_TEXT_CHARS
from bede.readers.decoding import MAX_FILE_BYTES

TEXT = "Northland closed its border with Southland on Sunday, officials said. Two soldiers had been killed."
GOOD = json.dumps({"title": "Border", "text": TEXT})
Save = Callable[..., Path]


def skipped(path: Path) -> Skipped:
    """Reads a bad file between two good ones; the good ones must come through."""
    good = path.parent / "good.txt"
    good.write_text(TEXT)
    first, item, last = read([good, path, good])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(item, Skipped), item
    assert str(path) in item.source
    return item


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "a"])
@pytest.mark.parametrize("content", [b"", b" \n\n \t\n"])
def test_empty(name: str, content: bytes, save: Save) -> None:
    assert skipped(save(name, content)).reason


def test_a_table_without_rows(save: Save) -> None:
    assert "empty" in skipped(save("a.csv", "title,text\n")).reason


def test_huge(save: Save, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(MAX_FILE_BYTES + 1)
    assert "20,000,000" in skipped(path).reason


def test_a_text_too_long_for_an_article(save: Save) -> None:
    assert "split" in skipped(save("long.txt", TEXT * (MAX_TEXT_CHARS // len(TEXT) + 1))).reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a"])
@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02" * 50, b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.4 \xe2\xe3 text"]
)
def test_binary(name: str, content: bytes, save: Save) -> None:
    assert "binary" in skipped(save(name, content)).reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_other_encodings_are_read(encoding: str, save: Save) -> None:
    text = f"“{TEXT}” said José Roe."
    (article,) = read([save("a.txt", text.encode(encoding))])
    assert isinstance(article, Article)
    assert article.body == text


def test_a_text_of_another_script_in_its_old_encoding(save: Save) -> None:
    russian = "Парламент проголосовал в воскресенье за вывод иностранных войск из страны. " * 4
    assert "Russian (ru)" in skipped(save("a.txt", russian.encode("cp1251"))).reason


def test_a_file_cut_inside_a_character(save: Save) -> None:
    (article,) = read([save("a.txt", f"{TEXT} José".encode()[:-1])])
    assert isinstance(article, Article)
    assert article.body.startswith(TEXT)


def test_a_bad_json_line_does_not_take_others_with_it(save: Save) -> None:
    lines = [
        GOOD.encode(),
        GOOD.encode()[:40],
        b"not json",
        b"[1, 2]",
        b"{}",
        b'{"text": ""}',
        b'{"text": 5}',
        b"",
        GOOD.encode() + b"\x00",
        ('{"text": "' + TEXT + ' José"}').encode("cp1252"),
        b"[" * 100_000,
        b'{"n": ' + b"1" * 5000 + b"}",
        GOOD.encode(),
    ]
    items = list(read([save("news.jsonl", b"\n".join(lines))]))
    numbers = {int(str(item.source).rsplit(":", 1)[1]): item for item in items}
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13]
    good = {number for number, item in numbers.items() if isinstance(item, Article)}
    assert good == {1, 10, 13}
    reasons = {number: item.reason for number, item in numbers.items() if isinstance(item, Skipped)}
    assert "not JSON" in reasons[2]
    assert "list" in reasons[4]
    assert "no text" in reasons[6]
    assert "binary" in reasons[9]


def test_a_json_file_that_is_cut(save: Save) -> None:
    assert "not JSON" in skipped(save("a.json", f"[{GOOD}, {GOOD[:30]}")).reason


def test_json_lines_under_the_name_json(save: Save) -> None:
    items = list(read([save("a.json", f"{GOOD}\n{GOOD[:30]}\n{GOOD}")]))
    assert [type(item) for item in items] == [Article, Skipped, Article]


def test_a_bad_item_in_a_json_list(save: Save) -> None:
    first, second, third = read([save("a.json", f'[{GOOD}, "word", {GOOD}]')])
    assert isinstance(first, Article)
    assert isinstance(second, Skipped)
    assert second.source.endswith("a.json, item 2")
    assert isinstance(third, Article)


def test_ragged_rows(save: Save) -> None:
    good = f'One,2020-01-05,"{TEXT}"'
    rows = f'title,date,text\n{good}\nTwo,2020-01-05\nThree,2020-01-05,"{TEXT}",x\nFour,,"{TEXT}",,\n'
    items = list(read([save("a.csv", rows)]))
    assert [type(item) for item in items] == [Article, Skipped, Skipped, Article]
    short, long = items[1:3]
    assert isinstance(short, Skipped)
    assert short.source.endswith("a.csv:3")
    assert "2 cells where the header has 3" in short.reason
    assert isinstance(long, Skipped)
    assert "4 cells" in long.reason


def test_a_quotation_mark_left_open_costs_one_row(save: Save) -> None:
    rows = (
        "title,text\n" + f'One,"{TEXT}\n' + "".join(f'{name},"{TEXT}"\n' for name in ("Two", "Three", "Four"))
    )
    items = list(read([save("a.csv", rows)]))
    assert [item.title for item in items if isinstance(item, Article)] == ["Two", "Three", "Four"]
    (bad,) = [item for item in items if isinstance(item, Skipped)]
    assert bad.source.endswith("a.csv:2")


def test_a_table_cut_inside_a_row(save: Save) -> None:
    items = list(read([save("a.csv", f'title,text\nOne,"{TEXT}"\nTwo,"{TEXT[:30]}')]))
    assert [type(item) for item in items] == [Article, Skipped]


def test_a_table_without_a_text_column(save: Save) -> None:
    assert "a, b" in skipped(save("a.csv", "a,b\n1,2\n")).reason


def test_a_cut_page_gives_what_there_is_or_says_so(save: Save) -> None:
    page = f"<html><body><article><h1>Border</h1>{'<p>' + TEXT + '</p>'}" + f"<p>{TEXT[:60]}"
    (article,) = read([save("a.html", page)])
    assert isinstance(article, Article)
    assert "cut off" in skipped(save("b.html", "<html><head><title>Border</title><scr")).reason


def test_a_page_without_an_article(save: Save) -> None:
    assert (
        "no article"
        in skipped(save("a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")).reason
    )


def test_another_language_is_named(save: Save) -> None:
    french = (
        "Le gouvernement a fermé la frontière dimanche après la mort de deux soldats, a dit un porte-parole."
    )
    assert skipped(save("a.txt", french)).reason == "language is French (fr), only English is coded"
    (item,) = read([save("b.jsonl", json.dumps({"text": french}))])
    assert isinstance(item, Skipped)
    assert item.source.endswith("b.jsonl:1")


def test_a_short_text_is_taken_for_english_unless_declared(save: Save) -> None:
    lines = [{"text": "Ali, Omar et Sami."}, {"text": "Ils sont partis.", "language": "fr"}]
    first, second = read([save("a.jsonl", "\n".join(map(json.dumps, lines)))])
    assert isinstance(first, Article)
    assert isinstance(second, Skipped)


def test_no_date_is_no_reason_to_skip(save: Save) -> None:
    (article,) = read([save("a.jsonl", GOOD)])
    assert isinstance(article, Article)
    assert article.published is None


def test_a_date_that_is_none_is_reported_and_the_article_kept(
    save: Save, caplog: pytest.LogCaptureFixture
) -> None:
    path = save("a.jsonl", json.dumps({"text": TEXT, "date": "soon"}))
    with caplog.at_level(logging.WARNING, logger="bede.readers"):
        (article,) = read([path], on=dt.date(2020, 1, 6))
    assert isinstance(article, Article)
    assert article.published == dt.date(2020, 1, 6)
    assert f"{path}:1: cannot read the date 'soon'" in caplog.text


def test_a_date_given_in_python_must_be_one() -> None:
    with pytest.raises(BadDate, match="soon"):
        article_from_text(TEXT, published="soon")


def test_a_missing_path_among_others_is_skipped(tmp_path: Path) -> None:
    assert "no such file" in skipped(tmp_path / "absent.txt").reason


def test_nothing_but_missing_paths_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match=r"absent\.txt"):
        read([tmp_path / "absent.txt"])
    with pytest.raises(NothingToRead):
        read([])


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no file to read" in skipped(tmp_path / "empty").reason


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "again").symlink_to(tmp_path / "news")
    (item,) = read([tmp_path / "news"])
    assert isinstance(item, Skipped)
    assert "link" in item.reason


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "absent.txt")
    assert skipped(link).reason
