"""what a vote costs
later vote of a member                 -> at most 50,000, with a reason of 38 bytes
by signature in a relayed batch of 20  -> at most 25,000 each
after many more votes and applications -> the same, to the gas
"""

import pytest
from brownie import accounts
from eth_account import Account
from scene import AGAINST, FOR, digest, pass_time
from signing import KEYS

REASON = "Clear voice, honest about its machine."
BATCH = 20


@pytest.fixture(scope="module")
def voters(membership, curation):
    """Twenty members more, by their addresses; their keys are theirs alone."""
    wallets = [Account.from_key(digest(f"voter {number}")) for number in range(BATCH)]
    for wallet in wallets:
        membership.admit(wallet.address, {"from": accounts.at(curation.address, force=True)})
    KEYS.update({wallet.address: wallet for wallet in wallets})
    pass_time(1)
    return [wallet.address for wallet in wallets]


def test_a_later_vote(curation, members, application):
    curation.vote(application, FOR, REASON, {"from": members[0]})
    assert curation.vote(application, FOR, REASON, {"from": members[1]}).gas_used <= 50_000


def test_it_costs_the_same_after_many(
    curation, relayer, members, voters, stranger, application, open_application, sign_vote
):
    curation.vote(application, FOR, REASON, {"from": members[0]})
    first = curation.vote(application, FOR, REASON, {"from": members[1]}).gas_used
    for applicant in (stranger, accounts[9]):
        other = open_application(applicant)
        signed = [sign_vote(other, one, AGAINST) for one in voters]
        curation.voteBySignatures(signed, {"from": relayer})
    assert curation.vote(application, FOR, REASON, {"from": members[2]}).gas_used == first


def test_a_batch(curation, relayer, voters, application, sign_vote):
    signed = [sign_vote(application, one, reason=REASON) for one in voters]
    receipt = curation.voteBySignatures(signed, {"from": relayer})
    assert receipt.return_value == BATCH
    assert receipt.gas_used <= 25_000 * BATCH
