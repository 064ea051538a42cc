"""Gives quotations to the cue that introduces or closes them."""

from __future__ import annotations

from spacy.tokens import Token

from bede.statements.drafts import Draft, Page
from bede.statements.quotes import Quote, is_utterance, words

REACH = 25  # tokens between a quotation and its cue, for a speaker with a long title
_STOPS = frozenset([".", "!", "?", ";"])


def attach(page: Page) -> None:
    """Gives each quotation to a draft, or leaves it as a phrase the writer borrows."""
    last: tuple[Quote, Draft] | None = None
    for n, quote in enumerate(page.quotes):
        following = page.quotes[n + 1].start if n + 1 < len(page.quotes) else len(page.tokens)
        before = page.quotes[n - 1].end if n else 0
        draft = _owner(page, quote, before, following)
        if draft is None and last is not None and _goes_on(page, last[0], quote):
            draft = last[1]
            draft.quotes.append(quote)
            draft.content |= set(range(quote.start, quote.end))
        elif draft is None:
            draft = _before(page, quote)
            if draft is not None:
                draft.quotes.append(quote)
                draft.content |= set(range(quote.start, quote.end))
        if draft is not None:
            last = (quote, draft)


def _owner(page: Page, quote: Quote, before: int, following: int) -> Draft | None:
    """The draft beside the quotation whose cue says it; the quotation becomes part of its content."""
    utterance = is_utterance(page.tokens, quote)
    opens = _opens_sentence(page, quote)
    if opens and not utterance and words(page.tokens, quote) <= 3:
        return None
    orders = (_tail, _lead) if opens else (_lead, _tail)
    for side in orders:
        if side is _tail:
            draft = _tail(page, quote, following) if utterance else None
            if draft is not None:
                _close(page, draft, quote, opens)
        else:
            draft = _lead(page, quote, before)
            if draft is not None:
                _open(page, draft, quote)
        if draft is not None:
            return draft
    return None


def _close(page: Page, draft: Draft, quote: Quote, opens: bool) -> None:
    """Content of a cue after its quotation: the quotation, with the words of the sentence that lead up to
    it.
    """
    start = quote.start if opens else page.sentence(quote.start)[0]
    said = {i for i in range(start, quote.end) if not page.tokens[i].is_space}
    if draft.quotes:
        said |= draft.content
    draft.quotes.append(quote)
    draft.frame = "quote"
    draft.content = said


def _open(page: Page, draft: Draft, quote: Quote) -> None:
    """Content of a cue before its quotation: the quotation, with the words that belong to what is said."""
    spoken = set(range(quote.start, quote.end))
    between = {i for i in draft.content if draft.cue.i < i < quote.start}
    utterance = is_utterance(page.tokens, quote)
    set_off = page.tokens[quote.start - 1].text in (",", ":") and utterance
    beyond = set() if utterance and not between else {i for i in draft.content if i >= quote.end}
    if draft.quotes:
        kept = draft.content
    elif set_off:
        kept = between if page.tokens[quote.start - 1].text == ":" and draft.frame == "clause" else set()
    elif not draft.content and not utterance:
        kept = _reach(page, draft, quote)
    else:
        kept = between | beyond if between or draft.content & spoken else set()
    if kept and between and not draft.quotes:
        kept |= set(range(max(between), quote.start))
    draft.quotes.append(quote)
    draft.frame = "complement" if draft.entry.takes("objcomp") or draft.entry.takes("as") else "quote"
    draft.content = kept | spoken


def _reach(page: Page, draft: Draft, quote: Quote) -> set[int]:
    """The words from a cue to the borrowed phrase in its content, where the parse left the content empty."""
    start = draft.phrase[1]
    return {i for i in range(start, quote.start) if not page.breaks(i)}


def _opens_sentence(page: Page, quote: Quote) -> bool:
    """Whether the quotation stands at the beginning of a sentence."""
    i = quote.start - 1
    return (
        i < 0
        or page.breaks(i)
        or page.tokens[i].text in _STOPS
        or page.sentence(quote.start)[0] == quote.start
    )


