"""Start what a person would otherwise install: a database, a chain, our own processes."""
