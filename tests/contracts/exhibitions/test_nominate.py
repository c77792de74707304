"""nominate
nominations over              -> NominationsOver(exhibition, until), from that very second
no member                     -> NotMember(caller)
member since the opening      -> NotMember
member who left and came back -> NotMember: no second allowance
four nominated already        -> NominationsUsed(exhibition, member, limit), in this exhibition only
64 candidates already         -> NominationsFull(exhibition, limit)
a candidate already           -> AlreadyNominated(exhibition, work)
no such work                  -> WorkMissing(work)
otherwise                     -> a candidate, WorkNominated
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import next_block_at, work_id


def test_not_after_the_end(exhibitions, nominating, works, member):
    until = exhibitions.exhibitions(nominating)["nominationsUntil"]
    next_block_at(until)
    with reverts_with("NominationsOver", nominating, until):
        exhibitions.nominate(nominating, works[0], {"from": member})


def test_until_its_last_second(exhibitions, nominating, works, member):
    next_block_at(exhibitions.exhibitions(nominating)["nominationsUntil"] - 1)
    exhibitions.nominate(nominating, works[0], {"from": member})
    assert exhibitions.exhibitions(nominating)["candidateCount"] == 1


def test_a_stranger_cannot(exhibitions, nominating, works, stranger):
    with reverts_with("NotMember", stranger):
        exhibitions.nominate(nominating, works[0], {"from": stranger})


def test_a_later_member_cannot(exhibitions, nominating, works, join, stranger):
    join(stranger)
    with reverts_with("NotMember", stranger):
        exhibitions.nominate(nominating, works[0], {"from": stranger})


def test_coming_back_gives_no_allowance(
    exhibitions, membership, nominating, works, join, as_treasury, member
):
    membership.remove(member, "A pause.", {"from": as_treasury})
    join(member)
    with reverts_with("NotMember", member):
        exhibitions.nominate(nominating, works[0], {"from": member})


def test_four_each(exhibitions, nominating, mint, artist, member, members):
    more = mint(artist, 11, 5)
    for work in more[:4]:
        exhibitions.nominate(nominating, work, {"from": member})
    assert exhibitions.nominationsBy(nominating, member) == 4
    assert exhibitions.nominationsBy(nominating, members[1]) == 0
    with reverts_with("NominationsUsed", nominating, member, 4):
        exhibitions.nominate(nominating, more[4], {"from": member})


def test_four_more_in_the_next(exhibitions, nominating, open_exhibition, mint, artist, member):
    more = mint(artist, 11, 5)
    for work in more[:4]:
        exhibitions.nominate(nominating, work, {"from": member})
    another = open_exhibition()
    exhibitions.nominate(another, more[4], {"from": member})
    assert exhibitions.nominationsBy(another, member) == 1


def test_sixty_four_in_all(exhibitions, open_exhibition, join, mint, artist, stranger):
    crowd = [join(accounts.at(f"0x{number:040x}", force=True)) for number in range(99, 116)]
    works = mint(artist, 100, 50) + mint(artist, 150, 15)
    exhibition = open_exhibition()
    for index, work in enumerate(works[:64]):
        exhibitions.nominate(exhibition, work, {"from": crowd[index // 4]})
    with reverts_with("NominationsFull", exhibition, 64):
        exhibitions.nominate(exhibition, works[64], {"from": crowd[16]})


def test_once_each(exhibitions, nominating, works, members):
    exhibitions.nominate(nominating, works[0], {"from": members[0]})
    with reverts_with("AlreadyNominated", nominating, works[0]):
        exhibitions.nominate(nominating, works[0], {"from": members[1]})


@pytest.mark.parametrize("work", [0, work_id(99)])
def test_only_works_there_are(exhibitions, nominating, member, work):
    with reverts_with("WorkMissing", work):
        exhibitions.nominate(nominating, work, {"from": member})


def test_said_aloud(exhibitions, nominating, works, artist, candidate, members):
    exhibitions.nominate(nominating, works[0], {"from": members[0]})
    receipt = exhibitions.nominate(nominating, works[2], {"from": members[1]})
    assert dict(receipt.events["WorkNominated"]) == {
        "exhibition": nominating,
        "work": works[2],
        "member": members[1],
        "artist": candidate,
        "candidate": 1,
    }
    found = [tuple(one) for one in exhibitions.candidatesOf(nominating)]
    assert found == [(works[0], artist, 0), (works[2], candidate, 0)]
