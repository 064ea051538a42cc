"""Noun phrases: where one begins and ends, what it is made of.

"Actor words are the whole noun phrase without relative or participial clauses" (CODING.md, section 3), and
without its conjuncts, which are actors of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bede.knowledge import word_set

CLAUSES = frozenset(["relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "csubj"])
CUT = CLAUSES | {"conj", "cc", "punct", "dep", "preconj", "advmod"}
# Prepositions whose object tells whom somebody belongs to, and those that only say where.
BELONGING = word_set("""of for from within with at inside under behind""")
LOCATIVE = word_set("""in on near around across outside throughout along inside at""")
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "agent"])
PRENOMINAL = word_set("""compound amod nmod nummod det predet quantmod advmod npadvmod""")


def left_edge(head: Token) -> int:
    """Index of the first token of the phrase; a possessor belongs to it."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in CUT and child.dep_ not in ("punct", "advmod"):
            continue
        if child.dep_ in ("punct", "advmod") and child.i != first - 1 and child.dep_ == "punct":
            continue
        first = min(first, child.left_edge.i)
    while (
        first < head.i
        and (head.doc[first].is_punct or head.doc[first].is_space)
        and head.doc[first].text not in "$“\"'("
    ):
        first += 1
    return first


def right_edge(head: Token) -> int:
    """Index after the last token of the phrase."""
    last = head.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "conj", "cc", "preconj") or child.dep_ in CLAUSES:
            if child.dep_ in ("conj", "cc", "preconj"):
                break
            continue
        if child.dep_ == "prep" and not _keeps(child):
            break
        if child.dep_ in ("prep", "appos", "nummod", "case", "amod", "poss", "nmod", "compound", "advmod"):
            last = max(last, _phrase_end(child))
    while last > head.i + 1 and (
        head.doc[last - 1].is_space or head.doc[last - 1].text in {",", ":", ";", "-", "—", "–"}
    ):
        last -= 1
    return last


def _phrase_end(child: Token) -> int:
    """End of a dependent of a noun, its own clauses cut off."""
    last, waiting = child.i + 1, [child]
    while waiting:
        for token in waiting.pop().rights:
            if token.dep_ in CLAUSES or (token.dep_ == "punct" and token.text in ",;:—–"):
                continue
            last = max(last, token.i + 1)
            waiting.append(token)
    return last


def _keeps(prep: Token) -> bool:
    """Whether a prepositional phrase is part of the noun phrase: one that says when is not."""
    return not any(child.dep_ == "pobj" and child.ent_type_ in ("DATE", "TIME") for child in prep.children)


def objects(head: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) of the prepositional phrases that hang on a noun, nested ones left out."""
    for child in head.rights:
        if child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield child.lower_, inner
                elif inner.dep_ == "prep":  # "from within the ministry"
                    for last in inner.children:
                        if last.dep_ == "pobj":
                            yield inner.lower_, last


def clause_objects(head: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) in a participial clause on a noun: "a group based in Trinidad"."""
    for child in head.rights:
        if child.dep_ == "acl":
            yield from objects(child)


def appositions(head: Token) -> list[Token]:
    """Heads in apposition to a noun, and a name the parser hung on it instead."""
    return [child for child in head.rights if child.dep_ == "appos"]


def possessor(head: Token) -> Token | None:
    """The one to whom the noun belongs: "Iraq's parliament", "their government"."""
    for child in head.lefts:
        if child.dep_ == "poss":
            return child
    return None


def members(head: Token) -> list[Token]:
    """The heads joined by "and", "or" or a comma, in order, the first included."""
    found = [head]
    for token in found:
        for child in token.rights:
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
                found.append(child)
    return found


def climb(token: Token) -> Token:
    """The head of the noun phrase that a modifying word stands in."""
    while (
        token.dep_ in ("compound", "amod", "nmod", "det", "nummod", "quantmod", "predet", "case")
        and token.head is not token
    ):
        token = token.head
    return token


def verb_of(token: Token) -> Token | None:
    """The verb that a noun depends on, through prepositions and conjunctions."""
    seen = 0
    while token.head is not token and seen < 20:
        token, seen = token.head, seen + 1
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def first_member(head: Token) -> Token:
    """The noun that a conjunct is joined to, or the noun itself."""
    while head.dep_ == "conj" and head.head is not head:
        head = head.head
    return head


def is_subject(head: Token) -> bool:
    """Whether a noun is the subject of a clause, or joined to one."""
    return first_member(head).dep_ in ("nsubj", "nsubjpass")
