"""Sentence boundaries by rule: news copy is regular enough, and rules never join a headline to its lede."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

# Abbreviations after which a full stop does not end a sentence when a name or number follows.
TITLES = frozenset(
    """mr mrs ms dr prof gen lt col maj capt cmdr adm sgt cpl brig rev hon sen rep gov pres amb st sr jr
    jan feb mar apr jun jul aug sept sep oct nov dec no vs etc fr msgr supt insp det dept ft mt""".split()
)
CLOSERS = frozenset("\"'”’)]»")
_INITIAL = re.compile(r"^(?:[A-Z]\.)+$|^[A-Z]\.?$")


def sentence_starts(doc: Doc) -> set[int]:
    """Indices of the tokens that begin a sentence. A blank line always ends one."""
    starts = {0} if len(doc) else set()
    for i in range(1, len(doc)):
        before = doc[i - 1]
        if before.is_space:
            if "\n" in before.text:
                starts.add(i)
            elif i - 1 in starts and i > 1:
                continue
            elif i >= 2 and _ends_sentence(doc, i - 2, i):
                starts.add(i)
        elif not doc[i].is_space and _ends_sentence(doc, i - 1, i):
            starts.add(i)
    return starts


def _ends_sentence(doc: Doc, last: int, following: int) -> bool:
    """Whether the sentence that runs up to token `last` ends there, given the token that follows."""
    end = last
    while end > 0 and doc[end].text in CLOSERS and doc[end].text not in "([":
        end -= 1
    token, after = doc[end], doc[following]
    quoted = end != last
    if token.text in {"!", "?", "…", "...", "?!", "!!"}:
        return not after.text[:1].islower() or (not quoted and token.text not in {"…", "..."})
    if after.text in CLOSERS and (end == last) and not _opens(doc, following):
        return False  # the closing quote belongs to the sentence before it
    if token.text == ".":
        return not after.text[:1].islower() and not _abbreviates(doc, end, after)
    return token.text.endswith(".") and len(token.text) > 1 and _stop_inside(token, after)


def _opens(doc: Doc, i: int) -> bool:
    """Whether the quotation mark at `i` opens: white space before it and none after."""
    token = doc[i]
    return bool(i and doc[i - 1].whitespace_) and not token.whitespace_


def _abbreviates(doc: Doc, stop: int, after: Token) -> bool:
    """Whether a full stop of its own belongs to the word before it."""
    if stop == 0 or doc[stop - 1].whitespace_:
        return False
    word = doc[stop - 1].text
    return word.lower() in TITLES and (after.text[:1].isupper() or after.text[:1].isdigit())


def _stop_inside(token: Token, after: Token) -> bool:
    """Whether a token written with its stop ("p.m.", "U.S.", "Inc.") also ends the sentence."""
    text = token.text
    if text.lower().rstrip(".") in TITLES or _INITIAL.match(text):
        return False
    starts_anew = after.text[:1].isupper() and after.is_alpha
    return starts_anew and after.lower_ in _OPENERS


# Words that begin sentences and hardly ever follow an abbreviation inside one.
_OPENERS = frozenset(
    """the a an in on at he she it they we this that these those but and however after before when while
    his her its their there according meanwhile earlier later last since for from as if some many""".split()
)
