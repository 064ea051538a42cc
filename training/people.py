"""Real persons: finding their names, and putting the office in the place of the name."""

from __future__ import annotations

from training.edits import Edit
from training.records import Passage


class RealPerson(ValueError):
    """A passage that names a real person whose name cannot be replaced by rule."""


def edits(passage: Passage) -> list[Edit]:
    """What puts offices in the place of real names. Raises RealPerson where no rule fits."""
    return []
