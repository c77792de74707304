"""voteBySignatures
all good              -> all counted
one bad, of any kind  -> BallotSkipped with the error's selector; the others count
the first of all, for 64 candidates -> has gas enough
one that burns gas    -> burns its own part only
too little gas for one -> GasShort(needed): all are good for another time
the same twice        -> counted once
none                  -> nothing happens
"""

import pytest
from expect import reverts_with
from scene import HOUR, now, pass_time, selector

BURNING = 3


def counted(receipt):
    return [one["member"] for one in receipt.events["BallotCast"]]


def test_all_of_them(exhibitions, voting, make_ballot, members, relayer):
    ballots = [make_ballot(voting, member=member, approvals=0b011) for member in members]
    receipt = exhibitions.voteBySignatures(ballots, {"from": relayer})
    assert receipt.return_value == 3
    assert counted(receipt) == members
    assert [one["approvals"] for one in exhibitions.candidatesOf(voting)] == [3, 3, 0]


BAD = {
    "forged": (lambda make, voting, other: make(voting, signer=other), "BallotForged(address)"),
    "expired": (
        lambda make, voting, other: make(voting, deadline=now() - 1),
        "BallotExpired(uint64,uint256)",
    ),
    "of nobody": (
        lambda make, voting, other: make(voting, approvals=0),
        "ApprovalsInvalid(uint64,uint256)",
    ),
    "elsewhere": (lambda make, voting, other: make(voting + 1), "ExhibitionMissing(uint256)"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_one_spoils_nothing(exhibitions, voting, make_ballot, member, members, relayer, kind):
    build, fault = BAD[kind]
    bad = build(make_ballot, voting, members[2])
    ballots = [make_ballot(voting, member=members[1]), bad, make_ballot(voting, member=members[2])]
    receipt = exhibitions.voteBySignatures(ballots, {"from": relayer})
    assert counted(receipt) == members[1:]
    assert dict(receipt.events["BallotSkipped"]) == {
        "exhibition": bad[0],
        "member": member,
        "fault": selector(fault),
    }


def test_the_same_counts_once(exhibitions, voting, make_ballot, relayer):
    ballot = make_ballot(voting)
    receipt = exhibitions.voteBySignatures([ballot, ballot], {"from": relayer})
    assert receipt.return_value == 1
    assert receipt.events["BallotSkipped"]["fault"] == selector("AlreadyVoted(uint256,address)")


def test_none_is_skipped_for_want_of_gas(exhibitions, voting, make_ballot, members, relayer):
    ballots = [make_ballot(voting, member=member) for member in members]
    with reverts_with("GasShort", 437_500):
        exhibitions.voteBySignatures(ballots, {"from": relayer, "gas_limit": 500_000})
    assert exhibitions.voteBySignatures(ballots, {"from": relayer}).return_value == 3


def test_a_burner_burns_its_own_part(
    exhibitions, open_exhibition, works, join, double, make_ballot, members, relayer
):
    wallet = join(double("MoodyWallet"))
    wallet.feel(BURNING, {"from": relayer})
    pass_time(1)
    exhibition = open_exhibition()
    exhibitions.nominate(exhibition, works[0], {"from": members[0]})
    pass_time(HOUR)
    ballots = [make_ballot(exhibition, member=one) for one in (wallet, members[0])]
    receipt = exhibitions.voteBySignatures(ballots, {"from": relayer})
    assert counted(receipt) == [members[0]]
    assert receipt.events["BallotSkipped"]["member"] == wallet
    assert receipt.gas_used < exhibitions.RELAYED_VOTE_GAS() + 150_000


def test_the_first_has_gas_enough(exhibitions, full, make_ballot, member, relayer):
    everything = make_ballot(full, approvals=2**64 - 1)
    receipt = exhibitions.voteBySignatures([everything], {"from": relayer})
    assert counted(receipt) == [member]


def test_none_is_nothing(exhibitions, relayer):
    receipt = exhibitions.voteBySignatures([], {"from": relayer})
    assert receipt.return_value == 0
    assert len(receipt.events) == 0


def test_a_closed_one_takes_none(exhibitions, voting, make_ballot, relayer):
    ballot = make_ballot(voting)
    pass_time(HOUR)
    closes_at = exhibitions.exhibitions(voting)["closesAt"]
    with reverts_with("ExhibitionClosed", voting, closes_at):
        exhibitions.voteBySignature(ballot, {"from": relayer})
    receipt = exhibitions.voteBySignatures([ballot], {"from": relayer})
    assert receipt.events["BallotSkipped"]["fault"] == selector("ExhibitionClosed(uint256,uint48)")
