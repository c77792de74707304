"""the code as deployed
plain ether         -> refused, except by the treasury, which is there to take it
unknown selectors   -> refused
delegatecall, selfdestruct, tx.origin -> in none of the eleven
contract size       -> what every chain accepts
bytecode            -> what was built
other bytecode      -> is found, be it a byte; immutables are no difference
"""

import pytest
from brownie import web3
from brownie.exceptions import VirtualMachineError

from scripts.deploy import ORDER
from scripts.proof import is_built

SIZE_LIMIT = 24_576  # EIP-170
FORBIDDEN = {0xF4: "delegatecall", 0xF2: "callcode", 0xFF: "selfdestruct", 0x32: "tx.origin"}
PUSH1, PUSH32 = 0x60, 0x7F
CLOSED = [name for name in ORDER if name != "Treasury"]


@pytest.mark.parametrize("name", CLOSED)
def test_plain_ether_is_refused(deployed, collector, name):
    with pytest.raises(VirtualMachineError):
        collector.transfer(deployed[name], 1)
    assert deployed[name].balance() == 0


@pytest.mark.parametrize("name", ORDER)
def test_unknown_selectors_are_refused(deployed, collector, name):
    with pytest.raises(VirtualMachineError):
        collector.transfer(deployed[name], 0, data="0xdeadbeef")


@pytest.mark.parametrize("name", ORDER)
def test_no_dangerous_instruction(deployed, name):
    assert instructions(code(deployed[name])) & FORBIDDEN.keys() == set()


@pytest.mark.parametrize("name", ORDER)
def test_small_enough(deployed, name):
    assert 0 < len(code(deployed[name])) <= SIZE_LIMIT


@pytest.mark.parametrize("name", ORDER)
def test_as_built(deployed, name):
    assert is_built(name, code(deployed[name]))


@pytest.mark.parametrize("at", [0, 1_000, -60, -1])
def test_a_byte_too_many_is_found(deployed, at):
    changed = bytearray(code(deployed["Market"]))
    changed[at] ^= 1
    assert not is_built("Market", bytes(changed))


def test_another_contract_is_found(deployed):
    assert not is_built("Market", code(deployed["Artwork"]))


def code(contract):
    return bytes(web3.eth.get_code(contract.address))


def instructions(code):
    """The instructions of some code, up to the compiler's note, whose length the last bytes say."""
    end, at, found = len(code) - 2 - int.from_bytes(code[-2:]), 0, set()
    while at < end:
        found.add(code[at])
        at += code[at] - PUSH1 + 2 if PUSH1 <= code[at] <= PUSH32 else 1
    return found
