"""Running the coder over many articles."""

from bede.engines.local import Failure, LocalPool

__all__ = ["Failure", "LocalPool"]
