// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {MoodyWallet} from "../../../contracts/test/MoodyWallet.sol";
import {Jury} from "./Jury.sol";

/// @title Members' signed word in place of a bond
contract EndorseTest is Jury {
    function test_two_members_spare_the_bond() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 2);
        (uint48 snapshot, uint48 closesAt) = (now48() - 1, now48() + 2 hours);

        vm.expectEmit(address(curation));
        emit ICuration.ApplicationOpened(1, artist, DOSSIER, 0, snapshot, closesAt, 3);
        vm.expectEmit(address(curation));
        emit ICuration.ApplicationEndorsed(1, members[0]);
        vm.expectEmit(address(curation));
        emit ICuration.ApplicationEndorsed(1, members[2]);
        vm.assertEq(openWith(words), 1, "number");

        vm.assertEq(curation.applications(1).bondWei, 0, "bond");
    }

    function test_more_than_needed_are_welcome() public {
        ICuration.Endorsement[] memory words = new ICuration.Endorsement[](3);
        for (uint256 i = 0; i < 3; ++i) {
            words[i] = wordOf(i);
        }

        vm.expectEmit(address(curation));
        emit ICuration.ApplicationEndorsed(1, members[2]);
        openWith(words);
    }

    function test_one_is_not_enough() public {
        ICuration.Endorsement[] memory words = new ICuration.Endorsement[](1);
        words[0] = wordOf(0);

        vm.expectRevert(abi.encodeWithSelector(ICuration.EndorsementsShort.selector, 1, 2));
        openWith(words);
    }

    function test_a_word_holds_to_its_last_second() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        uint64 deadline = words[1].deadline;

        until(deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.EndorsementExpired.selector, members[0], deadline)
        );
        openWith(words);

        until(deadline);
        vm.assertEq(openWith(words), 1, "number");
    }

    function test_a_word_may_hold_for_long() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1] = endorsed(artist, DOSSIER, members[1], now48() + 100 days);

        vm.assertEq(openWith(words), 1, "number");
    }

    function test_each_word_has_its_own_deadline() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        uint64 deadline = now48() - 1;
        words[1] = endorsed(artist, DOSSIER, members[1], deadline);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.EndorsementExpired.selector, members[1], deadline)
        );
        openWith(words);
    }

    function test_nobody_endorses_their_own() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1] = endorsed(members[1], DOSSIER, members[1], now48());

        vm.prank(members[1]);
        vm.expectRevert(abi.encodeWithSelector(ICuration.OwnEndorsement.selector, members[1]));
        curation.openEndorsedApplication(DOSSIER, inverse(words));
    }

    function test_endorsers_come_in_ascending_order() public {
        ICuration.Endorsement[] memory words = inverse(wordsOf(0, 1));

        vm.expectRevert(abi.encodeWithSelector(ICuration.EndorsementOrder.selector, members[0], 1));
        openWith(words);
    }

    function test_nobody_endorses_twice() public {
        ICuration.Endorsement[] memory words = wordsOf(1, 1);

        vm.expectRevert(abi.encodeWithSelector(ICuration.EndorsementOrder.selector, members[1], 2));
        openWith(words);
    }

    function test_the_word_of_who_is_no_member_is_none() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[0] = endorsed(artist, DOSSIER, stranger, now48());

        vm.expectRevert(abi.encodeWithSelector(ICuration.EndorsementOrder.selector, stranger, 0));
        openWith(words);
    }

    function test_a_word_is_for_one_dossier() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1] = endorsed(artist, keccak256("other"), members[1], now48());

        assertForged(words, members[1]);
    }

    function test_a_word_is_for_one_artist() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[0] = endorsed(stranger, DOSSIER, members[0], now48());

        assertForged(words, members[0]);
    }

    function test_a_word_is_its_members() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1].signature = words[0].signature;

        assertForged(words, members[1]);
    }

    function test_a_word_has_the_deadline_that_was_signed() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        ++words[1].deadline;

        assertForged(words, members[1]);
    }

    function test_wallet_contracts_may_endorse() public {
        MoodyWallet wallet = new MoodyWallet();
        join(address(wallet));
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1] = ICuration.Endorsement(address(wallet), now48(), "");

        vm.expectEmit(address(curation));
        emit ICuration.ApplicationEndorsed(1, address(wallet));
        openWith(words);
    }

    function test_a_refusing_wallet_has_not_endorsed() public {
        MoodyWallet wallet = new MoodyWallet();
        wallet.feel(MoodyWallet.Mood.Refusing);
        join(address(wallet));
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        words[1] = ICuration.Endorsement(address(wallet), now48(), "");

        assertForged(words, address(wallet));
    }

    function test_endorsed_applications_keep_the_rules() public {
        ICuration.Endorsement[] memory words = wordsOf(0, 1);
        vm.prank(artist);
        vm.expectRevert(ICuration.DossierMissing.selector);
        curation.openEndorsedApplication(0, words);

        openWith(words);
        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationPending.selector, artist, 1));
        openWith(words);
    }

    function test_wallets_and_contract_agree_on_the_digest() public view {
        ICuration.Endorsement memory word = wordOf(0);
        bytes memory fields = abi.encode(EndorsementFields(artist, DOSSIER, members[0], word.deadline));

        vm.assertEq(
            curation.endorsementDigest(artist, DOSSIER, word),
            digestOf("Atelier Curation", address(curation), ENDORSEMENT, fields),
            "digest"
        );
    }

    function wordOf(uint256 member) private view returns (ICuration.Endorsement memory) {
        return endorsed(artist, DOSSIER, members[member], now48());
    }

    function wordsOf(
        uint256 first,
        uint256 second
    ) private view returns (ICuration.Endorsement[] memory words) {
        words = new ICuration.Endorsement[](2);
        (words[0], words[1]) = (wordOf(first), wordOf(second));
    }

    function inverse(
        ICuration.Endorsement[] memory words
    ) private pure returns (ICuration.Endorsement[] memory) {
        (words[0], words[1]) = (words[1], words[0]);
        return words;
    }

    function openWith(ICuration.Endorsement[] memory words) private returns (uint256) {
        vm.prank(artist);
        return curation.openEndorsedApplication(DOSSIER, words);
    }

    function assertForged(ICuration.Endorsement[] memory words, address member) private {
        vm.expectRevert(abi.encodeWithSelector(ICuration.EndorsementForged.selector, member));
        openWith(words);
    }
}
