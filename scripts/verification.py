"""Keep what an explorer needs to verify a contract: the compiler's standard-JSON input.

One file a contract, holding every source it imports and the settings it was compiled with, so that
solc makes the same bytecode of it, metadata included. Explorers take it as "Standard JSON Input".
"""

import json
import posixpath
import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
IMPORT = re.compile(r'^import\s[^;]*?"([^"]+)"\s*;', re.MULTILINE)


def write_inputs(folder: Path, names: tuple[str, ...]) -> None:
    """Write `<Contract>.json` for each of the contracts."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.json").write_text(json.dumps(standard_json(name), indent=1) + "\n")


def standard_json(name: str) -> dict[str, Any]:
    """The input of which the compiler makes this contract's bytecode."""
    path = source_path(name)
    settings = _settings()
    return {
        "language": "Solidity",
        "sources": {
            one: {"content": text} for one, text in _sources(path, settings["remappings"]).items()
        },
        "settings": {
            **settings,
            "outputSelection": {path: {name: ["abi", "evm.bytecode", "evm.deployedBytecode"]}},
        },
    }


def source_path(name: str) -> str:
    """Where a contract's source is."""
    artifact = json.loads((ROOT / "build" / "contracts" / f"{name}.json").read_text())
    return str(artifact["sourcePath"])


def _settings() -> dict[str, Any]:
    config = yaml.safe_load((ROOT / "brownie-config.yaml").read_text())["compiler"]
    solc = config["solc"]
    return {
        "evmVersion": config["evm_version"],
        "viaIR": solc["viaIR"],
        "optimizer": solc["optimizer"],
        "remappings": solc["remappings"],
    }


def _sources(path: str, remappings: list[str]) -> dict[str, str]:
    """A source and all it imports, by the names under which the compiler knows them."""
    found: dict[str, str] = {}
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if here in found:
            continue
        found[here] = (ROOT / here).read_text()
        waiting += (_resolved(one, here, remappings) for one in IMPORT.findall(found[here]))
    return dict(sorted(found.items()))


def _resolved(imported: str, here: str, remappings: list[str]) -> str:
    if imported.startswith("."):
        return posixpath.normpath(posixpath.join(posixpath.dirname(here), imported))
    for remapping in remappings:
        prefix, target = remapping.split("=", 1)
        if imported.startswith(prefix):
            return target + imported.removeprefix(prefix)
    return imported
