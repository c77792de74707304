"""The demo identities: the embedded chain's well-known test accounts, one to a role."""

from dataclasses import dataclass

from eth_account import Account
from eth_account.signers.local import LocalAccount

# Anvil's and Hardhat's default. Everybody knows these keys: worth nothing but at home.
MNEMONIC = "test test test test test test test test test test test junk"

ARTIST, MEMBERS, COLLECTOR = 2, (3, 4, 5), 6


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: one artist, the DAO's founders, one collector."""

    artist: LocalAccount
    members: tuple[LocalAccount, ...]
    collector: LocalAccount


def development_cast() -> Cast:
    """The accounts that the embedded chain funds and its deployment makes founders."""
    Account.enable_unaudited_hdwallet_features()
    return Cast(
        artist=_account(ARTIST),
        members=tuple(_account(number) for number in MEMBERS),
        collector=_account(COLLECTOR),
    )


def _account(number: int) -> LocalAccount:
    path = f"m/44'/60'/0'/0/{number}"
    account: LocalAccount = Account.from_mnemonic(MNEMONIC, account_path=path)
    return account
