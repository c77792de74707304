"""the contracts as they are, deployed and used
every log                -> what web3 reads in it
an application decided   -> its application, votes, decision, bond and membership
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from eth_utils.address import to_checksum_address
from sqlalchemy import Engine, select
from web3 import HTTPProvider, Web3
from web3.contract import Contract

from indexer.abi import CONTRACTS, Deployment, abi
from indexer.apply import ATELIER, SELLING
from indexer.decode import by_address
from indexer.follow import Follower
from indexer.models import (
    Application,
    BondReturn,
    Decision,
    Event,
    Fee,
    MemberAdmission,
    Placed,
    Vote,
)
from indexer.primitives import Hash32
from indexer.source import Node
from tests.indexer.stage import catch_up

if TYPE_CHECKING:
    from eth_account.signers.local import LocalAccount

    from marketplace.runtime.chain import Chain
    from tests.conftest import Accounts

AGAINST, FOR, ABSTAIN = range(3)
DOSSIER = Hash32("0x" + "d0" * 32)


class Actors:
    """The contracts by name, and people who call them."""

    def __init__(self, url: str, deployment: Deployment) -> None:
        self.web3 = Web3(HTTPProvider(url))
        self.contracts = {
            name: self.web3.eth.contract(
                to_checksum_address(deployment.contracts[name]), abi=abi(name)
            )
            for name in CONTRACTS
        }

    def __getitem__(self, name: str) -> Contract:
        return self.contracts[name]

    def send(self, person: "LocalAccount", call: Any, value: int = 0) -> int:
        """Send a person's call and mine it; the number of its block."""
        web3 = self.web3
        nonce = web3.eth.get_transaction_count(person.address)
        # An estimate looks from the last block's second and may fall short in the next one.
        transaction = call.build_transaction(
            {"from": person.address, "value": value, "nonce": nonce, "gas": 1_000_000}
        )
        signed = person.sign_transaction(transaction)
        receipt = web3.eth.wait_for_transaction_receipt(
            web3.eth.send_raw_transaction(signed.raw_transaction)
        )
        assert receipt["status"] == 1
        return receipt["blockNumber"]


@pytest.fixture
def actors(chain: "Chain", deployment: Deployment) -> Actors:
    """The deployed contracts."""
    return Actors(chain.url, deployment)


@pytest.fixture
def follower(chain: "Chain", deployment: Deployment, engine: Engine) -> Iterator[Follower]:
    """An indexer of the deployed contracts."""
    with Node(chain.url) as node:
        yield Follower(node, engine, ATELIER, deployment)


def said(engine: Engine, table: type[Placed]) -> list[dict[str, Any]]:
    """What a table holds, without where it was said."""
    query = select(table.__table__).order_by(table.block_number, table.log_index)
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(query).mappings()]
    for row in found:
        del row["block_number"], row["log_index"], row["transaction_hash"]
    return found


def test_every_log_is_read_as_web3_reads_it(
    actors: Actors, follower: Follower, deployment: Deployment, engine: Engine
) -> None:
    catch_up(follower)
    names = by_address(deployment.contracts)
    ours = [to_checksum_address(where) for where in names]
    logs = actors.web3.eth.get_logs({"fromBlock": 0, "address": ours})
    expected = []
    for log in logs:
        contract = names[log["address"].lower()]
        event = ATELIER.known[contract][Hash32(log["topics"][0].to_0x_hex())][0].name
        arguments = actors[contract].events[event]().process_log(log)["args"]
        expected.append((contract, event, dict(arguments)))
    found = [(row["contract"], row["name"], row["arguments"]) for row in said(engine, Event)]
    assert found == [(c, n, {k: spelt(v, c, n, k) for k, v in a.items()}) for c, n, a in expected]


def spelt(value: Any, contract: str, name: str, argument: str) -> Any:
    """A value of web3's as the index spells it."""
    entry = next(e for e in abi(contract) if e["type"] == "event" and e["name"] == name)
    kind = next(i["type"] for i in entry["inputs"] if i["name"] == argument)
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, list):
        return [str(one) if kind.startswith("uint") else one for one in value]
    is_wide = kind.startswith("uint") and int(kind.removeprefix("uint")) > 53
    return str(value) if is_wide else value


def test_founders_and_fees_are_there_from_the_first_block(
    follower: Follower, engine: Engine, accounts: "Accounts"
) -> None:
    catch_up(follower)
    assert said(engine, MemberAdmission) == [
        {"member": number, "holder": member.address}
        for number, member in enumerate(accounts.members, start=1)
    ]
    assert {row["contract"] for row in said(engine, Fee)} == set(SELLING)


def test_an_application_is_followed_to_its_end(
    actors: Actors, follower: Follower, engine: Engine, accounts: "Accounts"
) -> None:
    curation, artist = actors["Curation"], accounts.artist
    bond = curation.functions.parameters().call()[0]
    actors.send(artist, curation.functions.openApplication(DOSSIER), value=bond)
    ballots = list(zip(accounts.members, (FOR, FOR, AGAINST), ("calm", "dense", "no"), strict=True))
    for member, support, reason in ballots:
        actors.send(member, curation.functions.vote(1, support, reason))
    actors.web3.provider.make_request("evm_increaseTime", [30 * 86400])  # type: ignore[arg-type]
    actors.send(accounts.stranger, curation.functions.finalize(1))
    catch_up(follower)
    (application,) = said(engine, Application)
    assert (application["artist"], application["dossier"]) == (artist.address, DOSSIER)
    assert said(engine, Vote) == [
        {
            "application": 1,
            "member": m.address,
            "round": 1,
            "support": s,
            "weight": 1,
            "reason_digest": "0x" + "00" * 32,
            "reason": r,
        }
        for m, s, r in ballots
    ]
    assert said(engine, Decision) == [
        {
            "application": 1,
            "artist": artist.address,
            "is_admitted": True,
            "votes_for": 2,
            "votes_against": 1,
            "abstentions": 0,
            "cooldown_ends_at": 0,
        }
    ]
    assert said(engine, BondReturn) == [
        {"application": 1, "artist": artist.address, "amount_wei": bond}
    ]
    assert said(engine, MemberAdmission)[-1]["holder"] == artist.address
