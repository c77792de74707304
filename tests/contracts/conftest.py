"""The cast, the deployed contracts, and builders of what people sign."""

import socket
from collections.abc import Callable, Mapping
from typing import Any

import brownie
import haste
import patience
import pytest
from brownie import ZERO_ADDRESS, accounts
from scene import (
    BOND,
    DAY,
    ETHER,
    FEE_BPS,
    FOR,
    HOUR,
    UNSHARED,
    act,
    digest,
    now,
    pass_time,
    work_id,
)
from signing import Signed, sign

from scripts.deploy import place
from scripts.plan import Curation, Governor, Plan


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# Brownie joins whatever chain answers on its fixed port, also that of a run beside this one.
brownie._config.CONFIG.networks["development"]["cmd_settings"]["port"] = _free_port()
patience.fit()
haste.fit()


def pytest_collection_finish() -> None:
    haste.settle()


@pytest.fixture(scope="session", autouse=True)
def _connection() -> None:
    haste.connect()


@pytest.fixture(autouse=True)
def isolation(fn_isolation: None) -> None:
    """Every test begins at the deployment of its module."""


@pytest.fixture(scope="session")
def deployer() -> Any:
    return accounts[0]


@pytest.fixture(scope="session")
def relayer() -> Any:
    return accounts[1]


@pytest.fixture(scope="session")
def artist() -> Any:
    return accounts[2]


@pytest.fixture(scope="session")
def members() -> Any:
    return [accounts[3], accounts[4], accounts[5]]


@pytest.fixture(scope="session")
def member(members: Any) -> Any:
    return members[0]


@pytest.fixture(scope="session")
def collector() -> Any:
    return accounts[6]


@pytest.fixture(scope="session")
def stranger() -> Any:
    return accounts[7]


@pytest.fixture(scope="session")
def candidate() -> Any:
    return accounts[8]


@pytest.fixture(scope="module")
def plan(members: Any) -> Plan:
    return Plan(
        founders=tuple(str(one) for one in members),
        curation=Curation(
            voting_period_seconds=HOUR,
            cooldown_seconds=2 * DAY,
            revocation_notice_seconds=DAY,
            endorsements=2,
        ),
        governor=Governor(
            voting_delay_seconds=60,
            voting_period_seconds=HOUR,
            late_quorum_extension_seconds=HOUR // 2,
        ),
    )


@pytest.fixture(scope="module")
def deployed(module_isolation: None, deployer: Any, plan: Plan) -> Mapping[str, Any]:
    found = place(deployer, plan)  # that it is sound, tests of the deployment prove once
    pass_time(1)  # founders vote from the second after the deployment
    return {
        name: getattr(brownie, name).at(contract.address)
        for name, contract in found.contracts.items()
    }


@pytest.fixture(scope="module")
def membership(deployed: Mapping[str, Any]) -> Any:
    return deployed["Membership"]


@pytest.fixture(scope="module")
def curation(deployed: Mapping[str, Any]) -> Any:
    return deployed["Curation"]


@pytest.fixture(scope="module")
def artwork(deployed: Mapping[str, Any]) -> Any:
    return deployed["Artwork"]


@pytest.fixture(scope="module")
def market(deployed: Mapping[str, Any]) -> Any:
    return deployed["Market"]


@pytest.fixture(scope="module")
def governor(deployed: Mapping[str, Any]) -> Any:
    return deployed["AtelierGovernor"]


@pytest.fixture(scope="module")
def treasury(deployed: Mapping[str, Any]) -> Any:
    return deployed["Treasury"]


@pytest.fixture(scope="module")
def as_treasury(treasury: Any) -> Any:
    """The treasury as a sender, as if the DAO had decided what follows."""
    return accounts.at(treasury.address, force=True)


@pytest.fixture(scope="module")
def double(stranger: Any) -> Callable[..., Any]:
    """A wallet contract of the stranger's, with manners of its own."""

    def build(kind: str) -> Any:
        return stranger.deploy(getattr(brownie, kind))

    return build


@pytest.fixture(scope="module")
def open_application(curation: Any) -> Callable[..., int]:
    """Apply, and tell the application's number."""

    def build(applicant: Any) -> int:
        act(applicant, curation.openApplication, digest(str(applicant)), value=BOND)
        return int(curation.applicationCount())

    return build


@pytest.fixture(scope="module")
def decide(curation: Any) -> Callable[[int], Any]:
    """Let the vote of an application end, and finalize it."""

    def build(application: int) -> Any:
        pass_time(HOUR)
        return curation.finalize(application, {"from": accounts[7]})

    return build


@pytest.fixture(scope="module")
def admit(
    curation: Any,
    members: Any,
    open_application: Callable[..., int],
    decide: Callable[[int], Any],
) -> Callable[[Any], int]:
    """Have somebody apply and voted in."""

    def build(applicant: Any) -> int:
        application = open_application(applicant)
        for member in members[:2]:
            curation.vote(application, FOR, "Welcome.", {"from": member})
        decide(application)
        return application

    return build


@pytest.fixture(scope="module")
def admitted(admit: Callable[[Any], int], artist: Any) -> Any:
    """The artist, voted in."""
    admit(artist)
    return artist


@pytest.fixture(scope="module")
def make_voucher(artwork: Any, artist: Any) -> Callable[..., Signed]:
    """A paid voucher of the artist, signed; keywords change message, signer or domain."""

    def build(signer: Any = None, domain: Mapping[str, Any] | None = None, **terms: Any) -> Signed:
        message = {
            "work": work_id(1),
            "artist": artist,
            "to": ZERO_ADDRESS,
            "currency": ZERO_ADDRESS,
            "price": ETHER,
            "royaltyBps": 1_000,
            "maxFeeBps": FEE_BPS,
            "deadline": now() + DAY,
            "nonce": 0,
            "submitter": ZERO_ADDRESS,
            "split": UNSHARED,
            **terms,
        }
        return sign(
            "Voucher", message, signer or _key_of(message["artist"]), _domain(artwork, domain)
        )

    return build


@pytest.fixture(scope="module")
def minted(artwork: Any, admitted: Any) -> int:
    """The artist's first work, in the artist's own hands, at ten per cent royalty."""
    artwork.mint(work_id(1), admitted, 1_000, {"from": admitted})
    return work_id(1)


def _key_of(who: Any) -> Any:
    return who.OWNER() if hasattr(who, "OWNER") else who


def _domain(contract: Any, overrides: Mapping[str, Any] | None) -> dict[str, Any]:
    _, name, version, chain_id, verifier, _, _ = contract.eip712Domain()
    found = {"name": name, "version": version, "chainId": chain_id, "verifyingContract": verifier}
    return {**found, **(overrides or {})}
