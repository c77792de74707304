"""List the mutants of some sources as JSON, by Slither's fifteen operators.

Run by the audit environment's Python: .venv-audit/bin/python -m tools.audit.mutant FILE...
"""

import json
import sys
from pathlib import Path
from typing import Any

from slither import Slither
from slither.core.declarations import Contract
from slither.tools.mutator.mutators import all_mutators
from slither.tools.mutator.mutators.abstract_mutator import AbstractMutator

OUT = "build/forge/static/out"


def main(files: list[str]) -> int:
    """Print the mutants of every contract and library declared in the files."""
    slither = Slither(
        ".", compile_force_framework="foundry", foundry_out_directory=OUT, foundry_compile_all=False
    )
    wanted = {str(Path(file).resolve()) for file in files}
    mutants = [
        mutant
        for unit in slither.compilation_units
        for contract in unit.contracts
        if contract.source_mapping.filename.absolute in wanted and not contract.is_interface
        for operator in operators()
        for mutant in mutants_of(unit, contract, operator)
    ]
    json.dump(mutants, sys.stdout)
    return 0


def operators() -> list[type[AbstractMutator]]:
    """Slither's operators, by name."""
    every = [one for one in vars(all_mutators).values() if isinstance(one, type)]
    return sorted(
        (one for one in every if issubclass(one, AbstractMutator) and one is not AbstractMutator),
        key=lambda one: one.NAME,
    )


def mutants_of(
    unit: Any, contract: Contract, operator: type[AbstractMutator]
) -> list[dict[str, Any]]:
    """What one operator makes of one contract: bytes of its file, and what stands there instead."""
    for function in contract.functions_and_modifiers_declared:
        for variable in function.local_variables:  # what `catch` binds has no expression
            variable.initialized = variable.initialized and variable.expression is not None
    maker = operator(unit, 0, "", "", contract, None, False, Path(), [])
    made = maker._mutate().get("patches", {})
    return [
        {
            "operator": operator.NAME,
            "contract": contract.name,
            "file": str(Path(file).resolve().relative_to(Path.cwd())),
            "line": patch["line_number"],
            "start": patch["start"],
            "end": patch["end"],
            "old": patch["old_string"],
            "new": patch["new_string"],
        }
        for file, patches in made.items()
        for patch in patches
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
