"""Compare pictures with all that are shown here, so that nobody passes off another's work."""
