"""People in, decisions and prepared transactions out."""
