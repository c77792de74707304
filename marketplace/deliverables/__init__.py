"""Make what a collector gets: the master and its previews, and all that says how it was made."""
