"""What a threat, demand, promise, accusation or refusal is about is not a second event (guide, section 1).

An act that already happened and is only mentioned ("condemned Friday's airstrike") stays its own event.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from bede.events.candidates import Candidate

# Types whose content is only wanted, feared, promised or claimed.
UNREAL_CONTENT = frozenset(["THREATEN", "AGREE", "REQUEST", "REJECT", "CONCEDE"])
COMMENT = frozenset(["disapprove", "investigate"])
CONTENT_LINKS = frozenset(
    """xcomp ccomp dobj pobj pcomp prep conj oprd attr acl nsubjpass dative prt agent""".split()
)
CLAUSE_LINKS = frozenset(["xcomp", "ccomp", "pcomp", "acl"])


def drop_contents(candidates: Iterable[Candidate]) -> None:
    """Mark candidates that stand inside the content of another as dropped."""
    living = [c for c in candidates if c.reason is None]
    by_token = {c.trigger.i: c for c in living}
    for candidate in living:
        outer = _governor(candidate.trigger, by_token)
        if outer is not None and outer.reason is None and _is_content(candidate, outer):
            candidate.drop(f"content of {outer.type} at '{outer.trigger.text}'")


def _governor(token: Token, by_token: dict[int, Candidate]) -> Candidate | None:
    """The nearest candidate above `token` that is reached through complements alone."""
    node = token
    while node.head.i != node.i and node.dep_ in CONTENT_LINKS:
        coordinated = node.dep_ == "conj"
        node = node.head
        if node.i in by_token and not coordinated:
            return by_token[node.i]
    return None


def _is_content(inner: Candidate, outer: Candidate) -> bool:
    if outer.type in UNREAL_CONTENT:
        return True
    if outer.type == "ACCUSE":
        told = inner.trigger.pos_ in ("NOUN", "PROPN") or inner.trigger.dep_ == "ccomp"
        return not (told and COMMENT & set(outer.modes)) or inner.type in ("ACCUSE", "REQUEST", "THREATEN")
    if outer.type == inner.type:
        # "killed in an ambush" says how; "held talks on negotiations" is one act in two words
        return outer.type != "ASSAULT"
    return outer.type in ("SUPPORT", "CONSULT") and inner.trigger.dep_ in CLAUSE_LINKS
