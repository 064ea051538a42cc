"""The training corpus: invented newswire passages with full event records, and the scripts that keep it."""
