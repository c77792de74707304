"""voteBySignature
past its deadline          -> VoteExpired(deadline, now)
support unknown            -> SupportUnknown(support)
reason wrong               -> ReasonLength(length, limit)
signed by another          -> VoteForged(application, member)
any bit of a field flipped -> VoteForged, or what the field itself breaks
malformed, other domain    -> VoteForged
of another round           -> RoundWrong(application, round, current)
brought twice              -> AlreadyVoted(application, member)
what vote refuses          -> refused here
a wallet contract          -> its word counts, now; no answer of its own breaks anything
otherwise                  -> counted as the member's, whoever brings it
"""

import pytest
from brownie.exceptions import VirtualMachineError
from expect import reverts_with
from malforming import MALFORMED
from scene import ABSTAIN, AGAINST, DAY, FOR, HOUR, digest, next_block_at, now, pass_time

REASON = "A hand of its own."
FIELDS = ("application", "round", "member", "support", "reasonDigest", "reason", "deadline")


@pytest.fixture
def bring(curation, relayer):
    def build(signed):
        return curation.voteBySignature(signed, {"from": relayer})

    return build


def test_too_late(bring, application, sign_vote, member):
    deadline = now() + 100
    signed = sign_vote(application, member, deadline=deadline)
    next_block_at(deadline + 1)
    with reverts_with("VoteExpired", deadline, deadline + 1):
        bring(signed)


def test_in_its_last_second(curation, bring, application, sign_vote, member):
    deadline = now() + 100
    signed = sign_vote(application, member, deadline=deadline)
    next_block_at(deadline)
    bring(signed)
    assert curation.hasVoted(application, member)


def test_a_fourth_way_to_vote_is_refused(bring, application, sign_vote, member):
    with reverts_with("SupportUnknown", 3):
        bring(sign_vote(application, member, 3))


def test_no_reason_is_refused(bring, application, sign_vote, member):
    with reverts_with("ReasonLength", 0, 1_000):
        bring(sign_vote(application, member, reason=""))


def test_a_long_reason_is_refused(bring, application, sign_vote, member):
    with reverts_with("ReasonLength", 1_001, 1_000):
        bring(sign_vote(application, member, reason="x" * 1_001, reasonDigest=digest("why")))


def test_a_stranger_cannot(bring, application, sign_vote, member, stranger):
    with reverts_with("VoteForged", application, member):
        bring(sign_vote(application, member, signer=stranger))


