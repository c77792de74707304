"""mint and handOver, against hostile receivers, artists and tokens
receiver takes no copies                   -> ERC1155InvalidReceiver(receiver), nothing is paid
receiver calls back into mint, sweep ...   -> ReentrancyGuardReentrantCall, nothing taken twice
receiver gives the copies on at once       -> fine: they are there, with uri and royalty
artist calls back while paid               -> ReentrancyGuardReentrantCall
artist freezes while paid                  -> fine: this mint was before
token calls back while it moves            -> ReentrancyGuardReentrantCall
a push with little gas                     -> the mint fails or the artist is paid: no credit
"""

import pytest
from brownie import ZERO_ADDRESS, web3
from expect import reverts_with
from scene import ETHER, FEE_BPS, act, selector, work_id

FEE = ETHER * FEE_BPS // 10_000
GUARDED = selector("ReentrancyGuardReentrantCall()")


@pytest.fixture
def calls(editions):
    """Calls that would take something, if they came in the middle of a mint."""

    def build(name, to):
        return {
            "mint": lambda: editions.mint.encode_input(work_id(1), 1, to, 0, 0, []),
            "sweep": lambda: editions.sweep.encode_input(ZERO_ADDRESS),
            "withdraw": lambda: editions.withdraw.encode_input(ZERO_ADDRESS),
        }[name]()

    return build


@pytest.mark.parametrize("kind", ["Puppet", "RefusingPayee"])
def test_a_receiver_that_takes_no_copies(artist, collector, double, open_edition, mint, kind):
    open_edition()
    before = artist.balance()
    receiver = double(kind)
    with reverts_with("ERC1155InvalidReceiver", receiver):
        mint(to=receiver, by=collector)
    assert artist.balance() == before


@pytest.mark.parametrize("attack", ["mint", "sweep", "withdraw"])
def test_a_receiver_that_calls_back(editions, double, stranger, open_edition, mint, calls, attack):
    open_edition()
    caller = double("Reenterer")
    caller.aim(editions, calls(attack, caller), {"from": stranger})
    mint(to=caller, by=stranger)
    assert caller.wasTried()
    assert str(caller.fault()) == GUARDED
    assert editions.balanceOf(caller, work_id(1)) == 1
    assert editions.balance() == FEE


def test_a_receiver_that_gives_them_on(editions, double, stranger, candidate, open_edition, mint):
    open_edition()
    caller = double("Reenterer")
    give = editions.safeTransferFrom.encode_input(caller, candidate, work_id(1), 1, b"")
    caller.aim(editions, give, {"from": stranger})
    mint(to=caller, by=stranger)
    assert caller.isIn()
    assert editions.balanceOf(candidate, work_id(1)) == 1


@pytest.mark.parametrize("attack", ["mint", "sweep", "withdraw"])
def test_an_artist_who_calls_back(
    editions, let_in, double, stranger, open_edition, mint, calls, attack
):
    artist = let_in(double("Reenterer"))
    open_edition(by=artist)
    artist.aim(editions, calls(attack, artist), {"from": stranger})
    mint()
    assert artist.wasTried()
    assert str(artist.fault()) == GUARDED
    assert editions.balance() == FEE


def test_an_artist_who_freezes_while_paid(editions, let_in, double, stranger, open_edition, mint):
    artist = let_in(double("Reenterer"))
    open_edition(by=artist)
    artist.aim(editions, editions.freeze.encode_input(work_id(1)), {"from": stranger})
    receipt = mint()
    assert artist.isIn()
    assert editions.editions(work_id(1))["isFrozen"]
    assert editions.editions(work_id(1))["minted"] == receipt.events["EditionFrozen"]["copies"] == 1


def test_a_token_that_calls_back(editions, artist, collector, open_edition, allow, mint, calls):
    token = allow("ReenteringToken")
    open_edition(currency=token.address)
    token.aim(editions, editions.sweep.encode_input(token), {"from": collector})
    mint()
    assert token.wasTried()
    assert not token.isIn()
    assert str(token.fault()) == GUARDED
    assert token.balanceOf(artist) == ETHER - FEE
    assert token.balanceOf(editions) == FEE


def test_a_buyer_who_takes_no_copies(editions, as_market, double, collector, open_edition, mint):
    open_edition()
    mint()
    buyer = double("Puppet")
    with reverts_with("ERC1155InvalidReceiver", buyer):
        editions.handOver(work_id(1), 1, collector, buyer, {"from": as_market})


def test_a_little_gas_makes_no_credit(editions, let_in, double, collector, open_edition):
    """A buyer cannot starve the push to a wallet contract and still have the copies."""
    open_edition(by=let_in(double("Puppet")))
    data = editions.mint.encode_input(work_id(1), 1, collector, ETHER, 0, [])
    terms = {"from": str(collector), "to": editions.address, "value": ETHER, "data": data}
    for gas in range(100_000, 200_000, 4_000):
        sent = web3.eth.send_transaction({**terms, "gas": gas})
        if web3.eth.wait_for_transaction_receipt(sent)["status"] == 1:
            break
    assert editions.balanceOf(collector, work_id(1)) == 1
    assert editions.totalCredits(ZERO_ADDRESS) == 0


def test_a_wallet_that_signs_may_be_the_payer(editions, double, stranger, open_edition):
    open_edition()
    wallet = double("Puppet")
    stranger.transfer(wallet, ETHER)
    act(wallet, editions.mint, work_id(1), 1, stranger, ETHER, 0, [], value=ETHER)
    assert editions.balanceOf(stranger, work_id(1)) == 1
