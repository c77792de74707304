"""Ask the chain what it says of a token: its address on IPFS, its artist, owner and parents."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.abi import Deployment, DeploymentInvalid, abi
from indexer.primitives import address
from marketplace.adapters.chain import Call, Chain, ChainError, Reverted
from marketplace.adapters.contract import Contract
from marketplace.runtime.error import RuntimeFault, Unreachable

# Each collection and its way to ask for a token's address on IPFS.
COLLECTIONS = {"Editions": "uri", "Artwork": "tokenURI"}


class NoContract(RuntimeFault):
    """There is no collection of ours where one was named."""


@dataclass(frozen=True, slots=True)
class Book:
    """Where tokens are written down: a node, and the collections' addresses on its chain."""

    rpc: str
    contracts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Token:
    """A token as its contract has it; of an edition's copies there is no one owner."""

    collection: str
    contract: str
    chain_id: int
    uri: str
    artist: str
    owner: str | None
    parents: tuple[int, ...] | None


def book(rpc: str | None, contract: str | None, deployment: Path) -> Book | None:
    """The collections at a given address, else those of a deployment file; None without a node."""
    if rpc is None:
        return None
    if contract is not None:
        try:
            place = str(address(contract))
        except ValueError as error:
            mend = "give the collection's address, 0x and 40 hex digits"
            raise NoContract(f"{contract!r} is no address", mend) from error
        return Book(rpc, dict.fromkeys(COLLECTIONS, place))
    try:
        known = Deployment.load(deployment).contracts
    except DeploymentInvalid as error:
        raise NoContract(str(error), "or name the collection, with --contract 0x...") from error
    return Book(rpc, {name: known[name] for name in COLLECTIONS})


def look_up(book: Book, token_id: int) -> Token | None:
    """The token of that id, by whichever collection has it; None where neither has."""
    try:
        with Chain(book.rpc) as chain:
            for name, place in book.contracts.items():
                if found := _token(chain, Contract(name, place, abi(name)), token_id):
                    return found
    except ChainError as error:
        raise Unreachable("the chain's node", book.rpc, str(error), "--rpc") from error
    return None


def _token(chain: Chain, contract: Contract, token_id: int) -> Token | None:
    if not chain.code(contract.address):
        mend = "check --contract, and whether --rpc is a node of the right chain"
        raise NoContract(f"there is no contract at {contract.address}", mend)
    try:
        uri = _ask(chain, contract, COLLECTIONS[contract.name], token_id)
        artist = _ask(chain, contract, "artistOf", token_id)
        is_single = contract.name == "Artwork"
        return Token(
            collection=contract.name,
            contract=contract.address,
            chain_id=chain.chain_id(),
            uri=str(uri),
            artist=str(address(artist)),
            owner=str(address(_ask(chain, contract, "ownerOf", token_id))) if is_single else None,
            parents=tuple(_ask(chain, contract, "parentsOf", token_id)) if is_single else None,
        )
    except Reverted:
        return None


def _ask(chain: Chain, contract: Contract, function: str, *arguments: object) -> Any:
    """What a view says; `Reverted` where it has nothing to say."""
    answer = chain.call(Call(contract.address, contract.encode(function, *arguments)))
    if not answer:  # a contract without such a view, or with another one behind its fallback
        raise Reverted(f"{contract.address} has no {function}", b"")
    return contract.decode(function, answer)[0]
