"""Build `passages/` from the files in which passages were written.

    python -m training.build [--keep] [--older FOLDER] [--new FOLDER] [--report FILE]

Each folder holds *.jsonl: `--older` passages with full keys and without statements, `--new` compact ones with
statements, or ones in the corpus's own format (see `training.convert`). Left out, each with its reason, are
passages that cannot be converted, near-copies of an earlier one, and those in which a real person would act.
Of two passages with the same text the one that has seen more passes of labelling stays.

What stands in `passages/` is replaced, unless --keep adds to it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from training import edits, figures, files, mend, people
from training.convert import Unfit, convert
from training.near import near_copies
from training.records import Passage, schema

Left = list[tuple[str, str]]  # where a passage stood, why it was left out


def main(arguments: list[str] | None = None) -> int:
    """Build and report; 2 where there is nothing to build from."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--older", type=Path, help="folder of passages with full keys")
    parser.add_argument("--new", type=Path, help="folder of passages in the compact format")
    parser.add_argument("--keep", action="store_true", help="start from the passages that are there")
    parser.add_argument("--report", type=Path, help="file for the passages left out and the names replaced")
    parser.add_argument("--to", type=Path, default=files.PASSAGES, help="folder to write")
    given = parser.parse_args(arguments)
    left: Left = []
    found: list[tuple[str, Passage]] = []
    if given.keep:
        found += [(f"{passage.id} of the corpus", passage) for passage in files.read(given.to)]
    for folder, statements in ((given.older, False), (given.new, True)):
        if folder is not None:
            found += list(_converted(folder, statements, left))
    if not found:
        print("No passages found: name a folder of *.jsonl with --older or --new.", file=sys.stderr)
        return 2
    found.sort(key=lambda pair: -pair[1].provenance.passes)
    kept, mended = _mended(found, left)
    kept = _unlike(kept, left)
    files.write([passage for _, passage in kept], given.to)
    if given.to == files.PASSAGES:
        (files.HOME / "schema.json").write_text(json.dumps(schema(), indent=2) + "\n", encoding="utf-8")
        figures.write(files.read())
    _report(kept, mended, left, given.report)
    return 0


def _converted(folder: Path, statements: bool, left: Left) -> Iterator[tuple[str, Passage]]:
    for path in sorted(folder.glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            try:
                yield where, _read(line, path.stem, statements)
            except (Unfit, ValidationError, ValueError, KeyError, TypeError) as error:
                left.append((where, f"cannot be converted: {type(error).__name__}: {_short(error)}"))


def _read(line: str, batch: str, statements: bool) -> Passage:
    raw = json.loads(line)
    if "provenance" in raw:
        return Passage.model_validate_json(line)
    return convert(raw, batch, statements)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _mended(found: list[tuple[str, Passage]], left: Left) -> tuple[list[tuple[str, Passage]], list[str]]:
    kept, mended = [], []
    for where, passage in found:
        try:
            clean = mend.mend_labels(edits.apply(passage, mend.credit_edits(passage)))
            changes = people.edits(clean)
            clean = edits.apply(clean, changes)
        except people.RealPerson as error:
            left.append((where, f"a real person: {error}"))
            continue
        except ValueError as error:
            left.append((where, f"cannot be mended: {error}"))
            continue
        if changes:
            mended.append(f"{where}: {clean.text}")
        kept.append((where, clean))
    return kept, mended


def _unlike(kept: list[tuple[str, Passage]], left: Left) -> list[tuple[str, Passage]]:
    """Without exact and near copies of an earlier passage."""
    copies: dict[int, str] = {}
    for i, j, likeness in near_copies([passage.text for _, passage in kept]):
        if i not in copies:
            copies.setdefault(j, f"near-copy ({likeness:.2f}) of {kept[i][0]}")
    left += [(kept[j][0], why) for j, why in sorted(copies.items())]
    return [pair for j, pair in enumerate(kept) if j not in copies]


def _report(kept: list[tuple[str, Passage]], mended: list[str], left: Left, path: Path | None) -> None:
    passages = [passage for _, passage in kept]
    events = sum(len(passage.events) for passage in passages)
    held = sum(passage.held for passage in passages)
    print(f"{len(passages)} passages with {events} events kept, {held} of them held aside")
    print(f"{len(mended)} with a real name replaced by an office; {len(left)} left out:")
    for why, count in Counter(why.partition(":")[0].partition(" (")[0] for _, why in left).most_common():
        print(f"  {count:5} {why}")
    if path is not None:
        lines = [f"left out {where}: {why}" for where, why in left] + [f"mended {line}" for line in mended]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
