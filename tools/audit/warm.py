"""Compile changed contracts in a compiler that stays warm, and put the bytecode where forge looks.

Starting the compiler and reading what did not change costs most of a compilation. Forge compiles
nothing while no source changes: what lies among its artifacts is what it tests.
"""

import json
import re
import subprocess
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tools.setup.place import ROOT, with_tools

SCRIPT = Path(__file__).with_name("compile.mjs")
IMPORT = re.compile(r'^import [^;]*?"(\.[^"]+)";', re.MULTILINE)
Bytecodes = Mapping[str, str]  # by "file:Contract"


class WarmCompiler:
    """A compiler that waits for the next change."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", SCRIPT, json.dumps(_settings())],
            cwd=ROOT,
            env=with_tools(None),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def compiled(self, file: str, text: str) -> Bytecodes:
        """The bytecode of all that a file is part of, with this text; empty if it is wrong."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None and answers is not None  # noqa: S101, PT018 - they are pipes
        print(
            json.dumps({"file": file, "text": text, "targets": users(file)}), file=asked, flush=True
        )
        contracts: dict[str, str] = json.loads(answers.readline())["contracts"]
        return {name: code for name, code in contracts.items() if code}

    def close(self) -> None:
        """Let it go."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()


class Artifacts:
    """What forge compiled in a copy of the tree, to put something else in its place."""

    def __init__(self, built: Path) -> None:
        self._built = built
        self._kept: dict[Path, str] = {}
        facts = json.loads((built / "cache" / "solidity-files-cache.json").read_text())
        self._paths = {
            f"{file}:{name}": built / "out" / _path(versions)
            for file, one in facts["files"].items()
            for name, versions in one["artifacts"].items()
        }

    def put(self, bytecodes: Bytecodes) -> None:
        """Replace the bytecode of some contracts."""
        for name, code in bytecodes.items():
            path = self._paths[name]
            self._kept[path] = path.read_text()
            artifact = json.loads(self._kept[path])
            artifact["bytecode"]["object"] = f"0x{code}"
            path.write_text(json.dumps(artifact))

    def restore(self) -> None:
        """Put back what was there."""
        for path, text in self._kept.items():
            path.write_text(text)
        self._kept.clear()


@cache
def users(file: str) -> list[str]:
    """The sources that a file is part of, itself too, among the contracts and their tests."""
    found = {file}
    imports = _imports()
    while more := {one for one, used in imports.items() if used & found} - found:
        found |= more
    return sorted(found)


@cache
def _imports() -> dict[str, set[str]]:
    files = [*ROOT.glob("contracts/**/*.sol"), *ROOT.glob("tests/audit/**/*.sol")]
    return {
        str(file.relative_to(ROOT)): {
            str((file.parent / path).resolve().relative_to(ROOT))
            for path in IMPORT.findall(file.read_text())
        }
        for file in files
    }


def _settings() -> dict[str, object]:
    """As forge compiles in its fast profile: without metadata, the same code is the same."""
    profile = tomllib.loads((ROOT / "foundry.toml").read_text())["profile"]["default"]
    return {
        "remappings": profile["remappings"],
        "evmVersion": profile["evm_version"],
        "optimizer": {"enabled": profile["optimizer"]},
        "metadata": {"appendCBOR": False},
    }


def _path(versions: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
    """Where the only artifact there is lies: by compiler, by profile."""
    (profiles,) = versions.values()
    (facts,) = profiles.values()
    return facts["path"]
