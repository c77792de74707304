"""Compose the worker process: take the studio's jobs, and those that dead workers left behind."""

import asyncio
import logging
import os
import signal
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NoReturn

from procrastinate import App, PsycopgConnector
from sqlalchemy.orm import Session

from marketplace import log
from marketplace.adapters import imprinter
from marketplace.adapters.easel import Easel, Limits, for_gpu
from marketplace.adapters.renderer import Render
from marketplace.config import DRIVER, ConfigurationError, Settings
from marketplace.curation import queries as curation
from marketplace.db import AWAY, unit
from marketplace.deliverables import credential
from marketplace.deliverables.credential import Credential, CredentialFaulty
from marketplace.gallery import queries as gallery
from marketplace.gallery.learn import learn
from marketplace.parts import Parts, assembled
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.attester import Attester, AttesterFaulty
from marketplace.studio import commission as commissions
from marketplace.studio import job as jobs
from marketplace.studio import queries as studio
from marketplace.studio import sketch as sketches
from marketplace.studio import step, verification
from marketplace.studio.relayer import Relayer
from marketplace.studio.workshop import Workshop
from marketplace.taste.pool import gather
from marketplace.taste.steering import liked
from marketplace.taste.training import train

POLL_SECONDS: Final = 0.25
GRACE_SECONDS: Final = 1.0  # then a rendering is asked to stop, and goes back to the queue
LEAVE_SECONDS: Final = 6.0  # then one that does not listen is left, as by a power cut
MOST_DEATHS: Final = 5
TEND_SECONDS: Final = 3.0
ALONE: Final = timedelta(seconds=60)  # a commission that has no job and should have one
STRANDED_SECONDS: Final = 60.0  # a job for a GPU that nobody took
UNCOMPARED: Final = 4  # comparisons that one look round asks for, of each kind
LIGHT_CONCURRENCY: Final = 4  # light steps mostly wait for a network

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a worker says that it lives, and after which silence it counts as dead."""

    heartbeat_seconds: float = 1.0
    dead_seconds: float = 5.0


def run(settings: Settings, render: Render | None = None, pace: Pace = Pace()) -> None:
    """Work until SIGTERM or SIGINT; a rendering under way is then left for the next worker.

    Renders in a process apart, unless given something to render with.
    """
    logging.getLogger("procrastinate").setLevel(logging.WARNING)  # each step tells more, shorter
    bounds = limits(settings)
    with (
        assembled(settings, "atelier-worker") as parts,
        closing(Easel(bounds)) as easel,
        closing(Easel(for_gpu(bounds))) as gpu,
    ):
        workshop = Workshop(
            parts.units,
            parts.store,
            parts.chain,
            render=render or easel.render,
            sketch=easel.sketch,
            sketch_on_gpu=gpu.sketch,
            render_on_gpu=render or gpu.render,
            again=easel.make_again,
            find=easel.find,
            liked=liked,
            imprint=easel.imprint,
            attester=_attester(settings),
            relayer=_relayer(parts),
            credential=_credential(settings),
        )
        asyncio.run(_work(parts, workshop, pace))


def limits(settings: Settings) -> Limits:
    """What a rendering may take here; its threads may compute side by side."""
    return Limits(
        memory_mib=settings.render_memory_mib,
        seconds=settings.render_seconds,
        cpu_seconds=settings.render_seconds * (os.cpu_count() or 1),
    )


async def _work(parts: Parts, workshop: Workshop, pace: Pace) -> None:
    queues = _queues(parts.settings)
    conninfo = "postgresql://" + parts.settings.database.removeprefix(DRIVER)
    app = App(connector=PsycopgConnector(conninfo=conninfo, min_size=2, max_size=8))
    step.register(app, workshop)
    async with app.open_async():
        tasks = [
            asyncio.create_task(_serve(app, queue, concurrency, pace))
            for queue, concurrency in queues.items()
        ]
        tasks.append(asyncio.create_task(_rescue(app, workshop, pace)))
        tasks.append(asyncio.create_task(_tend(parts)))
        _on_stop(tasks)
        _log.info("worker_ready", queues=list(queues))
        done, left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in left:  # whatever ended one of them ends all
            task.cancel()
        outcomes = await asyncio.gather(*done, *left, return_exceptions=True)
    _log.info("worker_stopped")
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome


def _queues(settings: Settings) -> dict[str, int]:
    """What this worker serves, and how many of each at once."""
    return {
        jobs.RESOURCES[name]: (
            LIGHT_CONCURRENCY if name == jobs.LIGHT else settings.worker_renderings
        )
        for name in settings.serves
    }


async def _serve(app: App, queue: str, concurrency: int, pace: Pace) -> None:
    await app.run_worker_async(
        queues=[queue],
        name=queue,
        concurrency=concurrency,
        fetch_job_polling_interval=POLL_SECONDS,
        shutdown_graceful_timeout=GRACE_SECONDS,
        update_heartbeat_interval=pace.heartbeat_seconds,
        stalled_worker_timeout=pace.dead_seconds,
        delete_jobs="successful",
        install_signal_handlers=False,
    )


async def _rescue(app: App, workshop: Workshop, pace: Pace) -> None:
    """Give the jobs of workers that were killed to those that live, but not for ever."""
    while True:
        with suppress(*AWAY):  # the database is away; the next round finds it again
            await app.job_manager.prune_stalled_workers(pace.dead_seconds)
            for job in await app.job_manager.get_stalled_jobs(
                seconds_since_heartbeat=pace.dead_seconds
            ):
                _log.warning("job_rescued", task=job.task_name, attempts=job.attempts)
                if job.attempts >= MOST_DEATHS:
                    await asyncio.to_thread(_give_up, workshop, job.task_kwargs)
                await app.job_manager.retry_job(job)
        await asyncio.sleep(pace.heartbeat_seconds)


async def _tend(parts: Parts) -> None:
    """Now and then: commissions without a job, metadata from elsewhere, pictures not measured."""
    while True:
        with suppress(*AWAY):  # the database is away; the next round finds it again
            await asyncio.to_thread(_look_round, parts, datetime.now(UTC))
        await asyncio.sleep(TEND_SECONDS)


def _look_round(parts: Parts, now: datetime) -> None:
    with unit(parts.units) as session:
        if lost := commissions.sweep(session, now - ALONE):
            _log.warning("commissions_swept", count=lost)
        if stranded := jobs.reclaim(session, STRANDED_SECONDS):
            _log.warning("sketches_reclaimed", count=stranded)
        sketches.expire(session, now)
        verification.forget(session, now)
        _have_compared(session)
    learn(parts.units, parts.store, now)
    gather(parts.units, parts.store, now)
    if digest := train(parts, now):
        _log.info("taste_trained", model=digest)


def _have_compared(session: Session) -> None:
    """Ask for a few comparisons that nobody asked for: what was there before, or came by chain."""
    curation.ask_to_compare(session, UNCOMPARED)
    studio.ask_to_compare(session, UNCOMPARED)
    gallery.ask_to_compare(session, UNCOMPARED)
    resemblances.renew(session, imprinter.FORM, imprinter.model())


def _give_up(workshop: Workshop, arguments: Mapping[str, Any]) -> None:
    reason = f"the worker died {MOST_DEATHS} times over this step; try again with other choices"
    with unit(workshop.units) as session:
        step.give_up(session, arguments, reason)


def _credential(settings: Settings) -> Credential:
    try:
        return credential.ensure(settings.c2pa_file)
    except CredentialFaulty as fault:
        raise ConfigurationError(f"ATELIER_C2PA_FILE: {fault}") from fault


def _attester(settings: Settings) -> Attester:
    try:
        return Attester.ensure(settings.attester_key_file)
    except AttesterFaulty as fault:
        raise ConfigurationError(f"ATELIER_ATTESTER_KEY_FILE: {fault}") from fault


def _relayer(parts: Parts) -> Relayer:
    return Relayer.load(
        parts.settings.relayer_key_file, parts.contracts["Artwork"], parts.deployment.chain_id
    )


def _on_stop(tasks: list[asyncio.Task[None]]) -> None:
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for task in tasks:
            task.cancel()
        loop.call_later(LEAVE_SECONDS, _leave)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)


def _leave() -> NoReturn:
    """Go without the thread that still draws; its job is rescued like a dead worker's."""
    _log.warning("worker_left", reason=f"a step went on for {LEAVE_SECONDS} s after the signal")
    os._exit(0)
