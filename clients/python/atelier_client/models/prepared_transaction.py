from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.prepared_transaction_arguments import PreparedTransactionArguments


T = TypeVar("T", bound="PreparedTransaction")


@_attrs_define
class PreparedTransaction:
    """A transaction that only the person can send; `value` is wei in decimal.

    Attributes:
        arguments (PreparedTransactionArguments):
        chain_id (int):
        data (str):
        function (str):
        says (str):
        to (str):
        value (str):
    """

    arguments: PreparedTransactionArguments
    chain_id: int
    data: str
    function: str
    says: str
    to: str
    value: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arguments = self.arguments.to_dict()

        chain_id = self.chain_id

        data = self.data

        function = self.function

        says = self.says

        to = self.to

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "arguments": arguments,
                "chain_id": chain_id,
                "data": data,
                "function": function,
                "says": says,
                "to": to,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prepared_transaction_arguments import PreparedTransactionArguments  # noqa: PLC0415

        d = dict(src_dict)
        arguments = PreparedTransactionArguments.from_dict(d.pop("arguments"))

        chain_id = d.pop("chain_id")

        data = d.pop("data")

        function = d.pop("function")

        says = d.pop("says")

        to = d.pop("to")

        value = d.pop("value")

        prepared_transaction = cls(
            arguments=arguments,
            chain_id=chain_id,
            data=data,
            function=function,
            says=says,
            to=to,
            value=value,
        )

        prepared_transaction.additional_properties = d
        return prepared_transaction

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
