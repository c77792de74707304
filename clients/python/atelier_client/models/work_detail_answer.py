from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.work_detail_answer_provenance_type_0 import (
    WorkDetailAnswerProvenanceType0,
)

if TYPE_CHECKING:
    from ..models.listing_answer import ListingAnswer
    from ..models.price_answer import PriceAnswer
    from ..models.work_detail_answer_artefact_type_0 import WorkDetailAnswerArtefactType0
    from ..models.work_detail_answer_metadata_type_0 import WorkDetailAnswerMetadataType0


T = TypeVar("T", bound="WorkDetailAnswer")


@_attrs_define
class WorkDetailAnswer:
    """One work with all its metadata and every live listing of it.

    Attributes:
        artefact (None | WorkDetailAnswerArtefactType0):
        artist (str):
        description (None | str):
        is_sensitive (bool):
        listings (list[ListingAnswer]):
        metadata (None | WorkDetailAnswerMetadataType0):
        minted_at (datetime.datetime):
        owner (str):
        price (None | PriceAnswer):
        provenance (None | WorkDetailAnswerProvenanceType0):
        royalty_bps (int):
        title (None | str):
        token_id (str):
        transaction_hash (str):
        transfer_count (int):
        work (str):
    """

    artefact: None | WorkDetailAnswerArtefactType0
    artist: str
    description: None | str
    is_sensitive: bool
    listings: list[ListingAnswer]
    metadata: None | WorkDetailAnswerMetadataType0
    minted_at: datetime.datetime
    owner: str
    price: None | PriceAnswer
    provenance: None | WorkDetailAnswerProvenanceType0
    royalty_bps: int
    title: None | str
    token_id: str
    transaction_hash: str
    transfer_count: int
    work: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.price_answer import PriceAnswer  # noqa: PLC0415
        from ..models.work_detail_answer_artefact_type_0 import (
            WorkDetailAnswerArtefactType0,  # noqa: PLC0415
        )
        from ..models.work_detail_answer_metadata_type_0 import (
            WorkDetailAnswerMetadataType0,  # noqa: PLC0415
        )

        artefact: dict[str, Any] | None
        if isinstance(self.artefact, WorkDetailAnswerArtefactType0):
            artefact = self.artefact.to_dict()
        else:
            artefact = self.artefact

        artist = self.artist

        description: None | str
        description = self.description

        is_sensitive = self.is_sensitive

        listings = []
        for listings_item_data in self.listings:
            listings_item = listings_item_data.to_dict()
            listings.append(listings_item)

        metadata: dict[str, Any] | None
        if isinstance(self.metadata, WorkDetailAnswerMetadataType0):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        minted_at = self.minted_at.isoformat()

        owner = self.owner

        price: dict[str, Any] | None
        if isinstance(self.price, PriceAnswer):
            price = self.price.to_dict()
        else:
            price = self.price

        provenance: None | str
        if isinstance(self.provenance, WorkDetailAnswerProvenanceType0):
            provenance = self.provenance.value
        else:
            provenance = self.provenance

        royalty_bps = self.royalty_bps

        title: None | str
        title = self.title

        token_id = self.token_id

        transaction_hash = self.transaction_hash

        transfer_count = self.transfer_count

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artefact": artefact,
                "artist": artist,
                "description": description,
                "is_sensitive": is_sensitive,
                "listings": listings,
                "metadata": metadata,
                "minted_at": minted_at,
                "owner": owner,
                "price": price,
                "provenance": provenance,
                "royalty_bps": royalty_bps,
                "title": title,
                "token_id": token_id,
                "transaction_hash": transaction_hash,
                "transfer_count": transfer_count,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_answer import ListingAnswer  # noqa: PLC0415
        from ..models.price_answer import PriceAnswer  # noqa: PLC0415
        from ..models.work_detail_answer_artefact_type_0 import (
            WorkDetailAnswerArtefactType0,  # noqa: PLC0415
        )
        from ..models.work_detail_answer_metadata_type_0 import (
            WorkDetailAnswerMetadataType0,  # noqa: PLC0415
        )

        d = dict(src_dict)

        def _parse_artefact(data: object) -> None | WorkDetailAnswerArtefactType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                artefact_type_0 = WorkDetailAnswerArtefactType0.from_dict(data)

                return artefact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkDetailAnswerArtefactType0, data)

        artefact = _parse_artefact(d.pop("artefact"))

        artist = d.pop("artist")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        is_sensitive = d.pop("is_sensitive")

        listings = []
        _listings = d.pop("listings")
        for listings_item_data in _listings:
            listings_item = ListingAnswer.from_dict(listings_item_data)

            listings.append(listings_item)

        def _parse_metadata(data: object) -> None | WorkDetailAnswerMetadataType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = WorkDetailAnswerMetadataType0.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkDetailAnswerMetadataType0, data)

        metadata = _parse_metadata(d.pop("metadata"))

        minted_at = datetime.datetime.fromisoformat(d.pop("minted_at"))

        owner = d.pop("owner")

        def _parse_price(data: object) -> None | PriceAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = PriceAnswer.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PriceAnswer, data)

        price = _parse_price(d.pop("price"))

        def _parse_provenance(data: object) -> None | WorkDetailAnswerProvenanceType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                provenance_type_0 = WorkDetailAnswerProvenanceType0(data)

                return provenance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkDetailAnswerProvenanceType0, data)

        provenance = _parse_provenance(d.pop("provenance"))

        royalty_bps = d.pop("royalty_bps")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        token_id = d.pop("token_id")

        transaction_hash = d.pop("transaction_hash")

        transfer_count = d.pop("transfer_count")

        work = d.pop("work")

        work_detail_answer = cls(
            artefact=artefact,
            artist=artist,
            description=description,
            is_sensitive=is_sensitive,
            listings=listings,
            metadata=metadata,
            minted_at=minted_at,
            owner=owner,
            price=price,
            provenance=provenance,
            royalty_bps=royalty_bps,
            title=title,
            token_id=token_id,
            transaction_hash=transaction_hash,
            transfer_count=transfer_count,
            work=work,
        )

        work_detail_answer.additional_properties = d
        return work_detail_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
