from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.listing_message import ListingMessage


T = TypeVar("T", bound="SignedListingRequest")


@_attrs_define
class SignedListingRequest:
    """The listing that was offered, and the wallet's signature of it.

    Attributes:
        listing (ListingMessage): The contract's `Listing`, by the contract's names.
        signature (str):
    """

    listing: ListingMessage
    signature: str

    def to_dict(self) -> dict[str, Any]:
        listing = self.listing.to_dict()

        signature = self.signature

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing": listing,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_message import ListingMessage  # noqa: PLC0415

        d = dict(src_dict)
        listing = ListingMessage.from_dict(d.pop("listing"))

        signature = d.pop("signature")

        signed_listing_request = cls(
            listing=listing,
            signature=signature,
        )

        return signed_listing_request
