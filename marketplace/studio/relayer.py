"""Hold the one key of the server: it pays for what an artist signed, and can do nothing else."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from eth_account import Account
from eth_account.signers.local import LocalAccount

from indexer.primitives import Address, Hash32
from marketplace.adapters.chain import Call
from marketplace.adapters.contract import Contract
from marketplace.studio.voucher import Voucher

FUNCTION: Final = "mintWithVoucher"
NO_CONSENTS: Final[tuple[()]] = ()  # what the studio makes is not shared, so nobody has to agree


class RelayerKeyMissing(Exception):
    """There is no usable key to pay gas with."""


@dataclass(frozen=True, slots=True)
class Gas:
    """What a transaction may use and pay."""

    limit: int
    fee_wei: int
    priority_fee_wei: int

    @property
    def most_wei(self) -> int:
        return self.limit * self.fee_wei


@dataclass(frozen=True, slots=True)
class Signed:
    """The bytes of a transaction and the hash by which to look for it."""

    raw: bytes
    hash: Hash32


class Relayer:
    """Signs `mintWithVoucher` without value; there is no way to make it sign anything else."""

    def __init__(self, account: LocalAccount, artwork: Contract, chain_id: int) -> None:
        self._account = account
        self.artwork = artwork
        self.chain_id = chain_id

    @classmethod
    def load(cls, key_file: Path, artwork: Contract, chain_id: int) -> Self:
        """Read the key; it stays inside."""
        try:
            account: LocalAccount = Account.from_key(key_file.read_text().strip())
        except FileNotFoundError as error:
            raise RelayerKeyMissing(
                f"there is no relayer key at {key_file}: `atelier up` makes one, "
                "or name another with ATELIER_RELAYER_KEY_FILE"
            ) from error
        except (OSError, ValueError):
            # The cause may quote the file's content, which is the key: leave it out.
            raise RelayerKeyMissing(f"{key_file} holds no usable private key") from None
        return cls(account, artwork, chain_id)

    @property
    def address(self) -> Address:
        return Address(self._account.address)

    def call(self, voucher: Voucher, signature: bytes) -> Call:
        """What the transaction would do, to try it first."""
        data = self.artwork.encode(FUNCTION, voucher.as_tuple(), signature, NO_CONSENTS)
        return Call(to=self.artwork.address, data=data, sender=self.address)

    def sign(self, voucher: Voucher, signature: bytes, nonce: int, gas: Gas) -> Signed:
        """The transaction, ready to be sent by anybody."""
        transaction: dict[str, Any] = {
            "type": 2,
            "chainId": self.chain_id,
            "nonce": nonce,
            "to": self.artwork.address,
            "data": self.call(voucher, signature).data,
            "value": 0,
            "gas": gas.limit,
            "maxFeePerGas": gas.fee_wei,
            "maxPriorityFeePerGas": gas.priority_fee_wei,
        }
        signed = self._account.sign_transaction(transaction)
        return Signed(bytes(signed.raw_transaction), Hash32("0x" + bytes(signed.hash).hex()))
