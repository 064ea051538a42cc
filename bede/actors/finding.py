"""Finding the names and role nouns of a text, its acronyms, the surnames it introduces, and its countries."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from bede.actors.pronouns import Sentences
from bede.actors.reading import Hit, Reading, RoleSpot
from bede.article import Article
from bede.knowledge import INTERNATIONAL, Knowledge, Name, Word, word_set, words

# "US-led", "Iran-backed": the state named is not the one that acts.
_ALIGNED = word_set(
    """led backed funded supported sponsored allied aligned brokered imposed trained armed linked
    inspired friendly made style sanctioned mediated born affiliated"""
)
_AGAINST = word_set("anti pro non post pre ex")
_LOCATIVE = word_set("in at near of from around outside to across on")
_EXPANSION = re.compile(r"[(\[]\s*(?:the )?[\"“']?([A-Z][A-Za-z.&-]{1,11})[\"”']?\s*[)\]]")
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_PARTICLES = word_set("al el bin ibn de da di von van")
_ADJECTIVAL = word_set("national local minor public independent injured wounded dead private")
_WITHIN = word_set("in near at outside around across")
_PLAIN_WORDS = word_set("is us who it un au ai ira eta sad can may")
_SMALL = word_set("of the and for in on de to al at")


def read(doc: Doc, article: Article, knowledge: Knowledge) -> Reading:
    """Find all names and role nouns of a text and the country that it is mainly about."""
    reading = Reading(doc, article, Sentences(doc), list(doc))
    reading.years = [(token.i, token.text) for token in reading.tokens if _YEAR.match(token.text)]
    found = words(article.text)
    tokens = _token_of(reading.tokens, found)
    _surnames(reading, knowledge)
    _names(reading, found, tokens, knowledge)
    _roles(reading, found, tokens, knowledge)
    _acronyms(reading, tokens, found)
    _count(reading)
    return reading


def _token_of(doc: list[Token], found: list[Word]) -> list[tuple[int, int]]:
    """For each word the tokens [first, last) that it overlaps."""
    starts = [token.idx for token in doc]
    return [(max(bisect_right(starts, word.start) - 1, 0), bisect_left(starts, word.end)) for word in found]


def _names(reading: Reading, found: list[Word], tokens: list[tuple[int, int]], knowledge: Knowledge) -> None:
    """Names of countries and bodies, then those of places where nothing else was found."""
    doc, text = reading.tokens, reading.article.text
    candidates = [(hit, hit.last - hit.first, 1) for hit in knowledge.names.find(found)]
    candidates += [(hit, hit.last - hit.first, 0) for hit in knowledge.places.find(found)]
    taken = [False] * len(found)
    for hit, _, _ in sorted(candidates, key=lambda candidate: candidate[1:], reverse=True):
        if any(taken[hit.first : hit.last]) or (hit.last - hit.first == 1 and _shouted(found, hit.first)):
            continue
        start, end = tokens[hit.first][0], tokens[hit.last - 1][1]
        meanings = _plausible(doc, start, end, hit.meanings)
        if hit.last - hit.first == 1 and reading.surnames.get(found[hit.first].key):
            meanings = tuple(name for name in meanings if name.strength < 3)  # a surname, not a town
        if meanings:
            taken[hit.first : hit.last] = [True] * (hit.last - hit.first)
            reading.hits.append(Hit(start, end, meanings, _is_aligned(text, found, hit.first, hit.last)))
    reading.hits.sort(key=lambda hit: hit.start)
    reading.starts = [hit.start for hit in reading.hits]
    for named in reading.hits:
        for i in range(named.start, named.end):
            reading.hit_of[i] = named


def _shouted(found: list[Word], i: int) -> bool:
    """Whether "IS", "US" or "WHO" stands among words all in capitals and may be the plain word."""
    if found[i].key not in _PLAIN_WORDS:
        return False
    near = [found[k].upper for k in (i - 1, i + 1) if 0 <= k < len(found)]
    return bool(near) and all(near)


def _is_aligned(text: str, found: list[Word], first: int, last: int) -> bool:
    """Whether a word is one half of a compound such as "US-led" or "anti-Houthi"."""
    if (
        last < len(found)
        and found[last].key in _ALIGNED
        and text[found[last - 1].end : found[last].start] == "-"
    ):
        return True
    return (
        bool(first)
        and found[first - 1].key in _AGAINST
        and text[found[first - 1].end : found[first].start] == "-"
    )


def _plausible(doc: list[Token], start: int, end: int, meanings: tuple[Name, ...]) -> tuple[Name, ...]:
    """The meanings that the words around a name allow."""
    first, last = doc[start], doc[end - 1]
    longer = (
        first.ent_type_ == "PERSON"
        and last.ent_type_ == "PERSON"
        and (
            first.ent_iob_ == "I"
            or (end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I")
        )
    )
    kept = []
    for name in meanings:
        if name.kind == "demonym" and _ends_a_name(doc, start, end):
            continue  # "Scientific American", "the South Pole"
        opens = name.kind == "demonym" and first.ent_iob_ == "B"  # "British Maj. Gen. ..." taken for a name
        if longer and (name.is_state or name.is_place or name.strength) and not opens:
            continue
        if name.strength >= 3 and not _placed(doc, start, end):
            continue
        if name.is_body and name.strength and end - start == 1 and not _organised(first):
            continue
        kept.append(name)
    return tuple(kept)


def _ends_a_name(doc: list[Token], start: int, end: int) -> bool:
    """Whether a word is the last of a longer proper name of a thing or body."""
    first = doc[start]
    inside = first.ent_iob_ == "I" and first.ent_type_ in ("ORG", "LOC", "FAC", "WORK_OF_ART", "PRODUCT")
    return inside and doc[start - 1].pos_ == "PROPN" and not (end < len(doc) and doc[end].ent_iob_ == "I")


def _placed(doc: list[Token], start: int, end: int) -> bool:
    """Whether a word may be a city or region here, and not the beginning of a longer name."""
    if end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_iob_ == "I":
        return False
    if any(token.ent_type_ in ("GPE", "LOC", "FAC") for token in doc[start:end]):
        return True
    before = doc[start - 1] if start else None
    if doc[start].ent_type_ == "PERSON":
        return before is not None and before.lower_ in ("in", "near", "outside")
    if before is not None and before.lower_ in _LOCATIVE:
        return doc[start].ent_type_ in ("", "ORG", "NORP")
    return doc[start].dep_ in ("compound", "poss", "nmod") and doc[start].ent_type_ in ("", "ORG", "NORP")


def _organised(token: Token) -> bool:
    """Whether one word found in the old lists looks like a name of a body here."""
    return token.ent_type_ in ("ORG", "NORP", "GPE", "PRODUCT") and token.pos_ in ("PROPN", "NOUN")


def _roles(reading: Reading, found: list[Word], tokens: list[tuple[int, int]], knowledge: Knowledge) -> None:
    """Role nouns, by word and by lemma; a participle only after an article ("the accused")."""
    doc, text = reading.tokens, reading.article.text
    keys = [word.key for word in found]
    lemmas = [
        doc[first].lemma_.lower()
        if last - first == 1 and doc[first].pos_ in ("NOUN", "PROPN", "ADJ")
        else key
        for (first, last), key in zip(tokens, keys, strict=True)
    ]
    for hit in knowledge.roles.find(keys, lemmas):
        start, end = tokens[hit.first][0], tokens[hit.last - 1][1]
        if end - start == 1 and doc[start].pos_ in ("VERB", "AUX", "ADV", "ADP"):
            verbal = doc[start].pos_ != "VERB" or not start or doc[start - 1].pos_ != "DET"
            if verbal or (end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ")):
                continue
        if _is_aligned(text, found, hit.first, hit.last):
            continue
        if hit.role.term in _ADJECTIVAL and _modifies(doc, end):
            continue
        reading.roles.append(RoleSpot(start, end, hit.role))
    _settle(reading)


def _modifies(doc: list[Token], end: int) -> bool:
    """Whether what follows is the noun that a word such as "national" only describes."""
    return end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ")


def _settle(reading: Reading) -> None:
    """Of a role noun and the name of a body that overlap the longer one stays: "Labour Minister", "Arab
    League"."""
    for spot in reading.roles:
        for i in range(spot.start, spot.end):
            hit = reading.hit_of.get(i)
            if hit is not None and hit.name.is_body and spot.end - spot.start > hit.end - hit.start:
                reading.drop(hit)
    kept = []
    for spot in reading.roles:
        hit = reading.hit_of.get(spot.start)
        if (
            hit is None
            or not hit.name.is_body
            or hit.end < spot.end
            or hit.end - hit.start == spot.end - spot.start
        ):
            kept.append(spot)
    reading.roles = kept
    reading.role_starts = [spot.start for spot in kept]
    for spot in kept:
        for i in range(spot.start, spot.end):
            reading.role_of[i] = spot


