"""Bring a signed voucher to the chain, and follow it until the index has the work."""

from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from marketplace import fault
from marketplace.curation.queries import is_artist
from marketplace.db import unit
from marketplace.studio import commission as commissions
from marketplace.studio import job, queries, transaction
from marketplace.studio.making import StepFailed, require_admitted
from marketplace.studio.models import Commission, RelayTransaction
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop

FIRST_LOOK_SECONDS: Final = 0.2
LONGEST_PAUSE_SECONDS: Final = 15.0


def send(workshop: Workshop, id_: UUID) -> None:
    """signed -> sent: a transaction of ours, stored beforehand, is with the node."""
    with unit(workshop.units) as session:
        commission = queries.commission(session, id_)
        if commission is None or commission.state != State.SIGNED:
            return
        require_admitted(is_artist(session, commission.artist), commission.artist)
        stored, failed = queries.relayed(session, id_), None
    if stored is not None and transaction.has_failed(workshop, stored):
        stored, failed = None, stored
    if stored is None and not transaction.is_minted_already(workshop, commission):
        stored = transaction.sign(workshop, commission, failed)
    fault.point("send.stored")
    if stored is not None:
        transaction.broadcast(workshop, stored)
    fault.point("send.broadcast")
    with unit(workshop.units) as session:
        found = queries.locked(session, id_)
        if found is None or found.state != State.SIGNED:
            return
        found.transaction_hash = stored.hash if stored else None
        commissions.enter(session, found, State.SENT, "" if stored else "somebody else minted it")
        job.defer(session, job.CONFIRM, id_, seconds=FIRST_LOOK_SECONDS)
    fault.point("send.committed")


def confirm(workshop: Workshop, id_: UUID) -> None:
    """Look after a sent transaction, again and again, until the index has the work."""
    with unit(workshop.units) as session:
        commission = queries.commission(session, id_)
        if commission is None or commission.state != State.SENT or commission.work is None:
            return
        if queries.is_minted(session, commission.work):
            return
        stored = queries.relayed(session, id_)
    is_lost = (
        stored is not None
        and stored.hash == commission.transaction_hash
        and _follow(workshop, commission, stored)
    )
    with unit(workshop.units) as session:
        found = queries.locked(session, id_)
        if found is None or found.state != State.SENT:
            return
        if is_lost:
            found.transaction_hash = None
            commissions.enter(session, found, State.SIGNED, "another transaction took its nonce")
            job.defer(session, job.SEND, id_)
        else:
            job.defer(session, job.CONFIRM, id_, seconds=_pause(found))


def _follow(workshop: Workshop, commission: Commission, stored: RelayTransaction) -> bool:
    """See what became of the transaction, send dropped bytes again; True: it can never be mined."""
    receipt = workshop.chain.receipt(stored.hash)
    if receipt is not None:
        if not receipt.is_success and not transaction.is_minted_already(workshop, commission):
            raise StepFailed(
                f"transaction {stored.hash} failed in block {receipt.block_number}; try again"
            )
        return False
    if workshop.chain.knows(stored.hash):
        return False
    if workshop.chain.transaction_count(workshop.relayer.address) > stored.nonce:
        transaction.forget(workshop, stored)
        return True
    transaction.broadcast(workshop, stored)
    return False


def _pause(commission: Commission) -> float:
    """The longer it takes, the seldomer we look."""
    waited = (datetime.now(UTC) - commission.updated_at).total_seconds()
    return min(max(FIRST_LOOK_SECONDS, waited / 4), LONGEST_PAUSE_SECONDS)
