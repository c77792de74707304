"""The options of the command line; what is not said there, the environment says."""

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import FilteringBoundLogger

from indexer.error import Refusal
from indexer.follow import FINALITY

COMMANDS = {
    "run": "follow the chain until stopped (the default)",
    "once": "follow to the node's head and exit",
    "status": "say how far the index is",
    "rebuild": "fill it again beside the old one, compare both, and take the new one",
    "reset": "empty the index; the next run fills it again from the chain",
    "create": "make the tables of contracts of your own (--abis); Atelier's come by migrations",
}

OWN_CONTRACTS = """
any contracts, not only Atelier's:
  --abis FOLDER      <contract>.json for each: its ABI, or a compiler's output around it
  --handlers MODULE  TABLES and HANDLERS in Python: which rows events make; none: `events` alone
  --deployment FILE  {"chain_id": 1, "genesis_hash": "0x...", "block": 123,
                      "contracts": {"<contract>": {"address": "0x..."}}}
"""


def parser() -> argparse.ArgumentParser:
    """Every command and option, with where it is read from if it is not said."""
    found = argparse.ArgumentParser(
        prog="python -m indexer",
        description="Follow contracts' events into PostgreSQL.",
        epilog="\n".join(f"{name:8}{does}" for name, does in COMMANDS.items()) + OWN_CONTRACTS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("command", nargs="?", choices=COMMANDS, default="run")
    _option(found, "--rpc", "ATELIER_RPC_URL", "the node's address, http://...")
    _option(found, "--witnesses", "ATELIER_WITNESS_URLS", "more nodes, that must agree with it")
    _option(found, "--database", "DATABASE_URL", "the database's address, postgresql://...")
    _option(found, "--deployment", "ATELIER_DEPLOYMENT", "the deployment file, JSON")
    _option(found, "--heads", "ATELIER_HEADS_URL", "where to hear of blocks, ws://..., or off")
    _option(found, "--poll", "ATELIER_POLL_SECONDS", "seconds between looks", float, 0.25)
    _option(found, "--confirmations", "ATELIER_CONFIRMATIONS", "blocks to stay behind", int, 0)
    _option(found, "--finality", "ATELIER_FINALITY", "deepest reorg followed", int, FINALITY)
    _option(found, "--metrics", "ATELIER_INDEX_METRICS_PORT", "port for Prometheus to ask", int)
    _option(found, "--log-format", "ATELIER_LOG_FORMAT", "console or json", str, "console")
    found.add_argument("--abis", type=Path, metavar="FOLDER", help="ABIs of other contracts")
    found.add_argument("--handlers", metavar="MODULE", help="what their events become")
    found.add_argument(
        "--partial", action="store_true", help="pass over events that these ABIs do not know"
    )
    found.add_argument("--yes", action="store_true", help="reset without asking")
    return found


def _option(
    parser: argparse.ArgumentParser,
    name: str,
    variable: str,
    says: str,
    kind: type[Any] = str,
    default: Any = None,
) -> None:
    known = f"${variable}" if default is None else f"${variable}, else {default}"
    parser.add_argument(
        name, type=kind, default=os.environ.get(variable) or default, help=f"{says} [{known}]"
    )


def urls(rpc: str | None, witnesses: str | None) -> list[str]:
    """The node to ask first, and those that must agree with it."""
    every = [rpc or "", *(witnesses or "").split(",")]
    return [url.strip() for url in every if url.strip()]


def given(options: argparse.Namespace, name: str) -> str:
    """An option that cannot be done without; Refusal where nobody said it."""
    value: str | None = getattr(options, name)
    if value is None:
        raise Refusal(f"say --{name}, or set it in the environment (see --help)")
    return value


def logger(log_format: str) -> FilteringBoundLogger:
    """Lines for people, or JSON for programs, on standard error."""
    last: Any = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    log: FilteringBoundLogger = structlog.get_logger()
    return log.bind(logger="indexer")
