"""Files, folders and standard input to articles; what cannot be read is reported and the rest goes on."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from bede.article import Article
from bede.errors import (
    BinaryFile,
    CannotOpen,
    Empty,
    EmptyFolder,
    LinkedFolder,
    NoArticleInPage,
    NotAFile,
    NoText,
    NothingToRead,
    OtherLanguage,
    PathMissing,
    TooLarge,
    UnknownKind,
    Unreadable,
)
from bede.readers.build import Given, article_of
from bede.readers.decoding import MAX_FILE_BYTES, Lines, decode, read_bytes, starts_binary
from bede.readers.fields import ColumnMap, take
from bede.readers.jsonlines import read_lines, read_list
from bede.readers.language import ENGLISH, language_name
from bede.readers.table import read_table
from bede.readers.webpage import read_webpage

STANDARD_INPUT = "-"
KNOWN = ".txt .html .htm .jsonl .ndjson .json .csv .tsv"
_JSON_LIST = re.compile(rb"\[\s*[{\]\[]?\s*$|\[\s*\{")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that gave no article. `source` names the file, with line, row or item where there is one."""

    source: str
    reason: str


Item = Article | Skipped
Records = Iterator[tuple[int, Mapping[str, object] | Unreadable]]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    on: dt.date | None = None,
    columns: ColumnMap | Mapping[str, str] | None = None,
    outlet: str | None = None,
) -> Iterator[Item]:
    """The articles of files, folders (with all inside, sorted) and standard input ("-"), one after another.

    `on` is the publication date, and `outlet` the outlet, of articles that tell none; `columns` names the
    columns or keys of CSV, TSV and JSON where they are not to be guessed. What cannot be read comes as
    `Skipped`, in its place. Raises `NothingToRead` where no path exists, `UnknownField` for a wrong map.
    """
    wanted = [paths] if isinstance(paths, str | Path) else list(paths)
    names = [str(path) for path in wanted]
    if not any(name == STANDARD_INPUT or Path(name).exists() for name in names):
        raise NothingToRead(names)
    reader = _Reader(on, ColumnMap.of(columns), outlet)
    return (item for name in names for item in reader.path(name))


