"""Index every event that anybody asks for: editions, auctions, exhibitions, proposals, royalties.

What the index held before lacks the new tables' rows, so it is emptied and fills again from the
chain. Each row's standing follows from two numbers of the chain's row: up to where blocks are safe,
and up to where they are final.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0010"
down_revision: str | Sequence[str] | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
PLACE = ["block_number", "log_index"]
FORMER_TABLES = (
    "chains, blocks, events, member_admissions, member_removals, delegations, applications, votes, "
    "decisions, appeals, revocations, bond_returns, works, transfers, sales, order_cancellations, "
    "order_epochs, voucher_epochs, market_trusts, credits, withdrawals, fees, sweeps"
)

# Each table's own columns; its place on the chain and its key are added to all alike.
NEW: dict[str, dict[str, sa.types.TypeEngine[Any]]] = {
    "auction_cancellations": {"work": UINT256, "seller": ADDRESS},
    "auction_settlements": {
        "work": UINT256,
        "seller": ADDRESS,
        "winner": ADDRESS,
        "price": UINT256,
        "fee": UINT256,
        "royalty": UINT256,
        "royalty_receiver": ADDRESS,
    },
    "auctions": {
        "work": UINT256,
        "seller": ADDRESS,
        "transfer_count": sa.BigInteger(),
        "reserve": UINT256,
        "duration": sa.BigInteger(),
        "extension": sa.BigInteger(),
        "extension_cap": sa.BigInteger(),
        "increment_bps": sa.Integer(),
        "fee_bps": sa.Integer(),
    },
    "ballots": {
        "exhibition": sa.BigInteger(),
        "member": ADDRESS,
        "approvals": UINT256,
        "weight": UINT256,
    },
    "bids": {"work": UINT256, "bidder": ADDRESS, "amount": UINT256, "ends_at": sa.BigInteger()},
    "consent_epochs": {"payee": ADDRESS, "epoch": UINT256},
    "copy_mints": {
        "edition": UINT256,
        "artist": ADDRESS,
        "recipient": ADDRESS,
        "payer": ADDRESS,
        "first_serial": UINT256,
        "copies": UINT256,
        "currency": ADDRESS,
        "price": UINT256,
        "fee": UINT256,
    },
    "copy_transfers": {
        "edition": UINT256,
        "sender": ADDRESS,
        "recipient": ADDRESS,
        "copies": UINT256,
    },
    "curation_terms": {
        "bond_wei": UINT256,
        "voting_period": sa.BigInteger(),
        "cooldown": sa.BigInteger(),
        "revocation_notice": sa.BigInteger(),
        "quorum_bps": sa.Integer(),
        "quorum_floor": sa.Integer(),
        "endorsements": sa.Integer(),
    },
    "currency_terms": {"currency": ADDRESS, "is_allowed": sa.Boolean()},
    "edition_freezes": {"edition": UINT256, "artist": ADDRESS, "copies": UINT256},
    "edition_sales": {
        "edition": UINT256,
        "order_digest": HASH32,
        "seller": ADDRESS,
        "buyer": ADDRESS,
        "copies": UINT256,
        "currency": ADDRESS,
        "price": UINT256,
        "fee": UINT256,
        "royalty": UINT256,
        "royalty_receiver": ADDRESS,
    },
    "editions": {
        "edition": UINT256,
        "artist": ADDRESS,
        "opener": ADDRESS,
        "royalty_bps": sa.Integer(),
        "fee_bps": sa.Integer(),
        "is_split": sa.Boolean(),
        "currency": ADDRESS,
        "price": UINT256,
        "size": sa.BigInteger(),
        "opens_at": sa.BigInteger(),
        "closes_at": sa.BigInteger(),
        "public_at": sa.BigInteger(),
        "wallet_limit": sa.BigInteger(),
        "allowlist": HASH32,
    },
    "endorsements": {"application": sa.BigInteger(), "member": ADDRESS},
    "exhibition_closings": {"exhibition": sa.BigInteger(), "winner_count": sa.Integer()},
    "exhibitions": {
        "exhibition": sa.BigInteger(),
        "brief": HASH32,
        "snapshot": sa.BigInteger(),
        "nominations_until": sa.BigInteger(),
        "closes_at": sa.BigInteger(),
        "places": sa.Integer(),
        "quota_per_artist": sa.Integer(),
    },
    "exhibits": {
        "exhibition": sa.BigInteger(),
        "work": UINT256,
        "artist": ADDRESS,
        "rank": sa.Integer(),
        "approvals": UINT256,
    },
    "income_shares": {"work": UINT256, "currency": ADDRESS, "payee": ADDRESS, "amount": UINT256},
    "incomes": {"work": UINT256, "currency": ADDRESS, "payer": ADDRESS, "amount": UINT256},
    "inheritances": {
        "parent": UINT256,
        "work": UINT256,
        "currency": ADDRESS,
        "amount": UINT256,
        "generation": sa.Integer(),
    },
    "nominations": {
        "exhibition": sa.BigInteger(),
        "work": UINT256,
        "member": ADDRESS,
        "artist": ADDRESS,
        "candidate": sa.Integer(),
    },
    "offer_cancellations": {"bidder": ADDRESS, "nonce": UINT256},
    "parents": {"work": UINT256, "parent": UINT256, "parents_bps": sa.Integer()},
    "proposal_steps": {"proposal": UINT256, "step": sa.Text(), "second": sa.BigInteger()},
    "proposal_votes": {
        "proposal": UINT256,
        "voter": ADDRESS,
        "support": sa.Integer(),
        "weight": UINT256,
        "reason": sa.Text(),
    },
    "proposals": {
        "proposal": UINT256,
        "proposer": ADDRESS,
        "targets": JSONB(),
        "amounts": JSONB(),
        "signatures": JSONB(),
        "calldatas": JSONB(),
        "starts_at": sa.BigInteger(),
        "ends_at": sa.BigInteger(),
        "description": sa.Text(),
    },
    "sale_pauses": {"contract": sa.Text(), "is_paused": sa.Boolean()},
    "shares": {"work": UINT256, "payee": ADDRESS, "bps": sa.Integer()},
    "vote_weights": {"delegate": ADDRESS, "previous_votes": UINT256, "new_votes": UINT256},
}

# Tables of which one log may fill several rows.
LISTS = ("copy_transfers", "parents")
ONCE = {
    "editions": "edition",
    "exhibition_closings": "exhibition",
    "exhibitions": "exhibition",
    "proposals": "proposal",
}
# What is looked up in the chain's order, and what is looked up at all.
HISTORIES = [
    ("auction_cancellations", ["work"]),
    ("auction_settlements", ["work"]),
    ("auctions", ["work"]),
    ("bids", ["work"]),
    ("consent_epochs", ["payee"]),
    ("copy_mints", ["edition"]),
    ("copy_transfers", ["edition"]),
    ("currency_terms", ["currency"]),
    ("edition_sales", ["edition"]),
    ("editions", ["artist"]),
    ("income_shares", ["work"]),
    ("incomes", ["work"]),
    ("inheritances", ["parent"]),
    ("proposal_steps", ["proposal"]),
    ("vote_weights", ["delegate"]),
]
LOOKED_UP = [
    ("auction_settlements", ["seller"]),
    ("auction_settlements", ["winner"]),
    ("auctions", ["seller"]),
    ("ballots", ["exhibition", "member"]),
    ("bids", ["bidder"]),
    ("copy_mints", ["recipient"]),
    ("copy_transfers", ["recipient"]),
    ("copy_transfers", ["sender"]),
    ("edition_freezes", ["edition"]),
    ("edition_sales", ["order_digest"]),
    ("edition_sales", ["buyer"]),
    ("edition_sales", ["seller"]),
    ("endorsements", ["member"]),
    ("endorsements", ["application"]),
    ("exhibits", ["work"]),
    ("exhibits", ["exhibition", "rank"]),
    ("exhibits", ["artist"]),
    ("income_shares", ["payee"]),
    ("inheritances", ["work"]),
    ("nominations", ["work"]),
    ("nominations", ["exhibition", "candidate"]),
    ("nominations", ["member"]),
    ("offer_cancellations", ["bidder", "nonce"]),
    ("parents", ["work", "position"]),
    ("parents", ["parent"]),
    ("proposal_votes", ["voter"]),
    ("proposal_votes", ["proposal", "voter"]),
    ("proposals", ["proposer"]),
    ("shares", ["work"]),
    ("shares", ["payee"]),
]

VIEWS = {
    "current_artists": """
        SELECT d.artist, d.application, d.block_number AS admitted_block,
            coalesce(r.effective_at, 0) AS ends_at
        FROM (
            SELECT DISTINCT ON (artist) artist, application, block_number, log_index
            FROM decisions WHERE is_admitted
            ORDER BY artist, block_number DESC, log_index DESC
        ) d
        LEFT JOIN LATERAL (
            SELECT v.effective_at FROM revocations v
            WHERE v.artist = d.artist
                AND (v.block_number, v.log_index) > (d.block_number, d.log_index)
            ORDER BY v.block_number DESC, v.log_index DESC LIMIT 1
        ) r ON true
    """,
    "current_auctions": """
        SELECT a.block_number, a.log_index, a.work, a.seller, a.reserve,
            coalesce(b.bidder, decode(repeat('00', 20), 'hex')) AS bidder,
            coalesce(b.amount, 0) AS amount,
            coalesce(b.ends_at, 0) AS ends_at,
            coalesce(b.bid_count, 0) AS bid_count,
            coalesce(e.state, 'open') AS state
        FROM auctions a
        LEFT JOIN LATERAL (
            SELECT s.state, s.block_number, s.log_index FROM (
                SELECT 'settled' AS state, work, block_number, log_index FROM auction_settlements
                UNION ALL
                SELECT 'cancelled', work, block_number, log_index FROM auction_cancellations
            ) s
            WHERE s.work = a.work
                AND (s.block_number, s.log_index) > (a.block_number, a.log_index)
            ORDER BY s.block_number, s.log_index LIMIT 1
        ) e ON true
        LEFT JOIN LATERAL (
            SELECT p.bidder, p.amount, p.ends_at, count(*) OVER () AS bid_count FROM bids p
            WHERE p.work = a.work
                AND (p.block_number, p.log_index) > (a.block_number, a.log_index)
                AND (e.state IS NULL
                    OR (p.block_number, p.log_index) < (e.block_number, e.log_index))
            ORDER BY p.block_number DESC, p.log_index DESC LIMIT 1
        ) b ON true
    """,
    "edition_holdings": """
        SELECT edition, holder, sum(copies) AS copies
        FROM (
            SELECT edition, recipient AS holder, copies FROM copy_transfers
            UNION ALL
            SELECT edition, sender, -copies FROM copy_transfers
        ) moves
        WHERE holder <> decode(repeat('00', 20), 'hex')
        GROUP BY edition, holder
        HAVING sum(copies) > 0
    """,
}


def upgrade() -> None:
    """Empty the index, and give it the new tables and marks."""
    op.execute(f"TRUNCATE {FORMER_TABLES}")
    for column in ("safe_number", "finalized_number"):
        op.add_column("chains", sa.Column(column, sa.BigInteger(), nullable=False))
    for name, columns in NEW.items():
        create_fact(name, columns)
    for table, columns in (*((t, [*c, *PLACE]) for t, c in HISTORIES), *LOOKED_UP):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def create_fact(name: str, columns: dict[str, sa.types.TypeEngine[Any]]) -> None:
    """One table whose rows are each stated by one log, or several by one."""
    position = [sa.Column("position", sa.Integer(), nullable=False)] if name in LISTS else []
    once = ONCE.get(name)
    op.create_table(
        name,
        sa.Column("block_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("log_index", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("transaction_hash", HASH32, nullable=False),
        *position,
        *(sa.Column(column, kind, nullable=False) for column, kind in columns.items()),
        sa.PrimaryKeyConstraint(*PLACE, *(c.name for c in position), name=f"pk_{name}"),
        *([sa.UniqueConstraint(once, name=f"uq_{name}_{once}")] if once else []),
    )


def downgrade() -> None:
    """Take them away; what the index held of the rest is filled again as well."""
    for name in VIEWS:
        op.execute(f"DROP VIEW {name}")
    for name in NEW:
        op.drop_table(name)
    for column in ("safe_number", "finalized_number"):
        op.drop_column("chains", column)
    op.execute(f"TRUNCATE {FORMER_TABLES}")
