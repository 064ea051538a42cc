"""What a reading of statements hands back: the record, and where in the Doc it was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bede.records import Entity, Span, Statement

Part = tuple[int, int]
"""Half-open range of token numbers of a Doc."""


@dataclass(eq=False)
class Found:
    """A statement, and the tokens that make it.

    statement     the record; its speaker has no words where nobody is named ("reportedly", "is expected")
    speaker_head  head of the noun phrase that names the speaker (the antecedent of "who"), None if nobody is
    cue           the word that marks the saying
    content       what is said, as one or more token ranges (a speaker in the middle divides it)
    source        token range of the words that stand for the speaker beside the cue ("who", "he"), or None
    cue_phrase    token range of the cue with its helping words ("has also said", "called for")
    kind          speech, thought (believed, wants), or evidence (a poll shows)
    audience      token range of those told ("told reporters"), or None
    stance        assert, claim, deny, ask, demand, promise, judge, blame, think or want
    in_quote      whether the cue itself stands inside somebody's direct speech
    outer         the statement inside whose content this one is told ("the ministry said the group had claimed")
    """

    statement: Statement
    speaker_head: Token | None
    cue: Token
    content: tuple[Part, ...]
    source: Part | None
    cue_phrase: Part
    kind: str
    stance: str
    audience: Part | None = None
    in_quote: bool = False
    outer: Found | None = None

    @property
    def spoken(self) -> bool:
        """Whether somebody says or writes it, rather than thinks or wants it."""
        return self.kind != "thought"

    @property
    def reported(self) -> bool:
        """Whether it is a statement in the guide's sense: a named speaker says or shows it, outside a quotation."""
        return self.spoken and self.speaker_head is not None and not self.in_quote

    def covers(self, i: int) -> bool:
        """Whether token `i` is part of what is said."""
        return any(start <= i < end for start, end in self.content)

    def chain(self) -> list[Found]:
        """This statement and those it is told within, innermost first."""
        links: list[Found] = []
        link: Found | None = self
        while link is not None and link not in links:
            links.append(link)
            link = link.outer
        return links


def plain_entity(head: Token) -> Entity:
    """The noun phrase under `head` as an unresolved entity, for use without the actors' knowledge."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    span = head.doc[start:end]
    return Entity(span=Span(span.start_char, span.end_char))


def parts(doc: Doc, tokens: Iterable[int]) -> tuple[Part, ...]:
    """Token numbers as ranges, without marks at their edges other than quotation marks and brackets."""
    ranges: list[list[int]] = []
    for i in sorted(set(tokens)):
        if ranges and all(_slight(doc[k]) for k in range(ranges[-1][1], i)) and i - ranges[-1][1] <= 2:
            ranges[-1][1] = i + 1
        else:
            ranges.append([i, i + 1])
    trimmed = (trim(doc, start, end) for start, end in ranges)
    return tuple(part for part in trimmed if part[0] < part[1])


def _slight(token: Token) -> bool:
    return bool(token.is_space or token.is_punct)


def trim(doc: Doc, start: int, end: int) -> Part:
    """The range without white space, commas, stops and dashes at its edges, or empty if nothing is left."""
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _EDGE):
        end -= 1
    return start, end


_EDGE = frozenset([",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "!", "?", "and", "but", ")", "("])
