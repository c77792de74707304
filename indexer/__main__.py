"""The command line: `python -m indexer [run|once|status|rebuild|reset]`."""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import psycopg
import structlog
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import ArgumentError, DBAPIError
from structlog.typing import FilteringBoundLogger

from indexer import store
from indexer.abi import Deployment
from indexer.agreement import ask
from indexer.bell import Bell, heads_url
from indexer.error import ForkTooDeep, IndexerError, Refusal
from indexer.follow import FINALITY, Follower
from indexer.metrics import Metrics, served
from indexer.models import Chain, Event
from indexer.rebuild import Compared, rebuild
from indexer.run import run, sweep_seldom, sync
from indexer.stop import Stop

COMMANDS = {
    "run": "follow the chain until stopped (the default)",
    "once": "follow to the node's head and exit",
    "status": "say how far the index is",
    "rebuild": "fill it again beside the old one, compare both, and take the new one",
    "reset": "empty the index; the next run fills it again from the chain",
}
ATTEMPTS = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command; 0 when it is done, 1 when something must be mended first."""
    options = _parser().parse_args(arguments)
    log = _logger(options.log_format)
    # Every change is one transaction, so leaving at any moment is a clean stop.
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    try:
        engine = store.connect(_given(options, "database"))
        return _do(options, engine, log, stop)
    except BaseException as error:
        if stop.is_asked:
            log.info("stopped")
            return 0
        return _explain(error, log)


def _explain(error: BaseException, log: FilteringBoundLogger) -> int:
    """Say what must be mended; what nobody foresaw goes on as it is."""
    match error:
        case ForkTooDeep():
            log.critical("chain reorganised below finality", reason=str(error))
        case IndexerError() | ValueError() | ArgumentError():
            log.error(type(error).__name__, reason=str(error))
        case DBAPIError() | psycopg.Error():
            log.error("database", reason=str(getattr(error, "orig", error)))
        case _:
            raise error
    return 1


def _do(options: argparse.Namespace, engine: Engine, log: FilteringBoundLogger, stop: Stop) -> int:
    match options.command:
        case "status":
            return status(engine, _urls(options.rpc, options.witnesses))
        case "reset":
            return reset(engine, is_sure=options.yes)
    sweep_seldom()
    deployment = Deployment.load(_given(options, "deployment"))
    urls = _urls(_given(options, "rpc"), options.witnesses)
    with ask(urls) as node:
        follower = Follower(node, engine, deployment, options.confirmations, options.finality)
        if options.command == "once":
            step = sync(follower, ATTEMPTS, log)
            log.info("in step with the node", block=step.head.number)
        elif options.command == "rebuild":
            tell(rebuild(engine, lambda one: sync(replace(follower, engine=one), ATTEMPTS, log)))
        else:
            log.info("following", node=node.name, chain=deployment.chain_id)
            metrics, heads = Metrics(), heads_url(urls[0], options.heads)
            with served(metrics, options.metrics), Bell(heads, log) as bell:
                run(follower, bell, metrics, options.poll, log, stop)
    return 0


def status(engine: Engine, urls: list[str]) -> int:
    """Print where the index and, if they can be asked, the nodes are."""
    store.check_tables(engine)
    with engine.connect() as connection:
        chain = connection.execute(select(Chain.__table__)).one_or_none()
        events = connection.scalar(select(func.count()).select_from(Event)) or 0
    if chain is None:
        print("The index is empty.")
        return 0
    print(f"chain       {chain.chain_id}")
    print(f"head        block {chain.head_number} ({chain.head_hash})")
    print(f"events      {events}")
    print(f"safe        block {chain.safe_number}")
    print(f"final       block {chain.finalized_number}")
    if urls:
        with ask(urls) as node:
            latest = node.tips().latest.number
        print(f"node        block {latest} ({max(0, latest - chain.head_number)} ahead)")
    return 0


def tell(tables: Sequence[Compared]) -> None:
    """Print each table's rows and digest, and which were not what the chain says."""
    for table in tables:
        verdict = "the same" if table.is_same else "differed"
        print(f"{table.name:24}{table.rows:>10}  {table.sha256}  {verdict}")
    wrong = sum(not table.is_same for table in tables)
    print(f"{wrong} tables were replaced" if wrong else "byte for byte the same")


def reset(engine: Engine, *, is_sure: bool) -> int:
    """Empty the index, once somebody said so."""
    store.check_tables(engine)
    if not is_sure:
        answer = input("Empty the index? The chain fills it again on the next run. [y/N] ")
        if answer.strip().lower() not in ("y", "yes"):
            print("Nothing was changed.")
            return 1
    store.reset(engine)
    print("The index is empty.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m indexer",
        description="Follow the contracts' events into PostgreSQL.",
        epilog="\n".join(f"{name:8}{does}" for name, does in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="run")
    _option(parser, "--rpc", "ATELIER_RPC_URL", "the node's address, http://...")
    _option(parser, "--witnesses", "ATELIER_WITNESS_URLS", "more nodes, that must agree with it")
    _option(parser, "--database", "DATABASE_URL", "the database's address, postgresql://...")
    _option(parser, "--deployment", "ATELIER_DEPLOYMENT", "the deployment file, JSON")
    _option(parser, "--heads", "ATELIER_HEADS_URL", "where to hear of blocks, ws://..., or off")
    _option(parser, "--poll", "ATELIER_POLL_SECONDS", "seconds between looks", float, 0.25)
    _option(parser, "--confirmations", "ATELIER_CONFIRMATIONS", "blocks to stay behind", int, 0)
    _option(parser, "--finality", "ATELIER_FINALITY", "deepest reorg followed", int, FINALITY)
    _option(parser, "--metrics", "ATELIER_INDEX_METRICS_PORT", "port for Prometheus to ask", int)
    _option(parser, "--log-format", "ATELIER_LOG_FORMAT", "console or json", str, "console")
    parser.add_argument("--yes", action="store_true", help="reset without asking")
    return parser


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


def _urls(rpc: str | None, witnesses: str | None) -> list[str]:
    """The node to ask first, and those that must agree with it."""
    every = [rpc or "", *(witnesses or "").split(",")]
    return [url.strip() for url in every if url.strip()]


def _given(options: argparse.Namespace, name: str) -> str:
    value: str | None = getattr(options, name)
    if value is None:
        raise Refusal(f"say --{name}, or set it in the environment (see --help)")
    return value


def _logger(log_format: str) -> FilteringBoundLogger:
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


if __name__ == "__main__":
    sys.exit(main())
