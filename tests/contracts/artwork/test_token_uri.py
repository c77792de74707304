"""tokenURI, supportsInterface
no such work -> ERC721NonexistentToken(work)
a work       -> ipfs:// and the CID of its metadata, wherever it moves
interfaces   -> ERC-165, ERC-721 and its metadata, ERC-2981; nothing else
"""

from base64 import b32encode

from expect import reverts_with
from scene import digest, work_id


def test_no_work_no_place(artwork):
    with reverts_with("ERC721NonexistentToken", work_id(9)):
        artwork.tokenURI(work_id(9))


def test_the_id_is_the_content(artwork, minted, artist, collector):
    cid = b32encode(b"\x01\x55\x12\x20" + digest("work 1")).decode().lower().rstrip("=")
    assert artwork.tokenURI(minted) == f"ipfs://b{cid}"
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    assert artwork.tokenURI(minted) == f"ipfs://b{cid}"


def test_interfaces(artwork):
    claimed = ["0x01ffc9a7", "0x80ac58cd", "0x5b5e139f", "0x2a55205a"]
    others = ["0xffffffff", "0xb45a3c0e", "0x00000000", "0xd9b67a26"]
    assert [artwork.supportsInterface(one) for one in claimed] == [True] * 4
    assert [artwork.supportsInterface(one) for one in others] == [False] * 4
