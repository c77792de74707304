from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.receipt_finality import ReceiptFinality
from ..models.receipt_provenance import ReceiptProvenance
from ..models.receipt_verification_type_0 import ReceiptVerificationType0
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.receipt_artefact import ReceiptArtefact
    from ..models.receipt_found_type_0 import ReceiptFoundType0


T = TypeVar("T", bound="Receipt")


@_attrs_define
class Receipt:
    """One receipt.

    Attributes:
        work (str):
        artefact (ReceiptArtefact | Unset):
        artist (str | Unset):
        block_number (int | Unset):
        finality (ReceiptFinality | Unset): How sure its block is.
        found (None | ReceiptFoundType0 | Unset): What the newest verification found.
        licence (str | Unset):
        log_index (int | Unset):
        plan_sha256 (None | str | Unset):
        provenance (ReceiptProvenance | Unset):
        recipe_digest (None | str | Unset):
        transaction_hash (str | Unset):
        verification (None | ReceiptVerificationType0 | Unset):
    """

    work: str
    artefact: ReceiptArtefact | Unset = UNSET
    artist: str | Unset = UNSET
    block_number: int | Unset = UNSET
    finality: ReceiptFinality | Unset = UNSET
    found: None | ReceiptFoundType0 | Unset = UNSET
    licence: str | Unset = UNSET
    log_index: int | Unset = UNSET
    plan_sha256: None | str | Unset = UNSET
    provenance: ReceiptProvenance | Unset = UNSET
    recipe_digest: None | str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    verification: None | ReceiptVerificationType0 | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.receipt_found_type_0 import ReceiptFoundType0  # noqa: PLC0415

        work = self.work

        artefact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.artefact, Unset):
            artefact = self.artefact.to_dict()

        artist = self.artist

        block_number = self.block_number

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        found: dict[str, Any] | None | Unset
        if isinstance(self.found, Unset):
            found = UNSET
        elif isinstance(self.found, ReceiptFoundType0):
            found = self.found.to_dict()
        else:
            found = self.found

        licence = self.licence

        log_index = self.log_index

        plan_sha256: None | str | Unset
        if isinstance(self.plan_sha256, Unset):
            plan_sha256 = UNSET
        else:
            plan_sha256 = self.plan_sha256

        provenance: str | Unset = UNSET
        if not isinstance(self.provenance, Unset):
            provenance = self.provenance.value

        recipe_digest: None | str | Unset
        if isinstance(self.recipe_digest, Unset):
            recipe_digest = UNSET
        else:
            recipe_digest = self.recipe_digest

        transaction_hash = self.transaction_hash

        verification: None | str | Unset
        if isinstance(self.verification, Unset):
            verification = UNSET
        elif isinstance(self.verification, ReceiptVerificationType0):
            verification = self.verification.value
        else:
            verification = self.verification

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
        if finality is not UNSET:
            field_dict["finality"] = finality
        if found is not UNSET:
            field_dict["found"] = found
        if licence is not UNSET:
            field_dict["licence"] = licence
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if plan_sha256 is not UNSET:
            field_dict["plan_sha256"] = plan_sha256
        if provenance is not UNSET:
            field_dict["provenance"] = provenance
        if recipe_digest is not UNSET:
            field_dict["recipe_digest"] = recipe_digest
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if verification is not UNSET:
            field_dict["verification"] = verification

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.receipt_artefact import ReceiptArtefact  # noqa: PLC0415
        from ..models.receipt_found_type_0 import ReceiptFoundType0  # noqa: PLC0415

        d = dict(src_dict)
        work = d.pop("work")

        _artefact = d.pop("artefact", UNSET)
        artefact: ReceiptArtefact | Unset
        if isinstance(_artefact, Unset):
            artefact = UNSET
        else:
            artefact = ReceiptArtefact.from_dict(_artefact)

        artist = d.pop("artist", UNSET)

        block_number = d.pop("block_number", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: ReceiptFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = ReceiptFinality(_finality)

        def _parse_found(data: object) -> None | ReceiptFoundType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                found_type_0 = ReceiptFoundType0.from_dict(data)

                return found_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReceiptFoundType0 | Unset, data)

        found = _parse_found(d.pop("found", UNSET))

        licence = d.pop("licence", UNSET)

        log_index = d.pop("log_index", UNSET)

        def _parse_plan_sha256(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        plan_sha256 = _parse_plan_sha256(d.pop("plan_sha256", UNSET))

        _provenance = d.pop("provenance", UNSET)
        provenance: ReceiptProvenance | Unset
        if isinstance(_provenance, Unset):
            provenance = UNSET
        else:
            provenance = ReceiptProvenance(_provenance)

        def _parse_recipe_digest(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        recipe_digest = _parse_recipe_digest(d.pop("recipe_digest", UNSET))

        transaction_hash = d.pop("transaction_hash", UNSET)

        def _parse_verification(data: object) -> None | ReceiptVerificationType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verification_type_0 = ReceiptVerificationType0(data)

                return verification_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReceiptVerificationType0 | Unset, data)

        verification = _parse_verification(d.pop("verification", UNSET))

        receipt = cls(
            work=work,
            artefact=artefact,
            artist=artist,
            block_number=block_number,
            finality=finality,
            found=found,
            licence=licence,
            log_index=log_index,
            plan_sha256=plan_sha256,
            provenance=provenance,
            recipe_digest=recipe_digest,
            transaction_hash=transaction_hash,
            verification=verification,
        )

        receipt.additional_properties = d
        return receipt

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
