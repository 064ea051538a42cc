"""Check the corpus: `make corpus-check`, or

    python -m training.check [--bars] [--public FOLDER] [--quick]

Exit code 1 where a line is not in the format, words do not stand where a span says, passages are copies of
one another, or one shares a run of eight words with public text that is not in `common_runs.txt` (phrases
that were looked at and found to be anybody's). Bars not reached yet are shown, and fail only with --bars.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from bede import ontology
from training import agree, figures, files, public
from training.bars import Bar, bars
from training.faults import faults
from training.near import near_copies, runs, shared_runs
from training.records import Passage, schema
from training.shapes import shapes

SHARED = files.HOME.parent.parent / "shared"
SHOWN = 40
WANTED = (("found", 0.90), ("dyad", 0.82))


def main(arguments: list[str] | None = None) -> int:
    """Check everything and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=files.PASSAGES)
    parser.add_argument("--bars", action="store_true", help="fail where a bar is not reached")
    parser.add_argument("--public", type=Path, default=SHARED, help="folder of public text to compare with")
    parser.add_argument("--quick", action="store_true", help="leave out the comparison with public text")
    given = parser.parse_args(arguments)
    passages, wrong = format_faults(given.folder)
    wrong += copies(passages)
    if given.quick or not (given.public / "data").is_dir():
        print("Public text: not compared.")
    else:
        wrong += borrowed(passages, given.public)
    unmet = show(passages, given.public / "data" / "wire" / "wikinews_2019.csv")
    for fault in wrong[:SHOWN]:
        print(f"FAULT {fault}")
    print(f"{len(wrong)} faults, {unmet} bars not reached yet")
    return int(bool(wrong) or (given.bars and unmet > 0))


def format_faults(folder: Path) -> tuple[list[Passage], list[str]]:
    """The passages that can be read, and what is wrong with any."""
    plover = ontology.load()
    passages, wrong = [], []
    if json.loads((files.HOME / "schema.json").read_text(encoding="utf-8")) != schema():
        wrong.append("schema.json is not what training/records.py says; build again")
    if folder == files.PASSAGES and not figures.current(files.read()):
        wrong.append("the figures in README.md are not those of the passages; build again")
    for where, line in files.lines(folder):
        try:
            passage = Passage.model_validate_json(line)
        except ValidationError as error:
            wrong.append(f"{where}: {' '.join(str(error).split())[:300]}")
            continue
        passages.append(passage)
        wrong += [f"{where}: {fault}" for fault in faults(passage, plover)]
        if where.partition(":")[0] != files.file_name(passage):
            wrong.append(f"{where}: belongs in {files.file_name(passage)}")
    return passages, wrong or ([] if passages else [f"no passages in {folder}"])


def copies(passages: Sequence[Passage]) -> list[str]:
    """Passages that are nearly or quite the same."""
    return [
        f"{passages[j].id} is a copy of {passages[i].id} ({likeness:.2f} of their runs of words)"
        for i, j, likeness in near_copies([passage.text for passage in passages])
    ]


def borrowed(passages: Sequence[Passage], folder: Path) -> list[str]:
    """Runs of words shared with public text, apart from those judged to be anybody's."""
    listed = (files.HOME / "common_runs.txt").read_text(encoding="utf-8").splitlines()
    common = {run for line in listed if line and not line.startswith("#") for run in runs(line.split())}
    others = chain.from_iterable(public.texts(folder / part) for part in ("data", "guide"))
    found = shared_runs([passage.text for passage in passages], others)
    return [
        f"{passages[i].id} shares with {name}: {words}"
        for i, there in sorted(found.items())
        for words, name in there.items()
        if not set(runs(words.split())) <= common
    ]


def show(passages: Sequence[Passage], wire: Path) -> int:
    """Print distributions and bars; how many bars are not reached."""
    if not passages:
        return 0
    for line in shapes(passages, wire if wire.is_file() else None):
        print(line)
    print(f"passes of labelling: {dict(Counter(p.provenance.passes for p in passages))}")
    every = [*bars(passages, ontology.load()), *agreement_bars(files.HOME / "passes")]
    for bar in every:
        print(bar)
    return sum(not bar.met for bar in every)


def agreement_bars(folder: Path) -> list[Bar]:
    """How far a blind pass by the finished guide agrees with the settled labels."""
    agreement = agree.compare(agree.third_pass(folder))
    return [Bar(f"agreement, {level} F1", wanted, agree.f1(agreement, level)) for level, wanted in WANTED]


if __name__ == "__main__":
    sys.exit(main())
