"""Find subjects by itself: the third tier of the machine artist, its guide and its Muse.

`guide` walks from a recipe towards a text and what people like; `best` chooses among many; the
`muse` keeps an archive of all that it has tried, proposes what nothing shows yet, and says why.
Everything it makes is an ordinary recipe, found by dice that fall the same everywhere.
"""
