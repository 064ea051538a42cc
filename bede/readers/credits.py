"""Credit lines at the end of a report: who wrote and edited it, whose copy it is, whose copyright."""

from __future__ import annotations

import re

from bede.readers.agencies import agencies_in, known_as
from bede.readers.facts import Facts, without_agencies
from bede.readers.furniture import is_clutter, read_header

_LAST = 8  # paragraphs from the end among which credits stand
_LONGEST = 400  # characters of a credit line
_WORK = r"(?:reporting|reported|writing|written|editing|edited|compiled|translated|graphics?)"
_CREDIT = re.compile(
    rf"[(\[]?\s*(?:additional |more |with )*{_WORK}(?:(?:,| and| &) {_WORK})*(?: by\b|\s*:).*"
    r"|\(?with (?:inputs?|files?|reporting|information|reports) (?:from|by)\b.{2,120}"
    r"|\(?(?:with |from )?(?:agency inputs?|inputs from agencies|agencies|news agencies|wire services)\)?\.?"
    r"|[(\[]?\s*(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b)).*"
    r"|(?:sources?|via|credit|agency|(?:originally|first) published (?:by|on|in|at))\s*:\s.{2,80}"
    r"|\([A-Z]{2,8}(?: \d{4,6})? (?:GMT|UTC).{0,20}\)|.{2,40} website contains only .*"
    r"|our standards:.*|the thomson reuters trust principles.*"
    r"|this (?:story|article|report|copy) (?:was|is|has)\b.{0,80}"
    r"\b(?:(?:first|originally) published|auto-?generated|syndicated|edited by)\b.*"
    r"|.{0,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,80}"
    r"|.{0,120}\ball rights reserved\b.*"
    r"|-\s*30\s*-|[-–—]*\s*(?:ends?|enditem)\s*[-–—./]*",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?:source|sources|credit|agency|via)\s*:\s*(?P<name>.{2,60}?)\.?", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|by)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\d.,;:|()]{2,50}(?:\.\w{2,4}\b)?)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[(\[]|[-–—/]{1,2}\s*)(?P<names>[A-Za-z][\w .&/,-]{1,40}?)(?:[)\]/]|\s*[-–—]+)?\.?")
_INLINE = re.compile(
    rf"\s+\((?:additional )?{_WORK}\b[^()]*(?:\([^()]*\)[^()]*)*\)\.?$",
    re.IGNORECASE,
)
_SIGNED_INLINE = re.compile(
    r"(?<=[.!?\"”'’])\s+(?:[-–—]{1,2}\s?(?P<a>[A-Z][\w /&]{1,30})|\((?P<b>[A-Z][\w /&]{1,30})\))\.?$"
)
_ENDITEM = re.compile(r"\s+(?:enditem|/[a-z]{2,3}/|\(end\)(?:\s+\w{2,3}\.\w{2,3})?)\.?$", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:related|recommended|more)\s+(?:topics|stories|articles|news|content|on this story|from this section)"
    r"\W*"
    r"|you may also like\W*|most (?:read|popular|viewed)\W*|trending(?: now)?\W*|top stories\W*|comments\W*"
    r"|also (?:today|in the news)\W*",
    re.IGNORECASE,
)


def split_credits(paragraphs: list[str], facts: Facts) -> list[str]:
    """The body without the credit lines at its end, whose facts go to `facts`. One paragraph always stays."""
    kept = _before_links(paragraphs)
    lines: list[str] = []
    for index in range(len(kept) - 1, max(0, len(kept) - 1 - _LAST), -1):
        line = kept[index]
        if is_credit(line):
            lines.insert(0, line)
        elif not is_clutter(line) and read_header(line, facts) != "":
            continue
        del kept[index]
    if kept:
        kept[-1], inline = _strip_inline(kept[-1])
        lines = inline + lines
    facts.agencies += [name for line in lines for name in agencies_in(line)]
    facts.outlet = facts.outlet or _outlet(lines)
    return kept


def _before_links(paragraphs: list[str]) -> list[str]:
    """The paragraphs before a heading such as "Related stories", if that stands in the last half."""
    length = sum(map(len, paragraphs))
    passed = 0
    for index, paragraph in enumerate(paragraphs):
        if index and 2 * passed >= length and heads_links(paragraph):
            return paragraphs[:index]
        passed += len(paragraph)
    return list(paragraphs)


def heads_links(line: str) -> bool:
    """Whether a line is the heading of a list of other articles."""
    return bool(_LINKS.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether a paragraph is a credit line as a whole."""
    if len(line) > _LONGEST:
        return False
    return bool(_CREDIT.fullmatch(line)) or _is_signature(line)


def _is_signature(line: str) -> bool:
    """ "— AFP", "(AP/Reuters)", "/TASS/": nothing but agencies."""
    match = _SIGNED.fullmatch(line)
    if match is None:
        return bool(known_as(line))
    names = [name for name in re.split(r"\s*(?:/|,|&|\band\b)\s*", match["names"].strip()) if name]
    return any(known_as(name) for name in names) and all(known_as(name) or len(name) <= 4 for name in names)


def _strip_inline(paragraph: str) -> tuple[str, list[str]]:
    """Take a credit off the end of the last paragraph: "... he said. (Reporting by Jane Roe)"."""
    taken: list[str] = []
    for pattern in (_ENDITEM, _INLINE, _SIGNED_INLINE):
        match = pattern.search(paragraph)
        if match is None or match.start() == 0:
            continue
        if pattern is _SIGNED_INLINE and not _is_signature(f"({match['a'] or match['b']})"):
            continue
        taken.append(match[0].strip())
        paragraph = paragraph[: match.start()].rstrip()
    return paragraph, taken


def _outlet(lines: list[str]) -> str | None:
    """The outlet that a copyright or source line names, where it is no agency."""
    for line in lines:
        match = _KEY.fullmatch(line) or _COPYRIGHT.search(line)
        if match:
            name = re.sub(
                r"\b(?:all rights reserved|inc|ltd|llc)\b.*", "", match["name"], flags=re.IGNORECASE
            )
            name = without_agencies(name.strip())
            if name and not agencies_in(name) and name[:1].isupper():
                return name
    return None
