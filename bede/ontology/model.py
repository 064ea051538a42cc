"""What an ontology is made of: types with modes, contexts, sectors, codes for actors without a country."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from bede.errors import BedeError
from bede.ontology.cameo import Crosswalk, PloverCode


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act was done, or what was asked, refused or threatened.

    `intensity` is on the scale from -10 to 10; `adds_context` is a context that the mode always brings along.
    """

    type: str
    name: str
    intensity: float
    definition: str
    adds_context: str | None = None
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of act. `limits` tells it from its neighbours; `intensity` holds where no mode is known."""

    name: str
    quad: int
    intensity: float
    requires_recipient: bool
    definition: str
    limits: str = ""
    note: str = ""
    source: str = ""
    modes: tuple[Mode, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an act was about, judged from the paragraph."""

    name: str
    definition: str
    limits: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """The part of society that an entity belongs to. `common` marks the codes that the manual lists first."""

    code: str
    definition: str
    common: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class ActorCode:
    """A code in the place of a country for an actor that has none (IGO, UNO, EUR ...)."""

    code: str
    definition: str
    source: str = ""


QUADS: Mapping[int, str] = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class Ontology:
    """An event ontology: PLOVER 2.0 as shipped, or a user's own from a folder of the same tables."""

    types: dict[str, EventType]
    contexts: dict[str, Context]
    sectors: dict[str, Sector]
    actor_codes: dict[str, ActorCode]
    crosswalk: Crosswalk

    def type(self, name: str) -> EventType:
        """The type of that name; BedeError where there is none."""
        return self.types.get(name) or _unknown("event type", name, self.types)

    def mode(self, type: str, name: str) -> Mode:
        """A mode of a type; BedeError where the type has no such mode."""
        modes = {mode.name: mode for mode in self.type(type).modes}
        return modes.get(name) or _unknown(f"mode of {type}", name, modes)

    def context(self, name: str) -> Context:
        """The context of that name; BedeError where there is none."""
        return self.contexts.get(name) or _unknown("context", name, self.contexts)

    def sector(self, code: str) -> Sector:
        """The sector of that code; BedeError where there is none."""
        return self.sectors.get(code) or _unknown("sector", code, self.sectors)

    def quad(self, type: str) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self.type(type).quad

    def intensity(self, type: str, modes: Iterable[str] = ()) -> float:
        """The score from -10 (most hostile) to 10 (most cooperative) of a type and its modes.

        A mode's score takes the place of the type's. The manual does not say what holds for several modes:
        the most extreme score counts, the more hostile one where two are equally far from zero.
        """
        scores = [self.mode(type, name).intensity for name in modes]
        return max(scores, key=lambda score: (abs(score), -score)) if scores else self.type(type).intensity

    def implied_contexts(self, type: str, modes: Iterable[str] = ()) -> tuple[str, ...]:
        """The contexts that the modes bring along (COERCE cyber and misinformation in PLOVER)."""
        found = (self.mode(type, name).adds_context for name in modes)
        return tuple(dict.fromkeys(name for name in found if name))

    def check(self, type: str, modes: Iterable[str] = (), contexts: Iterable[str] = ()) -> None:
        """Raises BedeError where a type, one of its modes or a context does not exist."""
        for name in modes:
            self.mode(type, name)
        self.type(type)
        for name in contexts:
            self.context(name)

    def cameo_to_plover(self, code: str) -> PloverCode | None:
        """What a CAMEO code says in PLOVER by the published crosswalk; None for what PLOVER leaves out.

        Takes codes with two to four digits as strings ("19", "190", "1823"); BedeError for an unknown one.
        """
        return self.crosswalk.to_plover(code)

    def plover_to_cameo(self, type: str, modes: Iterable[str] = (), contexts: Iterable[str] = ()) -> str:
        """The most specific CAMEO code that the record supports, else the general code of its root.

        Raises BedeError for what the ontology does not have, or where it has no crosswalk for the type.
        """
        modes, contexts = tuple(modes), tuple(contexts)
        self.check(type, modes, contexts)
        return self.crosswalk.to_cameo(type, modes, contexts)

    def goldstein(self, code: str) -> float:
        """The Goldstein score of a CAMEO code as GDELT publishes it: another scale than `intensity`."""
        return self.crosswalk.entry(code).goldstein


def _unknown(what: str, name: str, known: Collection[str]) -> NoReturn:
    """Raise the error for a name that does not exist, with the nearest one that does."""
    near = difflib.get_close_matches(name.casefold(), {item.casefold() for item in known}, n=1, cutoff=0.6)
    close = next((item for item in known if near and item.casefold() == near[0]), None)
    if close:
        raise BedeError(f"There is no {what} {name!r}. Did you mean {close}?")
    choices = f"Choose from: {', '.join(known)}." if known else "Leave it out."
    raise BedeError(f"There is no {what} {name!r}. {choices}")
