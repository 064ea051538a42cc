"""How well statements are found, on a gold file of articles with statements (guide, section 4).

A found statement is right, each gold one used once, when the words of its speaker and the gold's overlap by
half of the shorter and the contents each cover at least half of the other. Also measured: cue words and
kinds of those.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bede.article import Article
from bede.errors import BedeError
from bede.evaluation.attribution import Tally
from bede.parsing import Parser
from bede.records import Statement
from bede.statements import plain_entity, read_statements

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(frozen=True)
class GoldStatement:
    """One statement of the gold; `content` is a character range of the article text."""

    speaker: str
    cue: str
    content: tuple[int, int]
    kind: str


def read_gold(path: Path | str) -> list[tuple[Article, list[GoldStatement]]]:
    """Articles with their statements. Raises BedeError where the file is not such a gold."""
    try:
        rows = json.loads(Path(path).read_text(encoding="utf-8"))
        return [(_article(row), [_statement(s) for s in row["statements"]]) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BedeError(
            f"{path} cannot be read as a gold file of articles with statements: {error!r}."
        ) from error


def _article(row: dict[str, str]) -> Article:
    published = dt.date.fromisoformat(row["date"][:10]) if row.get("date") else None
    return Article(
        title=row["title"], body=row["text"], id=row["id"], outlet=row.get("outlet"), published=published
    )


def _statement(row: dict[str, str | list[int]]) -> GoldStatement:
    start, end = (int(i) for i in row["content_span"])
    return GoldStatement(str(row["speaker"]), str(row["cue"]), (start, end), str(row["kind"]))


def default_reader(parser: Parser | None = None) -> Callable[[Article], list[Statement]]:
    """Reads spoken statements with a named speaker outside of quotations, actors unresolved."""
    parser = parser or Parser()

    def read(article: Article) -> list[Statement]:
        found = read_statements(parser.parse(article), plain_entity)
        return [f.statement for f in found if f.reported]

    return read


def same_speaker(text: str, other: str) -> bool:
    """Whether the words of two names, articles aside, overlap by half of the shorter."""
    one, two = _words(text), _words(other)
    return bool(one and two) and 2 * len(one & two) >= min(len(one), len(two))


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.casefold()) if w not in _ARTICLES}


def same_content(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges each cover at least half of the other."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= max(one[1] - one[0], other[1] - other[0])


def match(
    text: str, found: list[Statement], gold: list[GoldStatement]
) -> list[tuple[Statement | None, GoldStatement | None]]:
    """Pairs of found and gold statements; None stands where one has no partner."""
    free = list(gold)
    pairs: list[tuple[Statement | None, GoldStatement | None]] = []
    for one in found:
        span = one.speaker.span
        speaker = text[span.start : span.end] if span else ""
        partner = next(
            (g for g in free if same_speaker(speaker, g.speaker) and same_content(one.content, g.content)),
            None,
        )
        if partner is not None:
            free.remove(partner)
        pairs.append((one, partner))
    return pairs + [(None, g) for g in free]


def evaluate_statements(
    path: Path | str, read: Callable[[Article], list[Statement]] | None = None
) -> list[tuple[str, float, int]]:
    """(measure, value, n) over a gold file; `read` gives the statements of an article."""
    read = read or default_reader()
    whole, cues, kinds = Tally(), Tally(), Tally()
    for article, gold in read_gold(path):
        pairs = match(article.text, read(article), gold)
        right = [(f, g) for f, g in pairs if f is not None and g is not None]
        whole.add(len(right), sum(1 for f, _ in pairs if f is not None), len(gold))
        same_cue = sum(1 for f, g in right if _words(article.text[f.cue.start : f.cue.end]) & _words(g.cue))
        cues.add(same_cue, len(right), len(right))
        kinds.add(sum(1 for f, g in right if f.kind == g.kind), len(right), len(right))
    return [
        *whole.rows("statement"),
        ("cue of those right", cues.f1, cues.gold),
        ("kind of those right", kinds.f1, kinds.gold),
    ]
