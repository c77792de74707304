// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {MoodyWallet} from "../../../contracts/test/MoodyWallet.sol";
import {Splitting} from "./Splitting.sol";

/// @title What a payee's consent is good for, and for how long
contract ConsentTest is Splitting {
    function test_a_consent_is_good_until_the_end_of_its_deadline() public {
        IRoyalties.Consent[] memory consents = consentsTo(WORK, shared(alice, 1_000));
        vm.warp(consents[0].deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IRoyalties.ConsentExpired.selector, alice, consents[0].deadline)
        );
        mint(WORK, shared(alice, 1_000), consents);
        vm.warp(consents[0].deadline);
        mint(WORK, shared(alice, 1_000), consents);
    }

    function test_a_consent_is_good_for_what_it_names_only() public {
        bytes memory forged = abi.encodeWithSelector(IRoyalties.ConsentForged.selector, alice);
        for (uint256 field = 0; field < 6; ++field) {
            ConsentFields memory fields = meant();
            if (field == 0) fields.work = WORK + 1;
            if (field == 1) fields.artist = stranger;
            if (field == 2) fields.payee = bob;
            if (field == 3) fields.bps = 1_001;
            if (field == 4) fields.epoch = 1;
            if (field == 5) ++fields.deadline;
            IRoyalties.Consent[] memory consents = agreed(fields, alice, false);
            consents[0].deadline = meant().deadline;
            vm.expectRevert(forged);
            mint(WORK, shared(alice, 1_000), consents);
        }
        mint(WORK, shared(alice, 1_000), agreed(meant(), alice, false));
    }

    function test_nobody_consents_for_another() public {
        IRoyalties.Consent[] memory consents = agreed(meant(), bob, false);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, alice));
        mint(WORK, shared(alice, 1_000), consents);
    }

    function test_each_payee_is_asked() public {
        IRoyalties.Split memory split = also(shared(alice, 1_000), bob, 2_000);
        IRoyalties.Consent[] memory consents = consentsTo(WORK, split);
        consents[1] = consents[0];
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, bob));
        mint(WORK, split, consents);
    }

    function test_a_standing_consent_is_good_for_every_work() public {
        ConsentFields memory fields = meant();
        fields.work = 0;
        IRoyalties.Consent[] memory consents = agreed(fields, alice, true);
        mint(WORK, shared(alice, 1_000), consents);
        mint(WORK + 1, shared(alice, 1_000), consents);
        consents[0].isStanding = false;
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, alice));
        mint(WORK + 2, shared(alice, 1_000), consents);
    }

    function test_a_consent_to_one_work_is_not_standing() public {
        IRoyalties.Consent[] memory consents = agreed(meant(), alice, true);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, alice));
        mint(WORK, shared(alice, 1_000), consents);
    }

    function test_a_payee_withdraws_every_consent() public {
        IRoyalties.Consent[] memory consents = agreed(meant(), alice, false);
        vm.expectEmit(address(royalties));
        emit IRoyalties.ConsentsWithdrawn(alice, 1);
        vm.prank(alice);
        vm.assertEq(royalties.withdrawConsents(), 1, "epoch");
        vm.assertEq(royalties.consentEpochs(alice), 1, "epoch kept");
        vm.assertEq(royalties.consentEpochs(bob), 0, "another's epoch");

        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, alice));
        mint(WORK, shared(alice, 1_000), consents);
        ConsentFields memory fields = meant();
        fields.epoch = 1;
        mint(WORK, shared(alice, 1_000), agreed(fields, alice, false));

        vm.prank(alice);
        vm.assertEq(royalties.withdrawConsents(), 2, "second epoch");
    }

    function test_a_wallet_contract_consents_by_its_word() public {
        MoodyWallet wallet = new MoodyWallet();
        IRoyalties.Split memory split = shared(address(wallet), 1_000);
        IRoyalties.Consent[] memory consents = consentsTo(WORK, split);
        wallet.feel(MoodyWallet.Mood.Refusing);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentForged.selector, wallet));
        mint(WORK, split, consents);
        wallet.feel(MoodyWallet.Mood.Consenting);
        mint(WORK, split, consents);
    }

    function testFuzz_a_digest_is_the_one_of_wallets(ConsentFields memory fields) public {
        fields.epoch = 1;
        vm.prank(fields.payee);
        royalties.withdrawConsents();
        IRoyalties.Share memory share = IRoyalties.Share(fields.payee, fields.bps);
        bytes32 digest = royalties.consentDigest(fields.work, fields.artist, share, fields.deadline);
        bytes32 wallets =
            digestOf("Atelier Royalties", address(royalties), CONSENT, abi.encode(fields));
        vm.assertEq(digest, wallets, "digest");
    }

    function meant() private view returns (ConsentFields memory) {
        return ConsentFields(WORK, artist, alice, 1_000, 0, uint64(vm.getBlockTimestamp() + 1 days));
    }

    function agreed(
        ConsentFields memory fields,
        address signer,
        bool isStanding
    ) private view returns (IRoyalties.Consent[] memory consents) {
        bytes memory signature =
            signedBy(signer, "Atelier Royalties", address(royalties), CONSENT, abi.encode(fields));
        consents = new IRoyalties.Consent[](1);
        consents[0] = IRoyalties.Consent(isStanding, fields.deadline, signature);
    }
}
