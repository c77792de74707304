"""What can be wrong with a machine or an installation, and how it is mended.

RuntimeFault
├── PartMissing     something set-up should have brought is not there
├── PartDied        a process we started ended by itself
├── PortTaken       somebody else listens where we would
├── DiskFull        no room to go on
├── Unreachable     a node that the settings name does not answer
└── WrongChain      the node speaks for another chain than the deployment does
"""

from pathlib import Path
from typing import ClassVar

SETUP = "run `make setup`"


class RuntimeFault(Exception):
    """Something outside the program is wrong; `mend` says what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.message}\n{self.mend}"


class PartMissing(RuntimeFault):
    """Something set-up should have brought is not there."""

    def __init__(self, part: str, where: Path | str, mend: str = SETUP) -> None:
        super().__init__(f"{part} is missing ({where})", mend)


class PartDied(RuntimeFault):
    """A process we started ended by itself."""

    def __init__(self, part: str, code: int | None, last_words: str, log: Path | None) -> None:
        where = f"read {log}" if log else "run `atelier doctor`"
        said = f"; it said: {last_words}" if last_words else ""
        super().__init__(f"{part} ended with code {code}{said}", where)


class PortTaken(RuntimeFault):
    """Somebody else listens where we would."""

    def __init__(self, part: str, port: int, setting: str) -> None:
        super().__init__(
            f"{part} cannot listen on port {port}: another program does",
            f"stop that program, or choose another port with {setting}=<port>",
        )


class DiskFull(RuntimeFault):
    """No room to go on."""

    def __init__(self, folder: Path, free_bytes: int, needed_bytes: int) -> None:
        super().__init__(
            f"{folder} has {free_bytes >> 20} MiB free and {needed_bytes >> 20} MiB are needed",
            "make room there, or choose another folder with ATELIER_DATA=<folder>",
        )


class Unreachable(RuntimeFault):
    """A node that the settings name does not answer."""

    def __init__(self, part: str, url: str, reason: str, setting: str) -> None:
        super().__init__(
            f"{part} does not answer at {url}: {reason}",
            f"start it, or correct {setting}",
        )


class WrongChain(RuntimeFault):
    """The node speaks for another chain than the deployment does."""

    def __init__(self, what: str, expected: object, found: object, deployment: Path) -> None:
        super().__init__(
            f"the node's {what} is {found}, but {deployment} was deployed where it is {expected}",
            "point ATELIER_RPC_URL at that chain, or ATELIER_DEPLOYMENT at this chain's file",
        )
