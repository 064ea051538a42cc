"""From raw text to lines and paragraphs: characters cleaned, wrapped lines joined."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

from bede.readers.dateline import find_dateline

_WIDEST_WRAP = 100  # columns; lines longer than this were not wrapped by hand or teleprinter
_NARROWEST_WRAP = 40
_SLACK = 10  # columns that a wrapped line may fall short of the width before its next word
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|br|div|span|a|h[1-6]|li|em|strong|b|i|script|style)\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|section|article|tr)\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b-\u200f\u2060\ufeff\ud800-\udfff]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `opens` says that a blank line or an indentation precedes it."""

    text: str
    opens: bool


def clean(text: str) -> str:
    """Text without control, zero-width and lone surrogate characters, with entities resolved."""
    text = _BREAKS.sub("\n", text)
    if _ENTITY.search(text):
        text = html.unescape(text)
    return _UNSEEN.sub("", text)


def one_line(text: object) -> str | None:
    """A field such as a title or a name on one line; None where nothing is left."""
    return " ".join(clean(str(text)).split()) or None


def split_lines(text: str) -> list[Line]:
    """The lines of a cleaned text that are not blank, blanks inside them single."""
    lines: list[Line] = []
    opens = True
    usual = _usual_indent(text)
    for raw in text.split("\n"):
        line = _BLANKS.sub(" ", raw).strip()
        if not line:
            opens = True
            continue
        indent = len(raw) - len(raw.lstrip())
        lines.append(Line(line, opens or 2 <= indent - usual <= 12))
        opens = False
    return lines


def paragraphs(lines: list[Line]) -> list[str]:
    """Lines joined to paragraphs: at blank lines, indentations, and where a line was ended on purpose."""
    width = wrap_width(lines)
    joined: list[str] = []
    last = ""
    for line in lines:
        if last and not line.opens and runs_on(last, line.text, width):
            joined[-1] += ("" if re.search(r"\w-$", last) and line.text[:1].islower() else " ") + line.text
        else:
            joined.append(line.text)
        last = line.text
    return joined


def wrap_width(lines: list[Line]) -> int:
    """The column at which a text was wrapped, 0 for a text that was not. A few lines may be longer.

    Wrapped lines are nearly all as long as there is room, and most of them end inside a sentence.
    """
    counts = Counter(len(line.text) for line in lines)

    def full(width: int) -> int:
        return sum(counts[length] for length in range(width - _SLACK, width + 1))

    most = max(range(_NARROWEST_WRAP, _WIDEST_WRAP + 1), key=lambda width: (full(width), width))
    width = max((length for length in counts if length <= most), default=0)
    longer = sum(count for length, count in counts.items() if length > width)
    near = [line.text for line in lines if width - _SLACK <= len(line.text) <= width]
    cut = sum(not _SENTENCE_END.search(text) for text in near)
    wrapped = len(lines) >= 3 and len(near) >= 2 and 2 * cut >= len(near) and longer <= max(2, len(near) // 4)
    return width if wrapped else 0


def runs_on(last: str, following: str, width: int) -> bool:
    """Whether a line break inside a paragraph was made for want of room."""
    if not _SENTENCE_END.search(last) and following[:1].islower():
        return True
    full = len(last) + 1 + len(following.split(" ", 1)[0]) > width - _SLACK
    return width > 0 and full and find_dateline(following) is None


def _usual_indent(text: str) -> int:
    """The indentation that most lines have (a text that is indented as a whole has no paragraphs by it)."""
    indents = sorted(len(line) - len(line.lstrip()) for line in text.split("\n") if line.strip())
    return indents[len(indents) // 2] if indents else 0


def without_tags(text: str) -> str:
    """Text of an HTML fragment, as feeds and exports have it in a field; other text as it is."""
    if not _TAGS.search(text):
        return text
    text = re.sub(r"(?is)<(script|style)\b.*?(?:</\1\s*>|$)", " ", text)
    text = re.sub(r"\s*\n\s*", " ", text) if _BLOCK.search(text) else text
    return re.sub(r"<[^<>]*>", "", _BLOCK.sub("\n\n", text))
