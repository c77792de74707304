"""Name the places of a checkout, and run commands in it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tools.setup.fault import SetupFault, explained

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".setup"
BIN = KEPT / "bin"
LOGS = KEPT / "log"
PYTHON = ROOT / ".venv" / "bin" / "python"
BROWNIE_PYTHON = ROOT / ".venv-brownie" / "bin" / "python"
BROWNIE = ROOT / "tools" / "brownie"
NODE = BIN / "node"
NPM = BIN / "npm"


def run(
    name: str,
    *command: str | Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    seconds: float = 1800,
) -> None:
    """Run one command of a step; its output goes to the step's log, and into the fault."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    shown = " ".join(Path(command[0]).name if not n else str(w) for n, w in enumerate(command))
    with log.open("a") as output:
        output.write(f"$ {shown}\n")
        output.flush()
        try:
            code = subprocess.run(
                [str(word) for word in command],
                cwd=folder,
                env=with_tools(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired as error:
            mend = f"Run the same again; its output is in {log}."
            raise SetupFault(f"`{shown}` took longer than {seconds:.0f} s", mend) from error
    if code:
        raise explained(f"`{shown}`", log)


def works(*command: str | Path, folder: Path = ROOT) -> bool:
    """Whether a command runs and says that all is well."""
    try:
        return (
            subprocess.run(
                [str(word) for word in command],
                cwd=folder,
                env=with_tools(None),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=120,
                check=False,
            ).returncode
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def with_tools(more: Mapping[str, str] | None) -> dict[str, str]:
    """The environment with our node and npm's programs first on the path."""
    path = os.pathsep.join(
        [str(BIN), str(ROOT / "node_modules" / ".bin"), os.environ.get("PATH", "")]
    )
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "NPM_CONFIG_FUND": "false"}
    return {**os.environ, **quiet, **(more or {}), "PATH": path}
