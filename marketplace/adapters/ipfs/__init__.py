"""Keep and read content by what it is: CIDs, UnixFS, and the stores that hold their blocks."""
