"""what the DAO decides of editions, and where its fees go
setFees, setPaused, setFeesPushed by a stranger -> NotTreasury(caller)
a fee above the cap     -> ParameterOutOfBounds(fee, 0, cap)
sweep of nothing        -> NothingDue(treasury, currency)
sweep                   -> all but the credits to the treasury, in ether and tokens, by anybody
withdraw of nothing     -> NothingDue(payee, currency)
withdraw, while paused  -> paid
wiring                  -> as deployed
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, FEE_BPS, work_id

FEE = ETHER * FEE_BPS // 10_000


@pytest.mark.parametrize(
    ("name", "arguments"), [("setFees", (0, 0)), ("setPaused", (True,)), ("setFeesPushed", (True,))]
)
def test_a_stranger_decides_nothing(editions, stranger, name, arguments):
    with reverts_with("NotTreasury", stranger):
        getattr(editions, name)(*arguments, {"from": stranger})


def test_no_fee_above_the_cap(editions, as_treasury):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        editions.setFees(1_001, 0, {"from": as_treasury})


def test_a_new_fee_for_new_editions(editions, as_treasury, open_edition):
    editions.setFees(1_000, 0, {"from": as_treasury})
    receipt = open_edition(max_fee=1_000)
    assert receipt.events["EditionOpened"]["feeBps"] == 1_000


def test_nothing_to_sweep(editions, treasury, stranger):
    with reverts_with("NothingDue", treasury, ZERO_ADDRESS):
        editions.sweep(ZERO_ADDRESS, {"from": stranger})


def test_fees_are_swept(editions, treasury, stranger, token, open_edition, mint):
    open_edition()
    open_edition(edition=work_id(2), currency=token.address)
    mint()
    mint(edition=work_id(2))
    before = treasury.balance()
    editions.sweep(ZERO_ADDRESS, {"from": stranger})
    editions.sweep(token, {"from": stranger})
    assert treasury.balance() - before == token.balanceOf(treasury) == FEE
    assert editions.balance() == token.balanceOf(editions) == 0


def test_what_is_owed_stays(editions, stranger, let_in, double, open_edition, mint):
    artist = let_in(double("RefusingPayee"))
    open_edition(by=artist)
    mint()
    editions.sweep(ZERO_ADDRESS, {"from": stranger})
    assert editions.balance() == editions.totalCredits(ZERO_ADDRESS) == ETHER - FEE


def test_and_is_paid_while_sales_are_paused(
    editions, as_treasury, stranger, let_in, double, open_edition, mint
):
    artist = let_in(double("RefusingPayee"))
    open_edition(by=artist)
    mint()
    editions.setPaused(True, {"from": as_treasury})
    artist.take({"from": stranger})
    artist.act(editions, 0, editions.withdraw.encode_input(ZERO_ADDRESS), {"from": stranger})
    assert artist.balance() == ETHER - FEE
    assert editions.totalCredits(ZERO_ADDRESS) == 0


def test_nothing_to_withdraw(editions, stranger):
    with reverts_with("NothingDue", stranger, ZERO_ADDRESS):
        editions.withdraw(ZERO_ADDRESS, {"from": stranger})


def test_ether_is_not_taken_without_reason(editions, stranger):
    before = stranger.balance()
    with pytest.raises(Exception, match="revert"):
        stranger.transfer(editions, 1)
    assert stranger.balance() == before


def test_the_wiring(editions, deployed):
    for name in ("artwork", "market", "royalties", "currencies", "treasury"):
        assert getattr(editions, name)() == deployed[name.capitalize()]
