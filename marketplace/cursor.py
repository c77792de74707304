"""Say where the next page of a list begins, in text that means nothing to anybody else."""

import base64
import json

from indexer.primitives import hash32
from marketplace.errors import Malformed

Value = int | str
END = 2**53  # of whole numbers: what every JSON reader keeps, and every column can be compared with


class CursorUnreadable(Malformed):
    """The cursor was not given out by us, or not for this list."""

    title = "This is no cursor of ours"


def write(*values: Value) -> str:
    """The cursor of the row that these values find again."""
    content = json.dumps(values, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def read(cursor: str, *kinds: type[Value]) -> tuple[Value, ...]:
    """The values of a cursor, each of its kind; numbers count something, texts are hashes."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        is_ours = isinstance(values, list) and list(map(type, values)) == list(kinds)
        if is_ours and all(map(_is_possible, values)):
            return tuple(values)
    except (ValueError, RecursionError):
        pass
    raise CursorUnreadable(
        f"{cursor[:40]!r} is not a cursor of this list; begin without one.", cursor=cursor[:80]
    )


def _is_possible(value: Value) -> bool:
    return 0 <= value < END if isinstance(value, int) else bool(hash32(value))
