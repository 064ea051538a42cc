"""The steps of a coding, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bede.cli import wording
from bede.cli.event_view import print_words
from bede.cli.marking import style_of
from bede.cli.terminal import output

if TYPE_CHECKING:
    from bede.explain import Explanation


def print_explanation(explanation: Explanation) -> None:
    """Every step under its room, then the events in their words."""
    console = output()
    for step in explanation.steps:
        console.print(Text.assemble((step.room, "bold cyan"), "  ", (step.title, "bold")))
        for line in step.lines:
            console.print(Text(f"    {wording.printable(line)}"))
    coding = explanation.coding
    console.print()
    if not coding.events:
        console.print("No event.")
    for number, event in enumerate(coding.events, 1):
        head = Text(f"{number}. ")
        head.append(wording.event_type(event), style_of("act"))
        head.append(f"  {wording.date(event)}  {event.factuality.value}  {event.confidence:.2f}")
        console.print(head)
        print_words(console, coding, event)
