"""mint: who may have how many
before publicAt, not on the list     -> NotOnAllowlist(account, limit)
... with another's limit or proof    -> NotOnAllowlist(account, limit)
... with an inner node as the leaf   -> NotOnAllowlist(account, limit)
... on it                            -> up to the own limit, WalletLimitExceeded beyond
from publicAt on, to the second      -> everybody, without proof
... who had copies from the list     -> those count
limit of the wallet                  -> WalletLimitExceeded(account, minted, copies, limit)
copies sold or given away            -> still count (findings: limits read from balances)
paid by another                      -> counts for whom they are minted to
split over accounts (F8-M04)         -> in public each has the limit; on the list only who is on it
without any limit                    -> nothing is counted
"""

import pytest
from allowlist import Allowlist, leaf
from expect import reverts_with
from scene import ETHER, next_block_at, now, work_id


@pytest.fixture(scope="module")
def listed(collector, candidate, members):
    return Allowlist({collector: 3, candidate: 1, members[0]: 5, members[1]: 1, members[2]: 2})


@pytest.fixture
def public_at(open_edition, listed):
    """The first edition, on the allowlist for a while, then two copies a wallet."""
    found = now() + 1_000
    open_edition(publicAt=found, allowlist=listed.root, walletLimit=2)
    return found


@pytest.fixture
def mint_listed(mint, listed):
    def build(to, copies=1, **changed):
        terms = {"limit": listed.limits[str(to)], "proof": listed.proof(to), **changed}
        return mint(copies, to=to, **terms)

    return build


def test_each_on_the_list_has_a_limit(editions, public_at, listed, mint_listed, members):
    for account in (members[0], members[1], members[2]):
        limit = listed.limits[str(account)]
        mint_listed(account, limit)
        with reverts_with("WalletLimitExceeded", account, limit, 1, limit):
            mint_listed(account)
    assert editions.editions(work_id(1))["minted"] == 8


def test_not_for_a_stranger(public_at, stranger, mint):
    with reverts_with("NotOnAllowlist", stranger, 1):
        mint(to=stranger, limit=1)


def test_not_with_anothers_proof(public_at, listed, stranger, collector, mint):
    with reverts_with("NotOnAllowlist", stranger, 3):
        mint(to=stranger, limit=3, proof=listed.proof(collector))


def test_not_with_a_higher_limit(public_at, collector, mint_listed):
    with reverts_with("NotOnAllowlist", collector, 4):
        mint_listed(collector, 4, limit=4)


def test_not_with_a_proof_cut_short(public_at, listed, collector, mint_listed):
    with reverts_with("NotOnAllowlist", collector, 3):
        mint_listed(collector, proof=listed.proof(collector)[:-1])


def test_a_list_of_one(editions, open_edition, mint, collector, stranger):
    alone = Allowlist({collector: 1})
    assert alone.root == leaf(collector, 1)
    open_edition(publicAt=now() + 1_000, allowlist=alone.root)
    mint(limit=1)
    with reverts_with("NotOnAllowlist", stranger, 1):
        mint(to=stranger, limit=1)


def test_not_in_the_second_before_it_is_public(public_at, stranger, mint):
    next_block_at(public_at - 1)
    with reverts_with("NotOnAllowlist", stranger, 0):
        mint(to=stranger)


def test_everybody_from_then_on(editions, public_at, stranger, mint):
    next_block_at(public_at)
    mint(2, to=stranger)
    assert editions.balanceOf(stranger, work_id(1)) == 2


def test_what_the_list_gave_counts(editions, public_at, collector, mint_listed, mint):
    mint_listed(collector)
    next_block_at(public_at)
    mint(1)
    with reverts_with("WalletLimitExceeded", collector, 2, 1, 2):
        mint(1)


def test_whoever_had_more_from_the_list_has_enough(public_at, collector, mint_listed, mint):
    mint_listed(collector, 3)
    next_block_at(public_at)
    with reverts_with("WalletLimitExceeded", collector, 3, 1, 2):
        mint(1)


def test_a_list_alone_stays_a_list(open_edition, mint, listed, stranger):
    closes_at = now() + 1_000
    open_edition(closesAt=closes_at, publicAt=closes_at + 1, allowlist=listed.root)
    next_block_at(closes_at)
    with reverts_with("NotOnAllowlist", stranger, 0):
        mint(to=stranger)


def test_a_limit_in_public(editions, collector, open_edition, mint):
    open_edition(walletLimit=2)
    with reverts_with("WalletLimitExceeded", collector, 0, 3, 2):
        mint(3)
    mint(2)
    assert editions.mintedTo(work_id(1), collector) == 2
    with reverts_with("WalletLimitExceeded", collector, 2, 1, 2):
        mint()


def test_copies_given_away_count(editions, collector, stranger, open_edition, mint):
    open_edition(walletLimit=2)
    mint(2)
    give = collector, stranger, work_id(1), 2, b""
    editions.safeTransferFrom(*give, {"from": collector})
    with reverts_with("WalletLimitExceeded", collector, 2, 1, 2):
        mint()


def test_copies_from_others_do_not(editions, collector, stranger, open_edition, mint):
    open_edition(walletLimit=2)
    mint(2)
    give = collector, stranger, work_id(1), 2, b""
    editions.safeTransferFrom(*give, {"from": collector})
    mint(2, to=stranger)
    assert editions.balanceOf(stranger, work_id(1)) == 4


def test_whoever_pays(editions, collector, relayer, open_edition, mint):
    open_edition(walletLimit=1)
    mint(by=relayer)
    assert editions.mintedTo(work_id(1), relayer) == 0
    with reverts_with("WalletLimitExceeded", collector, 1, 1, 1):
        mint()


def test_a_relayer_pays_for_the_whole_list(editions, public_at, relayer, mint_listed, members):
    for account in members:
        mint_listed(account, by=relayer)
    assert editions.editions(work_id(1))["minted"] == 3


def test_many_accounts_in_public(editions, open_edition, mint, collector, stranger, candidate):
    """F8-M04: what the limit cannot do, as its manual says."""
    open_edition(walletLimit=1)
    for account in (collector, stranger, candidate):
        mint(to=account, by=stranger)
    assert editions.editions(work_id(1))["minted"] == 3


def test_many_accounts_on_the_list(public_at, relayer, stranger, collector, mint_listed, mint):
    """F8-M04: what an allowlist can do."""
    mint_listed(collector, 3, by=stranger)
    for account in (stranger, relayer):
        with reverts_with("NotOnAllowlist", account, 3):
            mint(to=account, by=stranger, limit=3)


def test_without_a_limit_nothing_is_counted(editions, collector, open_edition, mint):
    open_edition()
    mint(5)
    assert editions.mintedTo(work_id(1), collector) == 0
    assert editions.balance() == 5 * ETHER // 40
