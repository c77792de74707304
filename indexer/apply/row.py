"""A row to be: its table and its own columns; its place on the chain is added to all alike."""

from collections.abc import Iterable
from typing import Any

from indexer.models import Placed

Row = tuple[type[Placed], dict[str, Any]]
Rows = Iterable[Row]
