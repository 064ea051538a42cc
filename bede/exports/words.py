"""Words out of an article made fit for a cell, a line or a file."""

from __future__ import annotations

import re

from bede.records import Event, Span

_GAPS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text on one line: white space and control characters become single spaces, edges are trimmed.

    Half a surrogate pair, which no UTF-8 file can hold, becomes U+FFFD.
    """
    return _HALF_PAIRS.sub("\ufffd", _GAPS.sub(" ", text)).strip()


def sentence_span(event: Event) -> Span | None:
    """The sentence that tells the act best: the one around the trigger, else the first; None without any."""
    around = (span for span in event.sentences if span.start <= event.trigger.start < span.end)
    return next(around, event.sentences[0] if event.sentences else None)
