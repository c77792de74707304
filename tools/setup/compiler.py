"""Put the Solidity compiler where Brownie looks for it: the native one, or a launcher of npm's."""

import os
import shlex
import subprocess
from pathlib import Path

VERSION = "0.8.30"
PROBE_SECONDS = 8
DOWNLOAD_SECONDS = 120

# The list is asked for first, so that a machine without the open internet knows it in seconds.
_DOWNLOAD = f"""
import requests, solcx
from solcx import install
listing = install.BINARY_DOWNLOAD_BASE.format(install._get_os_name(), "list.json")
requests.get(listing, timeout={PROBE_SECONDS}).raise_for_status()
solcx.install_solc({VERSION!r})
"""


def folder(root: Path) -> Path:
    """Where py-solc-x keeps its compilers, inside the checkout."""
    return root / ".setup" / "solcx"


def executable(root: Path) -> Path:
    """The compiler Brownie runs."""
    return folder(root) / f"solc-v{VERSION}"


def install(root: Path, node: Path) -> str:
    """Fetch the native compiler, or write a launcher of npm's; return which."""
    folder(root).mkdir(parents=True, exist_ok=True)
    if _download(root):
        return f"native solc {VERSION}"
    _write_launcher(root, node)
    return f"solc {VERSION} of npm (no native one to be had)"


def _download(root: Path) -> bool:
    """Whether py-solc-x could fetch a compiler that runs here."""
    executable(root).unlink(missing_ok=True)
    python = root / ".venv-brownie" / "bin" / "python"
    environment = {**os.environ, "SOLCX_BINARY_PATH": str(folder(root))}
    try:
        subprocess.run(
            [python, "-c", _DOWNLOAD],
            env=environment,
            capture_output=True,
            timeout=DOWNLOAD_SECONDS,
            check=True,
        )
        return VERSION in _version([str(executable(root))])
    except (subprocess.SubprocessError, OSError):
        executable(root).unlink(missing_ok=True)
        return False


def _write_launcher(root: Path, node: Path) -> None:
    """Write a launcher that knows its version by heart; Brownie asks before every compilation."""
    script = root / "tools" / "solc.mjs"
    version = _version([str(node), str(script)])
    target = executable(root)
    fresh = target.with_name("launcher.new")
    fresh.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = --version ]; then printf "%s\\n" {shlex.quote(version)}; exit 0; fi\n'
        f'exec {shlex.quote(str(node))} {shlex.quote(str(script))} "$@"\n'
    )
    fresh.chmod(0o755)
    fresh.replace(target)


def _version(command: list[str]) -> str:
    answer = subprocess.run(
        [*command, "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    return answer.stdout.strip()
