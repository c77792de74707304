"""Find the contracts: the ABIs they were compiled with and the addresses they were deployed to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from indexer.error import DeploymentInvalid
from indexer.primitives import Address, Hash32, address, hash32

__all__ = ["CONTRACTS", "Deployment", "DeploymentInvalid", "abi", "abi_sha256"]

CONTRACTS = (
    "Membership",
    "Curation",
    "Exhibitions",
    "Currencies",
    "Royalties",
    "Artwork",
    "Editions",
    "Market",
    "AuctionHouse",
    "AtelierGovernor",
    "Treasury",
)

HOW_TO_DEPLOY = "deploy again (`atelier up` does it) or name the right file with --deployment"
HOW_TO_WRITE = "docs/guide/indexing.md says what it holds; --deployment names it"


def abi(name: str) -> list[dict[str, Any]]:
    """A contract's ABI, as its compiler exported it; the list is the caller's own."""
    entries: list[dict[str, Any]] = json.loads(_content(name))
    return entries


def abi_sha256(name: str) -> str:
    """The digest that a deployment file names this ABI by."""
    return sha256(_content(name)).hexdigest()


@lru_cache
def _content(name: str) -> bytes:
    if name not in CONTRACTS:
        raise KeyError(f"there is no contract {name!r}; there are {', '.join(CONTRACTS)}")
    return files(__name__).joinpath(f"{name}.json").read_bytes()


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where on which chain the contracts are, and the block before which there is nothing."""

    chain_id: int
    genesis_hash: Hash32
    block: int
    contracts: Mapping[str, Address]

    @classmethod
    def load(cls, path: Path | str, digests: Mapping[str, str] | None = None) -> Self:
        """Read a deployment file; refuse one that is broken or was made with other ABIs.

        Of somebody else's contracts, `digests` names each with its ABI's sha-256; for these the
        file need not say which ABI they have.
        """
        advice = HOW_TO_DEPLOY if digests is None else HOW_TO_WRITE
        try:
            content = json.loads(Path(path).read_bytes())
        except FileNotFoundError as error:
            raise DeploymentInvalid(f"there is no deployment file {path}: {advice}") from error
        except (OSError, ValueError) as error:
            raise DeploymentInvalid(f"{path} cannot be read: {error}; {advice}") from error
        try:
            return cls._parse(content, digests)
        except DeploymentInvalid as error:
            raise DeploymentInvalid(f"{path}: {error}; {advice}") from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            fault = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            raise DeploymentInvalid(f"{path} is no deployment file: {fault}; {advice}") from error

    @classmethod
    def _parse(cls, content: dict[str, Any], digests: Mapping[str, str] | None) -> Self:
        contracts = {name: content["contracts"][name] for name in digests or CONTRACTS}
        for name, contract in contracts.items():
            if digests is None:
                _check_abi(name, contract["abi_sha256"], abi_sha256(name))
            elif "abi_sha256" in contract:
                _check_abi(name, contract["abi_sha256"], digests[name])
        return cls(
            chain_id=_whole(content, "chain_id"),
            genesis_hash=hash32(content["genesis_hash"]),
            block=_whole(content, "block"),
            contracts=MappingProxyType(
                {name: address(contract["address"]) for name, contract in contracts.items()}
            ),
        )


def _check_abi(name: str, found: str, ours: str) -> None:
    if found.removeprefix("0x") != ours:
        raise DeploymentInvalid(
            f"{name} was deployed with another ABI (sha-256 {found}) "
            f"than the one that is known here ({ours})"
        )


def _whole(content: dict[str, Any], name: str) -> int:
    value = content[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{name} must be a whole number, not {value!r}")
    return value
