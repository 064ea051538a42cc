"""Trains the event model that ships with the package, from the passages of this folder's parent."""
