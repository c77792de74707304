"""Bring a fresh checkout to life: environments, compiler, contracts and page bundle, each made once."""
