"""One noun phrase on its own: the names, titles and nationalities in it, and what they make of its head."""

from __future__ import annotations

from spacy.tokens import Token

from bede.actors import phrases
from bede.actors.belonging import FOREIGN, Ask, Belonging
from bede.actors.mention import Mention
from bede.actors.persons import FEMALE, MALE, Persons, former, take_role
from bede.actors.reading import Hit, Reading, RoleSpot
from bede.knowledge import INTERNATIONAL, Knowledge, Name, slug, word_set

# Nouns that only count or group: the actor is what follows "of".
QUANTITY = word_set(
    """number group thousand hundred dozen million score some many most several majority half part lot
    crowd all none any few both pair couple handful minority rest one two three four five six seven
    eight nine ten total third quarter member percent % each those tens coalition network series
    team band gang"""
)
# Bodies of any kind: a more telling role before them decides ("police department", "intelligence service").
GENERIC = word_set(
    """agency department office bureau service services board commission committee council unit units
    force team teams station headquarters directorate command authority authorities administration
    staff personnel officer officers official officials complex workers worker group groups"""
)
_SHARED = word_set("institution party metonym outlet group")
_UNTOLD = word_set("perpetrator perpetrators")
_LOOSE = word_set(
    """anyone someone everyone somebody anybody everybody others another some many several few most
    three"""
)
_JOINT = word_set("international multinational regional")
_FIRM = word_set(
    """inc inc. corp corp. ltd ltd. plc gmbh ag sa llc co co. kft airlines airways motors holdings
    energy oil petroleum"""
)
# What an actor owns and others strike; any other noun behind a role ("army offensive") is no actor.
_ASSETS = word_set(
    """complex facility headquarters building compound camp convoy vehicle truck bus car plane jet aircraft
    ship boat vessel tanker position site plant infrastructure checkpoint post barracks depot warehouse
    installation pipeline port airport airfield airbase base home house village town territory target
    equipment tank"""
)
_STANDINGS = word_set("office power state side force party service mission")
_NO_BODY = word_set("UTC GMT EST EDT CST PST CET CEST BST IST TV USD GBP EUR CEO HIV DNA AIDS COVID GDP")
_ALLIED = word_set("forces force coalition alliance troops")
_COUNTED = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative", "agent")


