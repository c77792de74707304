"""What `bench/index.py` measures: a market's history, and who reads it how fast."""
