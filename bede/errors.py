"""Every message a user can see, in one place. Each says what happened, where, and what to do next."""

from __future__ import annotations


class BedeError(Exception):
    """Base of all errors meant for the user; its text is the whole message."""
