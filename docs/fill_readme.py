"""Puts real output and the recorded figures into README.md: `python docs/fill_readme.py`.

What stands between `<!-- run: COMMAND -->` and `<!-- end -->` becomes the output of that command, what stands
between `<!-- figures -->` and `<!-- end -->` a table of quality.toml's figures of whole articles.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pages
from generate_figures import FLOORS, shown

from bede.evaluation.gate import read_figures

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
WIDTH = "100"
SHOWN = (
    ("events", "data/gold/wire_dev.json", "found F1"),
    ("events", "data/gold/wire_dev.json", "dyad F1"),
    ("events", "data/gold/wire_dev.json", "date"),
    ("events", "data/gold/wire_dev.json", "place country"),
    ("events", "data/gold/wire_dev.json", "factuality"),
    ("events", "data/gold/wire_dev.json", "attribution"),
    ("events", "demo/gold.json", "found F1"),
    ("events", "demo/gold.json", "dyad F1"),
    ("statements", "data/gold/wire_dev.json", "statement F1"),
    ("times", "data/times/tbaq.zip", "span relaxed F1"),
    ("times", "data/times/tbaq.zip", "value F1"),
    ("places", "data/places/GeoVirus.xml", "toponym F1"),
    ("places", "data/places/lgl.xml", "toponym F1"),
    ("places", "data/places/lgl.xml", "within 161 km, of those found"),
)
NAMES = {
    "data/gold/wire_dev.json": "64 Wikinews articles of 2019, coded by hand",
    "demo/gold.json": "56 reports of this repository, coded by hand",
    "data/times/tbaq.zip": "TimeBank and AQUAINT, every third document",
    "data/places/GeoVirus.xml": "GeoVirus",
    "data/places/lgl.xml": "LGL",
}


def fill(text: str) -> str:
    """The README with its blocks written anew, in order: a later command may need an earlier one."""
    text = re.sub(r"(<!-- run: (.+?) -->\n).*?(<!-- end -->)", _run, text, flags=re.DOTALL)
    return re.sub(r"(<!-- figures -->\n).*?(<!-- end -->)", _figures, text, flags=re.DOTALL)


def _run(block: re.Match[str]) -> str:
    command = block[2]
    words = shlex.split(command)
    program = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    done = subprocess.run(
        program, cwd=ROOT, env={**os.environ, "COLUMNS": WIDTH}, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):  # 1: something was skipped, which is named
        sys.exit(f"{command}: {done.stderr}")
    lines = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
    return f"{block[1]}```text\n$ {command}\n" + "\n".join(lines).strip("\n") + f"\n```\n{block[3]}"


def _figures(block: re.Match[str]) -> str:
    recorded = {(f.suite, f.data, f.measure): f for f in read_figures(FLOORS)}
    rows = []
    for key in SHOWN:
        figure = recorded[key]
        rows.append((NAMES[figure.data], f"`{figure.suite}`", figure.measure, shown(figure), str(figure.n)))
    table = pages.table(("data", "suite", "measure", "value [95 %]", "n"), rows)
    return f"{block[1]}{table}\n{block[2]}"


if __name__ == "__main__":
    (ROOT / "build").mkdir(exist_ok=True)
    README.write_text(fill(README.read_text(encoding="utf-8")), encoding="utf-8")
