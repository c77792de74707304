"""The command line: `python -m indexer [run|once|status|rebuild|reset|create]`."""

import argparse
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace

import psycopg
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import ArgumentError, DBAPIError
from structlog.typing import FilteringBoundLogger

from indexer import store
from indexer.abi import Deployment
from indexer.agreement import ask
from indexer.bell import Bell, heads_url
from indexer.error import ForkTooDeep, IndexerError
from indexer.follow import Follower
from indexer.foreign import digests, subject_of
from indexer.metrics import Metrics, served
from indexer.option import given, logger, parser, urls
from indexer.place import Chain, Event
from indexer.rebuild import Compared, rebuild
from indexer.run import run, sweep_seldom, sync
from indexer.stop import Stop
from indexer.subject import Subject

ATTEMPTS = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command; 0 when it is done, 1 when something must be mended first."""
    options = parser().parse_args(arguments)
    log = logger(options.log_format)
    # Every change is one transaction, so leaving at any moment is a clean stop.
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    try:
        engine = store.connect(given(options, "database"))
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
    subject = _subject(options)
    match options.command:
        case "status":
            return status(engine, subject, urls(options.rpc, options.witnesses))
        case "reset":
            return reset(engine, subject, is_sure=options.yes)
        case "create":
            store.create(engine, subject.every_table)
            return 0
    sweep_seldom()
    known = digests(options.abis) if options.abis else None
    deployment = Deployment.load(given(options, "deployment"), known)
    nodes = urls(given(options, "rpc"), options.witnesses)
    with ask(nodes) as node:
        confirmations, finality = options.confirmations, options.finality
        follower = Follower(node, engine, subject, deployment, confirmations, finality)
        if options.command == "once":
            step = sync(follower, ATTEMPTS, log)
            log.info("in step with the node", block=step.head.number)
        elif options.command == "rebuild":
            tell(_rebuilt(follower, log))
        else:
            log.info("following", node=node.name, chain=deployment.chain_id)
            metrics, heads = Metrics(), heads_url(nodes[0], options.heads)
            with served(metrics, options.metrics), Bell(heads, log) as bell:
                run(follower, bell, metrics, options.poll, log, stop)
    return 0


def _subject(options: argparse.Namespace) -> Subject:
    """The contracts given, or ours; whoever gives some may use the names of our tables."""
    if options.abis:
        return subject_of(options.abis, options.handlers, is_whole=not options.partial)
    from indexer.apply import ATELIER

    return ATELIER


def _rebuilt(follower: Follower, log: FilteringBoundLogger) -> list[Compared]:
    def fill(engine: Engine) -> None:
        sync(replace(follower, engine=engine), ATTEMPTS, log)

    return rebuild(follower.engine, follower.subject.every_table, fill)


def status(engine: Engine, subject: Subject, nodes: list[str]) -> int:
    """Print where the index and, if they can be asked, the nodes are."""
    store.check_tables(engine, subject.every_table)
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
    if nodes:
        with ask(nodes) as node:
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


def reset(engine: Engine, subject: Subject, *, is_sure: bool) -> int:
    """Empty the index, once somebody said so."""
    store.check_tables(engine, subject.every_table)
    if not is_sure:
        answer = input("Empty the index? The chain fills it again on the next run. [y/N] ")
        if answer.strip().lower() not in ("y", "yes"):
            print("Nothing was changed.")
            return 1
    store.reset(engine, subject.every_table)
    print("The index is empty.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
