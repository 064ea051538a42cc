"""When: time expressions found and normalised."""

from bede.times.mention import TimeMention
from bede.times.reader import read_times

__all__ = ["TimeMention", "read_times"]
