"""What a request, refusal or threat is about: its mode, read from the words of its content."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from bede.data import rows


@cache
def _words() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """For each type its modes in order of preference, each with the lemmas that call for it."""
    modes: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in rows("content_words.csv"):
        for type_ in row["types"].split("|"):
            modes.setdefault(type_, []).append((row["mode"], frozenset(row["words"].split("|"))))
    return modes


def content_mode(type_: str, trigger: Token) -> str | None:
    """The mode whose words come first in the content of the trigger; None where no word tells."""
    options = _words().get(type_)
    if not options:
        return None
    inside = list(trigger.subtree) if trigger.pos_ == "VERB" else [*trigger.subtree, *trigger.head.subtree]
    for token in inside:
        if token.i != trigger.i:
            for mode, words in options:
                if token.lemma_.lower() in words and token.pos_ in ("NOUN", "VERB", "PROPN"):
                    return mode
    return None
