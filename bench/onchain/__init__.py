"""What `bench/gas.py` plays: a chain with our contracts, what people sign, the acts, the table."""
