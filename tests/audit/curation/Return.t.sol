// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {Jury} from "./Jury.sol";

/// @title An artist who left the DAO applies to be a member again
contract ReturnTest is Jury {
    uint48 private constant WITHOUT_END = type(uint48).max;
    uint256 private constant ANEW = 2;

    function setUp() public override {
        super.setUp();
        uint256 application = open(artist);
        agree(application);
        decide(application);
        vm.prank(artist);
        membership.leave();
        pass(1);
    }

    function test_admitted_they_are_a_member_and_the_artist_they_were() public {
        open(artist);
        agree(ANEW);
        decide(ANEW);

        assertState(ANEW, ICuration.State.Admitted);
        vm.assertEq(membership.memberOf(artist), 9, "a new member");
        vm.assertEq(artwork.artistUntil(artist), WITHOUT_END, "until");
        vm.assertEq(artwork.voucherNonces(artist), 0, "vouchers hold");
    }

    function test_rejected_they_stay_an_artist() public {
        open(artist);
        decide(ANEW);

        assertState(ANEW, ICuration.State.Rejected);
        vm.assertEq(membership.memberOf(artist), 0, "no member");
        vm.assertTrue(curation.isArtist(artist), "artist");
        vm.assertEq(curation.cooldownEndsAt(artist), now48() + 2 days, "cooldown");
    }

    function test_revoked_meanwhile_they_are_rejected_whatever_the_votes() public {
        open(artist);
        agree(ANEW);
        uint48 effectiveAt = revoke();
        decide(ANEW);

        assertState(ANEW, ICuration.State.Rejected);
        vm.assertEq(membership.memberOf(artist), 0, "no member");
        vm.assertEq(artwork.artistUntil(artist), effectiveAt, "until");
        vm.assertEq(curation.cooldownEndsAt(artist), effectiveAt + 2 days, "the revocation's cooldown");
        vm.assertEq(address(curation).balance, 0, "bond is back");
    }

    function test_also_when_the_revocation_has_taken_effect() public {
        open(artist);
        agree(ANEW);
        uint48 effectiveAt = revoke();
        until(effectiveAt + 1);
        curation.finalize(ANEW);

        assertState(ANEW, ICuration.State.Rejected);
        vm.assertTrue(!curation.isArtist(artist), "no artist");
    }

    function test_a_revocation_withdrawn_counts_for_nothing() public {
        open(artist);
        agree(ANEW);
        revoke();
        vm.prank(treasury);
        curation.withdrawRevocation(artist);
        decide(ANEW);

        assertState(ANEW, ICuration.State.Admitted);
        vm.assertEq(membership.memberOf(artist), 9, "member");
    }

    function test_no_appeal_undoes_a_revocation() public {
        open(artist);
        decide(ANEW);
        uint48 effectiveAt = revoke();
        appeal(ANEW);
        agree(ANEW);
        decide(ANEW);

        assertState(ANEW, ICuration.State.Rejected);
        vm.assertEq(artwork.artistUntil(artist), effectiveAt, "until");
    }

    function test_revoked_before_they_wait_as_everybody_revoked() public {
        uint48 effectiveAt = revoke();
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.CoolingDown.selector, artist, effectiveAt + 2 days)
        );
        open(artist);
        until(effectiveAt + 2 days);
        open(artist);
        agree(ANEW);
        decide(ANEW);

        assertState(ANEW, ICuration.State.Admitted);
        vm.assertEq(artwork.artistUntil(artist), WITHOUT_END, "an artist again");
        vm.assertEq(artwork.voucherNonces(artist), 1, "vouchers of before are void");
    }

    function agree(uint256 application) private {
        for (uint256 i = 0; i < 3; ++i) {
            cast(application, i, FOR);
        }
    }

    function revoke() private returns (uint48 effectiveAt) {
        vm.prank(treasury);
        curation.revoke(artist, keccak256("why"));
        return artwork.artistUntil(artist);
    }
}
