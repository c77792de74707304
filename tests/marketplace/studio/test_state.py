"""states
every pair of states  -> may follow, or NotReady; a change leaves exactly one row
failed                -> starts again from what it has
"""

from itertools import product
from uuid import uuid4

import pytest

from generation.recipe import compose
from indexer.primitives import Address
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import commission as commissions
from marketplace.studio import queries
from marketplace.studio.commission import Order
from marketplace.studio.error import NotReady
from marketplace.studio.state import FOLLOWERS, State, resumption
from tests.conftest import Accounts


def test_only_followers_follow(parts: Parts, accounts: Accounts) -> None:
    me = Address(accounts.artist.address)
    with unit(parts.units) as session:
        made = commissions.ask(
            session, uuid4(), me, Order("t", "", compose("painter", {}, seed=1), None)
        )
        for before, after in product(State, State):
            made.state = before
            told = len(queries.changes(session, made.id))
            if after in FOLLOWERS[before]:
                commissions.enter(session, made, after)
                assert made.state == after
                assert len(queries.changes(session, made.id)) == told + 1
            else:
                with pytest.raises(NotReady):
                    commissions.enter(session, made, after)
                assert (made.state, len(queries.changes(session, made.id))) == (before, told)


def test_every_state_can_be_reached_and_left() -> None:
    reached = {State.ASKED}.union(*FOLLOWERS.values())
    assert reached == set(State)
    assert all(FOLLOWERS[state] for state in State)


@pytest.mark.parametrize(
    ("is_rendered", "is_pinned", "is_voucher_alive", "state"),
    [
        (False, False, False, State.ASKED),
        (True, False, False, State.RENDERED),
        (True, True, False, State.PINNED),
        (True, True, True, State.SIGNED),
    ],
)
def test_a_failed_one_starts_from_what_it_has(
    is_rendered: bool, is_pinned: bool, is_voucher_alive: bool, state: State
) -> None:
    found = resumption(
        is_rendered=is_rendered, is_pinned=is_pinned, is_voucher_alive=is_voucher_alive
    )
    assert found == state
