"""Whom somebody acts for: nationalities, organisations, owners and "of" phrases of a noun phrase."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from bede.actors import phrases
from bede.actors.mention import Mention
from bede.actors.reading import Reading
from bede.knowledge import INTERNATIONAL, Name, word_set

Ask = Callable[[Token], Mention]
ARMED = frozenset(["REB", "PRM"])
# Sectors that a post in an armed group, party, company or court takes over from it.
STATE = word_set("GOV MIL LEG JUD COP SPY UAF PTY")
# Heads of a body have its sector, whatever their title says elsewhere: the president of a company is BUS.
HEADSHIP = word_set(
    """president vice-president chairman chairwoman chairperson chair head director secretary
    secretary-general leader chief founder manager governor spokesman spokeswoman spokesperson
    member members officials official representative executive"""
)
# Relatives and dealings: the other one's country and sector are not one's own.
RELATED = word_set(
    """wife husband widow widower mother father parent parents brother sister son daughter fiancée
    fiancee fiance friend friends cousin uncle aunt relative relatives family families neighbour
    neighbor ally allies rival rivals opponent opponents critic critics enemy enemies"""
)
FOREIGN = word_set(
    """foreign world international global outside overseas multinational regional western ethnic"""
)
# Who speaks or deals for a state without any other body told is of its government.
DEPUTED = word_set(
    """leader leaders negotiator negotiators delegation delegations delegate delegates representative
    representatives spokesman spokeswoman spokesperson spokesmen chief chiefs head mediator
    mediators aide aides adviser advisers advisor advisors administrators administrator ruler side
    sides"""
)
_SOCIAL = word_set("SOC BUS PTY EDU LAB JRN REL MED JUD LEG")


class Belonging:
    """Adds country and, where the role leaves it open, sector to a mention from what is around its head."""

    def __init__(self, reading: Reading, ask: Ask) -> None:
        self.reading = reading
        self.ask = ask

    def add(self, mention: Mention, head: Token, start: int, end: int) -> None:
        """From names in tokens [start, end), then owners, then prepositional phrases; places last."""
        owner = phrases.possessor(head)
        for hit in reversed(self.reading.hits_in(start, end)):
            if hit.aligned or hit.start <= head.i < hit.end or (owner is not None and hit.start <= owner.i):
                continue
            if hit.name.is_state and hit.start and self.reading.tokens[hit.start - 1].lower_ == "ethnic":
                continue
            self.name(mention, self.reading.choose(hit))
        for child in head.lefts:
            if self._is_body(child) and child.i >= start:
                self.other(mention, self.ask(child))  # "Sea-Eye spokesperson", Sea-Eye being named before
        related = mention.role is not None and mention.role.term in RELATED
        if owner is not None:
            self.other(mention, self.ask(owner), sector=not related, country=not related)
        for prep, token in phrases.objects(head):
            if prep in phrases.BELONGING:
                told = self.ask(token)
                self.other(mention, told, sector=not related and prep != "at", country=not related)

    def _is_body(self, child: Token) -> bool:
        """Whether a modifier is the name of a body that the tables do not know."""
        known = self.reading.hit_at(child.i) or self.reading.role_at(child.i)
        return child.dep_ in ("compound", "nmod") and child.ent_type_ == "ORG" and known is None

    def government(self, mention: Mention) -> None:
        """Leaders and negotiators of a state are of its government, where no other body is told."""
        role = mention.role
        if mention.sectors or role is None or role.term not in DEPUTED or not mention.sure:
            return
        if mention.country and mention.country not in INTERNATIONAL - {"EUR", "UNO"}:
            mention.sectors = ("GOV",)
            mention.basis.append("speaks for the state")

    def places(self, mention: Mention, head: Token) -> None:
        """ "Protesters in Hong Kong": where nothing better is told."""
        if mention.sure:
            return
        for prep, token in (*phrases.objects(head), *phrases.clause_objects(head)):
            if prep in phrases.LOCATIVE or prep == "from":
                told = self.ask(token)
                if (
                    told.country
                    and told.country not in INTERNATIONAL
                    and told.kind in ("place", "state", "asset")
                ):
                    mention.country, mention.sure = told.country, True
                    mention.basis.append("place in the phrase")
                    return

    def name(self, mention: Mention, name: Name) -> None:
        """A name before the head: "the Iraqi parliament", "a UN envoy"."""
        if name.is_state or name.is_place:
            if mention.country in INTERNATIONAL:
                mention.nation = mention.nation or name.country
            elif not mention.sure:
                mention.country, mention.sure = name.country, True
                mention.basis.append(f"'{name.name}' in the phrase")
            return
        self._adopt(mention, name.country, name.sectors, True)

    def other(self, mention: Mention, told: Mention, sector: bool = True, country: bool = True) -> None:
        """An owner or the object of "of", "for", "from"."""
        if told.kind == "body" or told.country in INTERNATIONAL:
            self._adopt(mention, told.country if country else None, told.sectors if sector else (), told.sure)
        elif told.kind:
            if told.country and told.sure and not mention.sure and country:
                mention.country, mention.sure = told.country, True
                mention.basis.append(f"belongs to {told.name or 'it'}")
            if sector and not mention.sectors and told.kind in ("people", "state", "person"):
                mention.sectors = told.sectors

    def _adopt(self, mention: Mention, country: str | None, sectors: tuple[str, ...], sure: bool) -> None:
        """Acting for a body: its country (an international one before a nationality) and its sector."""
        civil = mention.sectors[:1] == ("CVL",)
        if country and sure and not (civil and country in INTERNATIONAL):
            if country in INTERNATIONAL and mention.country not in INTERNATIONAL:
                mention.nation = mention.nation or mention.country
                mention.country, mention.sure = country, True
            elif not mention.sure:
                mention.country, mention.sure = country, True
        if not sectors or civil:
            return
        first = mention.sectors[:1]
        armed = sectors[0] in ARMED and first and first[0] in STATE
        headship = mention.role is not None and mention.role.term in HEADSHIP
        if not first or armed or (headship and first[0] in ("GOV", "LEG") and sectors[0] in _SOCIAL):
            mention.sectors = sectors
            mention.basis.append("sector of the body acted for")
