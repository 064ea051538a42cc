"""Everybody in one article: ask it what a noun phrase is."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import NamedTuple

from spacy.tokens import Doc, Token

from bede.actors import coreference, phrases, pronouns
from bede.actors.mention import Mention
from bede.actors.reading import Reading
from bede.actors.resolve import Resolver
from bede.actors.settling import settle
from bede.knowledge import INTERNATIONAL, Knowledge, word_set
from bede.records import Entity, Span

_NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])
_MILITARY = word_set(
    """airstrike airstrikes strike strikes raid raids bombardment shelling bombing offensive missile
    missiles drone drones invasion incursion assault warplane"""
)
_LOCAL = (("COP",), ("CVL",), ("MED",), ("LAB",), ("EDU",))  # who is taken to be of the place
_AMERICAN = frozenset(["administration", "press secretary", "secretary of state", "secretary of defense"])
_DEEPEST = 40
_INNER = frozenset(["compound", "amod", "nmod"])


class ActorMention(NamedTuple):
    """One mention for display: tokens [start, end), the head's index, what it was resolved to."""

    start: int
    end: int
    head: int
    entity: Entity


class Cast:
    """The actors of one article. Made by `ActorReader.read`."""

    def __init__(self, doc: Doc, reading: Reading, knowledge: Knowledge) -> None:
        self._doc = doc
        self._reading = reading
        self._knowledge = knowledge
        self._resolver = Resolver(reading, knowledge, self._mention)
        self._known: dict[int, Mention] = {}
        self._open: set[int] = set()
        self._order: list[Mention] = []
        self._chains = 0
        self._settled = False
        for token in reading.tokens:
            if self._begins(token):
                self._mention(token)
        settle(self._known.values(), doc)
        self._settled = True

    def _begins(self, token: Token) -> bool:
        """Whether a token is the head of a phrase to be read; the dateline has none."""
        reading = self._reading
        if reading.article.in_dateline(token.idx):
            return False
        if self._inside_hit(token) or self._inside_role(token) or reading.inside_name(token):
            return False
        hit = reading.hit_at(token.i)
        if hit is not None and token.pos_ in ("AUX", "VERB", "ADP"):
            return hit.name.is_body  # "IS" taken for a verb
        if token.dep_ in _INNER:
            return False
        nominal = token.pos_ in _NOMINAL or (token.ent_type_ == "PERSON" and token.text[:1].isupper())
        return nominal or (token.pos_ == "VERB" and reading.role_at(token.i) is not None)

    # What others ask ----------------------------------------------------------------------------------

    def entity(self, head: Token) -> Entity:
        """What the noun phrase of a token is. Never None: fields stay empty where nothing is known."""
        mention = self._mention(self._head(head))
        entity = mention.entity(self._span(mention))
        if mention.kind == "state" and head.dep_ in _INNER:
            sectors = self._owned(head)
            if sectors:  # "Israeli" of "Israeli army": the country, but its army
                return entity.model_copy(update={"sectors": sectors})
        return entity

    def _owned(self, head: Token) -> tuple[str, ...]:
        """The sectors of the phrase that a nationality stands in; an airstrike is the military's."""
        noun = phrases.climb(head)
        if noun == head:
            return ()
        if noun.lemma_.lower() in _MILITARY:
            return ("MIL",)
        owned = self._mention(noun)
        return owned.sectors if owned.is_actor and owned.country == self._mention(head).country else ()

    def is_actor(self, head: Token) -> bool:
        """Whether the noun phrase could be a political actor, or what one owns and others strike (a base)."""
        return self._mention(self._head(head)).is_actor

    def members(self, head: Token) -> list[Token]:
        """The heads joined in a phrase ("the US and France"), the first included."""
        return phrases.members(self._head(head))

    def chain(self, head: Token) -> int | None:
        """A number that all mentions of one actor share; None for what is no actor."""
        mention = self._mention(self._head(head))
        return mention.chain if mention.is_actor else None

    @property
    def mentions(self) -> list[ActorMention]:
        """All mentions of actors, in order."""
        found = [m for m in self._known.values() if m.is_actor]
        found.sort(key=lambda m: (m.start, m.head))
        return [ActorMention(m.start, m.end, m.head, m.entity(self._span(m))) for m in found]

    # How it is found ------------------------------------------------------------------------------------

    def _head(self, token: Token) -> Token:
        """A modifier that is itself a name stands for itself; any other stands for its phrase, a
        preposition for
        its object."""
        if token.pos_ == "ADP" and token.dep_ == "prep":
            return next((child for child in token.children if child.dep_ == "pobj"), token)
        if token.dep_ in ("compound", "amod", "nmod", "det", "nummod", "case", "quantmod"):
            hit = self._reading.hit_at(token.i)
            spot = self._reading.role_at(token.i)
            noun = phrases.climb(token)
            own = spot is not None and not spot.start <= noun.i < spot.end  # "police violence"
            if (hit is None or hit.aligned) and not own:
                return noun
        return token

    def _inside_hit(self, token: Token) -> bool:
        """Whether a token is a part of a name of the tables that is not its head."""
        hit = self._reading.hit_at(token.i)
        if hit is None or hit.end - hit.start == 1:
            return False
        return bool(self._doc[hit.start : hit.end].root.i != token.i)

    def _inside_role(self, token: Token) -> bool:
        """Whether a token is a part of a role of several words ("vice-president") that is not its head."""
        spot = self._reading.role_at(token.i)
        if spot is None or spot.end - spot.start == 1:
            return False
        return bool(self._doc[spot.start : spot.end].root.i != token.i)

    def _span(self, mention: Mention) -> Span:
        tokens = self._doc[mention.start : mention.end]
        return Span(tokens.start_char, tokens.end_char)

    def _mention(self, head: Token) -> Mention:
        known = self._known.get(head.i)
        if known is not None:
            return known
        if head.i in self._open or len(self._open) > _DEEPEST:  # a circle, or a text that only nests
            return Mention(head.i, head.i, head.i + 1)
        self._open.add(head.i)
        mention = self._pronoun(head) if self._is_pronoun(head) else self._noun(head)
        self._open.discard(head.i)
        self._known[head.i] = mention
        if mention.is_actor or mention.kind == "place":
            if mention.chain is None:
                self._chains += 1
                mention.chain = self._chains
            insort(self._order, mention, key=_place)
            if self._settled:
                settle([other for other in self._order if other.chain == mention.chain], self._doc)
        return mention

    @staticmethod
    def _is_pronoun(head: Token) -> bool:
        word = head.lower_
        return (
            word in pronouns.PERSONAL
            or (word in pronouns.SPEAKER and head.text != "US")
            or (word in pronouns.RELATIVE and head.tag_ in ("WDT", "WP", "WP$"))
        )

    def _earlier(self, start: int) -> list[Mention]:
        last = bisect_left(self._order, start, key=_place)
        return self._order[max(0, last - 80) : last]

    def _noun(self, head: Token) -> Mention:
        mention = self._resolver.resolve(head)
        earlier = self._earlier(mention.start)
        same = coreference.same_name(mention, earlier)
        if same is None:
            same = coreference.description(mention, earlier, self._reading.main)
        if same is not None:
            mention.know(same, "named before")
            mention.chain = same.chain
        elif mention.definite or mention.sure:
            self._office(mention)
        if mention.is_actor and not mention.country and not mention.foreign:
            self._context(mention, head)
        return mention

    def _pronoun(self, head: Token) -> Mention:
        word = head.lower_
        mention = Mention(head.i, head.i, head.i + 1, pronoun=True, lemma=word)
        found: Mention | None = None
        if word in pronouns.RELATIVE:
            noun = pronouns.relative(head)
            found = self._mention(noun) if noun is not None else None
        elif word in pronouns.SPEAKER:
            said = pronouns.speaker(head, self._reading.sentences)
            found = self._mention(said) if said is not None and said.i not in self._open else None
        else:
            found = self._ahead(head) or pronouns.antecedent(
                head, self._earlier(head.i), self._reading.sentences
            )
        if found is not None:
            mention.know(found, f"'{head.text}' is {found.name or 'a mention before'}")
            mention.chain, mention.plural, mention.surname = found.chain, found.plural, found.surname
            if found.kind == "person" and not found.gender:
                found.gender = "m" if word in pronouns.HE else "f" if word in pronouns.SHE else ""
        elif word in pronouns.HE | pronouns.SHE:
            mention.kind = "person"
        return mention

    def _ahead(self, head: Token) -> Mention | None:
        """The subject that an opening phrase speaks of before it is named."""
        subject = pronouns.ahead(head)
        if subject is None or subject.i in self._open or self._is_pronoun(subject):
            return None
        found = self._mention(subject)
        return found if pronouns.agrees(head.lower_, found) and found.name else None

    def _office(self, mention: Mention) -> None:
        """ "The Iraqi prime minister" is who held that office on the day."""
        role = mention.role
        if (
            role is None
            or mention.name
            or mention.plural
            or mention.kind != "person"
            or "GOV" not in role.sectors
        ):
            return
        country = mention.country or self._reading.main
        if country is None or country in INTERNATIONAL or mention.sectors != ("GOV",):
            return
        holding = self._knowledge.holders.in_office(country, role.term, self._resolver.persons.day)
        if holding is not None:
            mention.name, mention.id = holding.person.name, holding.person.id or None
            mention.country, mention.office = country, holding.post.office
            mention.basis.append(f"{holding.post.office} ({country}) on {self._resolver.persons.day}")

    def _context(self, mention: Mention, head: Token) -> None:
        """The country of whoever has none told: the place in the sentence, else what the article is about."""
        start, end = self._reading.sentences.bounds(head.i)
        best: tuple[int, str] | None = None
        named = self._reading.named
        for hit in self._reading.hits_in(start, end):
            name = hit.name
            if name.country in INTERNATIONAL or hit.aligned or not (name.is_place or name.kind == "country"):
                continue
            if name.strength > 3 and name.country != self._reading.main and named[name.country] < 2:
                continue
            before = self._reading.tokens[hit.start - 1] if hit.start else None
            if before is not None and before.lower_ in phrases.LOCATIVE:
                away = abs(hit.start - head.i)
                if best is None or away < best[0]:
                    best = (away, name.country)
        if mention.role is not None and mention.role.term in _AMERICAN and self._reading.named["USA"]:
            mention.country = "USA"
            mention.basis.append("an American office")
        elif best is not None:
            mention.country = best[1]
            mention.basis.append("place in the sentence")
        elif self._reading.scene and mention.sectors[:1] in _LOCAL:
            mention.country = self._reading.scene
            mention.basis.append("country where most of the article takes place")
        elif self._reading.main:
            mention.country = self._reading.main
            mention.basis.append("country the article is about")


def _place(mention: Mention) -> int:
    return mention.head
