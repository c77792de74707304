"""asset
a known file, its version in the address  -> its bytes, cached for ever
compression accepted                      -> the same bytes, smaller
the same version again                    -> 304
an unknown file, a way out of the folder  -> 404
the bundle                                -> holds no address of another host to fetch from
"""

import gzip
import re

import httpx
import pytest

from marketplace.web import asset
from tests.marketplace.web.conftest import Serve

STYLE = "dist/page.css"


@pytest.fixture
def site(serve: Serve) -> httpx.Client:
    return serve(asset.router, {})


def test_an_asset_is_cached_for_ever_under_its_version(site: httpx.Client) -> None:
    answer = site.get(asset.address_of(STYLE))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/css; charset=utf-8"


def test_compression_changes_nothing_but_the_size(site: httpx.Client) -> None:
    plain = site.get(asset.address_of(STYLE), headers={"Accept-Encoding": "identity"})
    small = asset.assets()[STYLE].compressed
    assert small is not None
    assert gzip.decompress(small) == plain.content
    assert len(small) < len(plain.content) / 2


def test_the_same_version_again_is_not_sent_again(site: httpx.Client) -> None:
    first = site.get(asset.address_of(STYLE))
    again = site.get(asset.address_of(STYLE), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["nothing.css", "../page.py", "%2e%2e/page.py", "dist"])
def test_only_assets_are_served(site: httpx.Client, name: str) -> None:
    assert site.get(f"/static/{name}").status_code == 404


def test_the_first_page_carries_no_heavy_script() -> None:
    """What wallets need is fetched when a form is first carried out."""
    entry = asset.assets()["dist/wallet.js"]
    assert entry.compressed is not None
    assert len(entry.compressed) < 3_000


def test_the_style_fetches_from_nowhere_else() -> None:
    addresses = re.findall(rb"url\(([^)]*)\)", asset.assets()[STYLE].plain)
    assert addresses
    assert all(address.strip(b"\"'").startswith(b"./") for address in addresses)
