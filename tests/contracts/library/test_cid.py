"""Cid.toText
any digest -> the CID every IPFS tool computes for it
"""

from base64 import b32encode
from hashlib import sha256

import brownie
import pytest
from brownie.test import given, strategy
from hypothesis import settings

# Printed by other tools for these bytes: version 1, raw codec, sha2-256, base32.
KNOWN = {
    b"": "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
    b"hello world": "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
}


@pytest.fixture(scope="module")
def probe(module_isolation, deployer):
    return deployer.deploy(brownie.LibraryProbe)


@pytest.mark.parametrize("content", KNOWN)
def test_known_cids(probe, content):
    assert probe.toText(int.from_bytes(sha256(content).digest())) == KNOWN[content]


@given(digests=strategy("uint256[25]"))
@settings(max_examples=4)  # an example costs a chain's snapshot, a digest next to nothing
def test_any_digest(probe, digests):
    for digest in digests:
        binary = b"\x01\x55\x12\x20" + digest.to_bytes(32)
        assert probe.toText(digest) == "b" + b32encode(binary).decode().lower().rstrip("=")
