"""Look at every part that Atelier needs, from Python to the ports."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from marketplace.config import Settings
from marketplace.runtime import chain, checkout, contracts, deploy, herald, migrate, running, secret
from marketplace.runtime.error import SETUP, DiskFull, PartMissing, PortTaken, RuntimeFault
from marketplace.runtime.finding import Check, Finding, Resting, examine
from marketplace.runtime.postgres import Postgres, binary
from marketplace.runtime.running import Running
from marketplace.runtime.store import try_store

NEEDED_BYTES = 512 << 20
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
START = "it starts with `atelier up`"


def diagnose(settings: Settings) -> list[Finding]:
    """All findings, in the order in which parts build on each other."""
    found = running.find(settings.data)
    kept = checkout.ROOT / ".setup"
    return examine(
        (
            Check("python", _python, "install Python 3.11 or newer"),
            Check("node", lambda: _version(kept / "bin" / "node", "Node"), SETUP),
            Check("anvil", lambda: _version(checkout.anvil(), "Anvil"), SETUP),
            Check("compiler", lambda: _compiler(kept / "solcx"), SETUP),
            Check("brownie", lambda: _version(checkout.brownie(), "Brownie"), SETUP),
            Check("torch", _torch, "run `make setup`, or `.venv/bin/pip install torch`"),
            Check("pages", _pages, SETUP),
            Check("database", lambda: _database(settings, found), "run `atelier migrate`"),
            Check("chain", lambda: _chain(settings, found), "run `atelier up`"),
            Check("code", _asking(contracts.check_code, settings, found), "deploy again"),
            Check("wires", _asking(contracts.check_wires, settings, found), "deploy again"),
            Check("rights", _asking(contracts.check_rights, settings, found), "deploy again"),
            Check(
                "herald", lambda: herald.look(_database_url(settings, found)), "run `atelier up`"
            ),
            Check("relayer", lambda: secret.relayer(settings), "run `atelier up`"),
            Check("attester", lambda: secret.attester(settings), "put another key there"),
            Check("manifests", lambda: secret.manifests(settings), "put a certificate there"),
            Check("ipfs", lambda: _ipfs(settings), "start the node, or unset ATELIER_IPFS_API"),
            Check("disk", lambda: _disk(settings.data), "choose another folder: ATELIER_DATA"),
            Check("browser", _browser, "run `make test` once"),
            Check("ports", lambda: _ports(settings, found), "choose others: ATELIER_PORT"),
        )
    )


def _python() -> str:
    return f"Python {platform.python_version()} ({sys.executable})"


def _version(program: Path, name: str) -> str:
    if not program.exists():
        raise PartMissing(name, program)
    answer = subprocess.run(
        [program, "--version"], capture_output=True, text=True, timeout=60, check=False
    )
    found = re.search(r"\d+\.\d+\.\d+", answer.stdout)
    if answer.returncode or found is None:
        said = (answer.stderr or answer.stdout).strip().splitlines()
        raise RuntimeFault(f"{name} does not run: {said[-1] if said else 'it said nothing'}", SETUP)
    return f"{name} {found.group()}"


def _compiler(folder: Path) -> str:
    program = next(iter(sorted(folder.glob("solc-v*"))), folder / "solc")
    kind = "npm's, behind a launcher" if program.stat().st_size < 1 << 16 else "native"
    return f"{_version(program, 'solc')} ({kind})"


def _torch() -> str:
    import torch

    if float(torch.ones(4, 4).matmul(torch.ones(4, 4)).sum()) != 64.0:
        raise RuntimeFault("torch multiplies wrongly", "install another build of torch")
    where = "with CUDA" if torch.cuda.is_available() else "on the CPU"
    return f"torch {torch.__version__} {where}, {torch.get_num_threads()} threads"


def _pages() -> str:
    bundle = checkout.ROOT / "marketplace" / "web" / "static" / "dist"
    files = sorted(bundle.glob("*.js"))
    if not files:
        raise PartMissing("the pages' bundle", bundle)
    return f"{len(files)} scripts bundled"


def _database_url(settings: Settings, found: Running | None) -> str | None:
    return settings.database_url or (found.database_url if found else None)


def _database(settings: Settings, found: Running | None) -> str:
    url = _database_url(settings, found)
    if url is None:
        server = Postgres(settings.data / "postgres")
        if not server.is_running():
            binary("postgres")
            raise Resting(f"embedded PostgreSQL, in {server.folder}; {START}")
        url = server.url()
    at, expected = migrate.current(url), migrate.expected()
    if at != expected:
        said = f"tables are at {', '.join(at) or 'no revision'}, code wants {', '.join(expected)}"
        raise RuntimeFault(said, "run `atelier migrate`")
    version = migrate.pgvector(url)
    return f"PostgreSQL answers, with pgvector {version}; tables at {', '.join(at)}"


def _chain(settings: Settings, found: Running | None) -> str:
    url = _rpc_url(settings, found)
    if url is None:
        raise Resting(f"embedded Anvil, on port {settings.chain_port}; {START}")
    deploy.check_chain(url, settings.deployment)
    if not deploy.is_deployed(url, settings.deployment):
        said = f"no code where {settings.deployment} says the contracts are"
        raise RuntimeFault(said, "run `make deploy`, or remove that file and run `atelier up`")
    facts = deploy.read(settings.deployment)
    return f"chain {facts['chain_id']}; {len(facts['contracts'])} contracts are there"


def _asking(
    look: Callable[[str, Path], str], settings: Settings, found: Running | None
) -> Callable[[], str]:
    """A look at the contracts, where there is a chain to ask."""

    def ask() -> str:
        url = _rpc_url(settings, found)
        if url is None:
            raise Resting(f"no chain to ask; {START}")
        return look(url, settings.deployment)

    return ask


def _rpc_url(settings: Settings, found: Running | None) -> str | None:
    return settings.rpc_url or (found.rpc_url if found else None)


def _ipfs(settings: Settings) -> str:
    if settings.ipfs_api is None and not (settings.data / "ipfs").exists():
        raise Resting(f"embedded store, in {settings.data / 'ipfs'}; {START}")
    try_store(settings)
    where = f"node at {settings.ipfs_api}" if settings.ipfs_api else "embedded store"
    return f"{where} adds and reads"


def _disk(data: Path) -> str:
    place = next(path for path in (data, *data.parents) if path.exists())
    free = shutil.disk_usage(place).free
    if free < NEEDED_BYTES:
        raise DiskFull(place, free, NEEDED_BYTES)
    if not os.access(place, os.W_OK):
        raise RuntimeFault(f"{place} may not be written", "give it to whoever runs Atelier")
    return f"{free >> 30} GiB free in {place}"


def _browser() -> str:
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise Resting("no Chromium here; only tests need one", "`make test` fetches it")


def _ports(settings: Settings, found: Running | None) -> str:
    wanted = {"ATELIER_PORT": settings.port}
    if settings.rpc_url is None:
        wanted["ATELIER_CHAIN_PORT"] = settings.chain_port
    listed = ", ".join(map(str, wanted.values()))
    if found is not None:
        return f"{listed}: in use by Atelier itself (process {found.pid})"
    for setting, port in wanted.items():
        if not chain.port_is_free(port, settings.host if setting == "ATELIER_PORT" else chain.HOST):
            raise PortTaken("Atelier", port, setting)
    return f"{listed} are free"
