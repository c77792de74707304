"""The audit bench: the contracts, tried harder than their test suite can try them."""
