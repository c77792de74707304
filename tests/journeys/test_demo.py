"""`atelier demo --json`

played to the end -> one JSON object: the collector owns it, all are paid, the receipt holds
"""

import base64
import json
import os
import subprocess
import sys
from typing import Any

import pytest

SECONDS = 400
PRICE_WEI, FEE_BPS = 4 * 10**17, 250
STEPS = {"apply", "vote_1", "vote_2", "vote_3", "finalize", "mint", "buy", "sweep"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the demo prints, played once for all tests here, apart from any other installation."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ATELIER_")}
    environment["ATELIER_DATA"] = str(tmp_path_factory.mktemp("demo"))
    run = subprocess.run(
        [sys.executable, "-m", "marketplace.cli", "demo", "--json"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return dict(json.loads(run.stdout))


def test_the_collector_owns_the_token(told: dict[str, Any]) -> None:
    assert told["owner"] == told["collector"]


def test_everybody_is_paid_to_the_wei(told: dict[str, Any]) -> None:
    fee_wei = PRICE_WEI * FEE_BPS // 10_000
    paid = {role: int(wei) for role, wei in told["paid_wei"].items()}
    assert paid == {"price": PRICE_WEI, "artist": PRICE_WEI - fee_wei, "treasury": fee_wei}


def test_the_receipt_holds(told: dict[str, Any]) -> None:
    assert told["rerender_sha256"] == told["artefact_sha256"]


def test_each_transaction_has_its_gas(told: dict[str, Any]) -> None:
    assert set(told["gas"]) == STEPS == set(told["transactions"])


def test_each_content_has_its_cid(told: dict[str, Any]) -> None:
    cids = told["cids"]
    assert set(cids) == {"dossier", "render", "pin", "verify"}
    assert (cids["render"], cids["pin"]) == (told["artefact_cid"], told["metadata_cid"])


def test_the_token_is_its_metadatas_address(told: dict[str, Any]) -> None:
    content = bytes.fromhex("01551220") + int(told["token_id"]).to_bytes(32)  # CIDv1, raw, sha-256
    text = "b" + base64.b32encode(content).decode().lower().rstrip("=")
    assert told["metadata_cid"] == text
