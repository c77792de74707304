"""Stand at the door: writes from our origin only, bounded bodies, strict headers everywhere."""

import asyncio
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marketplace import problem
from marketplace.errors import Refused

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KIB, MIB = 1024, 1024**2
BODY_LIMIT = 64 * KIB
BODY_SECONDS = 60.0
SLOWEST_BYTES_PER_SECOND = 32 * KIB  # what has come gives the rest its time: drops give none

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


class OriginForeign(Refused):
    """A page that is not ours tried to change something."""

    title = "This request does not come from our own page"


class Guard:
    """An ASGI application around ours; what it lets through has passed every check of the door."""

    def __init__(
        self, app: ASGIApp, public_url: str, body_limits: Mapping[str, int] | None = None
    ) -> None:
        self._app = app
        self._origin = origin_of(public_url)
        self._body_limits = dict(body_limits or {})
        self._headers = dict(HEADERS)
        if public_url.startswith("https://"):
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_started = False

        async def send_guarded(message: Message) -> None:
            nonlocal is_started
            if message["type"] == "http.response.start":
                is_started = True
                self._complete(MutableHeaders(scope=message))
            await send(message)

        try:
            self._check_origin(scope)
            await self._app(scope, self._bounded(scope, receive), send_guarded)
        except Exception as error:
            if is_started:
                raise  # half an answer is out: the server must cut the connection
            response = problem.respond(Request(scope), error)
            await response(scope, receive, send_guarded)

    def _complete(self, headers: MutableHeaders) -> None:
        """A route may be stricter or, as the gateway, different; it is never without."""
        for name, value in self._headers.items():
            headers.setdefault(name, value)

    def _check_origin(self, scope: Scope) -> None:
        if scope["method"] in SAFE_METHODS:
            return
        origin = Headers(scope=scope).get("origin")
        if origin != self._origin:
            told = repr(origin[:200]) if origin else "no Origin header"
            raise OriginForeign(
                f"It carries {told}; changes are taken from {self._origin} only. "
                f"Open {self._origin} and try again.",
                origin=origin and origin[:200],
                expected=self._origin,
            )

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        """Cut a body at its limit while it streams, whatever its Content-Length says."""
        limit = self._body_limits.get(scope["path"], BODY_LIMIT)
        announced = Headers(scope=scope).get("content-length", "")
        begun = time.monotonic()
        received = 0
        is_complete = False

        async def receive_bounded() -> Message:
            nonlocal received, is_complete
            if is_complete:  # from here on only the end of the connection can come
                return await receive()
            if announced.isdigit() and int(announced) > limit:
                raise _too_large(limit, int(announced))
            seconds = BODY_SECONDS + received / SLOWEST_BYTES_PER_SECOND
            try:
                async with asyncio.timeout(begun + seconds - time.monotonic()):
                    message = await receive()
            except TimeoutError as late:
                raise HTTPException(
                    408,
                    f"After {seconds:.0f} seconds only {received} bytes of the body have come.",
                ) from late
            received += len(message.get("body", b""))
            if received > limit:
                raise _too_large(limit, received)
            is_complete = not message.get("more_body", False)
            return message

        return receive_bounded


def origin_of(url: str) -> str:
    """Scheme, host and port as browsers write them in `Origin`."""
    parts = urlsplit(url)
    is_default = parts.port in (None, {"http": 80, "https": 443}.get(parts.scheme))
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}" if is_default else f"{parts.scheme}://{host}:{parts.port}"


def _too_large(limit: int, size: int) -> HTTPException:
    # An HTTPException, because the framework passes that kind alone through its body parsers.
    return HTTPException(
        413,
        f"The body has {size} bytes or more; at most {limit} are taken here.",
        {"Connection": "close"},
    )
