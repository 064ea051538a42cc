"""A statement while it is being read: cue, words of the speaker, tokens of the content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bede.statements import clauses, speakers
from bede.statements.cues import Cue, keys, numbers
from bede.statements.quotes import MARKS, Quote, find_quotes


@dataclass(eq=False)
class Draft:
    """What is known so far: `speaker` is the word beside the cue, `source` its phrase where already known,
    `quotes` the quotations that belong to it."""

    cue: Token
    entry: Cue
    speaker: Token | None
    content: set[int]
    phrase: tuple[int, int]
    frame: str
    quotes: list[Quote] = field(default_factory=list)
    source: tuple[int, int] | None = None

    @property
    def last(self) -> int:
        """The last token that belongs to it."""
        return max([self.cue.i, *self.content])


_COLUMNS: list[int | str] = ["SENT_START", "POS", "LEMMA", "ORTH", "LOWER", "IS_SPACE"]
_MARKS = numbers(MARKS)
_SOURCES = numbers(["according", "per"])


class Page:
    """A Doc with its sentences, quotations and drafts at hand by token number.

    starts      tokens that begin a sentence
    candidates  tokens whose lemma is a cue of the table, with its row
    sources     tokens "according" and "per"
    quotes      quotations; quoted are the tokens within them
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens: list[Token] = list(doc)
        rows: list[list[int]] = doc.to_array(_COLUMNS).tolist() if len(doc) else []
        table = keys()
        self.starts: list[int] = []
        self.candidates: list[tuple[Token, Cue]] = []
        self.sources: list[int] = []
        borders: list[int] = []
        for i, (start, part, lemma, orth, lower, space) in enumerate(rows):
            if start == 1 or i == 0:
                self.starts.append(i)
            entry = table.get((part, lemma))
            if entry is not None:
                self.candidates.append((self.tokens[i], entry))
            if lower in _SOURCES:
                self.sources.append(i)
            if orth in _MARKS or (space and "\n" in self.tokens[i].text):
                borders.append(i)
        self.quotes = find_quotes(self.tokens, borders)
        self.quoted = {i for quote in self.quotes for i in range(quote.start, quote.end)}
        self.drafts: dict[int, Draft] = {}

    def sentence(self, i: int) -> tuple[int, int]:
        """Token range of the sentence of token `i`, as far as it is within reach."""
        k = bisect_right(self.starts, i) - 1
        end = self.starts[k + 1] if k + 1 < len(self.starts) else len(self.doc)
        return max(self.starts[k], i - clauses.LONGEST), min(end, i + clauses.LONGEST)

    def paragraph(self, i: int) -> tuple[int, int]:
        """Token range of the paragraph of token `i`."""
        start, end = i, i + 1
        while start > 0 and not self.breaks(start - 1):
            start -= 1
        while end < len(self.doc) and not self.breaks(end):
            end += 1
        return start, end

    def breaks(self, i: int) -> bool:
        """Whether token `i` is the white space between paragraphs."""
        token = self.tokens[i]
        return bool(token.is_space and "\n" in token.text)

    def add(self, draft: Draft) -> None:
        self.drafts.setdefault(draft.cue.i, draft)

    def ordered(self) -> Iterator[Draft]:
        """Drafts in order of their cues."""
        return (self.drafts[i] for i in sorted(self.drafts))


_VERBAL = frozenset(["VERB", "AUX"])


def verbs(page: Page) -> None:
    """Adds a draft for every verb of the table; its content may still be empty."""
    for token, entry in page.candidates:
        if token.pos_ not in _VERBAL or token.dep_ in ("amod", "aux", "auxpass", "compound"):
            continue
        said, frame = clauses.content(token, entry)
        speaker = None if entry.takes("raising") else speakers.speaker_word(token)
        if speaker is None and said and not _impersonal(token, entry):
            said = set()
        phrase = clauses.cue_phrase(token, entry, said)
        page.add(Draft(token, entry, speaker, said, phrase, frame))


def _impersonal(verb: Token, entry: Cue) -> bool:
    """Whether a verb may tell something without a speaker: "is expected to", "it was reported that", "seems
    to".
    """
    if entry.takes("raising"):
        return True
    clausal = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    return clausal and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
