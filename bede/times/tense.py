"""Which way an undated weekday or month points: by the tense of its clause."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from bede.times.lexicon import word_set

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_FUTURE = re.compile(
    r"\b(?:will|shall|'ll|’ll|going to|due|scheduled|plans? to|planned|planning|expected|set to|slated|"
    r"until|by|tomorrow|next|upcoming|would|to be|is to|are to|expires?|begins|starts|opens)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|did|said|told|since|last|\w{3,}ed|took|came|went|held|met|made)\b", re.IGNORECASE
)
_PLANS = word_set(
    """
    plan schedule expect set due slate intend agree want aim prepare hope ask call invite vow pledge
    promise order need urge threaten seek ready likely able propose
    """
)


def text_direction(text: str, offset: int) -> str | None:
    """By words alone: the cue nearest to the expression in its sentence."""
    start = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, offset - 300), offset)),
        default=max(0, offset - 300),
    )
    end_match = _SENTENCE_END.search(text, offset, offset + 300)
    end = end_match.start() if end_match else min(len(text), offset + 300)
    cues = [(abs(m.start() - offset), "future") for m in _FUTURE.finditer(text, start, end)]
    cues += [(abs(m.start() - offset), "past") for m in _PAST.finditer(text, start, end)]
    return min(cues)[1] if cues else None


def parse_direction(doc: Doc, offset: int) -> str | None:
    """By the parse: the tense of the verb that governs the expression."""
    token = doc[token_at(doc, offset)]
    local = _by_neighbours(doc, token)
    if local:
        return local
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in ("VERB", "AUX"):
            found = verb_direction(ancestor)
            if found:
                return found
    return None


_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "est", "edt", "gmt", "utc", "noon", "midnight", ","))


def _by_neighbours(doc: Doc, token: Token) -> str | None:
    """ "until Friday" lies ahead; "Friday's ruling" and "said Friday" lie behind."""
    at = token.i - 1
    while at > token.i - 5 and at > 0 and (doc[at].like_num or doc[at].lower_ in _CLOCK):
        at -= 1
    if at >= 0 and doc[at].lower_ in ("until", "till", "effective", "due", "payable"):
        return "future"
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if after in ("'s", "’s") and token.ent_type_ in ("DATE", "TIME"):
        return "past"
    before = doc[token.i - 1] if token.i else token
    if before.lower_ == "on" and before.i:
        before = doc[before.i - 1]
    return "past" if before.tag_ == "VBD" else None


def token_at(doc: Doc, offset: int) -> int:
    """Index of the token that holds a character."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= offset:
            low = middle
        else:
            high = middle - 1
    return low


def verb_direction(verb: Token) -> str | None:
    """Past, future, or None for a verb whose form does not tell."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & {"will", "shall", "'ll", "’ll", "wo"}:
        return "future"
    if "to" in words and verb.tag_ == "VB":
        return "past" if "have" in words else _infinitive(verb)
    if words & {"would", "may", "might", "should", "must", "can"}:
        return "past" if "have" in words else "future"
    if "could" in words:
        return "past" if "have" in words else None
    if any(child.tag_ in ("VBD",) or child.lower_ in ("has", "have", "had") for child in helpers):
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return _participle(verb, words)
    if verb.tag_ in ("VBP", "VBZ") and verb.lemma_.lower() in _PLANS:
        return "future"
    if verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBG" and words & {"is", "are", "'s", "'re", "am"}):
        return "present"
    return None


def _infinitive(verb: Token) -> str | None:
    """ "to meet on Friday" looks ahead under a plan, else it has the time of what governs it."""
    head = verb.head
    above = [head, *head.ancestors]
    if any(child.lower_ == "had" for token in above for child in token.children if child.dep_ == "aux"):
        return "past"  # "had been due to expire on Friday"
    if head.lemma_.lower() in _PLANS or head.lower_ in ("is", "are"):
        return "future"
    return None


def _participle(verb: Token, helpers: set[str]) -> str | None:
    if helpers & {"is", "are", "be"}:
        return "future" if verb.lemma_.lower() in _PLANS else "present"
    if verb.lemma_.lower() in ("schedule", "slate", "plan", "due", "set"):
        return "future"
    return "past" if verb.dep_ in ("acl", "advcl", "ROOT") else None
