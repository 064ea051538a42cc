"""SQLite as the system of record: one file that many may read while one writes."""

from bede.store.filters import EventFilter
from bede.store.store import Counts, RunCounts, Store

__all__ = ["Counts", "EventFilter", "RunCounts", "Store"]
