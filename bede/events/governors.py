"""Words around an act that say whether it happened: "averted a strike", "fears of a raid", "Friday's talks".

`moods.csv` says which word does what to what stands in which relation to it:

    object           direct object, or subject of the passive ("cancelled the march", "was cancelled")
    object dated     the same, where a day to come is named with it
    object gerund    the object of a gerund ("stopped them blowing up the bridge")
    subject          subject ("a walkout is likely")
    gerund, to, that clauses ("considered leaving", "ready to meet", "feared that")
    of, for, from... after that preposition
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from bede.data import rows

NOUNS = ("NOUN", "PROPN")
CLAIMS = frozenset("claim report allegation accusation account suggestion rumour rumor charge".split())
REJECTING = frozenset("deny dismiss reject refute rebut scotch disprove".split())
UNREAL = {
    word: effect
    for effect, words in (
        (
            "hypothetical",
            "possible likely potential eventual prospective feared would-be proposed threatened",
        ),
        ("future", "planned scheduled upcoming forthcoming coming impending imminent next"),
        ("negated", "averted cancelled aborted foiled"),
    )
    for word in words.split()
}
NEVER = frozenset("happen occur materialise materialize take come".split())  # with "not": no act
ONLY_IF = frozenset(["if", "unless", "provided", "should"])
UNTRUE = frozenset("unfounded untrue false baseless groundless lie invention fabrication fiction".split())
CARRIED_OUT = frozenset("carry hold stage launch mount".split())
MAYBE = frozenset(["perhaps", "maybe", "possibly", "conceivably"])
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight".split())
STEPS = 4  # links between an act and the word that governs it


def governed(token: Token) -> str | None:
    """What a word around the act says: negated, hypothetical, future; None where none says anything.

    "actual" is that nothing kept it from happening ("failed to prevent the attack").
    """
    above = _above(token)
    return above or (_modifiers(token) if token.pos_ in NOUNS else _beside(token))


def _modifiers(noun: Token) -> str | None:
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.lower_ in UNREAL:
            return UNREAL[child.lower_]
        if child.dep_ == "det" and child.lower_ == "any":
            return "hypothetical"
        if child.dep_ == "relcl" and child.tag_ in ("VBZ", "VBP") and _day_to_come(child):
            return "future"
    return None


def _beside(token: Token) -> str | None:
    """What stands in the act's own clause: a condition, "perhaps", "before they could", a counterfactual."""
    words = {c.lower_ for c in token.children}
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if words & MAYBE:
        return "hypothetical"
    if "neither" in words or ("than" in words and token.dep_ == "advcl") or _nobody(token):
        return "negated"
    if "to" in auxiliaries and ("not" in words or _yet(token.head)):
        return "negated"
    if {"to", "have"} <= auxiliaries and token.tag_ == "VBN" and token.head.lemma_ == "be":
        return "negated"  # "was to have visited"
    if "before" in words and auxiliaries & {"could", "can"}:
        return "negated"
    if "would" in auxiliaries and "have" in auxiliaries and token.tag_ == "VBN":
        return "negated"
    if auxiliaries & {"will", "would", "'ll", "shall"} and _conditional(token):
        return "hypothetical"
    if token.tag_ in ("VBZ", "VBP") and not auxiliaries and _day_to_come(token):
        return "future"
    return None


def _nobody(verb: Token) -> bool:
    """Whether the subject is "neither the police nor ..." or "not one of them"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            first = verb.doc[child.left_edge.i : child.left_edge.i + 2].text.lower()
            if first.startswith("neither ") or first == "not one":
                return True
    return False


def _yet(verb: Token) -> bool:
    """Whether it is "has yet to"."""
    return verb.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.children)


def _conditional(verb: Token) -> bool:
    """Whether a condition hangs on a verb: "if", "only if", "should", "on condition", "only"."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(
            c.lower_ in ONLY_IF or (c.dep_ == "aux" and c.lower_ in ("should", "had")) for c in child.lefts
        ):
            return True
        if child.dep_ == "prep" and any(g.lower_ == "condition" for g in child.children):
            return True
        if child.lower_ == "only" or (
            child.dep_ in ("prep", "nsubj") and any(g.lower_ == "only" for g in child.lefts)
        ):
            return True
    return False


def _day_to_come(verb: Token) -> bool:
    """Whether a present tense stands with a day, outside a headline: it tells what is to come."""
    if verb.idx < verb.doc.user_data.get("title_end", 0):
        return False
    return any(
        _is_day(t) for child in verb.children if child.dep_ in ("prep", "npadvmod") for t in child.subtree
    )


