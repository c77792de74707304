"""locked, supportsInterface, clock, CLOCK_MODE
no such member   -> ERC721NonexistentToken(member)
a member         -> true, always
interfaces       -> ERC-165, ERC-721 and its metadata, ERC-5192; nothing else
clock            -> the block's timestamp, as the governor's
"""

from expect import reverts_with
from scene import now


def test_a_membership_is_locked(membership):
    assert membership.locked(1)


def test_no_member_is_not(membership):
    with reverts_with("ERC721NonexistentToken", 9):
        membership.locked(9)


def test_interfaces(membership):
    claimed = ["0x01ffc9a7", "0x80ac58cd", "0x5b5e139f", "0xb45a3c0e"]
    others = ["0xffffffff", "0x2a55205a", "0x00000000", "0xd9b67a26"]
    assert [membership.supportsInterface(one) for one in claimed] == [True] * 4
    assert [membership.supportsInterface(one) for one in others] == [False] * 4


def test_the_clock_is_the_time_and_the_governors(membership, governor):
    assert membership.clock() == governor.clock() == now()
    assert membership.CLOCK_MODE() == governor.CLOCK_MODE() == "mode=timestamp"
