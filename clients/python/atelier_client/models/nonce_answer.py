from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NonceAnswer")


@_attrs_define
class NonceAnswer:
    """What the message to sign must say.

    Attributes:
        chain_id (int):
        domain (str):
        expires_at (datetime.datetime):
        issued_at (datetime.datetime):
        nonce (str):
        statement (str):
        uri (str):
        version (str):
    """

    chain_id: int
    domain: str
    expires_at: datetime.datetime
    issued_at: datetime.datetime
    nonce: str
    statement: str
    uri: str
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        chain_id = self.chain_id

        domain = self.domain

        expires_at = self.expires_at.isoformat()

        issued_at = self.issued_at.isoformat()

        nonce = self.nonce

        statement = self.statement

        uri = self.uri

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "chain_id": chain_id,
                "domain": domain,
                "expires_at": expires_at,
                "issued_at": issued_at,
                "nonce": nonce,
                "statement": statement,
                "uri": uri,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chain_id = d.pop("chain_id")

        domain = d.pop("domain")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        issued_at = datetime.datetime.fromisoformat(d.pop("issued_at"))

        nonce = d.pop("nonce")

        statement = d.pop("statement")

        uri = d.pop("uri")

        version = d.pop("version")

        nonce_answer = cls(
            chain_id=chain_id,
            domain=domain,
            expires_at=expires_at,
            issued_at=issued_at,
            nonce=nonce,
            statement=statement,
            uri=uri,
            version=version,
        )

        nonce_answer.additional_properties = d
        return nonce_answer

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
