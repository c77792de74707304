"""events over HTTP
the stream            -> what is told, from the cursor that a browser brings back
the log               -> all of it in parts, and where to go on
the generated client  -> reads the log with types, and problems as what they are
a topic               -> its events; the cursor moves over all others
a cursor of nobody's  -> 400; one that is no number -> 422
a topic of nobody's   -> 422
"""

import json
from collections.abc import Iterator

import httpx
import pytest
from atelier_client import Client
from atelier_client.api.events import get_events_log
from atelier_client.models import EventsAnswer, Problem, Topic
from sqlalchemy import Engine

from marketplace import db
from marketplace.config import Settings
from marketplace.live.tell import tell_all
from tests.marketplace.conftest import Browser
from tests.marketplace.live.scribe import BID, MINT, SALE, Scribe

LOG = "/api/v1/events/log"


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The database of the application that is served."""
    engine = db.open_engine(settings.database)
    yield engine
    engine.dispose()


def test_events_over_http(browser: Browser, engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT, SALE), (BID,), (SALE,)])
    tell_all(engine)
    client = browser()
    _the_stream_resumes(client)
    _the_log_comes_in_parts(client)
    _the_log_has_topics(client)
    _the_python_client_reads_it(str(client.base_url))
    for query, status in (("cursor=9", 400), ("cursor=x", 422), ("topic=gossip", 422)):
        for path in (LOG, "/api/v1/events"):
            answer = client.get(f"{path}?{query}")
            assert (answer.status_code, answer.headers["content-type"]) == (
                status,
                "application/problem+json",
            )


def _the_stream_resumes(client: httpx.Client) -> None:
    headers = {"Last-Event-ID": "2"}
    with client.stream("GET", "/api/v1/events?cursor=0&topic=sales", headers=headers) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        said = (line for line in answer.iter_lines() if line.startswith("data: "))
        assert json.loads(next(said)[6:]) == {"cursor": "2"}
        assert json.loads(next(said)[6:])["id"] == "4"


def _the_log_comes_in_parts(client: httpx.Client) -> None:
    first = client.get(f"{LOG}?limit=3").json()
    assert [one["id"] for one in first["events"]] == ["1", "2", "3"]
    assert (first["next"], first["is_all"]) == ("3", False)
    rest = client.get(f"{LOG}?cursor={first['next']}").json()
    assert ([one["id"] for one in rest["events"]], rest["is_all"]) == (["4"], True)
    end = client.get(f"{LOG}?cursor={rest['next']}").json()
    assert end == {"events": [], "next": "4", "is_all": True}


def _the_log_has_topics(client: httpx.Client) -> None:
    bids = client.get(f"{LOG}?topic=bids&topic=members").json()
    assert [one["event"] for one in bids["events"]] == ["BidPlaced"]
    assert (bids["next"], bids["is_all"]) == ("4", True)


def _the_python_client_reads_it(site: str) -> None:
    with Client(site) as atelier:
        page = get_events_log.sync(client=atelier, cursor="1", topic=[Topic.SALES, Topic.BIDS])
        assert isinstance(page, EventsAnswer)
        assert [(one.id, one.event) for one in page.events] == [
            ("2", "WorkSold"),
            ("3", "BidPlaced"),
            ("4", "WorkSold"),
        ]
        assert page.events[0].block.timestamp == 1
        refused = get_events_log.sync(client=atelier, cursor="x")
        assert isinstance(refused, Problem)
        assert refused.type_ == "urn:atelier:problem:fields-unacceptable"
