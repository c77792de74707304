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
    def load(cls, path: Path | str) -> Self:
        """Read a deployment file; refuse one that is broken or was made with other ABIs."""
        try:
            content = json.loads(Path(path).read_bytes())
        except FileNotFoundError as error:
            raise DeploymentInvalid(
                f"there is no deployment file {path}: {HOW_TO_DEPLOY}"
            ) from error
        except (OSError, ValueError) as error:
            raise DeploymentInvalid(f"{path} cannot be read: {error}; {HOW_TO_DEPLOY}") from error
        try:
            return cls._parse(content)
        except DeploymentInvalid as error:
            raise DeploymentInvalid(f"{path}: {error}; {HOW_TO_DEPLOY}") from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            fault = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            raise DeploymentInvalid(
                f"{path} is no deployment file: {fault}; {HOW_TO_DEPLOY}"
            ) from error

    @classmethod
    def _parse(cls, content: dict[str, Any]) -> Self:
        contracts = {name: content["contracts"][name] for name in CONTRACTS}
        for name, contract in contracts.items():
            _check_abi(name, contract["abi_sha256"])
        return cls(
            chain_id=_whole(content, "chain_id"),
            genesis_hash=hash32(content["genesis_hash"]),
            block=_whole(content, "block"),
            contracts=MappingProxyType(
                {name: address(contract["address"]) for name, contract in contracts.items()}
            ),
        )


def _check_abi(name: str, found: str) -> None:
    ours = abi_sha256(name)
    if found.removeprefix("0x") != ours:
        raise DeploymentInvalid(
            f"{name} was deployed with another ABI (sha-256 {found}) "
            f"than this version of Atelier knows ({ours})"
        )


def _whole(content: dict[str, Any], name: str) -> int:
    value = content[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{name} must be a whole number, not {value!r}")
    return value
