"""How many were killed, injured, arrested or took part, as [low, high] ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bede.records import Size, Span

KILL = frozenset("kill dead die death slay murder shoot fatality massacre".split())
INJURE = frozenset(["injure", "wound", "hurt", "injury"])
ARREST = frozenset(["arrest", "detain", "jail", "imprison"])
UNITS = {
    w: n
    for n, w in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "million": 1_000_000, "dozen": 12}


@dataclass(frozen=True, slots=True)
class Count:
    """One number found: what it counts and where it stands."""

    kind: str
    low: int
    high: int | None
    span: Span


def parse_number(words: list[str]) -> int | None:
    """The value of a number in words or figures ("1,200", "twenty-five", "3 million"); None if none."""
    total = current = 0
    seen = False
    for raw in words:
        word = raw.lower().replace(",", "").strip("-")
        if re.fullmatch(r"\d{1,9}(\.\d+)?", word):
            current += int(float(word))
        elif word in UNITS or word in TENS:
            current += UNITS.get(word, 0) or TENS.get(word, 0)
        elif word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word in ("and", "", "a"):
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def counts_in(sentence_tokens: list[Token], doc: Doc) -> list[Count]:
    """Every count of killed, injured and arrested people in a sentence."""
    found: list[Count] = []
    for token in sentence_tokens:
        kind = _kind(token.lemma_.lower())
        if kind is None:
            continue
        for number in _numbers_for(token):
            count = _count(kind, number, doc)
            if count is not None and count not in found:
                found.append(count)
    return found


def _kind(lemma: str) -> str | None:
    if lemma in KILL:
        return "dead"
    if lemma in INJURE:
        return "injured"
    return "arrested" if lemma in ARREST else None


def _numbers_for(token: Token) -> list[Token]:
    """Number tokens that say how many for a predicate such as "killed", "dead", "injuries"."""
    heads: list[Token] = []
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass", "nummod", "oprd") or (
            child.dep_ == "nsubj" and token.lemma_ in ("die", "dead")
        ):
            heads.append(child)
        elif child.dep_ in ("npadvmod",) or (child.dep_ == "prep" and child.lower_ == "of"):
            heads.extend(child.children)
    if token.dep_ in ("acomp", "oprd", "ccomp", "attr", "conj", "xcomp"):
        heads.extend(c for c in token.head.children if c.dep_ in ("nsubj", "dobj") and c.i != token.i)
    if token.dep_ == "acl":
        heads.append(token.head)
    if token.dep_ in ("amod",):
        heads.append(token.head)
    return [n for head in heads for n in _number_tokens(head)]


def _number_tokens(head: Token) -> list[Token]:
    if head.like_num or head.lower_ in VAGUE:
        return [head]
    return [
        c
        for c in head.children
        if (c.like_num or c.lower_ in VAGUE) and c.dep_ in ("nummod", "amod", "det", "quantmod")
    ][:1]


def _count(kind: str, number: Token, doc: Doc) -> Count | None:
    start = end = number.i
    while start > 0 and doc[start - 1].head.i in range(start, end + 1) and _in_number(doc[start - 1]):
        start -= 1
    words = [doc[i].text for i in range(start, end + 1)]
    lower = number.lower_
    value = VAGUE[lower] if lower in VAGUE and len(words) == 1 else parse_number(words)
    if value is None or (1900 <= value <= 2100 and words[0].isdigit()):
        return None
    before = doc[max(0, start - 12) : start].text_with_ws[-12:]  # `doc.text` would build the whole text anew
    open_ended = lower in VAGUE or re.search(r"(at least|more than|over)\s*$", before, re.I) is not None
    span = Span(doc[start].idx, number.idx + len(number))
    return Count(kind, value, None if open_ended else value, span)


def _in_number(token: Token) -> bool:
    return token.like_num or token.text in "-\u2010"  # "twenty-five" is three tokens


def participants(subjects: list[Token], doc: Doc) -> Count | None:
    """How many took part: the number on the subject of a protest."""
    for subject in subjects:
        for number in _number_tokens(subject):
            count = _count("participants", number, doc)
            if count is not None:
                return count
    return None


def as_size(counts: list[Count]) -> Size:
    """The record, one range per kind; where several are given the largest lower bound counts."""
    best: dict[str, Count] = {}
    for count in counts:
        if count.kind not in best or count.low > best[count.kind].low:
            best[count.kind] = count
    return Size(**{kind: (c.low, c.high) for kind, c in best.items()})
