"""What strangers write into metadata
scripts, attributes, template braces  -> text, wherever it is shown
direction overrides                   -> kept inside their own element
no end, no words                      -> the page stands
metadata that is none                 -> the page says that it is not at hand
"""

from collections.abc import Callable

import httpx
from markupsafe import escape

from marketplace.adapters.ipfs.cid import Cid
from tests.conftest import Accounts
from tests.marketplace.web.test_pages import Page, read

TEXTS = [
    "<script>alert(1)</script>",
    "</title></textarea><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ 7 * 7 }}{% include 'base.html' %}",
    "javascript:alert(1)",
    "\u202egnos fo sgniw no\u2066",
    "&lt;script&gt;",
    "<!-- <svg/onload=alert(1)>",
    "é" * 200,
    "\u0007\u007f ",
]
FAULTS: list[dict[str, object]] = [
    {"artefact": {}},
    {"image": "https://evil.example/x"},
    {"name": "\0"},
    {"recipe": {"parameters": [{"\0": 1}]}},
]
EVENTS = {"onerror", "onfocus", "onload", "onclick"}


def test_it_stays_text(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    works = [mint(**_metadata_of(text)) for text in TEXTS]
    walls = ["/", f"/artists/{accounts.artist.address}"]
    for path in [*walls, *(f"/works/{work}" for work in works)]:
        page = Page(read(browser(), path))
        assert all(script.get("src") for script in page.all("script")), path
        assert not [tag for tag, attributes in page.tags if EVENTS & set(attributes)], path
        assert all(svg.get("viewbox") for svg in page.all("svg")), path
        links = [link.get("href") or "" for link in page.all("a")]
        assert all(link.startswith(("/", "#", "?")) for link in links), path
    for text, work in zip(TEXTS, works, strict=True):
        assert f"<h1><bdi>{escape(text)}</bdi></h1>" in read(browser(), f"/works/{work}")


def _metadata_of(text: str) -> dict[str, object]:
    recipe = {"engine": text, "parameters": {text: text}, "prompt": text, "seed": text}
    return {"name": text, "description": text * 20, "licence": text[:80], "recipe": recipe}


def test_a_sensitive_work_is_not_hung_unasked(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client]
) -> None:
    work = mint(sensitive=True)
    assert Page(read(browser(), "/")).all("img") == []
    shown = Page(read(browser(), f"/works/{work}"))
    assert shown.all("details")
    assert len(shown.all("img")) == 1


def test_faulty_metadata_is_said_to_be_away(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client]
) -> None:
    for seed, changed in enumerate(FAULTS):
        work = mint(seed, **changed)
        assert "not at hand" in read(browser(), f"/works/{work}"), changed
        assert str(work) in read(browser(), "/"), changed
