from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.chain_answer_contracts import ChainAnswerContracts
    from ..models.head import Head


T = TypeVar("T", bound="ChainAnswer")


@_attrs_define
class ChainAnswer:
    """Where the contracts are, and up to which block we know what happened there.

    Attributes:
        chain_id (int):
        contracts (ChainAnswerContracts):
        development (bool):
        head (Head): The newest block that the index holds.
        rpc_path (None | str):
    """

    chain_id: int
    contracts: ChainAnswerContracts
    development: bool
    head: Head
    rpc_path: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        chain_id = self.chain_id

        contracts = self.contracts.to_dict()

        development = self.development

        head = self.head.to_dict()

        rpc_path: None | str
        rpc_path = self.rpc_path

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "chain_id": chain_id,
                "contracts": contracts,
                "development": development,
                "head": head,
                "rpc_path": rpc_path,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chain_answer_contracts import ChainAnswerContracts  # noqa: PLC0415
        from ..models.head import Head  # noqa: PLC0415

        d = dict(src_dict)
        chain_id = d.pop("chain_id")

        contracts = ChainAnswerContracts.from_dict(d.pop("contracts"))

        development = d.pop("development")

        head = Head.from_dict(d.pop("head"))

        def _parse_rpc_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rpc_path = _parse_rpc_path(d.pop("rpc_path"))

        chain_answer = cls(
            chain_id=chain_id,
            contracts=contracts,
            development=development,
            head=head,
            rpc_path=rpc_path,
        )

        chain_answer.additional_properties = d
        return chain_answer

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
