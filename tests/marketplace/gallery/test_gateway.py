"""gateway
file            -> its bytes, type by content, for ever cacheable, 304 when known
range           -> 206 with those bytes; outside -> 416; several parts -> the whole
path            -> X-Ipfs-Path and -Roots; nowhere -> 404
folder          -> redirected to its slash, then a page or JSON
raw             -> the block, as an attachment; with a path -> 400
car             -> an archive that verifies: scopes, byte ranges, each block once
html, svg       -> text; unknown bytes -> an attachment; all under a sandbox
bad CID 400, missing 404, missing but only-if-cached 412, unknown format 406, damaged 500
a missing part in mid stream -> the connection breaks, never a short success
"""

import json
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import uvicorn
from fastapi import FastAPI
from httpx import Client, RemoteProtocolError, Response

from marketplace import problem
from marketplace.adapters.ipfs import car
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.gallery.gateway import router

MIB = 1 << 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
LARGE = random.Random(7).randbytes(5 * MIB + 11)
FOLDER = {
    "image.png": PNG,
    "metadata.json": b'{"name": "On Wings of Song"}',
    "a b/ü.txt": "Flügel".encode(),
    "film": LARGE,
    "again": LARGE,
}
RAW = "application/vnd.ipld.raw"
CAR = "application/vnd.ipld.car"
FOR_EVER = "public, max-age=29536000, immutable"


@pytest.fixture(scope="module")
def app() -> FastAPI:
    app = FastAPI()
    problem.install(app)
    app.include_router(router)
    return app


