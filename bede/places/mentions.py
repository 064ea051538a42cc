"""Which words of an article name places: spaCy's names, corrected and filled in from the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from bede.places.gazetteer import Gazetteer, Place
from bede.places.keys import place_key
from bede.places.words import BODIES, COLOURS, JOINTS, KINDS, LOCATIVE, MONTHS, NARROWING

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Labels of names that are whole: a place inside one ("Bank of England") is not mentioned for itself.
WHOLE_LABELS = frozenset({"PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "NORP"})
LONGEST = 8  # tokens in a name; "Ain al-Asad Air Base" has seven, hyphens counted
# Kinds that make another place of a name: Laurel County is not Laurel, the Red River not Red.
APART = frozenset({"county", "parish", "river", "lake", "bay", "mountain", "island", "islands", "sea"})
STRONG_IN = frozenset({"in", "near", "outside", "around", "across", "throughout"})


@dataclass(slots=True)
class Mention:
    """A toponym: tokens [first, last), the name looked up, the places it may be, a kind named beside it."""

    first: int
    last: int
    name: str
    places: tuple[Place, ...]
    kind: frozenset[str] = frozenset()


class MentionFinder:
    """Finds toponyms in one Doc."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.taken = [False] * len(doc)
        self.shouting = _shouting(doc)
        self.people = {
            token.text
            for ent in doc.ents
            if ent.label_ == "PERSON" and len(ent) > 1
            for token in ent
            if token.text[0].isupper()
        }
        self.found: list[Mention] = []

    def find(self) -> list[Mention]:
        """All mentions in text order; none overlap."""
        self._typed()
        for ent in self.doc.ents:
            if ent.label_ in PLACE_LABELS:
                self._entity(ent)
        self._mistaken()
        self._bodies()
        self._rest()
        return sorted(self.found, key=lambda mention: mention.first)

    def _add(self, first: int, last: int, name: str, places: tuple[Place, ...]) -> None:
        self.found.append(Mention(first, last, name, places, self._kind(first, last)))
        self.taken[first:last] = [True] * (last - first)

    def _kind(self, first: int, last: int) -> frozenset[str]:
        """The kind of place a word after ("Anbar province") or before ("the city of Anbar") names."""
        doc = self.doc
        if last < len(doc) and doc[last].lower_ in KINDS:
            return KINDS[doc[last].lower_]
        if first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in KINDS:
            return KINDS[doc[first - 2].lower_]
        if first > 0 and doc[first - 1].lower_ in ("city", "town", "village", "capital", "province"):
            return KINDS[doc[first - 1].lower_]
        return frozenset()

    def _typed(self) -> None:
        """Names that end or begin with their kind: "Baghdad airport", "Strait of Hormuz"."""
        doc = self.doc
        for token in doc:
            if token.lower_ not in KINDS or self.taken[token.i]:
                continue
            before_of = token.text[0].isupper() and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of"
            if not (before_of and self._around_of(token.i)):
                self._backwards(token)

    def _around_of(self, kind: int) -> bool:
        """Take "Strait of Hormuz", with the words before: "People's Republic of China"."""
        start = kind
        while start > 0 and kind - start < 3:
            if not (self._may_continue(start - 1) or self.doc[start - 1].text == "'s"):
                break
            start -= 1
        return any(
            self.doc[first].text[0].isupper() and self._longest(first, kind + 3, kind + 5)
            for first in range(start, kind + 1)
        )

    def _backwards(self, token: Token) -> None:
        """The longest name of the gazetteer that ends with the kind word `token`."""
        start = token.i
        while start > 0 and token.i - start < LONGEST - 1 and self._may_continue(start - 1):
            start -= 1
        for first in range(start, token.i):
            if self.doc[first].text[0].isupper() and self.doc[first].pos_ != "DET" and not self.taken[first]:
                places = self.gazetteer.lookup(self.doc[first : token.i + 1].text)
                if places:
                    self._add(first, token.i + 1, self.doc[first : token.i + 1].text, places)
                    return

    def _may_continue(self, i: int) -> bool:
        """Whether token `i` may be part of a name."""
        token = self.doc[i]
        if self.taken[i] or token.is_space:
            return False
        return token.text[0].isupper() or token.text == "-" or token.lower_ in JOINTS or token.lower_ == "air"

    def _longest(self, first: int, shortest: int, longest: int) -> bool:
        """Take the longest name of the gazetteer that begins at `first`; False where none does."""
        for last in range(min(longest, len(self.doc)), shortest - 1, -1):
            if not any(self.taken[first:last]) and self.doc[last - 1].text[0].isupper():
                places = self.gazetteer.lookup(self.doc[first:last].text)
                if places:
                    self._add(first, last, self.doc[first:last].text, places)
                    return True
        return False

    def _entity(self, ent: Span) -> None:
        """A name that spaCy takes for a place."""
        first, last = ent.start, ent.end
        if any(self.taken[first:last]):
            return
        while last > first and self.doc[last - 1].text in ("'s", "’s", "'", "’", ",", ".", "-", "the"):
            last -= 1
        while last > first and self.doc[first].text[0].islower() and self.doc[first].lower_ in NARROWING:
            first += 1
        if first >= last or self._no_name(first, last):
            return
        state = self._abbreviated(first, last)
        if state:
            self._add(first, last, state[0].name, state)
            return
        for start, stop in self._readings(first, last):
            if self._no_name(start, stop):
                continue
            places = self.gazetteer.lookup(self.doc[start:stop].text)
            if places:
                self._add(start, stop, self.doc[start:stop].text, places)
                return
        # Known to nobody, but the words around say that it is a place.
        if self._after_locative(first, STRONG_IN | {"at"}) and self.doc[first].pos_ != "DET":
            self._add(first, last, self.doc[first:last].text, ())

    def _abbreviated(self, first: int, last: int) -> tuple[Place, ...]:
        """The state of an abbreviation after a comma or with its stop: ", Ala.", ", TX"."""
        doc = self.doc
        text = doc[first:last].text
        name = self.gazetteer.abbreviations.get(text) or self.gazetteer.abbreviations.get(f"{text}.")
        if not name or not (text.endswith(".") or (first > 0 and doc[first - 1].text == ",")):
            return ()
        return tuple(p for p in self.gazetteer.lookup(name) if p.feature == "admin1" and p.name == name)

    def _readings(self, first: int, last: int) -> list[tuple[int, int]]:
        """The whole name, then without narrowing words before and kind words after it."""
        readings = [(first, last)]
        while last - first > 1 and self.doc[first].lower_ in NARROWING:
            first += 1
            readings.append((first, last))
        while last - first > 1 and self.doc[last - 1].lower_ in KINDS.keys() - APART:
            last -= 1
            readings.append((first, last))
        return readings

    def _no_name(self, first: int, last: int) -> bool:
        """Demonyms, months, surnames of people named in full, and words without a capital."""
        words = self.doc[first:last]
        if not any(token.text[0].isupper() for token in words):
            return True
        key = place_key(words.text)
        if key in self.gazetteer.demonyms or key in MONTHS or len(key) < 2:
            return True
        return words.text in self.people and not self._after_locative(first, STRONG_IN)

    def _after_locative(self, first: int, prepositions: frozenset[str]) -> bool:
        """Whether a preposition of the set stands before the name, narrowing words between them aside."""
        i = first - 1
        while i >= 0 and self.doc[i].lower_ in NARROWING:
            i -= 1
        return i >= 0 and self.doc[i].lower_ in prepositions

    def _mistaken(self) -> None:
        """Names spaCy takes for people or bodies, though they are states or "in" says place."""
        for ent in self.doc.ents:
            first, last = ent.start, ent.end
            if ent.label_ not in WHOLE_LABELS or any(self.taken[first:last]) or self.shouting[first]:
                continue
            if self.doc[last - 1].text in ("'s", "’s"):
                last -= 1
            if last - first > 4 or self._no_name(first, last):
                continue
            places = self.gazetteer.lookup(self.doc[first:last].text)
            state = ent.label_ != "PERSON" and any(place.feature == "country" for place in places)
            if not state and (last - first > 3 or not self._after_locative(first, STRONG_IN)):
                continue
            if places and not self._modifies(last):
                self._add(first, last, self.doc[first:last].text, places)

    def _bodies(self) -> None:
        """The place in a body's name whose rest only says what body: "Gainesville Police Department"."""
        for ent in self.doc.ents:
            if ent.label_ not in ("ORG", "FAC") or any(self.taken[ent.start : ent.end]) or len(ent) < 2:
                continue
            first = ent.start + (ent[0].lower_ == "the")
            for last in range(ent.end - 1, first, -1):
                if not all(token.lower_ in BODIES for token in self.doc[last : ent.end]):
                    break
                places = self.gazetteer.lookup(self.doc[first:last].text)
                word = self.doc[last - 1].lower_
                if places and not self._no_name(first, last) and word not in BODIES | NARROWING | COLOURS:
                    self._add(first, last, self.doc[first:last].text, places)
                    break

    def _modifies(self, last: int) -> bool:
        """Whether the name before token `last` is the first part of a longer capitalised name."""
        if last >= len(self.doc):
            return False
        after = self.doc[last]
        return after.text[0].isupper() and after.pos_ == "PROPN" and after.lower_ not in KINDS

    def _rest(self) -> None:
        """Names that spaCy missed and the words around support."""
        blocked = [False] * len(self.doc)
        for ent in self.doc.ents:
            if ent.label_ not in PLACE_LABELS:
                blocked[ent.start : ent.end] = [True] * len(ent)
        i = 0
        while i < len(self.doc):
            token = self.doc[i]
            free = not (self.taken[i] or token.is_space) and (not blocked[i] or self.shouting[i])
            if free and token.text[0].isupper() and len(token.text) > 1:
                i = self._try(i, blocked)
            else:
                i += 1

    def _try(self, first: int, blocked: list[bool]) -> int:
        """Try names from token `first` on, longest first; the token to go on from."""
        last = first + 1
        while last < min(len(self.doc), first + 5) and self._may_continue(last):
            last += 1
        for stop in range(last, first, -1):
            if any(self.taken[first:stop]) or not self.doc[stop - 1].text[0].isupper():
                continue
            if any(blocked[first:stop]) and not self.shouting[first]:
                continue
            places = self.gazetteer.lookup(self.doc[first:stop].text)
            if places and not self._no_name(first, stop) and self._supported(first, stop, places):
                self._add(first, stop, self.doc[first:stop].text, places)
                return stop
        return first + 1

    def _supported(self, first: int, last: int, places: tuple[Place, ...]) -> bool:
        """Whether context or fame make a name outside spaCy's list a place."""
        doc = self.doc
        countries = any(place.feature == "country" for place in places)
        before_in = self._after_locative(first, STRONG_IN)
        if self.shouting[first]:
            named_so = before_in or self._after_locative(first, LOCATIVE) or self._opens_line(last)
            size = max(place.population for place in places)
            return (countries and len(doc[first].text) > 3) or (named_so and size >= 15_000)
        if self._modifies(last) or (first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].is_title):
            return False
        if doc[first].is_sent_start and last - first == 1 and doc[first].pos_ != "PROPN":
            return False
        saint = doc[first].lower_ in ("st.", "st", "saint")
        if countries or (last - first > 1 and doc[last - 1].pos_ == "PROPN" and not saint):
            return True
        big = any(place.population >= 15_000 or place.feature == "admin1" for place in places)
        peopled = any(place.population >= 5_000 or not place.population for place in places)
        if peopled and (before_in or (doc[last - 1].pos_ == "PROPN" and self._kind(first, last))):
            return True
        return big and doc[last - 1].pos_ == "PROPN" and self._after_locative(first, LOCATIVE)

    def _opens_line(self, last: int) -> bool:
        """Whether a dateline's bracket or dash follows: "BAGHDAD (", "CAIRO -"."""
        while last < len(self.doc) and self.doc[last].is_space:
            last += 1
        return last < len(self.doc) and self.doc[last].text in ("(", "-", "–", "—", ",", "--", ":", "/")


def _shouting(doc: Doc) -> list[bool]:
    """For each token, whether it stands in a stretch of capitals, where case tells nothing."""
    loud = [False] * len(doc)
    texts = [token.text for token in doc]
    starts = set()
    for sent in doc.sents:
        starts.add(sent.start)
        words = [text for text in texts[sent.start : sent.end] if len(text) > 1 and text.isalpha()]
        upper = sum(text.isupper() for text in words)
        if words and upper >= 0.7 * len(words):
            loud[sent.start : sent.end] = [True] * len(sent)
    for i, text in enumerate(texts):
        goes_on = i in starts or (i > 0 and loud[i - 1])
        if goes_on and len(text) > 3 and text.isupper():
            loud[i] = True
    return loud
