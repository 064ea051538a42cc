"""Builds an Ontology from a folder of CSV tables and checks that they fit together."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from bede.ontology.cameo import CameoCode, Crosswalk, PloverCode, Reverse
from bede.ontology.model import QUADS, ActorCode, Context, EventType, Mode, Ontology, Sector
from bede.ontology.table_reader import Row, read_table

PLOVER = Path(__file__).parent / "plover"
"""The folder with PLOVER 2.0. Copy it to start an ontology of your own."""

_UPPER = re.compile(r"[A-Z][A-Z0-9_-]*")
_LOWER = re.compile(r"[a-z][a-z0-9_-]*")
_THREE = re.compile(r"[A-Z]{3}")
_CAMEO = re.compile(r"[0-9]{2,4}")
_T = TypeVar("_T")


def load(path: Path | str | None = None) -> Ontology:
    """PLOVER 2.0, or the ontology in a folder of your own with the same tables.

    The folder holds types.csv, modes.csv, contexts.csv, sectors.csv, actor_codes.csv and, where CAMEO is
    wanted, cameo.csv and cameo_reverse.csv. PLOVER itself is read once. Raises BedeError naming file, line
    and column where a table is at fault.
    """
    return _plover() if path is None else read_folder(Path(path))


@functools.cache
def _plover() -> Ontology:
    return read_folder(PLOVER)


def read_folder(folder: Path) -> Ontology:
    """Reads and checks all tables of a folder, without a cache."""
    contexts = _collect(folder / "contexts.csv", ("context", "definition"), "context", _context)
    modes = _modes(folder / "modes.csv", contexts)
    types = _types(folder / "types.csv", modes)
    return Ontology(
        types=types,
        contexts=contexts,
        sectors=_collect(folder / "sectors.csv", ("sector", "definition", "common"), "sector", _sector),
        actor_codes=_collect(folder / "actor_codes.csv", ("code", "definition"), "code", _actor_code),
        crosswalk=_crosswalk(folder, types, contexts),
    )


def _collect(path: Path, columns: tuple[str, ...], key: str, make: Callable[[Row], _T]) -> dict[str, _T]:
    """A table as a dictionary by its key column, which may hold nothing twice."""
    found: dict[str, _T] = {}
    for row in read_table(path, (*columns, "source")):
        if row.text(key) in found:
            raise row.fault(key, f"{row.text(key)} stands here a second time. Keep one of the lines.")
        found[row.text(key)] = make(row)
    return found


def _named(row: Row, column: str, pattern: re.Pattern[str], shape: str) -> str:
    name = row.text(column)
    if not pattern.fullmatch(name):
        raise row.fault(column, f"{name!r} should be {shape}.")
    return name


def _known(row: Row, column: str, name: str, known: Collection[str], where: str) -> str:
    if name not in known:
        raise row.fault(column, f"{name!r} is not in {where}. Correct it, or add it there.")
    return name


def _context(row: Row) -> Context:
    name = _named(row, "context", _LOWER, "in small letters, like human_rights")
    limits = row.optional("limits") if "limits" in row.header else ""
    return Context(name, row.text("definition"), limits, row.text("source"))


def _sector(row: Row) -> Sector:
    code = _named(row, "sector", _THREE, "three capital letters, like GOV")
    common = row.choice("common", ("yes", "no")) == "yes"
    return Sector(code, row.text("definition"), common, row.text("source"))


def _actor_code(row: Row) -> ActorCode:
    code = _named(row, "code", _THREE, "three capital letters, like UNO")
    return ActorCode(code, row.text("definition"), row.text("source"))


def _modes(path: Path, contexts: Collection[str]) -> dict[str, list[tuple[Row, Mode]]]:
    """Modes by the name of their type, each with its row for later checks."""
    columns = ("type", "mode", "intensity", "adds_context", "definition", "note", "source")
    found: dict[str, list[tuple[Row, Mode]]] = {}
    for row in read_table(path, columns):
        name = _named(row, "mode", _LOWER, "in small letters, like heavy-weapons")
        if added := row.optional("adds_context"):
            _known(row, "adds_context", added, contexts, "contexts.csv")
        mode = Mode(
            type=row.text("type"),
            name=name,
            intensity=row.score("intensity"),
            definition=row.text("definition"),
            adds_context=added or None,
            note=row.optional("note"),
            source=row.text("source"),
        )
        siblings = found.setdefault(mode.type, [])
        if any(mode.name == other.name for _, other in siblings):
            raise row.fault("mode", f"{mode.type} has {mode.name} a second time. Keep one of the lines.")
        siblings.append((row, mode))
    return found


def _types(path: Path, modes: dict[str, list[tuple[Row, Mode]]]) -> dict[str, EventType]:
    columns = ("type", "quad", "intensity", "requires_recipient", "definition", "limits", "note")

    def make(row: Row) -> EventType:
        name = _named(row, "type", _UPPER, "in capital letters, like ASSAULT")
        return EventType(
            name=name,
            quad=int(row.choice("quad", [str(quad) for quad in QUADS])),
            intensity=row.score("intensity"),
            requires_recipient=row.choice("requires_recipient", ("yes", "no")) == "yes",
            definition=row.text("definition"),
            limits=row.optional("limits"),
            note=row.optional("note"),
            source=row.text("source"),
            modes=tuple(mode for _, mode in modes.get(name, ())),
        )

    types = _collect(path, columns, "type", make)
    for name, found in modes.items():
        _known(found[0][0], "type", name, types, path.name)
    return types


def _crosswalk(folder: Path, types: dict[str, EventType], contexts: Collection[str]) -> Crosswalk:
    """The CAMEO tables; an ontology that has neither has an empty crosswalk."""
    forward, backward = folder / "cameo.csv", folder / "cameo_reverse.csv"
    if not forward.exists() and not backward.exists():
        return Crosswalk({}, {})

    def plover(row: Row) -> PloverCode:
        type = types[_known(row, "type", row.text("type"), types, "types.csv")]
        mode = row.optional("mode")
        if mode:
            _known(row, "mode", mode, [item.name for item in type.modes], f"modes.csv for {type.name}")
        found = row.names("contexts")
        for context in found:
            _known(row, "contexts", context, contexts, "contexts.csv")
        return PloverCode(type.name, mode or None, found)

    def code(row: Row) -> CameoCode:
        name = _named(row, "cameo", _CAMEO, "two to four digits with the leading zero, like 0311")
        reading = plover(row) if row.optional("type") else None
        score = row.score("goldstein")
        return CameoCode(name, row.text("label"), reading, score, row.optional("note"), row.text("source"))

    columns = ("cameo", "label", "type", "mode", "contexts", "goldstein", "note")
    codes = _collect(forward, columns, "cameo", code)
    reverses: dict[str, tuple[Reverse, ...]] = {}
    for row in read_table(backward, ("type", "mode", "contexts", "cameo", "note")):
        cameo = _known(row, "cameo", row.text("cameo"), codes, forward.name)
        reverse = Reverse(*plover(row), cameo, row.optional("note"))
        reverses[reverse.type] = (*reverses.get(reverse.type, ()), reverse)
    return Crosswalk(codes, reverses)
