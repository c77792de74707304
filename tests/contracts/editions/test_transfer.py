"""copies in their owners' hands (ERC-1155)
the market's approval          -> Artwork's one switch; here -> TrustKeptByArtwork(artwork)
another operator               -> as ERC-1155 has it
a stranger                     -> ERC1155MissingApprovalForAll(stranger, owner)
into a contract of ours        -> ERC1155InvalidReceiver: nothing is stranded
into the treasury              -> taken: the DAO can collect
several editions at once       -> moved together
interfaces (ERC-165)           -> what it is, and nothing else
uri                            -> the id, as a CID
"""

from base64 import b32encode

import pytest
from expect import reverts_with
from scene import work_id


@pytest.fixture(autouse=True)
def owned(open_edition, mint):
    """Three copies in the collector's hands."""
    open_edition()
    mint(3)


@pytest.fixture
def give(editions, collector):
    def build(to, copies=1, by=collector):
        arguments = collector, to, work_id(1), copies, b""
        return editions.safeTransferFrom(*arguments, {"from": by})

    return build


def test_the_market_is_trusted_by_one_switch(editions, artwork, market, collector):
    assert editions.isApprovedForAll(collector, market)
    artwork.setMarketTrust(False, {"from": collector})
    assert not editions.isApprovedForAll(collector, market)


@pytest.mark.parametrize("approved", [True, False])
def test_and_by_no_other(editions, artwork, market, collector, approved):
    with reverts_with("TrustKeptByArtwork", artwork):
        editions.setApprovalForAll(market, approved, {"from": collector})


def test_another_operator(editions, collector, candidate, stranger, give):
    editions.setApprovalForAll(candidate, True, {"from": collector})
    give(stranger, by=candidate)
    assert editions.balanceOf(stranger, work_id(1)) == 1


def test_not_a_stranger(collector, stranger, give):
    with reverts_with("ERC1155MissingApprovalForAll", stranger, collector):
        give(stranger, by=stranger)


OURS = ["Market", "AuctionHouse", "Artwork", "Editions", "Royalties", "Curation"]


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_stranded(deployed, give, name):
    with reverts_with("ERC1155InvalidReceiver", deployed[name]):
        give(deployed[name])


@pytest.mark.parametrize("name", OURS)
def test_nor_when_minted(deployed, collector, mint, name):
    with reverts_with("ERC1155InvalidReceiver", deployed[name]):
        mint(to=deployed[name], by=collector)


def test_the_dao_collects(editions, treasury, give):
    give(treasury)
    assert editions.balanceOf(treasury, work_id(1)) == 1


def test_several_at_once(editions, collector, stranger, open_edition, mint):
    open_edition(edition=work_id(2))
    mint(edition=work_id(2))
    batch = [work_id(1), work_id(2)], [3, 1], b""
    editions.safeBatchTransferFrom(collector, stranger, *batch, {"from": collector})
    assert list(editions.balanceOfBatch([stranger] * 2, batch[0])) == [3, 1]


@pytest.mark.parametrize(
    ("interface", "is_there"),
    [
        ("0x01ffc9a7", True),  # ERC-165
        ("0xd9b67a26", True),  # ERC-1155
        ("0x0e89341c", True),  # its metadata
        ("0x2a55205a", True),  # ERC-2981
        ("0x80ac58cd", False),  # ERC-721
        ("0x4e2312e0", False),  # who takes copies
        ("0xffffffff", False),
    ],
)
def test_interfaces(editions, interface, is_there):
    assert editions.supportsInterface(interface) == is_there


def test_the_id_is_where_the_metadata_is(editions):
    cid = b32encode(bytes.fromhex("01551220") + work_id(1).to_bytes(32))
    assert editions.uri(work_id(1)) == "ipfs://b" + cid.decode().lower().rstrip("=")
