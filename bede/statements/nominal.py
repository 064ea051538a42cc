"""Statements without a verb of saying: "according to", "the claim that", "reportedly", "X: ..." in a
headline.
"""

from __future__ import annotations

from spacy.tokens import Token

from bede.statements import clauses, speakers
from bede.statements.cues import Cue, cues
from bede.statements.drafts import Draft, Page

_CLAUSES = frozenset(["relcl", "advcl", "ccomp", "acl", "conj"])


def according(page: Page) -> None:
    """Adds "according to X" and "per X": what is said is the clause in which it stands."""
    doc = page.tokens
    for i in page.sources:
        token = doc[i]
        if token.lower_ == "according" and i + 1 < len(doc) and doc[i + 1].lower_ == "to":
            entry, marker, end = cues()[("according to", "preposition")], doc[i + 1], i + 2
        elif token.lower_ == "per" and token.pos_ == "ADP" and (token.head.pos_ == "VERB" or token.is_title):
            entry, marker, end = cues()[("per", "preposition")], token, i + 1
        else:
            continue
        noun = next((c for c in marker.children if c.dep_ == "pobj"), None)
        if noun is None and end < len(doc):
            noun = _head_after(page, end)
        if noun is None or (entry.lemma == "per" and not _named(noun)):
            continue
        stop = _name_end(page, noun, token)
        own = set(range(i, stop))
        said = _scope(page, token, own)
        page.add(Draft(token, entry, noun, said, (i, end), "according", source=(end, stop)))


def _named(noun: Token) -> bool:
    """Whether the noun after "per" is a source, not a measure."""
    return noun.ent_type_ in ("ORG", "PERSON", "GPE", "NORP") or any(c.lower_ == "the" for c in noun.children)


def _name_end(page: Page, noun: Token, token: Token) -> int:
    """Where the source after "according to" ends: at the first comma that no apposition or relative clause
    opens.
    """
    doc = page.tokens
    limit = page.sentence(token.i)[1]
    end = min(noun.right_edge.i + 1, limit)
    while (
        end < limit
        and doc[end].tag_ in ("POS", "NN", "NNS", "NNP", "NNPS")
        and doc[end - 1].tag_ in ("NNP", "NN", "POS")
    ):
        end += 1  # "the group" 's report: the parser sometimes cuts a possessor off
    opens = token.i == page.sentence(token.i)[0] or doc[token.i - 1].text in (":", "—", "–")
    for k in range(noun.i + 1, end):
        if doc[k].text == "," and opens and not _goes_with(doc, k, noun):
            return k
        if doc[k].text in ("—", "–", "--", ";", ":", "“", '"') or page.breaks(k):
            return k
    return end


def _goes_with(doc: list[Token], comma: int, noun: Token) -> bool:
    """Whether an apposition or relative clause of the noun begins after a comma."""
    return any(
        c.i > comma and c.left_edge.i == comma + 1 and c.dep_ in ("appos", "relcl", "acl")
        for c in noun.children
    )


def _head_after(page: Page, i: int) -> Token | None:
    """Head of the noun phrase that begins at token `i`, where the parser did not hang it on the
    preposition.
    """
    word = page.tokens[i]
    if word.pos_ not in ("DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"):
        return None
    while word.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod") and word.head.i > word.i:
        word = word.head
    return word


def _scope(page: Page, token: Token, own: set[int]) -> set[int]:
    """What "according to" covers: a clause it closes or opens, else its whole sentence."""
    start, end = page.sentence(token.i)
    sentence = {i for i in range(start, end) if not page.tokens[i].is_space}
    relative = _relative_before(page, token, start)
    if relative is not None:
        return set(range(relative, token.i)) - own
    clause = token.head
    while clause.dep_ not in _CLAUSES and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ in ("relcl", "acl", "advcl", "ccomp") and clause.pos_ in ("VERB", "AUX"):
        inner = clauses.subtree(clause) & sentence
        if clause.dep_ in ("relcl", "acl"):
            return inner - own
        if clause.dep_ == "ccomp" and clause.head.i not in inner and min(inner) > clause.head.i:
            return inner - own
    return sentence - own


