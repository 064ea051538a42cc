"""Settle two passes of labels into one.

    python -m training.settle --ask FILE            write the passages whose labels differ, to be decided
    python -m training.settle --decided FILE ...    take the decisions, and settle what did not differ

Passages whose acts agree (type, modes, factuality, country and first sector of both sides, attributed or
not) settle themselves: `settled_alone` says how the fields that may still differ are joined. The others are
asked for, a line each: {"id", "date", "text", "a": [...], "b": [...]}, a and b being the two passes in an
order that says nothing. A decision is a line {"id", "events": [...]} whose members are "a1" (the first act
of a), "b2", or a whole act in the compact form.

A settled passage has seen two passes of labelling ("pass": 2).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from training import agree, figures, files
from training.compact import compact
from training.records import Event, Passage, Provenance, Words

Raw = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Ask or settle; 1 where a decision could not be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passes", type=Path, default=files.HOME / "passes")
    parser.add_argument("--ask", type=Path, help="file for the passages to decide on")
    parser.add_argument("--decided", type=Path, nargs="*", default=[], help="files of decisions")
    given = parser.parse_args(arguments)
    pairs = {first.id: (first, second) for second, first in agree.both_passes(given.passes)}
    if given.ask:
        open_ones = [pair for pair in pairs.values() if differ(*pair)]
        lines = [json.dumps(question(*pair), ensure_ascii=False) + "\n" for pair in open_ones]
        given.ask.write_text("".join(lines), encoding="utf-8")
        print(f"{len(open_ones)} of {len(pairs)} passages to decide on")
        return 0
    decided, faults = decisions(given.decided, pairs)
    settled = [_settled(passage, pairs, decided) for passage in files.read()]
    files.write(settled)
    figures.write(files.read())
    for fault in faults:
        print(fault, file=sys.stderr)
    alone = sum(not differ(*pair) for pair in pairs.values())
    print(f"{alone} settled alone, {len(decided)} by decision, {len(faults)} decisions not understood")
    return int(bool(faults))


def differ(first: Passage, second: Passage) -> bool:
    """Whether the acts of two passes differ in anything that matters."""
    if len(first.events) != len(second.events):
        return True
    found = agree.compare([(second, first)]).closest
    return len(found) < len(first.events) or any(_key(a) != _key(b) for a, b in found)


def _key(event: Event) -> tuple[object, ...]:
    def side(members: Iterable[Any]) -> tuple[frozenset[object], frozenset[object]]:
        known = list(members)
        return frozenset(m.country for m in known), frozenset(m.sectors[:1] for m in known)

    sides = side(event.actors), side(event.recipients)
    attributed = event.attributed_to is not None
    return event.type, frozenset(event.modes), event.factuality, event.historical, sides, attributed


def question(first: Passage, second: Passage) -> Raw:
    """A passage with both passes' acts; the digit of its id decides which pass is "a"."""
    passes = (first, second) if int(first.id[-1], 16) % 2 else (second, first)
    a, b = ([compact(event) for event in passage.events] for passage in passes)
    return {"id": first.id, "date": first.date, "text": first.text, "a": a, "b": b}


def decisions(
    paths: Sequence[Path], pairs: dict[str, tuple[Passage, Passage]]
) -> tuple[dict[str, Passage], list[str]]:
    """Decided passages by id, and what could not be understood."""
    decided: dict[str, Passage] = {}
    faults: list[str] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                raw = json.loads(line)
                asked = question(*pairs[raw["id"]])
                events = [_chosen(member, asked) for member in raw["events"]]
                decided[raw["id"]] = agree.labelled(pairs[raw["id"]][0], events)
            except (ValueError, KeyError, IndexError, TypeError) as error:
                reason = " ".join(f"{type(error).__name__} {error}".split())[:200]
                faults.append(f"{path.name}:{number}: {reason}")
    return decided, faults


def _chosen(member: Raw | str, asked: Raw) -> Raw:
    if isinstance(member, str):
        chosen: Raw = asked[member[0]][int(member[1:]) - 1]
        return chosen
    return member


def settled_alone(first: Passage, second: Passage) -> list[Event]:
    """The acts of two passes that agree.

    Fields that may still differ: contexts that both gave, or where there are none all; mentions of both; a
    date, place or number that one pass alone gave; else the first pass's.
    """
    matched = {id(one): other for other, one in agree.compare([(second, first)]).closest}
    return [_joined(event, matched[id(event)]) for event in first.events]


def _joined(one: Event, other: Event) -> Event:
    shared = tuple(context for context in one.contexts if context in other.contexts)
    contexts = shared or tuple(dict.fromkeys((*one.contexts, *other.contexts)))[:3]
    told = [(m.span, m) for m in (one.trigger, *one.mentions)]
    mentions = [*one.mentions]
    for mention in (*other.mentions, other.trigger):
        if not any(_touch(mention, known) for _, known in told):
            mentions.append(mention)
            told.append((mention.span, mention))
    return one.model_copy(
        update={
            "contexts": contexts,
            "mentions": tuple(mentions),
            "date": one.date or other.date,
            "place": one.place or other.place,
            "size": {**other.size, **one.size},
        }
    )


def _touch(a: Words, b: Words) -> bool:
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _settled(
    passage: Passage, pairs: dict[str, tuple[Passage, Passage]], decided: dict[str, Passage]
) -> Passage:
    """The passage with settled acts, or as it was where it was not labelled twice or not decided."""
    if passage.id in decided:
        events: Sequence[Event] = decided[passage.id].events
    elif passage.id in pairs and not differ(*pairs[passage.id]):
        events = settled_alone(*pairs[passage.id])
    else:
        return passage
    return passage.model_copy(
        update={
            "events": tuple(events),
            "provenance": Provenance(passes=2, batch=passage.provenance.batch),
        }
    )


if __name__ == "__main__":
    sys.exit(main())
