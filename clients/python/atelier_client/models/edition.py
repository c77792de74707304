from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.edition_finality import EditionFinality
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.edition_artefact_type_0 import EditionArtefactType0


T = TypeVar("T", bound="Edition")


@_attrs_define
class Edition:
    """One edition.

    Attributes:
        edition (str):
        allowlist (str | Unset): The root of a Merkle tree; zero where there is none.
        artefact (EditionArtefactType0 | None | Unset):
        artist (str | Unset):
        block_number (int | Unset):
        closes_at (int | Unset): 0 where it never closes.
        currency (str | Unset): The zero address is ether.
        description (None | str | Unset):
        finality (EditionFinality | Unset): How sure its block is.
        is_frozen (bool | Unset): Whether there will never be more.
        log_index (int | Unset):
        minted (str | Unset): How many copies were minted.
        opened_at (int | Unset):
        opens_at (int | Unset):
        price (str | Unset): Of one copy, in the currency's smallest unit.
        public_at (int | Unset): Before that, only who is on the allowlist mints.
        royalty_bps (int | Unset):
        size (int | Unset): How many copies there can be; 0 where that is open.
        title (None | str | Unset):
        token_id (str | Unset):
        transaction_hash (str | Unset):
        wallet_limit (int | Unset):
    """

    edition: str
    allowlist: str | Unset = UNSET
    artefact: EditionArtefactType0 | None | Unset = UNSET
    artist: str | Unset = UNSET
    block_number: int | Unset = UNSET
    closes_at: int | Unset = UNSET
    currency: str | Unset = UNSET
    description: None | str | Unset = UNSET
    finality: EditionFinality | Unset = UNSET
    is_frozen: bool | Unset = UNSET
    log_index: int | Unset = UNSET
    minted: str | Unset = UNSET
    opened_at: int | Unset = UNSET
    opens_at: int | Unset = UNSET
    price: str | Unset = UNSET
    public_at: int | Unset = UNSET
    royalty_bps: int | Unset = UNSET
    size: int | Unset = UNSET
    title: None | str | Unset = UNSET
    token_id: str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    wallet_limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.edition_artefact_type_0 import EditionArtefactType0  # noqa: PLC0415

        edition = self.edition

        allowlist = self.allowlist

        artefact: dict[str, Any] | None | Unset
        if isinstance(self.artefact, Unset):
            artefact = UNSET
        elif isinstance(self.artefact, EditionArtefactType0):
            artefact = self.artefact.to_dict()
        else:
            artefact = self.artefact

        artist = self.artist

        block_number = self.block_number

        closes_at = self.closes_at

        currency = self.currency

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        is_frozen = self.is_frozen

        log_index = self.log_index

        minted = self.minted

        opened_at = self.opened_at

        opens_at = self.opens_at

        price = self.price

        public_at = self.public_at

        royalty_bps = self.royalty_bps

        size = self.size

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        token_id = self.token_id

        transaction_hash = self.transaction_hash

        wallet_limit = self.wallet_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "edition": edition,
            }
        )
        if allowlist is not UNSET:
            field_dict["allowlist"] = allowlist
        if artefact is not UNSET:
            field_dict["artefact"] = artefact
        if artist is not UNSET:
            field_dict["artist"] = artist
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if closes_at is not UNSET:
            field_dict["closes_at"] = closes_at
        if currency is not UNSET:
            field_dict["currency"] = currency
        if description is not UNSET:
            field_dict["description"] = description
        if finality is not UNSET:
            field_dict["finality"] = finality
        if is_frozen is not UNSET:
            field_dict["is_frozen"] = is_frozen
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if minted is not UNSET:
            field_dict["minted"] = minted
        if opened_at is not UNSET:
            field_dict["opened_at"] = opened_at
        if opens_at is not UNSET:
            field_dict["opens_at"] = opens_at
        if price is not UNSET:
            field_dict["price"] = price
        if public_at is not UNSET:
            field_dict["public_at"] = public_at
        if royalty_bps is not UNSET:
            field_dict["royalty_bps"] = royalty_bps
        if size is not UNSET:
            field_dict["size"] = size
        if title is not UNSET:
            field_dict["title"] = title
        if token_id is not UNSET:
            field_dict["token_id"] = token_id
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if wallet_limit is not UNSET:
            field_dict["wallet_limit"] = wallet_limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.edition_artefact_type_0 import EditionArtefactType0  # noqa: PLC0415

        d = dict(src_dict)
        edition = d.pop("edition")

        allowlist = d.pop("allowlist", UNSET)

        def _parse_artefact(data: object) -> EditionArtefactType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                artefact_type_0 = EditionArtefactType0.from_dict(data)

                return artefact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EditionArtefactType0 | None | Unset, data)

        artefact = _parse_artefact(d.pop("artefact", UNSET))

        artist = d.pop("artist", UNSET)

        block_number = d.pop("block_number", UNSET)

        closes_at = d.pop("closes_at", UNSET)

        currency = d.pop("currency", UNSET)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        _finality = d.pop("finality", UNSET)
        finality: EditionFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = EditionFinality(_finality)

        is_frozen = d.pop("is_frozen", UNSET)

        log_index = d.pop("log_index", UNSET)

        minted = d.pop("minted", UNSET)

        opened_at = d.pop("opened_at", UNSET)

        opens_at = d.pop("opens_at", UNSET)

        price = d.pop("price", UNSET)

        public_at = d.pop("public_at", UNSET)

        royalty_bps = d.pop("royalty_bps", UNSET)

        size = d.pop("size", UNSET)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        token_id = d.pop("token_id", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        wallet_limit = d.pop("wallet_limit", UNSET)

        edition = cls(
            edition=edition,
            allowlist=allowlist,
            artefact=artefact,
            artist=artist,
            block_number=block_number,
            closes_at=closes_at,
            currency=currency,
            description=description,
            finality=finality,
            is_frozen=is_frozen,
            log_index=log_index,
            minted=minted,
            opened_at=opened_at,
            opens_at=opens_at,
            price=price,
            public_at=public_at,
            royalty_bps=royalty_bps,
            size=size,
            title=title,
            token_id=token_id,
            transaction_hash=transaction_hash,
            wallet_limit=wallet_limit,
        )

        edition.additional_properties = d
        return edition

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