def flipped(value, bit):
    """The value with one bit changed."""
    if isinstance(value, int):
        return value ^ (1 << bit)
    data = bytearray(value.encode() if isinstance(value, str) else value)
    data[bit // 8 % len(data)] ^= 1 << bit % 7
    return data.decode() if isinstance(value, str) else bytes(data)


@pytest.mark.parametrize(
    ("field", "bit"),
    [("support", 0), ("reasonDigest", 0), ("reasonDigest", 200), ("reason", 0), ("reason", 100)]
    + [("deadline", bit) for bit in (1, 40, 63)]
    + [("application", bit) for bit in (0, 255)]
    + [("round", bit) for bit in (1, 7)],
)
def test_one_bit_makes_another_vote(bring, application, sign_vote, member, field, bit):
    terms = dict(zip((*FIELDS, "signature"), sign_vote(application, member), strict=True))
    terms[field] = flipped(terms[field], bit)
    with reverts_with("VoteForged", terms["application"], member):
        bring(tuple(terms.values()))


def test_a_vote_is_nobody_elses(bring, application, sign_vote, members):
    signed = list(sign_vote(application, members[0]))
    signed[FIELDS.index("member")] = members[1]
    with reverts_with("VoteForged", application, members[1]):
        bring(tuple(signed))


@pytest.mark.parametrize(
    "other",
    [
        {"chainId": 1},
        {"verifyingContract": "0x" + "11" * 20},
        {"name": "Atelier Artwork"},
        {"version": "2"},
    ],
)
def test_another_domain_is_refused(bring, application, sign_vote, member, other):
    with reverts_with("VoteForged", application, member):
        bring(sign_vote(application, member, other_domain=other))


@pytest.mark.parametrize("way", MALFORMED)
def test_malformed_is_refused(bring, application, sign_vote, member, way):
    *terms, signature = sign_vote(application, member)
    with reverts_with("VoteForged", application, member):
        bring((*terms, MALFORMED[way](signature)))


@pytest.mark.parametrize("number", [0, 2, 255])
def test_another_round_is_refused(bring, application, sign_vote, member, number):
    with reverts_with("RoundWrong", application, number, 1):
        bring(sign_vote(application, member, round=number))


def test_only_once(curation, bring, application, sign_vote, member):
    signed = sign_vote(application, member)
    bring(signed)
    with reverts_with("AlreadyVoted", application, member):
        bring(signed)
    assert curation.applications(application)["votesFor"] == 1


def test_nor_beside_an_own_vote(curation, bring, application, sign_vote, member):
    curation.vote(application, AGAINST, REASON, {"from": member})
    with reverts_with("AlreadyVoted", application, member):
        bring(sign_vote(application, member))


def test_no_application_no_vote(bring, sign_vote, member):
    with reverts_with("ApplicationMissing", 9):
        bring(sign_vote(9, member))


def test_not_after_the_end(curation, bring, application, sign_vote, member):
    pass_time(HOUR)
    closes_at = curation.applications(application)["closesAt"]
    with reverts_with("ApplicationClosed", application, closes_at):
        bring(sign_vote(application, member))


def test_nobody_votes_on_their_own(bring, open_application, sign_vote, member):
    application = open_application(member)
    with reverts_with("OwnApplication", application, member):
        bring(sign_vote(application, member))


def test_a_strangers_vote_weighs_nothing(curation, bring, application, sign_vote, stranger):
    snapshot = curation.applications(application)["snapshot"]
    with reverts_with("NoVotes", stranger, snapshot):
        bring(sign_vote(application, stranger))


def test_a_wallets_word_counts(curation, bring, moody, open_application, candidate, sign_vote):
    wallet = moody("Consenting")
    application = open_application(candidate)
    bring(sign_vote(application, wallet, signer=candidate))
    assert curation.hasVoted(application, wallet)


def test_a_wallet_may_change_its_mind(moody, bring, open_application, candidate, sign_vote):
    wallet = moody("Consenting")
    application = open_application(candidate)
    signed = sign_vote(application, wallet, signer=candidate)
    wallet.feel(1, {"from": candidate})
    with reverts_with("VoteForged", application, wallet):
        bring(signed)


@pytest.mark.parametrize("mood", ["Refusing", "Reverting", "Bombing"])
def test_a_wallets_mood_is_its_own(bring, moody, open_application, candidate, sign_vote, mood):
    wallet = moody(mood)
    application = open_application(candidate)
    with reverts_with("VoteForged", application, wallet):
        bring(sign_vote(application, wallet, signer=candidate))


def test_burnt_gas_is_the_bringers(curation, bring, moody, open_application, candidate, sign_vote):
    wallet = moody("Burning")
    application = open_application(candidate)
    with pytest.raises(VirtualMachineError):
        bring(sign_vote(application, wallet, signer=candidate))
    assert not curation.hasVoted(application, wallet)


@pytest.mark.parametrize(
    ("support", "reason", "reason_digest"),
    [(FOR, REASON, bytes(32)), (AGAINST, "", digest("why")), (ABSTAIN, "é" * 500, digest("why"))],
)
def test_anybody_brings_it(
    curation, bring, application, sign_vote, member, support, reason, reason_digest
):
    terms = {"reason": reason, "reasonDigest": reason_digest, "deadline": now() + DAY}
    receipt = bring(sign_vote(application, member, support, **terms))
    assert dict(receipt.events["VoteCast"]) == {
        "application": application,
        "member": member,
        "round": 1,
        "support": support,
        "weight": 1,
        "reasonDigest": "0x" + reason_digest.hex(),
        "reason": reason,
    }
    assert curation.hasVoted(application, member)
