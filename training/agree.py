"""How well a second pass of labels agrees with the first.

    python -m training.agree [--third] [--passes FOLDER] [--disagreements FILE]

FOLDER (`training/passes`) holds `first/*.jsonl` and `second/*.jsonl`, lines {"id", "events"} in the compact
form of `training.convert`: labels of the same passages by two passes, the second of which did not see the
first. With --third the labels of `third/*.jsonl` (a sample, labelled blind by the finished guide) are
compared with the settled ones of the corpus instead. Texts and dates are those of the corpus. All passes are
mended by rule as the corpus is (`training.mend`).
Events are paired as `bede.evaluation.matching` pairs coded and gold ones, the first pass standing for the
gold: found (type and sentence), dyad (type and countries of both sides), exact (found, dyad and sectors). For
the agreement of single fields, events that are found are paired closest first.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bede.evaluation.matching import Act, Side, agrees, normal, pair
from training import files, mend
from training.convert import convert
from training.locate import Finder
from training.records import Event, Passage, Words
from training.records import Side as Labelled

LEVELS = ("found", "dyad", "exact")
Pair = tuple[Event, Event]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Passages of both passes, events paired at each level, and the closest pairs: (second, first)."""

    passages: Sequence[tuple[Passage, Passage]]
    pairs: dict[str, list[Pair]]
    closest: list[Pair]


def main(arguments: list[str] | None = None) -> int:
    """Compare and print; 2 where no passage is in both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passes", type=Path, default=files.HOME / "passes", help="folder of both passes")
    parser.add_argument("--corpus", type=Path, default=files.PASSAGES, help="folder of the passages")
    parser.add_argument("--disagreements", type=Path, help="file for the events that only one pass has")
    parser.add_argument("--third", action="store_true", help="the third pass against the settled labels")
    given = parser.parse_args(arguments)
    joined = (third_pass if given.third else both_passes)(given.passes, given.corpus)
    if not joined:
        print("No passage is in both passes.", file=sys.stderr)
        return 2
    agreement = compare(joined)
    for line in report(agreement):
        print(line)
    if given.disagreements:
        text = "\n".join(disagreements(agreement)) + "\n"
        given.disagreements.write_text(text, encoding="utf-8")
    return 0


def both_passes(folder: Path, corpus: Path = files.PASSAGES) -> list[tuple[Passage, Passage]]:
    """(second, first) for every passage that both passes labelled."""
    texts = {passage.id: passage for passage in files.read(corpus)}
    first, second = (read_pass(folder / name, texts) for name in ("first", "second"))
    return [(second[i], first[i]) for i in sorted(first) if i in second]


def third_pass(folder: Path, corpus: Path = files.PASSAGES) -> list[tuple[Passage, Passage]]:
    """(third, settled) for every passage of the sample that was labelled a third time."""
    texts = {passage.id: passage for passage in files.read(corpus)}
    third = read_pass(folder / "third", texts)
    return [(third[i], texts[i]) for i in sorted(third)]


def read_pass(folder: Path, texts: dict[str, Passage]) -> dict[str, Passage]:
    """One pass's labels by passage, mended. Lines that cannot be read are told and left out."""
    found = {}
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            raw = json.loads(line)
            passage = texts.get(raw["id"])
            if passage is None:
                continue
            try:
                found[passage.id] = labelled(passage, raw["events"])
            except ValueError as error:
                print(f"{file.name}:{number}: {' '.join(str(error).split())[:200]}", file=sys.stderr)
    return found


def labelled(passage: Passage, events: Sequence[dict[str, Any]]) -> Passage:
    """A passage with these labels (compact) in the place of its own, mended by rule."""
    raw = {"text": passage.text, "date": passage.date, "genre": passage.genre, "events": events}
    return mend.mend_labels(convert(raw, passage.provenance.batch))


