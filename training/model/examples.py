"""From labelled passages to what the network learns from: sentences as words, and marked pairs.

A sentence holds, for each trigger in it, the type, modes and factuality of the act, and which words name its
actors and recipients. A pair is a sentence with one actor and one recipient marked, and the types of the acts
between them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from bede.events.marked import Marked, Stretch, read_marked, tokenizer
from bede.parsing.sentences import sentence_starts
from training.records import Event, Passage, Span

OLD_ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}  # PLOVER before version 2
PAIRED = frozenset(["CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"])  # actors may act on each other


@dataclass(frozen=True, slots=True)
class Act:
    """One trigger in a sentence. Words are places in the sentence's words."""

    words: tuple[int, ...]
    type: str
    modes: tuple[str, ...]
    factuality: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage and every act told in it."""

    words: tuple[str, ...]
    acts: tuple[Act, ...]
    contexts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with its sides marked, and the types of the acts between them."""

    marked: Marked
    types: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The sentence's words, without marks."""
        return self.marked.words


@dataclass(slots=True)
class Examples:
    """Everything the network sees."""

    sentences: list[Sentence] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def examples(passages: Iterable[Passage]) -> Examples:
    """All sentences and pairs of the passages, in order."""
    found = Examples()
    for passage in passages:
        doc = tokenizer().make_doc(passage.text)
        for start, end in _sentences(doc):
            found.sentences.append(_sentence(doc, start, end, passage.events))
            found.pairs.extend(_pairs(doc, start, end, passage.events))
    return found


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    starts = sorted(sentence_starts(doc, 0)) or [0]
    yield from zip(starts, [*starts[1:], len(doc)], strict=True)


def _sentence(doc: Doc, start: int, end: int, events: Sequence[Event]) -> Sentence:
    acts = [act for event in events for act in _acts(doc, start, end, event)]
    contexts = frozenset(
        c for event in events if _inside(doc, start, end, event.trigger.span) for c in event.contexts
    )
    return Sentence(tuple(t.text for t in doc[start:end]), tuple(acts), contexts)


def _acts(doc: Doc, start: int, end: int, event: Event) -> Iterator[Act]:
    for told in (event.trigger, *event.mentions):
        words = _inside(doc, start, end, told.span)
        if words:
            actors = [w for s in event.actors if s.span for w in _inside(doc, start, end, s.span)]
            recipients = [w for s in event.recipients if s.span for w in _inside(doc, start, end, s.span)]
            yield Act(
                tuple(words), event.type, event.modes, event.factuality, tuple(actors), tuple(recipients)
            )


def _inside(doc: Doc, start: int, end: int, span: Span) -> list[int]:
    """Places in the sentence [start, end) of the words that a character span touches."""
    return [
        token.i - start
        for token in doc[start:end]
        if token.idx < span[1] and token.idx + len(token.text) > span[0] and not token.is_space
    ]


def _pairs(doc: Doc, start: int, end: int, events: Sequence[Event]) -> Iterator[Pair]:
    types: dict[tuple[Stretch | None, Stretch | None], list[str]] = defaultdict(list)
    for event in events:
        actors = _spans(doc, start, end, [s.span for s in event.actors])
        recipients = _spans(doc, start, end, [s.span for s in event.recipients])
        if not recipients and event.type in PAIRED:
            recipients = actors
        told = any(_inside(doc, start, end, w.span) for w in (event.trigger, *event.mentions))
        for one in actors:
            for other in recipients:
                if one[1] <= other[0] or other[1] <= one[0]:
                    types[one, other].append(event.type)
            if told and not recipients:
                types[one, None].append(event.type)
        for other in recipients if told and not actors else ():
            types[None, other].append(event.type)
    words = tuple(t.text for t in doc[start:end])
    for (one, other), told in types.items():
        yield Pair(Marked(words, one, other), tuple(dict.fromkeys(told)))


def _spans(doc: Doc, start: int, end: int, spans: Iterable[Span | None]) -> list[Stretch]:
    inside = [_inside(doc, start, end, span) for span in spans if span]
    return list(dict.fromkeys((words[0], words[-1] + 1) for words in inside if words))


def marked_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of a tab-separated file with the columns marked_sentence (<s>..</s>, <t>..</t>) and gold_root."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            root = row["gold_root"]
            yield Pair(read_marked(row["marked_sentence"]), OLD_ROOTS.get(root, (root,)))
