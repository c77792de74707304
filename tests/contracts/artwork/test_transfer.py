"""transferFrom, safeTransferFrom
by a stranger        -> ERC721InsufficientApproval(caller, work)
from another         -> ERC721IncorrectOwner(from, work, owner)
to a deaf contract, safely -> ERC721InvalidReceiver(contract)
every move           -> counts, to oneself too
minting              -> does not count
"""

from expect import reverts_with


def test_a_stranger_cannot(artwork, minted, artist, stranger):
    with reverts_with("ERC721InsufficientApproval", stranger, minted):
        artwork.transferFrom(artist, stranger, minted, {"from": stranger})


def test_not_from_another(artwork, minted, artist, collector):
    with reverts_with("ERC721IncorrectOwner", collector, minted, artist):
        artwork.transferFrom(collector, artist, minted, {"from": artist})


def test_not_safely_to_the_deaf(artwork, minted, artist, double):
    deaf = double("Puppet")
    with reverts_with("ERC721InvalidReceiver", deaf):
        artwork.safeTransferFrom(artist, deaf, minted, {"from": artist})


def test_minting_does_not_count(artwork, minted):
    assert artwork.works(minted)["transferCount"] == 0


def test_every_move_counts(artwork, minted, artist, collector):
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    artwork.safeTransferFrom(collector, artist, minted, {"from": collector})
    artwork.transferFrom(artist, artist, minted, {"from": artist})
    assert artwork.works(minted)["transferCount"] == 3


def test_an_approved_operator_can(artwork, minted, artist, stranger):
    artwork.approve(stranger, minted, {"from": artist})
    artwork.transferFrom(artist, stranger, minted, {"from": stranger})
    assert artwork.ownerOf(minted) == stranger
