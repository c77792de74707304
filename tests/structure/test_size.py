"""how long things may be
a Python file      -> 400 lines
a function         -> 50 lines
a contract         -> 400 lines, a function of it 35
a file             -> opens with its reason to exist
"""

import ast
import re

from tests.structure.source import PYTHON, ROOT, modules

FILE_LIMIT, FUNCTION_LIMIT = 400, 50
CONTRACT_LIMIT, CONTRACT_FUNCTION_LIMIT = 400, 35

# path, or path::function -> why it may be longer
LONGER: dict[str, str] = {}


def test_files_are_short() -> None:
    lengths = {one.shown: one.path.read_text().count("\n") for one in modules(*PYTHON)}
    assert _too_long(lengths, FILE_LIMIT) == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{module.shown}::{name}": length
        for module in modules(*PYTHON)
        for name, length in module.functions()
    }
    assert _too_long(lengths, FUNCTION_LIMIT) == {}


def test_files_open_with_their_reason_to_exist() -> None:
    silent = [
        module.shown
        for module in modules(*PYTHON)
        if module.tree.body and not ast.get_docstring(module.tree)
    ]
    assert silent == []


def test_contracts_are_short() -> None:
    sources = (ROOT / "contracts").rglob("*.sol")
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in sources}
    assert lengths
    assert _too_long(lengths, CONTRACT_LIMIT) == {}


def test_functions_of_contracts_are_short() -> None:
    whole = re.compile(r"^    function (\w+)[^;{]*\{.*?^    \}", re.MULTILINE | re.DOTALL)
    lengths = {
        f"{path.relative_to(ROOT)}::{found[1]}": found[0].count("\n") + 1
        for path in (ROOT / "contracts").rglob("*.sol")
        for found in whole.finditer(path.read_text())
    }
    assert lengths
    assert _too_long(lengths, CONTRACT_FUNCTION_LIMIT) == {}


def test_every_exception_is_there() -> None:
    named = (path.partition("::") for path in LONGER)
    gone = [file for file, _, function in named if function not in _text(file)]
    assert gone == []


def _text(file: str) -> str:
    return (ROOT / file).read_text()


def _too_long(lengths: dict[str, int], limit: int) -> dict[str, int]:
    return {
        name: length for name, length in lengths.items() if length > limit and name not in LONGER
    }
