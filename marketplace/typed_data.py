"""Write what wallets sign (EIP-712), and the digest that their signature is over."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from typing import Any, ClassVar, Final, Self

from eth_account.messages import encode_typed_data
from eth_utils.crypto import keccak

from indexer.primitives import Address

Field = tuple[str, str]

_DOMAIN: Final[Sequence[Field]] = (
    ("name", "string"),
    ("version", "string"),
    ("chainId", "uint256"),
    ("verifyingContract", "address"),
)


class Struct:
    """A contract's struct as a frozen dataclass, its fields in the contract's order.

    `KIND` is the struct's name there, `FIELDS` its fields as the contract names and types them, and
    `NESTED` the structs it holds, by name.
    """

    __slots__ = ()

    KIND: ClassVar[str]
    FIELDS: ClassVar[Sequence[Field]]
    NESTED: ClassVar[Mapping[str, type["Struct"]]] = {}

    def as_tuple(self) -> tuple[Any, ...]:
        """As calldata takes it."""
        return astuple(self)  # type: ignore[call-overload, no-any-return]

    def as_message(self) -> dict[str, Any]:
        """As wallets, JSON and tables take it: 256-bit numbers are decimal texts."""
        values = (getattr(self, one.name) for one in fields(self))  # type: ignore[arg-type]
        told = zip(self.FIELDS, values, strict=True)
        return {name: _told(kind, value) for (name, kind), value in told}

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Self:
        """Read what `as_message` wrote."""
        return cls(*(cls._heard(kind, message[name]) for name, kind in cls.FIELDS))

    @classmethod
    def types(cls) -> dict[str, list[dict[str, str]]]:
        """This struct's type and those of all it holds."""
        found = {cls.KIND: _listed(cls.FIELDS)}
        for nested in cls.NESTED.values():
            found |= nested.types()
        return found

    def document(self, domain_name: str, chain_id: int, contract: Address) -> dict[str, Any]:
        """A request for `eth_signTypedData_v4`."""
        return {
            "types": {"EIP712Domain": _listed(_DOMAIN), **self.types()},
            "primaryType": self.KIND,
            "domain": {
                "name": domain_name,
                "version": "1",
                "chainId": chain_id,
                "verifyingContract": contract,
            },
            "message": self.as_message(),
        }

    @classmethod
    def _heard(cls, kind: str, value: Any) -> Any:
        if kind.endswith("[]"):
            return tuple(cls._heard(kind.removesuffix("[]"), one) for one in value)
        if kind in cls.NESTED:
            return cls.NESTED[kind].from_message(value)
        return Address(value) if kind == "address" else int(value)


def digest(request: Mapping[str, Any]) -> bytes:
    """The 32 bytes that a signature of the request is over."""
    signable = encode_typed_data(full_message=dict(request))
    return keccak(b"\x19" + signable.version + signable.header + signable.body)


def _listed(named: Sequence[Field]) -> list[dict[str, str]]:
    return [{"name": name, "type": kind} for name, kind in named]


def _told(kind: str, value: Any) -> Any:
    if kind.endswith("[]"):
        return [_told(kind.removesuffix("[]"), one) for one in value]
    if isinstance(value, Struct):
        return value.as_message()
    return str(value) if kind == "uint256" else value
