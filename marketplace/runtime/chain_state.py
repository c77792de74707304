"""Save a chain's state whole, and start from a state in which there is one genesis."""

import gzip
import json
from pathlib import Path
from typing import Any

from marketplace.runtime import rpc


def dump(url: str) -> bytes:
    """A chain's whole state, in the form in which Anvil starts from it."""
    packed = bytes.fromhex(rpc.call(url, "anvil_dumpState", timeout_seconds=60.0)[2:])
    return gzip.decompress(packed)


def write(state: Path, content: bytes) -> None:
    """Write beside the old state, then take its place: never half a file."""
    fresh = state.with_name(state.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(state)


def last_words(state: Path) -> Path:
    """What Anvil writes itself when it is asked to end, even if nobody is left to save it."""
    return state.with_name(state.name + ".end")


def settle(state: Path) -> None:
    """Before a start: take the newest whole state, and put what is unreadable aside."""
    saved, ended = _read(state), _read(last_words(state))
    newest = ended if ended and (not saved or _best(ended) >= _best(saved)) else saved
    if newest is not None:
        write(state, json.dumps(_with_one_genesis(newest)).encode())
    elif state.exists():
        state.replace(state.with_name(state.name + ".broken"))
    last_words(state).unlink(missing_ok=True)


def _with_one_genesis(content: dict[str, Any]) -> dict[str, Any]:
    """Keep the oldest block 0 alone.

    Anvil makes a new genesis at each start, saves it beside the loaded one in no order, and takes
    the last it reads: without this a chain would change its identity at some later start.
    """
    genesis = min((block for block in content["blocks"] if _number(block) == 0), key=_timestamp)
    later = [block for block in content["blocks"] if _number(block) > 0]
    return {**content, "blocks": [genesis, *sorted(later, key=_number)]}


def _read(state: Path) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(state.read_bytes())
        _best(content)
        _with_one_genesis(content)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return content


def _best(content: dict[str, Any]) -> int:
    return _quantity(content["best_block_number"])


def _number(block: dict[str, Any]) -> int:
    return _quantity(block["header"]["number"])


def _timestamp(block: dict[str, Any]) -> int:
    return _quantity(block["header"]["timestamp"])


def _quantity(value: str | int) -> int:
    return int(value, 16) if isinstance(value, str) else value
