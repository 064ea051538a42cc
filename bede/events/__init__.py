"""What: predicates and their sides, mood, contents, size, contexts, merging."""

from bede.events.candidates import Candidate
from bede.events.contexts import contexts_of
from bede.events.draft import Draft, Surroundings, Word
from bede.events.model import EventModel, find_model
from bede.events.reader import Reading, read_events
from bede.events.salience import Figure, Figures
from bede.events.size import as_size

__all__ = [
    "Candidate",
    "Draft",
    "EventModel",
    "Figure",
    "Figures",
    "Reading",
    "Surroundings",
    "Word",
    "as_size",
    "contexts_of",
    "find_model",
    "read_events",
]
