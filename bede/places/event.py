"""Where the act told at a word took place: its own locative phrase first, the dateline last."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter

from spacy.tokens import Doc, Span, Token

from bede.article import Article
from bede.places.phrases import FAR, Phrase, attachment, phrases_of, rank
from bede.places.setting import in_dateline, setting
from bede.places.words import SPEAKING
from bede.records import Where

# PLOVER types of acts done rather than said: told without a place, they happened where the story is set.
MATERIAL = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE", "RETREAT", "COOPERATE", "CONCEDE", "SANCTION"}
)
CERTAINTY = {
    "locative phrase": 1.0, "same sentence": 0.8, "same paragraph": 0.7, "title or lede": 0.6,
    "paragraph before": 0.5, "dateline": 0.4,
}  # fmt: skip


class PlaceLinker:
    """Links the acts of one article to its places; what every act asks for is worked out once.

    doc, places, article: the parsed article and what `PlaceReader.read` found in it.
    """

    def __init__(self, doc: Doc, places: list[Where], article: Article) -> None:
        self.doc = doc
        self.places = places
        self.article = article
        self._text = article.text

    def find(self, trigger: Token, type_: str | None = None) -> Where | None:
        """See `bede.places.place_event`."""
        sentence = trigger.sent
        here = [
            p
            for p in phrases_of(self.doc, sentence, self.places)
            if not in_dateline(p.where, self.article) and not _in_passing(self._text, p.name, trigger)
        ]
        own = _nearest(trigger, here)
        if own is not None:
            return _mark(_within(_narrowest(own, here, trigger), here, self._scene), "locative phrase")
        done = type_ in MATERIAL if type_ else trigger.lemma_.lower() not in SPEAKING
        loose = [p for p in here if p.sits and (done or p.head.i < trigger.i)]
        if loose:
            nearest = min(loose, key=lambda p: abs(p.head.i - trigger.i))
            return _mark(_within(_narrowest(nearest, here), here, self._scene), "same sentence")
        if done:
            return self._inherited(sentence)
        scene = self._scene
        if scene is not None and here and all(p.where.country == scene.country for p in here):
            return _mark(scene, "title or lede")
        return None

    @cached_property
    def _scene(self) -> Where | None:
        """Where the story is set."""
        return setting(self.doc, self.places, self.article)

    @cached_property
    def _sitting(self) -> list[tuple[int, list[Phrase]]]:
        """Every sentence that says where something is: its first character, and the places it sets."""
        found = []
        for sentence in self.doc.sents:
            phrases = phrases_of(self.doc, sentence, self.places)
            sitting = [p for p in phrases if p.sits and p.where.country]
            if sitting:
                found.append((sentence.start_char, sitting))
        return found

    def _inherited(self, sentence: Span) -> Where | None:
        """The place told earlier in the paragraph, else the story's, else one before, else the dateline."""
        breaks = self._text.rfind("\n\n", 0, sentence.start_char)
        number = bisect_left(self._sitting, sentence.start_char, key=itemgetter(0))
        start, before = self._sitting[number - 1] if number else (-1, [])
        if before and start > breaks:
            return _mark(_narrowest(before[0], before).where, "same paragraph")
        if self._scene is not None:
            return _mark(self._scene, "title or lede")
        if before:
            return _mark(_narrowest(before[0], before).where, "paragraph before")
        for where in self.places:
            if in_dateline(where, self.article):
                return _mark(where, "dateline")
        return None


def _in_passing(text: str, name: Token, trigger: Token) -> bool:
    """Whether a name stands in brackets that the trigger is outside of: "(Daesh, banned in Russia)"."""
    sentence = name.sent
    opened = text.rfind("(", sentence.start_char, name.idx)
    if opened < 0 or opened < text.rfind(")", sentence.start_char, name.idx):
        return False
    closed = text.find(")", name.idx)
    return not opened < trigger.idx < (closed if closed >= 0 else sentence.end_char)


def _nearest(trigger: Token, phrases: list[Phrase]) -> Phrase | None:
    """The phrase that hangs nearest to the trigger in the tree."""
    scored = [(attachment(trigger, p), abs(p.head.i - trigger.i), n) for n, p in enumerate(phrases)]
    near = [entry for entry in scored if entry[0] < FAR]
    return phrases[min(near)[2]] if near else None


def _narrowest(chosen: Phrase, here: list[Phrase], around: Token | None = None) -> Phrase:
    """The narrower of places in one phrase: "in Iraq's Anbar province", "in Baiji in Salahuddin".

    With `around`, the trigger: also a narrower one anywhere in what hangs on it ("in Pakistan ... by a
    court in Multan").
    """
    best = chosen
    below = {token.i for token in around.subtree} if around is not None else set()
    for other in here:
        if other is chosen or not other.where.country:
            continue
        if best.where.country not in (None, other.where.country) or rank(other.where) <= rank(best.where):
            continue
        loosely = rank(best.where) <= 1 and other.sits and other.name.i in below
        if other.head.i == chosen.head.i or _hangs_on(other, chosen) or loosely:
            best = other
    return best


def _hangs_on(phrase: Phrase, on: Phrase) -> bool:
    """Whether one phrase says more closely where another is, in either order."""
    one, other = phrase.preposition, on.preposition
    if one is not None and other is not None and one.i == other.i:
        return True
    for inner, outer in ((phrase, on), (on, phrase)):
        if inner.preposition is not None and inner.preposition.head.i in (outer.head.i, outer.name.i):
            return inner.sits or inner.preposition.lower_ == "of"
    return False


def _within(phrase: Phrase, here: list[Phrase], scene: Where | None) -> Where:
    """The phrase's place; a name no table knows takes its country from the place around it."""
    where = phrase.where
    if where.country or where.feature:
        return where
    for other in here:
        if other.where.country and other is not phrase and _hangs_on(other, phrase):
            return where.model_copy(update={"country": other.where.country, "admin1": other.where.admin1})
    return where.model_copy(update={"country": scene.country}) if scene else where


def _mark(where: Where, basis: str) -> Where:
    """The place with how it was found to be the event's; confidence falls with the distance."""
    confidence = round((where.confidence or 0.5) * CERTAINTY[basis], 3)
    return where.model_copy(update={"basis": basis, "confidence": confidence})
