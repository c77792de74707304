"""gateway, for those who verify
raw             -> the block, as an attachment; with a path -> 400
car             -> an archive that verifies: scopes, byte ranges, each block once
Accept          -> the most wanted format that is spoken; the URL goes before it
unknown format 406, unclear query 400
"""

import pytest
from httpx import Client, Response

from marketplace.adapters.ipfs import car
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.store import UnixfsStore

from .sample import CAR, MIB, PNG, RAW, assert_problem

FOR_EVER = "public, max-age=29536000, immutable"


def cids_of(response: Response) -> list[Cid]:
    """Verify an archive and return what it holds."""
    assert response.headers["content-type"] == f"{CAR}; version=1; order=dfs; dups=n"
    return [block.cid for block in car.read([response.content])]


@pytest.mark.parametrize("as_header", [True, False])
def test_a_raw_block_is_an_attachment(
    client: Client, store: UnixfsStore, folder: Cid, as_header: bool
) -> None:
    headers = {"Accept": RAW} if as_header else {}
    response = client.get(f"/ipfs/{folder}{'' if as_header else '?format=raw'}", headers=headers)
    assert response.content == store.block(folder)
    assert response.headers["content-type"] == RAW
    assert response.headers["content-disposition"].startswith(
        f'attachment; filename="{folder}.bin"'
    )
    location = f"/ipfs/{folder}?format=raw" if as_header else None
    assert response.headers.get("content-location") == location


def test_a_raw_block_is_not_asked_for_by_path(client: Client, folder: Cid) -> None:
    assert_problem(client.get(f"/ipfs/{folder}/film?format=raw"), 400, "by its own CID")


def test_an_archive_holds_everything_once(client: Client, store: UnixfsStore, folder: Cid) -> None:
    response = client.get(f"/ipfs/{folder}?format=car")
    cids = cids_of(response)
    assert cids[0] == folder
    assert len(cids) == len(set(cids)) == 2 + 3 + 7
    assert response.headers["cache-control"] == FOR_EVER


def test_an_archive_of_a_path_begins_at_the_root(
    client: Client, store: UnixfsStore, folder: Cid
) -> None:
    cids = cids_of(client.get(f"/ipfs/{folder}/a%20b/%C3%BC.txt", headers={"Accept": CAR}))
    assert (cids[0], len(cids)) == (folder, 3)
    assert store.read(cids[-1]) == "Flügel".encode()


@pytest.mark.parametrize(
    ("path", "query", "blocks"),
    [
        ("", "dag-scope=block", 1),
        ("", "dag-scope=entity", 1),
        ("", "entity-bytes=0:10", 1),
        ("/film", "dag-scope=block", 2),
        ("/film", "dag-scope=entity", 8),
        ("/film", "entity-bytes=0:*", 8),
        ("/film", "entity-bytes=0:0", 3),
        ("/film", f"entity-bytes={MIB - 1}:{MIB}", 4),
        ("/film", "entity-bytes=-1:*", 3),
        ("/film", "entity-bytes=-99999999999:0", 3),
        ("/film", f"entity-bytes=0:-{4 * MIB}", 4),
        ("/film", f"entity-bytes={MIB}:99999999999", 7),
        ("/film", "entity-bytes=5:3", 2),
    ],
)
def test_an_archive_holds_what_its_scope_needs(
    client: Client, folder: Cid, path: str, query: str, blocks: int
) -> None:
    assert len(cids_of(client.get(f"/ipfs/{folder}{path}?format=car&{query}"))) == blocks


def test_archives_of_other_scopes_have_other_etags(client: Client, folder: Cid) -> None:
    queries = [
        "",
        "&dag-scope=block",
        "&dag-scope=entity",
        "&entity-bytes=0:5",
        "&entity-bytes=1:5",
    ]
    urls = [f"/ipfs/{folder}/film?format=car{query}" for query in queries]
    etags = {client.head(url).headers["etag"] for url in urls}
    assert len(etags) == len(urls)


@pytest.mark.parametrize(
    ("query", "accept", "status", "words"),
    [
        ("format=tar", "", 406, "use raw or car"),
        ("format=dag-json", "", 406, "use raw or car"),
        ("", "application/vnd.ipfs.ipns-record", 406, "is spoken here"),
        ("", "application/x-tar", 406, "is spoken here"),
        ("format=car&car-version=2", "", 406, "version=1"),
        ("format=car&car-dups=y", "", 406, "dups=n"),
        ("format=car&car-order=bfs", "", 406, "order=dfs"),
        ("", f"{CAR};version=2", 406, "is spoken here"),
        ("format=car&dag-scope=some", "", 400, "use block, entity or all"),
        ("format=car&entity-bytes=1", "", 400, "is not from:to"),
        ("format=car&entity-bytes=99999999:*", "", 400, "beyond the"),
    ],
)
def test_what_is_not_spoken_is_refused(
    client: Client, folder: Cid, query: str, accept: str, status: int, words: str
) -> None:
    response = client.get(f"/ipfs/{folder}/film?{query}", headers={"Accept": accept})
    assert_problem(response, status, words)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "image/png"),
        ("image/avif,image/webp,*/*;q=0.8", "image/png"),
        (f"{CAR};q=0.5, {RAW}", RAW),
        (f"{CAR};order=dfs;q=0.9, {RAW};q=0.1", f"{CAR}; version=1; order=dfs; dups=n"),
        (f"{CAR};version=2, {RAW};q=0.1", RAW),
        (f"{RAW};q=0, image/*", "image/png"),
    ],
)
def test_the_most_wanted_format_wins(
    client: Client, store: UnixfsStore, accept: str, kind: str
) -> None:
    response = client.get(f"/ipfs/{store.add(PNG)}", headers={"Accept": accept})
    assert response.headers["content-type"] == kind


def test_the_url_goes_before_the_header(client: Client, store: UnixfsStore) -> None:
    response = client.get(f"/ipfs/{store.add(PNG)}?format=raw", headers={"Accept": CAR})
    assert response.headers["content-type"] == RAW


def test_the_gateway_can_be_probed(client: Client) -> None:
    assert client.get("/ipfs/bafkqaaa?format=raw").content == b""
    archive = client.get("/ipfs/bafkqaaa", headers={"Accept": CAR})
    assert archive.content == car.header(b"\x01\x55\x00\x00")
    assert client.head("/ipfs/bafkqaaa?format=raw").status_code == 200
