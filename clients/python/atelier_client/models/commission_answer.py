from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.commission_answer_provenance import CommissionAnswerProvenance
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.change_answer import ChangeAnswer
    from ..models.commission_answer_metadata_type_0 import CommissionAnswerMetadataType0
    from ..models.commission_answer_recipe_type_0 import CommissionAnswerRecipeType0
    from ..models.commission_answer_voucher_type_0 import CommissionAnswerVoucherType0


T = TypeVar("T", bound="CommissionAnswer")


@_attrs_define
class CommissionAnswer:
    """A commission as its artist sees it; `work` is the metadata's CID, `token_id` its digest.

    Attributes:
        artefact_cid (None | str):
        artefact_sha256 (None | str):
        artist (str):
        created_at (datetime.datetime):
        description (str):
        failure (None | str):
        id (UUID):
        metadata (CommissionAnswerMetadataType0 | None):
        metadata_cid (None | str):
        progress_permille (int):
        provenance (CommissionAnswerProvenance):
        recipe (CommissionAnswerRecipeType0 | None):
        recipe_digest (None | str):
        shown (str):
        stage (str):
        state (str):
        title (str):
        token_id (None | str):
        transaction_hash (None | str):
        updated_at (datetime.datetime):
        voucher (CommissionAnswerVoucherType0 | None):
        work (None | str):
        changes (list[ChangeAnswer] | None | Unset):
    """

    artefact_cid: None | str
    artefact_sha256: None | str
    artist: str
    created_at: datetime.datetime
    description: str
    failure: None | str
    id: UUID
    metadata: CommissionAnswerMetadataType0 | None
    metadata_cid: None | str
    progress_permille: int
    provenance: CommissionAnswerProvenance
    recipe: CommissionAnswerRecipeType0 | None
    recipe_digest: None | str
    shown: str
    stage: str
    state: str
    title: str
    token_id: None | str
    transaction_hash: None | str
    updated_at: datetime.datetime
    voucher: CommissionAnswerVoucherType0 | None
    work: None | str
    changes: list[ChangeAnswer] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.commission_answer_metadata_type_0 import (
            CommissionAnswerMetadataType0,  # noqa: PLC0415
        )
        from ..models.commission_answer_recipe_type_0 import CommissionAnswerRecipeType0  # noqa: PLC0415
        from ..models.commission_answer_voucher_type_0 import (
            CommissionAnswerVoucherType0,  # noqa: PLC0415
        )

        artefact_cid: None | str
        artefact_cid = self.artefact_cid

        artefact_sha256: None | str
        artefact_sha256 = self.artefact_sha256

        artist = self.artist

        created_at = self.created_at.isoformat()

        description = self.description

        failure: None | str
        failure = self.failure

        id = str(self.id)

        metadata: dict[str, Any] | None
        if isinstance(self.metadata, CommissionAnswerMetadataType0):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        metadata_cid: None | str
        metadata_cid = self.metadata_cid

        progress_permille = self.progress_permille

        provenance = self.provenance.value

        recipe: dict[str, Any] | None
        if isinstance(self.recipe, CommissionAnswerRecipeType0):
            recipe = self.recipe.to_dict()
        else:
            recipe = self.recipe

        recipe_digest: None | str
        recipe_digest = self.recipe_digest

        shown = self.shown

        stage = self.stage

        state = self.state

        title = self.title

        token_id: None | str
        token_id = self.token_id

        transaction_hash: None | str
        transaction_hash = self.transaction_hash

        updated_at = self.updated_at.isoformat()

        voucher: dict[str, Any] | None
        if isinstance(self.voucher, CommissionAnswerVoucherType0):
            voucher = self.voucher.to_dict()
        else:
            voucher = self.voucher

        work: None | str
        work = self.work

        changes: list[dict[str, Any]] | None | Unset
        if isinstance(self.changes, Unset):
            changes = UNSET
        elif isinstance(self.changes, list):
            changes = []
            for changes_type_0_item_data in self.changes:
                changes_type_0_item = changes_type_0_item_data.to_dict()
                changes.append(changes_type_0_item)

        else:
            changes = self.changes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artefact_cid": artefact_cid,
                "artefact_sha256": artefact_sha256,
                "artist": artist,
                "created_at": created_at,
                "description": description,
                "failure": failure,
                "id": id,
                "metadata": metadata,
                "metadata_cid": metadata_cid,
                "progress_permille": progress_permille,
                "provenance": provenance,
                "recipe": recipe,
                "recipe_digest": recipe_digest,
                "shown": shown,
                "stage": stage,
                "state": state,
                "title": title,
                "token_id": token_id,
                "transaction_hash": transaction_hash,
                "updated_at": updated_at,
                "voucher": voucher,
                "work": work,
            }
        )
        if changes is not UNSET:
            field_dict["changes"] = changes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change_answer import ChangeAnswer  # noqa: PLC0415
        from ..models.commission_answer_metadata_type_0 import (
            CommissionAnswerMetadataType0,  # noqa: PLC0415
        )
        from ..models.commission_answer_recipe_type_0 import CommissionAnswerRecipeType0  # noqa: PLC0415
        from ..models.commission_answer_voucher_type_0 import (
            CommissionAnswerVoucherType0,  # noqa: PLC0415
        )

        d = dict(src_dict)

        def _parse_artefact_cid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artefact_cid = _parse_artefact_cid(d.pop("artefact_cid"))

        def _parse_artefact_sha256(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artefact_sha256 = _parse_artefact_sha256(d.pop("artefact_sha256"))

        artist = d.pop("artist")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        description = d.pop("description")

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        id = UUID(d.pop("id"))

        def _parse_metadata(data: object) -> CommissionAnswerMetadataType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = CommissionAnswerMetadataType0.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CommissionAnswerMetadataType0 | None, data)

        metadata = _parse_metadata(d.pop("metadata"))

        def _parse_metadata_cid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        metadata_cid = _parse_metadata_cid(d.pop("metadata_cid"))

        progress_permille = d.pop("progress_permille")

        provenance = CommissionAnswerProvenance(d.pop("provenance"))

        def _parse_recipe(data: object) -> CommissionAnswerRecipeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recipe_type_0 = CommissionAnswerRecipeType0.from_dict(data)

                return recipe_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CommissionAnswerRecipeType0 | None, data)

        recipe = _parse_recipe(d.pop("recipe"))

        def _parse_recipe_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recipe_digest = _parse_recipe_digest(d.pop("recipe_digest"))

        shown = d.pop("shown")

        stage = d.pop("stage")

        state = d.pop("state")

        title = d.pop("title")

        def _parse_token_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        token_id = _parse_token_id(d.pop("token_id"))

        def _parse_transaction_hash(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        transaction_hash = _parse_transaction_hash(d.pop("transaction_hash"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        def _parse_voucher(data: object) -> CommissionAnswerVoucherType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                voucher_type_0 = CommissionAnswerVoucherType0.from_dict(data)

                return voucher_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CommissionAnswerVoucherType0 | None, data)

        voucher = _parse_voucher(d.pop("voucher"))

        def _parse_work(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        work = _parse_work(d.pop("work"))

        def _parse_changes(data: object) -> list[ChangeAnswer] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                changes_type_0 = []
                _changes_type_0 = data
                for changes_type_0_item_data in _changes_type_0:
                    changes_type_0_item = ChangeAnswer.from_dict(changes_type_0_item_data)

                    changes_type_0.append(changes_type_0_item)

                return changes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ChangeAnswer] | None | Unset, data)

        changes = _parse_changes(d.pop("changes", UNSET))

        commission_answer = cls(
            artefact_cid=artefact_cid,
            artefact_sha256=artefact_sha256,
            artist=artist,
            created_at=created_at,
            description=description,
            failure=failure,
            id=id,
            metadata=metadata,
            metadata_cid=metadata_cid,
            progress_permille=progress_permille,
            provenance=provenance,
            recipe=recipe,
            recipe_digest=recipe_digest,
            shown=shown,
            stage=stage,
            state=state,
            title=title,
            token_id=token_id,
            transaction_hash=transaction_hash,
            updated_at=updated_at,
            voucher=voucher,
            work=work,
            changes=changes,
        )

        commission_answer.additional_properties = d
        return commission_answer

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
