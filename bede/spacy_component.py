"""`nlp.add_pipe("bede")`: codes each Doc and sets `doc._.events`, `doc._.statements` and `doc._.coding`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("bede", assigns=["doc._.events", "doc._.statements", "doc._.coding"])
def make_component(nlp: Language, name: str) -> BedeComponent:
    """Build the component. It reads the Doc's text and parses it with Bede's own pipeline."""
    return BedeComponent()


class BedeComponent:
    """Sets the coding of a Doc's text as extension attributes; `doc.user_data["published"]` is the date."""

    def __init__(self) -> None:
        for attribute in ("events", "statements", "coding"):
            if not Doc.has_extension(attribute):
                Doc.set_extension(attribute, default=None)

    def __call__(self, doc: Doc) -> Doc:
        from bede import load

        coding = load().code(doc.text, published=doc.user_data.get("published"))
        doc._.events, doc._.statements, doc._.coding = coding.events, coding.statements, coding
        return doc
