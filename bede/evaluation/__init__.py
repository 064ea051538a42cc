"""Public benchmarks, the development gold, and the scorers."""
