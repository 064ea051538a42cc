"""After all mentions are read: what one tells of an actor holds for the others, and who did crimes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from bede.actors import phrases
from bede.actors.mention import Mention
from bede.knowledge import word_set

CONVICT = word_set("convict sentence jail imprison")
# Crimes that the text itself reports somebody to have done; "allegedly" and the like take them back.
CRIMES = word_set("stab murder rape rob molest burgle strangle behead knife")
DOUBT = word_set("allegedly reportedly purportedly")
_PLAIN = frozenset([(), ("CVL",), ("UAF",), ("LAB",)])


def settle(mentions: Iterable[Mention], doc: Doc) -> None:
    """Spread what is sure along each chain; a convict is a criminal, a person without any office a
    civilian."""
    chains: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.chain is not None:
            chains.setdefault(mention.chain, []).append(mention)
    for chain in chains.values():
        _spread(chain)
        _judge(chain, doc)
        for mention in chain:
            if not mention.sectors and (
                mention.kind == "person" or (mention.kind == "people" and mention.surname)
            ):
                mention.sectors = ("CVL",)
                mention.basis.append("no office told")


def _spread(chain: list[Mention]) -> None:
    """The country that is told for sure, and the sectors that a role tells."""
    sure = Counter(m.country for m in chain if m.sure and m.country)
    told = next((m.sectors for m in chain if m.sectors and m.role is not None), ())
    for mention in chain:
        if sure and not mention.sure:
            mention.country, mention.sure = sure.most_common(1)[0][0], True
            mention.basis.append("told elsewhere in the article")
        if not mention.sectors and told:
            mention.sectors = told


def _judge(chain: list[Mention], doc: Doc) -> None:
    """CRM for who is told to be convicted or to have done a crime, unless an office or a group is known."""
    plain = [m for m in chain if m.kind in ("person", "people") and not m.id and m.sectors in _PLAIN]
    if plain and any(is_convict(doc[m.head]) for m in plain):
        for mention in plain:
            mention.sectors = ("CRM",)
            mention.basis.append("convicted, or told to have done the crime")


def is_convict(head: Token) -> bool:
    """Whether the clause that a noun stands in tells that its bearer is guilty of a crime."""
    first = phrases.first_member(head)
    verb = first.head
    if verb.pos_ != "VERB" or any(child.dep_ == "neg" or child.lower_ in DOUBT for child in verb.children):
        return False
    lemma = verb.lemma_.lower()
    if first.dep_ in ("nsubjpass", "dobj"):
        guilty = lemma == "find" and any(child.lower_ == "guilty" for child in verb.children)
        return lemma in CONVICT or guilty
    if first.dep_ == "nsubj":
        if lemma == "plead":
            return any(child.lower_ == "guilty" for child in verb.children)
        modal = any(child.tag_ == "MD" for child in verb.children)
        return lemma in CRIMES and not modal
    return False
