"""What the tables hold: countries, names, roles, and who held which office when."""

from __future__ import annotations

from dataclasses import dataclass, field

# What the tables call the bodies of the world, beside ISO 3166 codes.
INTERNATIONAL = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. `actor` is the code its actors get: a part that is no actor has its state's."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    wikidata_id: str
    status: str
    actor: str
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """What a name can mean.

    kind      country, demonym, capital, city, region, or the kind of a body: igo, ngo, company, armed,
              party, institution, metonym, outlet, group, movement
    country   the code an actor of this name gets
    strength  0 certain, below it a user's own, larger where the name needs support from the text around it
    """

    kind: str
    name: str
    country: str
    sectors: tuple[str, ...] = ()
    id: str = ""
    strength: int = 0
    source: str = ""

    @property
    def is_place(self) -> bool:
        """A city or region, or a capital, whose name may stand for its government."""
        return self.kind in {"capital", "city", "region"}

    @property
    def is_state(self) -> bool:
        """A country, by name or by demonym."""
        return self.kind in {"country", "demonym"}

    @property
    def is_body(self) -> bool:
        """An organisation, group or institution."""
        return not self.is_place and not self.is_state


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun ("defence minister", "gunmen") and the sectors of whoever bears it; none where they depend
    on whom one acts for ("spokesman"). kind: person, body, state, place or thing."""

    term: str
    sectors: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Post:
    """One spell in one office. Dates are ISO, as precise as known; an empty end is open on `as_of`."""

    office: str
    country: str
    sectors: tuple[str, ...]
    rank: int
    start: str
    end: str
    as_of: str
    source: str

    @property
    def trust(self) -> int:
        """2 for a user's own row, 1 for one of ours, 0 for one of the lists."""
        return 2 if self.source == "user" else int("Bede" in self.source)

    def held_on(self, day: str) -> bool:
        """Whether the office was held on an ISO day; an end of unknown date is taken as still to come."""
        if self.start and day < self.start[: len(day)]:
            return False
        return not self.end or day[: len(self.end)] <= self.end

    def ended_before(self, day: str) -> bool:
        """Whether the spell was over on that day."""
        return bool(self.end) and day[: len(self.end)] > self.end


@dataclass(slots=True)
class Person:
    """Somebody of public life, with the names (folded, as `keys`) and the offices known."""

    name: str
    id: str
    aliases: tuple[str, ...] = ()
    keys: set[tuple[str, ...]] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)

    def post_on(self, day: str | None) -> Post | None:
        """The most important office held on a day; without a day, the latest one."""
        if day is None:
            return max(self.posts, key=lambda post: post.start, default=None)
        held = [post for post in self.posts if post.held_on(day)]
        return min(
            held, key=lambda post: (post.trust < 2, post.rank, not post.end, -_year(post.start)), default=None
        )

    def last_before(self, day: str) -> Post | None:
        """The most important office already left on that day."""
        left = [post for post in self.posts if post.ended_before(day)]
        return min(left, key=lambda post: (post.rank, -_year(post.end)), default=None)


def _year(date: str) -> int:
    return int(date[:4]) if date[:4].isdigit() else 0
