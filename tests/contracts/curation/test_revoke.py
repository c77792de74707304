"""revoke, withdrawRevocation
anybody but the treasury    -> NotTreasury(caller)
no reason                   -> StatementMissing
never an artist             -> NotRevocable(artist, 0)
revoked already             -> NotRevocable(artist, effectiveAt)
revoked                     -> ArtistRevoked; mints until that second
                            -> works and membership stay
                            -> may apply again after notice and cooldown, and be admitted
                            -> an application to be a member again is rejected, whatever the votes
nothing to withdraw         -> NotRevoked(artist, artistUntil): never, not revoked, or effective
withdrawn                   -> RevocationWithdrawn; an artist as before
"""

import pytest
from expect import reverts_with
from scene import BOND, DAY, FOR, digest, next_block_at, now, work_id

REASON = digest("why")
WITHOUT_END = 2**48 - 1


@pytest.fixture
def revoke(curation, as_treasury):
    def build(artist):
        return curation.revoke(artist, REASON, {"from": as_treasury})

    return build


@pytest.fixture
def withdraw(curation, as_treasury):
    def build(artist):
        return curation.withdrawRevocation(artist, {"from": as_treasury})

    return build


def test_a_stranger_cannot(curation, admitted, stranger, member):
    for caller in (stranger, member, admitted):
        with reverts_with("NotTreasury", caller):
            curation.revoke(admitted, REASON, {"from": caller})


def test_a_reason_is_given(curation, as_treasury, admitted):
    with reverts_with("StatementMissing"):
        curation.revoke(admitted, bytes(32), {"from": as_treasury})


def test_who_was_never_admitted_cannot_be_revoked(revoke, stranger):
    with reverts_with("NotRevocable", stranger, 0):
        revoke(stranger)


def test_not_twice(revoke, admitted):
    revoke(admitted)
    effective_at = now() + DAY
    with reverts_with("NotRevocable", admitted, effective_at):
        revoke(admitted)


def test_revoked(curation, artwork, revoke, admitted):
    receipt = revoke(admitted)
    assert dict(receipt.events["ArtistRevoked"]) == {
        "artist": admitted,
        "reason": "0x" + REASON.hex(),
        "effectiveAt": now() + DAY,
        "cooldownEndsAt": now() + 3 * DAY,
    }
    assert artwork.artistUntil(admitted) == now() + DAY
    assert curation.cooldownEndsAt(admitted) == now() + 3 * DAY


def test_minting_ends_on_the_second(curation, artwork, revoke, admitted):
    revoke(admitted)
    effective_at = artwork.artistUntil(admitted)
    next_block_at(effective_at - 1)
    artwork.mint(work_id(1), admitted, 0, {"from": admitted})
    next_block_at(effective_at)
    with reverts_with("AdmissionOver", admitted, effective_at):
        artwork.mint(work_id(2), admitted, 0, {"from": admitted})
    assert not curation.isArtist(admitted)


def test_what_is_owned_stays(artwork, membership, revoke, minted, admitted, collector):
    revoke(admitted)
    next_block_at(artwork.artistUntil(admitted) + 1)
    artwork.transferFrom(admitted, collector, minted, {"from": admitted})
    assert artwork.ownerOf(minted) == collector
    assert artwork.artistOf(minted) == admitted
    assert membership.memberOf(admitted)


def test_no_application_before_it_is_effective(curation, artwork, revoke, admitted):
    revoke(admitted)
    next_block_at(artwork.artistUntil(admitted) - 1)
    with reverts_with("AlreadyArtist", admitted):
        curation.openApplication(REASON, {"from": admitted, "value": BOND})


def test_nor_in_the_cooldown(curation, revoke, admitted):
    revoke(admitted)
    until = curation.cooldownEndsAt(admitted)
    next_block_at(until - 1)
    with reverts_with("CoolingDown", admitted, until):
        curation.openApplication(REASON, {"from": admitted, "value": BOND})


def test_then_they_may_be_admitted_again(curation, artwork, revoke, admit, minted, admitted):
    revoke(admitted)
    next_block_at(curation.cooldownEndsAt(admitted))
    admit(admitted)
    artwork.mint(work_id(2), admitted, 0, {"from": admitted})
    assert artwork.artistUntil(admitted) == WITHOUT_END
    assert artwork.artistOf(minted) == artwork.artistOf(work_id(2)) == admitted


def test_no_way_back_in_the_meantime(
    curation, artwork, membership, revoke, open_application, cast, decide, admitted
):
    membership.leave({"from": admitted})
    application = open_application(admitted)
    cast(application, FOR, FOR, FOR)
    revoke(admitted)
    effective_at, until = artwork.artistUntil(admitted), curation.cooldownEndsAt(admitted)
    receipt = decide(application)
    assert receipt.events["ArtistRejected"]["cooldownEndsAt"] == until
    assert curation.cooldownEndsAt(admitted) == until
    assert artwork.artistUntil(admitted) == effective_at
    assert membership.memberOf(admitted) == 0


def test_a_stranger_cannot_withdraw_it(curation, revoke, admitted, stranger):
    revoke(admitted)
    for caller in (stranger, admitted):
        with reverts_with("NotTreasury", caller):
            curation.withdrawRevocation(admitted, {"from": caller})


def test_nothing_to_withdraw(withdraw, admitted, stranger):
    with reverts_with("NotRevoked", stranger, 0):
        withdraw(stranger)
    with reverts_with("NotRevoked", admitted, WITHOUT_END):
        withdraw(admitted)


def test_too_late_to_withdraw(artwork, revoke, withdraw, admitted):
    revoke(admitted)
    effective_at = artwork.artistUntil(admitted)
    next_block_at(effective_at)
    with reverts_with("NotRevoked", admitted, effective_at):
        withdraw(admitted)


def test_withdrawn_in_the_last_second(curation, artwork, revoke, withdraw, admitted):
    revoke(admitted)
    next_block_at(artwork.artistUntil(admitted) - 1)
    receipt = withdraw(admitted)
    assert dict(receipt.events["RevocationWithdrawn"]) == {"artist": admitted}
    assert artwork.artistUntil(admitted) == WITHOUT_END
    assert curation.cooldownEndsAt(admitted) == 0
    assert curation.isArtist(admitted)
