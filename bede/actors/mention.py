"""One noun phrase that may be an actor, and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from bede.knowledge import Role
from bede.records import Entity, Span

ACTORS = frozenset(["person", "people", "body", "state", "asset"])


@dataclass(slots=True)
class Mention:
    """A noun phrase on tokens [start, end) with its head.

    kind     person, people (several or a kind of persons), body, state, place, asset (a base, a convoy),
             or "" where it is none of these
    nation   the nationality told, kept apart from the country acted for
    sure     whether the country is told in the phrase or by an antecedent, not inferred from the text around
    foreign  whether the phrase says that the country is another one, or unknown ("foreign forces")
    chain    index of the coreference chain
    """

    head: int
    start: int
    end: int
    kind: str = ""
    country: str | None = None
    nation: str | None = None
    sectors: tuple[str, ...] = ()
    name: str | None = None
    id: str | None = None
    office: str | None = None
    basis: list[str] = field(default_factory=list)
    role: Role | None = None
    lemma: str = ""
    surname: str = ""
    plural: bool = False
    gender: str = ""
    sure: bool = False
    chain: int | None = None
    pronoun: bool = False
    definite: bool = False
    foreign: bool = False

    @property
    def is_actor(self) -> bool:
        """Whether it could be a political actor or what one owns."""
        return self.kind in ACTORS

    def know(self, other: Mention, why: str) -> None:
        """Take over what is known of the same actor from another mention."""
        if not self.sure or not self.country:
            self.country = other.country or self.country
            self.sure = other.sure or self.sure
            self.foreign = self.foreign or other.foreign
        if not self.sectors or (self.role is None and other.role is not None and other.sectors):
            self.sectors = other.sectors
        self.nation = self.nation or other.nation
        if other.name and (not self.name or other.name.endswith(f" {self.name}")):
            self.name = other.name  # "Strickland" is "Gerald Strickland"
        self.id = self.id or other.id
        self.office = self.office or other.office
        self.kind = self.kind or other.kind
        self.gender = self.gender or other.gender
        self.role = self.role or other.role
        self.basis.append(why)

    def entity(self, span: Span) -> Entity:
        """As a record."""
        nation = self.nation if self.nation and self.nation != self.country else None
        return Entity(
            span=span,
            name=self.name,
            country=self.country,
            sectors=self.sectors,
            id=self.id,
            office=self.office,
            nationality=nation,
            basis="; ".join(dict.fromkeys(self.basis)) or None,
        )
