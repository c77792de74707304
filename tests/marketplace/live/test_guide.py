"""the guide for integrators
its way to check a delivery -> takes what we sign, and nothing else
its topics and pauses       -> are ours
"""

import re
from typing import Any

import pytest

from marketplace.live import patience
from marketplace.live.seal import Seal
from marketplace.live.topic import Topic
from tests.structure.source import ROOT

GUIDE = (ROOT / "docs" / "guide" / "integrators.md").read_text()
BODY = b'{"id": "7"}'


@pytest.fixture
def guide() -> dict[str, Any]:
    """What the guide's Python defines."""
    (code,) = re.findall(r"^```python\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    known: dict[str, Any] = {}
    exec(code, known)  # noqa: S102 - our own page
    return known


def test_the_guide_checks_deliveries_rightly(guide: dict[str, Any]) -> None:
    seal, is_ours = Seal(b"x" * 32), guide["is_ours"]
    headers = {
        "Atelier-Timestamp": "1000",
        "Atelier-Signature": seal.signature(["whk_old", "whk_new"], 1000, BODY),
    }
    for key in ("whk_old", "whk_new"):
        secrets = {key: seal.secret(key)}
        assert is_ours(headers, BODY, secrets, 1000 + 300)
        assert not is_ours(headers, BODY, secrets, 1000 + 301)
        assert not is_ours(headers, BODY + b" ", secrets, 1000)
        assert not is_ours(headers | {"Atelier-Timestamp": "1001"}, BODY, secrets, 1000)
    assert not is_ours(headers, BODY, {"whk_other": seal.secret("whk_new")}, 1000)
    assert not is_ours(headers, BODY, {"whk_new": seal.secret("whk_old")}, 1000)


def test_the_guide_names_every_topic() -> None:
    (line,) = re.findall(r"\*\*Topics\*\*: (.*?)\. Ask", GUIDE, re.DOTALL)
    assert re.findall(r"`(\w+)`", line) == [topic.value for topic in Topic]


def test_the_guide_tells_the_pauses() -> None:
    said = "5 seconds, 30 seconds, 2, 10 and 30 minutes, 1, 2, 4, 8 and 8 hours"
    assert said in GUIDE
    seconds = [5, 30, *(60 * n for n in (2, 10, 30)), *(3600 * n for n in (1, 2, 4, 8, 8))]
    assert [pause.total_seconds() for pause in patience.PAUSES] == seconds
