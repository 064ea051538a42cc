"""Who: the actors of an article, named, resolved and dated."""

from bede.actors.cast import ActorMention, Cast
from bede.actors.reader import ActorReader

__all__ = ["ActorMention", "ActorReader", "Cast"]
