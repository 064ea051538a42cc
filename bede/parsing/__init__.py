"""Sentences, tokens, dependencies and names: an Article becomes a spaCy Doc with the same offsets."""

from bede.parsing.pipeline import Parser

__all__ = ["Parser"]
