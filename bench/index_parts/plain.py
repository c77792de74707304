"""Index with web3.py as its documentation shows it: get_logs, process_log, a row by the ORM."""

from __future__ import annotations

import time

from sqlalchemy import BigInteger, Numeric, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from web3 import HTTPProvider, Web3

from index_parts.place import Place
from indexer.abi import abi
from tests.indexer.speaker import ADDRESSES

BLOCKS_A_QUESTION = 10


class Base(DeclarativeBase):
    """Tables of the plain loop alone."""


class PlainSale(Base):
    """One row an event: what a first version of an indexer would keep."""

    __tablename__ = "plain_events"

    block_number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    log_index: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    work: Mapped[int] = mapped_column(Numeric(78, 0))
    sender: Mapped[str] = mapped_column(Text)
    recipient: Mapped[str] = mapped_column(Text)
    price: Mapped[int] = mapped_column(Numeric(78, 0))


def plain(stage: Place, events: int) -> float:
    """Events a second over at least so many events; nothing is checked, nothing can be undone."""
    Base.metadata.drop_all(stage.engine)
    Base.metadata.create_all(stage.engine)
    web3 = Web3(HTTPProvider(stage.chain.url))
    names = {ADDRESSES[name].lower(): name for name in ("Artwork", "Market")}
    contracts = {name: web3.eth.contract(abi=abi(name)) for name in names.values()}
    moved, sold = contracts["Artwork"].events.Transfer(), contracts["Market"].events.WorkSold()
    began, first, done = time.perf_counter(), 0, 0
    while done < events:
        asked = {
            "fromBlock": first,
            "toBlock": first + BLOCKS_A_QUESTION - 1,
            "address": [ADDRESSES[name] for name in contracts],
        }
        with Session(stage.engine) as session:
            for log in web3.eth.get_logs(asked):  # type: ignore[arg-type]
                if names[log["address"].lower()] == "Artwork":
                    session.add(_moved(moved.process_log(log)))
                else:
                    session.add(_sold(sold.process_log(log)))
                done += 1
            session.commit()
        first += BLOCKS_A_QUESTION
    return done / (time.perf_counter() - began)


def _moved(event: object) -> PlainSale:
    said = event["args"]  # type: ignore[index]
    return _row(event, "Transfer", said["tokenId"], said["from"], said["to"], 0)


def _sold(event: object) -> PlainSale:
    said = event["args"]  # type: ignore[index]
    return _row(event, "WorkSold", said["work"], said["seller"], said["buyer"], said["price"])


def _row(event: object, name: str, work: int, sender: str, recipient: str, price: int) -> PlainSale:
    return PlainSale(
        block_number=event["blockNumber"],  # type: ignore[index]
        log_index=event["logIndex"],  # type: ignore[index]
        name=name,
        work=work,
        sender=sender,
        recipient=recipient,
        price=price,
    )
