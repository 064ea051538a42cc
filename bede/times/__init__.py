"""When: time expressions found and normalised, and acts dated by them."""

from bede.times.history import historical
from bede.times.linking import date_event
from bede.times.mention import TimeMention
from bede.times.reader import read_times

__all__ = ["TimeMention", "date_event", "historical", "read_times"]