@dataclass(frozen=True, slots=True)
class _Reader:
    on: dt.date | None
    columns: ColumnMap | None
    outlet: str | None

    def path(self, name: str) -> Iterator[Item]:
        if name == STANDARD_INPUT:
            return self._guarded("standard input", self._unnamed("standard input", sys.stdin.buffer))
        path = Path(name)
        return self._guarded(name, self._folder(path) if path.is_dir() else self._file(name, path))

    def _folder(self, folder: Path) -> Iterator[Item]:
        """All files below a folder, sorted, without hidden ones."""
        visible = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        if not visible:
            raise EmptyFolder(KNOWN)
        for path in visible:
            yield from self._guarded(str(path), self._inside(path))

    def _inside(self, path: Path) -> Iterator[Item]:
        """One entry of a folder."""
        if path.is_dir():
            if path.is_symlink():
                raise LinkedFolder
            yield from self._folder(path)
        elif path.suffix.lower() not in KNOWN.split():
            raise UnknownKind(path.suffix, KNOWN)
        else:
            yield from self._file(str(path), path)

    def _guarded(self, source: str, items: Iterator[Item]) -> Iterator[Item]:
        """The items of a file; what stops its reader becomes `Skipped` under the name of the file."""
        try:
            yield from items
        except Unreadable as reason:
            yield Skipped(source, str(reason))
        except OSError as error:
            yield Skipped(source, str(CannotOpen(error.strerror or str(error))))

    def _file(self, source: str, path: Path) -> Iterator[Item]:
        """One file, by its ending; with another ending, which the user must have named, by its content."""
        if not path.exists():
            raise PathMissing
        if not path.is_file():
            raise NotAFile
        match path.suffix.lower():
            case ".txt" | ".html" | ".htm" as kind:
                data = read_bytes(path)
                page = kind != ".txt" or _MARKUP.match(data)  # a page saved under the name of a text
                yield self._page(source, data) if page else self._text(source, data)
            case ".json":
                yield from self._records(source, read_list(read_bytes(path)), ", item ")
            case ".jsonl" | ".ndjson" | ".csv" | ".tsv" as kind:
                with path.open("rb") as stream:
                    if starts_binary(stream.peek(8192)):
                        raise BinaryFile
                    yield from self._rows(source, stream, kind)
            case _:
                with path.open("rb") as stream:
                    yield from self._unnamed(source, stream)

    def _rows(self, source: str, stream: Lines, kind: str) -> Iterator[Item]:
        if kind in (".csv", ".tsv"):
            return self._records(source, read_table(stream, kind == ".tsv", self.columns))
        return self._lines(source, stream)

    def _unnamed(self, source: str, stream: BinaryIO) -> Iterator[Item]:
        """Input without a telling name: JSON lines, a JSON list or object, a page or a text, as it begins."""
        head = _until_text(stream)
        first = head.strip()
        if not first:
            raise Empty
        if first.startswith(b"{") and first.endswith(b"}"):
            yield from self._lines(source, _Chain(head, stream))
            return
        data = head + stream.read(MAX_FILE_BYTES + 1 - len(head))
        if len(data) > MAX_FILE_BYTES:
            if not first.startswith(b"{"):
                raise TooLarge("the input", MAX_FILE_BYTES)
            yield from self._lines(source, _Chain(data, stream))
        elif first.startswith(b"{") or _JSON_LIST.match(first):
            yield from self._records(source, read_list(data), ", item ")
        elif _MARKUP.match(first):
            yield self._page(source, data)
        else:
            yield self._text(source, data)

    def _text(self, source: str, data: bytes) -> Item:
        return self._article(source, decode(data), Given())

    def _page(self, source: str, data: bytes) -> Item:
        page = read_webpage(data)
        try:
            return self._article(source, page.text, page.given)
        except NoText as reason:
            raise NoArticleInPage(page.cut) from reason

    def _lines(self, source: str, stream: Lines) -> Iterator[Item]:
        empty = True
        for item in self._records(source, read_lines(stream)):
            empty = False
            yield item
        if empty:
            raise Empty

    def _records(self, source: str, records: Records, mark: str = ":") -> Iterator[Item]:
        for number, record in records:
            yield self._record(f"{source}{mark}{number}", record)

    def _record(self, source: str, record: Mapping[str, object] | Unreadable) -> Item:
        try:
            if isinstance(record, Unreadable):
                raise record
            return self._article(source, *take(record, self.columns))
        except Unreadable as reason:
            return Skipped(source, str(reason))

    def _article(self, source: str, text: str, given: Given) -> Item:
        """The article, unless it is in another language. Raises `Unreadable`."""
        article = article_of(text, given, source=source, on=self.on, outlet=self.outlet)
        if article.language != ENGLISH:
            raise OtherLanguage(language_name(article.language), article.language)
        return article


class _Chain:
    """Bytes that were read already, and the stream they came from."""

    def __init__(self, head: bytes, stream: Lines) -> None:
        self.head = BytesIO(head)
        self.stream = stream

    def readline(self, limit: int, /) -> bytes:
        line = self.head.readline(limit)
        if line.endswith(b"\n") or len(line) >= limit:
            return line
        return line + self.stream.readline(limit - len(line))

    def read(self) -> bytes:
        return self.head.read() + self.stream.read()


def _until_text(stream: BinaryIO) -> bytes:
    """The beginning of a stream up to its first line that is not blank."""
    head = line = stream.readline(MAX_FILE_BYTES)
    while line and not line.strip():
        line = stream.readline(MAX_FILE_BYTES)
        head += line
    return head
