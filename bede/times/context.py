"""What a time expression is read against: publication, tense, and the time told before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bede.times import calendar
from bede.times.tokens import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; see TimeMention for the fields."""

    value: str
    kind: str
    precision: str
    basis: str = ""
    relative: bool = False


@dataclass(slots=True)
class Context:
    """The state of reading one text from start to end.

    anchor     publication day, None when unknown
    direction  given an offset: "past", "future" or None, by the tense of the clause there
    tokens     all tokens, for readings that look at the neighbours
    day        the last calendar day told, for "that day", "two days later"
    year       the last year told, for "later that year"
    quarter    the first day of the last quarter told by name, and `quarter_at` the offset where
    offset     where the reader is
    """

    anchor: dt.date | None
    direction: Callable[[int], str | None]
    tokens: list[Token]
    day: dt.date | None = None
    month: dt.date | None = None
    year: int | None = None
    quarter: dt.date | None = None
    quarter_at: int = -1000
    offset: int = 0

    @property
    def quarter_near(self) -> bool:
        """Whether the text is about quarters here, so that "a year ago" is the same quarter of last year."""
        return self.quarter is not None and self.offset - self.quarter_at < 3000

    def remember(self, value: str, by_name: bool) -> None:
        """Keep what later expressions may lean on."""
        match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q(\d))?(?![\dW])", value)
        if not match:
            return
        year, month, day, quarter = (int(part) if part else None for part in match.groups())
        if not year:
            return
        self.year = year
        if quarter and by_name:
            self.quarter_at = self.offset
            self.quarter = dt.date(year, quarter * 3 - 2, 1)
        elif quarter:
            return
        elif month and day:
            if self.anchor and dt.date(year, month, day) > self.anchor:
                return  # a plan ahead is not where the story is
            self.day = self.month = dt.date(year, month, day)
        elif month:
            self.month = dt.date(year, month, 1)


def dated(day: dt.date | None, unit: str, basis: str, relative: bool = True) -> Reading | None:
    """The day, week, month, ... that holds a day, as a reading; None for None."""
    if day is None:
        return None
    return Reading(calendar.name(day, unit), "DATE", calendar.PRECISION[unit], basis, relative)


# Stands for words that look like a time but are none ("31 February"): they are skipped whole.
NOTHING = Reading("", "", "")


@dataclass(frozen=True, slots=True)
class Parts:
    """One match of a rule: its tokens, by the group names of the pattern."""

    start: int
    end: int
    groups: dict[str, tuple[int, int]]
    tokens: list[Token]

    def __getitem__(self, group: str) -> Token | None:
        """The first token of a group; None where the pattern has no such group or it did not match."""
        span = self.groups.get(group)
        return self.tokens[span[0]] if span else None

    def last(self, group: str) -> Token | None:
        """The last token of a group."""
        span = self.groups.get(group)
        return self.tokens[span[1] - 1] if span else None

    def behind(self, group: str) -> Token | None:
        """The token of the match that follows a group."""
        span = self.groups.get(group)
        return self.tokens[span[1]] if span and span[1] < self.end else None

    @property
    def before(self) -> Token | None:
        """The token before the match."""
        return self.tokens[self.start - 1] if self.start else None

    def before_is(self, word: str) -> bool:
        """Whether the word before the match is this one."""
        return self.before is not None and self.before.text == word

    @property
    def after(self) -> Token | None:
        """The token after the match."""
        return self.tokens[self.end] if self.end < len(self.tokens) else None

    def number(self, group: str) -> int | None:
        """The whole number a group stands for."""
        token = self[group]
        return int(token.value) if token and isinstance(token.value, (int, float)) else None

    def word(self, group: str) -> str:
        """The word of a group, empty where there is none."""
        token = self[group]
        return token.text if token else ""

    def letter(self, group: str) -> str:
        """The class of a group, empty where there is none."""
        token = self[group]
        return token.letter if token else ""

    def text_value(self, group: str) -> str:
        """The value of a group as text, empty where there is none."""
        token = self[group]
        return str(token.value) if token and token.value is not None else ""

    @property
    def offset(self) -> int:
        """Character offset of the first token."""
        return self.tokens[self.start].start


Reader = Callable[[Parts, Context], Reading | None]
