"""addresses, hashes, 256-bit integers
an address of any case      -> its one checksummed spelling
a wrong checksum            -> ValueError that names the right one
anything else               -> ValueError
stored and read again       -> the same value, and ordered as numbers
"""

import pytest
from eth_utils.address import to_checksum_address
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, insert, select

from indexer.primitives import (
    UINT256_MAX,
    AddressType,
    Hash32Type,
    Uint256,
    address,
    address_from_bytes,
    hash32,
)

CHECKSUMMED = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"


@given(st.binary(min_size=20, max_size=20))
def test_checksum_is_that_of_eip_55(content: bytes) -> None:
    assert str(address_from_bytes(content)) == to_checksum_address(content)


@pytest.mark.parametrize("text", [CHECKSUMMED, CHECKSUMMED.lower()])
def test_every_spelling_becomes_the_checksummed_one(text: str) -> None:
    assert address(text) == CHECKSUMMED


def test_a_wrong_checksum_is_refused_with_the_right_one() -> None:
    with pytest.raises(ValueError, match=f"did you mean '{CHECKSUMMED}'"):
        address(CHECKSUMMED.replace("aad", "Aad"))


@pytest.mark.parametrize("text", ["", "0x", CHECKSUMMED[:-1], CHECKSUMMED + "0", "0x" + "g" * 40])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="40 hexadecimal digits"):
        address(text)


@pytest.mark.parametrize("text", ["", "0x" + "0" * 63, "0x" + "A" * 64])
def test_what_is_no_hash_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        hash32(text)


def test_values_come_back_from_the_table_as_they_went(engine: Engine) -> None:
    table = Table(
        "values_",
        MetaData(),
        Column("number", Uint256),
        Column("who", AddressType),
        Column("digest", Hash32Type),
    )
    numbers = [9, 10, 2**64, UINT256_MAX]
    rows = [(n, address(CHECKSUMMED), hash32(f"0x{n:064x}")) for n in numbers]
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(
            insert(table),
            [{"number": n, "who": w, "digest": d} for n, w, d in reversed(rows)],
        )
        found = connection.execute(select(table).order_by(table.c.number)).all()
        table.drop(connection)
    assert [tuple(row) for row in found] == rows


@pytest.mark.parametrize("number", [-1, UINT256_MAX + 1])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no unsigned 256-bit integer"):
        Uint256().process_bind_param(number, None)  # type: ignore[arg-type]
