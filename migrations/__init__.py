"""The database's history: one ordered list of changes for index and marketplace together."""