def _tail(page: Page, quote: Quote, following: int) -> Draft | None:
    """The cue after the quotation: "...", said X or "...", X said."""
    doc = page.tokens
    i = quote.end
    while i < len(doc) and doc[i].text in (",", "—", "–", "--"):
        i += 1
    stop = min(len(doc), i + REACH, following)
    for k in range(i, stop):
        if page.breaks(k) or doc[k].text in _STOPS:
            return None
        draft = page.drafts.get(k)
        if draft is not None and _says(draft) and _finite(draft.cue):
            speaker = _beside(page, draft, i, stop)
            if speaker is None:
                return None
            draft.speaker = speaker
            return draft
        if doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") and not _inside_name(doc[k]):
            return None
    return None


def _inside_name(verb: Token) -> bool:
    """Whether a finite verb belongs to a clause about the speaker ("X, who leads the party, said")."""
    return verb.dep_ in ("relcl", "aux", "auxpass", "acl", "ccomp") or verb.head.dep_ in ("relcl", "acl")


def _beside(page: Page, draft: Draft, first: int, stop: int) -> Token | None:
    """The speaker in the words from `first` on: as parsed, else the noun right after or before the cue."""
    cue = draft.cue
    if draft.speaker is not None and first <= draft.speaker.i < stop:
        return draft.speaker
    if cue.i == first:
        for child in cue.children:
            if child.i > cue.i and child.dep_ in (
                "dobj",
                "attr",
                "oprd",
                "nsubj",
                "dep",
                "npadvmod",
                "appos",
            ):
                return child
        following = page.tokens[cue.i + 1] if cue.i + 1 < len(page.tokens) else None
        return (
            _top(following)
            if following is not None and following.pos_ in ("PROPN", "DET", "NOUN", "PRON")
            else None
        )
    before = page.tokens[draft.phrase[0] - 1]
    if before.i >= first and before.pos_ in ("PROPN", "NOUN", "PRON"):
        return before if before.dep_ in ("nsubj", "nsubjpass") else _top(before)
    return draft.speaker


def _top(word: Token) -> Token:
    """Head of the noun phrase of a word."""
    while word.dep_ in ("compound", "det", "amod", "nmod", "poss", "nummod") and word.head.i != word.i:
        word = word.head
    return word


def _says(draft: Draft) -> bool:
    return draft.entry.takes("quote")


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _lead(page: Page, quote: Quote, before: int) -> Draft | None:
    """The cue before the quotation in its sentence: X said: "..."."""
    doc = page.tokens
    i = quote.start - 1
    while i >= 0 and page.breaks(i):
        i -= 1
    if i < 0:
        return None
    colon = doc[i].text == ":"
    if page.breaks(quote.start - 1) and not colon:
        return None
    first = max(before, page.sentence(i)[0], i - REACH)
    for k in range(i, first - 1, -1):
        if doc[k].text in _STOPS:
            return None
        draft = page.drafts.get(k)
        if draft is None or not _says(draft):
            continue
        between = {c for c in draft.content if k < c < quote.start}
        clause = between and not any(c >= quote.start for c in draft.content)
        if clause and _clausal(draft) and not colon:
            return None
        if colon or doc[i].text == "," or i == k or draft.speaker is not None:
            return draft
    return None


def _clausal(draft: Draft) -> bool:
    return any(c.dep_ == "ccomp" and c.i in draft.content for c in draft.cue.children)


def _goes_on(page: Page, last: Quote, quote: Quote) -> bool:
    """Whether a quotation without a cue of its own continues the last one."""
    if not is_utterance(page.tokens, quote) or not _opens_sentence(page, quote):
        return False
    gap = range(last.end, quote.start)
    paragraphs = sum(1 for i in gap if page.breaks(i))
    if paragraphs == 0:
        return sum(1 for i in gap if page.tokens[i].text in _STOPS) <= 1
    start, end = page.paragraph(quote.start)
    return paragraphs == 1 and quote.start == start and quote.end >= end - 1


def _before(page: Page, quote: Quote) -> Draft | None:
    """The statement in the sentence before a quotation that has no cue: She called it a failure. "It never
    worked.".
    """
    if not is_utterance(page.tokens, quote) or not _opens_sentence(page, quote) or quote.start < 2:
        return None
    if any(page.breaks(k) for k in (quote.start - 1,)):
        return None
    start, end = page.sentence(quote.start - 1)
    for k in range(end - 1, start - 1, -1):
        draft = page.drafts.get(k)
        if (
            draft is not None
            and _says(draft)
            and draft.content
            and draft.speaker is not None
            and draft.entry.kind == "speech"
        ):
            return draft
    return None
