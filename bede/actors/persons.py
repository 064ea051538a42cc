"""Persons by name: their titles, and who of public life they are on the day."""

from __future__ import annotations

from spacy.tokens import Token

from bede.actors import phrases
from bede.actors.belonging import Ask, Belonging
from bede.actors.mention import Mention
from bede.actors.reading import Reading, RoleSpot
from bede.knowledge import INTERNATIONAL, Holding, Knowledge, Person, Post, fold, slug, word_set, words

FORMER = word_set("former ex retired ousted deposed onetime exiled then-former")
MALE = word_set(
    """mr mr. king prince emperor sir lord father brother son husband man boy pope pontiff spokesman
    actor"""
)
FEMALE = word_set(
    """mrs mrs. ms ms. miss queen princess lady dame mother sister daughter wife woman girl actress
    spokeswoman congresswoman chairwoman policewoman businesswoman fiancée fiancee widow"""
)
_NO_NAME = word_set("DATE TIME MONEY CARDINAL ORDINAL PERCENT QUANTITY EVENT LAW LANGUAGE WORK_OF_ART NORP")
_IN_NAME = word_set("PROPN PUNCT ADP NOUN X DET ADJ PART")


class Persons:
    """Recognises and resolves names of persons."""

    def __init__(self, reading: Reading, knowledge: Knowledge, ask: Ask) -> None:
        self.reading = reading
        self.knowledge = knowledge
        self.ask = ask
        self.belonging = Belonging(reading, ask)
        date = reading.article.date
        self.day = date.isoformat() if date else None

    def is_person(self, head: Token) -> bool:
        """Whether the head is a proper name that belongs to a person."""
        named = head.ent_type_ == "PERSON"
        if not head.text[:1].isupper() or not (named or head.pos_ in ("PROPN", "NOUN", "X", "ADJ")):
            return False
        role = self.reading.role_at(head.i)
        if role is not None and not (named and head.ent_iob_ == "I"):
            return False
        if named:
            return True
        key = fold(head.text)
        if head.ent_type_ in _NO_NAME:  # a surname right after a quotation passes for a title of a work
            return head.ent_type_ == "WORK_OF_ART" and key in self.reading.surnames
        if head.pos_ != "PROPN":
            return key in self.reading.surnames or self._famous(key)
        name = self.name_tokens(head)
        if len(name) == 1:
            given = key in self.knowledge.given_names and not head.text.isupper()
            return given or key in self.reading.surnames or self._famous(key) or self._titled(head, name[0])
        keys = tuple(word.key for word in words(self.reading.doc[name[0].i : head.i + 1].text))
        if self._titled(head, name[0]) or (keys and self.knowledge.holders.named(keys)):
            return True
        given = bool(keys) and keys[0] in self.knowledge.given_names
        return given and head.ent_type_ in ("", "GPE", "ORG", "FAC")

    def _titled(self, head: Token, first: Token) -> bool:
        """Whether a title of a person stands right before the name."""
        role = self.reading.role_at(first.i - 1) if first.i else None
        return role is not None and role.role.kind == "person" and role.start >= phrases.left_edge(head)

    def _famous(self, key: str) -> bool:
        """Whether a bare word is the surname of somebody in our own list whose country the text names, or one
        that only heads of state or government have."""
        people = self.knowledge.holders.surnamed(key)
        ours = [person.posts[0] for person in people if person.posts[0].trust]
        if len(ours) == len(people) and any(post.rank == 1 for post in ours):
            return True
        return any(post.rank <= 2 and self.reading.named[post.country] for post in ours)

    def name_tokens(self, head: Token) -> list[Token]:
        """The tokens of the name that ends at the head: its entity, else capitalised words before it."""
        first = head.i
        doc = self.reading.tokens
        while first > 0 and head.i - first < 6:
            token = doc[first - 1]
            if doc[first].ent_iob_ == "B" or token.ent_type_ != head.ent_type_ or token.is_space:
                break
            if token.pos_ != "PROPN" and not (head.ent_type_ and token.pos_ in _IN_NAME):
                break
            hit = self.reading.hit_at(first - 1)
            if self.reading.role_at(first - 1) is not None or (hit is not None and hit.name.is_state):
                break
            first -= 1
        return [doc[i] for i in range(first, head.i + 1)]

    def fill(self, mention: Mention, head: Token) -> None:
        """All that the phrase and the tables tell of a person."""
        mention.kind, mention.plural = "person", False
        name = self.name_tokens(head)
        text = self.reading.doc[name[0].i : head.i + 1].text
        mention.name = text
        keys = tuple(word.key for word in words(text))
        mention.surname = keys[-1] if keys else fold(text)
        if head.tag_ == "NNPS" and mention.surname[:-1] in self.reading.surnames:  # "the Turpins"
            mention.surname, mention.plural, mention.kind = mention.surname[:-1], True, "people"
        self._gender(mention, head, keys)
        self._titles(mention, head, name[0].i)
        known = len(keys) == 1 and bool(self.reading.surnames.get(keys[0]))
        holding = (
            self._holding(keys, mention, head) if keys and not (known and not self._same(keys[0])) else None
        )
        if holding:
            self._office(mention, holding)
        self.belonging.places(mention, head)
        self.belonging.government(mention)

    def _same(self, surname: str) -> bool:
        """Whether all first names that the text gives a surname are those of somebody in the tables."""
        people = self.knowledge.holders.surnamed(surname)
        return all(
            any((*first, surname) in person.keys for person in people)
            for first in self.reading.surnames[surname]
        )

    def _gender(self, mention: Mention, head: Token, keys: tuple[str, ...]) -> None:
        before = {token.lower_ for token in self.reading.tokens[mention.start : head.i]}
        before |= {child.lower_ for child in phrases.appositions(head)}
        if before & MALE:
            mention.gender = "m"
        elif before & FEMALE:
            mention.gender = "f"
        elif len(keys) > 1 or (keys and keys[0] not in self.reading.surnames):
            mention.gender = self.knowledge.given_names.get(keys[0], "")

    def _titles(self, mention: Mention, head: Token, name_start: int) -> None:
        """Titles before the name, in apposition, and the noun that the name itself stands in apposition
        to."""
        before = self.reading.roles_in(mention.start, name_start)
        own = [spot for spot in before if spot.role.kind == "person"]
        if own:
            take_role(mention, own[-1], [s for s in before if s is not own[-1]])
            mention.office = self.reading.doc[own[0].start : own[-1].end].text
        former(mention, self.reading, mention.start, name_start)
        others = phrases.appositions(head)
        titled = None if own else self._title_before(head, name_start)
        if titled is not None:  # "ambassador to the United Nations Jane Roe"
            others = [*others, titled]
        if titled is None or head.head.lower_ != "to":
            self.belonging.add(mention, head, mention.start, name_start)
        if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
            others = [*others, self._governing(head.head)]
        for other in others:
            told = self.ask(other)
            if told.kind == "person":
                mention.chain = told.chain
            self.join(mention, told)

    def _title_before(self, head: Token, name_start: int) -> Token | None:
        """The title whose body the parser took for a part of the name: "head of the World Bank Jane Roe"."""
        prep = head.head
        hit = self.reading.hit_at(name_start - 1) if name_start else None
        if head.dep_ != "pobj" or hit is None or prep.dep_ != "prep":
            return None
        role = self.reading.role_at(prep.head.i)
        return prep.head if role is not None and role.role.kind == "person" else None

    def _governing(self, noun: Token) -> Token:
        """ "The president of Namibia, Jane Roe": the name adds to the president, not to Namibia."""
        hit = self.reading.hit_at(noun.i)
        if hit is not None and not hit.name.is_body and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
            return noun.head.head
        return noun

    def join(self, mention: Mention, told: Mention) -> None:
        """Add what an apposition tells of a person."""
        if told.country and told.sure and (not mention.sure or told.country in INTERNATIONAL):
            if mention.country != told.country:
                mention.nation = mention.nation or mention.country
            mention.country, mention.sure = told.country, True
        if told.kind in ("place", "asset"):
            return
        if told.sectors and (not mention.sectors or mention.role is None or "CVL" in mention.sectors[:1]):
            mention.sectors = told.sectors
            mention.role = told.role or mention.role
        if mention.office is None and told.kind == "person" and told.role:
            mention.office = told.office
        mention.gender = mention.gender or told.gender
        mention.basis.extend(told.basis)

    def _holding(self, keys: tuple[str, ...], mention: Mention, head: Token) -> Holding | None:
        """Who of public life this is, if the name and what is told of him fit."""
        holders = self.knowledge.holders
        people = holders.similar(keys) if len(keys) > 1 else holders.surnamed(keys[0])
        best: tuple[tuple[int, ...], Holding] | None = None
        for person in people:
            holding = self._then(person, head) or holders.on(person, self.day) or self._ever(person)
            if holding is None:
                continue
            score = self._fits(holding, mention, full=len(keys) > 1)
            if score is not None and (best is None or score > best[0]):
                best = (score, holding)
        return best[1] if best else None

    def _then(self, person: Person, head: Token) -> Holding | None:
        """The office held in a year that the sentence names: in "in 2003 Saddam Hussein ..." he is
        President."""
        start, end = self.reading.sentences.bounds(head.i)
        for year in (year for i, year in self.reading.years if start <= i < end):
            if self.day is None or year < self.day[:4]:
                posts = [post for post in person.posts if post.rank <= 2 and post.held_on(year)]
                if posts:
                    return Holding(person, min(posts, key=lambda post: post.rank))
        return None

    @staticmethod
    def _ever(person: Person) -> Holding | None:
        post = min(person.posts, key=lambda p: p.rank, default=None)
        return Holding(person, post) if post else None

    def _fits(self, holding: Holding, mention: Mention, full: bool) -> tuple[int, ...] | None:
        """How well a person of the tables fits; None where he cannot be meant."""
        post, named = holding.post, self.reading.named
        countries = {p.country for p in holding.person.posts}
        told = {mention.country, mention.nation} - {None}
        if told and not told & countries and not told & INTERNATIONAL and not countries & INTERNATIONAL:
            return None
        near = sum(named[country] for country in countries)
        ours = max(known.trust for known in holding.person.posts)
        agrees = bool(told & countries)
        if full:
            likely = bool(near or ours or post.rank <= 2 or told)
        else:
            own = ours and (near or post.rank == 1 or told)
            listed = near and post.rank <= 2 and not holding.left
            likely = bool(own or listed or agrees)
        if not likely:
            return None
        ruling = not holding.left and post.rank == 1
        return (int(agrees), int(ruling), ours, min(near, 5), -post.rank, int(not holding.left))

    def _office(self, mention: Mention, holding: Holding) -> None:
        post, person = holding.post, holding.person
        mention.name, mention.id = person.name, person.id or slug(person.name)
        keys = words(person.name)
        if not mention.gender and len(keys) > 1:
            mention.gender = self.knowledge.given_names.get(keys[0].key, "")
        if holding.left and post.rank > 2 and not post.trust:
            return  # an old, lesser post says little about today
        if not mention.sure or post.country in INTERNATIONAL:
            if mention.country and mention.country not in INTERNATIONAL:
                mention.nation = mention.country
            mention.country, mention.sure = post.country, True
        if not mention.sectors or mention.sectors == ("PTY",) or mention.sectors[:1] == ("CVL",):
            mention.sectors = ("ELI",) if holding.left and post.sectors[:1] == ("GOV",) else post.sectors
        elif mention.sectors == ("ELI",) and not holding.left and post.country in INTERNATIONAL:
            mention.sectors = post.sectors  # "former Prime Minister X", who now heads an international body
        mention.office = mention.office or post.office
        mention.basis.append(since(post, self.day, holding.left))


def take_role(mention: Mention, spot: RoleSpot, others: list[RoleSpot]) -> None:
    """The sectors of a role; of one that depends on others, those of the nearest role before it."""
    mention.role = spot.role
    mention.sectors = spot.role.sectors
    mention.basis.append(f"role '{spot.role.term}'")
    if not mention.sectors:
        for other in reversed(others):
            if other.role.sectors:
                mention.sectors = other.role.sectors
                break


def former(mention: Mention, reading: Reading, start: int, end: int) -> None:
    """Who held an office formerly is ELI."""
    first = mention.sectors[:1]
    held = first and first[0] in ("GOV", "LEG", "MIL", "PTY", "SPY") and mention.kind != "body"
    if held and any(token.lower_ in FORMER for token in reading.tokens[start:end]):
        mention.sectors = ("ELI",)


def since(post: Post, day: str | None, left: bool) -> str:
    """ "Prime Minister (IRQ) on 2020-01-05"."""
    return f"{'former ' if left else ''}{post.office} ({post.country}){f' on {day}' if day else ''}"