def compare(joined: Sequence[tuple[Passage, Passage]]) -> Agreement:
    """Pair the events of (second, first) passages."""
    pairs: dict[str, list[Pair]] = {level: [] for level in LEVELS}
    closest: list[Pair] = []
    for second, first in joined:
        coded = [_act(second, event) for event in second.events]
        gold = [_act(first, event) for event in first.events]
        for level in LEVELS:
            for c, g in pair(coded, gold, level):
                i = next(n for n, act in enumerate(coded) if act is c)
                j = next(n for n, act in enumerate(gold) if act is g)
                pairs[level].append((second.events[i], first.events[j]))
        closest += _closest(second, first, coded, gold)
    return Agreement(joined, pairs, closest)


def _closest(second: Passage, first: Passage, coded: Sequence[Act], gold: Sequence[Act]) -> list[Pair]:
    """Events of one passage that are found, those with a common trigger and then common sides first."""
    likeness = {
        (i, j): (
            _overlap(second.events[i].trigger, first.events[j].trigger),
            agrees(c, g, "dyad"),
            agrees(c, g, "exact"),
            len(c.modes & g.modes),
            c == g,
            second.events[i] == first.events[j],
        )
        for i, c in enumerate(coded)
        for j, g in enumerate(gold)
        if agrees(c, g, "found")
    }
    found: dict[int, int] = {}
    for i, j in sorted(likeness, key=lambda ij: likeness[ij], reverse=True):
        if i not in found and j not in found.values():
            found[i] = j
    return [(second.events[i], first.events[j]) for i, j in found.items()]


def _act(passage: Passage, event: Event) -> Act:
    """An event as the matching rule sees it: its sentences are those of the trigger and of other mentions."""
    finder = Finder(passage.text)
    marks = (event.trigger, *event.mentions)
    sentences = dict.fromkeys(normal(finder.sentence_text(mark.span[0])) for mark in marks)
    return Act(
        type=event.type,
        types=frozenset([event.type]),
        modes=frozenset(event.modes),
        actors=_sides(event.actors),
        recipients=_sides(event.recipients),
        date=event.date.value if event.date else None,
        has_place=event.place is not None,
        country=event.place.country if event.place else None,
        factuality=event.factuality,
        attributed_to=normal(event.attributed_to.text) if event.attributed_to else "",
        sentences=tuple(sentences),
        marks=tuple(normal(mark.text) for mark in marks),
    )


def _sides(sides: Iterable[Labelled]) -> tuple[Side, ...]:
    return tuple(Side(side.country, side.sectors) for side in sides)


def report(agreement: Agreement) -> list[str]:
    """F1 at each level, agreement of fields over the events found, and F1 found and dyad by type."""
    second = Counter(e.type for passage, _ in agreement.passages for e in passage.events)
    first = Counter(e.type for _, passage in agreement.passages for e in passage.events)
    lines = [
        f"{len(agreement.passages)} passages, {first.total()} events in the first pass, "
        f"{second.total()} in the second"
    ]
    lines += [f"{level:10} F1 {f1(agreement, level):.3f}" for level in LEVELS]
    silent = [(a, b) for a, b in agreement.passages if not b.events]
    if silent:
        same = sum(not a.events for a, _ in silent) / len(silent)
        lines.append(
            f"passages without an event in the first pass that have none in the second: {same:.3f} "
            f"({len(silent)})"
        )
    lines.append("field, over the events found")
    found = agreement.closest
    for name, told, right in FIELDS:
        having = [(a, b) for a, b in found if told(a) or told(b)]
        share = sum(right(a, b) for a, b in having) / len(having) if having else 0.0
        lines.append(f"  {name:20} {share:.3f} ({len(having)})")
    lines.append("type         first second  found  dyad")
    by_level = {level: Counter(b.type for _, b in agreement.pairs[level]) for level in LEVELS}
    for name in sorted(first | second):
        own = [_f1(by_level[level][name], first[name], second[name]) for level in LEVELS[:2]]
        lines.append(f"  {name:10} {first[name]:5} {second[name]:6}  {own[0]:.3f}  {own[1]:.3f}")
    return lines


def f1(agreement: Agreement, level: str) -> float:
    """Agreement on events at a level, over all passages."""
    second, first = (sum(len(pair[side].events) for pair in agreement.passages) for side in (0, 1))
    return _f1(len(agreement.pairs[level]), first, second)