@pytest.fixture(scope="module")
def server(app: FastAPI) -> Iterator[str]:
    """The application behind a real server, on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def store(app: FastAPI, tmp_path: Path) -> UnixfsStore:
    store = UnixfsStore(EmbeddedBlocks(tmp_path))
    app.state.parts = SimpleNamespace(store=store)
    return store


@pytest.fixture
def client(server: str, store: UnixfsStore) -> Iterator[Client]:
    with Client(base_url=server) as client:
        yield client


@pytest.fixture
def folder(store: UnixfsStore) -> Cid:
    return store.add_folder(FOLDER)


def cids_of(response: Response) -> list[Cid]:
    """Verify an archive and return what it holds."""
    assert response.headers["content-type"] == f"{CAR}; version=1; order=dfs; dups=n"
    return [block.cid for block in car.read([response.content])]


def assert_problem(response: Response, status: int, words: str) -> None:
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert (response.status_code, told["status"]) == (status, status)
    assert words in told["detail"]


def test_a_file_is_served_for_ever(client: Client, store: UnixfsStore) -> None:
    cid = store.add(PNG)
    response = client.get(f"/ipfs/{cid}")
    assert response.content == PNG
    assert response.headers["content-type"] == "image/png"
    assert response.headers["cache-control"] == FOR_EVER
    assert response.headers["etag"] == f'"{cid}"'
    assert response.headers["content-length"] == str(len(PNG))


def test_a_large_file_is_served_whole(client: Client, store: UnixfsStore) -> None:
    response = client.get(f"/ipfs/{store.add(LARGE)}")
    assert response.content == LARGE
    assert response.headers["content-length"] == str(len(LARGE))


@pytest.mark.parametrize("content", [b"", PNG, LARGE])
def test_head_says_the_same_without_a_body(
    client: Client, store: UnixfsStore, content: bytes
) -> None:
    url = f"/ipfs/{store.add(content)}"
    head, get = client.head(url), client.get(url)
    assert head.content == b""
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"x", "{}"', "*"])
def test_what_is_known_is_not_sent_again(client: Client, store: UnixfsStore, known: str) -> None:
    cid = store.add(PNG)
    response = client.get(f"/ipfs/{cid}", headers={"If-None-Match": known.format(cid)})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == f'"{cid}"'


@pytest.mark.parametrize("content", [LARGE[:1000], LARGE])
@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("0-0", 0, 1),
        ("10-99", 10, 100),
        ("500-", 500, None),
        ("-300", -300, None),
        ("999-99999999999", 999, None),
        ("-99999999999", 0, None),
    ],
)
def test_a_range_is_served(
    client: Client,
    store: UnixfsStore,
    content: bytes,
    asked: str,
    start: int,
    stop: int | None,
) -> None:
    response = client.get(f"/ipfs/{store.add(content)}", headers={"Range": f"bytes={asked}"})
    first, last, _ = slice(start, stop).indices(len(content))
    assert response.status_code == 206
    assert response.content == content[start:stop]
    assert response.headers["content-range"] == f"bytes {first}-{last - 1}/{len(content)}"


@pytest.mark.parametrize("asked", ["bytes=105-", "bytes=-0", "bytes=999-1000"])
def test_a_range_outside_is_refused(client: Client, store: UnixfsStore, asked: str) -> None:
    response = client.get(f"/ipfs/{store.add(bytes(105))}", headers={"Range": asked})
    assert_problem(response, 416, "outside the 105 bytes")
    assert response.headers["content-range"] == "bytes */105"


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "bytes=", "lines=1-2", "bytes=9-3", "bytes=a-"])
def test_a_range_of_another_form_gets_the_whole(
    client: Client, store: UnixfsStore, asked: str
) -> None:
    response = client.get(f"/ipfs/{store.add(PNG)}", headers={"Range": asked})
    assert (response.status_code, response.content) == (200, PNG)


@pytest.mark.parametrize(("version", "status"), [('"{}"', 206), ('"other"', 200)])
def test_a_range_of_another_version_gets_the_whole(
    client: Client, store: UnixfsStore, version: str, status: int
) -> None:
    cid = store.add(PNG)
    headers = {"Range": "bytes=0-3", "If-Range": version.format(cid)}
    assert client.get(f"/ipfs/{cid}", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"),
        (b'{"a": [1]}', "application/json"),
        (b'{"a": [1}', "text/plain; charset=utf-8"),
        ("Flügel".encode() * 3000, "text/plain; charset=utf-8"),
        (b"", "text/plain; charset=utf-8"),
        (b"<html><script>alert(1)</script>", "text/plain; charset=utf-8"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "text/plain; charset=utf-8"),
        (b"\x00\x01\x02", "application/octet-stream"),
        (b"%PDF-1.7\n\xe2\xe3", "application/octet-stream"),
        (b"\x1f\x8b\x08", "application/octet-stream"),
    ],
)
def test_the_type_comes_from_the_content(
    client: Client, store: UnixfsStore, content: bytes, kind: str
) -> None:
    response = client.get(f"/ipfs/{store.add(content)}?filename=x.html")
    assert response.headers["content-type"] == kind
    is_saved = kind == "application/octet-stream"
    assert response.headers["content-disposition"].startswith(
        "attachment" if is_saved else "inline"
    )


@pytest.mark.parametrize("query", ["", "?format=raw", "?format=car"])
def test_nothing_stored_can_act_on_our_origin(
    client: Client, store: UnixfsStore, query: str
) -> None:
    headers = client.get(f"/ipfs/{store.add(b'<script>')}{query}").headers
    assert headers["x-content-type-options"] == "nosniff"
    policy = headers["content-security-policy"].split("; ")
    assert {"sandbox", "default-src 'none'"} <= set(policy)


def test_a_service_worker_is_refused(client: Client, store: UnixfsStore) -> None:
    cid = store.add(b"self.onfetch = steal")
    response = client.get(f"/ipfs/{cid}", headers={"Service-Worker": "script"})
    assert_problem(response, 400, "service worker")


def test_a_filename_cannot_break_out_of_its_header(client: Client, store: UnixfsStore) -> None:
    cid = store.add(PNG)
    response = client.get(f"/ipfs/{cid}", params={"filename": 'ü".png\r\nX: y', "download": "true"})
    assert response.headers["content-disposition"] == (
        "attachment; filename=\"__.png__X: y\"; filename*=UTF-8''%C3%BC%22.png%0D%0AX%3A%20y"
    )


def test_a_path_names_its_roots(client: Client, store: UnixfsStore, folder: Cid) -> None:
    response = client.get(f"/ipfs/{folder}/a%20b/%C3%BC.txt")
    assert response.text == "Flügel"
    assert response.headers["x-ipfs-path"] == f"/ipfs/{folder}/a%20b/%C3%BC.txt"
    roots = response.headers["x-ipfs-roots"].split(",")
    assert (roots[0], len(roots)) == (str(folder), 3)
    assert store.read(Cid.parse(roots[2])) == "Flügel".encode()


@pytest.mark.parametrize("path", ["nothing", "image.png/more", "%2e%2e/x", "a%20b/nothing", "%00"])
def test_a_path_to_nowhere_is_not_found(client: Client, folder: Cid, path: str) -> None:
    assert_problem(client.get(f"/ipfs/{folder}/{path}"), 404, "has nothing at")


def test_a_folder_is_redirected_to_its_slash(client: Client, folder: Cid) -> None:
    response = client.get(f"/ipfs/{folder}/a%20b?download=true")
    assert response.status_code == 301
    assert response.headers["location"] == f"/ipfs/{folder}/a%20b/?download=true"


def test_a_folder_is_a_page_of_links(client: Client, store: UnixfsStore) -> None:
    cid = store.add_folder({"<b>&'\"": b"1", "javascript:x": b"2", "in/ner": b"3"})
    page = client.get(f"/ipfs/{cid}/").text
    assert "<b>" not in page
    assert 'href="./javascript%3Ax"' in page
    assert 'href="../"' in client.get(f"/ipfs/{cid}/in/").text


def test_a_folder_is_json_for_programs(client: Client, folder: Cid) -> None:
    response = client.get(f"/ipfs/{folder}/", headers={"Accept": "application/json"})
    assert [entry["name"] for entry in response.json()] == sorted({p.split("/")[0] for p in FOLDER})


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


@pytest.mark.parametrize(
    ("cid", "words"),
    [
        ("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", "CIDv0"),
        ("nonsense", "not a CIDv1"),
        ("b" + "a" * 58, "not a CIDv1"),
        ("x" * 5000, "not a CIDv1"),
    ],
)
def test_a_bad_cid_is_said(client: Client, cid: str, words: str) -> None:
    assert_problem(client.get(f"/ipfs/{cid}"), 400, words)


@pytest.mark.parametrize("query", ["", "?format=raw", "?format=car"])
def test_what_is_not_here_is_not_found(client: Client, query: str) -> None:
    absent = Cid.of(b"absent")
    assert_problem(client.get(f"/ipfs/{absent}{query}"), 404, str(absent))
    cached = client.get(f"/ipfs/{absent}{query}", headers={"Cache-Control": "only-if-cached"})
    assert_problem(cached, 412, str(absent))


def test_damage_is_never_served(client: Client, store: UnixfsStore, tmp_path: Path) -> None:
    cid = store.add(PNG)
    name = cid.digest.hex()
    (tmp_path / "blocks" / name[:2] / name).write_bytes(b"\x89PNG\r\n\x1a\nother")
    assert_problem(client.get(f"/ipfs/{cid}"), 500, "damaged")


def test_the_gateway_can_be_probed(client: Client) -> None:
    assert client.get("/ipfs/bafkqaaa?format=raw").content == b""
    archive = client.get("/ipfs/bafkqaaa", headers={"Accept": CAR})
    assert archive.content == car.header(b"\x01\x55\x00\x00")
    assert client.head("/ipfs/bafkqaaa?format=raw").status_code == 200


@pytest.mark.parametrize("query", ["", "?format=car"])
def test_a_part_missing_in_mid_stream_breaks_the_connection(
    client: Client, store: UnixfsStore, tmp_path: Path, query: str
) -> None:
    cid = store.add(LARGE)
    name = Cid.of(LARGE[3 * MIB : 4 * MIB]).digest.hex()
    (tmp_path / "blocks" / name[:2] / name).unlink()
    with pytest.raises(RemoteProtocolError):
        client.get(f"/ipfs/{cid}{query}")


def test_json_is_json(client: Client, folder: Cid) -> None:
    assert client.get(f"/ipfs/{folder}/metadata.json").json() == json.loads(FOLDER["metadata.json"])
