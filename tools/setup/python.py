"""Make the two Python environments: the product's, and Brownie's, whose pins suit no other."""

import shutil
import sys
from pathlib import Path

from tools.setup.fault import SetupFault
from tools.setup.place import BROWNIE_PYTHON, PYTHON, ROOT, run, works

TORCH = "torch==2.13.0"
NEEDED_BYTES = 4 << 30


def check_machine() -> None:
    """Refuse early, and in words, what could only fail later."""
    try:
        import ensurepip
        import venv
    except ImportError as error:
        raise SetupFault(
            f"This Python ({sys.executable}) cannot make environments: {error}.",
            "On Debian and Ubuntu: apt-get install python3-venv.",
        ) from error
    del ensurepip, venv
    free = shutil.disk_usage(ROOT).free
    if not PYTHON.exists() and free < NEEDED_BYTES:
        raise SetupFault(
            f"{ROOT} has {free >> 20} MiB free; a first set-up needs about {NEEDED_BYTES >> 20}.",
            "Make room, or clone into a larger disk.",
        )


def make_product() -> str:
    """An empty environment for the product."""
    return make("python", PYTHON)


def make_brownie() -> str:
    """Brownie and all that it pins."""
    made = make("brownie", BROWNIE_PYTHON)
    run("brownie", BROWNIE_PYTHON, "-m", "pip", "install", "-r", ROOT / "requirements-brownie.txt")
    return made


def install_torch() -> str:
    """PyTorch: the tried version, unless one is there."""
    if works(PYTHON, "-c", "import torch"):
        return "one is there"
    run("torch", PYTHON, "-m", "pip", "install", TORCH)
    return TORCH


def install_product() -> str:
    """The product itself, editable, with what its checks and tests need."""
    run("packages", PYTHON, "-m", "pip", "install", "-e", f"{ROOT}[dev]")
    return "atelier with its tools"


def install_adapters() -> str:
    """What works with an operator's own models; the tests make tiny ones."""
    run("adapters", PYTHON, "-m", "pip", "install", "-e", f"{ROOT}[dev,adapters]")
    return "diffusers and transformers"


def make(name: str, python: Path) -> str:
    """An environment with pip, made afresh if the one there is broken."""
    version = ".".join(map(str, sys.version_info[:3]))
    if not works(python, "-m", "pip", "--version"):
        run(name, sys.executable, "-m", "venv", "--clear", python.parents[1])
    return f"Python {version}"
