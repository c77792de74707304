from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.voucher_message import VoucherMessage


T = TypeVar("T", bound="SignedVoucherRequest")


@_attrs_define
class SignedVoucherRequest:
    """The voucher that was offered, and the wallet's signature of it.

    Attributes:
        signature (str):
        voucher (VoucherMessage): The contract's `Voucher`, by the contract's names.
    """

    signature: str
    voucher: VoucherMessage

    def to_dict(self) -> dict[str, Any]:
        signature = self.signature

        voucher = self.voucher.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "signature": signature,
                "voucher": voucher,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.voucher_message import VoucherMessage  # noqa: PLC0415

        d = dict(src_dict)
        signature = d.pop("signature")

        voucher = VoucherMessage.from_dict(d.pop("voucher"))

        signed_voucher_request = cls(
            signature=signature,
            voucher=voucher,
        )

        return signed_voucher_request
