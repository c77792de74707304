from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.offer_message import OfferMessage


T = TypeVar("T", bound="SignedOfferRequest")


@_attrs_define
class SignedOfferRequest:
    """The offer that was made, and the wallet's signature of it.

    Attributes:
        offer (OfferMessage): The contract's `Offer`, by the contract's names.
        signature (str):
    """

    offer: OfferMessage
    signature: str

    def to_dict(self) -> dict[str, Any]:
        offer = self.offer.to_dict()

        signature = self.signature

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "offer": offer,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.offer_message import OfferMessage  # noqa: PLC0415

        d = dict(src_dict)
        offer = OfferMessage.from_dict(d.pop("offer"))

        signature = d.pop("signature")

        signed_offer_request = cls(
            offer=offer,
            signature=signature,
        )

        return signed_offer_request
