"""The words time expressions are made of, each with the letter of its class and its value.

The grammar (grammar.py) is written over these letters: every token of a text has exactly one.
    M month   W weekday  B weekday in the plural  S season   U unit   Q quarter  C century   P part of the day
    Y yesterday, today, tomorrow   H holiday   R a reference (now, recently, soon)   A daily, weekly
    d number 1-31   y year   z '98   n other number   w number in words   o ordinal   x decade (1990s)
    V vague amount (a few, several)   h half   m approximately   a a, an   t the, its   s every, each
    L last   T this   K that, same   X next   E early, late, end   r earlier   l later   g ago
    b before   e after
    j fiscal, full, entire   f of   i in, on, at   F from   2 to, until, -   N and   O or   u a rate ("times")
    q Q1, H1   k clock 10:30   p a.m., p.m., o'clock   G time zone   1 numeric date   D ISO date and time
    v period   c recent   I year-end   J or so   Z the day before, the day after
    , comma   - hyphen   ' possessive   _ anything else
"""

from __future__ import annotations

import re

from bede.times.holidays import holidays

Value = str | int | float | None
Entry = tuple[str, Value]

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
_UNITS = {
    "day": "D", "week": "W", "fortnight": "F", "month": "M", "year": "Y", "decade": "E", "weekend": "WE",
    "hour": "TH", "minute": "TM", "night": "NI", "yr": "Y", "hr": "TH", "min": "TM", "wk": "W",
}  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "million": 1_000_000, "dozen": 12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "final": -1,
}  # fmt: skip
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
_PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "evening": "EV", "evenings": "EV",
    "afternoons": "AF", "noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO", "dusk": "EV",
    "sunrise": "MO", "sunset": "EV", "daytime": "DT", "lunchtime": "MI", "nighttime": "NI",
    "mid-morning": "MO", "mid-afternoon": "AF",
}  # fmt: skip
_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "quarterly": "P3M", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W",
    "everyday": "P1D",
}  # fmt: skip
_CLASSES = {
    "L": "last past previous preceding prior",
    "T": "this current",
    "K": "that those same these",
    "X": "next coming following upcoming ensuing",
    "E": "early late mid middle beginning start end",
    "r": "earlier previously",
    "l": "later afterward afterwards hence ahead",
    "g": "ago",
    "b": "before",
    "e": "after",
    "j": "fiscal full entire whole calendar financial straight consecutive more additional school "
    "successive long solid weary latest comparable corresponding academic marketing running crucial",
    "f": "of starting",
    "i": "in on at by since during for around within over throughout under till",
    "F": "from between",
    "2": "to until through thru",
    "N": "and",
    "O": "or",
    "a": "a an",
    "t": "the its their his her our my",
    "s": "every each per",
    "m": "about approximately roughly nearly almost some circa only just barely exactly",
    "u": "once twice thrice times time",
    "p": "am pm a.m. p.m. a.m p.m o'clock",
    "G": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist msk jst kst aest aedt eet eest",
}
# Offsets of the zones above, in hours and minutes; names shared by several zones are the commonest in news.
ZONES = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "ist": "+05:30", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00",
    "aedt": "+11:00", "eet": "+02:00", "eest": "+03:00",
}  # fmt: skip
_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
# Expressions of several words that act as one token.
_PHRASES: dict[str, dict[str, Value]] = {
    "R": {
        **dict.fromkeys(
            ("right now", "at present", "just now", "at the moment", "these days", "at this time",
             "at this point", "the present", "for now", "as of now", "the time being"), "PRESENT_REF",
        ),
        **dict.fromkeys(
            ("more recently", "most recently", "relatively recently", "the past", "long ago",
             "the distant past", "the recent past", "recent past", "in recent times"), "PAST_REF",
        ),
        **dict.fromkeys(
            ("as soon as possible", "the future", "the near future", "near future", "the near term",
             "the short term", "the long term", "the foreseeable future", "foreseeable future",
             "the coming future"), "FUTURE_REF",
        ),
    },
    "Y": {
        "the day before yesterday": -2, "day before yesterday": -2, "the day after tomorrow": 2,
        "day after tomorrow": 2, "last night": -1.5,
    },
    "Z": {"the day before": -1, "the day after": 1, "the night before": -1, "the morning after": 1,
          "the week before": -7, "the week after": 7, "a day earlier": -1, "a day later": 1},
    "I": {"year end": None, "year-end": None},
    "V": dict.fromkeys(
        ("a few", "a number of", "dozens of", "scores of", "hundreds of", "thousands of", "quite a few")
    ),
    "w": {
        "a couple of": 2, "a couple": 2, "couple of": 2, "couple": 2, "a dozen": 12, "half a": 0.5,
        "half an": 0.5, "a half": 0.5, "a hundred": 100, "a thousand": 1000, "half-a": 0.5,
    },
    "m": {
        "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "more than": "MORE_THAN",
        "less than": "LESS_THAN", "fewer than": "LESS_THAN", "no more than": "EQUAL_OR_LESS",
        "up to": "EQUAL_OR_LESS", "as much as": None, "as many as": None,
    },
    "s": {"every other": 2},
    "J": {"or so": None, "or more": None, "or less": None},
    "G": {"local time": "", "eastern time": "", "pacific time": "", "moscow time": "+03:00"},
    "P": {"mid day": "12:00", "mid night": "24:00", "mid-day": "12:00", "mid-morning": "MO",
          "mid-afternoon": "AF", "mid afternoon": "AF", "mid morning": "MO", "midafternoon": "AF"},
    "_": dict.fromkeys(
        ("as soon as", "day to day", "day-to-day", "from time to time", "last minute", "last-minute",
         "year after year", "day after day", "day and night", "day by day", "first time", "second time",
         "third time", "next time", "last time", "this time", "that time", "same time", "year on year",
         "year-on-year", "year-over-year", "at the end of the day", "one day", "a second", "last but",
         "at last", "last of", "next to", "some day", "to date", "days of", "second half")
    ),
}  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def _words() -> dict[str, Entry]:
    """One-word entries."""
    entries: dict[str, Entry] = {}
    for letter, words in _CLASSES.items():
        entries.update(dict.fromkeys(words.split(), (letter, None)))
    entries.update({word: ("M", n) for n, word in enumerate(MONTHS, 1)} | _each("M", _SHORT_MONTHS))
    entries.update({word: ("W", n) for n, word in enumerate(_WEEKDAYS)} | _each("W", _SHORT_WEEKDAYS))
    entries.update({word + "s": ("B", n) for n, word in enumerate(_WEEKDAYS)})
    entries.update(_each("U", _UNITS) | _each("U", {word + "s": unit for word, unit in _UNITS.items()}))
    entries.update({"seconds": ("U", "TS"), "century": ("C", "C"), "centuries": ("C", "C")})
    entries.update({"quarter": ("Q", "Q"), "quarters": ("Q", "Q"), "period": ("v", None)})
    entries.update({"spring": ("S", "SP"), "summer": ("S", "SU"), "fall": ("S", "FA"), "autumn": ("S", "FA")})
    entries.update({"winter": ("S", "WI"), "summers": ("S", "SU"), "winters": ("S", "WI")})
    entries.update({"yesterday": ("Y", -1), "today": ("Y", 0), "tomorrow": ("Y", 1)})
    entries.update({"tonight": ("Y", 0.5), "overnight": ("Y", -0.5), "lunchtime": ("P", "MI")})
    entries.update({"several": ("V", None), "many": ("V", None), "few": ("V", None), "dozens": ("V", None)})
    entries.update({"half": ("h", 0.5), "another": ("w", 1), "all": ("j", None)})
    entries.update({"recent": ("c", None), "night": ("P", "NI"), "nights": ("U", "NI")})
    entries.update(_each("P", _PARTS) | _each("A", _ADVERBS) | _each("R", _REFERENCES))
    entries.update(_each("w", _NUMBERS) | _each("o", _ORDINALS) | _each("x", _DECADES))
    return entries


def _each(letter: str, values: dict[str, int] | dict[str, str]) -> dict[str, Entry]:
    return {word: (letter, value) for word, value in values.items()}


def _phrases() -> dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]]:
    """Phrases of several words by their first and second, longest first; names of one word go to WORDS."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
    everything = {
        phrase: (letter, value) for letter, phrases in _PHRASES.items() for phrase, value in phrases.items()
    }
    everything.update({name: ("H", name) for name in holidays()})
    for phrase, entry in sorted(everything.items(), key=lambda item: -len(item[0])):
        words = tuple(re.findall(r"'s?(?!\w)|[^\W\d_]+|\d+|[^\w\s]", phrase))
        if len(words) == 1:
            WORDS[phrase] = entry
        else:
            table.setdefault(words[0], {}).setdefault(words[1], []).append((words, entry))
    return table


WORDS = _words()
PHRASES = _phrases()
