"""Why a journey stopped.

JourneyError
├── Refused    the marketplace or the chain answered no
├── Overdue    something that should have happened did not
└── Unproven   what came out is not what was promised
"""


class JourneyError(Exception):
    """The journey could not go on; the message says where and why."""


class Refused(JourneyError):
    """The marketplace or the chain answered no."""


class Overdue(JourneyError):
    """Nothing happened for longer than it may take."""


class Unproven(JourneyError):
    """A check of the result failed."""
