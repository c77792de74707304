"""One third-party client each, behind a port."""
