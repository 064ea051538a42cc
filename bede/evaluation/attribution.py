"""How well sources, cues and contents are found, on any corpus in brat stand-off (PolNeAR is one).

A corpus is a folder or zip with `text/NAME.txt` and `attributions/NAME.ann` (a second annotator's file
may carry a suffix `_xxxx`). An attribution is one brat event with roles Source, Cue and Content.

Measures, all micro-averaged over annotation files:

- token F1 of a role: the words and marks that any attribution of the file gives that role, found
  against annotated;
- whole attributions: one found and one annotated attribution match, each at most once, when in all three
  roles each covers at least half of the other's tokens.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from bede.article import Article
from bede.errors import BedeError
from bede.parsing import Parser
from bede.statements import Found, plain_entity, read_statements

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True)
class Attribution:
    """One attribution as sets of token numbers of the text; `source` is empty where none is named."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass
class Annotated:
    """One annotation file with its text."""

    name: str
    text: str
    attributions: list[Attribution] = field(default_factory=list)


class Tokens:
    """Numbers the words and marks of a text, so that spans of different tokenisers can be compared."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]

    def under(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Numbers of the tokens that the character spans touch."""
        found: set[int] = set()
        for start, end in spans:
            i = bisect_left(self.ends, start + 1)
            while i < len(self.starts) and self.starts[i] < end:
                found.add(i)
                i += 1
        return frozenset(found)


def read_brat(path: Path | str, part: str | None = None) -> Iterator[Annotated]:
    """The annotation files under a folder or in a zip, in order of name.

    part  only those with a folder of this name in their path ("dev")
    Raises BedeError where there are none, or one cannot be read.
    """
    files = _files(Path(path))
    texts = {Path(name).stem: name for name in files if name.endswith(".txt")}
    found = False
    for name in sorted(files):
        if not name.endswith(".ann") or (part is not None and part not in Path(name).parts):
            continue
        stem = Path(name).stem
        text_name = texts.get(stem) or texts.get(_ANNOTATOR.sub("", stem))
        if text_name is None:
            continue
        found = True
        try:
            text = files[text_name]()
            yield Annotated(stem, text, _attributions(files[name](), text))
        except ValueError as error:
            raise BedeError(f"{name} is not brat stand-off in UTF-8: {error}.") from error
    if not found:
        raise BedeError(
            f"{path} holds no brat files (NAME.txt with NAME.ann). Name the folder or zip that does."
        )


def _files(path: Path) -> dict[str, Callable[[], str]]:
    """Names of the files in a folder or zip, each with a function that reads it."""
    if not path.exists():
        raise BedeError(f"{path} does not exist. Name a folder or zip of brat stand-off files.")
    if path.is_dir():
        return {str(p): _reader(p) for p in sorted(path.rglob("*")) if p.suffix in {".txt", ".ann"}}
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise BedeError(f"{path} is neither a folder nor a zip. Name one that holds brat files.") from error
    return {n: _zip_reader(archive, n) for n in archive.namelist() if n.endswith((".txt", ".ann"))}


def _reader(path: Path) -> Callable[[], str]:
    return lambda: path.read_bytes().decode("utf-8")


def _zip_reader(archive: zipfile.ZipFile, name: str) -> Callable[[], str]:
    return lambda: archive.read(name).decode("utf-8")


def _attributions(standoff: str, text: str) -> list[Attribution]:
    """The attribution events of one stand-off file."""
    tokens = Tokens(text)
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[list[str]]] = []
    for line in standoff.splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 1 and " " in cells[1]:
            ranges = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [(int(a), int(b)) for a, b in (r.split() for r in ranges)]
        elif line.startswith("E") and len(cells) > 1:
            events.append([part.split(":") for part in cells[1].split()])
    found = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for key, ident in event:
            role = key.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(ident, [])
        found.append(Attribution(*(tokens.under(roles[role]) for role in ROLES)))
    return found


