"""A text as tokens, each with the letter of its class: what the grammar is matched against."""

from __future__ import annotations

import re
from typing import NamedTuple

from bede.times.lexicon import PHRASES, WORDS, ZONES, Value, word_set

_TOKEN = re.compile(
    r"""
    (?P<D>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?![\d-])
  | (?P<n1>\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}
          |\d{4}/\d{1,2}/\d{1,2})(?![\d/])
  | (?P<k>\d{1,2}:\d\d(?::\d\d)?|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))(?![\d:])
  | (?P<q>(?<![\w-])[QH][1-4](?=\W|$|\d{4}\b))
  | (?P<x>(?:\d\d|['’])?\d0['’]?s)\b
  | (?P<z>(?<!\w)['’]\d\d)\b
  | (?P<o>\d{1,3}(?:st|nd|rd|th))\b
  | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
  | (?P<p>[ap]\.\s?m\b\.?|o['’]clock\b)
  | (?P<possessive>['’]s?(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<other>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT = word_set(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """
)
_AMBIGUOUS = word_set(
    """
    may march jan mar sun sat wed mon fri fall spring second am est ist min dec nov morning evening
    night afternoon dawn
    """
)
_MARKS = {",": ",", "-": "-", "–": "-", "—": "_", "/": "/"}
_SERIES = re.compile(r"[wdn](?:-?w|Nw)+|o?w-?o")
_TEENS = range(10, 100)


class Token(NamedTuple):
    """A word, number or mark: lower-case text, offsets, class letter, value."""

    text: str
    start: int
    end: int
    letter: str
    value: Value


def scan(text: str) -> tuple[list[Token], str]:
    """Tokens of a text, and their letters in one string of the same length."""
    tokens = _settle(_join_phrases(_classify(text)), text)
    letters = "".join([token.letter for token in tokens])
    if "w" in letters:
        tokens = _join_numbers(tokens, letters)
        letters = "".join([token.letter for token in tokens])
    return tokens, letters


def _classify(text: str) -> list[Token]:
    """Tokens with the letter that the word alone suggests."""
    tokens: list[Token] = []
    lower = text.lower() if len(text.lower()) == len(text) else text
    for match in _TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        word = lower[start:end]
        if kind == "word":
            letter, value = WORDS.get(word, ("_", None))
            if letter == "G":
                value = ZONES.get(word, "")
            elif word in _SHORT and text[end : end + 1] == ".":
                end += 1
            tokens.append(Token(word, start, end, letter, value))
        elif kind == "number":
            tokens.append(_number(text, word, start, end))
        elif kind == "other":
            if not (tokens and tokens[-1].end > start):
                tokens.append(Token(word, start, end, _MARKS.get(word, "_"), None))
        elif kind == "possessive":
            tokens.append(Token(word.replace("’", "'"), start, end, "'", None))
        else:
            tokens.append(_special(kind or "", word.replace("’", "'"), start, end))
    return tokens


