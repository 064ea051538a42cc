"""The event ontology: PLOVER 2.0 as tables that can be read and corrected, scores, and CAMEO both ways.

`load()` gives PLOVER 2.0; `load(folder)` gives an ontology of your own in the same tables.
"""

from bede.ontology.cameo import CameoCode, Crosswalk, PloverCode, Reverse
from bede.ontology.loader import PLOVER, load
from bede.ontology.model import QUADS, ActorCode, Context, EventType, Mode, Ontology, Sector
from bede.ontology.tables import Table, describe

__all__ = [
    "PLOVER",
    "QUADS",
    "ActorCode",
    "CameoCode",
    "Context",
    "Crosswalk",
    "EventType",
    "Mode",
    "Ontology",
    "PloverCode",
    "Reverse",
    "Sector",
    "Table",
    "describe",
    "load",
]
