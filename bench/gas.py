"""Measure what each act costs on the chain, on a fresh Anvil with the contracts as deployed.

    .venv/bin/python bench/gas.py

writes `bench/results/gas.json` (act -> gas) and `bench/results/code_size.json` (contract -> bytes)
and prints them beside our targets and what the same act costs elsewhere. It fails when a target is
missed, a contract is too long, or an act costs more among 10,000 works than beside one.
"""

import json
import sys
import tempfile
from pathlib import Path

from onchain.acts import AFTER_CURATING, curating
from onchain.scale import scaling, uneven
from onchain.stage import ROOT, anvil, deployed
from onchain.table import missed, oversized, print_gas, print_sizes

RESULTS = ROOT / "bench" / "results"


def main() -> int:
    """Play every act once, write the figures, print them; fail where one is not as it should be."""
    with tempfile.TemporaryDirectory() as folder, anvil() as url:
        stage = deployed(url, Path(folder))
        curating(stage)
        begin = stage.rpc("evm_snapshot")
        for play in AFTER_CURATING:
            play(stage)
        stage.rpc("evm_revert", begin)
        stage.rpc("evm_mine")  # the clock ran on
        scaling(stage)
        gas, sizes = stage.gas, stage.sizes()
    _write("gas", gas)
    _write("code_size", sizes)
    print_gas(gas)
    print_sizes(sizes)
    faults = [
        *(f"{name} costs more than its target" for name in missed(gas)),
        *(f"{name} is too long" for name in oversized(sizes)),
        *(f"{name} depends on how many works there are" for name in uneven(gas)),
    ]
    print("\n" + "\n".join(faults or ["all as it should be"]))
    return int(bool(faults))


def _write(name: str, figures: dict[str, int]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