def _relative_before(page: Page, token: Token, start: int) -> int | None:
    """Where the relative clause begins that "according to" closes: ", who make up a tenth, according to
    X,".
    """
    doc = page.tokens
    if token.i < 2 or doc[token.i - 1].text != ",":
        return None
    for k in range(token.i - 2, start, -1):
        if doc[k].text == ",":
            return None
        if doc[k].tag_ in ("WDT", "WP") and doc[k - 1].text == ",":
            return k
    return None


def nouns(page: Page) -> None:
    """Adds nouns of saying and thinking with a clause or phrase of their own: "the claim that ...", "his
    call for ...".
    """
    for token, entry in page.candidates:
        if token.pos_ != "NOUN":
            continue
        said, end = _noun_content(token, entry)
        owner = _owner(token)
        if said and (owner is not None or entry.stance == "claim"):
            page.add(Draft(token, entry, owner, said, (token.i, end), "noun"))


def _noun_content(noun: Token, entry: Cue) -> tuple[set[int], int]:
    """Tokens of what the noun tells, and where the cue ends."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and _that(child) and "that" in entry.prepositions:
            return clauses.subtree(child), noun.i + 1
        if (
            child.dep_ == "acl"
            and entry.takes("inf")
            and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        ):
            return clauses.subtree(child), noun.i + 1
        owned = any(c.dep_ == "poss" for c in noun.children)
        if child.dep_ == "prep" and child.lower_ in entry.prepositions and owned:
            return clauses.subtree(child) - {child.i}, child.i + 1 if child.i == noun.i + 1 else noun.i + 1
    return set(), noun.i + 1


def _that(clause: Token) -> bool:
    """Whether a clause after a noun is its content, not a relative clause: "that" is its mark, not its
    subject.
    """
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in clause.children)


def _owner(noun: Token) -> Token | None:
    """Whose word a noun tells: the possessor, the noun after "by" or "from", or the subject of "made",
    "issued".
    """
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among", "of"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (child.lower_ != "of" or inner.ent_type_ in ("PERSON", "ORG", "NORP")):
                return inner
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return speakers.speaker_word(noun.head)
    return None


def adjectives(page: Page) -> None:
    """Adds "is confident that", "was reluctant to": adjectives of thinking after a form of "be"."""
    for token, entry in page.candidates:
        if token.pos_ != "ADJ" or token.dep_ not in ("acomp", "oprd"):
            continue
        said, end = _adjective_content(token, entry)
        if said:
            verb = token.head
            start = verb.i if verb.lemma_ == "be" and token.i - verb.i <= 3 else token.i
            page.add(Draft(token, entry, speakers.speaker_word(verb), said, (start, end), "adjective"))


def _adjective_content(adjective: Token, entry: Cue) -> tuple[set[int], int]:
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if child.dep_ == "ccomp" and entry.takes("clause"):
            return clauses.subtree(child), adjective.i + 1
        if child.dep_ == "xcomp" and entry.takes("inf"):
            return clauses.subtree(child), adjective.i + 1
        if child.dep_ == "prep" and child.lower_ in entry.prepositions:
            return clauses.subtree(child) - {child.i}, child.i + 1
    return set(), adjective.i + 1


def adverbs(page: Page) -> None:
    """Adds "reportedly", "allegedly": said by nobody in particular."""
    for token, entry in page.candidates:
        if token.pos_ != "ADV":
            continue
        clause = token.head
        said = clauses.subtree(clause) - {token.i}
        page.add(Draft(token, entry, None, said, (token.i, token.i + 1), "adverb"))


def headline(page: Page, title_end: int) -> None:
    """Adds "Minister: talks will go on" in a headline; `title_end` is the headline's length in characters."""
    doc = page.tokens
    for token in page.tokens:
        if token.idx >= title_end or page.breaks(token.i):
            return
        if token.text != ":" or not 0 < token.i <= 6:
            continue
        before, after = page.doc[: token.i], doc[token.i + 1 : page.sentence(token.i)[1]]
        if any(t.pos_ in ("VERB", "AUX") for t in before) or not any(
            t.pos_ in ("VERB", "AUX") for t in after
        ):
            return
        said = {t.i for t in after if not t.is_space}
        page.add(
            Draft(
                token,
                Cue(":", "speech", "assert", frozenset(), frozenset()),
                before.root,
                said,
                (token.i, token.i + 1),
                "headline",
            )
        )
        return
