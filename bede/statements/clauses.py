"""Who speaks and what is said around one verb, read from its dependency tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bede.statements.cues import Cue

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
RELATIVE = frozenset(["who", "which", "that", "whom"])
# Prepositional phrases that go with an object as part of what is said of it.
_WITH_OBJECT = frozenset(["of", "for", "as", "over", "about", "on", "against", "from", "to"])
_DOCUMENTS = frozenset(
    """statement letter report tweet post message memo email release interview speech press conference note order
    ruling article column editorial remarks comments testimony email text filing""".split()
)


def subject(verb: Token) -> Token | None:
    """The subject beside the verb, not a relative pronoun's antecedent."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN"


def speaker_word(verb: Token, depth: int = 0) -> Token | None:
    """Head of the words beside the verb that stand for who says it, None where nobody is named."""
    if depth > 5:
        return None
    if is_passive(verb):
        return _agent(verb)
    own = subject(verb)
    if own is not None:
        return None if own.lower_ in ("it", "there") and own.dep_ == "expl" else own
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl"):
        return None
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _of_head(verb.head, depth)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "dep", "parataxis") and verb.head.pos_ in ("VERB", "AUX"):
        return _of_head(verb.head, depth) if verb.tag_ in ("VBG", "VB", "VBN") or verb.dep_ == "xcomp" else None
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VB"):
        return _of_noun(verb.head, depth)
    if verb.dep_ in ("pcomp", "prep") and verb.head.dep_ in ("prep", "agent", "mark", "advmod"):
        top = verb.head.head
        return _of_head(top, depth) if top.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "prep" and verb.head.pos_ in ("VERB", "AUX"):
        return _of_head(verb.head, depth)
    return None


def _of_head(verb: Token, depth: int) -> Token | None:
    """The speaker of a verb on which another hangs: the one quoted where it is "X was quoted as saying"."""
    own = subject(verb)
    if own is not None:
        return own
    return speaker_word(verb, depth + 1)


def _of_noun(noun: Token, depth: int) -> Token | None:
    """Who speaks in "issued a statement saying": the issuer, or else the paper itself."""
    if noun.lemma_.lower() in _DOCUMENTS and noun.dep_ in ("dobj", "pobj"):
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
    return word


def noun_phrase(head: Token) -> tuple[int, int]:
    """Token range of a noun phrase whole: title, apposition and what follows, without what was mis-hung on it."""
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


def subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def content(verb: Token, cue: Cue) -> set[int]:
    """Numbers of the tokens that tell what is said, thought or wanted; empty where the verb marks nothing."""
    if cue.takes("raising"):
        return _raised(verb)
    found = _clauses(verb, cue)
    if not found:
        found = _passive(verb, cue) if is_passive(verb) else _objects(verb, cue)
    if not found:
        found = _phrases(verb, cue)
    if not found and verb.dep_ == "relcl" and not is_passive(verb):
        found = _relative(verb, cue)
    return found


def _raised(verb: Token) -> set[int]:
    """Subject and complement of "seems", "appears": nobody is named to whom it seems."""
    own = subject(verb)
    found: set[int] = set()
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "oprd", "acomp", "ccomp"):
            found |= subtree(child)
    return found | subtree(own) if found and own is not None and own.lower_ not in RELATIVE else found


def _clauses(verb: Token, cue: Cue) -> set[int]:
    """Complement clauses and infinitives. One before the verb counts only where none follows it."""
    after: set[int] = set()
    before: set[int] = set()
    for child in verb.children:
        if child.dep_ == "ccomp" and _takes_clause(child, cue):
            if child.i > verb.i:
                after |= subtree(child)
            elif cue.takes("quote") or cue.takes("clause"):
                before |= {i for i in subtree(child) if i < verb.i}
        elif child.dep_ == "xcomp" and child.i > verb.i and _takes_infinitive(child, cue):
            after |= subtree(child)
    if after and cue.takes("objinf") and not is_passive(verb):
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and verb.i < child.i < min(after) and _infinite(verb, after):
                after |= subtree(child)
    if after and is_passive(verb) and _infinite(verb, after):
        own = subject(verb)
        after |= subtree(own) if own is not None and own.lower_ not in ("it", *RELATIVE) else set()
    return after or _set_off(verb, before)


