"""Open exhibitions, nominate works for them, and sign ballots."""

from collections.abc import Callable
from typing import Any

import pytest
from brownie import accounts
from scene import DAY, HOUR, digest, now, pass_time, work_id
from signing import TYPES, sign

ARTISTS = (2, 8, 9)  # of the chain's accounts
BRIEF = digest("On Wings of Song")
TYPES["Ballot"] = "uint256 exhibition,address member,uint64 approvals,uint64 deadline"


@pytest.fixture(scope="module")
def exhibitions(deployed: Any) -> Any:
    return deployed["Exhibitions"]


@pytest.fixture(scope="module")
def as_curation(curation: Any) -> Any:
    """Curation as a sender, as if it had admitted whom it admits here."""
    return accounts.at(curation.address, force=True)


@pytest.fixture(scope="module")
def mint(artwork: Any, as_curation: Any) -> Callable[..., list[int]]:
    """Mint works of an artist, numbered from `first`."""

    def build(artist: Any, first: int = 1, count: int = 1) -> list[int]:
        if not artwork.isArtist(artist):
            artwork.admit(artist, {"from": as_curation})
        works = [work_id(number) for number in range(first, first + count)]
        artwork.mintBatch(works, artist, 0, {"from": artist})
        return works

    return build


@pytest.fixture(scope="module")
def join(membership: Any, as_curation: Any) -> Callable[[Any], Any]:
    """Make somebody a member."""

    def build(holder: Any) -> Any:
        membership.admit(holder, {"from": as_curation})
        return holder

    return build


@pytest.fixture(scope="module")
def open_exhibition(exhibitions: Any, as_treasury: Any) -> Callable[..., int]:
    """Open an exhibition of an hour's nominations and an hour's vote; keywords change its terms."""

    def build(brief: bytes = BRIEF, places: int = 2, quota: int = 1) -> int:
        terms = brief, HOUR, HOUR, places, quota
        exhibitions.openExhibition(terms, {"from": as_treasury})
        return int(exhibitions.exhibitionCount())

    return build


@pytest.fixture(scope="module")
def works(mint: Callable[..., list[int]], artist: Any, candidate: Any) -> list[int]:
    """Two works of the artist, then one of another artist."""
    return mint(artist, 1, 2) + mint(candidate, 3)


@pytest.fixture(scope="module")
def nominating(open_exhibition: Callable[..., int], works: list[int]) -> int:
    """An exhibition that takes nominations."""
    return open_exhibition()


@pytest.fixture(scope="module")
def voting(exhibitions: Any, nominating: int, works: list[int], members: Any) -> int:
    """An exhibition that takes ballots on the three works."""
    for work, member in zip(works, members, strict=True):
        exhibitions.nominate(nominating, work, {"from": member})
    pass_time(HOUR)
    return nominating


@pytest.fixture(scope="module")
def crowd(join: Callable[[Any], Any]) -> list[Any]:
    """Sixteen members, enough to nominate 64 works."""
    return [join(accounts.at(f"0x{number:040x}", force=True)) for number in range(99, 115)]


@pytest.fixture(scope="module")
def full(
    exhibitions: Any,
    open_exhibition: Callable[..., int],
    mint: Callable[..., list[int]],
    crowd: list[Any],
) -> int:
    """An exhibition of 64 candidates by three artists in turn; eleven places, four an artist."""
    by_artist = [mint(accounts[index], 100 * index, 22) for index in ARTISTS]
    works = [work for trio in zip(*by_artist, strict=True) for work in trio][:64]
    pass_time(1)
    exhibition = open_exhibition(places=11, quota=4)
    for index, work in enumerate(works):
        exhibitions.nominate(exhibition, work, {"from": crowd[index // 4]})
    pass_time(HOUR)
    return exhibition


@pytest.fixture(scope="module")
def make_ballot(exhibitions: Any, member: Any) -> Callable[..., tuple[Any, ...]]:
    """A ballot of a member for the first work, as the contract takes it, the signature last.

    Keywords change message, signer or domain; wallet contracts sign by their owner.
    """
    _, name, version, chain_id, verifier, _, _ = exhibitions.eip712Domain()
    own = {"name": name, "version": version, "chainId": chain_id, "verifyingContract": verifier}

    def build(
        exhibition: int, signer: Any = None, domain: Any = None, **terms: Any
    ) -> tuple[Any, ...]:
        message = {
            "exhibition": exhibition,
            "member": member,
            "approvals": 1,
            "deadline": now() + DAY,
            **terms,
        }
        signer = signer or message["member"]
        key = signer.OWNER() if hasattr(signer, "OWNER") else signer
        signed = sign("Ballot", message, key, {**own, **(domain or {})})
        return (*signed.terms, signed.signature)

    return build
