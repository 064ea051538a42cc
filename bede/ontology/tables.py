"""The ontology as plain tables of text, for the command line, the web and the docs to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bede.errors import BedeError
from bede.ontology.cameo import CameoCode, Reverse
from bede.ontology.loader import load
from bede.ontology.model import QUADS, EventType, Mode, Ontology


@dataclass(frozen=True, slots=True)
class Table:
    """A title, column heads, and rows of text with as many cells as there are heads."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def describe(topic: str | None = None, ontology: Ontology | None = None) -> tuple[Table, ...]:
    """Tables about a topic, PLOVER's unless another ontology is given.

    Topics: None (all types at a glance), types, modes, contexts, sectors, actor-codes, cameo, cameo-reverse;
    or the name of one type, mode, context, sector, actor code or CAMEO code, in any case. Raises BedeError
    for anything else.
    """
    ontology = ontology or load()
    if topic is None:
        return (types_table(ontology),)
    word = topic.strip().casefold().replace("_", "-")
    for names, make in _LISTS.items():
        if word in names:
            return (make(ontology),)
    tables = _one(ontology, word)
    if not tables:
        lists = ", ".join(names[0] for names in _LISTS)
        raise BedeError(
            f"The ontology has nothing called {topic!r}. Ask for a list ({lists}) or for an entry of one."
        )
    return tables


def types_table(ontology: Ontology) -> Table:
    """All types: quad, score, whether a recipient is needed, modes, definition."""
    rows = (
        (
            item.name,
            str(item.quad),
            score_text(item.intensity),
            _yes(item.requires_recipient),
            ", ".join(mode.name for mode in item.modes),
            item.definition,
        )
        for item in ontology.types.values()
    )
    return Table(
        "Event types", ("type", "quad", "score", "recipient needed", "modes", "definition"), tuple(rows)
    )


def modes_table(ontology: Ontology) -> Table:
    """All modes of all types."""
    modes = (mode for item in ontology.types.values() for mode in item.modes)
    return _modes("Modes", modes_of=tuple(modes))


def contexts_table(ontology: Ontology) -> Table:
    """All contexts with what they do not cover."""
    rows = ((item.name, item.definition, item.limits) for item in ontology.contexts.values())
    return Table("Contexts", ("context", "definition", "limits"), tuple(rows))


def sectors_table(ontology: Ontology) -> Table:
    """All sector codes."""
    rows = ((item.code, item.definition) for item in ontology.sectors.values())
    return Table("Sectors", ("sector", "definition"), tuple(rows))


def actor_codes_table(ontology: Ontology) -> Table:
    """The codes that stand for a country where an actor has none."""
    rows = ((item.code, item.definition) for item in ontology.actor_codes.values())
    return Table("Codes in place of a country", ("code", "definition"), tuple(rows))


def cameo_table(ontology: Ontology) -> Table:
    """Every CAMEO code with its PLOVER reading and Goldstein score."""
    return _cameo("CAMEO codes", tuple(ontology.crosswalk.codes.values()))


def reverse_table(ontology: Ontology) -> Table:
    """The CAMEO code chosen for each PLOVER type with mode and contexts."""
    rows = tuple(row for rows in ontology.crosswalk.reverses.values() for row in rows)
    return _reverse("From PLOVER to CAMEO", rows)


def type_tables(ontology: Ontology, item: EventType) -> tuple[Table, ...]:
    """Everything about one type: its fields, its modes, the CAMEO codes it comes back to."""
    fields = (
        ("definition", item.definition),
        ("limits", item.limits),
        ("quad", f"{item.quad} {QUADS[item.quad]}"),
        ("score", score_text(item.intensity)),
        ("recipient needed", _yes(item.requires_recipient)),
        ("note", item.note),
        ("source", item.source),
    )
    tables = [Table(item.name, ("field", "value"), tuple(row for row in fields if row[1]))]
    if item.modes:
        tables.append(_modes(f"Modes of {item.name}", item.modes))
    if rows := ontology.crosswalk.reverses.get(item.name):
        tables.append(_reverse(f"{item.name} in CAMEO", rows))
    return tuple(tables)


def score_text(score: float) -> str:
    """A score as the manual prints it: 2.5, 4, -9."""
    return f"{score:g}"


def _one(ontology: Ontology, word: str) -> tuple[Table, ...]:
    """Tables about whatever entries have this name; `word` is in small letters with hyphens."""
    tables: list[Table] = []
    for item in ontology.types.values():
        if _same(item.name, word):
            tables += type_tables(ontology, item)
    modes = tuple(mode for item in ontology.types.values() for mode in item.modes if _same(mode.name, word))
    if modes:
        tables.append(_modes(f"Mode {modes[0].name}", modes))
    for table in (contexts_table(ontology), sectors_table(ontology), actor_codes_table(ontology)):
        rows = tuple(row for row in table.rows if _same(row[0], word))
        if rows:
            tables.append(Table(table.title, table.header, rows))
    if word in ontology.crosswalk.codes:
        family = [code for code in ontology.crosswalk.codes.values() if code.code.startswith(word)]
        tables.append(_cameo(f"CAMEO {word}", tuple(family)))
    return tuple(tables)


def _same(name: str, word: str) -> bool:
    return name.casefold().replace("_", "-") == word


def _modes(title: str, modes_of: tuple[Mode, ...]) -> Table:
    rows = (
        (mode.type, mode.name, score_text(mode.intensity), mode.definition, mode.note) for mode in modes_of
    )
    return Table(title, ("type", "mode", "score", "definition", "note"), tuple(rows))


def _cameo(title: str, codes: tuple[CameoCode, ...]) -> Table:
    rows = []
    for code in codes:
        type, mode, contexts = code.plover or ("", None, ())
        goldstein = score_text(code.goldstein)
        rows.append((code.code, code.label, type, mode or "", ", ".join(contexts), goldstein, code.note))
    header = ("CAMEO", "label", "type", "mode", "contexts", "Goldstein", "note")
    return Table(title, header, tuple(rows))


def _reverse(title: str, reverses: tuple[Reverse, ...]) -> Table:
    rows = ((row.type, row.mode or "", ", ".join(row.contexts), row.cameo, row.note) for row in reverses)
    return Table(title, ("type", "mode", "contexts", "CAMEO", "note"), tuple(rows))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


_LISTS: dict[tuple[str, ...], Callable[[Ontology], Table]] = {
    ("types", "type"): types_table,
    ("modes", "mode"): modes_table,
    ("contexts", "context"): contexts_table,
    ("sectors", "sector"): sectors_table,
    ("actor-codes", "actor-code", "countries", "codes"): actor_codes_table,
    ("cameo",): cameo_table,
    ("cameo-reverse", "to-cameo"): reverse_table,
}
