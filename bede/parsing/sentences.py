"""Sentence boundaries by rule: news copy is regular enough, and rules never join a headline to its lede."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

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
_INITIAL = re.compile(r"^(?:[A-Z]\.)+$")


def sentence_starts(doc: Doc) -> set[int]:
    """Indices of the tokens that begin a sentence. A blank line always ends one."""
    starts = {0} if len(doc) else set()
    for i in range(1, len(doc)):
        if doc[i - 1].is_space and "\n" in doc[i - 1].text:
            starts.add(i)
        elif not doc[i].is_space and not _closes(doc, i):
            last = _last_word(doc, i - 1)
            if last is not None and _ends(doc, last, doc[i]):
                starts.add(i)
    return starts


def _last_word(doc: Doc, i: int) -> int | None:
    """The last token at or before `i` that is neither white space nor a closing quote or bracket."""
    while i > 0 and (doc[i].is_space or _closes(doc, i)):
        if doc[i].is_space and "\n" in doc[i].text:
            return None  # a new line has already begun a sentence
        i -= 1
    return i


def _closes(doc: Doc, i: int) -> bool:
    """Whether token `i` is a closing quotation mark or bracket."""
    token = doc[i]
    if token.text not in CLOSERS:
        return False
    if token.text in "\"'":
        return not (i == 0 or doc[i - 1].whitespace_ or doc[i - 1].is_space) or bool(token.whitespace_)
    return True


def _ends(doc: Doc, last: int, after: Token) -> bool:
    """Whether a sentence ends at token `last`, given the token that follows it."""
    token = doc[last]
    lower = after.text[:1].islower()
    if token.text in ENDERS:
        return not lower
    if token.text == ".":
        return not lower and not _abbreviates(doc, last, after)
    return len(token.text) > 1 and token.text.endswith(".") and _stop_inside(token, after)


def _abbreviates(doc: Doc, stop: int, after: Token) -> bool:
    """Whether a full stop that is a token of its own belongs to the word before it."""
    if stop == 0 or doc[stop - 1].whitespace_:
        return False
    word = doc[stop - 1].text
    return word.lower() in TITLES and (after.text[:1].isupper() or after.text[:1].isdigit())


def _stop_inside(token: Token, after: Token) -> bool:
    """Whether a token written with its stop ("p.m.", "U.S.", "Inc.") also ends the sentence."""
    if token.lower_.rstrip(".") in TITLES:
        return False
    if _INITIAL.match(token.text) or token.lower_ in {"p.m.", "a.m.", "inc.", "corp.", "co.", "ltd."}:
        return after.text[:1].isupper() and after.lower_ in OPENERS
    return after.text[:1].isupper() and len(token.text) > 4
