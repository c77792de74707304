"""Open the database, and make one request or one job step one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate.exceptions import ConnectorException
from sqlalchemy import Engine, MetaData, create_engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

# A statement that takes longer has gone wrong; a lock waited for longer is somebody else's fault.
LIMITS = (
    "-c statement_timeout=20s -c lock_timeout=8s "
    "-c idle_in_transaction_session_timeout=60s -c timezone=UTC "
    "-c jit=off"  # our queries are over before they would be compiled
)

# What is raised when the database is away, or a connection died: by us, or by the queue on it.
AWAY = (OperationalError, InterfaceError, PoolTimeout, ConnectorException)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


Units = sessionmaker[Session]  # what `unit` draws its sessions from


class Base(DeclarativeBase):
    """The tables that people's requests write; the index has metadata of its own."""

    metadata = MetaData(naming_convention=NAMES)


def open_engine(url: str, name: str = "atelier", pool_size: int = 20) -> Engine:
    """Connect when first asked; a connection that died while idle is replaced, not handed out."""
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_timeout=10,
        pool_pre_ping=True,
        connect_args={"options": LIMITS, "application_name": name, "connect_timeout": 5},
    )


def units(engine: Engine) -> Units:
    """Rows stay readable after their transaction has ended."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def unit(factory: Units) -> Iterator[Session]:
    """One transaction: committed once at the end, or not at all."""
    with factory.begin() as session:
        yield session
