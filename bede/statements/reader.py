"""Reads the statements of one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from bede.records import Entity, Span, Statement
from bede.statements import channels, clauses, nominal, speakers, speech
from bede.statements.cues import is_listed
from bede.statements.drafts import Draft, Page, verbs
from bede.statements.found import Found, Part, parts, trim


def read_statements(doc: Doc, entity: Callable[[Token], Entity]) -> list[Found]:
    """Who said, thought or showed what, in order of the cues.

    doc     as `bede.parsing.Parser` makes it
    entity  gives the actor named by a noun phrase, from its head

    Guide, section 4. Phrases that the writer only borrows ("scare quotes") are no statements.
    """
    page = Page(doc)
    nominal.headline(page, int(doc.user_data.get("title_end", 0)))
    verbs(page)
    nominal.according(page)
    nominal.nouns(page)
    nominal.adjectives(page)
    nominal.adverbs(page)
    speech.attach(page)
    for draft in page.ordered():
        _inverted(page, draft)
        _aside(page, draft)
        _read_on(page, draft)
        _trailing(page, draft)
        if not draft.content:
            _parenthetical(page, draft)
    found = [one for one in (_finish(page, draft, entity) for draft in page.ordered()) if one is not None]
    _nest(found)
    return found


def _parenthetical(page: Page, draft: Draft) -> None:
    """Content of a cue that is set into what it tells: "The bridge, police said, is closed"."""
    if not draft.entry.takes("quote") or draft.speaker is None or speakers.is_passive(draft.cue):
        return
    cue = draft.cue
    start, end = page.sentence(cue.i)
    own = {cue.i, *range(*draft.phrase), *clauses.subtree(draft.speaker)}
    first = min(own)
    if first <= start or page.tokens[first - 1].text != ",":
        return
    head = cue.head
    if (
        cue.dep_ in ("parataxis", "ccomp", "advcl", "dep")
        and head.pos_ in ("VERB", "AUX")
        and head.i != cue.i
    ):
        draft.content = {i for i in clauses.subtree(head) - clauses.subtree(cue) if start <= i < end}
    elif cue.head.i == cue.i:
        draft.content = {i for i in range(start, first - 1) if not page.tokens[i].is_space}


def _aside(page: Page, draft: Draft) -> None:
    """Content of an aside between commas, on both of its sides: "The bridge, police said, is closed"."""
    cue, doc = draft.cue, page.tokens
    if (
        draft.quotes
        or draft.speaker is None
        or not draft.entry.takes("quote")
        or cue.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return
    first, last = speakers.noun_phrase(draft.speaker)[0], draft.phrase[1]
    start, end = page.sentence(cue.i)
    if not start + 1 < first < cue.i or last >= end or doc[first - 1].text != "," or doc[last].text != ",":
        return
    opening = next((k + 1 for k in range(first - 2, start, -1) if doc[k].text in (";", ":", "—")), start)
    draft.content = {k for k in range(opening, end) if not first - 1 <= k <= last and not doc[k].is_space}
    draft.frame = "clause"


def _inverted(page: Page, draft: Draft) -> None:
    """Content of an aside with the verb before its speaker: "The road, said the mayor, is shut"."""
    cue, doc = draft.cue, page.tokens
    start, end = page.sentence(cue.i)
    if draft.quotes or not draft.entry.takes("quote") or cue.tag_ not in ("VBD", "VBZ"):
        return
    if cue.i <= start + 1 or doc[cue.i - 1].text != "," or cue.i + 1 >= end:
        return
    following = doc[cue.i + 1]
    if following.pos_ not in ("PROPN", "DET", "NOUN", "PRON") or any(
        c.dep_ == "ccomp" and c.i > cue.i for c in cue.children
    ):
        return
    head = following
    while head.dep_ in ("compound", "det", "amod", "nmod", "poss", "nummod") and cue.i < head.head.i < end:
        head = head.head
    if draft.entry.takes("obj") and head.ent_type_ not in ("PERSON", "ORG") and not is_listed(head, "teller"):
        return
    stop = next((k for k in range(head.i + 1, end) if doc[k].text in (",", ".") or page.breaks(k)), end)
    if not any(
        doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") and doc[k].dep_ in _MAIN for k in range(stop + 1, end)
    ):
        return
    draft.speaker, draft.source, draft.frame = head, (cue.i + 1, stop), "clause"
    draft.content = {k for k in range(start, end) if not cue.i - 1 <= k <= stop and not doc[k].is_space}


_MAIN = frozenset(["ROOT", "conj", "ccomp", "aux", "parataxis"])


def _read_on(page: Page, draft: Draft) -> None:
    """Content of a verb of saying whose clause the parser did not see: what follows, up to another clause."""
    cue, doc = draft.cue, page.tokens
    if (
        draft.quotes
        or draft.speaker is None
        or draft.frame not in ("", "obj")
        or draft.entry.kind != "speech"
    ):
        return
    if not (draft.entry.takes("clause") and draft.entry.takes("quote")) or speakers.is_passive(cue):
        return
    start, end = draft.phrase[1], page.sentence(cue.i)[1]
    if (
        draft.speaker.i > cue.i
        or cue.dep_ in ("acl", "amod")
        or cue.tag_ not in ("VBD", "VBZ", "VBP", "VBG", "VBN")
    ):
        return
    after = max(draft.content, default=start - 1) + 1
    if draft.frame == "obj" and not (after < end and doc[after].tag_ in ("VBD", "VBZ", "VBP", "MD")):
        return
    if start < end and doc[start].pos_ == "ADP":
        return
    stop = next((k for k in range(start, end) if _ends_clause(page, k)), end)
    if any(
        doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") and doc[k].dep_ != "relcl" for k in range(start + 1, stop)
    ):
        draft.content = {k for k in range(start, stop) if not doc[k].is_space}
        draft.frame = "clause"


def _ends_clause(page: Page, i: int) -> bool:
    """Whether a clause beside the one being read begins or ends at token `i`."""
    doc = page.tokens
    if doc[i].text in (";", ":", "—", "–", "--") or page.breaks(i):
        return True
    if doc[i].text in (",", "and", "but") and i + 1 < len(doc):
        following = doc[i + 1]
        return following.i in page.drafts or following.tag_ in ("WDT", "WP", "VBG")
    return False


def _trailing(page: Page, draft: Draft) -> None:
    """Content and speaker of a cue that closes its sentence: "The bridge is closed, police said on
    Friday.".
    """
    cue, doc = draft.cue, page.tokens
    takes = draft.entry.takes("quote") or draft.entry.takes("clause")
    if draft.quotes or not takes or cue.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or speakers.is_passive(cue):
        return
    start, end = page.sentence(cue.i)
    if any(i > cue.i for i in draft.content) or not _nothing_follows(page, draft, end):
        return
    speaker = draft.speaker
    if speaker is not None and start < speaker.i < cue.i:
        comma = speakers.noun_phrase(speaker)[0] - 1
        parsed = doc[comma].text == "," and comma > start
    else:
        parsed = False
    if not parsed:
        comma = next((k for k in range(draft.phrase[0] - 1, start, -1) if doc[k].text == ","), start)
        region = page.doc[comma + 1 : draft.phrase[0]]
        if comma == start or not len(region) or not _names(region):
            return
        draft.speaker, draft.source = region.root, (comma + 1, draft.phrase[0])
    if comma - start >= 3 and (not draft.content or cue.head.i == cue.i or not parsed):
        draft.content = {i for i in range(start, comma) if not doc[i].is_space}


def _names(region: SpacySpan) -> bool:
    """Whether a run of tokens is a noun phrase and no more."""
    return region.root.pos_ in ("NOUN", "PROPN", "PRON") and not any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "CC", "IN") and t.lower_ not in ("of", "and")
        for t in region
    )


def _nothing_follows(page: Page, draft: Draft, end: int) -> bool:
    """Whether only a day, place or channel comes between the cue and the end of its sentence."""
    doc = page.tokens
    for i in range(draft.phrase[1], end):
        token = doc[i]
        if (
            token.i in page.quoted
            or token.text in (":", "—", "–", "--", ",")
            or token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        ):
            return False
        if token.head.i == draft.cue.i and token.dep_ in (
            "dobj",
            "ccomp",
            "xcomp",
            "advcl",
            "conj",
            "prt",
            "dative",
        ):
            return False
    return True


def _finish(page: Page, draft: Draft, entity: Callable[[Token], Entity]) -> Found | None:
    """The draft as a statement, or None where nothing is told."""
    doc = page.tokens
    source = _source(page, draft)
    verbal = draft.cue.pos_ in ("VERB", "AUX")
    channel = channels.channel(draft.cue, draft.content) if verbal else None
    phrase = _with_channel(page, draft, channel)
    own = set(range(*phrase)) | (set(range(*source)) if source else set())
    said = _own_words(page, draft, draft.content - own)
    content = parts(doc, said)
    if not content:
        return None
    head = speakers.antecedent(draft.speaker) if draft.speaker is not None else None
    speaker = Entity()
    if head is not None and source is not None and draft.speaker is not None:
        same = head.i == draft.speaker.i
        words = (
            (source[0], _without_aside(page, head, source[1]))
            if same
            else _antecedent_phrase(page, head, draft)
        )
        speaker = entity(head).model_copy(update={"span": _span(page, words)})
    statement = Statement(
        speaker=speaker,
        cue=_span(
            page,
            (draft.cue.i, draft.phrase[1] if doc[draft.cue.i].lower_ == "according" else draft.cue.i + 1),
        ),
        content=_span(page, (content[0][0], content[-1][1])),
        kind=_kind(page, said),
        channel=_span(page, channel) if channel else None,
    )
    return Found(
        statement=statement,
        speaker_head=head,
        cue=draft.cue,
        content=content,
        source=source,
        cue_phrase=phrase,
        kind=draft.entry.kind,
        stance=draft.entry.stance,
        frame=draft.frame,
        audience=channels.audience(draft.cue, said) if verbal else None,
        in_quote=draft.cue.i in page.quoted,
    )


def _own_words(page: Page, draft: Draft, said: set[int]) -> set[int]:
    """The content without a relative pronoun that the cue cuts off, or a later aside with another cue.

    "which police said was shut": "was shut". "he will go, which he said was hard": "he will go".
    """
    before = [i for i in said if i < draft.cue.i]
    if len(before) == 1 and len(said) > 1 and page.tokens[before[0]].tag_ in ("WDT", "WP"):
        said = said - set(before)
    for i in sorted(said):
        token = page.tokens[i]
        if draft.frame == "clause" and i > draft.cue.i and _turns(page, i, said):
            return {k for k in said if k < i}
        if i not in page.quoted and token.dep_ == "conj" and _speaks_on(page, draft, token):
            return {k for k in said if k < token.left_edge.i}
        if (
            token.tag_ in ("WDT", "WP")
            and i - 1 in said
            and page.tokens[i - 1].text == ","
            and i not in page.quoted
        ):
            aside = next(
                (a for a in (token.head, token.head.head) if a.dep_ == "relcl" and a.i in said), None
            )
            if aside is not None and any(k in page.drafts for k in clauses.subtree(aside) if k <= i + 3):
                return said - clauses.subtree(aside)
    return said


_TURNS = frozenset(["though", "although", "while", "whereas", "however"])


def _turns(page: Page, i: int, said: set[int]) -> bool:
    """Whether the writer takes over at token `i`: ", though it later proved harmless"."""
    return (
        page.tokens[i].lower_ in _TURNS
        and i - 1 in said
        and page.tokens[i - 1].text == ","
        and i not in page.quoted
    )


def _speaks_on(page: Page, draft: Draft, verb: Token) -> bool:
    """Whether a verb joined to the content is a further saying beside the first ("said it failed and blamed
    X").
    """
    other = page.drafts.get(verb.i)
    if other is None or other.entry.kind != "speech" or not other.content or verb.i < draft.cue.i:
        return False
    if verb.tag_ == draft.cue.tag_:
        return verb.tag_ in ("VBD", "VBZ", "VBG")
    return draft.cue.tag_ in ("VB", "VBN") and verb.tag_ in ("VBD", "VBN")


def _with_channel(page: Page, draft: Draft, channel: Part | None) -> Part:
    """The cue's words with a channel or colon that follows at once."""
    start, end = draft.phrase
    if channel is not None and channel[0] == end and channel[1] - end <= 7:
        end = channel[1]
    if end < len(page.tokens) and page.tokens[end].text == ":":
        end += 1
    return start, end


_MARKS = frozenset(["”", "’", "'", "''", '"', "“", "‘"])


def _without_aside(page: Page, head: Token, end: int) -> int:
    """The end of a name without the relative clause that a comma sets off."""
    for child in head.children:
        first = child.left_edge.i
        if child.dep_ == "relcl" and head.i < first < end and page.tokens[first - 1].text == ",":
            return first - 1
    return end


def _source(page: Page, draft: Draft) -> Part | None:
    """Token range of the words of the speaker, never across the cue or into a quotation that it says."""
    if draft.speaker is None:
        return None
    doc, head = page.tokens, draft.speaker
    if draft.source is not None:
        return draft.source
    start, end = speakers.noun_phrase(head)
    if head.i < draft.cue.i:
        end = min(end, draft.phrase[0])
    else:
        start = max(start, draft.phrase[1])
    while start < head.i and doc[start].text in _MARKS:
        start += 1
    for quote in draft.quotes:
        if head.i >= quote.end:
            start = max(start, quote.end)
        elif head.i < quote.start:
            end = min(end, quote.start)
    start, end = trim(page.tokens, start, end)
    return (start, end) if start <= head.i < end else (head.i, head.i + 1)


def _antecedent_phrase(page: Page, head: Token, draft: Draft) -> Part:
    """The noun phrase that "who" stands for, up to the relative clause."""
    start, end = speakers.noun_phrase(head)
    speaker = draft.speaker
    if speaker is not None and head.i < speaker.i:
        end = min(end, speaker.i)
    start, end = trim(page.tokens, start, end)
    return (start, end) if start <= head.i < end else (head.i, head.i + 1)


def _span(page: Page, part: Part) -> Span:
    """Characters under a token range."""
    last = page.tokens[part[1] - 1]
    return Span(page.tokens[part[0]].idx, last.idx + len(last.text))


def _kind(page: Page, said: set[int]) -> str:
    """direct, indirect or mixed, by how much of the words stands in quotation marks."""
    words = [i for i in said if not page.tokens[i].is_punct and not page.tokens[i].is_space]
    quoted = sum(1 for i in words if i in page.quoted)
    if not quoted:
        return "indirect"
    return "direct" if quoted == len(words) else "mixed"


def _nest(found: list[Found]) -> None:
    """Links each statement to the smallest other one whose content holds its cue."""
    places = sorted({one.cue.i for one in found})
    around: dict[int, list[Found]] = {place: [] for place in places}
    for one in found:
        for start, end in one.content:
            for place in places[bisect_left(places, start) : bisect_left(places, end)]:
                around[place].append(one)
    for one in found:
        outer = [o for o in around[one.cue.i] if o is not one and not one.covers(o.cue.i)]
        if outer:
            one.outer = min(outer, key=lambda o: sum(end - start for start, end in o.content))
