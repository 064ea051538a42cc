"""What is said around one verb, read from its dependency tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bede.statements.cues import Cue, is_listed
from bede.statements.speakers import RELATIVE, is_passive, subject

# Prepositional phrases that go with an object as part of what is said of it.
_WITH_OBJECT = frozenset(["of", "for", "as", "over", "about", "on", "against", "from", "to", "with"])


LONGEST = 500  # tokens of one clause; longer ones are lists or noise, and would cost time without end


def subtree(token: Token) -> set[int]:
    """Numbers of the tokens under a token, itself included; none where that is too long to be a sentence."""
    if token.right_edge.i - token.left_edge.i > LONGEST:
        return set()
    return {t.i for t in token.subtree}


def content(verb: Token, cue: Cue) -> tuple[set[int], str]:
    """Numbers of the tokens that tell what is said, thought or wanted, and by which frame they were found.

    Frames: clause, inf, complement (object with its as-phrase or second object), obj, phrase, relative,
    raising; both are empty where the verb marks nothing.
    """
    if cue.takes("raising"):
        return _raised(verb), "raising"
    passive = is_passive(verb)
    found, frame = _clauses(verb, cue)
    if not found:
        found, frame = (_passive(verb, cue), "obj") if passive else _objects(verb, cue)
    if not found:
        found, frame = _phrases(verb, cue), "phrase"
    if not found and verb.dep_ == "relcl" and not passive:
        found, frame = _relative(verb, cue), "relative"
    return (found, frame) if found else (set(), "")


def _raised(verb: Token) -> set[int]:
    """Subject and complement of "seems", "appears": nobody is named to whom it seems."""
    own = subject(verb)
    found: set[int] = set()
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "oprd", "acomp", "ccomp"):
            found |= subtree(child)
    return found | subtree(own) if found and own is not None and own.lower_ not in RELATIVE else found


def _clauses(verb: Token, cue: Cue) -> tuple[set[int], str]:
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
    infinite = _infinite(verb, after)
    if infinite and is_passive(verb):
        own = subject(verb)
        after |= subtree(own) if own is not None and own.lower_ not in ("it", *RELATIVE) else set()
    elif infinite and cue.takes("objinf"):
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and verb.i < child.i < min(after):
                after |= subtree(child)
    return (after, "inf" if infinite else "clause") if after else (_set_off(verb, before), "clause")


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


def _objects(verb: Token, cue: Cue) -> tuple[set[int], str]:
    """The object, with the complement and the phrases that belong to it."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ not in RELATIVE and c.i > verb.i]
    complements = [c for c in verb.children if c.dep_ in ("oprd", "attr") and c.i > verb.i]
    as_phrases = [
        c
        for parent in (verb, *objects)
        for c in parent.children
        if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i
    ]
    complete = (complements and cue.takes("objcomp")) or (as_phrases and objects and cue.takes("as"))
    if not complete and not (objects and cue.takes("obj")):
        return set(), ""
    found: set[int] = set()
    for child in objects + complements + as_phrases:
        found |= subtree(child)
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.i > max(found)
            and child.left_edge.i == max(found) + 1
            and _belongs(child)
        ):
            found |= subtree(child)
    return found, "complement" if complete else "obj"


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
    """Token range of the verb with its auxiliaries, negation, adverbs before it and particle or preposition
    after.
    """
    start, end = verb.i, verb.i + 1
    helpers = {
        c.i
        for c in verb.children
        if c.i < verb.i
        and (c.dep_ in ("aux", "auxpass", "neg") or (c.dep_ == "advmod" and c.tag_ in ("RB", "RBR")))
    }
    while start - 1 in helpers - said:
        start -= 1
    start = min(start, _led_by(verb, start))
    after = {c.i for c in verb.children if c.dep_ == "prt"}
    if not any(c.dep_ in ("dobj", "ccomp") and c.i in said for c in verb.children):
        after |= {p.i for p in preposition(verb, cue)}
    while end in after - said:
        end += 1
    return start, end


def _led_by(verb: Token, start: int) -> int:
    """Where the words begin that lead up to a verb of saying: "went on to say", "issued a statement
    saying".
    """
    head = verb.head
    if (
        verb.dep_ == "acl"
        and head.dep_ == "dobj"
        and is_listed(head, "document")
        and head.head.pos_ == "VERB"
    ):
        head = head.head
    elif verb.dep_ != "xcomp" or head.pos_ != "VERB":
        return start
    between = verb.doc[head.i + 1 : start]
    if not 0 <= start - head.i - 1 <= 4 or any(t.is_punct or t.is_quote for t in between):
        return start
    first = head.i
    helpers = {c.i for c in head.children if c.i < head.i and c.dep_ in ("aux", "auxpass", "neg")}
    while first - 1 in helpers:
        first -= 1
    return first
