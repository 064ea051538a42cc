"""Where the words of a label stand in the text.

Writers gave words, not offsets. Of several occurrences whole words go before parts of words ("Iran" is not
the first four letters of "Iranian"); then

- the trigger is the occurrence whose sentence holds most of the event's other words, the first of equals, and
  not one that an earlier event of the same type has taken;
- every other field is the occurrence nearest the trigger in the trigger's sentence, else the first one in the
  text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable

Span = tuple[int, int]
_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
# No sentence ends after these, nor after a single capital or an acronym with full stops.
_SHORT = frozenset(
    """Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Brig Rev Hon Sen Rep Gov Pres St Jr Sr Jan Feb
    Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec No vs Fr Msgr Supt Insp Mt""".split()
)
_LAST_WORD = re.compile(r"([\w.]+)$")


def sentence_starts(text: str) -> list[int]:
    """Offsets at which sentences begin."""
    starts = [0]
    for match in _END.finditer(text):
        mark = text[match.start()]
        before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
        word = before.group(1) if before else ""
        if mark == "." and (word in _SHORT or re.fullmatch(r"(?:[A-Za-z]\.)*[A-Z]", word)):
            continue
        starts.append(match.end())
    return starts


class Finder:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = sentence_starts(text)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self._starts, offset) - 1

    def sentence_text(self, offset: int) -> str:
        """The sentence at an offset."""
        number = self.sentence(offset)
        return self.text[self._starts[number] : [*self._starts, len(self.text)][number + 1]].strip()

    def all(self, words: str) -> list[Span]:
        """Every occurrence; those inside longer words only where there is no other. Empty if none."""
        found = [(m.start(), m.end()) for m in re.finditer(re.escape(words), self.text)] if words else []
        return [span for span in found if self._whole(span)] or found

    def _whole(self, span: Span) -> bool:
        start, end = span
        text = self.text
        left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return not (left or right)

    def trigger(self, words: str, company: Iterable[str], taken: Collection[Span]) -> Span | None:
        """The occurrence of a trigger among the event's other words."""
        found = self.all(words)
        free = [span for span in found if span not in taken] or found
        if len(free) < 2:
            return free[0] if free else None
        others = [{self.sentence(start) for start, _ in self.all(word)} for word in company]
        return max(
            free, key=lambda span: (sum(self.sentence(span[0]) in there for there in others), -span[0])
        )

    def near(self, words: str, anchor: Span) -> Span | None:
        """The occurrence nearest the trigger in its sentence, else the first one."""
        found = self.all(words)
        home = self.sentence(anchor[0])
        close = [span for span in found if self.sentence(span[0]) == home]
        if close:
            return min(close, key=lambda span: _distance(span, anchor))
        return found[0] if found else None

    def between(self, first: str, last: str) -> Span | None:
        """From `first` to the end of `last`, the shortest there is."""
        best: Span | None = None
        for start, end in self.all(first):
            for other, close in self.all(last):
                shorter = best is None or close - start < best[1] - best[0]
                if close >= end and other >= start and shorter:
                    best = (start, close)
        return best


def _distance(span: Span, anchor: Span) -> int:
    return max(anchor[0] - span[1], span[0] - anchor[1], 0)
