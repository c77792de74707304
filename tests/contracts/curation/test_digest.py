"""voteDigest, endorsementDigest
at random -> the digest that eth_account, which knows nothing of ours, signs
"""

from random import Random

import pytest
from brownie import web3
from eth_account.messages import _hash_eip191_message, encode_typed_data
from signing import TYPES

ROUNDS = 10


def hashed(domain, kind, message):
    """The digest by eth_account."""
    pairs = (part.split() for part in TYPES[kind].split(","))
    types = {kind: [{"type": type_, "name": name} for type_, name in pairs]}
    return "0x" + _hash_eip191_message(encode_typed_data(dict(domain), types, message)).hex()


def an_address(dice):
    return web3.to_checksum_address(dice.randbytes(20))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_vote(curation, domain, seed):
    dice = Random(seed)
    message = {
        "application": dice.getrandbits(256),
        "round": dice.getrandbits(8),
        "member": an_address(dice),
        "support": dice.getrandbits(8),
        "reasonDigest": dice.randbytes(32),
        "reason": "".join(chr(dice.randint(32, 0x2FF)) for _ in range(dice.randint(0, 90))),
        "deadline": dice.getrandbits(64),
    }
    found = curation.voteDigest((*message.values(), b""))
    assert str(found) == hashed(domain, "Vote", message)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_an_endorsement(curation, domain, seed):
    dice = Random(seed)
    message = {
        "artist": an_address(dice),
        "dossier": dice.randbytes(32),
        "member": an_address(dice),
        "deadline": dice.getrandbits(64),
    }
    word = (message["member"], message["deadline"], b"")
    found = curation.endorsementDigest(message["artist"], message["dossier"], word)
    assert str(found) == hashed(domain, "Endorsement", message)
