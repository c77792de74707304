"""cid
known content            -> the CID that every implementation gives it
text, bytes, digest      -> and back, for any digest
CIDv0, other hash or codec, other base, upper case, not canonical  -> CidInvalid that says which
"""

from base64 import b32encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.adapters.ipfs.cid import DAG_PB, RAW, Cid
from marketplace.adapters.ipfs.error import CidInvalid

HELLO = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"

cids = st.builds(Cid, st.sampled_from([RAW, DAG_PB]), st.binary(min_size=32, max_size=32))


def base32(raw: bytes) -> str:
    return "b" + b32encode(raw).decode().rstrip("=").lower()


def test_known_content_has_its_known_cid() -> None:
    assert str(Cid.of(b"hello world")) == HELLO


@given(cids)
def test_text_and_back(cid: Cid) -> None:
    assert Cid.parse(str(cid)) == cid


@given(cids)
def test_bytes_and_back(cid: Cid) -> None:
    assert Cid.from_bytes(bytes(cid)) == cid


@given(st.binary(max_size=100))
def test_token_id_and_back(content: bytes) -> None:
    cid = Cid.of(content)
    assert Cid.from_digest(cid.token) == Cid.from_digest(cid.digest) == cid


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", "is a CIDv0"),
        ("", "not a CIDv1"),
        (HELLO[:-1], "not a CIDv1"),
        (HELLO.upper(), "not a CIDv1"),
        ("z" + HELLO[1:], "not a CIDv1"),
        (HELLO[:-1] + "1", "outside base32"),
        (HELLO[:-1] + "é", "not a CIDv1"),
        (HELLO[:-1] + "f", "not canonical"),
        ("b" + HELLO[1:].upper(), "not canonical"),
        (base32(b"\x01\x71\x12\x20" + bytes(32)), "codec 0x71 is not known"),
        (base32(b"\x01\x55\x16\x20" + bytes(32)), "not a CIDv1 under sha2-256"),
        (base32(b"\x02\x55\x12\x20" + bytes(32)), "not a CIDv1 under sha2-256"),
    ],
)
def test_other_text_is_refused_with_its_fault(text: str, fault: str) -> None:
    with pytest.raises(CidInvalid, match=fault):
        Cid.parse(text)


@given(st.text(max_size=70))
def test_any_text_is_a_cid_or_refused(text: str) -> None:
    with suppress(CidInvalid):
        assert str(Cid.parse(text)) == text


@given(st.binary(max_size=40))
def test_any_bytes_are_a_cid_or_refused(raw: bytes) -> None:
    with suppress(CidInvalid):
        assert bytes(Cid.from_bytes(raw)) == raw


def test_binary_cidv0_is_named() -> None:
    with pytest.raises(CidInvalid, match="CIDv0"):
        Cid.from_bytes(b"\x12\x20" + bytes(32))


@pytest.mark.parametrize("digest", [-1, 1 << 256, b"short"])
def test_what_is_no_digest_is_refused(digest: int | bytes) -> None:
    with pytest.raises(CidInvalid):
        Cid.from_digest(digest)
