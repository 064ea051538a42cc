"""Where: toponyms found, resolved to GeoNames ids, and linked to the events told at a word."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from bede.article import Article
from bede.places.event import PlaceLinker
from bede.places.reader import PlaceReader
from bede.records import Where

__all__ = ["PlaceLinker", "PlaceReader", "place_event"]


def place_event(
    doc: Doc, trigger: Token, places: list[Where], article: Article, type_: str | None = None
) -> Where | None:
    """Where the event told at `trigger` took place, out of `places` (`PlaceReader.read`); None if untold.

    `type_` is the event's PLOVER type where known: acts done (ASSAULT, PROTEST ...) that have no place of
    their own happened where the story is set, acts of speech (ACCUSE, REQUEST ...) only where their
    sentence names places of that country alone. Without it the trigger's own word decides.

    The answer's `basis` says how it was found: 'locative phrase' (hangs on the trigger or its clause),
    'same sentence', 'same paragraph', 'title or lede', 'paragraph before', or, as the last resort,
    'dateline'. Countries and cities that act or are acted on are not places. Build one `PlaceLinker` to ask
    for many acts of one article.
    """
    return PlaceLinker(doc, places, article).find(trigger, type_)
