"""Where something was said ("in a statement", "on Twitter") and to whom ("told reporters")."""

from __future__ import annotations

from spacy.tokens import Token

from bede.statements.cues import is_listed

_PREPOSITIONS = frozenset(["in", "on", "via", "through", "at", "during", "to", "over", "by"])
_HEARERS = frozenset(["tell", "inform", "assure", "remind", "warn", "notify", "advise", "brief", "ask"])


def channel(cue: Token, said: set[int]) -> tuple[int, int] | None:
    """Token range of the channel of a verb of saying, or None. `said` are the tokens of its content."""
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS and child.i not in said:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and _is_channel(noun):
                return child.i, _end(noun, said)
    hearer = _hearer(cue, said)
    if hearer is not None and hearer.ent_type_ == "ORG" and hearer.i > cue.i:
        return cue.i, _end(hearer, said)
    return None


def audience(cue: Token, said: set[int]) -> tuple[int, int] | None:
    """Token range of those who were told, or None."""
    hearer = _hearer(cue, said)
    return None if hearer is None else (hearer.left_edge.i, _end(hearer, said))


def _hearer(cue: Token, said: set[int]) -> Token | None:
    if cue.lemma_.lower() in _HEARERS:
        for child in cue.children:
            if (
                child.dep_ in ("dobj", "dative")
                and child.i not in said
                and child.pos_ in ("NOUN", "PROPN", "PRON")
            ):
                return child
    for child in cue.children:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and child.i not in said:
            return next((c for c in child.children if c.dep_ == "pobj" and not _is_channel(c)), None)
    return None


def _is_channel(noun: Token) -> bool:
    return is_listed(noun, "channel")


def _end(noun: Token, said: set[int]) -> int:
    """Where the noun phrase ends, without clauses, commas or what is said."""
    end = noun.i + 1
    limit = noun.right_edge.i + 1
    while end < limit and end not in said:
        token = noun.doc[end]
        if (
            token.dep_ in ("relcl", "acl", "appos")
            or token.is_punct
            or token.is_space
            or token.tag_ in ("WDT", "WP")
        ):
            break
        end += 1
    return end
