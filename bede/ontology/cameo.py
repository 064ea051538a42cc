"""CAMEO to PLOVER by the published crosswalk of 2021, and back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from bede.errors import BedeError


class PloverCode(NamedTuple):
    """What a CAMEO code says in PLOVER. Contexts are mostly one, two for a few codes (war crimes)."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One CAMEO code: a short label of our own, its reading in PLOVER (None where left out), its score."""

    code: str
    label: str
    plover: PloverCode | None
    goldstein: float
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reverse:
    """A CAMEO code chosen for records of a type that have this mode (any if None) and all these contexts."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    note: str = ""

    def fits(self, modes: Collection[str], contexts: Collection[str]) -> bool:
        """Whether a record supports everything that the code says."""
        return (self.mode is None or self.mode in modes) and all(name in contexts for name in self.contexts)

    @property
    def detail(self) -> tuple[bool, int]:
        """How much the code says: a mode counts before contexts."""
        return self.mode is not None, len(self.contexts)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Both directions. They are two tables: the published one loses some of PLOVER 2.0's distinctions."""

    codes: dict[str, CameoCode]
    reverses: dict[str, tuple[Reverse, ...]]

    def entry(self, code: str) -> CameoCode:
        """The row of a code; BedeError for one that CAMEO does not have."""
        if code in self.codes:
            return self.codes[code]
        hint = f" Did you mean 0{code}? CAMEO codes are text." if f"0{code}" in self.codes else ""
        raise BedeError(f"{code!r} is not a CAMEO code.{hint or ' Codes run from 01 to 2042.'}")

    def to_plover(self, code: str) -> PloverCode | None:
        """Type, mode and contexts; None for statements and appeals, which PLOVER leaves out."""
        return self.entry(code).plover

    def to_cameo(self, type: str, modes: Collection[str], contexts: Collection[str]) -> str:
        """The code that says most of what the record supports; of equals, the one that stands first."""
        fitting = [row for row in self.reverses.get(type, ()) if row.fits(modes, contexts)]
        if not fitting:
            raise BedeError(f"{type} has no CAMEO code. Add a line for it to cameo_reverse.csv.")
        return max(fitting, key=lambda row: row.detail).cameo
