"""every function that changes something, in every contract of ours
not written down below       -> the test says so: whose is it?
the treasury's               -> NotTreasury(caller) for everybody else
another contract's           -> its own error for everybody else
the treasury's, with numbers -> ParameterOutOfBounds for the treasury itself, too
"""

import pytest
from brownie import ZERO_ADDRESS
from brownie.exceptions import VirtualMachineError
from expect import reverts_with

# Whose each function is: what people do for themselves or bring signed, what only the treasury may
# (by a vote of the DAO), what only a sibling contract may. OpenZeppelin's governor and timelock
# have their own guards, tested in their rooms.
FEES = "setFees setPaused"
ERC721 = "approve setApprovalForAll transferFrom safeTransferFrom"
PEOPLE = {
    "Membership": "delegate delegateBySig leave transferFrom safeTransferFrom",
    "Curation": "openApplication openEndorsedApplication vote voteWithDigest voteBySignature "
    "voteBySignatures finalize appeal withdraw",
    "Exhibitions": "nominate vote voteBySignature voteBySignatures finalize",
    "Currencies": "",
    "Royalties": "credit creditTokens share collect withdraw withdrawConsents",
    "Artwork": f"{ERC721} mint mintBatch mintSplit mintWithVoucher cancelVouchers setMarketTrust "
    "sweep withdraw",
    "Editions": "setApprovalForAll safeTransferFrom safeBatchTransferFrom open openWithVoucher "
    "mint freeze sweep withdraw",
    "Market": "buy buyBundle buyEdition takeOffer cancel cancelBundle cancelEdition cancelOffer "
    "cancelAll sweep withdraw",
    "AuctionHouse": "create bid settle cancel withdraw",
}
TREASURY = {
    "Membership": "remove",
    "Curation": "setParameters revoke withdrawRevocation",
    "Exhibitions": "openExhibition",
    "Currencies": "setCurrency",
    "Artwork": f"{FEES} setFeesPushed",
    "Editions": f"{FEES} setFeesPushed",
    "Market": f"{FEES} setFeesPushed",
    "AuctionHouse": FEES,
}
SIBLINGS = {
    ("Membership", "admit"): "AdmissionRefused",
    ("Royalties", "record"): "NotCollection",
    ("Artwork", "admit"): "NotCuration",
    ("Artwork", "endAdmission"): "NotCuration",
    ("Artwork", "handOver"): "NotMarket",
    ("Artwork", "handOverListed"): "NotMarket",
    ("Artwork", "handOverOffered"): "NotMarket",
    ("Artwork", "raiseEpoch"): "NotMarket",
    ("Editions", "handOver"): "NotMarket",
}
SETTERS = [(name, function) for name, listed in TREASURY.items() for function in listed.split()]
BOUNDED = [
    *((name, "setFees") for name in ("Artwork", "Editions", "Market", "AuctionHouse")),
    ("Curation", "setParameters"),
    ("Exhibitions", "openExhibition"),
]


@pytest.mark.parametrize("name", PEOPLE)
def test_it_is_known_whose_each_is(deployed, name):
    ours = {function for contract, function in SIBLINGS if contract == name}
    listed = {*PEOPLE[name].split(), *TREASURY.get(name, "").split(), *ours}
    assert {entry["name"] for entry in changing(deployed[name])} == listed


@pytest.mark.parametrize(("name", "function"), SETTERS)
def test_a_stranger_cannot(deployed, stranger, name, function):
    with reverts_with("NotTreasury", stranger):
        call(deployed[name], function, stranger, 0)


@pytest.mark.parametrize(("name", "function"), SETTERS)
def test_nor_can_the_deployer(deployed, deployer, name, function):
    with reverts_with("NotTreasury", deployer):
        call(deployed[name], function, deployer, 0)


@pytest.mark.parametrize(("name", "function"), SIBLINGS)
def test_a_stranger_is_no_sibling(deployed, stranger, name, function):
    with reverts_with(SIBLINGS[name, function], stranger):
        call(deployed[name], function, stranger, 0)


@pytest.mark.parametrize(("name", "function"), BOUNDED)
def test_the_treasury_has_bounds(deployed, as_treasury, name, function):
    with pytest.raises(VirtualMachineError, match=r"^revert: ParameterOutOfBounds"):
        call(deployed[name], function, as_treasury, 2**256 - 1)


def test_every_setter_with_a_number_has_bounds(deployed):
    with_numbers = {
        (name, entry["name"])
        for name in TREASURY
        for entry in changing(deployed[name])
        if entry["name"] in TREASURY[name].split()
        if any(type_.startswith("uint") for type_ in types(entry["inputs"]))
    }
    assert with_numbers == set(BOUNDED)


def changing(contract):
    """The functions of a contract that may change something."""
    functions = (entry for entry in contract.abi if entry["type"] == "function")
    return [entry for entry in functions if entry["stateMutability"] in ("nonpayable", "payable")]


def types(inputs):
    """The types of all values, those of structs one by one."""
    for one in inputs:
        yield from types(one["components"]) if "components" in one else (one["type"],)


def call(contract, function, sender, number):
    """Call with numbers as large (or small) as their types allow, and otherwise with nothing."""
    (entry,) = [one for one in changing(contract) if one["name"] == function]
    arguments = [filled(one, number) for one in entry["inputs"]]
    return getattr(contract, function)(*arguments, {"from": sender})


def filled(parameter, number):
    type_ = parameter["type"]
    if type_.endswith("[]"):
        return []
    if type_ == "tuple":
        return [filled(one, number) for one in parameter["components"]]
    if type_.startswith("uint"):
        return min(number, 2 ** int(type_.removeprefix("uint")) - 1)
    if type_.startswith("bytes"):
        return b"\1" * int(type_.removeprefix("bytes") or 0)
    return {"address": ZERO_ADDRESS, "bool": False, "string": ""}[type_]
