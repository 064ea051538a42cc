"""Reading and writing the files of the corpus.

`passages/train-NN.jsonl` and `passages/held-00.jsonl`: which file a passage stands in follows from its id, so
that a passage added moves no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.records import Passage

HOME = Path(__file__).parent
PASSAGES = HOME / "passages"
TRAIN_FILES = 8  # keeps each file under 4 MB


def file_name(passage: Passage) -> str:
    """The file a passage stands in."""
    return "held-00.jsonl" if passage.held else f"train-{int(passage.id[-4:], 16) % TRAIN_FILES:02d}.jsonl"


def write(passages: Iterable[Passage], folder: Path = PASSAGES) -> None:
    """Write the whole corpus, sorted by id in each file."""
    files: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        files[file_name(passage)].append(passage)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.jsonl"):
        old.unlink()
    for name, members in files.items():
        lines = [passage.line() + "\n" for passage in sorted(members, key=lambda passage: passage.id)]
        (folder / name).write_text("".join(lines), encoding="utf-8")


def lines(folder: Path = PASSAGES) -> Iterator[tuple[str, str]]:
    """Every line with where it stands ("train-00.jsonl:7")."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                yield f"{path.name}:{number}", line


def read(folder: Path = PASSAGES) -> list[Passage]:
    """All passages. Raises pydantic.ValidationError for one that is not in the format."""
    return [Passage.model_validate_json(line) for _, line in lines(folder)]
