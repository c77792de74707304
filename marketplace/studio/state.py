"""Know the states of a commission, which may follow which, and where a stopped one starts again."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """What is stored; `minted` is never stored, the index says it."""

    ASKED = "asked"
    RENDERED = "rendered"
    PINNED = "pinned"
    SIGNED = "signed"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


MINTED: Final = "minted"

FOLLOWERS: Final[dict[State, frozenset[State]]] = {
    State.ASKED: frozenset({State.RENDERED, State.FAILED, State.CANCELLED}),
    State.RENDERED: frozenset({State.PINNED, State.FAILED, State.CANCELLED}),
    State.PINNED: frozenset({State.SIGNED}),
    State.SIGNED: frozenset({State.SENT, State.FAILED}),
    State.SENT: frozenset({State.SIGNED, State.FAILED}),
    State.FAILED: frozenset({State.ASKED, State.RENDERED, State.PINNED, State.SIGNED}),
    State.CANCELLED: frozenset({State.ASKED, State.RENDERED}),
}

CANCELLABLE: Final = frozenset(
    state for state, followers in FOLLOWERS.items() if State.CANCELLED in followers
)
STOPPED: Final = frozenset({State.FAILED, State.CANCELLED})

# Nothing happens in these until a person does something.
RESTING: Final = frozenset({State.PINNED, State.FAILED, State.CANCELLED})


def resumption(*, is_rendered: bool, is_pinned: bool, is_voucher_alive: bool) -> State:
    """The last good state of a failed or cancelled commission, judged by the outputs it has."""
    if not is_rendered:
        return State.ASKED
    if not is_pinned:
        return State.RENDERED
    return State.SIGNED if is_voucher_alive else State.PINNED
