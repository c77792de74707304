"""What strangers write into metadata
scripts, attributes, template braces  -> text, wherever it is shown
direction overrides                   -> kept inside their own element
no end, no words                      -> the page stands
metadata that is none                 -> the page says that it is not at hand
"""

from collections.abc import Callable

import httpx
import pytest

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
EVENTS = {"onerror", "onfocus", "onload", "onclick"}


@pytest.mark.parametrize("text", TEXTS)
def test_it_stays_text(
    mint: Callable[..., Cid],
    browser: Callable[..., httpx.Client],
    accounts: Accounts,
    text: str,
) -> None:
    recipe = {"engine": text, "parameters": {text: text}, "prompt": text, "seed": text}
    work = mint(name=text, description=text * 20, licence=text[:80], recipe=recipe)
    for path in ("/", f"/works/{work}", f"/artists/{accounts.artist.address}"):
        shown = read(browser(), path)
        page = Page(shown)
        assert "{{ 7" in shown or "{{" not in text or path == "/"
        assert all(script.get("src") for script in page.all("script"))
        assert not [tag for tag, attributes in page.tags if EVENTS & set(attributes)]
        assert not page.all("svg") or all(svg.get("viewbox") for svg in page.all("svg"))
        assert all((link.get("href") or "").startswith(("/", "#", "?")) for link in page.all("a"))


def test_the_name_is_isolated(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client]
) -> None:
    work = mint(name="\u202egnos")
    assert "<h1><bdi>\u202egnos</bdi></h1>" in read(browser(), f"/works/{work}")


def test_a_sensitive_work_is_not_hung_unasked(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client]
) -> None:
    work = mint(sensitive=True)
    assert Page(read(browser(), "/")).all("img") == []
    shown = Page(read(browser(), f"/works/{work}"))
    assert shown.all("details")
    assert len(shown.all("img")) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"artefact": {}},
        {"image": "https://evil.example/x"},
        {"name": "\0"},
        {"recipe": {"parameters": [{"\0": 1}]}},
    ],
)
def test_faulty_metadata_is_said_to_be_away(
    mint: Callable[..., Cid], browser: Callable[..., httpx.Client], changed: dict[str, object]
) -> None:
    work = mint(**changed)
    assert "not at hand" in read(browser(), f"/works/{work}")
    assert str(work) in read(browser(), "/")
