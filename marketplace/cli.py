"""The command `atelier`: run the marketplace or one part of it, try it, check it."""

import errno
import gc
import json
import os
import sys
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn
from uuid import UUID

import typer
from rich.console import Console

from marketplace import config, log

if TYPE_CHECKING:
    from marketplace.config import Settings

# What a command needs is imported when it runs: `atelier --help` must not wait for torch.

app = typer.Typer(
    help="A marketplace for human-machine art that its own DAO curates.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

studio = typer.Typer(help="Look after the studio's commissions.", no_args_is_help=True)
app.add_typer(studio, name="studio")

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


@app.command()
def up(
    empty: Annotated[
        bool, typer.Option("--empty", help="Do not play the first work into an empty marketplace.")
    ] = False,
) -> None:
    """Run everything: database, chain, contracts, web, worker, index, herald. Ctrl-C ends it."""
    from marketplace.runtime.up import up as run

    run(_settings(), Console(), plays=not empty)


@app.command()
def web() -> None:
    """Run the web process alone."""
    import uvicorn

    from marketplace.app import create_app
    from marketplace.runtime.chain import port_is_free
    from marketplace.runtime.error import PortTaken

    settings = _resolved()
    if not port_is_free(settings.port, settings.host):
        raise PortTaken("the web server", settings.port, "ATELIER_PORT")
    served = create_app(settings)
    gc.collect()
    gc.freeze()  # what lives as long as the process need not be looked at again
    uvicorn.run(
        served,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


@app.command()
def worker(
    serves: Annotated[
        str | None, typer.Option(help="What it serves: some of cpu, gpu, light, with commas.")
    ] = None,
) -> None:
    """Run the worker alone: it renders, pins and relays."""
    from marketplace.worker import run

    run(_resolved(**({"worker_serves": serves} if serves else {})))


@app.command()
def herald() -> None:
    """Run the herald alone: it tells listeners what the index learns."""
    from marketplace.herald import run

    run(_resolved())


class IndexTask(StrEnum):
    """What the index can be asked to do; `python -m indexer --help` says the same."""

    RUN = "run"
    ONCE = "once"
    STATUS = "status"
    REBUILD = "rebuild"


@app.command()
def index(
    task: Annotated[
        IndexTask,
        typer.Argument(help="Follow the chain, or only to its head; say how far; fill it again."),
    ] = IndexTask.RUN,
) -> None:
    """Run the index alone: it follows the chain. Or say how far it is, or fill it again."""
    settings = _resolved()
    # Its address goes by the environment: a command line is everybody's to read.
    environment = {**os.environ, **settings.environment(), "DATABASE_URL": settings.database}
    command = [sys.executable, "-m", "indexer", task.value]
    os.execve(command[0], command, environment)  # noqa: S606 - our own interpreter and module


@app.command()
def demo(as_json: AsJson = False) -> None:
    """Play one work's whole way, from application to sale, and verify its receipt."""
    from marketplace.journey import tell
    from marketplace.runtime.demo import demo as run
    from marketplace.runtime.up import end_on_signals

    end_on_signals()
    console = Console(stderr=as_json)
    story = run(_settings(), console, lambda step: tell.step(console, step))
    if as_json:
        typer.echo(json.dumps(story.as_json(), indent=2))
    else:
        tell.ending(console, story)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Check every part, and say how to mend what is broken."""
    from marketplace.runtime import doctor as examination
    from marketplace.runtime.finding import tell

    findings = examination.diagnose(_settings())
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], indent=2))
    else:
        tell(findings, Console())
    if any(finding.is_broken for finding in findings):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the database's tables to the newest revision."""
    from marketplace.runtime import migrate as migration
    from marketplace.runtime.postgres import Postgres

    settings = _settings()
    embedded = None if settings.database_url else Postgres(settings.data / "postgres")
    if embedded:
        embedded.start()
        embedded.create()
    try:
        migration.upgrade(embedded.url() if embedded else settings.database)
    finally:
        if embedded:
            embedded.stop()
    typer.echo(f"the tables are at revision {', '.join(migration.expected())}")


@app.command()
def verify(
    work: Annotated[
        str,
        typer.Argument(help="A token id, in decimal or hex, or the CID of metadata or folder."),
    ],
    site: Annotated[str | None, typer.Option(help="The IPFS gateway to ask.")] = None,
    rpc: Annotated[str | None, typer.Option(help="The Ethereum node to ask.")] = None,
    contract: Annotated[
        str | None, typer.Option(help="The collection's address, where no deployment is known.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a work from chain and IPFS alone, and render it again.

    Exits 0 where everything holds, 3 where something could not be settled, 1 where it does not
    hold.
    """
    from marketplace.runtime.running import find
    from marketplace.runtime.token import book
    from marketplace.runtime.verify import verify as run

    settings = _settings()
    running = find(settings.data)
    node = rpc or settings.rpc_url or (running.rpc_url if running else None)
    gateway = site or (running.public_url if running else settings.public_url)
    verdict = run(work, gateway, book(node, contract, settings.deployment))
    typer.echo(json.dumps(verdict.as_json(), indent=2) if as_json else verdict.says)
    if verdict.exit_code:
        raise typer.Exit(verdict.exit_code)


@studio.command()
def failed(as_json: AsJson = False) -> None:
    """List the commissions that failed for good, with their reasons."""
    from marketplace.runtime import studio as care
    from marketplace.runtime.running import resolved

    rows = care.failed(resolved(_settings()))
    if as_json:
        typer.echo(json.dumps([row.as_json() for row in rows], indent=2))
        return
    for row in rows:
        typer.echo(f"{row.id}  {row.failed_at:%Y-%m-%d %H:%M}  {row.title}\n  {row.reason}")
    typer.echo(f"{len(rows)} failed" if rows else "nothing failed")


@studio.command()
def retry(
    commissions: Annotated[list[UUID] | None, typer.Argument(help="Their ids.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that failed.")] = False,
) -> None:
    """Start failed commissions again from their last good states."""
    from marketplace.runtime import studio as care
    from marketplace.runtime.running import resolved

    if bool(commissions) == everything:
        raise typer.BadParameter("name the commissions, or say --all")
    for row in care.retry(resolved(_settings()), commissions or []):
        typer.echo(f"{row.id}  {row.title}: started again")


def _settings(**overrides: str) -> "Settings":
    settings = config.load(**overrides)
    log.configure(settings.log_format)
    return settings


def _resolved(**overrides: str) -> "Settings":
    from marketplace.runtime import deploy
    from marketplace.runtime.error import Unreachable
    from marketplace.runtime.running import resolved

    settings = resolved(_settings(**overrides))
    deploy.check_contracts(settings.deployment)
    with suppress(Unreachable):  # a node that is away comes back; another chain never fits
        deploy.check_chain(settings.rpc, settings.deployment)
    return settings


def main() -> None:
    """Run a command; what is wrong with the machine is said in two lines, not in a traceback."""
    from marketplace.runtime.error import RuntimeFault

    try:
        app()
    except RuntimeFault as fault:
        _refuse(fault.message, fault.mend, fault.exit_code)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _refuse(f"the disk is full: {error}", "make room and start again; nothing is lost", 1)
    except config.ConfigurationError as error:
        _refuse(str(error), "correct the environment and try again", 2)


def _refuse(message: str, mend: str, code: int) -> NoReturn:
    console = Console(stderr=True)
    console.print(f"[red]✗[/] {message}", highlight=False, soft_wrap=True)
    console.print(f"  [dim]{mend}[/]", highlight=False, soft_wrap=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
