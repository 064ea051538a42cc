"""What a reading of statements hands back: the record, and where in the Doc it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

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
    frame         how the content was found: clause, quote, inf, complement, obj, phrase, relative,
                  raising, noun, adjective, adverb, according, headline
    stance        assert, claim, deny, ask, demand, promise, judge, blame, think or want
    in_quote      whether the cue itself stands inside somebody's direct speech
    outer         the statement inside whose content this one is told
    """

    statement: Statement
    speaker_head: Token | None
    cue: Token
    content: tuple[Part, ...]
    source: Part | None
    cue_phrase: Part
    kind: str
    stance: str
    frame: str
    audience: Part | None = None
    in_quote: bool = False
    outer: Found | None = None

    @property
    def spoken(self) -> bool:
        """Whether somebody says or writes it, rather than thinks or wants it."""
        return self.kind != "thought"

    @property
    def reported(self) -> bool:
        """Whether it is a statement in the guide's sense: a named speaker says it, outside a quotation.

        Acts done by speaking ("announced a plan", "praised the deal") are events, not statements, unless
        what they tell is a claim, a denial, a name given or a demand.
        """
        if self.kind != "speech" or self.speaker_head is None or self.in_quote or self._unreal():
            return False
        if self.frame in _TELLING:
            return True
        if self.frame == "inf":
            return (
                self.stance in ("demand", "promise", "ask", "claim", "assert")
                and self.cue.lemma_ not in _ACTS
            )
        return (
            self.frame in ("obj", "phrase") and self.stance in ("claim", "deny")
        ) or self.cue.lemma_ in _CREDITS

    def _unreal(self) -> bool:
        """Whether the cue is an infinitive or stands after a modal: nothing has been said yet."""
        if self.cue.tag_ != "VB":
            return False
        before = {c.lower_ for c in self.cue.children if c.dep_ in ("aux", "neg")}
        went_on = self.cue.dep_ == "xcomp" and self.cue.head.lemma_ == "go"
        return (
            bool(before & {"to", "would", "could", "can", "may", "might", "should", "must"}) and not went_on
        )

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


_TELLING = frozenset(["clause", "quote", "complement", "according", "headline"])
_ACTS = frozenset(["agree", "offer", "threaten", "order", "decline", "refuse"])
_CREDITS = frozenset(
    ["attribute", "credit", "blame", "ascribe", "describe", "call", "question", "stress", "emphasize"]
)


def plain_entity(head: Token) -> Entity:
    """The noun phrase under `head` as an unresolved entity, for use without the actors' knowledge."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    span = head.doc[start:end]
    return Entity(span=Span(span.start_char, span.end_char))


def parts(doc: Sequence[Token], tokens: Iterable[int]) -> tuple[Part, ...]:
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


def trim(doc: Sequence[Token], start: int, end: int) -> Part:
    """The range without white space, commas, stops, dashes and lone brackets at its edges; may be empty."""
    while start < end and (doc[start].is_space or doc[start].text in _EDGE or _lone(doc, start, start, end)):
        start += 1
    while start < end and (
        doc[end - 1].is_space or doc[end - 1].text in _EDGE or _lone(doc, end - 1, start, end)
    ):
        end -= 1
    return start, end


def _lone(doc: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether token `i` is a bracket whose partner is outside the range."""
    text = doc[i].text
    if text not in ("(", ")", "[", "]"):
        return False
    partner = {"(": ")", ")": "(", "[": "]", "]": "["}[text]
    return all(doc[k].text != partner for k in range(start, end))


_EDGE = frozenset([",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "!", "?", "and", "but"])
