"""What members sign about artists, and how a ballot is led to its end."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from brownie import accounts
from scene import ABSTAIN, AGAINST, BOND, DAY, FOR, HOUR, digest, now, pass_time
from signing import Signed, sign

DOSSIER = digest("dossier")
REASON = "A hand of its own."


@pytest.fixture(scope="module")
def domain(curation: Any) -> Mapping[str, Any]:
    """The EIP-712 domain of what is signed here."""
    _, name, version, chain_id, verifier, _, _ = curation.eip712Domain()
    return {"name": name, "version": version, "chainId": chain_id, "verifyingContract": verifier}


@pytest.fixture(scope="module")
def sign_vote(domain: Mapping[str, Any]) -> Callable[..., tuple[Any, ...]]:
    """A signed vote as the contract takes it; keywords change message, signer or domain."""

    def build(
        application: int,
        member: Any,
        support: int = FOR,
        signer: Any = None,
        other_domain: Mapping[str, Any] | None = None,
        **terms: Any,
    ) -> tuple[Any, ...]:
        message = {
            "application": application,
            "round": 1,
            "member": member,
            "support": support,
            "reasonDigest": bytes(32),
            "reason": REASON,
            "deadline": now() + DAY,
            **terms,
        }
        signed = sign("Vote", message, signer or member, {**domain, **(other_domain or {})})
        return (*signed.terms, signed.signature)

    return build


@pytest.fixture(scope="module")
def endorse(domain: Mapping[str, Any], candidate: Any) -> Callable[..., tuple[Any, ...]]:
    """A member's signed word for the candidate, as the contract takes it; keywords as above."""

    def build(
        member: Any,
        signer: Any = None,
        other_domain: Mapping[str, Any] | None = None,
        **terms: Any,
    ) -> tuple[Any, ...]:
        message = {
            "artist": candidate,
            "dossier": DOSSIER,
            "member": member,
            "deadline": now() + DAY,
            **terms,
        }
        signed: Signed = sign(
            "Endorsement", message, signer or member, {**domain, **(other_domain or {})}
        )
        return member, message["deadline"], signed.signature

    return build


@pytest.fixture(scope="module")
def make_parameters() -> Callable[..., tuple[int, ...]]:
    """The plan's parameters as the contract takes them; keywords change some."""

    def build(**changes: int) -> tuple[int, ...]:
        usual = {
            "bond": BOND,
            "period": HOUR,
            "cooldown": 2 * DAY,
            "notice": DAY,
            "quorum_bps": 3_000,
            "quorum_floor": 2,
            "endorsements": 2,
        }
        assert changes.keys() <= usual.keys()
        return tuple((usual | changes).values())

    return build


@pytest.fixture
def application(open_application: Callable[..., int], candidate: Any) -> int:
    """The candidate's."""
    return open_application(candidate)


@pytest.fixture(scope="module")
def cast(curation: Any, members: Any) -> Callable[..., None]:
    """Have the first members vote, in their order."""

    def build(application: int, *supports: int) -> None:
        for member, support in zip(members, supports, strict=False):
            curation.vote(application, support, REASON, {"from": member})

    return build


@pytest.fixture
def more_members(membership: Any, curation: Any) -> list[Any]:
    """Enough members for two rounds: accounts 0, 1 and 9 too, numbered 4, 5 and 6."""
    added = [accounts[0], accounts[1], accounts[9]]
    for one in added:
        membership.admit(one, {"from": accounts.at(curation.address, force=True)})
    pass_time(1)
    return added


@pytest.fixture
def rejected(
    more_members: Any,
    application: int,
    cast: Callable[..., None],
    decide: Callable[[int], Any],
) -> int:
    """The candidate's application, rejected with three votes cast and three left."""
    cast(application, AGAINST, FOR, ABSTAIN)
    decide(application)
    return application


MOODS = ("Consenting", "Refusing", "Reverting", "Burning", "Bombing")


@pytest.fixture
def moody(membership: Any, curation: Any, double: Callable[..., Any]) -> Callable[[str], Any]:
    """A member that is a wallet contract in some mood."""

    def build(mood: str) -> Any:
        wallet = double("MoodyWallet")
        wallet.feel(MOODS.index(mood), {"from": wallet.OWNER()})
        membership.admit(wallet, {"from": accounts.at(curation.address, force=True)})
        pass_time(1)
        return wallet

    return build