def _acronyms(reading: Reading, tokens: list[tuple[int, int]], found: list[Word]) -> None:
    """Acronyms explained in the text: "Joint Task Force (JTF)" -> token of the long form's last word."""
    text = reading.article.text
    ends = [word.end for word in found]
    for match in _EXPANSION.finditer(text):
        short = match.group(1).replace(".", "")
        goal = short.replace("-", "").lower()
        k = bisect_right(ends, match.start()) - 1
        initials, first = "", k
        while first >= 0 and k - first < 12 and "\n" not in text[found[first].start : match.start()]:
            word = found[first]
            if not word.capital and word.key not in _SMALL:
                break
            if word.capital:
                initials = word.key[0] + initials
            if initials == goal:
                break
            first -= 1
        if k < 0 or sum(map(str.isupper, short)) < 2:
            continue
        last = reading.tokens[tokens[k][1] - 1]
        if len(initials) >= 2 and goal[0] in initials:
            start = tokens[max(first, 0)][0]
        elif (
            last.ent_type_ == "ORG" and not last.text.isupper()
        ):  # an acronym of the name in another language
            start = last.i
            while start > 0 and reading.tokens[start].ent_iob_ == "I":
                start -= 1
        else:
            continue
        if start < tokens[k][1]:
            reading.acronyms.setdefault(short, reading.doc[start : tokens[k][1]].root.i)
    _explained(reading)


