"""Which mentions of a text are one actor: names, surnames, definite descriptions."""

from __future__ import annotations

from bede.actors.mention import Mention
from bede.knowledge import word_set

# Nouns that point back to a state, a body or a person named before, and the sectors that the body may have.
STATES = word_set("country nation state kingdom republic")
PERSONS = word_set("man woman leader politician")
BODIES = {
    "group": ("REB", "PRM", "SOC", "CRM", "OPP", "UAF"),
    "militia": ("PRM", "REB"),
    "movement": ("REB", "SOC", "OPP", "PTY", "CVL"),
    "network": ("REB", "JRN", "CRM"),
    "organisation": ("SOC", "REB", "GOV", "MED"),
    "organization": ("SOC", "REB", "GOV", "MED"),
    "coalition": ("MIL",),
    "alliance": ("MIL",),
    "bloc": ("GOV",),
    "company": ("BUS",),
    "firm": ("BUS",),
    "airline": ("BUS",),
    "bank": ("BUS",),
    "party": ("PTY", "OPP"),
    "union": ("LAB",),
    "court": ("JUD",),
    "agency": ("JRN", "GOV", "SPY"),
    "newspaper": ("JRN",),
    "church": ("REL",),
}
INTERNATIONAL_ONLY = word_set("bloc alliance coalition")
SUSPECTS = word_set(
    """suspect accused defendant gunman attacker assailant shooter killer murderer knifeman bomber
    perpetrator culprit"""
)
_STATE = (("GOV",), ("LEG",), ("MIL",), ("COP",), ("JUD",), ("SPY",))
_DOUBTFUL = ((), ("CVL",), ("UAF",), ("CRM",))


def same_name(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """The earlier mention of the same name: by id, by full name, by surname."""
    if mention.kind == "person" and mention.name:
        for other in reversed(earlier):
            if other.kind != "person" or not other.surname:
                continue
            if mention.id and mention.id == other.id:
                return other
            if mention.surname == other.surname and _agree(mention, other):
                return other
            first = mention.name.split()[0].lower()
            if len(mention.name.split()) == 1 and other.name and first in other.name.lower().split():
                return other
        return None
    if mention.kind in ("body", "state") and mention.name and not mention.pronoun:
        for other in reversed(earlier):
            if other.name == mention.name and other.kind == mention.kind:
                return other
    return None


def _agree(mention: Mention, other: Mention) -> bool:
    """Whether two persons of one surname can be the same."""
    if mention.gender and other.gender and mention.gender != other.gender:
        return False
    mine, theirs = (mention.name or "").lower().split(), (other.name or "").lower().split()
    if len(mine) > 1 and len(theirs) > 1:
        return mine[0] == theirs[0] or (bool(mention.id) and mention.id == other.id)
    return True


def description(mention: Mention, earlier: list[Mention], main: str | None) -> Mention | None:
    """What a definite description ("the president", "the group") points back to."""
    if not mention.definite or mention.pronoun or mention.name:
        return None
    far: Mention | None = None
    for other in reversed(earlier[-60:]):
        if other.pronoun or not other.is_actor or mention.plural != other.plural:
            continue
        if mention.country and mention.sure and other.country != mention.country:
            continue
        same = (
            other.role.term == mention.role.term
            if mention.role and other.role
            else other.lemma == mention.lemma
        )
        of_state = mention.role is not None and mention.role.sectors[:1] in _STATE
        person = other.kind == "person" and mention.kind == "person"
        if same and other.name is None and mention.lemma in BODIES:
            return _nearer(_pointed(mention, earlier), other)
        if same and (person or not of_state or other.country in (main, mention.country) or not other.sure):
            return other
        if same and mention.head - other.head < 40:
            far = far or other
    if far is not None:
        return far
    return _pointed(mention, earlier)


def _nearer(named: Mention | None, other: Mention) -> Mention:
    """Of a body that the noun fits and an unnamed mention of the same noun the one that comes later."""
    return named if named is not None and named.head > other.head else other


def _pointed(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """What "the group", "the company", "the attacker" point back to, where no such noun was used before."""
    if mention.plural:
        return None
    told = mention.country if mention.sure else None
    if mention.lemma in SUSPECTS:
        return next((other for other in reversed(earlier[-60:]) if _suspected(other, told)), None)
    if told is not None:
        return None
    return next((other for other in reversed(earlier[-40:]) if _called(mention.lemma, other)), None)


def _called(noun: str, other: Mention) -> bool:
    """Whether something named before can be called "the country", "the group", "the woman"."""
    joint = noun == "coalition" and other.country == "IGO"  # "US-led forces" have no name
    if other.pronoun or not (other.name or joint):
        return False
    if noun in STATES:
        return other.kind == "state"
    if noun in PERSONS:
        unfit = {"woman": "m", "man": "f"}.get(noun, "")
        return other.kind == "person" and not (unfit and other.gender == unfit)
    if other.kind != "body" or other.sectors[:1] not in [(sector,) for sector in BODIES.get(noun, ())]:
        return False
    return noun not in INTERNATIONAL_ONLY or other.country in ("IGO", "EUR")


def _suspected(other: Mention, country: str | None) -> bool:
    """Whether "the suspect" may be this one: a person of no office, named or called a suspect before."""
    if other.kind != "person" or other.plural or other.pronoun or other.sectors[:1] not in _DOUBTFUL:
        return False
    called = other.lemma in SUSPECTS or (other.name is not None and other.id is None)
    return called and country in (None, other.country)
