"""Expect a revert by the name and the values of its custom error."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from brownie.exceptions import VirtualMachineError


@contextmanager
def reverts_with(name: str, *values: Any) -> Iterator[None]:
    """Pass only if the block reverts with this custom error and exactly these values."""
    with pytest.raises(VirtualMachineError) as caught:
        yield
    assert caught.value.revert_msg == f"{name}: {', '.join(map(_text, values))}"


def _text(value: Any) -> str:
    """A value as Brownie prints it in an error: addresses in lower case, bytes as Python's."""
    return str(value).lower() if str(value).startswith("0x") else str(value)
