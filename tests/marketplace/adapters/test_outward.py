"""sending to addresses that strangers choose
an address of this machine or network, in any spelling -> refused, and nobody is knocked at
a public one                                           -> the checked address is connected to
a name that means another address the next time        -> is asked once
a name with one inner address among others             -> refused
http, other ports, users, fragments                    -> refused; http to loopback where allowed
a redirection                                          -> is the answer, and not followed
an answer without end, or none                         -> is cut
a certificate of another name                          -> nothing is sent
"""

import asyncio
import http.server
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from marketplace.adapters import outward
from marketplace.adapters.outward import Answer, Checked, Unsent, UrlRefused, is_public, post

INNER_HOSTS = (
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1",
    "0177.0.0.1", "017700000001", "0", "0.0.0.0", "localhost", "LOCALHOST", "localhost.",  # noqa: S104 - refused, not bound to
    "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1",
    "169.254.169.254", "0xa9fea9fe", "2852039166", "100.64.0.1", "168.63.129.16", "192.0.2.1",
    "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.192",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]",
    "[0:0:0:0:0:ffff:a9fe:a9fe]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]",
    "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001:0:7f00:1::]", "[fe80::1]", "[fec0::1]",
    "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]",
)  # fmt: skip

WRONG = (
    "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "//example.org/", "x",
    "http://example.org/", "https://example.org:22/", "https://example.org:99999/",
    "https://user:word@example.org/", "https://example.org/#part", "https:///path", "https://[::1",
    "https://example.org/ path", "https://exämple.org/", "https://example.org/\r\nX: y",
    f"https://example.org/{'a' * 500}",
)  # fmt: skip


class Receiver(http.server.BaseHTTPRequestHandler):
    """Redirects, answers without end, or says what it was sent."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        """Do as the path says."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append(self.path)
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "/followed")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"\x00a" * 4096)
            except OSError:
                self.close_connection = True
        elif self.path == "/silent":
            threading.Event().wait(5)
        else:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[int]:
    """A server on this machine; its port."""
    Receiver.seen.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def send(url: str, **options: Any) -> Answer:
    """Send something there."""
    return asyncio.run(post(url, b"said", {"Content-Type": "text/plain"}, **options))


class Road(httpcore.AsyncNetworkBackend):
    """Leads nowhere, and notes who wanted to go where."""

    def __init__(self) -> None:
        self.wanted: list[str] = []

    async def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> Any:
        """Note it."""
        self.wanted.append(f"{host}:{port}")
        raise httpcore.ConnectError("this road leads nowhere")


@pytest.fixture
def road(monkeypatch: pytest.MonkeyPatch) -> Road:
    """Where connections would go."""
    road = Road()
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: road)
    return road


def names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Have names mean these addresses, another list every time they are asked for."""
    asked: list[str] = []

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        found = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


@pytest.mark.parametrize("host", INNER_HOSTS)
def test_inner_addresses_are_refused_in_every_spelling(host: str, road: Road) -> None:
    with pytest.raises((UrlRefused, Unsent)):
        send(f"https://{host}/hook")
    assert road.wanted == []


def test_nobody_on_this_machine_is_knocked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setattr(outward, "PORTS", {listening.getsockname()[1]})
        for host in ("127.0.0.1", "2130706433", "localhost", "[::ffff:127.0.0.1]"):
            with pytest.raises((UrlRefused, Unsent)):
                send(f"https://{host}:{listening.getsockname()[1]}/hook")
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize("url", WRONG)
def test_what_is_no_https_address_is_refused(url: str) -> None:
    with pytest.raises(UrlRefused):
        outward.check_url(url)


def test_the_checked_address_is_connected_to(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = names(monkeypatch, ["8.8.8.8", "8.8.4.4"], ["127.0.0.1"])
    with pytest.raises(Unsent, match="leads nowhere"):
        send("https://rebinding.example/hook")
    assert (asked, road.wanted) == (["rebinding.example"], ["8.8.8.8:443", "8.8.4.4:443"])


def test_one_inner_address_is_too_many(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(UrlRefused, match=r"is 10\.0\.0\.1"):
        send("https://both.example/hook")
    assert road.wanted == []


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1", "64:ff9b::808:808"])
def test_public_addresses_are_public(host: str) -> None:
    assert is_public(ipaddress.ip_address(host))


def test_loopback_is_for_trying_and_by_http(receiver: int) -> None:
    url = f"http://127.0.0.1:{receiver}/say"
    assert (send(url, loopback=True).status, Receiver.seen) == (200, ["/say"])
    with pytest.raises(UrlRefused, match="https"):
        send(url)
    with pytest.raises(UrlRefused, match="https"):
        send("http://10.0.0.1/", loopback=True)


def test_a_redirection_is_the_answer(receiver: int) -> None:
    assert send(f"http://127.0.0.1:{receiver}/elsewhere", loopback=True).status == 302
    assert Receiver.seen == ["/elsewhere"]


def test_of_an_endless_answer_the_beginning_is_kept(receiver: int) -> None:
    answer = send(f"http://127.0.0.1:{receiver}/endless", loopback=True)
    assert answer.text == " ".join("a" * (outward.KEPT_BYTES // 2))


def test_silence_is_not_waited_for(receiver: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outward, "SECONDS", 0.2)
    with pytest.raises(Unsent, match=r"within 0\.2 seconds"):
        send(f"http://127.0.0.1:{receiver}/silent", loopback=True)


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unsent):
        send(f"http://127.0.0.1:{port}/", loopback=True)


def test_certificates_are_checked_by_name(
    receiver: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = _certificate(tmp_path, "right.example")
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inside.load_cert_chain(certificate)
    server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
    server.socket = inside.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    monkeypatch.setattr(outward, "PORTS", {port})
    names(monkeypatch, ["127.0.0.1"])
    trust = ssl.create_default_context(cafile=certificate)
    monkeypatch.setattr(Checked, "__init__", _allowing_loopback)
    assert send(f"https://right.example:{port}/say", trust=trust).text == "said"
    with pytest.raises(Unsent, match="certificate"):
        send(f"https://wrong.example:{port}/say", trust=trust)
    with pytest.raises(Unsent, match="certificate"):
        send(f"https://right.example:{port}/say")
    server.shutdown()
    server.server_close()


def _allowing_loopback(self: Checked, **_: Any) -> None:
    self._loopback = True
    self._inner = httpcore.AnyIOBackend()


def _certificate(folder: Path, name: str) -> Path:
    """A certificate that signs itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file
