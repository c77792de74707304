"""mint: what is paid, and to whom
another price named               -> PaymentWrong(named, due)
ether not what was named          -> PaymentWrong(paid, due)
ether with a token's price        -> PaymentWrong(paid, 0)
currency allowed no longer        -> CurrencyRefused(currency)
token without balance, allowance  -> the token's own error
token that lies or keeps a part   -> PaymentMissing(currency, payee, amount)
a gift                            -> no money moves
in ether                          -> artist at once, fee kept, exact to the wei
in a token                        -> artist at once, fee kept, exact
the fee pushed                    -> treasury at once
artist refuses, burns, bombs      -> credited, and the copies are minted
artist blocked by the token       -> credited, withdrawable later
"""

import pytest
from expect import reverts_with
from scene import ETHER, FEE_BPS, work_id

FEE = ETHER * FEE_BPS // 10_000


@pytest.mark.parametrize("named", [0, 2 * ETHER - 1, 2 * ETHER + 1])
def test_at_the_price_it_has(open_edition, mint, named):
    open_edition()
    with reverts_with("PaymentWrong", named, 2 * ETHER):
        mint(2, price=named)


@pytest.mark.parametrize("paid", [0, 2 * ETHER - 1, 2 * ETHER + 1])
def test_paid_exactly(open_edition, mint, paid):
    open_edition()
    with reverts_with("PaymentWrong", paid, 2 * ETHER):
        mint(2, value=paid)


def test_a_gift_takes_no_money(open_edition, mint):
    open_edition(price=0)
    with reverts_with("PaymentWrong", 1, 0):
        mint(value=1)


def test_nor_does_a_price_in_a_token(open_edition, token, mint):
    open_edition(currency=token.address)
    with reverts_with("PaymentWrong", ETHER, 0):
        mint(value=ETHER)


def test_not_in_a_currency_no_longer_allowed(deployed, as_treasury, open_edition, token, mint):
    open_edition(currency=token.address)
    deployed["Currencies"].setCurrency(token, False, {"from": as_treasury})
    with reverts_with("CurrencyRefused", token):
        mint()


def test_not_without_the_tokens(editions, open_edition, token, stranger, mint):
    open_edition(currency=token.address)
    token.approve(editions, ETHER, {"from": stranger})
    with reverts_with("ERC20InsufficientBalance", stranger, 0, ETHER - FEE):
        mint(to=stranger)


def test_not_without_allowance(editions, open_edition, token, collector, mint):
    open_edition(currency=token.address)
    token.approve(editions, 0, {"from": collector})
    with reverts_with("ERC20InsufficientAllowance", editions, 0, ETHER - FEE):
        mint()


def test_a_token_that_lies(artist, open_edition, allow, mint):
    token = allow("LyingToken")
    open_edition(currency=token.address)
    with reverts_with("PaymentMissing", token, artist, ETHER - FEE):
        mint()


def test_a_token_that_keeps_a_part(artist, open_edition, allow, mint):
    token = allow("TaxedToken")
    open_edition(currency=token.address)
    with reverts_with("PaymentMissing", token, artist, ETHER - FEE):
        mint()


def test_a_gift(editions, artist, open_edition, mint):
    open_edition(price=0)
    before = artist.balance()
    receipt = mint(3)
    assert artist.balance() == before
    assert editions.balance() == receipt.events["CopiesMinted"]["fee"] == 0


@pytest.mark.parametrize("price", [1, 39, 10**18 + 7, 2**96 - 1])
def test_in_ether_to_the_wei(web3, editions, artist, collector, open_edition, mint, price):
    web3.provider.make_request("anvil_setBalance", [str(collector), hex(2**120)])
    open_edition(price=price)
    before = artist.balance()
    fee = mint(3).events["CopiesMinted"]["fee"]
    assert fee == 3 * price * FEE_BPS // 10_000
    assert artist.balance() - before == 3 * price - fee
    assert editions.balance() == fee


def test_in_a_token(editions, artist, collector, open_edition, token, mint):
    open_edition(currency=token.address)
    mint(3)
    assert token.balanceOf(artist) == 3 * (ETHER - FEE)
    assert token.balanceOf(editions) == 3 * FEE
    assert editions.balanceOf(collector, work_id(1)) == 3


def test_in_a_token_that_answers_nothing(editions, artist, open_edition, allow, mint):
    token = allow("SilentToken")
    open_edition(currency=token.address)
    mint()
    assert token.balanceOf(artist) == ETHER - FEE


def test_the_fee_at_once(editions, treasury, as_treasury, open_edition, token, mint):
    editions.setFeesPushed(True, {"from": as_treasury})
    open_edition()
    open_edition(edition=work_id(2), currency=token.address)
    before = treasury.balance()
    mint()
    mint(edition=work_id(2))
    assert treasury.balance() - before == token.balanceOf(treasury) == FEE
    assert editions.balance() == token.balanceOf(editions) == 0


@pytest.mark.parametrize("kind", ["RefusingPayee", "GasBurner", "ReturnBomb"])
def test_an_artist_who_refuses_ether(editions, let_in, double, collector, open_edition, mint, kind):
    artist = let_in(double(kind))
    open_edition(by=artist)
    mint()
    assert editions.balanceOf(collector, work_id(1)) == 1
    assert editions.credits("0x" + "00" * 20, artist) == ETHER - FEE
    assert editions.balance() == ETHER


def test_an_artist_whom_the_token_blocks(editions, artist, open_edition, allow, mint):
    token = allow("RefusingToken")
    token.setManner(artist, 1, {"from": artist})
    open_edition(currency=token.address)
    mint()
    assert editions.credits(token, artist) == ETHER - FEE
    token.setManner(artist, 0, {"from": artist})
    editions.withdraw(token, {"from": artist})
    assert token.balanceOf(artist) == ETHER - FEE
    assert token.balanceOf(editions) == FEE
