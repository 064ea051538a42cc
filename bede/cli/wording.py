"""Records in a few words, the same in every command."""

from __future__ import annotations

from bede.records import Coding, Entity, Event, Size

UNKNOWN = "?"


def event_type(event: Event) -> str:
    """'SANCTION expel'."""
    return " ".join((event.type, *event.modes))


def entity(coding: Coding, who: Entity) -> str:
    """'Qasem Soleimani (IRN MIL)': the resolved name, else the article's words, with country and sectors."""
    name = one_line(who.name or coding.words(who.span)) or UNKNOWN
    codes = " ".join(code for code in (who.country, *who.sectors) if code)
    return f"{name} ({codes})" if codes else name


def entities(coding: Coding, sides: tuple[Entity, ...]) -> str:
    return ", ".join(entity(coding, who) for who in sides)


def date(event: Event) -> str:
    return event.date or UNKNOWN


def place(coding: Coding, event: Event) -> str:
    """'Baghdad (IRQ)'."""
    if event.where is None:
        return ""
    name = one_line(event.where.name or coding.words(event.where.span))
    if not name:
        return event.where.country or ""
    return f"{name} ({event.where.country})" if event.where.country else name


def source(coding: Coding, event: Event) -> str:
    """Who says so: the person or body credited, else the agency or outlet in its own voice."""
    if event.attributed_to:
        credited = event.attributed_to
        return one_line(credited.name or coding.words(credited.span)) or UNKNOWN
    article = coding.article
    return event.agency or (article.agencies[-1] if article.agencies else article.outlet) or ""


def size(counted: Size) -> str:
    """'13+ dead, 5-7 injured'."""
    parts = []
    for what, number in (
        ("dead", counted.dead),
        ("injured", counted.injured),
        ("arrested", counted.arrested),
        ("participants", counted.participants),
    ):
        if number:
            low, high = number
            parts.append(f"{low}{'+' if high is None else '' if high == low else f'-{high}'} {what}")
    return ", ".join(parts)


def count(number: int, what: str) -> str:
    """'1 event', '2 events'."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def one_line(text: str) -> str:
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Without the characters by which a text could steer the terminal, or that it cannot take."""
    return text.translate(_UNPRINTABLE)


_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
_UNPRINTABLE = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
