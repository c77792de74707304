"""dossiers
handed in                          -> stored under its digest, pictures anew
handed in twice, or ten times at once -> the same dossier, once
nobody signed in                   -> 401, no byte of the body is read
a text, link or title that is not  -> field-refused, with the field
no picture, too many, too large    -> refused with the number
one bad picture                    -> sample-refused with number and reason; nothing is kept
a body that is no form             -> upload-unreadable
an artist already, or a candidate  -> refused before any picture is looked at
more than ten a day                -> too-many-dossiers
"""

import hashlib
import json
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from tests.conftest import Accounts
from tests.marketplace.conftest import Actor, Browser, Rows
from tests.marketplace.curation import hostile

STATEMENT = "I paint clouds that turn into flowers."
PICTURE = hostile.picture("PNG", (80, 60))

Fields = list[tuple[str, str]]


def hand_in(client: httpx.Client, *pictures: bytes, **texts: str | list[str]) -> httpx.Response:
    files = [("samples", (f"../../{n}.png", picture)) for n, picture in enumerate(pictures)]
    return client.post("/api/v1/dossiers", data={"statement": STATEMENT} | texts, files=files)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_a_dossier_is_stored_under_its_digest(
    browser: Browser, accounts: Accounts, index: Callable[[], None]
) -> None:
    links = ["https://example.org/clouds", "https://example.org/flowers"]
    artist = browser(accounts.artist)
    answer = hand_in(artist, PICTURE, PICTURE, links=links, titles=["Cloud"])
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert [sample["title"] for sample in made["samples"]] == ["Cloud", "Untitled"]
    assert made["links"] == links
    content = browser().get(f"/ipfs/{made['cid']}").content
    assert "0x" + hashlib.sha256(content).hexdigest() == made["digest"]
    assert (
        json.loads(content)["samples"][0]["original"] == f"ipfs://{made['samples'][0]['original']}"
    )
    assert browser().get(f"/api/v1/dossiers/{made['digest']}").json().items() <= made.items()


def test_pictures_are_served_as_they_were_written_anew(
    browser: Browser, accounts: Accounts, index: Callable[[], None]
) -> None:
    (sample,) = hand_in(browser(accounts.artist), PICTURE).json()["samples"]
    shown = browser().get(f"/ipfs/{sample['display']}")
    assert shown.headers["content-type"] == "image/webp"
    assert (sample["width"], sample["height"]) == (80, 60)


def test_the_same_dossier_is_kept_once_however_often_it_comes(
    browser: Browser, accounts: Accounts, rows: Rows, index: Callable[[], None]
) -> None:
    client = browser(accounts.artist)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: hand_in(client, PICTURE), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.json()["digest"] for answer in answers}) == 1
    assert rows("SELECT count(*) FROM dossier_samples") == [(1,)]


