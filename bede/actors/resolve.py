"""One noun phrase on its own: the names, titles and nationalities in it, and what they make of its head."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from bede.actors import phrases
from bede.actors.mention import Mention
from bede.actors.reading import Hit, Reading, RoleSpot
from bede.knowledge import INTERNATIONAL, Holding, Knowledge, Name, Person, Post, fold, word_set, words

FORMER = frozenset(["former", "ex", "retired", "ousted", "deposed", "onetime", "exiled"])
# Nouns that only count or group: the actor is what follows "of".
QUANTITY = word_set(
    """number group thousand hundred dozen million score some many most several majority half part lot
    crowd all none any few both pair couple handful minority rest one two three four five six seven
    eight nine ten total third quarter member percent % each those"""
)
MALE = word_set("""mr mr. king prince emperor sir lord father brother son husband man boy pope pontiff""")
FEMALE = word_set(
    """mrs mrs. ms ms. miss queen princess lady dame mother sister daughter wife woman girl actress
    spokeswoman congresswoman chairwoman policewoman businesswoman"""
)
ARMED = frozenset(["REB", "PRM"])
STATE_NOUNS = frozenset(["GOV", "MIL", "LEG", "JUD", "COP", "SPY"])
_PRE = word_set("""compound amod nmod det nummod poss punct case quantmod predet npadvmod advmod""")


class Resolver:
    """Resolves noun phrases one by one; `ask` resolves those inside (possessors, objects, appositions)."""

    def __init__(self, reading: Reading, knowledge: Knowledge, ask: Callable[[Token], Mention]) -> None:
        self.reading = reading
        self.knowledge = knowledge
        self.ask = ask
        date = reading.article.date
        self.day = date.isoformat() if date else None

    def resolve(self, head: Token) -> Mention:
        """A Mention with all that the phrase itself tells."""
        start, end = phrases.left_edge(head), phrases.right_edge(head)
        mention = Mention(head.i, start, end, lemma=head.lemma_.lower())
        mention.plural = head.tag_ in ("NNS", "NNPS") or any(
            t.dep_ == "nummod" and t.lower_ not in ("one", "1") for t in head.children
        )
        mention.definite = any(
            t.lower_ in ("the", "this", "that", "these", "those", "both")
            for t in head.lefts
            if t.dep_ in ("det", "predet")
        )
        hit = self.reading.hit_at(head.i)
        if hit and not hit.aligned:
            self._named(mention, head, hit)
        elif self._is_person(head):
            self._person(mention, head)
        else:
            self._common(mention, head)
        return mention

    # A name of the tables ---------------------------------------------------------------------------

    def _named(self, mention: Mention, head: Token, hit: Hit) -> None:
        name = self._choose(hit)
        role = self._role_over(head, hit)
        if role is not None and not name.is_body:
            self._common(mention, head)
            return
        mention.name, mention.id = name.name, name.id or None
        mention.country, mention.sure = name.country or None, bool(name.country)
        mention.basis.append(f"name '{self.reading.doc[hit.start : hit.end].text}'")
        if name.kind == "country":
            mention.kind, mention.sectors = "state", ("GOV",)
        elif name.kind == "demonym":
            people = head.tag_ in ("NNS", "NNPS") or not mention.definite or mention.plural
            mention.kind = "people" if people else "state"
            mention.sectors = ("CVL",) if people and head.pos_ != "ADJ" else ("GOV",)
        elif name.kind in ("capital", "city", "region"):
            self._seat(mention, head, name)
        else:
            mention.kind, mention.sectors = "body", name.sectors
            self._home(mention, head, hit, name)
        if head.text.isupper() and head.text in self.reading.acronyms and name.strength:
            self._acronym(mention, head)

    def _choose(self, hit: Hit) -> Name:
        """The meaning whose country the text names, among equals."""
        best = hit.meanings[0]
        if len(hit.meanings) > 1:
            level = [name for name in hit.meanings if name.strength <= best.strength + 1]
            best = max(level, key=lambda name: (self.reading.named[name.country], -name.strength))
        return best

    def _role_over(self, head: Token, hit: Hit) -> RoleSpot | None:
        """A role noun that takes in the name: "Iraqi parliament" found as one."""
        for spot in self.reading.roles_in(hit.start, max(hit.end, head.i + 1)):
            if spot.start <= head.i < spot.end and spot.end - spot.start > hit.end - hit.start:
                return spot
        return None

    def _seat(self, mention: Mention, head: Token, name: Name) -> None:
        """A city or region: its government where it acts, a place elsewhere."""
        acts = (
            phrases.is_subject(head)
            or head.dep_ in ("dobj", "poss")
            or (head.dep_ == "pobj" and head.head.lower_ in ("by", "with", "between", "against", "to"))
        )
        mention.kind = "state" if acts and name.kind in ("capital", "region") else "place"
        if mention.kind == "state":
            mention.sectors = ("GOV",)
            mention.basis.append(f"{name.kind} named for its government")
            if name.kind == "capital" and name.name:
                mention.name = name.name

    def _home(self, mention: Mention, head: Token, hit: Hit, name: Name) -> None:
        """A body whose name several states use ("Congress", "Labour") is that of the state around it."""
        told = self._told(head, hit)
        if told and name.kind in ("institution", "party", "metonym", "outlet", "group"):
            if name.country not in INTERNATIONAL and told != name.country:
                mention.country, mention.name, mention.id = told, None, None
        elif name.kind in ("institution", "party") and name.country not in INTERNATIONAL:
            named, main = self.reading.named, self.reading.main
            alone = named[name.country] <= sum(1 for h in self.reading.hits if h.name is name)
            if main and main != name.country and alone and len(hit.meanings[0].name.split()) < 3:
                mention.country, mention.name, mention.id, mention.sure = main, None, None, False

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

    # A person ---------------------------------------------------------------------------------------

    def _is_person(self, head: Token) -> bool:
        """Whether the head is a proper name that belongs to a person."""
        if head.pos_ not in ("PROPN", "NOUN", "X") or not head.text[:1].isupper():
            return False
        if any(
            spot.start <= head.i < spot.end for spot in self.reading.roles_in(max(0, head.i - 4), head.i + 1)
        ):
            return False
        if head.ent_type_ == "PERSON":
            return True
        if head.pos_ != "PROPN" or head.ent_type_ in (
            "DATE",
            "TIME",
            "MONEY",
            "CARDINAL",
            "EVENT",
            "LAW",
            "LANGUAGE",
            "WORK_OF_ART",
        ):
            return False
        name = self._name_tokens(head)
        before = [
            spot
            for spot in self.reading.roles_in(phrases.left_edge(head), name[0].i)
            if spot.role.kind == "person"
        ]
        if before and before[-1].end == name[0].i:
            return True
        keys = tuple(word.key for word in words(self.reading.doc[name[0].i : head.i + 1].text))
        if len(keys) > 1 and self.knowledge.holders.named(keys):
            return True
        return (
            len(name) > 1
            and fold(name[0].text) in self.knowledge.given_names
            and head.ent_type_ in ("", "GPE", "ORG", "NORP")
        )

    def _name_tokens(self, head: Token) -> list[Token]:
        """The tokens of the name that ends at the head: its entity, else capitalised words before it."""
        first = head.i
        doc = self.reading.doc
        while first > 0 and head.i - first < 6:
            token = doc[first - 1]
            if token.ent_type_ != head.ent_type_ or doc[first].ent_iob_ == "B":
                break
            if (
                not (token.pos_ in ("PROPN", "PUNCT", "ADP", "NOUN", "X", "DET", "ADJ") and head.ent_type_)
                and token.pos_ != "PROPN"
            ):
                break
            spot = next((s for s in self.reading.roles_in(max(0, first - 4), first) if s.end == first), None)
            if spot is not None:
                break
            hit = self.reading.hit_at(first - 1)
            if hit and hit.name.is_state:
                break
            first -= 1
        return [doc[i] for i in range(first, head.i + 1)]

    def _person(self, mention: Mention, head: Token) -> None:
        mention.kind, mention.plural = "person", False
        name = self._name_tokens(head)
        text = self.reading.doc[name[0].i : head.i + 1].text
        mention.name = text
        keys = tuple(word.key for word in words(text))
        mention.surname = keys[-1] if keys else fold(text)
        self._gender(mention, head, keys)
        self._titles(mention, head, name[0].i)
        holding = self._holding(keys, mention)
        if holding:
            self._office(mention, holding)

    def _gender(self, mention: Mention, head: Token, keys: tuple[str, ...]) -> None:
        before = {token.lower_ for token in self.reading.doc[mention.start : head.i]}
        before |= {token.lower_ for child in phrases.appositions(head) for token in (child,)}
        if before & MALE:
            mention.gender = "m"
        elif before & FEMALE:
            mention.gender = "f"
        elif len(keys) > 1:
            mention.gender = self.knowledge.given_names.get(keys[0], "")

    def _titles(self, mention: Mention, head: Token, name_start: int) -> None:
        """Titles before the name, in apposition, and the noun that the name itself stands in apposition to."""
        before = self.reading.roles_in(mention.start, name_start)
        if before:
            spot = before[-1]
            self._take_role(mention, spot, [s for s in before if s is not spot])
            mention.office = self.reading.doc[before[0].start : spot.end].text
        self._former(mention, mention.start, name_start)
        self._belongings(mention, head, mention.start, name_start)
        others = phrases.appositions(head)
        if head.dep_ == "appos" and self.reading.doc[head.head.i].pos_ in ("NOUN", "PROPN"):
            others = [*others, head.head]
        for other in others:
            self._join(mention, self.ask(other), other)

    def _join(self, mention: Mention, told: Mention, other: Token) -> None:
        """Add what an apposition tells of a person or body."""
        if told.kind not in ("person", "people", "body", "state"):
            return
        if (
            told.country
            and (not mention.country or (told.country in INTERNATIONAL and told.sure))
            and told.sure
        ):
            mention.nation = mention.nation or mention.country
            mention.country, mention.sure = told.country, told.sure
        if not mention.sectors or mention.role is None or not mention.role.sectors:
            mention.sectors = told.sectors or mention.sectors
            mention.role = told.role or mention.role
        if mention.office is None and told.kind == "person" and told.role:
            mention.office = self.reading.doc[told.start : told.end].text
        mention.gender = mention.gender or told.gender
        mention.basis.extend(told.basis)

    def _holding(self, keys: tuple[str, ...], mention: Mention) -> Holding | None:
        """Who of public life this is, if the name and what is told of him fit."""
        holders = self.knowledge.holders
        people = holders.similar(keys) if len(keys) > 1 else holders.named(keys)
        if not people and len(keys) == 1:
            people = holders.surnamed(keys[0])
        best: tuple[tuple[int, ...], Holding] | None = None
        for person in people:
            holding = holders.on(person, self.day) or self._ever(person)
            if holding is None:
                continue
            score = self._fits(
                holding,
                mention,
                full=len(keys) > 1 or keys in {tuple(w.key for w in words(a)) for a in person.aliases},
            )
            if score is not None and (best is None or score > best[0]):
                best = (score, holding)
        return best[1] if best else None

    @staticmethod
    def _ever(person: Person) -> Holding | None:
        post = min(person.posts, key=lambda p: p.rank, default=None)
        return Holding(person, post) if post else None

    def _fits(self, holding: Holding, mention: Mention, full: bool) -> tuple[int, ...] | None:
        """How well a person of the tables fits; None where he cannot be meant."""
        post, named = holding.post, self.reading.named
        countries = {p.country for p in holding.person.posts}
        told = {mention.country, mention.nation} - {None}
        if told and not told & countries and not told & INTERNATIONAL and post.country not in INTERNATIONAL:
            return None
        near = sum(named[country] for country in countries)
        ours = int("Bede" in post.source)
        if (
            not full
            and not (ours and (near or post.rank == 1 or told))
            and not (near and post.rank <= 2)
            and not told & countries
        ):
            return None
        if full and not near and not ours and post.rank > 2 and not told:
            return None
        return (int(bool(told & countries)), ours, min(near, 5), -post.rank, int(not holding.left))

    def _office(self, mention: Mention, holding: Holding) -> None:
        post, person = holding.post, holding.person
        mention.name, mention.id = person.name, person.id or f"bede:{fold(person.name).replace(' ', '-')}"
        keys = words(person.name)
        if not mention.gender and len(keys) > 1:
            mention.gender = self.knowledge.given_names.get(keys[0].key, "")
        if not (mention.country and mention.sure) or post.country in INTERNATIONAL:
            if mention.country and mention.country not in INTERNATIONAL:
                mention.nation = mention.country
            mention.country, mention.sure = post.country, True
        if not mention.sectors or mention.sectors == ("PTY",):
            mention.sectors = ("ELI",) if holding.left and post.sectors[:1] == ("GOV",) else post.sectors
        mention.office = mention.office or post.office
        mention.basis.append(_since(post, self.day, holding.left))

    # A common noun ----------------------------------------------------------------------------------

    def _common(self, mention: Mention, head: Token) -> None:
        spots = self.reading.roles_in(mention.start, head.i + 1)
        own = next((spot for spot in spots if spot.start <= head.i < spot.end), None)
        if (
            own is None
            and (head.lower_ in QUANTITY or head.lemma_.lower() in QUANTITY or head.pos_ in ("NUM", "DET"))
            and self._delegate(mention, head)
        ):
            return
        if own is None:
            own = self._long_role(head)
        if own is not None:
            self._take_role(mention, own, [spot for spot in spots if spot is not own])
            mention.kind = {"person": "person", "body": "body", "state": "state"}.get(own.role.kind, "asset")
            if mention.kind == "person" and mention.plural:
                mention.kind = "people"
            if head.lower_ in MALE or own.role.term in MALE:
                mention.gender = "m"
            elif head.lower_ in FEMALE or own.role.term in FEMALE:
                mention.gender = "f"
            if head.lower_ in QUANTITY and not mention.sectors:
                self._delegate(mention, head)
            mention.office = self.reading.doc[own.start : own.end].text if mention.kind == "person" else None
        elif head.ent_type_ in ("ORG", "NORP"):
            mention.kind = "body"
            mention.name = self._proper(head)
            self._acronym(mention, head)
        elif head.ent_type_ in ("GPE", "LOC", "FAC"):
            mention.kind = "place"
        elif head.pos_ in ("ADJ", "NUM") and head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            mention.kind = "people" if head.pos_ == "NUM" else ""
        if own is None and spots and not mention.sectors and head.pos_ != "PRON":
            last = spots[-1].role
            mention.sectors = last.sectors
            mention.kind = mention.kind or ("asset" if last.sectors else "")
        self._former(mention, mention.start, head.i)
        self._belongings(mention, head, mention.start, head.i + 1)
        for other in phrases.appositions(head):
            if mention.kind in ("body", "person", "people", "state"):
                self._apposed(mention, other)

    def _apposed(self, mention: Mention, other: Token) -> None:
        """ "The mayor of London, Sadiq Khan": the name adds who it is."""
        told = self.ask(other)
        if told.kind not in ("person", "body", "state", "people"):
            return
        if told.kind == "person" and mention.kind in ("person",):
            mention.name, mention.id = mention.name or told.name, mention.id or told.id
            mention.surname, mention.gender = told.surname, mention.gender or told.gender
        elif told.kind == "body" and mention.kind == "body":
            mention.name, mention.id = mention.name or told.name, mention.id or told.id
            if told.sure and told.sectors:
                mention.sectors = told.sectors
        if told.country and told.sure and not (mention.country and mention.sure):
            mention.country, mention.sure = told.country, True
        if not mention.sectors:
            mention.sectors = told.sectors

    def _proper(self, head: Token) -> str:
        """The entity that the head belongs to, as written."""
        for ent in self.reading.doc[max(0, head.i - 12) : head.i + 12].ents:
            if ent.start <= head.i < ent.end:
                return str(ent.text.removeprefix("the ").removeprefix("The "))
        return head.text

    def _acronym(self, mention: Mention, head: Token) -> None:
        """An acronym that the text explains means what its long form means."""
        at = self.reading.acronyms.get(head.text)
        if at is not None and at < head.i and at not in range(mention.start, mention.end):
            told = self.ask(self.reading.doc[at])
            if told.is_actor:
                mention.know(told, f"short for {told.name or 'the long form'}")

    def _long_role(self, head: Token) -> RoleSpot | None:
        """A role noun that reaches past its head: "chief of staff", "members of parliament"."""
        for spot in self.reading.roles_in(max(0, head.i - 1), min(len(self.reading.doc), head.i + 6)):
            if spot.start <= head.i < spot.end:
                return spot
        return None

    def _delegate(self, mention: Mention, head: Token) -> bool:
        """ "Thousands of protesters", "some of the committees": what follows "of" is the actor."""
        for prep, token in phrases.objects(head):
            if prep in ("of", "from", "among"):
                told = self.ask(token)
                if told.is_actor:
                    mention.know(told, "counted")
                    mention.kind = "people" if told.kind in ("person", "people", "state") else told.kind
                    mention.plural, mention.lemma = True, told.lemma
                    if told.kind in ("people", "state") and told.sectors == ("GOV",) and told.role is None:
                        mention.sectors = ("CVL",)
                    return True
        return False

    def _take_role(self, mention: Mention, spot: RoleSpot, others: list[RoleSpot]) -> None:
        """The sectors of a role; of one that depends on others, those of the nearest role before it."""
        mention.role = spot.role
        mention.sectors = spot.role.sectors
        mention.basis.append(f"role '{spot.role.term}'")
        if not mention.sectors:
            for other in reversed(others):
                if other.role.sectors:
                    mention.sectors = other.role.sectors
                    break

    def _former(self, mention: Mention, start: int, end: int) -> None:
        if any(t.lower_ in FORMER for t in self.reading.doc[start:end]) and mention.sectors[:1] in (
            ("GOV",),
            ("LEG",),
            ("MIL",),
            ("PTY",),
        ):
            mention.sectors = ("ELI",)

    # Whom it belongs to -----------------------------------------------------------------------------

    def _belongings(self, mention: Mention, head: Token, start: int, end: int) -> None:
        """Country and, where the role leaves it open, sector, from names before the head, owners and objects."""
        owner = phrases.possessor(head)
        hits = [
            hit
            for hit in self.reading.hits_in(start, end)
            if not hit.aligned and not hit.start <= head.i < hit.end
        ]
        if owner is not None:
            hits = [hit for hit in hits if hit.start > owner.i]
        for hit in reversed(hits):
            self._belong_name(mention, self._choose(hit))
        if owner is not None:
            told = self.ask(owner)
            family = mention.role is not None and mention.role.sectors == ("CVL",)
            self._belong(mention, told, sector=not family)
        for prep, token in phrases.objects(head):
            if prep in phrases.BELONGING or (prep in phrases.LOCATIVE and not mention.sure):
                told = self.ask(token)
                if (
                    prep in phrases.LOCATIVE
                    and prep not in ("within", "at")
                    and not (told.kind == "place" or told.kind == "state")
                ):
                    continue
                self._belong(mention, told, sector=prep in ("of", "for", "from", "within", "with", "at"))

    def _belong_name(self, mention: Mention, name: Name) -> None:
        if name.is_state or name.is_place:
            if mention.country in INTERNATIONAL:
                mention.nation = mention.nation or name.country
            elif not mention.sure:
                mention.country, mention.sure = name.country, True
                mention.basis.append(f"'{name.name}' in the phrase")
            return
        self._adopt(mention, name.country, name.sectors, True)

    def _belong(self, mention: Mention, told: Mention, sector: bool) -> None:
        if told.kind in ("body", "state", "people", "place", "person"):
            if told.kind in ("body",) or told.country in INTERNATIONAL:
                self._adopt(mention, told.country, told.sectors if sector else (), told.sure)
                return
            if told.country and told.sure and not mention.sure:
                mention.country, mention.sure = told.country, True
                mention.basis.append(f"belongs to {told.name or 'its country'}")
            if sector and not mention.sectors and told.kind in ("people", "state", "person"):
                mention.sectors = told.sectors

    def _adopt(self, mention: Mention, country: str | None, sectors: tuple[str, ...], sure: bool) -> None:
        """Acting for a body: its country, an international one before a nationality, and its sector if open."""
        if country and sure:
            if country in INTERNATIONAL and mention.country not in INTERNATIONAL:
                mention.nation = mention.nation or mention.country
                mention.country, mention.sure = country, True
            elif not mention.sure:
                mention.country, mention.sure = country, True
        if sectors and (
            not mention.sectors
            or (sectors[0] in ARMED and mention.sectors[0] in STATE_NOUNS | {"UAF", "PTY"})
        ):
            mention.sectors = sectors
            mention.basis.append("sector of the body acted for")


def _since(post: Post, day: str | None, left: bool) -> str:
    """ "Prime Minister (IRQ) on 2020-01-05"."""
    return f"{'former ' if left else ''}{post.office} ({post.country}){f' on {day}' if day else ''}"