def _f1(pairs: int, first: int, second: int) -> float:
    return 2 * pairs / (first + second) if first + second else 0.0


def _overlap(a: Words | None, b: Words | None) -> bool:
    """Whether two fields are both empty or share a character of the text."""
    if a is None or b is None:
        return a is b
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _side_words(a: Sequence[Labelled], b: Sequence[Labelled]) -> bool:
    """Whether every named side of the first overlaps one of the second."""
    named = [side for side in b if side.span]
    others = [side.span for side in a if side.span]
    return all(any(s.span[0] < o[1] and o[0] < s.span[1] for o in others) for s in named if s.span)


def _countries(sides: Sequence[Labelled]) -> set[str]:
    return {side.country for side in sides if side.country}


def _first_sectors(sides: Sequence[Labelled]) -> set[str]:
    return {side.sectors[0] for side in sides if side.sectors}


def _date(event: Event) -> str | None:
    return event.date.value if event.date else None


Test = Callable[[Event, Event], bool]
# Name, whether an event has the field, whether two agree; over pairs of which one at least has it.
FIELDS: Sequence[tuple[str, Callable[[Event], object], Test]] = (
    ("trigger", lambda e: True, lambda a, b: _overlap(a.trigger, b.trigger)),
    ("modes, one shared", lambda e: e.modes, lambda a, b: bool(set(a.modes) & set(b.modes))),
    ("modes, the same", lambda e: e.modes, lambda a, b: set(a.modes) == set(b.modes)),
    ("contexts, one shared", lambda e: e.contexts, lambda a, b: bool(set(a.contexts) & set(b.contexts))),
    ("actor words", lambda e: e.actors, lambda a, b: _side_words(a.actors, b.actors)),
    ("recipient words", lambda e: e.recipients, lambda a, b: _side_words(a.recipients, b.recipients)),
    ("actor countries", lambda e: e.actors, lambda a, b: _countries(a.actors) == _countries(b.actors)),
    (
        "recipient countries",
        lambda e: e.recipients,
        lambda a, b: _countries(a.recipients) == _countries(b.recipients),
    ),
    ("actor sectors", lambda e: e.actors, lambda a, b: _first_sectors(a.actors) == _first_sectors(b.actors)),
    (
        "recipient sectors",
        lambda e: e.recipients,
        lambda a, b: _first_sectors(a.recipients) == _first_sectors(b.recipients),
    ),
    ("factuality", lambda e: True, lambda a, b: a.factuality == b.factuality),
    ("historical", lambda e: True, lambda a, b: a.historical == b.historical),
    ("attributed or not", lambda e: True, lambda a, b: bool(a.attributed_to) == bool(b.attributed_to)),
    ("attribution", lambda e: e.attributed_to, lambda a, b: _overlap(a.attributed_to, b.attributed_to)),
    ("date", _date, lambda a, b: _date(a) == _date(b)),
    (
        "place country",
        lambda e: e.place,
        lambda a, b: bool(a.place and b.place and a.place.country == b.place.country),
    ),
    ("size", lambda e: e.size, lambda a, b: a.size == b.size),
)  # fmt: skip


def disagreements(agreement: Agreement) -> list[str]:
    """Events that one pass alone has, passage by passage, for whoever settles them."""
    matched = {id(event) for one in agreement.pairs["found"] for event in one}
    lines = []
    for second, first in agreement.passages:
        alone = [
            f"  {name}: {e.type} {'/'.join(e.modes)} {e.trigger.text!r} "
            f"{_names(e.actors)} -> {_names(e.recipients)}"
            for name, passage in (("first", first), ("second", second))
            for e in passage.events
            if id(e) not in matched
        ]
        if alone:
            lines += [f"{first.id} {first.text}", *alone]
    return lines


def _names(sides: Sequence[Labelled]) -> str:
    return ", ".join(f"{side.text or '?'} [{side.country} {' '.join(side.sectors)}]" for side in sides)


if __name__ == "__main__":
    sys.exit(main())
