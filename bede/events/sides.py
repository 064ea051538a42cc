"""Sides of a candidate as entities: members, first persons, sides the text implies but does not name."""

from __future__ import annotations

from spacy.tokens import Token

from bede.events.candidates import Candidate
from bede.events.draft import Draft, Surroundings, Word
from bede.events.syntax import arguments
from bede.records import Entity, Where

FIRST_PERSON = frozenset("i we us me our my ours ourselves".split())
MOST_SIDES = 6
# Who does such things where the text does not say (guide, section 3, "A side the text implies").
IMPLIED_ACTOR = {
    ("COERCE", "arrest"): "COP",
    ("SANCTION", "convict"): "JUD",
    ("ACCUSE", "allege"): "JUD",
    ("ACCUSE", "investigate"): "COP",
    ("COERCE", "deport"): "GOV",
    ("COERCE", "seize"): "COP",
    ("COERCE", "restrict"): "GOV",
    ("COERCE", "curfew"): "GOV",
    ("COERCE", "martial-law"): "GOV",
    ("COERCE", "censor"): "GOV",
    ("PROTEST", "demo"): "CVL",
    ("PROTEST", "riot"): "CVL",
    ("PROTEST", "strike"): "LAB",
}
# Acts that are hardly ever without somebody they are done to.
TOWARDS_SOMEBODY = frozenset("ACCUSE REQUEST REJECT SUPPORT".split())
VIOLENCE = frozenset("strike attack airstrike killing bombing raid assault assassination offensive".split())
MILITARY_MODES = frozenset(["aerial", "drone", "heavy-weapons"])


def side_entities(
    heads: list[Token], around: Surroundings, word: Word | None
) -> tuple[list[Entity], frozenset[int]]:
    """Entities for the heads of one side, each once, and their coreference chains."""
    entities: list[Entity] = []
    chains: set[int] = set()
    for head in heads:
        for member in around.who.members(head) or [head]:
            if member.lower_ in FIRST_PERSON and member.text != "US" and word is not None:
                entity, token = word.speaker, word.head
            else:
                entity, token = around.who.entity(member), member
            chain = around.who.chain(token) if token is not None else None
            if chain is not None:
                if chain in chains:
                    continue
                chains.add(chain)
            if entity not in entities and len(entities) < MOST_SIDES:
                entities.append(entity)
    return entities, frozenset(chains)


def with_sector_of_act(entities: list[Entity], candidate: Candidate) -> list[Entity]:
    """A state that strikes from the air or by artillery does it through its military."""
    if not MILITARY_MODES & set(candidate.modes) or candidate.type != "ASSAULT":
        return entities
    return [
        e.model_copy(update={"sectors": ("MIL",)}) if e.sectors in ((), ("GOV",)) and e.country else e
        for e in entities
    ]


def implied_actor(candidate: Candidate, where: Where | None, main: str | None) -> list[Entity]:
    """The unnamed doer of an arrest, verdict or protest; of an assault, nobody known."""
    for mode in candidate.modes:
        sector = IMPLIED_ACTOR.get((candidate.type, mode))
        if sector:
            country = where.country if where and where.country else main
            basis = "implied: whoever does such things" + (" in the country of the act" if country else "")
            return [Entity(span=None, country=country, sectors=(sector,), basis=basis)]
    if candidate.type == "ASSAULT":
        return [Entity(span=None, sectors=("UNK",), basis="no perpetrator named")]
    return []


def doers_of(
    candidate: Candidate, before: list[Draft], known: frozenset[int]
) -> tuple[list[Entity], frozenset[int]]:
    """Who did what the act is about: "condemned the strike" is towards those who struck."""
    if candidate.type not in TOWARDS_SOMEBODY or candidate.trigger.pos_ != "VERB":
        return [], frozenset()
    about = [t for t in arguments(candidate.trigger).object if t.lemma_.lower() in VIOLENCE]
    for draft in reversed(before) if about else ():
        if draft.type == "ASSAULT" and draft.actor_chains and not draft.actor_chains & known:
            basis = "inferred: who did the act told before"
            return [e.model_copy(update={"basis": basis}) for e in draft.actors], draft.actor_chains
    return [], frozenset()


def other_side(
    candidate: Candidate, before: list[Draft], known: frozenset[int], around: Surroundings
) -> tuple[list[Entity], frozenset[int]]:
    """The recipient that the story makes plain though the sentence leaves it out, and its chain."""
    if candidate.type not in TOWARDS_SOMEBODY:
        return [], frozenset()
    victims = {chain for draft in before if draft.type == "ASSAULT" for chain in draft.recipient_chains}
    figure = around.figures.protagonist(known | victims)
    if figure is None:
        return [], frozenset()
    basis = "inferred: the other actor that the article names most"
    return [figure.entity.model_copy(update={"basis": basis})], frozenset([figure.chain])


def implied_recipient(
    candidate: Candidate, actors: list[Entity], where: Where | None, main: str | None
) -> list[Entity]:
    """The unnamed government that a protest at home is aimed at."""
    if candidate.type != "PROTEST":
        return []
    country = (
        (where.country if where else None) or next((a.country for a in actors if a.country), None) or main
    )
    if not country:
        return []
    return [
        Entity(
            span=None, country=country, sectors=("GOV",), basis="implied: the government where it happened"
        )
    ]
