from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.kind import Kind
from ..models.topic import Topic

if TYPE_CHECKING:
    from ..models.block_place import BlockPlace
    from ..models.chain_event_arguments import ChainEventArguments


T = TypeVar("T", bound="ChainEvent")


@_attrs_define
class ChainEvent:
    """One event of the chain as it became known, or that a reorganisation took it back.

    Attributes:
        arguments (ChainEventArguments): As the contract's ABI names them; amounts and token ids in decimal.
        block (BlockPlace): The block in which it was said; the time is the chain's, in seconds.
        contract (str):
        event (str):
        id (str): Grows; also the cursor that resumes after this event.
        kind (Kind): Whether something happened, or is said not to have happened.
        log_index (int):
        retracts (None | str): The id of the event that is taken back.
        topics (list[Topic]):
        transaction (str):
        work (None | str): The CID of the work it speaks of, if it names one.
    """

    arguments: ChainEventArguments
    block: BlockPlace
    contract: str
    event: str
    id: str
    kind: Kind
    log_index: int
    retracts: None | str
    topics: list[Topic]
    transaction: str
    work: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arguments = self.arguments.to_dict()

        block = self.block.to_dict()

        contract = self.contract

        event = self.event

        id = self.id

        kind = self.kind.value

        log_index = self.log_index

        retracts: None | str
        retracts = self.retracts

        topics = []
        for topics_item_data in self.topics:
            topics_item = topics_item_data.value
            topics.append(topics_item)

        transaction = self.transaction

        work: None | str
        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "arguments": arguments,
                "block": block,
                "contract": contract,
                "event": event,
                "id": id,
                "kind": kind,
                "log_index": log_index,
                "retracts": retracts,
                "topics": topics,
                "transaction": transaction,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.block_place import BlockPlace  # noqa: PLC0415
        from ..models.chain_event_arguments import ChainEventArguments  # noqa: PLC0415

        d = dict(src_dict)
        arguments = ChainEventArguments.from_dict(d.pop("arguments"))

        block = BlockPlace.from_dict(d.pop("block"))

        contract = d.pop("contract")

        event = d.pop("event")

        id = d.pop("id")

        kind = Kind(d.pop("kind"))

        log_index = d.pop("log_index")

        def _parse_retracts(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        retracts = _parse_retracts(d.pop("retracts"))

        topics = []
        _topics = d.pop("topics")
        for topics_item_data in _topics:
            topics_item = Topic(topics_item_data)

            topics.append(topics_item)

        transaction = d.pop("transaction")

        def _parse_work(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        work = _parse_work(d.pop("work"))

        chain_event = cls(
            arguments=arguments,
            block=block,
            contract=contract,
            event=event,
            id=id,
            kind=kind,
            log_index=log_index,
            retracts=retracts,
            topics=topics,
            transaction=transaction,
            work=work,
        )

        chain_event.additional_properties = d
        return chain_event

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
