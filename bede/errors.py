"""Every message a user can see, in one place. Each says what happened, where, and what to do next."""

from __future__ import annotations


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
