"""Why set-up stopped, and what a person can do about it."""

import re
from pathlib import Path

# What tools say when something outside is missing, and what we say instead.
_MEANINGS = (
    (r"No space left on device|ENOSPC", "The disk is full: make room and run the same again."),
    (
        r"name resolution|ENOTFOUND|EAI_AGAIN|Name or service not known|Network is unreachable"
        r"|ECONNREFUSED|ETIMEDOUT|ConnectTimeout|Max retries exceeded",
        "The network did not answer: check the connection (or the mirrors that pip and npm are "
        "set to) and run the same again; what is done stays done.",
    ),
    (
        r"Permission denied|EACCES",
        "A file may not be written: look at who owns this folder.",
    ),
    (
        r"No matching distribution found|ETARGET|E404",
        "A package index lacks a version that is pinned here: use an index that has it.",
    ),
)
_TAIL_LINES = 12


class SetupFault(Exception):
    """A step could not be done; the message says why, `mend` what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


def explained(what: str, log: Path) -> SetupFault:
    """A failed command's fault, with its last lines and the meaning of what it said."""
    text = log.read_text(errors="replace") if log.exists() else ""
    tail = "\n".join(f"    {line}" for line in text.strip().splitlines()[-_TAIL_LINES:])
    for pattern, mend in _MEANINGS:
        if re.search(pattern, text):
            return SetupFault(f"{what} failed:\n{tail}", mend)
    return SetupFault(f"{what} failed:\n{tail}", f"The whole of it is in {log}.")
