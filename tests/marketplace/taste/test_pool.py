"""pictures that people may be asked about
the studies of the house   -> measured once, with titles and addresses that browsers can open
a minted work              -> measured from its artefact, named by its token
a sensitive work           -> kept out, with the reason
a work whose picture is not at hand -> kept out, looked at again after an hour
what is no picture         -> no features, and why
"""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from generation import taste
from marketplace.parts import Parts
from marketplace.taste.pool import measured
from tests import fakes
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.gallery.conftest import Mint
from tests.marketplace.taste.conftest import Measure, ask

PICTURE = "SELECT features, fault, title, address FROM taste_pictures WHERE source = 'work'"


def test_the_studies_are_measured(measure: Measure, rows: Rows) -> None:
    measure()
    found = rows("SELECT study, array_length(features, 1), title FROM taste_pictures")
    assert len(found) == 48
    assert {length for _, length, _ in found} == {taste.COUNT}
    assert all(title for _, _, title in found)


def test_a_study_can_be_looked_at(person: httpx.Client) -> None:
    found = person.get(ask(person)["left"]["address"])
    assert (found.status_code, found.headers["content-type"]) == (200, "image/webp")


def test_a_work_is_measured_by_its_artefact(mint: Mint, measure: Measure, rows: Rows) -> None:
    work = mint()
    measure()
    ((features, fault, title, address),) = rows(PICTURE)
    ((name,),) = rows("SELECT sha256 FROM taste_pictures WHERE source = 'work'")
    assert (len(features), fault, title) == (taste.COUNT, None, "Study 1")
    assert name == work.digest.hex()
    assert address.startswith("/pictures/")


def test_a_sensitive_work_is_kept_out(mint: Mint, measure: Measure, rows: Rows) -> None:
    mint(sensitive=True)
    measure()
    assert rows(PICTURE)[0][:2] == (None, "it is not shown to everybody")


def test_a_picture_that_was_not_at_hand_is_looked_for_again(
    mint: Mint, measure: Measure, parts: Parts, rows: Rows
) -> None:
    made = fakes.render(_recipe(77))  # another picture than the one that `mint` keeps
    absent = _cid_of(made.png)
    mint(9, artefact=_artefact(absent, made))
    measure()
    ((features, fault, _, _),) = rows(PICTURE)
    assert features is None
    assert absent in fault
    parts.store.add(made.png)
    measure()
    assert rows(PICTURE)[0][0] is None  # not at once
    measure(timedelta(hours=2))
    assert len(rows(PICTURE)[0][0]) == taste.COUNT


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 64])
def test_what_is_no_picture_has_no_features(content: bytes) -> None:
    features, fault = measured(content)
    assert features is None
    assert fault is not None
    assert "does not open" in fault


def test_a_stranger_sees_no_pictures(browser: Browser, measure: Measure) -> None:
    answer = browser().post("/api/v1/taste/questions", json={})
    assert answer.status_code == 401


def _recipe(seed: int) -> Any:
    from generation.recipe import compose

    return compose("painter", {}, seed=seed)


def _cid_of(content: bytes) -> str:
    """The CID of content that no store here has."""
    import hashlib

    from marketplace.adapters.ipfs.cid import RAW, Cid

    return str(Cid(RAW, hashlib.sha256(content).digest()))


def _artefact(cid: str, made: Any) -> dict[str, Any]:
    return {
        "cid": cid,
        "sha256": made.sha256,
        "media_type": made.media_type,
        "width": made.width,
        "height": made.height,
        "pixel_sha256": made.pixel_sha256,
    }
