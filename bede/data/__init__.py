"""Tables and weights that ship with Bede. Every table has a source column."""