def _explained(reading: Reading) -> None:
    """What the text explains an acronym to mean wins over what the tables guess."""
    for hit in list(reading.hits):
        if (
            hit.name.strength > 0
            and hit.end - hit.start == 1
            and reading.tokens[hit.start].text in reading.acronyms
        ):
            reading.drop(hit)


def _surnames(reading: Reading, knowledge: Knowledge) -> None:
    """Surnames that the text introduces with a first name, so that it is known later whom "Jones" means;
    bare names too, where the tables do not know them as something else."""
    for ent in reading.doc.ents:
        if ent.label_ != "PERSON":
            continue
        parts = tuple(word.key for word in words(ent.text) if word.capital or word.key in _PARTICLES)
        if len(parts) > 1:
            if not knowledge.names.meanings(ent.text):
                reading.surnames.setdefault(parts[-1], set()).add(parts[:-1])
        elif parts and not knowledge.names.meanings(ent.text) and not knowledge.roles.find(parts, parts):
            reading.surnames.setdefault(parts[0], set())


def _count(reading: Reading) -> None:
    """Weigh the countries named, those of the title and the lede most, and take the heaviest as the main
    one."""
    title_end = int(reading.doc.user_data.get("title_end", 0))
    weights: dict[str, float] = {}
    shared = []
    for hit in reading.hits:
        name = hit.name
        if name.strength >= 3 and len(hit.meanings) > 1:
            shared.append(hit)
        elif name.country and name.country not in INTERNATIONAL:
            at = reading.tokens[hit.start].idx
            weight = 2.0 if at < title_end else 1.5 if at < title_end + 400 else 1.0
            weight *= 0.2 if hit.aligned else 0.5 if name.is_place else 1.0
            reading.named[name.country] += 1
            weights[name.country] = weights.get(name.country, 0.0) + weight
    for hit in shared:  # a city's name that several countries have is that of the one named anyhow
        best = max(hit.meanings, key=lambda name: (reading.named[name.country], -name.strength))
        hit.meanings = (best, *(name for name in hit.meanings if name is not best))
        weights[best.country] = weights.get(best.country, 0.0) + 0.4
    reading.scene = _scene(reading)
    reading.main = max(weights, key=lambda code: weights[code]) if weights else None


def _scene(reading: Reading) -> str | None:
    """The country in which most places lie that the text says something happened in; None where
    two are near."""
    weights: dict[str, float] = {}
    for hit in reading.hits:
        name = reading.choose(hit)
        before = reading.tokens[hit.start - 1].lower_ if hit.start else ""
        if before not in _WITHIN or hit.aligned or name.country in INTERNATIONAL or name.is_body:
            continue
        weight = 1.5 if reading.tokens[hit.start].idx < 600 else 1.0
        weights[name.country] = weights.get(name.country, 0.0) + weight
    ranked = sorted(weights.values(), reverse=True)
    if not ranked or ranked[0] < 2 or (len(ranked) > 1 and ranked[0] < 1.5 * ranked[1]):
        return None
    return max(weights, key=lambda code: weights[code])
