"""Fetch what the audit bench runs: forge, and an environment for Slither and halmos."""

from pathlib import Path

from tools.setup.fault import SetupFault
from tools.setup.node import version
from tools.setup.place import BIN, NPM, ROOT, run, works
from tools.setup.python import make

FOLDER = ROOT / "tools" / "audit"
PYTHON = ROOT / ".venv-audit" / "bin" / "python"


def install_forge() -> str:
    """Forge, apart from what the marketplace needs to run."""
    # No lock: it would name builds for machines of other kinds, and not every mirror has those.
    run(
        "forge",
        NPM,
        "install",
        "--no-audit",
        "--ignore-scripts",
        "--no-package-lock",
        folder=FOLDER,
    )
    forge = _forge()
    if forge is None or not works(forge, "--version"):
        raise SetupFault(
            "npm brought no forge that runs on this machine.",
            "Forge exists for Linux, macOS and Windows on x86-64 and for arm64; see "
            ".setup/log/forge.log.",
        )
    link = BIN / "forge"
    link.unlink(missing_ok=True)
    link.symlink_to(forge)
    return version(str(forge))


def make_environment() -> str:
    """Slither and halmos."""
    made = make("audit", PYTHON)
    run("audit", PYTHON, "-m", "pip", "install", "-r", ROOT / "requirements-audit.txt")
    return made


def _forge() -> Path | None:
    found = FOLDER.glob("node_modules/@foundry-rs/forge-*/bin/forge*")
    return next(iter(sorted(found)), None)
