"""Find what set-up put into the checkout: its root, the chain, Brownie."""

import shutil
from pathlib import Path

from marketplace.runtime.error import PartMissing

ROOT = Path(__file__).resolve().parents[2]


def anvil() -> Path:
    """The chain's own binary: npm's launcher around it would not pass on every signal."""
    for path in sorted(ROOT.glob("node_modules/@foundry-rs/anvil-*/bin/anvil*")):
        return path
    if found := shutil.which("anvil"):
        return Path(found)
    raise PartMissing("Anvil, the local chain,", ROOT / "node_modules" / "@foundry-rs")


def brownie() -> Path:
    """The wrapper that runs Brownie from the checkout alone."""
    path = ROOT / "tools" / "brownie"
    if not (ROOT / ".venv-brownie" / "bin" / "brownie").exists():
        raise PartMissing("Brownie, which deploys the contracts,", ROOT / ".venv-brownie")
    return path
