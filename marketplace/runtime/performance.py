"""Have the demo identities play one work's whole way in an installation that runs."""

from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from marketplace.config import DRIVER, Settings
from marketplace.runtime.error import RuntimeFault
from marketplace.runtime.tell import Teller

if TYPE_CHECKING:
    from marketplace.journey.record import OnStep
    from marketplace.journey.story import Story

DEMO_NEEDS = "the demo's keys are everybody's, so it plays on the embedded chain only"


class JourneyStopped(RuntimeFault):
    """The marketplace did not do its part; the message says where."""


def perform(settings: Settings, on_step: "OnStep") -> "Story":
    """Play "On Wings of Song" from application to sale through the public API."""
    # The renderer and the wallets weigh a second; whoever does not play does not wait for them.
    from indexer.abi import Deployment
    from marketplace.adapters.chain import Chain, ChainError
    from marketplace.journey.cast import development_cast
    from marketplace.journey.error import JourneyError
    from marketplace.journey.piece import on_wings_of_song
    from marketplace.journey.play import play
    from marketplace.journey.stage import Stage

    if not settings.development:
        raise JourneyStopped(DEMO_NEEDS, "unset ATELIER_RPC_URL and DATABASE_URL to play it")
    try:
        with Chain(settings.rpc) as chain:
            stage = Stage(settings.public_url, chain, Deployment.load(settings.deployment))
            return play(stage, development_cast(), on_wings_of_song(), on_step)
    except (JourneyError, ChainError) as error:
        logs = settings.data / "log"
        raise JourneyStopped(f"the journey stopped: {error}", f"read the logs in {logs}") from error


def hang_first_work(settings: Settings, tell: Teller) -> None:
    """In a marketplace without works, play once; a journey that stops is told and stops nothing."""
    if has_works(settings.database):
        return
    from marketplace.journey.tell import step

    tell.console.print('\n"On Wings of Song", from application to sale:')
    try:
        perform(settings, lambda told: step(tell.console, told))
    except JourneyStopped as error:
        tell.say(str(error))


def has_works(database_url: str) -> bool:
    """Whether the index knows a work."""
    with psycopg.connect("postgresql://" + database_url.removeprefix(DRIVER)) as connection:
        found = connection.execute(sql.SQL("SELECT EXISTS (SELECT FROM works)")).fetchone()
    return bool(found and found[0])
