"""castVoteBySig
signed by another            -> GovernorInvalidSignature(voter)
brought twice                -> GovernorInvalidSignature(voter): the nonce is used
signed by the member, brought by anybody -> counted as the member's
"""

import pytest
from eth_account.messages import encode_typed_data
from expect import reverts_with
from scene import FOR, pass_time
from signing import KEYS


@pytest.fixture
def proposal(propose, market):
    found = propose(market.setFees, 300, 300)
    pass_time(61)
    return found


@pytest.fixture
def ballot(governor, proposal, member):
    def build(signer):
        _, name, version, chain_id, verifier, _, _ = governor.eip712Domain()
        domain = {
            "name": name,
            "version": version,
            "chainId": chain_id,
            "verifyingContract": verifier,
        }
        fields = "proposalId:uint256 support:uint8 voter:address nonce:uint256"
        pairs = (one.split(":") for one in fields.split())
        types = {"Ballot": [{"name": one, "type": kind} for one, kind in pairs]}
        message = {
            "proposalId": proposal.number,
            "support": FOR,
            "voter": str(member),
            "nonce": governor.nonces(member),
        }
        signed = KEYS[str(signer)].sign_message(encode_typed_data(domain, types, message))
        return proposal.number, FOR, member, signed.signature

    return build


def test_not_by_another(governor, ballot, member, stranger):
    with reverts_with("GovernorInvalidSignature", member):
        governor.castVoteBySig(*ballot(stranger), {"from": stranger})


def test_only_once(governor, ballot, member, relayer):
    signed = ballot(member)
    governor.castVoteBySig(*signed, {"from": relayer})
    with reverts_with("GovernorInvalidSignature", member):
        governor.castVoteBySig(*signed, {"from": relayer})


def test_anybody_brings_it(governor, proposal, ballot, member, relayer):
    governor.castVoteBySig(*ballot(member), {"from": relayer})
    assert governor.hasVoted(proposal.number, member)
    assert tuple(governor.proposalVotes(proposal.number)) == (0, 1, 0)