def _is_day(token: Token) -> bool:
    if token.lower_ in DAYS:
        return not any(c.lower_ == "last" for c in token.children)
    return (
        token.ent_type_ == "DATE" and token.shape_ in ("d", "dd", "Xxxxx") and token.pos_ in ("NUM", "PROPN")
    )


def _above(token: Token) -> str | None:
    """The effect of the nearest word above the act that the table knows, turned round by a "not" on it."""
    table = load_moods()
    for head, relation in _links(token):
        for name in _names(head):
            effect = table.get((name, relation))
            if relation == "object" and effect is None and table.get((name, "object dated")):
                effect = table[name, "object dated"] if _dated(token) else None
            if effect is not None:
                return _turned(head, effect)
        if relation in ("for", "before", "of") and any(
            c.dep_ == "poss" and c.lower_ in DAYS for c in token.children
        ):
            return "future" if relation != "of" or head.lower_ == "ahead" else None
        told = _of_verb(token, head, relation)
        if told is not None:
            return told
        if head.lemma_ in CLAIMS and relation in ("that", "of", "about", "by"):
            return "negated" if any(h.lemma_ in REJECTING for h, _ in _links(head)) else None
    return None


def _of_verb(token: Token, head: Token, relation: str) -> str | None:
    """What the verb says whose subject or object the act is: it never happened, it begins on Friday."""
    if relation == "subject":
        if head.lemma_ in NEVER and _not(head):
            return "negated"
        if head.tag_ in ("VBZ", "VBP") and _day_to_come(head):
            return "future"
        if head.lemma_ == "be":
            return _predicate(head)
    if relation == "object":
        if head.lemma_ in CARRIED_OUT and _not(head):
            return "negated"
        if any(t.lower_ in UNTRUE for c in head.children if c.dep_ in ("oprd", "xcomp") for t in c.subtree):
            return "negated"
    return None


def _predicate(be: Token) -> str | None:
    """What is said of the act with "is": likely, on the calendar, to take place."""
    table = load_moods()
    for child in be.children:
        if child.dep_ == "xcomp" and any(c.lower_ == "to" for c in child.children):
            return "future"
        words = [child] if child.dep_ in ("acomp", "attr") else []
        words += [g for g in child.children if child.dep_ == "prep"]
        for word in words:
            if word.lower_ in UNTRUE:
                return "negated"
            effect = table.get((word.lemma_.lower(), "subject"))
            if effect:
                return effect
    return None


def _turned(head: Token, effect: str) -> str:
    """ "Did not prevent" and "failed to stop" let it happen."""
    if effect != "negated":
        return effect
    failed = head.head.lemma_ in ("fail", "unable", "not") and head.dep_ == "xcomp"
    return "actual" if failed or _not(head) else "negated"


def _not(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def _names(head: Token) -> Iterator[str]:
    """A word with its particle first, then alone."""
    for child in head.children:
        if child.dep_ in ("prt", "advmod") and child.lower_ in ("off", "out", "away", "down"):
            yield f"{head.lemma_.lower()} {child.lower_}"
    yield head.lemma_.lower()
    if head.lower_ != head.lemma_.lower():
        yield head.lower_


def _dated(noun: Token) -> bool:
    return any(_is_day(t) for t in noun.subtree) or any(
        _is_day(t) for c in noun.head.children if c.dep_ == "prep" for t in c.subtree
    )


def _links(token: Token) -> Iterator[tuple[Token, str]]:
    """Words above a token and how it hangs on each, at most four steps up."""
    node = token
    for _ in range(STEPS):
        head = node.head
        if head.i == node.i:
            return
        if node.dep_ == "conj" or (node.dep_ == "compound" and node.pos_ in NOUNS):
            node = head
            continue
        if node.dep_ in ("pobj", "pcomp"):
            yield head.head, head.lower_
            yield head, head.lower_
            if node.dep_ == "pobj" and node.head.head.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
                return
            node = head.head
            if node.pos_ == "VERB":
                return
            continue
        relation = _relation(node)
        if relation is None:
            return
        yield head, relation
        if relation == "subject" or head.pos_ not in (*NOUNS, "VERB", "AUX", "ADJ"):
            return
        node = head


def _relation(node: Token) -> str | None:
    if node.dep_ in ("dobj", "nsubjpass"):
        return "object"
    if node.dep_ == "nsubj":
        return "subject"
    if node.dep_ in ("xcomp", "acl", "ccomp", "advcl", "relcl"):
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children):
            return "to"
        if node.tag_ == "VBG":
            return "gerund"
        return "that" if node.dep_ in ("ccomp", "acl") else None
    return None


@cache
def load_moods() -> dict[tuple[str, str], str]:
    """The shipped table: (word, relation) -> effect."""
    return {(row["lemma"], row["relation"]): row["effect"] for row in rows("moods.csv")}
