"""A whole article: its text with every span marked, then the events and statements."""

from __future__ import annotations

from dataclasses import replace

from rich.table import Table
from rich.text import Text

from bede.cli import wording
from bede.cli.event_table import event_table
from bede.cli.event_view import legend
from bede.cli.marking import Mark, event_marks, marked, statement_marks, style_of
from bede.cli.terminal import coloured, output
from bede.records import Coding, Span


def print_article(coding: Coding) -> None:
    """The whole view on standard output."""
    console = output()
    article = coding.article
    marks = article_marks(coding)
    colour = coloured(console)
    if article.title:
        title = marked(article.text, marks, colour, Span(0, len(article.title)))
        title.stylize("underline")
        console.print(title)
    about = (article.outlet, *article.agencies, article.byline, article.published, article.url)
    console.print(Text(" · ".join(dict.fromkeys(str(part) for part in about if part)), "dim"))
    console.print()
    body = len(article.text) - len(article.body)
    console.print(
        marked(article.text, marks, colour, Span(body, len(article.text))), soft_wrap=not console.is_terminal
    )
    console.print()
    if colour and marks:
        console.print(legend(marks))
        console.print()
    if coding.events:
        numbers = {event.id: f"{number} {event.id}" for number, event in enumerate(coding.events, 1)}
        console.print(event_table(((coding, event) for event in coding.events), numbers, console.width))
    if coding.statements:
        console.print(_statements(coding))
    events, statements = len(coding.events), len(coding.statements)
    console.print(f"{wording.count(events, 'event')}, {wording.count(statements, 'statement')}.")


def article_marks(coding: Coding) -> list[Mark]:
    """All spans of all events, statements and places; numbers tell which event an act belongs to."""
    marks = statement_marks(coding)
    told = {(mark.start, mark.end) for mark in marks if mark.field in ("speaker", "cue")}
    for number, event in enumerate(coding.events, 1):
        for mark in event_marks(event, str(number)):
            if mark.field == "source" and (mark.start, mark.end) in told:
                continue
            marks.append(mark if mark.field == "act" else replace(mark, number=""))
    marks += [Mark(*place.span, "place") for place in coding.places if place.span]
    return sorted(set(marks))


def _statements(coding: Coding) -> Table:
    table = Table.grid(padding=(0, 2))
    for number, statement in enumerate(coding.statements, 1):
        table.add_row(
            f"S{number}",
            Text(wording.entity(coding, statement.speaker), style_of("speaker")),
            Text(wording.one_line(coding.words(statement.cue)), style_of("cue")),
            Text(wording.one_line(coding.words(statement.content)), style_of("said")),
            Text(statement.kind, "dim"),
        )
    return table
