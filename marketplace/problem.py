"""Translate every error, in one place, into what the other side reads: RFC 9457 or a page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from psycopg.errors import DiskFull
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from marketplace import db, log
from marketplace.adapters.chain import ChainError
from marketplace.adapters.ipfs.error import StoreError
from marketplace.errors import AtelierError, slug

MEDIA_TYPE = "application/problem+json"
MACHINE_PATHS = ("/api", "/ipfs", "/development")
SHOWN_LENGTH = 80
INT53 = 2**53

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is said about one failure."""

    status: int
    title: str
    detail: str
    type: str = "about:blank"
    values: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The members of RFC 9457, then our own; ours never hide a standard one."""
        members = {
            **self.values,
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        return {name: _plain(value) for name, value in members.items()}


ErrorPage = Callable[[Request, Problem], Response]


def of(error: Exception) -> Problem:
    """Say what an exception means; what nobody foresaw says nothing about our insides."""
    if isinstance(error, AtelierError):
        return _ours(error)
    if isinstance(error, StoreError | ChainError):
        return Problem(error.status, error.title, str(error), _type(type(error).__name__))
    if isinstance(error, RequestValidationError):
        return _unreadable_fields(error.errors())
    if isinstance(error, HTTPException):
        return _http(error)
    if _is_full(error):
        return Problem(
            507,
            "The disk is full",
            "Nothing was changed. Whoever runs this site has to make room; then try again.",
            _type("no-room"),
        )
    if isinstance(error, db.AWAY):
        return Problem(
            503,
            "The database does not answer",
            "Nothing was changed; try again in a few seconds.",
            _type("database-unavailable"),
            headers={"Retry-After": "2"},
        )
    if isinstance(error, ClientDisconnect):
        return Problem(400, "The connection was closed", "The request did not arrive whole.")
    return Problem(
        500,
        "Something went wrong on our side",
        "Nothing was changed. The fault is logged; try again, and tell us if it stays.",
        _type("unexpected"),
    )


def respond(request: Request, error: Exception) -> Response:
    """Answer with a problem: a page for people with browsers, JSON for everybody else."""
    problem = of(error)
    _report(request, error, problem)
    page: ErrorPage | None = getattr(request.app.state, "error_page", None)
    if page is not None and wants_page(request):
        response = page(request, problem)
        response.headers.update(problem.headers)
        return response
    return Response(
        orjson.dumps(problem.as_dict(), default=str),
        problem.status,
        dict(problem.headers),
        MEDIA_TYPE,
    )


def wants_page(request: Request) -> bool:
    """Whether a person's browser asked for a page."""
    path = request.url.path
    is_for_machines = any(path == root or path.startswith(root + "/") for root in MACHINE_PATHS)
    return not is_for_machines and "text/html" in request.headers.get("accept", "")


def install(app: FastAPI) -> None:
    """Let every error of every route end here."""

    def handle(request: Request, error: Exception) -> Response:
        return respond(request, error)

    for kind in (
        AtelierError,
        StoreError,
        ChainError,
        RequestValidationError,
        HTTPException,
        *db.AWAY,
    ):
        app.add_exception_handler(kind, handle)


def _report(request: Request, error: Exception, problem: Problem) -> None:
    """What people did wrong is theirs to know; what we could not do is the operator's, too."""
    if problem.type == _type("unexpected"):
        _log.error("request_failed", path=request.url.path, exc_info=error)
    elif problem.status >= 500:
        _log.warning(
            "request_unserved", path=request.url.path, type=problem.type, detail=problem.detail
        )


def _ours(error: AtelierError) -> Problem:
    headers = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = 'SignInWithEthereum realm="atelier"'
    if "retry_after" in error.values:
        headers["Retry-After"] = str(error.values["retry_after"])
    return Problem(
        error.status, error.title, error.detail, _type(type(error).__name__), error.values, headers
    )


def _http(error: HTTPException) -> Problem:
    phrase = HTTPStatus(error.status_code).phrase
    detail = "" if error.detail == phrase else str(error.detail)
    known = {
        404: "There is nothing at this address.",
        405: "This address does not take that method.",
    }
    return Problem(
        error.status_code,
        phrase,
        detail or known.get(error.status_code, phrase),
        headers=dict(error.headers or {}),
    )


def _unreadable_fields(faults: Sequence[Any]) -> Problem:
    errors = [
        {
            "field": ".".join(str(part) for part in fault["loc"][1:]) or str(fault["loc"][0]),
            "message": str(fault["msg"]).removeprefix("Value error, "),
            "value": _shown(fault.get("input")),
        }
        for fault in faults
    ]
    sentences = "; ".join(f"{each['field']}: {each['message']}" for each in errors[:3])
    return Problem(
        422,
        "Some fields are not acceptable",
        sentences,
        _type("fields-unacceptable"),
        {"errors": errors[:50]},
    )


def _is_full(error: Exception) -> bool:
    """Whether the database, or a file of ours, found no room."""
    cause = getattr(error, "orig", None) or error
    return isinstance(cause, DiskFull) or (
        isinstance(cause, OSError) and cause.errno in (ENOSPC, EDQUOT)
    )


def _type(name: str) -> str:
    return f"urn:atelier:problem:{slug(name)}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def _plain(value: object) -> object:
    """Integers that JavaScript would round as decimal text, and no half of a character."""
    match value:
        case bool():
            return value
        case int() if abs(value) >= INT53:
            return str(value)
        case str():
            return value.encode(errors="backslashreplace").decode()
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {_plain(name): _plain(item) for name, item in value.items()}
    return value
