"""How well times are read: TimeML documents and the dated events of a gold file.

TimeML is scored as TempEval-3 does (UzZaman et al. 2013): spans match when they overlap ("relaxed"); value F1
counts the matched ones whose value is the same, in any spelling of it (the strictly equal ones apart).
Document creation times, which a system is given, are left out.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bede.article import Article
from bede.errors import BedeError
from bede.parsing import Parser
from bede.records import Span
from bede.times import TimeMention, date_event, historical, read_times

_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
Measure = tuple[str, float, int]


@dataclass(frozen=True, slots=True)
class TimedDocument:
    """A TimeML document: its text, the day it was made, and the time expressions marked in it."""

    name: str
    text: str
    created: dt.date | None
    times: tuple[TimeMention, ...]


def evaluate_times(path: Path, split: str = "held-aside", parser: Parser | None = None) -> list[Measure]:
    """(measure, value, number of gold expressions) for a folder or zip of TimeML files.

    split: "held-aside" is every third document by name, "dev" the others, "all" both.
    """
    parser = parser or Parser()
    hits = values = strict = found = marked = exact = 0
    for document in read_timeml(path, split):
        doc = parser.parse(Article(title="", body=document.text, published=document.created))
        read = read_times(doc, document.created)
        pairs = match_times(document.times, read)
        hits += len(pairs)
        exact += sum(gold.span == time.span for gold, time in pairs)
        values += sum(same_value(gold.value, time.value) for gold, time in pairs)
        strict += sum(gold.value == time.value for gold, time in pairs)
        found, marked = found + len(read), marked + len(document.times)
    return [
        ("span relaxed precision", _ratio(hits, found), marked),
        ("span relaxed recall", _ratio(hits, marked), marked),
        ("span relaxed F1", _f1(hits, found, marked), marked),
        ("span strict F1", _f1(exact, found, marked), marked),
        ("value F1", _f1(values, found, marked), marked),
        ("value F1, same spelling", _f1(strict, found, marked), marked),
    ]


def evaluate_event_dates(gold: Path, parser: Parser | None = None) -> list[Measure]:
    """(measure, value, number) for acts of a gold file, each dated at its gold trigger.

    A date is right when the gold's, as precise as the gold has it, begins it. Dates where the gold has none
    are counted apart: many can be inferred, but the annotators left them open.
    """
    parser = parser or Parser()
    right = dated = false = agree = events = 0
    for record in json.loads(gold.read_text(encoding="utf-8")):
        published = dt.date.fromisoformat(record["date"])
        article = Article(title=record["title"], body=record["text"], published=published)
        doc = parser.parse(article)
        times = read_times(doc, published)
        for event in record["events"]:
            start, end = event["trigger_span"]
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                raise BedeError(f"{gold}: trigger_span {start}-{end} is outside article {record['id']}.")
            when = date_event(doc, span.root, times, article)
            told = when.value or ""
            dated += bool(event["date"])
            right += bool(event["date"]) and told.startswith(event["date"])
            false += bool(told) and not event["date"]
            agree += historical(when, span.root, doc, article) == event["historical"]
            events += 1
    return [
        ("event date right", _ratio(right, dated), dated),
        ("date where the gold has none", _ratio(false, events - dated), events - dated),
        ("historical right", _ratio(agree, events), events),
    ]


def read_timeml(path: Path, split: str = "all") -> Iterator[TimedDocument]:
    """The documents of a folder or zip of .tml files, in order of name."""
    for number, (name, markup) in enumerate(_files(path)):
        aside = number % 3 == 2
        if split == "all" or aside == (split == "held-aside"):
            yield parse_timeml(name, markup)


def _files(path: Path) -> list[tuple[str, str]]:
    if path.is_dir():
        return [(file.name, file.read_text(encoding="utf-8")) for file in sorted(path.rglob("*.tml"))]
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".tml"))
        return [(name, archive.read(name).decode("utf-8")) for name in names]


def parse_timeml(name: str, markup: str) -> TimedDocument:
    """The TEXT of a TimeML file without its tags, with offsets into it, and the creation date."""
    created = None
    for match in _TIMEX.finditer(markup):
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        if attributes.get("functionInDocument") == "CREATION_TIME":
            created = dt.date.fromisoformat(attributes["value"][:10])
            break
    opening = re.search(r"<TEXT>\s*", markup)
    end = markup.find("</TEXT>")
    body = markup[opening.end() if opening else 0 : end if end > 0 else len(markup)]
    text, times, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += _plain(body[at : match.start()])
        words = _plain(match[2])
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        span = Span(len(text), len(text) + len(words))
        times.append(TimeMention(span, attributes.get("value", ""), attributes.get("type", ""), ""))
        text += words
        at = match.end()
    return TimedDocument(name, text + _plain(body[at:]), created, tuple(times))


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def match_times(
    gold: tuple[TimeMention, ...], read: list[TimeMention]
) -> list[tuple[TimeMention, TimeMention]]:
    """Pairs that overlap, one to one, in order of the text."""
    pairs, taken = [], set()
    for time in gold:
        for number, other in enumerate(read):
            overlap = time.span.start < other.span.end and other.span.start < time.span.end
            if overlap and number not in taken:
                taken.add(number)
                pairs.append((time, other))
                break
    return pairs


def same_value(gold: str, read: str) -> bool:
    """Values that mean the same: W8 is W08, 1968-XX is 1968, 196X is 196, T17 is T17:00."""
    return _spelled(gold) == _spelled(read)


def _spelled(value: str) -> str:
    """One spelling of a TIMEX3 value, without parts that say nothing."""
    value = re.sub(r"-W(\d)\b", r"-W0\1", value)
    value = re.sub(r"(?<=\d)(?:-XX)+$", "", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(hits: int, found: int, marked: int) -> float:
    return 2 * hits / (found + marked) if found + marked else 0.0
