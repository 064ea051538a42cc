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
_KEPT = frozenset(["prep", "appos", "nummod", "amod", "poss", "nmod", "compound", "advmod"])
_CLOSING = frozenset([",", ":", ";", "-", "—", "–", "("])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "agent"])


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
    """Index after the last token of the phrase. What a comma sets off is kept only if it is an apposition."""
    last = head.i + 1
    for child in head.rights:
        if child.dep_ in ("conj", "cc", "preconj"):
            break
        if child.dep_ == "prep" and not _keeps(child, head):
            break
        if child.dep_ in _KEPT and not (child.dep_ == "appos" and child.pos_ == "NUM"):  # no ages
            last = max(last, _phrase_end(child))
    return _trim(head, last)


def _trim(head: Token, last: int) -> int:
    """Leave out a closing comma; take in the bracket that closes an open one."""
    doc = head.doc
    while last > head.i + 1 and (doc[last - 1].is_space or doc[last - 1].text in _CLOSING):
        last -= 1
    inside = [token.text for token in doc[head.i : last]]
    if inside.count("(") > inside.count(")") and last < len(doc) and doc[last].text == ")":
        last += 1
    return last


def _phrase_end(child: Token) -> int:
    """End of a dependent of a noun, its own clauses cut off."""
    last, waiting = child.i + 1, [child]
    while waiting:
        for token in waiting.pop().rights:
            if token.dep_ in CLAUSES or (token.dep_ == "punct" and token.text in ",;:—–"):
                continue
            if token.dep_ == "prep" and token.nbor(-1).text == ",":
                continue
            last = max(last, token.i + 1)
            waiting.append(token)
    return last


def _keeps(prep: Token, head: Token) -> bool:
    """Whether a prepositional phrase is part of the noun phrase: one that says when is not, nor one
    behind a comma, nor the place where a person is."""
    if prep.i and prep.nbor(-1).text == ",":
        return False
    if head.ent_type_ == "PERSON" and prep.lower_ in LOCATIVE:
        return False
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
        and token.head != token
    ):
        token = token.head
    return token


def verb_of(token: Token) -> Token | None:
    """The verb that a noun depends on, through prepositions and conjunctions."""
    seen = 0
    while token.head != token and seen < 20:
        token, seen = token.head, seen + 1
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def first_member(head: Token) -> Token:
    """The noun that a conjunct is joined to, or the noun itself."""
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    return head


def is_subject(head: Token) -> bool:
    """Whether a noun is the subject of a clause, or joined to one."""
    return first_member(head).dep_ in ("nsubj", "nsubjpass")
