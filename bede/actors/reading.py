"""What the tables find in a text: names and role nouns, laid on the tokens of the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bede.actors.pronouns import Sentences
from bede.article import Article
from bede.knowledge import Name, Role


@dataclass(slots=True)
class Hit:
    """A name on tokens [start, end). `aligned`: only said to lead, back or oppose somebody else."""

    start: int
    end: int
    meanings: tuple[Name, ...]
    aligned: bool = False

    @property
    def name(self) -> Name:
        """The likeliest meaning."""
        return self.meanings[0]


@dataclass(slots=True)
class RoleSpot:
    """A role noun on tokens [start, end)."""

    start: int
    end: int
    role: Role


@dataclass(slots=True)
class Reading:
    """Names and roles of one text in order, the countries it names, the surnames it introduces (with the
    words
    before them), the years, and the tokens where the long forms of its acronyms end."""

    doc: Doc
    article: Article
    sentences: Sentences
    tokens: list[Token]
    years: list[tuple[int, str]] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    roles: list[RoleSpot] = field(default_factory=list)
    acronyms: dict[str, int] = field(default_factory=dict)
    surnames: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    main: str | None = None
    scene: str | None = None
    hit_of: dict[int, Hit] = field(default_factory=dict)
    role_of: dict[int, RoleSpot] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    role_starts: list[int] = field(default_factory=list)

    def hits_in(self, start: int, end: int) -> list[Hit]:
        """Names that lie within tokens [start, end)."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [hit for hit in self.hits[first:last] if hit.end <= end]

    def hit_at(self, i: int) -> Hit | None:
        """The name that covers a token."""
        return self.hit_of.get(i)

    def inside_name(self, token: Token) -> bool:
        """Whether a token is a part of a longer name and not its head ("Thai" of "Thai Raksa Chart")."""
        head = token.head
        if (
            not token.ent_type_
            or head == token
            or token.i in self.hit_of
            or head.ent_type_ != token.ent_type_
        ):
            return False
        first, last = sorted((token.i, head.i))
        return all(self.tokens[i].ent_iob_ == "I" for i in range(first + 1, last + 1))

    def drop(self, hit: Hit) -> None:
        """Forget a name."""
        k = self.hits.index(hit)
        del self.hits[k], self.starts[k]
        for i in range(hit.start, hit.end):
            self.hit_of.pop(i, None)

    def roles_in(self, start: int, end: int) -> list[RoleSpot]:
        """Role nouns that lie within tokens [start, end)."""
        first, last = bisect_left(self.role_starts, start), bisect_left(self.role_starts, end)
        return [spot for spot in self.roles[first:last] if spot.end <= end]

    def role_at(self, i: int) -> RoleSpot | None:
        """The role noun that covers a token."""
        return self.role_of.get(i)

    def choose(self, hit: Hit) -> Name:
        """The meaning of a name whose country the text names most, among those about equally likely."""
        best = hit.meanings[0]
        if len(hit.meanings) > 1 and best.strength >= 0:
            level = [name for name in hit.meanings if name.strength <= best.strength + 1]
            best = max(level, key=lambda name: (self.named[name.country], -name.strength))
        return best