def _number(text: str, word: str, start: int, end: int) -> Token:
    """A figure: day, year or amount; money, shares and parts of codes are nothing."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "." and text[max(0, start - 2)].isalpha():
        before = ""  # "Oct.23"
    glued = before and (before in "$€£¥#%_./:" or before.isalnum())
    if glued or (after and (after in "%$€£°_" or after.isalnum())) or len(word) > 15:
        return _stuck(text, word, start, end, bool(glued))
    if word.isdigit() and word.isascii():
        number = int(word)
        if len(word) == 4 and 1000 <= number < 2200:
            return Token(word, start, end, "y", number)
        return Token(word, start, end, "d" if 1 <= number <= 31 and len(word) <= 2 else "n", number)
    figures = word.replace(",", "")
    amount = float(figures) if figures.isascii() and figures.count(".") <= 1 else None
    return Token(word, start, end, "n" if amount is not None else "_", amount)


def _stuck(text: str, word: str, start: int, end: int, glued: bool) -> Token:
    """A figure with a letter at its end: "6pm" keeps its number, anything else is no number."""
    if not glued and re.match(r"[ap]\.?m\b", text[end : end + 4], re.IGNORECASE) and word.isdigit():
        number = int(word[:3])
        return Token(word, start, end, "d" if 1 <= number <= 24 else "_", number)
    return Token(word, start, end, "_", None)


def _special(kind: str, word: str, start: int, end: int) -> Token:
    """Tokens whose form alone gives their class."""
    if kind == "n1":
        return Token(word, start, end, "1", word)
    if kind == "o":
        return Token(word, start, end, "o", int(word[:-2]))
    if kind == "z":
        return Token(word, start, end, "z", int(word[1:]))
    if kind == "x":
        digits = re.sub(r"\D", "", word)
        return Token(word, start, end, "x", int(digits) // 10 if digits else None)
    if kind == "p":
        return Token({"a": "am", "p": "pm"}.get(word[0], word), start, end, "p", None)
    if kind == "k":
        word = word.replace(".", ":")
    return Token(word, start, end, kind, word)


def _join_phrases(tokens: list[Token]) -> list[Token]:
    """Tokens with those that make up a phrase of the lexicon put together."""
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        seconds = PHRASES.get(token.text) if i + 1 < len(tokens) else None
        for words, (letter, value) in seconds.get(tokens[i + 1].text, ()) if seconds else ():
            last = i + len(words) - 1
            if words == tuple([word.text for word in tokens[i : last + 1]]):
                if token.text == "the" and last - i == 1 and _is_adjective(tokens, last):
                    continue
                token = Token(" ".join(words), token.start, tokens[last].end, letter, value)
                i = last
                break
        joined.append(token)
        i += 1
    return joined


def _is_adjective(tokens: list[Token], i: int) -> bool:
    """Whether "past" or "present" of "the past" belongs to a word after it ("the past two years")."""
    return (
        i + 1 < len(tokens)
        and tokens[i].text in ("past", "present")
        and tokens[i + 1].letter in "UQwdnVajycLov"
    )


def _settle(tokens: list[Token], text: str) -> list[Token]:
    """Tokens with the words of two meanings decided by case and neighbours."""
    for i, token in enumerate(tokens):
        if token.text in _AMBIGUOUS and not _is_time_word(tokens, i, text):
            tokens[i] = token._replace(letter="_", value=None)
    return tokens


def _is_time_word(tokens: list[Token], i: int, text: str) -> bool:
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    left, right = before.letter if before else "_", after.letter if after else "_"
    capital = text[token.start].isupper()
    if token.letter == "P":  # "Imus in the Morning" is a title
        return not capital or before is None or left == "W" or before.text in (".", '"', "“")
    if token.text in ("may", "march"):
        span = left == "2" and i > 1 and tokens[i - 2].letter in "Mdoy"  # "from April to May"
        return capital and (span or _is_month(before, after, left, right))
    if token.text in ("fall", "spring"):
        return (
            right in "yz"
            or left in "LTXKEs"
            or (left in "tif2b-" and right not in "tadnf" and token.text != "march")
        )
    if token.text == "second":
        return True
    if token.text == "jan" and capital and (left in "dof" or right in "y-"):
        return True
    if token.text == "am":
        return left in "dk"
    if token.text in ("est", "ist"):
        return left in "dkpWG" and text[token.start : token.end].isupper()
    if token.text == "min":
        return left in "dnw"
    return (
        capital
        and (text[token.end - 1] == "." or right in "do,k")
        and not (token.text in ("sun", "sat") and right not in "doM" and text[token.end - 1] != ".")
    )


def _is_month(before: Token | None, after: Token | None, left: str, right: str) -> bool:
    """Whether "May" or "March" is the month: by a number beside it, or a preposition before it."""
    if (
        right in "doyz"
        or (after and after.text in ("twenty", "thirty"))
        or (after and after.text == "," and left in "do")
    ):
        return True
    if before is None:
        return False
    if left in "doLTXEKsMWF":
        return True
    if left in "NO-" or before.text in (
        "until",
        "till",
        "by",
        "in",
        "since",
        "of",
        "before",
        "after",
        "for",
        "during",
    ):
        return right not in "_" or after is None or after.text in _AFTER_MONTH
    return False


_AFTER_MONTH = word_set(
    """
    . ; : ) ( — " ” the a an when while as that he she it they we who which where with is was were
    are has have had after his her its
    """
)


def _join_numbers(tokens: list[Token], letters: str) -> list[Token]:
    """Tokens with numbers in words put together: "twenty-four", "two and a half", "nineteen ninety-six"."""
    joined: list[Token] = []
    at = 0
    for match in _SERIES.finditer(letters):
        series = tokens[match.start() : match.end()]
        token = _sum(series)
        if token:
            joined += tokens[at : match.start()]
            joined.append(token)
            at = match.end()
    return joined + tokens[at:]


def _sum(series: list[Token]) -> Token | None:
    """One number out of its words, or None where they do not make one."""
    parts = [token for token in series if token.letter not in "-N"]
    values = [float(token.value) for token in parts if isinstance(token.value, (int, float))]
    if len(values) != len(parts):
        return None
    first, last = series[0], series[-1]
    text = " ".join(token.text for token in series)
    if last.letter == "o":
        whole = int(sum(values))
        return Token(text, first.start, last.end, "o", whole) if whole < 100 else None
    if values[0] in (17, 18, 19, 20) and len(values) > 1 and values[1] in _TEENS:
        year = int(values[0] * 100 + sum(values[1:]))
        return Token(text, first.start, last.end, "y", year) if year < 2200 else None
    total, group = 0.0, 0.0
    for value in values:
        if value >= 100:
            group = max(group, 1) * value
            if value >= 1000:
                total, group = total + group, 0.0
        elif group and value >= 1 and group % 100 > 0 and not (group % 10 == 0 and value < 10):
            return None
        else:
            group += value
    total += group
    return Token(text, first.start, last.end, "w", int(total) if total == int(total) else total)
