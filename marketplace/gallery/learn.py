"""Fetch the metadata of works that were minted elsewhere, and keep only what is what it says."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.dialects.postgresql import insert

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.db import Units, unit
from marketplace.gallery import queries
from marketplace.gallery.models import WorkMetadata
from marketplace.gallery.verify import fetch
from marketplace.metadata import MetadataFaulty
from marketplace.ports import Store

AT_ONCE: Final = 8
PATIENCE: Final = timedelta(minutes=10)  # before the same work is looked for again


def learn(units: Units, store: Store, now: datetime) -> int:
    """Look for the metadata of a few works; how many were looked for."""
    with unit(units) as session:
        unknown = queries.unknown_metadata(session, now - PATIENCE, AT_ONCE)
    for work in unknown:
        content, fault = None, None
        try:
            content = fetch(store, Cid.from_digest(work)).model_dump()
        except (StoreError, MetadataFaulty) as error:
            fault = str(error)
        values = {"content": content, "fault": fault, "looked_at": now}
        with unit(units) as session:
            session.execute(
                insert(WorkMetadata)
                .values(work=work, **values)
                .on_conflict_do_update(index_elements=["work"], set_=values)
            )
    return len(unknown)