@dataclass
class Tally:
    """Counts from which precision, recall and F1 follow."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def rows(self, name: str) -> list[tuple[str, float, int]]:
        """Precision, recall and F1 as (measure, value, n); n is what the value is a share of."""
        return [
            (f"{name} precision", self.right / self.found if self.found else 0.0, self.found),
            (f"{name} recall", self.right / self.gold if self.gold else 0.0, self.gold),
            (f"{name} F1", self.f1, self.gold),
        ]


def overlap_by_half(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether each of two sets covers at least half of the other; two empty ones do."""
    return 2 * len(one & other) >= max(len(one), len(other))


def score(pairs: Iterable[tuple[list[Attribution], list[Attribution]]]) -> list[tuple[str, float, int]]:
    """(found, annotated) attributions of each file in; (measure, value, n) out."""
    tallies = {name: Tally() for name in (*ROLES, "whole")}
    for found, gold in pairs:
        for role in ROLES:
            has = frozenset().union(*(getattr(a, role) for a in found))
            should = frozenset().union(*(getattr(a, role) for a in gold))
            tallies[role].add(len(has & should), len(has), len(should))
        tallies["whole"].add(_whole(found, gold), len(found), len(gold))
    return [row for name, tally in tallies.items() for row in tally.rows(name)]


def _whole(found: list[Attribution], gold: list[Attribution]) -> int:
    """How many attributions match whole, each used once."""
    free = list(gold)
    right = 0
    for one in found:
        match = next(
            (g for g in free if all(overlap_by_half(getattr(one, r), getattr(g, r)) for r in ROLES)), None
        )
        if match is not None:
            free.remove(match)
            right += 1
    return right


def as_attribution(doc: Doc, found: Found, tokens: Tokens) -> Attribution:
    """A statement found by Bede in the corpus's terms: the cue with its helping words, the content in
    parts.
    """
    source = [_chars(doc, found.source)] if found.source else []
    return Attribution(
        tokens.under(source),
        tokens.under([_chars(doc, found.cue_phrase)]),
        tokens.under(_chars(doc, part) for part in found.content),
    )


def _chars(doc: Doc, part: tuple[int, int]) -> tuple[int, int]:
    span = doc[part[0] : part[1]]
    return span.start_char, span.end_char


def evaluate_attribution(
    path: Path | str,
    *,
    part: str | None = None,
    thoughts: bool = True,
    limit: int | None = None,
    parser: Parser | None = None,
) -> list[tuple[str, float, int]]:
    """Measures on a brat corpus as (measure, value, n).

    part      only the files under a folder of this name ("dev")
    thoughts  also count what people think, want and feel (PolNeAR marks it); False leaves those found out
    limit     only every so-many-th file, so that about this many are read
    """
    files = list(read_brat(path, part))
    step = max(1, len(files) // limit) if limit else 1
    parser = parser or Parser()
    return score(_found(parser, files[::step], thoughts))


def _found(
    parser: Parser, files: list[Annotated], thoughts: bool
) -> Iterator[tuple[list[Attribution], list[Attribution]]]:
    """(found, annotated) attributions of each file."""
    for file in files:
        title, gap, body = file.text.partition("\n\n")
        if not gap or "\n" in title:
            title, body = "", file.text
        doc = parser.parse(Article(title=title, body=body))
        tokens = Tokens(file.text)
        yield outermost(doc, tokens, thoughts), file.attributions


def outermost(doc: Doc, tokens: Tokens, thoughts: bool = True) -> list[Attribution]:
    """The attributions Bede finds in a text, as PolNeAR marks them: none in another or in a quotation."""
    found = [f for f in read_statements(doc, plain_entity) if thoughts or f.spoken]
    return [as_attribution(doc, f, tokens) for f in found if not f.in_quote and not _inside(f, found)]


def _inside(one: Found, found: list[Found]) -> bool:
    """Whether a statement is told within one of `found`."""
    return any(link in found for link in one.chain()[1:])
