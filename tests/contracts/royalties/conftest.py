"""What the royalties' tests begin with: two collections where anybody mints, and the builders."""

from collections.abc import Callable
from typing import Any

import brownie
import pytest
from brownie import ZERO_ADDRESS
from consenting import consented
from scene import ETHER, work_id

Shares = list[tuple[Any, int]]


@pytest.fixture(scope="module")
def collection(module_isolation: None, deployer: Any) -> Any:
    return deployer.deploy(brownie.AnyCollection)


@pytest.fixture(scope="module")
def edition_collection(module_isolation: None, deployer: Any) -> Any:
    return deployer.deploy(brownie.AnyCollection)


@pytest.fixture(scope="module")
def token(module_isolation: None, deployer: Any) -> Any:
    return deployer.deploy(brownie.PlainToken)


@pytest.fixture(scope="module")
def allowed(module_isolation: None, deployer: Any, token: Any) -> Any:
    """The list of currencies; the deployer plays the treasury."""
    return deployer.deploy(brownie.Currencies, deployer, [token])


@pytest.fixture(scope="module")
def royalties(deployer: Any, collection: Any, edition_collection: Any, allowed: Any) -> Any:
    return deployer.deploy(brownie.Royalties, collection, edition_collection, allowed)


@pytest.fixture(scope="module")
def allow(deployer: Any, allowed: Any) -> Callable[[str], Any]:
    """A token of some kind, allowed."""

    def build(kind: str) -> Any:
        found = deployer.deploy(getattr(brownie, kind))
        allowed.setCurrency(found, True, {"from": deployer})
        return found

    return build


@pytest.fixture(scope="module")
def mint(royalties: Any, collection: Any, artist: Any, stranger: Any) -> Callable[..., int]:
    """A work of the artist, shared with payees who consent and parents who need not."""

    def build(
        number: int = 1,
        shares: Shares = (),
        parents: tuple[int, ...] = (),
        parents_bps: int | None = None,
        by: Any = artist,
        consents: Any = None,
        where: Any = collection,
    ) -> int:
        work = work_id(number)
        if not shares and not parents:
            where.mint(work, by, {"from": stranger})
            return work
        bps = (1_000 if parents else 0) if parents_bps is None else parents_bps
        split = (list(parents), bps, [(str(getattr(p, "address", p)), n) for p, n in shares])
        if consents is None:
            consents = [consented(royalties, p, n, work=work, artist=by) for p, n in shares]
        where.mintSplit(royalties, work, by, split, consents, {"from": stranger})
        return work

    return build


@pytest.fixture(scope="module")
def earn(royalties: Any, stranger: Any) -> Callable[..., Any]:
    """Income for a work, of ether or of a token that anybody can have."""

    def build(work: int, amount: int = ETHER, currency: Any = ZERO_ADDRESS) -> Any:
        if currency == ZERO_ADDRESS:
            return royalties.credit(work, {"from": stranger, "value": amount})
        currency.mint(royalties, amount, {"from": stranger})
        return royalties.creditTokens(work, currency, {"from": stranger})

    return build


@pytest.fixture(scope="module")
def balance() -> Callable[[Any, Any], int]:
    """What somebody has of a currency."""

    def build(currency: Any, who: Any) -> int:
        address = str(getattr(who, "address", who))
        if currency == ZERO_ADDRESS:
            return int(brownie.web3.eth.get_balance(address))
        return int(currency.balanceOf(address))

    return build


@pytest.fixture(scope="module")
def split_of(royalties: Any) -> Callable[[int], Any]:
    """A work's split, in Python's own types."""

    def build(work: int) -> Any:
        parents, bps, shares = royalties.splitOf(work)
        granted = [(str(payee), int(share)) for payee, share in shares]
        return [int(parent) for parent in parents], int(bps), granted

    return build


@pytest.fixture(scope="module")
def gas_of_heavy(stranger: Any) -> Callable[..., int]:
    """The gas of a call that takes the node a while: Brownie may take such a one for dropped."""

    def build(method: Any, *arguments: Any) -> int:
        data, limit = method.encode_input(*arguments), brownie.chain[-1].gasLimit
        terms = {"from": str(stranger), "to": method._address, "data": data, "gas": limit}
        sent = brownie.web3.eth.send_transaction(terms)
        receipt = brownie.web3.eth.wait_for_transaction_receipt(sent)
        assert receipt["status"] == 1
        return int(receipt["gasUsed"])

    return build
