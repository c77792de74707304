"""webhooks over HTTP
a signed-in person                      -> subscribes, and is shown the secret once
the same                                -> changes, stops, wakes and removes it
keys                                    -> are added with a secret of their own, and ended
their page                              -> shows everything but the secret; to nobody, nothing
a ping                                  -> arrives, and the log of deliveries says so
one delivery                            -> is sent again when asked for
a stranger, or nobody                   -> cannot, whatever they try
addresses that nothing is sent to       -> 422
unknown topics, fields, long addresses  -> 422
a cursor of nobody's                    -> 400
more webhooks than one may have         -> 409
"""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from marketplace import db
from marketplace.config import Settings
from marketplace.live import webhook
from marketplace.live.deliver import Deliverer
from marketplace.live.seal import Seal
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser
from tests.marketplace.live.receiver import Receiver, is_ours

HOOKS = "/api/v1/webhooks"
OUTSIDE = "https://hooks.example/atelier"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation on which webhooks are tried out."""
    return settings.model_copy(update={"webhooks_to_loopback": True})


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A server of the subscriber's."""
    one = Receiver()
    server = one.start()
    yield one
    server.shutdown()
    server.server_close()


def test_webhooks_over_http(
    browser: Browser, accounts: Accounts, settings: Settings, receiver: Receiver
) -> None:
    owner = browser(accounts.collector)
    made = owner.post(HOOKS, json={"url": receiver.url, "topics": ["sales", "sales"]})
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    hook, key = made.json()["webhook"], made.json()["key"]
    path = f"{HOOKS}/{hook['id']}"
    assert (made.headers["location"], hook["topics"]) == (path, ["sales"])
    assert key["secret"].startswith("whsec_")
    assert key["secret"] not in owner.get(path).text + owner.get(HOOKS).text
    _it_is_tried_out(owner, path, settings, receiver, {key["id"]: key["secret"]})
    page = owner.get("/webhooks").text
    assert (receiver.url in page, key["id"] in page, key["secret"] in page) == (True, True, False)
    assert receiver.url not in browser().get("/webhooks").text
    _keys_come_and_go(owner, path, key["id"])
    _it_is_changed(owner, path)
    for other in (browser(accounts.stranger), browser()):
        _others_cannot(other, path, key["id"])
    _wrong_wishes_are_refused(owner)
    assert owner.delete(path).status_code == 204
    assert owner.get(path).status_code == 404
    assert owner.get(HOOKS).json() == {"webhooks": []}
    _there_is_an_end(owner)


def _it_is_tried_out(
    owner: httpx.Client,
    path: str,
    settings: Settings,
    receiver: Receiver,
    secrets: dict[str, str],
) -> None:
    assert owner.post(f"{path}/ping").status_code == 202
    _send(settings)
    (came,) = receiver.received
    assert came.content["kind"] == "ping"
    assert is_ours(came.headers, came.body, secrets)
    (sent,) = owner.get(f"{path}/deliveries").json()["deliveries"]
    told = {name: sent[name] for name in ("event", "state", "attempts", "status", "said")}
    assert told == {
        "event": None,
        "state": "delivered",
        "attempts": 1,
        "status": 200,
        "said": "hello",
    }
    assert owner.post(f"{path}/deliveries/{sent['id']}/again").status_code == 202
    _send(settings)
    assert receiver.ids == [came.headers["Atelier-Event"]] * 2
    assert owner.post(f"{path}/deliveries/999999/again").status_code == 404
    first = owner.get(f"{path}/deliveries?limit=1").json()
    assert (len(first["deliveries"]), first["next"]) == (1, None)


def _keys_come_and_go(owner: httpx.Client, path: str, first: str) -> None:
    fresh = owner.post(f"{path}/keys").json()
    keys = {one["id"]: one["ends_at"] for one in owner.get(path).json()["keys"]}
    assert (set(keys), keys[fresh["id"]]) == ({first, fresh["id"]}, None)
    assert keys[first] is not None
    assert owner.delete(f"{path}/keys/{fresh['id']}").status_code == 204
    assert owner.delete(f"{path}/keys/{first}").status_code == 409
    assert owner.delete(f"{path}/keys/whk_unknown").status_code == 404


def _it_is_changed(owner: httpx.Client, path: str) -> None:
    stopped = owner.patch(path, json={"is_active": False}).json()
    assert (stopped["is_active"], stopped["asleep"]) == (False, "You stopped it.")
    assert owner.post(f"{path}/ping").status_code == 409
    again = owner.patch(path, json={"url": OUTSIDE, "topics": [], "is_active": True}).json()
    assert (again["is_active"], again["url"], again["topics"]) == (True, OUTSIDE, [])
    assert owner.post(f"{path}/replay", json={"cursor": "0"}).status_code == 202


def _others_cannot(other: httpx.Client, path: str, key: str) -> None:
    tries: list[tuple[str, str, Any]] = [
        ("GET", path, None),
        ("PATCH", path, {"url": OUTSIDE}),
        ("DELETE", path, None),
        ("POST", f"{path}/keys", None),
        ("DELETE", f"{path}/keys/{key}", None),
        ("POST", f"{path}/ping", None),
        ("POST", f"{path}/replay", {"cursor": "0"}),
        ("GET", f"{path}/deliveries", None),
        ("POST", f"{path}/deliveries/1/again", None),
    ]
    answers = {other.request(method, at, json=body).status_code for method, at, body in tries}
    assert answers in ({401}, {404})


def _wrong_wishes_are_refused(owner: httpx.Client) -> None:
    wishes: list[tuple[Any, int]] = [
        ({"url": "https://10.0.0.1/"}, 422),
        ({"url": "http://hooks.example/"}, 422),
        ({"url": "https://hooks.example:22/"}, 422),
        ({"url": OUTSIDE, "topics": ["gossip"]}, 422),
        ({"url": OUTSIDE, "topic": ["sales"]}, 422),
        ({"url": f"{OUTSIDE}/{'a' * 600}"}, 422),
        ({"url": OUTSIDE, "cursor": "99"}, 400),
    ]
    for content, status in wishes:
        assert owner.post(HOOKS, json=content).status_code == status, content


def _there_is_an_end(owner: httpx.Client) -> None:
    for _ in range(webhook.MOST):
        assert owner.post(HOOKS, json={"url": OUTSIDE}).status_code == 201
    assert owner.post(HOOKS, json={"url": OUTSIDE}).status_code == 409


def _send(settings: Settings) -> None:
    """Have a herald send what is due."""
    engine = db.open_engine(settings.database)
    seal = Seal.ensure(settings.webhook_key_file)
    hands = Deliverer(db.units(engine), seal, loopback=settings.webhooks_to_loopback)

    async def once() -> None:
        await hands.look()
        await hands.rest()

    asyncio.run(once())
    engine.dispose()
