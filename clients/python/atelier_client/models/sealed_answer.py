from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.prepared_transaction import PreparedTransaction
    from ..models.sample_answer import SampleAnswer


T = TypeVar("T", bound="SealedAnswer")


@_attrs_define
class SealedAnswer:
    """The sealed dossier, and what the artist's wallet sends next.

    Attributes:
        artist (str):
        cid (str):
        digest (str):
        is_sealed (bool):
        links (list[str]):
        samples (list[SampleAnswer]):
        statement (str):
        transaction (PreparedTransaction): A transaction that only the person can send; `value` is wei in decimal.
    """

    artist: str
    cid: str
    digest: str
    is_sealed: bool
    links: list[str]
    samples: list[SampleAnswer]
    statement: str
    transaction: PreparedTransaction
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        cid = self.cid

        digest = self.digest

        is_sealed = self.is_sealed

        links = self.links

        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_dict()
            samples.append(samples_item)

        statement = self.statement

        transaction = self.transaction.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artist": artist,
                "cid": cid,
                "digest": digest,
                "is_sealed": is_sealed,
                "links": links,
                "samples": samples,
                "statement": statement,
                "transaction": transaction,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prepared_transaction import PreparedTransaction  # noqa: PLC0415
        from ..models.sample_answer import SampleAnswer  # noqa: PLC0415

        d = dict(src_dict)
        artist = d.pop("artist")

        cid = d.pop("cid")

        digest = d.pop("digest")

        is_sealed = d.pop("is_sealed")

        links = cast(list[str], d.pop("links"))

        samples = []
        _samples = d.pop("samples")
        for samples_item_data in _samples:
            samples_item = SampleAnswer.from_dict(samples_item_data)

            samples.append(samples_item)

        statement = d.pop("statement")

        transaction = PreparedTransaction.from_dict(d.pop("transaction"))

        sealed_answer = cls(
            artist=artist,
            cid=cid,
            digest=digest,
            is_sealed=is_sealed,
            links=links,
            samples=samples,
            statement=statement,
            transaction=transaction,
        )

        sealed_answer.additional_properties = d
        return sealed_answer

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