def _set_off(verb: Token, before: set[int]) -> set[int]:
    """A clause before the verb, if a comma or quotation mark stands between it and the speaker."""
    if not before:
        return before
    between = verb.doc[max(before) + 1 : verb.i]
    last = verb.doc[max(before)]
    return before if last.is_punct or any(t.is_punct for t in between) else set()


def _infinite(verb: Token, found: set[int]) -> bool:
    return any(c.dep_ in ("xcomp", "ccomp") and c.i in found and _to(c) for c in verb.children)


def _takes_infinitive(clause: Token, cue: Cue) -> bool:
    if _to(clause):
        return cue.takes("inf") or cue.takes("objinf")
    return clause.tag_ == "VBG" and cue.takes("ing")


def _takes_clause(clause: Token, cue: Cue) -> bool:
    if cue.takes("clause") or cue.takes("quote"):
        return True
    return (cue.takes("objinf") and _to(clause)) or (cue.takes("objcomp") and clause.i > clause.head.i)


def _to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _objects(verb: Token, cue: Cue) -> set[int]:
    """The object, with the complement and the phrases that belong to it."""
    if not (cue.takes("obj") or cue.takes("objcomp") or cue.takes("as")):
        return set()
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ not in RELATIVE and c.i > verb.i]
    complements = [c for c in verb.children if c.dep_ in ("oprd", "attr") and c.i > verb.i]
    as_phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i]
    if not objects and not complements:
        return set()
    if not cue.takes("obj") and not complements and not as_phrases:
        return set()
    found: set[int] = set()
    for child in objects + complements + as_phrases:
        found |= subtree(child)
    for child in verb.children:
        if child.dep_ == "prep" and child.i > max(found) and child.left_edge.i == max(found) + 1 and _belongs(child):
            found |= subtree(child)
    return found


def _belongs(preposition: Token) -> bool:
    """Whether a phrase after an object tells of what is said, not of when, where or how it was said."""
    if preposition.lower_ in _WITH_OBJECT:
        noun = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
        return noun is not None and noun.ent_type_ not in ("DATE", "TIME")
    return False


def _passive(verb: Token, cue: Cue) -> set[int]:
    """What is said of the subject of a passive."""
    if not (cue.takes("obj") or cue.takes("objcomp") or cue.takes("as")):
        return set()
    own = subject(verb)
    found: set[int] = set()
    if own is not None and own.lower_ not in ("it", *RELATIVE):
        found |= subtree(own)
    for child in verb.children:
        if child.dep_ in ("oprd", "attr") or (child.dep_ == "prep" and child.lower_ in ("of", "for", "as")):
            found |= subtree(child)
    return found


def _phrases(verb: Token, cue: Cue) -> set[int]:
    """The phrase after a preposition that the verb takes: "called for a truce"."""
    for child in preposition(verb, cue):
        inner = subtree(child) - {child.i}
        if inner:
            return inner
    return set()


def preposition(verb: Token, cue: Cue) -> Iterator[Token]:
    """The prepositions after the verb under which its content stands."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.i > verb.i:
            yield child


def _relative(verb: Token, cue: Cue) -> set[int]:
    """The noun phrase that a relative clause tells of: "the plan (that) he announced"."""
    own = subject(verb)
    if not cue.takes("obj") or own is None or own.lower_ in RELATIVE:
        return set()
    start, stop = verb.head.left_edge.i, verb.left_edge.i
    return set(range(start, stop)) if start < stop else set()


def cue_phrase(verb: Token, cue: Cue, said: set[int]) -> tuple[int, int]:
    """Token range of the verb with its auxiliaries, negation, adverbs before it and particle or preposition after."""
    start, end = verb.i, verb.i + 1
    helpers = {
        c.i
        for c in verb.children
        if c.i < verb.i and (c.dep_ in ("aux", "auxpass", "neg") or (c.dep_ == "advmod" and c.tag_ in ("RB", "RBR")))
    }
    while start - 1 in helpers - said:
        start -= 1
    after = {c.i for c in verb.children if c.dep_ == "prt"}
    if not any(c.dep_ in ("dobj", "ccomp") and c.i in said for c in verb.children):
        after |= {p.i for p in preposition(verb, cue)}
    while end in after - said:
        end += 1
    return start, end
