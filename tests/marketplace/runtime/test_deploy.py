"""the contracts on a chain
no file, or no code there  -> not deployed
file and code              -> deployed
another chain id, genesis  -> WrongChain, with both values
no node                    -> Unreachable, naming the setting
no file, or a broken one   -> PartMissing, saying what to do
other contracts than ours  -> ContractsForeign, saying which
the relayer's key          -> made once, for its owner alone; funded up to enough
"""

import json
import stat
from pathlib import Path

import pytest

from marketplace.runtime import deploy, relayer, rpc
from marketplace.runtime.chain import Chain, free_port
from marketplace.runtime.error import PartMissing, Unreachable, WrongChain


def test_a_chain_without_code_is_not_deployed(
    bare_chain: Chain, deployed: tuple[Path, Path]
) -> None:
    assert not deploy.is_deployed(bare_chain.url, deployed[1])


def test_without_a_file_nothing_is_deployed(chain: Chain, tmp_path: Path) -> None:
    assert not deploy.is_deployed(chain.url, tmp_path / "deployment.json")


def test_file_and_code_are_a_deployment(chain: Chain, deployment_file: Path) -> None:
    assert deploy.is_deployed(chain.url, deployment_file)
    deploy.check_chain(chain.url, deployment_file)


def test_another_genesis_is_refused(bare_chain: Chain, deployed: tuple[Path, Path]) -> None:
    expected = json.loads(deployed[1].read_text())["genesis_hash"]
    with pytest.raises(WrongChain, match=f"genesis block is 0x.* where it is {expected}"):
        deploy.check_chain(bare_chain.url, deployed[1])


def test_another_chain_id_is_refused(chain: Chain, deployment_file: Path, tmp_path: Path) -> None:
    facts = {**json.loads(deployment_file.read_text()), "chain_id": 11155111}
    other = tmp_path / "sepolia.json"
    other.write_text(json.dumps(facts))
    with pytest.raises(WrongChain, match=r"chain id is 31337, but .* where it is 11155111"):
        deploy.check_chain(chain.url, other)


def test_a_stopped_node_is_named(deployed: tuple[Path, Path]) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(Unreachable, match=f"does not answer at {url}.*\n.*ATELIER_RPC_URL"):
        deploy.check_chain(url, deployed[1])


def test_other_contracts_are_refused(deployment_file: Path, tmp_path: Path) -> None:
    deploy.check_contracts(deployment_file)
    facts = json.loads(deployment_file.read_text())
    facts["contracts"]["Market"]["abi_sha256"] = "0" * 64
    other = tmp_path / "deployment.json"
    other.write_text(json.dumps(facts))
    with pytest.raises(deploy.ContractsForeign, match=r"Market was deployed with another ABI"):
        deploy.check_contracts(other)


@pytest.mark.parametrize("content", [None, "{"])
def test_a_missing_or_broken_file_says_what_to_do(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "deployment.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(PartMissing, match=r"deployment file.*\n.*deploy"):
        deploy.read(file)


def test_the_relayers_key_is_made_once_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "relayer.key"
    made = relayer.ensure_key(path)
    assert relayer.ensure_key(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_relayer_is_funded_until_it_has_enough(bare_chain: Chain, tmp_path: Path) -> None:
    address = relayer.ensure_key(tmp_path / "relayer.key")
    relayer.fund(bare_chain.url, address)
    relayer.fund(bare_chain.url, address)
    balance = rpc.number(bare_chain.url, "eth_getBalance", address, "latest")
    assert balance == relayer.ALLOWANCE_WEI


def test_an_unreadable_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "relayer.key"
    path.write_text("not a key")
    with pytest.raises(PartMissing, match="64 hex digits"):
        relayer.address(path)
