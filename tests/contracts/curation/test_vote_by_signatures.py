"""voteBySignatures
no votes                 -> nothing happens
a bad vote among good    -> skipped with the fault's selector, the others count
the same vote twice      -> the second is skipped
a wallet in any mood     -> skipped, the others count; it cannot burn more than its share
too little gas for one   -> GasShort(needed): all are good for another time
an application decided   -> all skipped
otherwise                -> all counted
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import ABSTAIN, AGAINST, FOR, digest, now, selector

FORGED = selector("VoteForged(uint256,address)")
OUT_OF_GAS = "0x00000000"


@pytest.fixture
def bring(curation, relayer):
    def build(*signed, **terms):
        return curation.voteBySignatures(signed, {"from": relayer, **terms})

    return build


def skipped(receipt):
    return [(*one.values()[:2], str(one["fault"])) for one in receipt.events["VoteSkipped"]]


def test_none(bring):
    receipt = bring()
    assert receipt.return_value == 0
    assert not receipt.events


def test_all_count(curation, bring, application, members, sign_vote):
    supports = (FOR, AGAINST, ABSTAIN)
    signed = [sign_vote(application, *pair) for pair in zip(members, supports, strict=True)]
    receipt = bring(*signed)
    assert receipt.return_value == len(receipt.events["VoteCast"]) == 3
    found = curation.applications(application)
    assert (found["votesFor"], found["votesAgainst"], found["abstentions"]) == (1, 1, 1)


BAD = {
    "forged": ({"signer": 7}, FORGED),
    "expired": ({"deadline": 1}, selector("VoteExpired(uint64,uint256)")),
    "of another round": ({"round": 2}, selector("RoundWrong(uint256,uint8,uint8)")),
    "unheard of": ({"support": 9}, selector("SupportUnknown(uint8)")),
    "without reason": ({"reason": ""}, selector("ReasonLength(uint256,uint256)")),
    "endless": ({"reason": "x" * 5_000}, selector("ReasonLength(uint256,uint256)")),
}


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_vote_spoils_nothing(curation, bring, application, members, sign_vote, kind):
    changes, fault = BAD[kind]
    changes = changes | ({"signer": accounts[7]} if "signer" in changes else {})
    good = [sign_vote(application, one) for one in (members[0], members[2])]
    receipt = bring(good[0], sign_vote(application, members[1], **changes), good[1])
    assert receipt.return_value == curation.applications(application)["votesFor"] == 2
    assert skipped(receipt) == [(application, members[1], fault)]
    assert not curation.hasVoted(application, members[1])


def test_who_has_no_say_is_skipped(bring, application, stranger, member, sign_vote):
    receipt = bring(sign_vote(application, stranger), sign_vote(application, member))
    assert skipped(receipt) == [(application, stranger, selector("NoVotes(address,uint48)"))]


def test_the_same_twice(curation, bring, application, member, sign_vote):
    signed = sign_vote(application, member)
    receipt = bring(signed, signed)
    assert receipt.return_value == curation.applications(application)["votesFor"] == 1
    assert skipped(receipt) == [(application, member, selector("AlreadyVoted(uint256,address)"))]


def test_several_applications_in_one_batch(
    curation, bring, application, open_application, stranger, member, sign_vote
):
    other = open_application(stranger)
    signed = sign_vote(application, member), sign_vote(other, member, AGAINST), sign_vote(9, member)
    receipt = bring(*signed)
    assert receipt.return_value == 2
    assert skipped(receipt) == [(9, member, selector("ApplicationMissing(uint256)"))]
    assert curation.applications(other)["votesAgainst"] == 1


@pytest.mark.parametrize(
    ("mood", "fault"),
    [
        ("Refusing", FORGED),
        ("Reverting", FORGED),
        ("Bombing", FORGED),
        ("Burning", None),
    ],
)
def test_a_hostile_wallet_spoils_nothing(
    curation, bring, moody, open_application, candidate, members, sign_vote, mood, fault
):
    wallet = moody(mood)
    application = open_application(candidate)
    hostile = [
        sign_vote(application, wallet, signer=candidate, deadline=now() + n) for n in (90, 99)
    ]
    good = [sign_vote(application, one) for one in members]
    receipt = bring(hostile[0], good[0], hostile[1], *good[1:])
    assert receipt.return_value == curation.applications(application)["votesFor"] == 3
    faults = [one for _, _, one in skipped(receipt)]
    assert len(faults) == 2
    assert set(faults) <= ({fault} if fault else {FORGED, OUT_OF_GAS})
    assert receipt.gas_used <= 2 * curation.RELAYED_VOTE_GAS() + 3 * 60_000


def test_a_wallet_that_flips_is_asked_anew(
    curation, bring, moody, open_application, candidate, members, sign_vote
):
    wallet = moody("Consenting")
    application = open_application(candidate)
    signed = sign_vote(application, wallet, signer=candidate)
    wallet.feel(1, {"from": candidate})
    assert bring(signed, sign_vote(application, members[0])).return_value == 1
    wallet.feel(0, {"from": candidate})
    assert bring(signed).return_value == 1
    assert curation.applications(application)["votesFor"] == 2


def test_no_vote_is_skipped_for_want_of_gas(curation, bring, application, members, sign_vote):
    long = {"reason": "x" * 1_000, "reasonDigest": digest("why")}
    signed = [sign_vote(application, one, **long) for one in members]
    needed = curation.RELAYED_VOTE_GAS() * 5 // 4
    with reverts_with("GasShort", needed):
        bring(*signed, gas_limit=needed + 150_000)
    assert bring(*signed).return_value == 3


def test_after_the_decision_all_are_skipped(bring, application, decide, members, sign_vote):
    signed = [sign_vote(application, one) for one in members]
    decide(application)
    receipt = bring(*signed)
    assert receipt.return_value == 0
    assert {fault for _, _, fault in skipped(receipt)} == {selector("ApplicationDecided(uint256)")}
