// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {Jury} from "./Jury.sol";

/// @title The DAO takes the right to mint away, after a notice
contract RevokeTest is Jury {
    uint48 private constant WITHOUT_END = type(uint48).max;
    bytes32 private constant WHY = keccak256("why");

    function setUp() public override {
        super.setUp();
        uint256 application = open(artist);
        for (uint256 i = 0; i < 3; ++i) {
            cast(application, i, FOR);
        }
        decide(application);
    }

    function test_a_revocation_is_told_and_takes_effect_after_the_notice() public {
        (uint48 effectiveAt, uint48 mayApplyAt) = (now48() + 3 days, now48() + 5 days);

        vm.expectEmit(address(curation));
        emit ICuration.ArtistRevoked(artist, WHY, effectiveAt, mayApplyAt);
        revoke(artist);

        vm.assertEq(artwork.artistUntil(artist), effectiveAt, "until");
        vm.assertEq(curation.cooldownEndsAt(artist), mayApplyAt, "cooldown");
        until(effectiveAt - 1);
        vm.assertTrue(curation.isArtist(artist), "still");
        until(effectiveAt);
        vm.assertTrue(!curation.isArtist(artist), "no more");
    }

    function test_the_revoked_apply_again_after_the_cooldown() public {
        uint48 mayApplyAt = now48() + 5 days;
        revoke(artist);

        until(mayApplyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(ICuration.CoolingDown.selector, artist, mayApplyAt));
        open(artist);
        until(mayApplyAt);
        vm.assertEq(open(artist), 2, "number");
    }

    function test_a_revocation_has_a_reason() public {
        vm.prank(treasury);
        vm.expectRevert(ICuration.StatementMissing.selector);
        curation.revoke(artist, 0);
    }

    function test_who_is_no_artist_cannot_be_revoked() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.NotRevocable.selector, stranger, 0));
        revoke(stranger);
    }

    function test_nobody_is_revoked_twice() public {
        uint48 effectiveAt = now48() + 3 days;
        revoke(artist);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.NotRevocable.selector, artist, effectiveAt)
        );
        revoke(artist);
    }

    function test_a_revocation_can_be_withdrawn() public {
        revoke(artist);

        vm.expectEmit(address(curation));
        emit ICuration.RevocationWithdrawn(artist);
        withdraw(artist);

        vm.assertEq(artwork.artistUntil(artist), WITHOUT_END, "until");
        vm.assertEq(curation.cooldownEndsAt(artist), 0, "cooldown");
        vm.assertEq(curation.applicationOf(artist), 1, "application");
    }

    function test_it_can_be_withdrawn_before_it_takes_effect() public {
        uint48 effectiveAt = now48() + 3 days;
        revoke(artist);

        until(effectiveAt);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.NotRevoked.selector, artist, effectiveAt)
        );
        withdraw(artist);

        until(effectiveAt - 1);
        withdraw(artist);
        until(effectiveAt);
        vm.assertTrue(curation.isArtist(artist), "artist");
    }

    function test_what_took_effect_long_ago_cannot_be_withdrawn() public {
        uint48 effectiveAt = now48() + 3 days;
        revoke(artist);
        until(effectiveAt + 1);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.NotRevoked.selector, artist, effectiveAt)
        );
        withdraw(artist);
    }

    function test_there_must_be_a_revocation_to_withdraw() public {
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.NotRevoked.selector, artist, WITHOUT_END)
        );
        withdraw(artist);

        vm.expectRevert(abi.encodeWithSelector(ICuration.NotRevoked.selector, stranger, 0));
        withdraw(stranger);
    }

    function test_a_stranger_cannot() public {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        curation.revoke(artist, WHY);

        revoke(artist);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        curation.withdrawRevocation(artist);
    }

    function revoke(address who) private {
        vm.prank(treasury);
        curation.revoke(who, WHY);
    }

    function withdraw(address who) private {
        vm.prank(treasury);
        curation.withdrawRevocation(who);
    }
}
