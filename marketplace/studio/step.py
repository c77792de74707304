"""Run one step as a job: what passes is tried again, what does not is told to the artist."""

import time
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from procrastinate import App, BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.exceptions import JobAborted
from procrastinate.jobs import Job
from sqlalchemy.orm import Session

from generation.errors import GenerationError
from marketplace import log
from marketplace.adapters.chain import NodeRefused, NodeSlow, NodeUnreachable
from marketplace.adapters.easel import EaselFault, RendererDied
from marketplace.adapters.ipfs.error import NodeRefused as StoreNodeRefused
from marketplace.adapters.ipfs.error import StoreError, StoreFull, StoreSlow, StoreUnreachable
from marketplace.adapters.renderer import Render, Sketch
from marketplace.db import AWAY, unit
from marketplace.resemblance import compare as comparing
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.compare import Bench
from marketplace.studio import commission as commissions
from marketplace.studio import job as jobs
from marketplace.studio import making, musing, relay, verification
from marketplace.studio import sketch as sketches
from marketplace.studio.making import StepFailed
from marketplace.studio.workshop import Workshop

# Somebody else's trouble, which ends; about eight minutes of patience.
PASSING: Final = (
    *AWAY,
    NodeRefused,
    NodeSlow,
    NodeUnreachable,
    StoreFull,
    StoreNodeRefused,
    StoreSlow,
    StoreUnreachable,
)
FINAL: Final = (StepFailed, GenerationError, StoreError, RendererDied, EaselFault)
MOST_ATTEMPTS: Final = 10
MOST_CRASHES: Final = 3  # of one rendering: what crashes thrice will crash again
LONGEST_PAUSE_SECONDS: Final = 60

_log = log.get(__name__)

Step = Callable[[JobContext, UUID], None]


class Patience(BaseRetryStrategy):
    """Try again after a growing pause; after a shutdown, at once."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, JobAborted):
            return RetryDecision(retry_in={"seconds": 0})
        if job.attempts + 1 >= MOST_ATTEMPTS:
            return None
        return RetryDecision(retry_in={"seconds": min(2**job.attempts, LONGEST_PAUSE_SECONDS)})


def register(app: App, workshop: Workshop) -> None:
    """Make the studio's steps known to a worker."""
    bench = Bench(workshop.units, workshop.store, workshop.imprint, workshop.attester)
    steps: dict[str, Step] = {
        jobs.RENDER: lambda context, id_: making.render(
            workshop, _renderer(workshop, context), id_, _stopper(context)
        ),
        jobs.SKETCH: lambda context, id_: sketches.draw(
            workshop, _sketcher(workshop, context), id_, _stopper(context)
        ),
        jobs.VERIFY: lambda context, id_: verification.make_again(workshop, id_, _stopper(context)),
        jobs.FIND: lambda context, id_: musing.find(workshop, id_, _stopper(context)),
        resemblances.COMPARE: lambda _, id_: comparing.compare(bench, id_),
        resemblances.RENEW: lambda _, id_: comparing.renew(bench, id_),
        jobs.PIN: lambda _, id_: making.pin(workshop, id_),
        jobs.SEND: lambda _, id_: relay.send(workshop, id_),
        jobs.CONFIRM: lambda _, id_: relay.confirm(workshop, id_),
    }
    for name, step in steps.items():
        app.task(name=name, queue=jobs.QUEUES[name], pass_context=True, retry=Patience())(
            _guarded(name, step, workshop)
        )


def give_up(session: Session, arguments: Mapping[str, Any], reason: str) -> None:
    """Say for good why a job's step could not be done, whatever it was about."""
    if sketch := arguments.get(jobs.SUBJECTS[jobs.SKETCH]):
        sketches.fail(session, UUID(sketch), reason)
    elif sheet := arguments.get(jobs.SUBJECTS[jobs.FIND]):
        musing.fail(session, UUID(sheet), reason)
    elif asked := arguments.get(jobs.SUBJECTS[jobs.VERIFY]):
        verification.fail(session, UUID(asked), reason)
    elif check := arguments.get(jobs.SUBJECTS[resemblances.COMPARE]):
        resemblances.fail(session, UUID(check), reason)
    elif jobs.SUBJECTS[resemblances.RENEW] in arguments:
        pass  # the older imprint stays, and is found again by the next round
    else:
        commissions.fail(session, UUID(arguments[jobs.COMMISSION]), reason)


def _guarded(name: str, step: Step, workshop: Workshop) -> Callable[..., None]:
    def run(context: JobContext, **subject: str) -> None:
        (id_,) = map(UUID, subject.values())
        attempts = context.job.attempts + 1
        begun = time.monotonic()
        try:
            step(context, id_)
            seconds = round(time.monotonic() - begun, 3)
            _log.info("step_done", step=name, seconds=seconds, **subject)
        except JobAborted:
            raise
        except Exception as error:
            if attempts < _most_attempts(error):
                _log.warning("step_waits", step=name, error=str(error), **subject)
                raise
            _log.error("step_failed", step=name, exc_info=error, **subject)
            with unit(workshop.units) as session:
                give_up(session, subject, _reason(error))

    return run


def _most_attempts(error: Exception) -> int:
    """How often a step is begun that ends like this."""
    if isinstance(error, RendererDied):
        return MOST_CRASHES
    return MOST_ATTEMPTS if isinstance(error, PASSING) else 1


def _reason(error: Exception) -> str:
    """What the artist reads; a fault nobody foresaw keeps its details in our log."""
    if isinstance(error, AWAY):
        return "the database did not answer for too long; try again"
    if isinstance(error, (*PASSING, *FINAL)):
        return str(error)
    return f"a fault of ours ({type(error).__name__}), which is logged; try again"


def _renderer(workshop: Workshop, context: JobContext) -> Render:
    is_gpu = context.job.queue == jobs.GPU_QUEUE
    return workshop.render_on_gpu or workshop.render if is_gpu else workshop.render


def _sketcher(workshop: Workshop, context: JobContext) -> Sketch:
    is_gpu = context.job.queue == jobs.GPU_QUEUE
    return workshop.sketch_on_gpu if is_gpu else workshop.sketch


def _stopper(context: JobContext) -> Callable[[], None]:
    def check() -> None:
        if context.should_abort():
            raise JobAborted

    return check
