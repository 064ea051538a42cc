"""Who speaks: the noun phrase that stands as speaker beside a verb, read from its dependency tree."""

from __future__ import annotations

from spacy.tokens import Token

from bede.statements.cues import is_listed

RELATIVE = frozenset(["who", "which", "that", "whom"])


def subject(verb: Token) -> Token | None:
    """The subject beside the verb, not a relative pronoun's antecedent."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN" and not _verbless(verb)


def _verbless(verb: Token) -> bool:
    """Whether the parser took the only verb of a sentence for a participle: "The minister | called for
    talks".
    """
    head = verb.head
    return verb.dep_ == "acl" and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and head.i < verb.i


def speaker_word(verb: Token, depth: int = 0) -> Token | None:
    """Head of the words beside the verb that stand for who says it, None where nobody is named."""
    if depth > 5:
        return None
    if is_passive(verb):
        return _agent(verb)
    own = subject(verb)
    if own is not None:
        return None if own.lower_ in ("it", "there") and own.dep_ == "expl" else own
    if _verbless(verb):
        return verb.head
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl"):
        return None
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _of_head(verb.head, depth)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and depth == 0:
        far = _main_subject(verb)
        if far is not None:
            return far
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "dep", "parataxis") and verb.head.pos_ in ("VERB", "AUX"):
        return (
            _of_head(verb.head, depth) if verb.tag_ in ("VBG", "VB", "VBN") or verb.dep_ == "xcomp" else None
        )
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VB"):
        return _of_noun(verb.head, depth)
    if verb.dep_ in ("pcomp", "prep") and verb.head.dep_ in ("prep", "agent", "mark", "advmod"):
        top = verb.head.head
        return _of_head(top, depth) if top.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "prep" and verb.head.pos_ in ("VERB", "AUX"):
        return _of_head(verb.head, depth)
    return None


def _main_subject(verb: Token) -> Token | None:
    """The subject of the sentence for a participle that a comma sets off after an inner clause.

    "The minister said prices rose, adding that ...": the minister adds, though the parser hangs it on "rose".
    """
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
    if before is None or before.text != ",":
        return None
    inner, root = verb.head, verb.sent.root
    if (
        inner.i == root.i
        or inner.dep_ not in ("ccomp", "advcl", "xcomp")
        or root.i > inner.i
        or inner.i > verb.i
    ):
        return None
    return subject(root)


def _of_head(verb: Token, depth: int) -> Token | None:
    """The speaker of a verb on which another hangs: the one quoted where it is "X was quoted as saying"."""
    own = subject(verb)
    if own is not None:
        return own
    return speaker_word(verb, depth + 1)


def _of_noun(noun: Token, depth: int) -> Token | None:
    """Who speaks in "issued a statement saying": the issuer, or else the paper itself."""
    if is_listed(noun, "document") and noun.dep_ in ("dobj", "pobj"):
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.pos_ == "VERB" and not is_passive(verb):
            return _of_head(verb, depth) or noun
    return noun


def _agent(verb: Token) -> Token | None:
    """The noun after "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def antecedent(word: Token) -> Token:
    """What a relative pronoun stands for, else the word itself."""
    if word.lower_ in RELATIVE and word.tag_ in ("WDT", "WP", "IN", "DT"):
        verb = word.head
        while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
        if word.tag_ == "WP" and word.lower_ == "who" and word.i > 1:
            before = word.doc[word.i - 1] if word.doc[word.i - 1].text != "," else word.doc[word.i - 2]
            if before.pos_ in ("NOUN", "PROPN"):
                return before
    return word


def noun_phrase(head: Token) -> tuple[int, int]:
    """Token range of a noun phrase whole: title, apposition and what follows, without what was mis-hung on
    it.
    """
    if head.lower_ in RELATIVE or head.pos_ == "PRON":
        return head.i, head.i + 1
    start, end = head.left_edge.i, head.right_edge.i + 1
    for token in head.doc[start:end]:
        if token.text in _CUTS or (token.is_space and "\n" in token.text):
            if token.i < head.i:
                start = token.i + 1
            elif token.i > head.i:
                end = min(end, token.i)
    return start, end


_CUTS = frozenset([":", ";", "—", "–", "--", "“", "”", '"'])
