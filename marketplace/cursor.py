"""Say where the next page of a list begins, in text that means nothing to anybody else."""

import base64
import json

from marketplace.errors import Malformed

Value = int | str


class CursorUnreadable(Malformed):
    """The cursor was not given out by us, or not for this list."""

    title = "This is no cursor of ours"


def write(*values: Value) -> str:
    """The cursor of the row that these values find again."""
    content = json.dumps(values, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def read(cursor: str, *kinds: type[Value]) -> tuple[Value, ...]:
    """The values of a cursor, each of its kind."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != list(kinds):
        raise CursorUnreadable(
            f"{cursor[:40]!r} is not a cursor of this list; begin without one.", cursor=cursor[:80]
        )
    return tuple(values)
