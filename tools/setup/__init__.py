"""Bring a fresh checkout to life: environments, compiler, contracts, page bundle."""