def test_nobody_signed_in_sends_no_body(served: str) -> None:
    """The answer comes while the body is still announced and not one byte of it is sent."""
    host = urlsplit(served)
    head = (
        f"POST /api/v1/dossiers HTTP/1.1\r\nHost: {host.netloc}\r\nOrigin: {served}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", host.port), timeout=10) as connection:
        connection.sendall(head.encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 401 ")


def test_texts_are_held_to_their_rules(browser: Browser, accounts: Accounts) -> None:
    client = browser(accounts.artist)
    cases: list[tuple[dict[str, str | list[str]], str]] = [
        ({"statement": ""}, "statement"),
        ({"statement": "x" * 5001}, "statement"),
        ({"statement": "good \u202egnp.exe"}, "statement"),
        ({"statement": ["one", "two"]}, "statement"),
        ({"links": "javascript:alert(1)"}, "links.1"),
        ({"links": "http://example.org"}, "links.1"),
        ({"links": "https://user@example.org"}, "links.1"),
        ({"links": "https://localhost"}, "links.1"),
        ({"links": "https://example.org/a b"}, "links.1"),
        ({"links": "https://ex\u0430mple.org"}, "links.1"),
        ({"links": ["https://example.org"] * 8 + ["https://[oops"]}, ""),
        ({"titles": "x" * 121}, "titles.1"),
        ({"titles": "two\nlines"}, "titles.1"),
        ({"titles": ["one", "two"]}, "titles"),
    ]
    told = [
        (texts, answer.status_code, answer.json().get("field", ""))
        for texts, _ in cases
        for answer in [hand_in(client, PICTURE, **texts)]
    ]
    assert told == [(texts, 422, field) for texts, field in cases]


def test_one_bad_picture_is_named_and_nothing_is_kept(
    browser: Browser, accounts: Accounts, rows: Rows
) -> None:
    answer = hand_in(browser(accounts.artist), PICTURE, hostile.archive(), PICTURE)
    assert refusal(answer) == (422, "sample-refused")
    assert answer.json()["sample"] == 2
    assert answer.json()["reason"] == "its content is no JPEG, PNG, WebP or GIF"
    assert rows("SELECT count(*) FROM dossiers") == [(0,)]


def test_pictures_are_counted_and_weighed_while_they_stream(
    browser: Browser, accounts: Accounts
) -> None:
    client = browser(accounts.artist)
    form_without = client.post("/api/v1/dossiers", files={"statement": (None, STATEMENT)})
    assert refusal(form_without) == (422, "field-refused")
    assert refusal(hand_in(client, *[PICTURE] * 13)) == (422, "too-many-samples")
    too_large = hand_in(client, PICTURE, bytes(20 * 1024**2 + 1))
    assert refusal(too_large) == (413, "sample-too-large")
    assert too_large.json()["sample"] == 2


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=" + "x" * 300, b"x"),
        ("multipart/form-data; boundary=x", b"nothing of the kind"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="st'),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="statement"\r\n\r\n\xff\xfe\r\n--x--',
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="statement"\r\n\r\ncut in the midd',
        ),
    ],
)
def test_a_body_that_is_no_form_is_told_so(
    browser: Browser, accounts: Accounts, kind: str, body: bytes
) -> None:
    client = browser(accounts.artist)
    answer = client.post("/api/v1/dossiers", content=body, headers={"Content-Type": kind})
    assert refusal(answer) == (400, "upload-unreadable")


def test_a_field_that_a_dossier_lacks_is_refused(browser: Browser, accounts: Accounts) -> None:
    answer = hand_in(browser(accounts.artist), PICTURE, votes_for="100")
    assert refusal(answer) == (422, "field-unknown")


def test_a_candidate_waits_for_the_decision(
    browser: Browser, accounts: Accounts, index: Callable[[], None], act: Actor
) -> None:
    ((bond_wei, *_others),) = act.read("Curation", "parameters")
    artist = accounts.artist
    act.send(artist.address, "Curation", "openApplication", b"\x07" * 32, value_wei=bond_wei)
    index()
    assert refusal(hand_in(browser(artist), PICTURE)) == (409, "application-pending")


def test_ten_dossiers_a_day_are_enough(browser: Browser, accounts: Accounts, rows: Rows) -> None:
    client = browser(accounts.artist)
    assert hand_in(client, PICTURE).status_code == 201
    rows(
        "INSERT INTO dossiers SELECT sha256(n::text::bytea), artist, statement, links, cid, "
        "created_at FROM dossiers, generate_series(1, 9) n"
    )
    answer = hand_in(client, PICTURE, statement="One more.")
    assert refusal(answer) == (429, "too-many-dossiers")
    assert "retry-after" in answer.headers


def test_an_unknown_digest_is_told_so(browser: Browser) -> None:
    assert refusal(browser().get("/api/v1/dossiers/0x" + "ab" * 32)) == (404, "dossier-missing")
    assert browser().get("/api/v1/dossiers/nonsense").status_code == 422
