from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.receipt_answer_provenance import ReceiptAnswerProvenance

if TYPE_CHECKING:
    from ..models.finding_answer import FindingAnswer
    from ..models.receipt_answer_artefact import ReceiptAnswerArtefact
    from ..models.receipt_answer_recipe_type_0 import ReceiptAnswerRecipeType0


T = TypeVar("T", bound="ReceiptAnswer")


@_attrs_define
class ReceiptAnswer:
    """How a work was made, and how anybody checks that.

    Attributes:
        artefact (ReceiptAnswerArtefact):
        chain_id (int):
        contract (str):
        findings (list[FindingAnswer]):
        folder (None | str):
        how_to_verify (str):
        is_sound (bool):
        licence (str):
        plan_sha256 (None | str):
        provenance (ReceiptAnswerProvenance):
        recipe (None | ReceiptAnswerRecipeType0):
        recipe_digest (None | str):
        token_id (str):
        token_uri (str):
        work (str):
    """

    artefact: ReceiptAnswerArtefact
    chain_id: int
    contract: str
    findings: list[FindingAnswer]
    folder: None | str
    how_to_verify: str
    is_sound: bool
    licence: str
    plan_sha256: None | str
    provenance: ReceiptAnswerProvenance
    recipe: None | ReceiptAnswerRecipeType0
    recipe_digest: None | str
    token_id: str
    token_uri: str
    work: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.receipt_answer_recipe_type_0 import ReceiptAnswerRecipeType0  # noqa: PLC0415

        artefact = self.artefact.to_dict()

        chain_id = self.chain_id

        contract = self.contract

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        folder: None | str
        folder = self.folder

        how_to_verify = self.how_to_verify

        is_sound = self.is_sound

        licence = self.licence

        plan_sha256: None | str
        plan_sha256 = self.plan_sha256

        provenance = self.provenance.value

        recipe: dict[str, Any] | None
        if isinstance(self.recipe, ReceiptAnswerRecipeType0):
            recipe = self.recipe.to_dict()
        else:
            recipe = self.recipe

        recipe_digest: None | str
        recipe_digest = self.recipe_digest

        token_id = self.token_id

        token_uri = self.token_uri

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artefact": artefact,
                "chain_id": chain_id,
                "contract": contract,
                "findings": findings,
                "folder": folder,
                "how_to_verify": how_to_verify,
                "is_sound": is_sound,
                "licence": licence,
                "plan_sha256": plan_sha256,
                "provenance": provenance,
                "recipe": recipe,
                "recipe_digest": recipe_digest,
                "token_id": token_id,
                "token_uri": token_uri,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.finding_answer import FindingAnswer  # noqa: PLC0415
        from ..models.receipt_answer_artefact import ReceiptAnswerArtefact  # noqa: PLC0415
        from ..models.receipt_answer_recipe_type_0 import ReceiptAnswerRecipeType0  # noqa: PLC0415

        d = dict(src_dict)
        artefact = ReceiptAnswerArtefact.from_dict(d.pop("artefact"))

        chain_id = d.pop("chain_id")

        contract = d.pop("contract")

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = FindingAnswer.from_dict(findings_item_data)

            findings.append(findings_item)

        def _parse_folder(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        folder = _parse_folder(d.pop("folder"))

        how_to_verify = d.pop("how_to_verify")

        is_sound = d.pop("is_sound")

        licence = d.pop("licence")

        def _parse_plan_sha256(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        plan_sha256 = _parse_plan_sha256(d.pop("plan_sha256"))

        provenance = ReceiptAnswerProvenance(d.pop("provenance"))

        def _parse_recipe(data: object) -> None | ReceiptAnswerRecipeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recipe_type_0 = ReceiptAnswerRecipeType0.from_dict(data)

                return recipe_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReceiptAnswerRecipeType0, data)

        recipe = _parse_recipe(d.pop("recipe"))

        def _parse_recipe_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recipe_digest = _parse_recipe_digest(d.pop("recipe_digest"))

        token_id = d.pop("token_id")

        token_uri = d.pop("token_uri")

        work = d.pop("work")

        receipt_answer = cls(
            artefact=artefact,
            chain_id=chain_id,
            contract=contract,
            findings=findings,
            folder=folder,
            how_to_verify=how_to_verify,
            is_sound=is_sound,
            licence=licence,
            plan_sha256=plan_sha256,
            provenance=provenance,
            recipe=recipe,
            recipe_digest=recipe_digest,
            token_id=token_id,
            token_uri=token_uri,
            work=work,
        )

        receipt_answer.additional_properties = d
        return receipt_answer

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
