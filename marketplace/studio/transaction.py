"""Make one transaction of a voucher: try it, price it, store its bytes, and hand them in."""

from contextlib import suppress
from typing import Final

from sqlalchemy import delete, func, select

from marketplace.adapters.chain import Call, NodeRefused, Reverted
from marketplace.db import unit
from marketplace.studio import queries
from marketplace.studio.making import StepFailed
from marketplace.studio.models import Commission, RelayTransaction
from marketplace.studio.relayer import Gas
from marketplace.studio.voucher import Voucher
from marketplace.studio.workshop import Workshop

LEAST_TIP_WEI: Final = 10**9
EXISTS: Final = "WorkExists"


def is_minted_already(workshop: Workshop, commission: Commission) -> bool:
    """Try the mint without sending it; any refusal but "it exists" ends the step."""
    try:
        workshop.chain.call(_call(workshop, commission))
    except Reverted as refusal:
        error = workshop.relayer.artwork.explain(refusal.data)
        if error.name == EXISTS:
            return True
        raise StepFailed(f"the contract refuses the voucher: {error}") from refusal
    return False


def has_failed(workshop: Workshop, transaction: RelayTransaction) -> bool:
    """Whether it is in a block and did nothing there."""
    receipt = workshop.chain.receipt(transaction.hash)
    return receipt is not None and not receipt.is_success


def sign(
    workshop: Workshop, commission: Commission, failed: RelayTransaction | None
) -> RelayTransaction:
    """A new transaction, its bytes in the table before anybody else sees them.

    Only the one that failed may have gone before: a worker that was taken for dead, and whoever
    took over its job, come here at once, and the second takes what the first has signed.
    """
    voucher, signature = voucher_of(commission)
    gas = _gas(workshop, _call(workshop, commission))
    relayer = workshop.relayer
    with unit(workshop.units) as session:
        # One signer at a time, in whatever process: nonces without gap and without double.
        session.execute(
            select(func.pg_advisory_xact_lock(func.hashtextextended(relayer.address, 0)))
        )
        newest = queries.relayed(session, commission.id)
        if newest is not None and (failed is None or newest.hash != failed.hash):
            return newest
        mined = workshop.chain.transaction_count(relayer.address)
        taken = {row.nonce for row in queries.relayed_from(session, relayer.chain_id, mined)}
        nonce = next(free for free in range(mined, mined + len(taken) + 1) if free not in taken)
        signed = relayer.sign(voucher, signature, nonce, gas)
        row = RelayTransaction(
            chain_id=relayer.chain_id,
            nonce=nonce,
            raw=signed.raw,
            hash=signed.hash,
            commission=commission.id,
        )
        session.add(row)
    return row


def broadcast(workshop: Workshop, transaction: RelayTransaction) -> None:
    """Hand in the stored bytes, after those of every earlier nonce that may have been lost."""
    relayer = workshop.relayer
    mined = workshop.chain.transaction_count(relayer.address)
    with unit(workshop.units) as session:
        waiting = queries.relayed_from(session, relayer.chain_id, mined)
    for earlier in waiting:
        if earlier.nonce < transaction.nonce:
            with suppress(NodeRefused):  # its own commission hears why
                workshop.chain.broadcast(earlier.raw)
    try:
        workshop.chain.broadcast(transaction.raw)
    except NodeRefused as refusal:
        # The node did not take it, so its nonce is free; kept, it would block all that follow.
        forget(workshop, transaction)
        raise StepFailed(f"the node refuses the transaction: {refusal}") from refusal


def forget(workshop: Workshop, transaction: RelayTransaction) -> None:
    """Drop bytes that can never be mined."""
    with unit(workshop.units) as session:
        session.execute(delete(RelayTransaction).where(RelayTransaction.hash == transaction.hash))


def voucher_of(commission: Commission) -> tuple[Voucher, bytes]:
    """What the artist signed."""
    if commission.voucher is None or commission.voucher_signature is None:
        raise StepFailed("there is no signed voucher; sign one")
    return Voucher.from_message(commission.voucher), commission.voucher_signature


def _call(workshop: Workshop, commission: Commission) -> Call:
    return workshop.relayer.call(*voucher_of(commission))


def _gas(workshop: Workshop, call: Call) -> Gas:
    """Room for two doublings of the base fee, if the relayer can pay that."""
    chain, relayer = workshop.chain, workshop.relayer
    try:
        tip = max(chain.priority_fee_wei(), LEAST_TIP_WEI)
    except NodeRefused:  # not every node has the method
        tip = LEAST_TIP_WEI
    gas = Gas(
        limit=chain.estimate_gas(call) * 5 // 4,
        fee_wei=2 * chain.head().base_fee_wei + tip,
        priority_fee_wei=tip,
    )
    balance_wei = chain.balance_wei(relayer.address)
    if balance_wei < gas.most_wei:
        raise StepFailed(
            f"the relayer {relayer.address} has {balance_wei} wei and needs {gas.most_wei} for "
            "gas; send it ether, then try again"
        )
    return gas
