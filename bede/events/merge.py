"""Mentions of one act become one event with all its evidence; different acts of one type stay apart."""

from __future__ import annotations

from spacy.tokens import Token

from bede.events.draft import Draft
from bede.knowledge import load as load_knowledge
from bede.records import Entity, When, Where

GENERIC_TRIGGERS = frozenset(["NOUN", "PROPN"])
CLASHING_MODES = frozenset(
    """heavy-weapons firearms explosives suicide-attack primitive aerial drone sexual abduct beat
    torture""".split()
)
TOLL = frozenset("kill wound injure hurt maim die".split())
INFERRED = "inferred: "
CARRIED_OVER = ("the story so far", "the lede", "the words quoted")
MIXED_UP = {"drone": "aerial", "heavy-weapons": "aerial", "suicide-attack": "explosives"}
VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())


def merge(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order in, one draft an act out. The most trusted mention leads each."""
    acts: list[Draft] = []
    for draft in drafts:
        twin = next((act for act in acts if same_act(act, draft)), None)
        if twin is None:
            acts.append(draft)
        else:
            _absorb(twin, draft)
    return acts


def same_act(one: Draft, other: Draft) -> bool:
    """Whether two mentions can be the same act and speak of it in a way that says so."""
    if one.type != other.type or one.candidate.factuality != other.candidate.factuality:
        return False
    if not _sides_agree(one.actors, other.actors, one.actor_chains, other.actor_chains):
        return False
    same_content = one.type in VERBAL and len(one.stems & other.stems) >= 2
    if same_content and not (one.when.value and other.when.value and not _dates_agree(one, other)):
        return _modes_agree(one, other)
    if _one_toll(one, other):
        return True
    if not _same_recipients(one, other):
        return False
    if not _dates_agree(one, other) or not _places_agree(one, other) or not _modes_agree(one, other):
        return False
    return _speak_of_the_same(one, other)


def _same_recipients(one: Draft, other: Draft) -> bool:
    return _sides_agree(one.recipients, other.recipients, one.recipient_chains, other.recipient_chains)


def _one_toll(one: Draft, other: Draft) -> bool:
    """Dead and wounded belong to the attack told in the same sentence: "killed when rockets hit a base"."""
    first, second = one.triggers[0], other.triggers[0]
    if one.type != "ASSAULT" or first.sent.start != second.sent.start or not _dates_agree(one, other):
        return False
    if first.lemma_ == second.lemma_ and not _same_recipients(one, other):
        return False  # "killed in a stampede at the burial of the general killed last week"
    unknown = not one.actor_chains or not other.actor_chains
    return {first.lemma_, second.lemma_} <= TOLL or (unknown and bool({first.lemma_, second.lemma_} & TOLL))


def _speak_of_the_same(one: Draft, other: Draft) -> bool:
    first, second = one.triggers[0], other.triggers[0]
    if first.sent.start == second.sent.start and one.type in ("ASSAULT", "CONSULT", "PROTEST", "COERCE"):
        return True
    if {t.lemma_ for t in one.triggers} & {t.lemma_ for t in other.triggers}:
        return True
    if one.type not in VERBAL and len(one.stems & other.stems) >= 2:
        return True
    if one.type in VERBAL:
        known = bool(one.actor_chains & other.actor_chains) or _headline(first, second)
        return known and bool(set(one.modes) & set(other.modes) or not one.modes or not other.modes)
    if one.type == "ASSAULT" and second.lemma_ in TOLL and not other.actor_chains and second.sent.start > 0:
        return True  # later word of the dead, no doer named
    shared = one.actor_chains & other.actor_chains or one.recipient_chains & other.recipient_chains
    if shared and set(one.modes) & set(other.modes) and one.type in ("COERCE", "SANCTION", "RETREAT"):
        return True
    return second.pos_ in GENERIC_TRIGGERS or first.pos_ in GENERIC_TRIGGERS or _early(first, second)


def _early(first: Token, second: Token) -> bool:
    """Headline and lede tell one story."""
    limit = first.doc.user_data.get("title_end", 0) + 400
    return bool(first.idx < limit and second.idx < limit)


def _headline(first: Token, second: Token) -> bool:
    """Whether one is told in the headline and the other in the first sentences."""
    return _early(first, second) and min(first.idx, second.idx) < first.doc.user_data.get("title_end", 0)


def _keys(entity: Entity) -> set[str]:
    return {key for key in (entity.id, entity.name) if key}


def _sides_agree(
    one: list[Entity], other: list[Entity], chains_one: frozenset[int], chains_other: frozenset[int]
) -> bool:
    if not _known(one) or not _known(other) or chains_one & chains_other:
        return True
    names_one = set().union(*(_keys(e) for e in one))
    names_other = set().union(*(_keys(e) for e in other))
    if names_one & names_other:
        return True
    countries_one, countries_other = {e.country for e in one}, {e.country for e in other}
    if not (countries_one & countries_other - {None}):
        return False
    return not (_all_named(one) and _all_named(other)) and _sectors_agree(one, other)


def _known(side: list[Entity]) -> bool:
    """Whether somebody is named here; a side only inferred from the story is as good as unknown."""
    return any(
        e.span is not None and (e.country or e.name) and not (e.basis or "").startswith(INFERRED)
        for e in side
    )


def _all_named(side: list[Entity]) -> bool:
    """Whether all have names of their own; a state that acts does so through somebody."""
    return all(e.name and e.name != load_knowledge().country_name(e.country) for e in side)


def _sectors_agree(one: list[Entity], other: list[Entity]) -> bool:
    sectors_one, sectors_other = _sectors(one), _sectors(other)
    return not sectors_one or not sectors_other or bool(sectors_one & sectors_other)


def _sectors(side: list[Entity]) -> set[str]:
    """Sectors, with a state and its forces as one: "the Israeli attack" is that of Israel's jets."""
    return {"GOV" if s == "MIL" else s for e in side for s in e.sectors} - {"UNK"}


def _dates_agree(one: Draft, other: Draft) -> bool:
    a, b = one.when.value, other.when.value
    return not a or not b or a.startswith(b) or b.startswith(a)


def _places_agree(one: Draft, other: Draft) -> bool:
    a, b = one.where, other.where
    return not a or not b or not a.country or not b.country or a.country == b.country


def _modes_agree(one: Draft, other: Draft) -> bool:
    a, b = set(one.modes), set(other.modes)
    if one.type in ("ACCUSE", "THREATEN", "SANCTION", "COERCE", "RETREAT") and a and b:
        return bool(a & b)
    return not _means(a) or not _means(b) or bool(_means(a) & _means(b))


def _means(modes: set[str]) -> set[str]:
    """Kinds of violence that exclude each other; those that a report may mix up are one."""
    return {MIXED_UP.get(mode, mode) for mode in modes & CLASHING_MODES}


def _absorb(act: Draft, draft: Draft) -> None:
    """Add a mention's evidence to an act; the better side, date and place win."""
    lead = draft.confidence > act.confidence and draft.triggers[0].pos_ == "VERB"
    act.triggers = draft.triggers + act.triggers if lead else act.triggers + draft.triggers
    act.stems |= draft.stems
    act.modes += [m for m in draft.modes if m not in act.modes]
    act.counts += [c for c in draft.counts if c not in act.counts]
    act.actors, act.actor_chains = _better(act.actors, act.actor_chains, draft.actors, draft.actor_chains)
    act.recipients, act.recipient_chains = _better(
        act.recipients, act.recipient_chains, draft.recipients, draft.recipient_chains
    )
    act.when = max(act.when, draft.when, key=_firmness)
    act.where = _better_place(act, draft)
    act.word = draft.word and act.word  # what the article itself asserts once needs no other word
    act.confidence = 1 - (1 - act.confidence) * (1 - 0.5 * draft.confidence)


def _firmness(when: When) -> tuple[bool, bool, int]:
    """A date told beside the act beats one carried over from the story; a day beats a month."""
    told = not (when.basis or "").startswith(CARRIED_OVER)
    return (bool(when.value), told, len(when.value or ""))


def _better_place(act: Draft, draft: Draft) -> Where | None:
    if act.where is None:
        return draft.where
    if draft.where is not None and act.where.basis == "dateline" != draft.where.basis:
        return draft.where
    return act.where


def _better(
    side: list[Entity], chains: frozenset[int], other: list[Entity], other_chains: frozenset[int]
) -> tuple[list[Entity], frozenset[int]]:
    def worth(entities: list[Entity]) -> tuple[bool, bool, int]:
        told = [e for e in entities if e.span is not None]
        return (any(e.country for e in told), any(e.name for e in told), len(told))

    return (other, other_chains | chains) if worth(other) > worth(side) else (side, chains | other_chains)
