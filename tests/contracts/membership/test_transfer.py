"""transferFrom, safeTransferFrom, approve, setApprovalForAll
always -> MembershipBound(member), whoever asks
"""

from expect import reverts_with


def test_the_holder_cannot_move_it(membership, member, stranger):
    with reverts_with("MembershipBound", 1):
        membership.transferFrom(member, stranger, 1, {"from": member})


def test_nor_move_it_safely(membership, member, stranger):
    with reverts_with("MembershipBound", 1):
        membership.safeTransferFrom(member, stranger, 1, {"from": member})


def test_a_stranger_cannot_move_it(membership, member, stranger):
    with reverts_with("MembershipBound", 1):
        membership.transferFrom(member, stranger, 1, {"from": stranger})


def test_not_even_to_its_holder(membership, member):
    with reverts_with("MembershipBound", 1):
        membership.transferFrom(member, member, 1, {"from": member})


def test_it_cannot_be_approved(membership, member, stranger):
    with reverts_with("MembershipBound", 1):
        membership.approve(stranger, 1, {"from": member})


def test_nor_can_all(membership, members, stranger):
    with reverts_with("MembershipBound", 2):
        membership.setApprovalForAll(stranger, True, {"from": members[1]})
