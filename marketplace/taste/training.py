"""Publish all signed ballots as one set of votes, and train the members' model from it.

What is published is what is trained from: whoever fetches the set by its CID and runs
`python -m generation taste VOTES` gets the very same digest.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from generation import taste
from generation.recipe import canonical_json
from generation.taste import votes
from marketplace.db import Units, unit
from marketplace.parts import Parts
from marketplace.ports import Store
from marketplace.taste import queries
from marketplace.taste.ballot import CONTRACT, DOMAIN
from marketplace.taste.models import Ballot, Model, Picture

PAUSE: Final = timedelta(minutes=10)  # between two trainings, however many ballots come
FEWEST: Final = 20  # choices that make a model


def train(parts: Parts, now: datetime) -> str | None:
    """Train anew where ballots have come since; the digest of a new model, if there is one."""
    with unit(parts.units) as session:
        if not _is_due(session, now):
            return None
        content = assemble(session, parts)
    found = votes.parse(content)
    if len(found.votes) < FEWEST:
        return None
    return _keep(parts.units, parts.store, content, votes.train(found), now)


def assemble(session: Session, parts: Parts) -> bytes:
    """The set of votes as it is published: every ballot whose pictures are measured."""
    ballots = queries.ballots(session)
    names = sorted({name for one in ballots for pair in one.choices for name in pair})
    known = {
        name: one
        for name, one in queries.pictures(session, names).items()
        if one.features is not None and one.features_digest == taste.digest()
    }
    return canonical_json(
        {
            "format": votes.FORMAT,
            "features": taste.digest(),
            "domain": DOMAIN,
            "chain_id": parts.deployment.chain_id,
            "contract": parts.contracts[CONTRACT].address,
            "pictures": {name: one.features for name, one in sorted(known.items())},
            "ballots": [_told(one) for one in _whole(ballots, known)],
        }
    )


def _whole(ballots: Sequence[Ballot], known: dict[str, Picture]) -> list[Ballot]:
    """A ballot counts as it was signed, or not at all."""
    return [one for one in ballots if all(name in known for pair in one.choices for name in pair)]


def _told(one: Ballot) -> dict[str, Any]:
    return {
        "member": one.member,
        "choices": one.choices,
        "nonce": one.nonce,
        "deadline": one.deadline,
        "signature": "0x" + one.signature.hex(),
    }


def _is_due(session: Session, now: datetime) -> bool:
    ballot = queries.newest_ballot(session)
    model = next(iter(queries.models(session, 1)), None)
    if ballot is None:
        return False
    return model is None or (model.trained_at < ballot and model.trained_at < now - PAUSE)


def _keep(units: Units, store: Store, content: bytes, trained: votes.Trained, now: datetime) -> str:
    cid = store.add(content)
    checkpoint = trained.taste.content()
    digest = hashlib.sha256(checkpoint).hexdigest()
    with unit(units) as session:
        query = insert(Model).values(
            digest=digest,
            content=checkpoint,
            votes_cid=str(cid),
            votes_sha256=hashlib.sha256(content).hexdigest(),
            features_digest=trained.taste.features,
            ballots=len(queries.ballots(session)),
            members=trained.members,
            choices=trained.learnt + trained.held_out,
            held_out=trained.held_out,
            foreseen=trained.foreseen,
            trained_at=now,
        )
        session.execute(query.on_conflict_do_nothing())
    return digest
