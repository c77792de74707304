"""gateway, for people
file            -> its bytes, type by content, for ever cacheable, 304 when known
range           -> 206 with those bytes; outside -> 416; several parts -> the whole
path            -> X-Ipfs-Path and -Roots; nowhere -> 404
folder          -> redirected to its slash, then a page or JSON
html, svg       -> text; unknown bytes -> an attachment; all under a sandbox
bad CID 400, missing 404, missing but only-if-cached 412, damaged 500
a missing part in mid stream -> the connection breaks, never a short success
"""

import json
from pathlib import Path

import pytest
from httpx import Client, RemoteProtocolError

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.store import UnixfsStore

from .sample import FOLDER, LARGE, MIB, PNG, assert_problem

FOR_EVER = "public, max-age=29536000, immutable"


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


def test_damage_is_never_served(client: Client, store: UnixfsStore, disk: Path) -> None:
    cid = store.add(b"whole")
    name = cid.digest.hex()
    (disk / "blocks" / name[:2] / name).write_bytes(b"\x89PNG\r\n\x1a\nother")
    assert_problem(client.get(f"/ipfs/{cid}"), 500, "damaged")


@pytest.mark.parametrize("query", ["", "?format=car"])
def test_a_part_missing_in_mid_stream_breaks_the_connection(
    client: Client, store: UnixfsStore, disk: Path, query: str
) -> None:
    content = LARGE[::-1]
    cid = store.add(content)
    name = Cid.of(content[3 * MIB : 4 * MIB]).digest.hex()
    (disk / "blocks" / name[:2] / name).unlink()
    with pytest.raises(RemoteProtocolError):
        client.get(f"/ipfs/{cid}{query}")


def test_json_is_json(client: Client, folder: Cid) -> None:
    assert client.get(f"/ipfs/{folder}/metadata.json").json() == json.loads(FOLDER["metadata.json"])
