"""What `bench/studio.py` measures: a module a part, each with a `measure() -> Iterator[Figure]`.

A new part is a new module here and nothing else; its name is what the command line calls it.
"""
