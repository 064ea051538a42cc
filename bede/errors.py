"""Every message a user can see, in one place. Each says what happened, where, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class BedeError(Exception):
    """Base of all errors meant for the user; its text is the whole message."""


# The store


class StoreError(BedeError):
    """Base of what can go wrong with a store."""


class StoreMissing(StoreError):
    def __init__(self, path: object) -> None:
        super().__init__(f"There is no store {path}. Make one with: bede code PATH... --to {path}")


class NotAStore(StoreError):
    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is not a Bede store, and was left as it is. Name another file.")


class NewerStore(StoreError):
    def __init__(self, path: object, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer Bede (store version {found}; this one reads up to {known}). "
            "Update Bede, or code the articles into a new store."
        )


class StoreLocked(StoreError):
    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is locked by another program that writes to it. Wait until it has ended, then try again."
        )


class StoreReadOnly(StoreError):
    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} may only be read. Change the permissions of file and folder, or write to another store."
        )


class StoreUnopenable(StoreError):
    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path} cannot be opened: {reason}. Does its folder exist, and may it be written?")


class StoreFull(StoreError):
    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} could not be written: the disk is full or failing. Finished articles are kept; "
            "make room and run the command again, and it goes on where it stopped."
        )


class StoreDamaged(StoreError):
    def __init__(self, path: object, reason: str) -> None:
        super().__init__(
            f"{path} is damaged ({reason}). Restore a copy, or code the articles again into a new store."
        )


class ClashingEvent(StoreError):
    def __init__(self, path: object, event_id: str) -> None:
        super().__init__(
            f"{path} already holds an event {event_id} of another article, so the article was not stored. "
            "Event ids must be unique; give the articles ids of their own."
        )


class NoSuchRecord(StoreError):
    def __init__(self, path: object, kind: str, wanted: str) -> None:
        super().__init__(f"{path} holds no {kind} {wanted}. See what there is with: bede show {path}")


class AmbiguousId(StoreError):
    def __init__(self, path: object, kind: str, wanted: str, found: list[str]) -> None:
        some = ", ".join(found)
        super().__init__(f"More than one {kind} in {path} begins with {wanted}: {some} ... Write more of it.")


class BadFilter(BedeError):
    def __init__(self, name: str, value: object, wanted: str) -> None:
        super().__init__(f"{name} cannot be {value!r}: it must be {wanted}.")


# Coding


class WorkerFailed(BedeError):
    def __init__(self, how: str) -> None:
        super().__init__(
            f"A worker process ended before it could code anything ({how}). "
            "Memory may be short: try fewer processes, such as --processes 1."
        )


class NowhereToWrite(BedeError):
    def __init__(self) -> None:
        super().__init__("Where to? Name a store with --to news.bede, or ask for lines of JSON with --json.")


class NoStoreNamed(BedeError):
    def __init__(self, found: list[str], variable: str) -> None:
        which = f"there are several here ({', '.join(found)})" if found else "there is none in this folder"
        super().__init__(f"Which store? {which.capitalize()}. Name one with --store, or set {variable}.")


# Reading


class NothingToRead(BedeError):
    def __init__(self, paths: list[str]) -> None:
        named = ", ".join(paths)
        super().__init__(
            f"Nothing to read: {named} does not exist. Check the spelling."
            if paths
            else "Nothing to read: name a file or a folder, or - for standard input."
        )


class BadDate(BedeError):
    def __init__(self, value: object) -> None:
        super().__init__(f"{value!r} is not a date. Write it as YYYY-MM-DD.")


class UnknownField(BedeError):
    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"An article has no field {name!r}; its fields are {_some(known)}.")


class Unreadable(BedeError):
    """Base of the reasons for which a file, a line or a row is skipped while the rest goes on."""


class PathMissing(Unreadable):
    def __init__(self) -> None:
        super().__init__("there is no such file or folder; check the spelling")


class CannotOpen(Unreadable):
    def __init__(self, reason: str) -> None:
        super().__init__(f"cannot be opened ({reason}); check the permissions")


class NotAFile(Unreadable):
    def __init__(self) -> None:
        super().__init__("neither a file nor a folder; give a plain file")


class UnknownKind(Unreadable):
    def __init__(self, suffix: str, known: str) -> None:
        what = f"files ending in {suffix}" if suffix else "files without an ending"
        super().__init__(f"{what} are not read in folders; those read are {known}")


class EmptyFolder(Unreadable):
    def __init__(self, known: str) -> None:
        super().__init__(f"the folder holds no file to read; those read are {known}")


class LinkedFolder(Unreadable):
    def __init__(self) -> None:
        super().__init__("a link to another folder is not followed; name that folder itself")


class Empty(Unreadable):
    def __init__(self) -> None:
        super().__init__("empty; nothing to code")


class TooLarge(Unreadable):
    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"{what} is longer than {limit:,} bytes, too long for one article; split it up")


class TextTooLong(Unreadable):
    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"a text of {length:,} characters is no news article (limit {limit:,}); split it")


class BinaryFile(Unreadable):
    def __init__(self) -> None:
        super().__init__("binary, not text; save it as plain text, HTML, JSON lines or CSV")


class UnknownEncoding(Unreadable):
    def __init__(self) -> None:
        super().__init__("its characters are in no encoding that can be recognised; save it as UTF-8")


class NotJson(Unreadable):
    def __init__(self, reason: str) -> None:
        super().__init__(f"not JSON ({reason}); the line may be cut off")


class NotAnObject(Unreadable):
    def __init__(self, found: str) -> None:
        super().__init__(f"a JSON {found}, not an object with a text; write one article as one object")


class NoText(Unreadable):
    def __init__(self, names: Iterable[str]) -> None:
        had = _some(names)
        super().__init__(f"no text to code{f' among {had}; name it with --column text=NAME' if had else ''}")


class NoTextColumn(Unreadable):
    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(f"no column of text among {_some(names)}; name it with --column text=NAME")


class UnknownColumns(Unreadable):
    def __init__(self, wanted: Iterable[str], names: Iterable[str]) -> None:
        super().__init__(f"no column {_some(wanted)} among {_some(names)}; check the spelling")


class RaggedRow(Unreadable):
    def __init__(self, found: int, wanted: int) -> None:
        super().__init__(f"{found} cells where the header has {wanted}; mend the row")


class OpenQuote(Unreadable):
    def __init__(self) -> None:
        super().__init__("a quotation mark that is not closed as CSV wants it; mend the row")


class NoArticleInPage(Unreadable):
    def __init__(self, cut: bool) -> None:
        why = "; the page is cut off before its end" if cut else ""
        super().__init__(f"no article found in this page{why}")


class OtherLanguage(Unreadable):
    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"language is {name} ({code}), only English is coded")


def unread_date(source: str | None, value: object) -> str:
    """A warning, not an error: the article is read, without its date."""
    return f"{source or 'article'}: cannot read the date {str(value)[:60]!r}; the article is read without it"


def _some(names: Iterable[str], most: int = 12) -> str:
    listed = [str(name)[:40] or "(unnamed)" for name in names]
    return ", ".join(listed[:most]) + (" ..." if len(listed) > most else "")
