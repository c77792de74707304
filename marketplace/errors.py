"""Say what can go wrong when somebody asks us for something, as one tree.

AtelierError              500
├── Malformed             400  we cannot read what was sent
├── SignInMissing         401  nobody is signed in
├── Refused               403  signed in or not, this person may not do that
├── Missing               404  no such thing
├── Conflict              409  not in the state in which things are now
├── TooLarge              413  more than we take
├── Unprocessable         422  readable, but it breaks a rule
├── TooMany               429  too often, or too many at once
├── UpstreamFailed        502  the chain's node or another service gave no usable answer
└── Unavailable           503  a part of this installation does not answer right now

Leaves live beside the rule that raises them. A leaf names its `title`; the message says what was
wrong, with which value, and what to do; `values` are the same facts for programs.
"""

import re
from typing import Any, ClassVar

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class AtelierError(Exception):
    """Anything we refuse or fail to do, told so that a person can act on it."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, detail: str, **values: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.values = values


def slug(name: str) -> str:
    """A kind of error as a word for programs: `VoteClosed` is `vote-closed`."""
    return _WORD.sub("-", name).lower()


class Malformed(AtelierError):
    """We cannot read what was sent."""

    status, title = 400, "Not readable"


class SignInMissing(AtelierError):
    """Nobody is signed in, or the session has ended."""

    status, title = 401, "Sign in first"


class Refused(AtelierError):
    """This person may not do that."""

    status, title = 403, "Not allowed"


class Missing(AtelierError):
    """There is no such thing."""

    status, title = 404, "Not found"


class Conflict(AtelierError):
    """It cannot be done in the state in which things are now."""

    status, title = 409, "Not possible now"


class TooLarge(AtelierError):
    """More was sent than we take."""

    status, title = 413, "Too large"


class Unprocessable(AtelierError):
    """Readable, but it breaks a rule."""

    status, title = 422, "Not acceptable"


class TooMany(AtelierError):
    """Too often, or too many at once."""

    status, title = 429, "Too many"


class UpstreamFailed(AtelierError):
    """A service that we ask gave no usable answer."""

    status, title = 502, "A service we depend on failed"


class Unavailable(AtelierError):
    """A part of this installation does not answer right now."""

    status, title = 503, "Not available right now"
