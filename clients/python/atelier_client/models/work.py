from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.work_finality import WorkFinality
from ..models.work_provenance_type_0 import WorkProvenanceType0
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.work_artefact_type_0 import WorkArtefactType0
    from ..models.work_preview_type_0 import WorkPreviewType0
    from ..models.work_price_type_0 import WorkPriceType0


T = TypeVar("T", bound="Work")


@_attrs_define
class Work:
    """One work.

    Attributes:
        work (str):
        artefact (None | Unset | WorkArtefactType0): The file itself: CID, digests, measures.
        artist (str | Unset):
        block_number (int | Unset):
        description (None | str | Unset):
        finality (WorkFinality | Unset): How sure its block is.
        is_sensitive (bool | Unset):
        log_index (int | Unset):
        minted_at (int | Unset):
        owner (str | Unset):
        preview (None | Unset | WorkPreviewType0): A smaller picture of it.
        price (None | Unset | WorkPriceType0): The cheapest live listing that anybody may take.
        provenance (None | Unset | WorkProvenanceType0):
        royalty_bps (int | Unset):
        title (None | str | Unset): Unknown until the metadata is at hand.
        token_id (str | Unset):
        transaction_hash (str | Unset):
        transfer_count (int | Unset):
    """

    work: str
    artefact: None | Unset | WorkArtefactType0 = UNSET
    artist: str | Unset = UNSET
    block_number: int | Unset = UNSET
    description: None | str | Unset = UNSET
    finality: WorkFinality | Unset = UNSET
    is_sensitive: bool | Unset = UNSET
    log_index: int | Unset = UNSET
    minted_at: int | Unset = UNSET
    owner: str | Unset = UNSET
    preview: None | Unset | WorkPreviewType0 = UNSET
    price: None | Unset | WorkPriceType0 = UNSET
    provenance: None | Unset | WorkProvenanceType0 = UNSET
    royalty_bps: int | Unset = UNSET
    title: None | str | Unset = UNSET
    token_id: str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    transfer_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.work_artefact_type_0 import WorkArtefactType0  # noqa: PLC0415
        from ..models.work_preview_type_0 import WorkPreviewType0  # noqa: PLC0415
        from ..models.work_price_type_0 import WorkPriceType0  # noqa: PLC0415

        work = self.work

        artefact: dict[str, Any] | None | Unset
        if isinstance(self.artefact, Unset):
            artefact = UNSET
        elif isinstance(self.artefact, WorkArtefactType0):
            artefact = self.artefact.to_dict()
        else:
            artefact = self.artefact

        artist = self.artist

        block_number = self.block_number

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        is_sensitive = self.is_sensitive

        log_index = self.log_index

        minted_at = self.minted_at

        owner = self.owner

        preview: dict[str, Any] | None | Unset
        if isinstance(self.preview, Unset):
            preview = UNSET
        elif isinstance(self.preview, WorkPreviewType0):
            preview = self.preview.to_dict()
        else:
            preview = self.preview

        price: dict[str, Any] | None | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        elif isinstance(self.price, WorkPriceType0):
            price = self.price.to_dict()
        else:
            price = self.price

        provenance: None | str | Unset
        if isinstance(self.provenance, Unset):
            provenance = UNSET
        elif isinstance(self.provenance, WorkProvenanceType0):
            provenance = self.provenance.value
        else:
            provenance = self.provenance

        royalty_bps = self.royalty_bps

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        token_id = self.token_id

        transaction_hash = self.transaction_hash

        transfer_count = self.transfer_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "work": work,
            }
        )
        if artefact is not UNSET:
            field_dict["artefact"] = artefact
        if artist is not UNSET:
            field_dict["artist"] = artist
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if description is not UNSET:
            field_dict["description"] = description
        if finality is not UNSET:
            field_dict["finality"] = finality
        if is_sensitive is not UNSET:
            field_dict["is_sensitive"] = is_sensitive
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if minted_at is not UNSET:
            field_dict["minted_at"] = minted_at
        if owner is not UNSET:
            field_dict["owner"] = owner
        if preview is not UNSET:
            field_dict["preview"] = preview
        if price is not UNSET:
            field_dict["price"] = price
        if provenance is not UNSET:
            field_dict["provenance"] = provenance
        if royalty_bps is not UNSET:
            field_dict["royalty_bps"] = royalty_bps
        if title is not UNSET:
            field_dict["title"] = title
        if token_id is not UNSET:
            field_dict["token_id"] = token_id
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if transfer_count is not UNSET:
            field_dict["transfer_count"] = transfer_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.work_artefact_type_0 import WorkArtefactType0  # noqa: PLC0415
        from ..models.work_preview_type_0 import WorkPreviewType0  # noqa: PLC0415
        from ..models.work_price_type_0 import WorkPriceType0  # noqa: PLC0415

        d = dict(src_dict)
        work = d.pop("work")

        def _parse_artefact(data: object) -> None | Unset | WorkArtefactType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                artefact_type_0 = WorkArtefactType0.from_dict(data)

                return artefact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WorkArtefactType0, data)

        artefact = _parse_artefact(d.pop("artefact", UNSET))

        artist = d.pop("artist", UNSET)

        block_number = d.pop("block_number", UNSET)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        _finality = d.pop("finality", UNSET)
        finality: WorkFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = WorkFinality(_finality)

        is_sensitive = d.pop("is_sensitive", UNSET)

        log_index = d.pop("log_index", UNSET)

        minted_at = d.pop("minted_at", UNSET)

        owner = d.pop("owner", UNSET)

        def _parse_preview(data: object) -> None | Unset | WorkPreviewType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                preview_type_0 = WorkPreviewType0.from_dict(data)

                return preview_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WorkPreviewType0, data)

        preview = _parse_preview(d.pop("preview", UNSET))

        def _parse_price(data: object) -> None | Unset | WorkPriceType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = WorkPriceType0.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WorkPriceType0, data)

        price = _parse_price(d.pop("price", UNSET))

        def _parse_provenance(data: object) -> None | Unset | WorkProvenanceType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                provenance_type_0 = WorkProvenanceType0(data)

                return provenance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WorkProvenanceType0, data)

        provenance = _parse_provenance(d.pop("provenance", UNSET))

        royalty_bps = d.pop("royalty_bps", UNSET)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        token_id = d.pop("token_id", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        transfer_count = d.pop("transfer_count", UNSET)

        work = cls(
            work=work,
            artefact=artefact,
            artist=artist,
            block_number=block_number,
            description=description,
            finality=finality,
            is_sensitive=is_sensitive,
            log_index=log_index,
            minted_at=minted_at,
            owner=owner,
            preview=preview,
            price=price,
            provenance=provenance,
            royalty_bps=royalty_bps,
            title=title,
            token_id=token_id,
            transaction_hash=transaction_hash,
            transfer_count=transfer_count,
        )

        work.additional_properties = d
        return work

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
