"""Said by whom: speakers, cues and contents, and whose word an act is."""

from bede.statements.found import Found, plain_entity
from bede.statements.reader import read_statements
from bede.statements.whose import around, attribution, by_token

__all__ = ["Found", "around", "attribution", "by_token", "plain_entity", "read_statements"]
