// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IMembership} from "../../../contracts/interfaces/IMembership.sol";
import {Jury} from "./Jury.sol";

/// @title A DAO of a million votes, seventy thousand members and more applications than 32 bits count
contract LargeTest is Jury {
    function setUp() public override {
        super.setUp();
        pretend(abi.encodeWithSelector(IVotes.getPastTotalSupply.selector), abi.encode(1_000_000));
        pretend(abi.encodeCall(IMembership.lastMember, ()), abi.encode(70_000));
        vote(members[0], 69_999, 100_000);
        vote(members[1], 69_998, 100_001);
        vote(members[2], 69_997, 1);
        vote(artist, 69_997, 1);
    }

    function test_quorum_and_weights_are_counted_in_full() public {
        uint256 application = open(artist);
        vm.assertEq(curation.applications(application).quorum, 300_000, "quorum");

        cast(application, 0, AGAINST);
        assertVotes(application, 0, 100_000, 0);
        decide(application);
        appeal(application);
        vm.assertEq(curation.applications(application).quorum, 270_000, "of the votes that are left");
    }

    function test_all_three_counts_are() public {
        uint256 application = open(artist);
        cast(application, 0, FOR);
        cast(application, 1, ABSTAIN);

        assertVotes(application, 100_000, 0, 100_001);
    }

    function test_an_artist_with_a_high_number_is_known() public {
        uint256 application = open(artist);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.OwnApplication.selector, application, members[2])
        );
        cast(application, 2, FOR);
    }

    function test_an_application_after_four_thousand_million_others_is_known() public {
        put(address(curation), abi.encodeCall(curation.applicationCount, ()), type(uint32).max);

        vm.assertEq(open(artist), 1 << 32, "number");
        vm.assertEq(curation.applicationOf(artist), 1 << 32, "latest");
    }

    function vote(address member, uint256 number, uint256 weight) private {
        bytes memory question = abi.encodeWithSelector(IMembership.voterAt.selector, member);
        pretend(question, abi.encode(number, weight));
    }

    function pretend(bytes memory question, bytes memory answer) private {
        vm.mockCall(address(membership), question, answer);
    }
}
