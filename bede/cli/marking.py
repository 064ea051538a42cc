"""Text with the words of fields marked: in colour, or in brackets where there is no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.style import Style
from rich.text import Text

from bede.cli.wording import printable
from bede.records import Coding, Entity, Event, Span

STYLES = {
    "act": "bold yellow",
    "actor": "bold green",
    "recipient": "bold magenta",
    "date": "bold cyan",
    "place": "bold blue",
    "source": "bold bright_red",
    "speaker": "bold bright_red",
    "cue": "bright_red",
    "said": "italic",
    "size": "bold red",
    "agency": "bright_black",
}
OTHER = "bold white"
_NAMES = {
    "type": "act",
    "trigger": "act",
    "mention": "act",
    "mentions": "act",
    "actors": "actor",
    "recipients": "recipient",
    "when": "date",
    "where": "place",
    "attributed_to": "source",
}
_AROUND = 60  # characters shown on either side of words that stand outside the sentences that tell the act


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of the text that tell a field. `number` says of which event or statement."""

    start: int
    end: int
    field: str
    number: str = ""

    @property
    def label(self) -> str:
        return f"{self.field} {self.number}" if self.number else self.field


def style_of(field: str) -> str:
    return STYLES.get(field, OTHER)


def event_marks(event: Event, number: str = "") -> list[Mark]:
    """Every span of an event under the name of its field, each once."""
    found: list[tuple[str, Span | None]] = [("act", event.trigger)]
    found += [("act", span) for span in event.mentions]
    found += [("actor", entity.span) for entity in event.actors]
    found += [("recipient", entity.span) for entity in event.recipients]
    found += [("date", event.when.span), ("place", event.where.span if event.where else None)]
    found += [("source", event.attributed_to.span if event.attributed_to else None)]
    found += [(_NAMES.get(field, field), span) for field, spans in event.evidence.items() for span in spans]
    marks = {
        Mark(span.start, span.end, field, number) for field, span in found if span and span.start < span.end
    }
    told = {(mark.start, mark.end) for mark in marks if mark.field in STYLES}
    # The same words often support a field without a colour of its own, such as factuality, besides the act.
    return sorted(mark for mark in marks if mark.field in STYLES or (mark.start, mark.end) not in told)


def statement_marks(coding: Coding) -> list[Mark]:
    """Who speaks, with which word, and what."""
    marks = []
    for number, statement in enumerate(coding.statements, 1):
        speaker: Entity = statement.speaker
        spans = (("speaker", speaker.span), ("cue", statement.cue), ("said", statement.content))
        marks += [Mark(span.start, span.end, field, f"S{number}") for field, span in spans if span]
    return marks


def excerpts(coding: Coding, event: Event, marks: Iterable[Mark]) -> list[Span]:
    """The parts of the text to show for an event: its sentences, and some words around every other mark."""
    length = len(coding.article.text)
    wanted = [Span(*span) for span in event.sentences]
    for mark in marks:
        if not any(start <= mark.start and mark.end <= end for start, end in event.sentences):
            wanted.append(_window(coding.article.text, mark))
    merged: list[Span] = []
    for start, end in sorted(wanted):
        if merged and start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(max(start, 0), min(end, length)))
    return merged


def marked(text: str, marks: Iterable[Mark], colour: bool, part: Span | None = None) -> Text:
    """A part of a text with its marks. Marks may overlap in any way."""
    part = part or Span(0, len(text))
    inside = [
        Mark(max(mark.start, part.start), min(mark.end, part.end), mark.field, mark.number)
        for mark in marks
        if mark.start < part.end and mark.end > part.start
    ]
    return _coloured(text, inside, part) if colour else Text(_bracketed(text, inside, part))


def _coloured(text: str, marks: list[Mark], part: Span) -> Text:
    """Where marks overlap the shortest gives the colour, and an underline tells that there are more."""
    result = Text()
    for start, end in _pieces(marks, part):
        here = sorted((m for m in marks if m.start <= start and end <= m.end), key=lambda m: m.end - m.start)
        style = Style()
        for mark in reversed(here):
            style += Style.parse(style_of(mark.field))
        if len({mark.field for mark in here} - {"said"}) > 1:
            style += Style(underline=True)
        result.append(printable(text[start:end]), style)
        for number in (mark.number for mark in here if mark.end == end and mark.field in ("act", "cue")):
            result.append(number.translate(_RAISED), style_of("act"))
    return result


_RAISED = str.maketrans("0123456789S", "⁰¹²³⁴⁵⁶⁷⁸⁹ˢ")


def _bracketed(text: str, marks: list[Mark], part: Span) -> str:
    """Brackets that always nest: one that would cross another is closed and opened again."""
    result: list[str] = []
    open_marks: list[Mark] = []
    for start, end in _pieces(marks, part):
        starting = sorted((m for m in marks if m.start == start), key=lambda m: (-m.end, m.label))
        open_marks += starting
        result += [f"[{mark.label}: " for mark in starting]
        result.append(printable(text[start:end]))
        ending = [mark for mark in open_marks if mark.end == end]
        if ending:
            first = open_marks.index(ending[0])
            crossed = [mark for mark in open_marks[first:] if mark.end != end]
            result += ["]" * (len(open_marks) - first)]
            result += [f"[{mark.label}: " for mark in crossed]
            open_marks[first:] = crossed
    return "".join(result)


def _pieces(marks: list[Mark], part: Span) -> Iterator[Span]:
    """The part cut wherever a mark begins or ends."""
    cuts = sorted({part.start, part.end, *(m.start for m in marks), *(m.end for m in marks)})
    return (Span(start, end) for start, end in pairwise(cuts))


def _window(text: str, mark: Mark) -> Span:
    """The words around a mark, within its paragraph, cut at blanks."""
    low, high = max(mark.start - _AROUND, 0), min(mark.end + _AROUND, len(text))
    paragraph = text.rfind("\n", low, mark.start) + 1
    start = paragraph or (text.find(" ", low, mark.start) + 1 if low else 0) or mark.start
    newline = text.find("\n", mark.end, high)
    blank = text.rfind(" ", mark.end, high)
    end = newline if newline >= 0 else high if high == len(text) else blank if blank >= 0 else mark.end
    return Span(start, end)