class Resolver:
    """Resolves noun phrases one by one; `ask` resolves those inside (possessors, objects, appositions)."""

    def __init__(self, reading: Reading, knowledge: Knowledge, ask: Ask) -> None:
        self.reading = reading
        self.ask = ask
        self.persons = Persons(reading, knowledge, ask)
        self.belonging = Belonging(reading, ask)

    def resolve(self, head: Token) -> Mention:
        """A Mention with all that the phrase itself tells."""
        start, end = phrases.left_edge(head), phrases.right_edge(head)
        mention = Mention(head.i, start, end, lemma=head.lemma_.lower())
        for child in head.lefts:
            if child.dep_ == "nummod" and child.lower_ not in ("one", "1"):
                mention.plural = True
            elif child.dep_ in ("det", "predet") and child.lower_ in (
                "the",
                "this",
                "that",
                "these",
                "those",
                "both",
            ):
                mention.definite = True
        mention.plural = mention.plural or head.tag_ in ("NNS", "NNPS")
        hit = self.reading.hit_at(head.i)
        if hit is not None:
            self._named(mention, head, hit)
        elif self.persons.is_person(head):
            self.persons.fill(mention, head)
        else:
            self._common(mention, head)
        return mention

    # A name of the tables -------------------------------------------------------------------------

    def _named(self, mention: Mention, head: Token, hit: Hit) -> None:
        name = self.reading.choose(hit)
        role = self.reading.role_at(head.i)
        if role is not None and (role.end > hit.end or role.start < hit.start) and not name.is_body:
            self._common(mention, head)
            return
        mention.start, mention.end = min(mention.start, hit.start), max(mention.end, hit.end)
        mention.name, mention.id = name.name, name.id or slug(name.name)
        mention.country, mention.sure = name.country or None, bool(name.country)
        mention.basis.append(f"name '{self.reading.doc[hit.start : hit.end].text}'")
        if name.is_state or name.is_place:
            mention.end = max(hit.end, head.i + 1)
        if name.kind == "country":
            mention.kind, mention.sectors = "state", ("GOV",)
        elif name.kind == "demonym":
            self._people(mention, head)
        elif name.is_place:
            self._seat(mention, head, name)
        else:
            mention.kind, mention.sectors = "body", name.sectors
            self._home(mention, head, hit, name)
        if name.strength and head.text in self.reading.acronyms:
            self._acronym(mention, head)

    def _people(self, mention: Mention, head: Token) -> None:
        """ "The British" act as a state, "thousands of Swedes" and "an Iraqi" are people."""
        counted = any(child.dep_ in ("nummod", "amod") for child in head.lefts)
        whole = mention.definite and not counted
        if whole or head.pos_ == "ADJ":
            mention.kind, mention.sectors = "state", ("GOV",)
        else:
            mention.kind, mention.sectors = "people" if mention.plural else "person", ("CVL",)

    def _seat(self, mention: Mention, head: Token, name: Name) -> None:
        """A capital or region: its government where it acts, a place elsewhere."""
        acts = (
            phrases.is_subject(head)
            or head.dep_ in ("dobj", "poss", "nmod", "compound", "amod")
            or (head.dep_ == "pobj" and head.head.lower_ in ("by", "with", "between", "against", "to"))
        )
        mention.kind = "state" if acts and name.kind in ("capital", "region") else "place"
        if mention.kind == "state":
            mention.sectors = ("GOV",)
            mention.basis.append(f"{name.kind} named for its government")

    def _home(self, mention: Mention, head: Token, hit: Hit, name: Name) -> None:
        """A body whose name several states use ("Congress", "Labour") is that of the state around it."""
        told = self._told(head, hit)
        if told and (name.kind in _SHARED or name.country == "MNC") and told != name.country:
            if name.country not in INTERNATIONAL or name.country == "MNC":
                mention.country, mention.name, mention.id = told, None, None
        elif (
            name.kind in ("institution", "party")
            and name.country not in INTERNATIONAL
            and head.text.islower() is False
        ):
            alone = self.reading.named[name.country] <= sum(
                1 for other in self.reading.hits if other.name is hit.name
            )
            if self.reading.main not in (None, name.country) and alone and hit.end - hit.start < 3:
                mention.country, mention.name, mention.id = self.reading.main, None, None
                mention.sure = False

    def _told(self, head: Token, hit: Hit) -> str | None:
        """The country told beside a name in its phrase."""
        for other in reversed(self.reading.hits_in(phrases.left_edge(head), hit.start)):
            if other.name.is_state and not other.aligned:
                return other.name.country
        for prep, token in phrases.objects(head):
            inner = self.reading.hit_at(token.i)
            if prep == "of" and inner and inner.name.is_state:
                return inner.name.country
        return None

    # A common noun --------------------------------------------------------------------------------

    def _common(self, mention: Mention, head: Token) -> None:
        own = self.reading.role_at(head.i)
        if own is not None and own.end <= head.i:
            own = None
        spots = [spot for spot in self.reading.roles_in(mention.start, head.i + 1) if spot is not own]
        counts = mention.lemma in QUANTITY or head.lower_ in QUANTITY or head.pos_ in ("NUM", "DET")
        if counts and (own is None or own.end - own.start == 1) and self._delegate(mention, head):
            return
        if own is not None and own.role.term in _STANDINGS and not mention.definite and not list(head.lefts):
            own = None  # "took office", "in power"
        if own is not None:
            self._role(mention, head, own, spots)
        else:
            self._unknown(mention, head, spots)
        former(mention, self.reading, mention.start, head.i)
        self.belonging.add(mention, head, mention.start, head.i + 1)
        for other in phrases.appositions(head):
            if mention.kind in ("body", "person", "people", "state"):
                self._apposed(mention, other)
        self.belonging.places(mention, head)
        self.belonging.government(mention)
        self._abroad(mention, head, own)

    def _abroad(self, mention: Mention, head: Token, own: RoleSpot | None) -> None:
        """ "Foreign forces", "world leaders" and unknown perpetrators have no country; joint forces of
        several are IGO."""
        start = own.start if own else head.i
        words = {child.lower_ for child in head.lefts if child.dep_ == "amod" and child.i < start}
        words |= (
            {own.role.term.split()[0]}
            if (own and own.role.kind != "person") or (mention.plural and own)
            else set()
        )
        if mention.role is not None and mention.role.term in _UNTOLD:
            mention.foreign = True
        if not words & FOREIGN:
            return
        mention.foreign = True
        if not mention.country and words & _JOINT and "MIL" in mention.sectors:
            mention.country, mention.sure = "IGO", True

    def _role(self, mention: Mention, head: Token, own: RoleSpot, spots: list[RoleSpot]) -> None:
        take_role(mention, own, spots)
        kind = own.role.kind
        mention.kind = kind if kind in ("person", "body", "state") else "asset"
        if mention.kind == "body" and own.role.term in _ALLIED and self._led(head):
            mention.country, mention.sure, mention.sectors = "IGO", True, ("MIL",)
            mention.basis.append("led by one state")
        if mention.kind == "person" and mention.plural:
            mention.kind = "people"
        if own.role.term in GENERIC and spots and spots[-1].role.sectors and spots[-1].role.kind != "state":
            mention.sectors = spots[-1].role.sectors
        term = own.role.term
        mention.gender = (
            "m"
            if term in MALE or head.lower_ in MALE
            else "f"
            if term in FEMALE or head.lower_ in FEMALE
            else ""
        )
        mention.office = self.reading.doc[own.start : own.end].text if mention.kind == "person" else None

    def _led(self, head: Token) -> bool:
        """Whether a force is said to be led by a state, so that others take part: "US-led forces"."""
        return any(hit.aligned for hit in self.reading.hits_in(phrases.left_edge(head), head.i)) and any(
            token.lower_ == "led" or token.lower_.endswith("-led")
            for token in self.reading.tokens[head.i - 2 : head.i]
        )

    def _unknown(self, mention: Mention, head: Token, spots: list[RoleSpot]) -> None:
        """A head that no table knows: by its entity type, else by the last role before it."""
        capital = head.text[:1].isupper()
        if (head.ent_type_ in ("ORG", "NORP") and capital) or (
            head.pos_ == "PROPN" and head.text.isupper() and len(head) > 2 and head.text not in _NO_BODY
        ):
            mention.kind = "body"
            mention.name = self._proper(head)
            if head.lower_ in _FIRM:
                mention.sectors = ("BUS",)
            self._acronym(mention, head)
        elif head.ent_type_ in ("GPE", "LOC", "FAC"):
            mention.kind = "place"
        elif (
            (head.pos_ == "NUM" or head.lower_ in _LOOSE)
            and head.dep_ in _COUNTED
            and head.ent_type_ in ("", "CARDINAL")
        ):
            mention.kind, mention.sectors, mention.plural = "people", ("CVL",), True
        if spots and not mention.sectors and head.pos_ != "PRON":
            mention.sectors = spots[-1].role.sectors
            if mention.sectors and head.lemma_.lower() in _ASSETS:
                mention.kind = mention.kind or "asset"

    def _apposed(self, mention: Mention, other: Token) -> None:
        """ "The mayor of London, Sadiq Khan": each side adds to the other."""
        told = self.ask(other)
        if told.kind not in ("person", "body", "state", "people"):
            return
        if told.kind == mention.kind and mention.kind in ("person", "body"):
            mention.chain = told.chain
        if told.kind == "person" and mention.kind == "person":
            mention.name, mention.id = mention.name or told.name, mention.id or told.id
            mention.surname, mention.gender = told.surname, mention.gender or told.gender
            if told.country not in INTERNATIONAL and told.sure:
                mention.nation = mention.nation or told.country
            mention.nation = mention.nation or told.nation
            self.persons.join(told, mention)
        elif told.kind == "body" and mention.kind == "body":
            mention.name, mention.id = mention.name or told.name, mention.id or told.id
            if told.sure and told.sectors:
                mention.sectors = told.sectors
        if told.country and told.sure and not mention.sure:
            mention.country, mention.sure = told.country, True
        mention.sectors = mention.sectors or told.sectors

    def _proper(self, head: Token) -> str:
        """The entity that the head belongs to, as written."""
        doc = self.reading.tokens
        first = last = head.i
        while head.ent_type_ and doc[first].ent_iob_ == "I" and first > 0:
            first -= 1
        while head.ent_type_ and last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
            last += 1
        return str(self.reading.doc[first : last + 1].text).removeprefix("the ").removeprefix("The ")

    def _acronym(self, mention: Mention, head: Token) -> None:
        """An acronym that the text explains means what its long form means."""
        at = self.reading.acronyms.get(head.text)
        if at is not None and at < head.i and at not in range(mention.start, mention.end):
            told = self.ask(self.reading.tokens[at])
            if told.is_actor:
                mention.know(told, f"short for {told.name or 'the long form'}")
                mention.chain = told.chain

    def _delegate(self, mention: Mention, head: Token) -> bool:
        """ "Thousands of protesters", "some of the committees": what follows "of" is the actor."""
        for prep, token in phrases.objects(head):
            if prep in ("of", "from", "among"):
                told = self.ask(token)
                if told.is_actor:
                    mention.know(told, "counted")
                    mention.kind = "people" if told.kind in ("person", "people", "state") else told.kind
                    mention.plural, mention.lemma = True, told.lemma
                    mention.foreign = told.foreign
                    return True
        return False
