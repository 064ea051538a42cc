"""Sentence boundaries by rule: news copy is regular enough, and rules never join a headline to its lede."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

# Abbreviations after which a full stop does not end a sentence when a name or number follows.
TITLES = frozenset(
    """mr mrs ms dr prof gen lt col maj capt cmdr adm sgt cpl brig rev hon sen rep gov pres amb st sr jr
    jan feb mar apr jun jul aug sept sep oct nov dec no vs etc fr msgr supt insp det dept ft mt""".split()
)
# Words that begin sentences and hardly ever follow an abbreviation inside one.
OPENERS = frozenset(
    """the a an in on at he she it they we this that these those but and however after before when while
    his her its their there according meanwhile earlier later last since for from as if some many""".split()
)
CLOSERS = frozenset("\"'”’)]»")
ENDERS = frozenset(["!", "?", "…", "...", "?!", "!!"])
# Tokens after which a sentence ends at the next pause, and where there is none within as many again as PAUSE,
# anywhere. News has sentences of a hundred; more is a list or a table, and work on it grows with its square.
LONGEST = 250
PAUSE = 50
PAUSES = frozenset([",", ";", ":", "–", "—", "--", "|"])
_INITIAL = re.compile(r"^(?:[A-Z]\.)+$")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a Doc as plain lists, which are read many times faster than a Doc."""

    texts: list[str]
    blank: list[bool]  # is the token white space
    spaced: list[bool]  # does white space follow within the token's own end


def sentence_starts(doc: Doc, dateline_end: int = 0) -> set[int]:
    """Indices of the tokens that begin a sentence. A blank line always ends one, and so does the dateline.

    `dateline_end` is the offset at which the dateline ends, 0 where there is none.
    """
    texts = [token.text for token in doc]
    tokens = _Tokens(texts, [text.isspace() for text in texts], [bool(token.whitespace_) for token in doc])
    starts = {0} if texts else set()
    for i in range(1, len(texts)):
        if tokens.blank[i - 1] and "\n" in texts[i - 1]:
            starts.add(i)
        elif not tokens.blank[i] and not _closes(tokens, i):
            last = _last_word(tokens, i - 1)
            if last is not None and _ends(tokens, last, texts[i]):
                starts.add(i)
    if dateline_end:
        first = next((t.i for t in doc if t.idx >= dateline_end and not tokens.blank[t.i]), 0)
        starts.add(first)
    return starts | _cuts(texts, starts)


def _cuts(texts: list[str], starts: set[int]) -> set[int]:
    """Further starts inside sentences too long to be any."""
    cuts = set()
    begun = 0
    for i in range(len(texts)):
        long = i - begun - LONGEST
        if i in starts:
            begun = i
        elif long >= PAUSE or (long >= 0 and texts[i - 1] in PAUSES):
            begun = i
            cuts.add(i)
    return cuts


def _last_word(tokens: _Tokens, i: int) -> int | None:
    """The last token at or before `i` that is neither white space nor a closing quote or bracket."""
    while i > 0 and (tokens.blank[i] or _closes(tokens, i)):
        if tokens.blank[i] and "\n" in tokens.texts[i]:
            return None  # a new line has already begun a sentence
        i -= 1
    return i


def _closes(tokens: _Tokens, i: int) -> bool:
    """Whether token `i` is a closing quotation mark or bracket."""
    text = tokens.texts[i]
    if text not in CLOSERS:
        return False
    if text in "\"'":
        return not (i == 0 or tokens.spaced[i - 1] or tokens.blank[i - 1]) or tokens.spaced[i]
    return True


def _ends(tokens: _Tokens, last: int, after: str) -> bool:
    """Whether a sentence ends at token `last`, given the word that follows it."""
    text = tokens.texts[last]
    if text in ENDERS:
        return not after[:1].islower() and after not in ENDERS  # "Really?!" ends once
    if text == ".":
        return not after[:1].islower() and not _abbreviates(tokens, last, after)
    return len(text) > 1 and text.endswith(".") and _stop_inside(text, after)


def _abbreviates(tokens: _Tokens, stop: int, after: str) -> bool:
    """Whether a full stop that is a token of its own belongs to the word before it."""
    if stop == 0 or tokens.spaced[stop - 1]:
        return False
    word = tokens.texts[stop - 1].lower()
    return word in TITLES and (after[:1].isupper() or after[:1].isdigit())


def _stop_inside(text: str, after: str) -> bool:
    """Whether a token written with its stop ("p.m.", "U.S.", "Inc.") also ends the sentence."""
    lower = text.lower()
    if lower.rstrip(".") in TITLES:
        return False
    if _INITIAL.match(text) or lower in {"p.m.", "a.m.", "inc.", "corp.", "co.", "ltd."}:
        return after[:1].isupper() and after.lower() in OPENERS
    return after[:1].isupper() and len(text) > 4
