"""Play the whole way of one work, in order, and tell what happened."""

from collections.abc import Iterable
from contextlib import ExitStack

from generation.recipe import compose
from marketplace.adapters.renderer import render
from marketplace.journey import admission, making, proof, sale
from marketplace.journey.cast import Cast
from marketplace.journey.person import Person
from marketplace.journey.piece import Piece
from marketplace.journey.record import OnStep, Record
from marketplace.journey.stage import Stage
from marketplace.journey.story import Story


def play(stage: Stage, cast: Cast, piece: Piece, on_step: OnStep = lambda _: None) -> Story:
    """Application, votes, rendering, mint, listing, sale and proof, with real signatures.

    Raises:
        JourneyError: the marketplace or the chain refused, was late, or promised what is not so.
    """
    record = Record(on_step)
    with ExitStack() as stack:
        artist, collector, *members = (
            stack.enter_context(Person(account, stage))
            for account in (cast.artist, cast.collector, *cast.members)
        )
        everybody = (artist, collector, *members)
        record.done(
            "sign_in",
            f"artist, collector and {len(members)} members sign in with their wallets",
            lambda: _sign_in(everybody),
        )
        pictures = record.done(
            "studies", "the artist paints three studies for the dossier", lambda: _studies(piece)
        )
        application = admission.apply(artist, piece, pictures, record)
        admission.decide(members, application, stage, record)
        made = making.commission(artist, piece, record)
        making.mint(artist, made, piece, stage, record)
        work = made["metadata_cid"]
        sold = sale.sell(artist, collector, work, piece, stage, record)
        proven = proof.prove(collector, int(made["token_id"]), stage, record)
    return Story(record.steps, sold, proven)


def _sign_in(everybody: Iterable[Person]) -> None:
    for person in everybody:
        person.sign_in()


def _studies(piece: Piece) -> list[bytes]:
    recipes = (compose("painter", study.parameters, seed=study.seed) for study in piece.studies)
    return [render(recipe).png for recipe in recipes]
