"""Take contracts of anybody's for the subject: ABIs from a folder, handlers from a module.

A folder holds a JSON file a contract, named after it: its ABI, or what compilers put around one
(Foundry, Hardhat, Brownie: an object with the ABI under `abi`). A module, which needs not be there,
names what events become, in two variables:

    TABLES     the models of its rows' tables, subclasses of `indexer.place.Placed`
    HANDLERS   by (contract, event): `indexer.handler.stated(Table)`, or a function of the
               contract's name and the fact that gives rows

Without handlers every event is still a row of `events`, its arguments decoded.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from indexer.decode import Entry
from indexer.error import SubjectInvalid
from indexer.subject import Subject


def subject_of(folder: Path, module: str | None, *, is_whole: bool) -> Subject:
    """The contracts of this folder, with the handlers of this module.

    Raise SubjectInvalid for what cannot be read, and where both do not fit together.
    """
    handlers: Mapping[tuple[str, str], Any] = {}
    tables: Sequence[Any] = ()
    if module is not None:
        try:
            found = import_module(module)
        except (ImportError, SyntaxError) as error:
            raise SubjectInvalid(f"no handlers {module}: {error}") from error
        handlers, tables = getattr(found, "HANDLERS", {}), getattr(found, "TABLES", ())
    subject = Subject(
        abis={name: _abi(file) for name, file in _files(folder).items()},
        handlers=handlers,
        own_tables=tuple(tables),
        is_whole=is_whole,
    )
    try:
        subject.known  # noqa: B018 - read now, so that what does not fit is said before any block
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SubjectInvalid(f"an ABI in {folder} cannot be read: {error!r}") from error
    return subject


def digests(folder: Path) -> dict[str, str]:
    """The sha-256 of each contract's file."""
    return {name: sha256(file.read_bytes()).hexdigest() for name, file in _files(folder).items()}


def _files(folder: Path) -> dict[str, Path]:
    found = {file.stem: file for file in sorted(folder.glob("*.json"))}
    if not found:
        raise SubjectInvalid(f"no ABI is in {folder}: put a file <contract>.json there for each")
    return found


def _abi(file: Path) -> list[Entry]:
    try:
        content = json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise SubjectInvalid(f"{file} cannot be read: {error}") from error
    abi = content.get("abi") if isinstance(content, dict) else content
    if not isinstance(abi, list) or not all(isinstance(one, dict) and "type" in one for one in abi):
        raise SubjectInvalid(f"{file} holds no ABI: neither a list of entries nor one under `abi`")
    return abi
