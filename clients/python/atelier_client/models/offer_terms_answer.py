from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.offer_terms_answer_typed_data import OfferTermsAnswerTypedData
    from ..models.prepared_transaction import PreparedTransaction


T = TypeVar("T", bound="OfferTermsAnswer")


@_attrs_define
class OfferTermsAnswer:
    """What the wallet has to sign; `approval` is to be sent first, where it is not null.

    Attributes:
        approval (None | PreparedTransaction):
        typed_data (OfferTermsAnswerTypedData):
    """

    approval: None | PreparedTransaction
    typed_data: OfferTermsAnswerTypedData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.prepared_transaction import PreparedTransaction  # noqa: PLC0415

        approval: dict[str, Any] | None
        if isinstance(self.approval, PreparedTransaction):
            approval = self.approval.to_dict()
        else:
            approval = self.approval

        typed_data = self.typed_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "approval": approval,
                "typed_data": typed_data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.offer_terms_answer_typed_data import OfferTermsAnswerTypedData  # noqa: PLC0415
        from ..models.prepared_transaction import PreparedTransaction  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_approval(data: object) -> None | PreparedTransaction:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                approval_type_0 = PreparedTransaction.from_dict(data)

                return approval_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreparedTransaction, data)

        approval = _parse_approval(d.pop("approval"))

        typed_data = OfferTermsAnswerTypedData.from_dict(d.pop("typed_data"))

        offer_terms_answer = cls(
            approval=approval,
            typed_data=typed_data,
        )

        offer_terms_answer.additional_properties = d
        return offer_terms_answer

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
